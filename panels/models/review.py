"""Looking back on a case 6 and 12 months after support has ended: when it is due, and what the panel found."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

import pghistory
import pgtrigger
from dateutil.relativedelta import relativedelta
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q
from django.utils.formats import date_format

from cases.models import REVIEWED_AFTER, Case
from cases.models import Stage as CaseStage
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from cases.models.interventions import Policied
from panels.models.meetings import AgendaItem
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import field_classes
from prevent_cases.reference.models import PREPARED_BEFORE_AT_MOST, SupportPolicy


@dataclass(frozen=True)
class NextReview:
    """A look back that has not been held: which, and by which day."""

    months: int
    due_on: date

    @property
    def is_overdue(self) -> bool:
        return self.due_on < clock.today()


def next_review(case: Case) -> NextReview | None:
    """As the case keeps it; which it is follows from the day on which support ended."""
    return next((each for each in reviews_after(case) if each.due_on == case.review_after_support_on), None)


def first_not_held(case: Case) -> date | None:
    """The day of the first look back that stands in no record of it, or in one that is in error."""
    held = set(Review.objects.standing().filter(case=case).values_list("months", flat=True))
    return next((each.due_on for each in reviews_after(case) if each.months not in held), None)


def reviews_after(case: Case) -> list[NextReview]:
    """Of a case whose support has ended all that there are to be, held or not."""
    if case.stage != CaseStage.EXITED or case.nothing_follows:
        return []
    ended_on = clock.day_of(case.ended_at)
    return [NextReview(months, ended_on + relativedelta(months=months)) for months in REVIEWED_AFTER]


def to_review(among: models.QuerySet[Case]) -> models.QuerySet[Case]:
    """Those of these cases whose review after support is due, or so soon that it is to be prepared."""
    prepared_on = ExpressionWrapper(
        F("review_after_support_on") - Policied("prepared_before"), output_field=DateField()
    )
    # Found by an index: no area prepares them earlier than this. Of what is due no policy is looked up.
    soon = clock.today() + timedelta(PREPARED_BEFORE_AT_MOST)
    due = Q(review_after_support_on__lte=clock.today()) | Q(prepared_on__lte=clock.today())
    return among.filter(review_after_support_on__lte=soon).annotate(prepared_on=prepared_on).filter(due)


def obstacle_to_review(item: AgendaItem) -> str:
    """What still stands in the way of looking back on support that has ended."""
    if item.case.stage != CaseStage.EXITED:
        return "Support in this case has not ended. The panel decides on it."
    if obstacle := item.meeting.obstacle_to_running():
        return obstacle
    if item.has_moved:
        return f"This case has gone to another panel: {item.case.panel}."
    if item.case.nothing_follows:
        return "This case ended for a reason after which nothing follows. The panel does not look back on it."
    if (review := next_review(item.case)) is None:
        return "The panel has looked back on this case for the last time."
    days = SupportPolicy.of(item.case.area).prepared_before
    if review.due_on - timedelta(days) > clock.today():
        due_on = date_format(review.due_on, "j F Y")
        return f"The next review is due on {due_on}. It is held {days} days before that at the earliest."
    return item.obstacle_to_discussing()


IN_ITS_ORDER = pgtrigger.Trigger(
    name="in_its_order",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM panels_agendaitem item JOIN cases_case taken ON taken.id = item.case_id
            WHERE item.id = NEW.item_id AND taken.id = NEW.case_id AND taken.stage = 'exited'
        ) THEN
            RAISE EXCEPTION 'The panel looks back on the case that it has taken, once support in it has ended.'
            USING ERRCODE = 'check_violation';
        END IF;
        IF NEW.months = 12 AND NOT EXISTS (
            SELECT FROM panels_review WHERE case_id = NEW.case_id AND months = 6 AND in_error_at IS NULL
        ) THEN
            RAISE EXCEPTION 'No review after support is passed over.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


# The words by which it is found.
REVIEW_WORDS = SearchVector("from_partners", "reason", "what_follows", config="english")


@pghistory.track()
class Review(MayBeInError):
    """That a panel looked back on a case 6 or 12 months after support: what partners say, and whether it worries."""

    under = "item"

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="reviews")
    # The item's own: copied, so that it can be held once.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    months = models.PositiveSmallIntegerField(choices=[(months, f"{months} months") for months in REVIEWED_AFTER])
    from_partners = models.TextField()
    is_concern = models.BooleanField()
    reason = models.TextField()
    what_follows = models.TextField(blank=True)
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="months reviewed_at", special="from_partners is_concern reason what_follows"
    )
    searched: ClassVar = REVIEW_WORDS

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        constraints = [
            *MayBeInError.Meta.constraints,
            models.UniqueConstraint(
                fields=["case", "months"],
                condition=Q(in_error_at=None),
                name="each_review_after_support_is_held_once",
            ),
            models.CheckConstraint(condition=Q(months__in=REVIEWED_AFTER), name="a_review_is_after_6_or_12_months"),
            models.CheckConstraint(
                condition=~(Q(from_partners="") | Q(reason="")), name="a_review_says_what_partners_say_and_why"
            ),
            models.CheckConstraint(
                condition=Q(is_concern=True) ^ Q(what_follows=""), name="a_concern_at_a_review_says_what_follows"
            ),
        ]
        indexes = [GinIndex(REVIEW_WORDS, name="reviews_by_words")]
        triggers = [*ONLY_SAID_IN_ERROR, IN_ITS_ORDER]

    def __str__(self) -> str:
        return f"Review {self.months} months after support"

    @property
    def words(self) -> str:
        words = "There is concern" if self.is_concern else "No concern"
        return f"{words} (recorded in error)" if self.in_error_at else words


def obstacle_to_review_error(item: AgendaItem) -> str:
    return "" if item.reviews.standing().exists() else "No review was held here that stands."
