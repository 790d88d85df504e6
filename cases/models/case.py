"""Case: the work on one individual."""

from collections.abc import Callable
from datetime import date

import pghistory
from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property

from cases.models.ended import ENDED_IN_GRANTS, STAYS_AS_IT_ENDED
from cases.models.held_to import (
    ADOPTED_WITH_A_PLAN,
    ENDED_BY_TWO,
    ENDED_WITH_NO_UNANSWERED_WORRY,
    EXITED_WITH_A_PLAN,
    KEPT_AS_REVIEWED,
    MOVED_BY_HANDSHAKE,
    MOVED_TO_CHANNEL_WITH_GROUNDS,
    ON_AN_OPEN_WAY,
    TRANSFERRED_BY_HANDSHAKE,
    consent_as_the_ledger_has_it,
)
from cases.models.shut_to_owner import OF_CASE
from cases.models.stages import CONSENT_IS_DISPUTED, LIVE, REVIEWED_AFTER, TO_MOVE_ON, TRANSITIONS, Stage
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, Panel, Post, User
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import RetentionPolicy
from referrals.models import FoundUntrue, Individual, Referral


@pghistory.track()
class Case(Record):
    """The work on one individual in one area, from acceptance to disposal."""

    under = "individual"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    individual = models.ForeignKey(Individual, on_delete=models.PROTECT, related_name="cases")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="cases")
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="cases")
    stage = models.CharField(max_length=30, choices=Stage)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # Who answers for it, by name: whom it was last allocated to.
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    # Whether a section 36 decision on one of its referrals is outstanding (``is_due_section36``): kept here, so that
    # whoever is asked for decisions finds these among all cases.
    awaits_section36 = models.BooleanField()
    # The day on which it is looked at whether what has ended is still needed, by its area's table.
    retention_review_on = models.DateField(null=True)
    # The day on which the panel next looks back on support that has ended, until it has for the last time: kept here,
    # so that what is due is found among all that has ended. It follows from the reviews, to which a deferred trigger of
    # ``panels`` holds it.
    review_after_support_on = models.DateField(null=True)
    # That it ended for a reason after which nobody is there to plan for, to assess or to look back on.
    nothing_follows = models.BooleanField(default=False)
    # The day of the consent in force; support stands on it.
    consent_given_on = models.DateField(null=True)
    # The day on which it ends by itself, where somebody else gave it: the person's eighteenth birthday.
    consent_ends_on = models.DateField(null=True)
    # The day on which the panel assesses anew, where it has withdrawn support (section 36(4)(e)).
    reassess_on = models.DateField(null=True)
    # The day on which a referral left it that was about somebody else: what was written before may mix two.
    parted_on = models.DateField(null=True)

    field_classes = field_classes(
        public="reference stage opened_at ended_at retention_review_on awaits_section36 parted_on"
        " review_after_support_on reassess_on",
        personal="consent_given_on consent_ends_on nothing_follows",
    )
    fetch_with = ("individual", "area", "panel", "owner")

    class Meta(Record.Meta):
        # What a share gives that opens less than the whole (``Level``); the whole is to view it.
        permissions = [
            ("know_of_case", "Can know of case"),
            ("contribute_to_case", "Can contribute to case"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["individual", "area"],
                condition=Q(stage__in=LIVE),
                name="one_live_case_of_an_individual_in_an_area",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.ACTIVE) | Q(consent_given_on__isnull=False), name="no_support_without_consent"
            ),
            models.CheckConstraint(
                condition=Q(reassess_on=None) | Q(stage=Stage.AWAITING_PANEL),
                name="only_a_case_that_waits_for_its_panel_is_assessed_anew",
            ),
            models.CheckConstraint(
                condition=Q(consent_ends_on=None) | Q(consent_given_on__isnull=False),
                name="only_consent_that_was_given_ends",
            ),
            models.CheckConstraint(
                condition=Q(stage__in=LIVE, ended_at=None) | (~Q(stage__in=LIVE) & Q(ended_at__isnull=False)),
                name="an_ended_case_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(awaits_section36=False), name="an_ended_case_awaits_nothing"
            ),
            models.CheckConstraint(
                condition=Q(nothing_follows=False) | Q(ended_at__isnull=False, review_after_support_on=None),
                name="nothing_follows_only_where_a_case_has_ended",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, retention_review_on=None)
                | Q(ended_at__isnull=False, retention_review_on__isnull=False),
                name="an_ended_case_has_its_day_of_review",
            ),
        ]
        indexes = [
            models.Index(fields=["area", "-id"], name="cases_of_an_area"),
            models.Index(fields=["panel", "-id"], name="cases_of_a_panel"),
            models.Index(fields=["owner", "-id"], name="cases_of_an_owner"),
            models.Index(
                fields=["area", "retention_review_on"],
                condition=Q(retention_review_on__isnull=False),
                name="cases_to_review_the_keeping_of",
            ),
            models.Index(fields=["area", "owner"], condition=Q(ended_at=None), name="live_cases_of_an_area"),
            # The newest first, for whoever may see most of them.
            models.Index(fields=["-id"], condition=Q(ended_at=None), name="live_cases"),
            models.Index(fields=["area", "id"], condition=TO_MOVE_ON, name="cases_to_move_on"),
            models.Index(fields=["id"], condition=Q(awaits_section36=True), name="cases_awaiting_section_36"),
            models.Index(fields=["consent_ends_on"], condition=Q(stage=Stage.ACTIVE), name="cases_whose_consent_ends"),
            models.Index(fields=["area", "id"], condition=Q(stage=Stage.ACTIVE), name="cases_receiving_support"),
            models.Index(
                fields=["panel", "-ended_at"], condition=Q(stage=Stage.POLICE_LED), name="cases_led_by_the_police"
            ),
            models.Index(
                fields=["area", "review_after_support_on"],
                condition=Q(review_after_support_on__isnull=False),
                name="cases_to_look_back_on",
            ),
        ]
        triggers = [
            *OF_CASE,
            ADOPTED_WITH_A_PLAN,
            consent_as_the_ledger_has_it("id", "consent_given_on", "consent_ends_on"),
            ENDED_BY_TWO,
            ENDED_IN_GRANTS,
            ENDED_WITH_NO_UNANSWERED_WORRY,
            EXITED_WITH_A_PLAN,
            MOVED_BY_HANDSHAKE,
            MOVED_TO_CHANNEL_WITH_GROUNDS,
            ON_AN_OPEN_WAY,
            TRANSFERRED_BY_HANDSHAKE,
            STAYS_AS_IT_ENDED,
            KEPT_AS_REVIEWED,
        ]

    def __str__(self) -> str:
        return f"Case {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("cases:view_case", args=[self.reference])

    @property
    def consent_words(self) -> str:
        if self.consent_has_ended:
            return f"Ended on {date_format(self.consent_ends_on, 'j F Y')}"
        if self.consent_given_on:
            words = f"Given on {date_format(self.consent_given_on, 'j F Y')}"
            words = f"{words}, disputed" if self.consent_is_disputed else words
            return f"{words}. Support is withdrawn" if self.is_withdrawn else words
        if self.stage != Stage.CONSENT_PENDING:
            return "Not given"
        asked_on = self.consent_asked_on
        return f"Asked on {date_format(asked_on, 'j F Y')}, no answer yet" if asked_on else "To be asked"

    @cached_property
    def consent_is_disputed(self) -> bool:
        """Whether somebody disputes the consent that it stands on, or stood on when it ended."""
        return type(self)._base_manager.filter(CONSENT_IS_DISPUTED, pk=self.pk).exists()

    @cached_property
    def consent_asked_on(self) -> date | None:
        """The day on which support was last asked about, where an answer is awaited."""
        return self.consents.awaited().values_list("answered_on", flat=True).first()

    @classmethod
    def viewed_with(cls, cases: models.QuerySet) -> models.QuerySet:
        """Cases with what the bar above their pages says."""
        asked = cls.consents.rel.related_model.objects.awaited().filter(case=OuterRef("pk"))
        return cases.annotate(
            consent_is_disputed=Exists(cls._base_manager.filter(CONSENT_IS_DISPUTED, pk=OuterRef("pk"))),
            consent_asked_on=Subquery(asked.values("answered_on")[:1]),
        )

    @property
    def handed_over(self) -> list:
        """The allocations with something to know, newest first, as a page has read them."""
        return [each for each in reversed(self.allocations.all()) if each.note]

    @property
    def is_live(self) -> bool:
        return self.stage in LIVE

    def open_to_groups(self, *codenames: str) -> models.QuerySet:
        """The groups of the agencies to which this case is open today, on some of guardian's permissions."""
        grants = self.group_grants(manager="grants").live()
        return grants.filter(permission__codename__in=codenames).values("group")

    def is_open_to(self, agency: Agency, codename: str, *more: str) -> bool:
        """Whether this case is shared with an agency today, so far."""
        return self.open_to_groups(codename, *more).filter(group=agency.group_id).exists()

    def people_shared_with(self) -> models.QuerySet[User]:
        """Those who read this case because it is shared: who handles an agency's cases, and who is on it by name."""
        groups = self.open_to_groups("view_case")
        handle = Post.objects.current().filter(kind__in=HANDLES_CASES, agency__group__in=groups)
        by_name = self.user_grants(manager="grants").live().filter(permission__codename="view_case")
        among = Q(pk__in=handle.values("user")) | Q(pk__in=by_name.values("user"))
        return User.objects.filter(among, is_active=True).order_by("pk")

    def may_become(self, stage: str) -> bool:
        return stage in TRANSITIONS[self.stage]

    def become(self, stage: str, **values) -> None:
        """Move to ``stage``, by a way that is open; an end gets its moment, and the day to look at it again."""
        if not self.may_become(stage):
            raise ValueError(f"No way leads from {self.stage} to {stage}.")
        ended = {} if stage in LIVE else self._ending(stage)
        self.change(stage=stage, **{"reassess_on": None} | ended | values)

    def _ending(self, stage: str) -> dict:
        now = clock.now()  # Once: its days follow from the moment, also at midnight.
        today = clock.day_of(now)
        return {
            "ended_at": now,
            "awaits_section36": False,
            "retention_review_on": self.to_look_at_on(stage, today),
            "review_after_support_on": today + relativedelta(months=REVIEWED_AFTER[0])
            if stage == Stage.EXITED
            else None,
        }

    def to_look_at_on(self, stage: str, ended_on: date) -> date:
        """The day on which it is looked at whether it is still needed, by the table of its area and the age then."""
        if self.is_found_untrue():
            stage = Stage.NO_FURTHER_ACTION
        is_child = not self.individual.is_surely_adult_on(ended_on)
        months = RetentionPolicy.on(self.area, ended_on).months(stage, is_child=is_child)
        return ended_on + relativedelta(months=months)

    def obstacle_to_ending(self) -> str:
        """What is still to be seen to before it ends, whoever ends it. To another area it all goes along."""
        found = (obstacle(self) for obstacle in obstacles_to_ending)
        return " ".join(filter(None, found))

    def is_found_untrue(self) -> bool:
        """Whether two people have found untrue whatever was referred of it: however it ended, it was unfounded."""
        untrue = FoundUntrue.objects.filter(referral=OuterRef("referral"), agreed=True)
        carried = self.carried_referrals.annotate(untrue=Exists(untrue)).values_list("untrue", flat=True)
        return bool(carried) and all(carried)

    def obstacle_to_change(self) -> str:
        return "" if self.is_live else "This case has ended. Nothing about it can be changed."

    @property
    def keeping_is_due(self) -> bool:
        """Whether it is to be looked at now whether it is still needed."""
        return self.retention_review_on is not None and self.retention_review_on <= clock.today()

    @property
    def is_before_section36(self) -> bool:
        """Whether it waits for the decision that comes before a panel acting as Channel."""
        return self.stage == Stage.INFORMATION_GATHERING

    @property
    def is_due_section36(self) -> bool:
        """Whether a section 36 decision is to be made on some referral of this case, or to be signed."""
        return self.carried_referrals.undecided().exists()

    @property
    def asks_section36(self) -> bool:
        """Whether the panel that it is with, or is offered to, acts as Channel."""
        if self.panel.acts_as_channel:
            return True
        return self.panel_offers.waiting().filter(to_panel__acts_as_channel=True).exists()

    @property
    def has_reasonable_grounds(self) -> bool:
        """Whether some referral of this case was found to have them: a panel acting as Channel may then take it."""
        return self.section36_decisions.standing().on_carried().filter(reasonable_grounds=True).exists()

    def ends_without(self, referral: Referral) -> bool:
        """Whether no other referral is left to carry it, to a panel that acts as Channel, where this has no grounds."""
        if not self.panel.acts_as_channel or self.has_reasonable_grounds:
            return False
        left = self.carried_referrals.to_decide().exclude(referral=referral)
        return not (left.exists() or self.section36_decisions.to_sign().exclude(referral=referral).exists())

    def obstacle_to_section36(self) -> str:
        if obstacle := self.obstacle_to_change():
            return obstacle
        if not self.asks_section36:
            return "No section 36 decision is asked here: the panel of this case does not act as Channel."
        return "" if self.carried_referrals.to_decide().exists() else "The section 36 decision has been made."

    def obstacle_to_signing_section36(self) -> str:
        if obstacle := self.obstacle_to_change():
            return obstacle
        return "" if self.section36_decisions.to_sign().exists() else "No section 36 decision waits for a signature."

    @property
    def consent_has_ended(self) -> bool:
        """Whether support rests on somebody else's consent, and the person is 18."""
        ends_on = self.consent_ends_on
        return self.stage == Stage.ACTIVE and ends_on is not None and ends_on <= clock.today()

    @property
    def is_withdrawn(self) -> bool:
        """Whether its panel has withdrawn support, and has not decided yet how it goes on."""
        return self.reassess_on is not None

    @property
    def is_agreed_no_more(self) -> bool:
        """Whether support was agreed to once, and is not any more."""
        rests = self.stage in (Stage.AWAITING_PANEL, Stage.CONSENT_PENDING) and not self.is_withdrawn
        return rests and self.consents.standing().filter(answer="given").exists()

    def obstacle_to_hearing(self) -> str:
        """Why what is said, sent or told about it now is noted elsewhere.

        Of one that has ended it is noted as long as it is kept: beside it, and nothing that it was is changed.
        """
        if self.stage == Stage.TRANSFERRED:
            return "This case is with another area now. Ask those who coordinate there to note it."
        return ""

    def obstacle_to_ending_consent(self) -> AlreadyDone | str:
        return "" if self.consent_has_ended else AlreadyDone("No consent that somebody else gave has ended.")

    @property
    def is_planned_for(self) -> bool:
        """Whether a panel has made a plan of support, with a day of review, since support was last not agreed to."""
        refused = self.consents.answers().exclude(answer="given")
        since = refused.filter(recorded_at__gt=OuterRef("made_at"))
        return (
            self.support_plans.standing()
            .filter(~Exists(since), review_on__gt=TruncDate("made_at", tzinfo=clock.LONDON))
            .exists()
        )

    @property
    def final_assessment(self):
        """The last one that was made since support began; support ends with it."""
        if self.consent_given_on is None:
            return None
        made_since = self.assessments.standing().filter(assessed_on__gte=self.consent_given_on)
        return made_since.order_by("-assessed_on", "-pk").first()

    def obstacle_to_exit_plan(self) -> str:
        """Why nothing can be planned for after support yet."""
        if obstacle := self.obstacle_to_change():
            return obstacle
        if self.stage != Stage.ACTIVE:
            return (
                f"A case that is at “{self.get_stage_display().lower()}” cannot go there: there is no support to end."
            )
        if self.final_assessment is None:
            return "Support ends with a final assessment, and none has been made since it began. Assess first."
        return ""

    def obstacle_to_exit_plan_error(self) -> str:
        if (plan := getattr(self, "exit_plan", None)) is None:
            return "Nothing was planned for after support."
        return plan.obstacle_to_error()

    def obstacle_to_support(self) -> str:
        if obstacle := self.obstacle_to_change():
            return obstacle
        return "" if self.stage == Stage.ACTIVE else "Nobody is asked to give support before it has been agreed to."

    def obstacle_to_consent(self) -> str:
        if self.stage in (Stage.CONSENT_PENDING, Stage.ACTIVE) or (self.is_withdrawn and self.consent_given_on):
            return ""
        return self.obstacle_to_change() or "Consent is asked once the panel has decided to offer support."


# Each says what of its kind is still to be seen to in a case, or nothing; a higher app adds its own.
obstacles_to_ending: list[Callable[[Case], str]] = []


def live_case_for(referral: Referral) -> models.QuerySet[Case]:
    """The live case, of whom a referral is about, that it joins when it is accepted; there is one at most."""
    return Case.objects.filter(individual=referral.individual, area=referral.area_id, ended_at=None)
