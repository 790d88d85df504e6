"""Drafts: answers kept on the server until they become an operation's arguments."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

# No vowels, no 0 or 1: nothing to misread, and no words.
LETTERS = "23456789BCDFGHJKLMNPQRSTVWXYZ"


def new_reference() -> str:
    """A random reference that can be read aloud and neither guessed nor counted from (48 bits)."""
    return "".join(secrets.choice(LETTERS) for _ in range(10))


class Draft(models.Model):
    """The answers one person has given so far towards one operation. Seen by nobody else; never audited per keystroke.

    ``version`` rises with every save, so that a second tab learns that it is behind instead of overwriting.
    """

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    operation = models.CharField(max_length=100)
    record = models.BigIntegerField()
    answers = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["owner", "operation", "-saved_at"], name="drafts_of_a_person")]
