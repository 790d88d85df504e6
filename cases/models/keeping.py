"""What keeps a case: an inquiry or litigation that holds it, and the review that found it still needed."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse

from cases.models.case import Case
from cases.models.section36 import CaseReferral
from cases.models.signed import SIGNED, SIGNED_ONCE, Signed, signed_by_another
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.documents.models import keeps
from prevent_cases.pages.models import new_reference
from referrals.models import Referral

ENDING = ("ended_by", "ended_at", "ended_because")


class LegalHoldQuerySet(RecordQuerySet):
    def standing(self) -> "LegalHoldQuerySet":
        return self.filter(ended_at=None)

    def with_next_review(self) -> "LegalHoldQuerySet":
        """Each with the day by which it is looked at next: as it was last said."""
        last = LegalHoldReview.objects.filter(hold=OuterRef("pk")).order_by("-pk").values("review_on")[:1]
        return self.annotate(next_review_on=Coalesce(Subquery(last), F("review_on")))

    def to_review(self) -> "LegalHoldQuerySet":
        """Those that are to be looked at now: on their day, or as they were carried over and nobody here has yet."""
        looked_at = Exists(LegalHoldReview.objects.filter(hold=OuterRef("pk")))
        unread = Q(carried_from__isnull=False) & ~looked_at
        return self.standing().with_next_review().filter(unread | Q(next_review_on__lte=clock.today()))


@pghistory.track()
class LegalHold(Record):
    """That nothing of a case is let go of, for an inquiry or for litigation. A fact with a day of review, and no stage:
    the work goes on as it would. Also of a case that has ended.

    That there is one is told to whoever runs the case; of what matter, to whoever answers for keeping alone.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="legal_holds")
    # How the inquiry or the court calls it.
    matter = models.CharField(max_length=200)
    reason = models.TextField()
    placed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    # The first day of review; a later one is that of the last review.
    review_on = models.DateField()
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.TextField(blank=True)
    # The hold on the case that this one's came out of: what was said of that holds here, until it is looked at here.
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    carried_at = models.DateTimeField(null=True)

    objects = LegalHoldQuerySet.as_manager()

    field_classes = field_classes(
        public="reference placed_at review_on ended_at carried_at", sealed="matter reason ended_because"
    )
    fetch_with = ("case__individual", "case__area", "placed_by", "ended_by", "carried_from__case__area")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "matter"], condition=Q(ended_at=None), name="one_legal_hold_for_a_matter_at_a_time"
            ),
            models.CheckConstraint(
                condition=~(Q(matter="") | Q(reason="")), name="a_legal_hold_says_for_what_matter_and_why"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="an_ended_legal_hold_says_by_whom_and_why",
            ),
            models.CheckConstraint(
                condition=Q(carried_from=None, carried_at=None)
                | Q(carried_from__isnull=False, carried_at__isnull=False),
                name="a_carried_legal_hold_says_from_where_and_when",
            ),
        ]
        indexes = [models.Index(fields=["case"], condition=Q(ended_at=None), name="legal_holds_that_stand")]
        triggers = [
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=list(ENDING))
            ),
            pgtrigger.Protect(
                name="ended_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__ended_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"Legal hold {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_legalhold", args=[self.reference])

    def obstacle_to_change(self) -> str:
        return "This legal hold has ended." if self.ended_at else ""


@pghistory.track()
class LegalHoldReview(Record):
    """That a legal hold was looked at and is still needed: why, and by when it is looked at next."""

    under = "hold"

    hold = models.ForeignKey(LegalHold, on_delete=models.PROTECT, related_name="reviews")
    reason = models.TextField()
    review_on = models.DateField()
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    field_classes = field_classes(public="review_on reviewed_at", sealed="reason")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_review_of_a_legal_hold_has_its_reason")]
        triggers = [
            pgtrigger.Protect(name="stands", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="of_one_that_stands",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (SELECT FROM cases_legalhold hold WHERE hold.id = NEW.hold_id AND ended_at IS NOT NULL)
                    THEN
                        RAISE EXCEPTION 'This legal hold has ended.' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]


class KeptBecause(models.TextChoices):
    """What keeps a case that has ended. The law says what may, and no area its own: they can be counted together."""

    HARM = "harm", "Somebody could still come to harm, and this could help to protect them"
    LINKED = "linked", "Another referral or case draws on it"
    PROCEEDINGS = "proceedings", "A complaint, a claim or a court case draws on it"
    RIGHTS = "rights", "Somebody has asked for what is kept about them, and waits for an answer"
    REVIEW = "review", "A review of what was done draws on it"
    LAW = "law", "A law or an order asks for it"
    OTHER = "other", "Another reason"


class RetentionReviewQuerySet(RecordQuerySet):
    def standing(self) -> "RetentionReviewQuerySet":
        """Those that count; until there is one, a case is looked at by the table of its area."""
        return self.filter(stands=True)

    def to_sign(self) -> "RetentionReviewQuerySet":
        return self.filter(stands=None)


@pghistory.track()
class RetentionReview(Signed, Record):
    """That it was looked at whether a case that has ended is still needed, and that it is: why, and until when.

    It counts once a second person has signed it: until then the case is one of those that are due. Those from before
    that was asked count by themselves, and say no kind of reason. That it is not needed any more is acted on, and
    nothing is left to be said here.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="retention_reviews")
    because = models.CharField(max_length=12, choices=KeptBecause, blank=True)
    reason = models.TextField()
    # Of whoever was not surely an adult when the case began: why it is in proportion to keep what was said of a child.
    child_weighed = models.TextField(blank=True)
    review_on = models.DateField()
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    objects = RetentionReviewQuerySet.as_manager()

    field_classes = Signed.field_classes | field_classes(
        public="because review_on reviewed_at", special="reason child_weighed"
    )

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_retention_review_has_its_reason"),
            models.CheckConstraint(
                condition=Q(because__in=["", *KeptBecause.values]), name="a_case_is_kept_for_a_kind_of_reason"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(stands=None), name="one_retention_review_of_a_case_waits_to_be_signed"
            ),
            *signed_by_another("reviewed_by"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=list(SIGNED))
            ),
            *SIGNED_ONCE,
            pgtrigger.Protect(
                name="says_what_keeps_it", operation=pgtrigger.Insert, condition=pgtrigger.Q(new__because="")
            ),
            pgtrigger.Trigger(
                name="weighs_that_it_is_of_a_child",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                condition=pgtrigger.Q(new__child_weighed=""),
                func="""
                    IF EXISTS (
                        SELECT FROM cases_case kept
                        JOIN referrals_individual person ON person.id = kept.individual_id
                        CROSS JOIN date(kept.opened_at AT TIME ZONE 'Europe/London') began
                        WHERE kept.id = NEW.case_id AND coalesce(
                            CASE WHEN person.born_on IS NULL
                                THEN person.age_given_on > began - make_interval(years => 18 - person.age_given)
                                ELSE person.born_on > began - make_interval(years => 18)
                            END,
                            true
                        )
                    ) THEN
                        RAISE EXCEPTION 'What was said of a child is kept only as it says why that is in proportion.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="of_a_case_that_has_ended",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF NOT EXISTS (
                        SELECT FROM cases_case kept WHERE kept.id = NEW.case_id AND kept.ended_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'Whether a case is still needed is asked once it has ended.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="once_it_is_due",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("stands"),
                declare=[("today", "DATE")],
                func="""
                    IF NOT NEW.stands THEN  -- Sent back.
                        RETURN NEW;
                    END IF;
                    IF NEW.stands AND (TG_OP = 'INSERT' OR NEW.checked_by_id IS NULL) THEN
                        RAISE EXCEPTION 'A case is kept only as a second person has signed why.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    today := (coalesce(NEW.checked_at, NEW.reviewed_at) AT TIME ZONE 'Europe/London')::date;
                    IF NOT EXISTS (
                        SELECT FROM cases_case kept WHERE kept.id = NEW.case_id AND kept.retention_review_on <= today
                    ) THEN
                        RAISE EXCEPTION 'Whether a case is still needed is decided from the day on which that is due.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    IF NEW.review_on <= today THEN
                        RAISE EXCEPTION 'A case is kept until a day to come.' USING ERRCODE = 'check_violation';
                    END IF;
                    IF EXISTS (
                        SELECT FROM cases_legalhold hold WHERE hold.case_id = NEW.case_id AND hold.ended_at IS NULL
                    ) THEN
                        RAISE EXCEPTION 'Of a case on legal hold it is not asked whether it is still needed.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="until_its_day",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("stands"),
                timing=pgtrigger.Deferred,
                func="""
                    IF NEW.stands AND (SELECT kept.retention_review_on FROM cases_case kept WHERE kept.id = NEW.case_id)
                        IS DISTINCT FROM (
                            SELECT review.review_on FROM cases_retentionreview review
                            WHERE review.case_id = NEW.case_id AND review.stands ORDER BY review.id DESC LIMIT 1
                        )
                    THEN
                        RAISE EXCEPTION 'A case is kept until the day that its last review says.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]


def is_of_a_child(case: Case) -> bool:
    """Whether its person may have been under 18 while it was worked on."""
    return not case.individual.is_surely_adult_on(clock.day_of(case.opened_at))


def held_cases() -> QuerySet:
    return LegalHold.objects.standing().values("case")


# Copies that were made of a held case, or of a referral that it carries.
keeps("cases.Case", held_cases, lambda case: [Case.objects.filter(pk=case)])
keeps(
    "referrals.Referral",
    lambda: CaseReferral.objects.filter(case__in=held_cases()).values("referral"),
    # The referral first, as whoever takes it into a case does: one that joins a held case is waited for.
    lambda referral: [
        Referral.objects.filter(pk=referral),
        Case.objects.filter(carried_referrals__referral=referral),
    ],
)


def keeping_to_review(cases: QuerySet[Case], holds: QuerySet[LegalHold]) -> QuerySet[Case]:
    """Those of these cases of which it is to be looked at now whether they are still needed: none under these holds.

    ``keeping_waits`` where one has, and nobody else has signed that yet.
    """
    waits = RetentionReview.objects.to_sign().filter(case=OuterRef("pk"))
    due = cases.filter(~Exists(holds.filter(case=OuterRef("pk"))), retention_review_on__lte=clock.today())
    return due.annotate(keeping_waits=Exists(waits))


def obstacle_to_signing(case: Case) -> str:
    return "" if case.retention_reviews.to_sign().exists() else "No decision to keep this case waits for a signature."


def obstacle_to_review(case: Case) -> str:
    """What is in the way of another review that keeps a case."""
    if case.retention_reviews.to_sign().exists():
        return "A decision to keep this case waits for a second signature."
    return obstacle_to_keeping(case)


def obstacle_to_keeping(case: Case) -> str:
    """What is in the way of keeping a case by a review, whoever signs it."""
    if case.is_live:
        return "This case has not ended. It is kept."
    if case.legal_holds.standing().exists():
        return "This case is on legal hold. Nothing of it is let go of before that ends."
    return "" if case.keeping_is_due else "A decision whether this case is still needed is not due yet."
