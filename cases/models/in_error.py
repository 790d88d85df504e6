"""What was recorded in error: it stays, says so, and counts no more."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from prevent_cases import clock
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from referrals.models.put_right import PutRight, put_right

COLUMNS = ("in_error_at", "in_error_by", "in_error_reason")

SAID_IN_ERROR_ONCE = pgtrigger.Protect(
    name="said_in_error_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__in_error_at__isnull=False)
)


def only_said_in_error(*but: str) -> list[pgtrigger.Trigger]:
    """For a record that otherwise stands as it was written, ``but`` for what follows from something else."""
    return [
        pgtrigger.Protect(
            name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=[*COLUMNS, *but])
        ),
        SAID_IN_ERROR_ONCE,
    ]


ONLY_SAID_IN_ERROR = only_said_in_error()


class MayBeInErrorQuerySet(RecordQuerySet):
    def standing(self) -> "MayBeInErrorQuerySet":
        """Those that nobody has said to be recorded in error."""
        return self.filter(in_error_at=None)


class MayBeInError(Record):
    """A record that is never edited or removed. What is wrong with it is said beside it, by whom and why."""

    in_error_at = models.DateTimeField(null=True)
    in_error_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    in_error_reason = models.TextField(blank=True)

    objects = MayBeInErrorQuerySet.as_manager()

    field_classes = field_classes(public="in_error_at", special="in_error_reason")

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(in_error_at=None, in_error_by=None, in_error_reason="")
                | (Q(in_error_at__isnull=False, in_error_by__isnull=False) & ~Q(in_error_reason="")),
                name="%(class)s_in_error_says_why",
            )
        ]

    def obstacle_to_error(self) -> str:
        return "Somebody has said already that this was recorded in error." if self.in_error_at else ""

    def say_in_error(self, by, reason: str) -> None:
        self.change(in_error_at=clock.now(), in_error_by=by, in_error_reason=reason)
        put_right(self, PutRight.IN_ERROR)
