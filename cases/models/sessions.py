"""The sessions of support: each that took place or was missed, and the days that were agreed for one."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format

from cases.models.consent import Consent
from cases.models.ended import of_a_live_case
from cases.models.in_error import ONLY_SAID_IN_ERROR, MayBeInError
from cases.models.interventions import Intervention
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference

OF_WHAT_WAS_ACCEPTED = pgtrigger.Trigger(
    name="of_what_was_accepted",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (
            SELECT FROM cases_intervention given WHERE given.id = NEW.intervention_id AND given.accepted
        ) THEN
            RAISE EXCEPTION 'Sessions are reported of support that an agency has accepted to give.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


# The words by which it is found.
SESSION_WORDS = SearchVector("what", "why_missed", config="english")


@pghistory.track()
class InterventionSession(MayBeInError):
    """One session, as whoever gave it reported it: that it took place, and what was done; or why not."""

    under = "intervention"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="held_sessions")
    held_on = models.DateField()
    came = models.BooleanField()
    minutes = models.PositiveSmallIntegerField(null=True)
    what = models.TextField(blank=True)
    why_missed = models.TextField(blank=True)
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()

    field_classes = MayBeInError.field_classes | field_classes(
        public="reference reported_at", personal="held_on came minutes", special="what why_missed"
    )
    fetch_with = ("intervention__case__individual", "intervention__agency", "reported_by", "in_error_by")
    searched: ClassVar = SESSION_WORDS

    class Meta(MayBeInError.Meta):
        constraints = [
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(
                condition=(Q(came=True, minutes__gte=1, why_missed="") & ~Q(what=""))
                | (Q(came=False, minutes=None, what="") & ~Q(why_missed="")),
                name="a_session_says_what_was_done_or_why_it_was_missed",
            ),
        ]
        indexes = [
            GinIndex(SESSION_WORDS, name="sessions_by_words"),
            models.Index(fields=["intervention", "-held_on", "-id"], name="sessions_of_an_intervention"),
        ]
        triggers = [
            *ONLY_SAID_IN_ERROR,
            OF_WHAT_WAS_ACCEPTED,
            of_a_live_case(case="SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id"),
        ]

    def __str__(self) -> str:
        return f"Session {self.reference}"

    @property
    def case_id(self) -> int:
        return self.intervention.case_id

    @property
    def words(self) -> str:
        return self.what or self.why_missed

    @property
    def heading(self) -> str:
        return f"Took place, {self.minutes} minutes" if self.came else "Missed"

    def get_absolute_url(self) -> str:
        return self.intervention.get_absolute_url()


TAKEN_BACK = ("taken_back_at", "taken_back_by", "taken_back_because")


class AgreedSessionQuerySet(RecordQuerySet):
    def unreported(self) -> "AgreedSessionQuerySet":
        """Those that nobody has taken back, and of whose day no session is reported."""
        told = InterventionSession.objects.standing().filter(
            intervention=OuterRef("intervention"), held_on=OuterRef("meets_on")
        )
        return self.filter(~Exists(told), taken_back_at=None)

    def asked_for(self) -> "AgreedSessionQuerySet":
        """Those of which a report is asked for: on their day support was agreed to."""
        return self.unreported().filter(self._agreed_to())

    def in_a_pause(self) -> "AgreedSessionQuerySet":
        """Those of which none is asked for: on their day it was not, and rested."""
        return self.unreported().filter(~self._agreed_to())

    @staticmethod
    def _agreed_to() -> Exists:
        return Exists(Consent.objects.in_force_beside("intervention__case", "meets_on"))


@pghistory.track()
class AgreedSession(Record):
    """A day on which those who give support have agreed to meet the person. It is reported, or seen not to be.

    One that came to nothing, as where support stopped before it, is taken back with the reason, and stays.
    """

    under = "intervention"

    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="agreed_sessions")
    meets_on = models.DateField()
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_because = models.TextField(blank=True)

    objects = AgreedSessionQuerySet.as_manager()

    field_classes = field_classes(public="agreed_at taken_back_at", personal="meets_on", special="taken_back_because")

    class Meta(Record.Meta):
        ordering = ("meets_on",)
        constraints = [
            models.UniqueConstraint(
                fields=["intervention", "meets_on"], condition=Q(taken_back_at=None), name="a_day_is_agreed_once"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, taken_back_because="")
                | (Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(taken_back_because="")),
                name="a_day_is_taken_back_with_a_reason",
            ),
        ]
        triggers = [
            OF_WHAT_WAS_ACCEPTED,
            of_a_live_case(case="SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id"),
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=[*TAKEN_BACK])
            ),
            pgtrigger.Protect(
                name="taken_back_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__taken_back_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return date_format(self.meets_on, "j F Y")
