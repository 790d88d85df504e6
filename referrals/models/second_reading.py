"""A second reader: whether a worry remains without the religious practice, dress or lawful political speech in it."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.records import Record, field_classes
from referrals.models.referral import Referral

# Who may be asked: somebody who knows what a safeguarding worry is, and does not decide about this one.
SECOND_READERS = (PostKind.COORDINATOR, PostKind.FRONT_DOOR, PostKind.SAFEGUARDING_LEAD)


class WorryRemains(models.TextChoices):
    YES = "yes", "Yes: a safeguarding worry remains"
    NO = "no", "No: nothing else in it is a worry"
    UNSURE = "unsure", "I cannot tell from what is written"


@pghistory.track()
class SecondReading(Record):
    """That somebody who does not triage a referral is asked to read it, and what they find."""

    under = "referral"

    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="second_readings")
    reader = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    remains = models.CharField(max_length=10, choices=WorryRemains, blank=True)
    reasons = models.TextField(blank=True)
    read_at = models.DateTimeField(null=True)
    # When another was asked instead.
    ended_at = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="asked_at read_at ended_at told_at", special="remains reasons")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral"], condition=Q(read_at=None, ended_at=None), name="one_second_reader_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(reader=F("asked_by")), name="nobody_reads_second_for_themselves"),
            models.CheckConstraint(
                condition=Q(remains="", reasons="", read_at=None)
                | (~Q(remains="") & ~Q(reasons="") & Q(read_at__isnull=False)),
                name="a_second_reading_says_what_and_why",
            ),
        ]
        indexes = [models.Index(fields=["reader"], condition=Q(read_at=None), name="second_readings_to_do")]
        triggers = [
            pgtrigger.ReadOnly(name="never_edited", fields=["referral", "reader", "asked_by", "asked_at"]),
            pgtrigger.Protect(
                name="reading_stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__read_at__isnull=False),
            ),
        ]


def open_reading(referral: Referral) -> SecondReading | None:
    waiting = referral.second_readings.filter(read_at=None, ended_at=None)
    return waiting.select_related("reader", "asked_by").first()


def obstacle_to_going_further(referral: Referral) -> str:
    """To a panel, or to an end with help: not where all rests on what is lawful and nobody has read it second."""
    if obstacle := referral.obstacle_to_decision():
        return obstacle
    if not referral.rests_on_lawful_expression:
        return ""
    readings = referral.second_readings.all()
    if any(each.read_at for each in readings):
        return ""
    if any(each.ended_at is None for each in readings):
        return "A second reader has been asked. Wait for what they find, or ask another."
    return (
        "Its referrer ticked that it is mainly about religious practice, dress or lawful political speech. "
        "Ask for a second reader first."
    )


def obstacle_to_asking_reader(referral: Referral) -> str:
    if not referral.is_live:
        return "This referral has been decided."
    if not referral.rests_on_lawful_expression:
        return "Its referrer did not tick that it is mainly about religious practice, dress or lawful political speech."
    return ""


def obstacle_to_reading(referral: Referral) -> str:
    return "" if open_reading(referral) else "Nobody is asked to read this second."
