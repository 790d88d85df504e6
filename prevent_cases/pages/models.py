"""Drafts: answers kept on the server until they become an operation's arguments; and what was sent once."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from prevent_cases import clock
from prevent_cases.access import PermittedQuerySet

# No vowels, no 0 or 1: nothing to misread, and no words.
LETTERS = "23456789BCDFGHJKLMNPQRSTVWXYZ"


def new_reference() -> str:
    """A random reference that can be read aloud and neither guessed nor counted from (48 bits)."""
    return "".join(secrets.choice(LETTERS) for _ in range(10))


class Draft(models.Model):
    """The answers one person has given so far towards one operation. Seen by nobody else; never audited per keystroke.

    ``answers`` are kept by part and name, as they were sent; ``windows`` holds for each part what several windows on it
    have to know of one another (``pages.windows``); ``place`` is where its owner was last, below the task list.

    One that was handed over belongs to whoever has it now; who began it can have it back, as it is or as it was.
    """

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    operation = models.CharField(max_length=100)
    record = models.BigIntegerField()
    answers = models.JSONField(default=dict)
    windows = models.JSONField(default=dict)
    place = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    saved_at = models.DateTimeField(db_default=Now())
    # Since it was last saved.
    reminded_at = models.DateTimeField(null=True)
    # Who began it, while somebody else has it; and what they had written when they handed it over.
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    as_begun = models.JSONField(null=True)
    # Who handed it to its owner last, when, and with which word.
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+")
    handed_at = models.DateTimeField(null=True)
    word = models.TextField(blank=True)

    objects = PermittedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["owner", "operation", "-saved_at"], name="drafts_of_a_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(begun_by=None, as_begun=None) | Q(begun_by__isnull=False, as_begun__isnull=False),
                name="what_was_handed_over_can_be_had_back",
            )
        ]

    def keep(self, part: str, answers: dict, windows: dict, place: str, *, only_if_said: bool) -> None:
        """Save a part. One that a page saved by itself, and in which nothing was written, has not been begun."""
        begun = part in self.answers or answers or not only_if_said
        if begun and (self.answers.get(part) != answers or self.windows.get(part) != windows or self.place != place):
            self.answers[part], self.windows[part], self.place = answers, windows, place
            self.saved_at, self.reminded_at = clock.now(), None
            self.save(update_fields=["answers", "windows", "place", "saved_at", "reminded_at"])


class SentOnce(models.Model):
    """Something that was sent under a key and done, and its first answer: where it led, and no word of what it said.

    What the public sends is sent by the unattended service. ``what`` is the name of the address, ``key`` and
    ``content`` are digests (``pages.once``).
    """

    # The constraint has an index that begins with it.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", db_index=False)
    what = models.CharField(max_length=100)
    key = models.CharField(max_length=64)
    content = models.CharField(max_length=64)
    # JSON as text, so that it is given again letter by letter. Empty while it is being done, which nobody else sees.
    answer = models.TextField(blank=True)
    # Whether the same, sent under another key, is asked about first. Asked once.
    asks_again = models.BooleanField(default=False)
    sent_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["sent_at"], name="sent_once_by_age")]
        constraints = [
            models.UniqueConstraint(fields=["by", "what", "key"], name="one_first_answer_to_what_is_sent_under_a_key")
        ]
