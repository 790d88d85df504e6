"""Time limits in working days: by which day something is to be done, and that this day has moved since."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q

from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.operations import AlreadyDone
from prevent_cases.reference.models import TriagePolicy
from prevent_cases.reference.working_days import WorkingDays

# For so long the old day stands beside the new one.
SHOWN_FOR = timedelta(days=7)


class Deadline(models.Model):
    """A time limit of working days, besides its last day ``due_on``, which moves when the working days change."""

    # Of how many working days; none where it is counted otherwise.
    due_within = models.PositiveSmallIntegerField(null=True)
    due_before = models.DateField(null=True)
    due_moved_at = models.DateTimeField(null=True)
    due_move_told_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(due_before=None, due_moved_at=None)
                | Q(due_before__isnull=False, due_moved_at__isnull=False),
                name="%(class)s_says_from_which_day_its_deadline_moved",
            )
        ]

    @property
    def is_overdue(self) -> bool:
        return self.due_on is not None and self.due_on < clock.today()

    @property
    def was_due_on(self) -> date | None:
        """The day by which it was to be done until lately."""
        lately = self.due_moved_at and clock.now() - self.due_moved_at < SHOWN_FOR
        return self.due_before if lately and self.due_before != self.due_on else None

    def counted(self, days: WorkingDays) -> date | None:
        """By which day it is due by these working days; as it is where it is not due or not counted in them."""
        if self.due_on is None or self.due_within is None:
            return self.due_on
        return days.due(self.due_since, self.due_within)

    def move_deadline(self, days: WorkingDays) -> None:
        """Count it anew. Raises ``AlreadyDone`` where that changes nothing."""
        due_on = self.counted(days)
        if due_on == self.due_on:
            raise AlreadyDone("It is due on the day it should be.")
        self.change(due_on=due_on, due_before=self.due_on, due_moved_at=clock.now(), due_move_told_at=None)


def decided_by(area: Area, since: datetime, is_urgent: bool) -> dict:
    """Until when a referral is decided: within the area's working days; an urgent one on the day itself, worked or not.

    Also of how many working days that is, for which it is counted anew when they change.
    """
    if is_urgent:
        return {"due_on": clock.day_of(since), "due_within": None}
    within = TriagePolicy.of(area).decided_within
    return {"due_on": WorkingDays.of(area).due(since, within), "due_within": within}
