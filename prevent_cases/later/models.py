"""The outbox: a row for each thing that an operation left to be done, written in the operation's own transaction."""

from django.db import models
from django.db.models.functions import Now


class OutboxRow(models.Model):
    """One errand: a task's name and the keys it is carried out on. Never a record's content."""

    task = models.CharField(max_length=100)
    keys = models.JSONField()
    created_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField(db_default=Now())
    attempts = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=100, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["due_at"], condition=models.Q(done_at=None), name="outbox_to_do")]
