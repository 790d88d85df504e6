"""Meeting, agenda item, attendance, decision, minutes."""

from typing import NamedTuple

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format

from cases.models import Case
from cases.models import Stage as CaseStage
from cases.models.ended import of_a_live_case
from cases.models.in_error import SAID_IN_ERROR_ONCE, MayBeInError
from panels.judgements import LEADS_TO
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Panel, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.documents.models import Document
from prevent_cases.pages.models import new_reference


class MeetingQuerySet(RecordQuerySet):
    def to_be_held(self) -> "MeetingQuerySet":
        """Those from today on, and earlier ones that were not brought to an end or never took their cases."""
        has_cases = Exists(AgendaItem.objects.filter(meeting=OuterRef("pk")))
        today = clock.start_of_today()
        return self.filter(Q(starts_at__gte=today) | Q(started_at__isnull=False) | has_cases, ended_at=None)


class ChairedFor(models.TextChoices):
    """For whom a chair sits. At a panel acting as Channel the local authority chairs (section 37)."""

    COUNCIL = "council", "The council"
    POLICE = "police", "The police"
    ANOTHER = "another", "Another agency"


@pghistory.track()
class Meeting(Record):
    """One sitting of a panel; a conference while it is being run."""

    under = "panel"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    panel = models.ForeignKey(Panel, on_delete=models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    # Who chairs this sitting, the chair or a deputy, and for whom; that was not asked before there was the field.
    chaired_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    chaired_for = models.CharField(max_length=10, choices=ChairedFor, blank=True)
    ended_at = models.DateTimeField(null=True)

    objects = MeetingQuerySet.as_manager()

    field_classes = field_classes(public="reference starts_at started_at ended_at chaired_for")
    fetch_with = ("panel__area", "chaired_by")

    class Meta(Record.Meta):
        constraints = [
            models.UniqueConstraint(fields=["panel", "starts_at"], name="one_meeting_of_a_panel_at_a_time"),
            models.CheckConstraint(
                condition=Q(started_at=None, chaired_by=None) | Q(started_at__isnull=False, chaired_by__isnull=False),
                name="a_started_meeting_has_a_chair",
            ),
            models.CheckConstraint(
                condition=Q(chaired_for="") | Q(started_at__isnull=False, chaired_for__in=ChairedFor.values),
                name="whom_a_meeting_is_chaired_for_is_said_at_its_start",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(started_at__isnull=False), name="a_meeting_starts_before_it_ends"
            ),
        ]
        indexes = [models.Index(fields=["panel", "starts_at"], name="meetings_of_a_panel")]

    def __str__(self) -> str:
        return f"{self.panel.name}, meeting {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("panels:view_meeting", args=[self.reference])

    @property
    def chair_words(self) -> str:
        """Who chairs it, and for whom as far as that was said."""
        whom = self.get_chaired_for_display().lower()
        return f"{self.chaired_by}, for {whom}" if whom else str(self.chaired_by)

    @property
    def gap_in_the_chair(self) -> str:
        """In plain words, that a panel acting as Channel was not chaired for the council, as the law asks."""
        if self.started_at is None or not self.panel.acts_as_channel or self.chaired_for == ChairedFor.COUNCIL:
            return ""
        held = f"The meeting on {date_format(clock.day_of(self.started_at), 'j F Y')}"
        if not self.chaired_for:
            return f"{held}: it was not said for whom it was chaired. By law the council chairs this panel."
        return f"{held} was chaired for {self.get_chaired_for_display().lower()}. By law the council chairs this panel."

    def obstacle_to_listing(self) -> str:
        return "This meeting has ended." if self.ended_at else ""

    def obstacle_to_starting(self) -> str:
        return "This meeting has started." if self.started_at else ""

    def obstacle_to_running(self) -> str:
        if self.started_at is None:
            return "This meeting has not started."
        return self.obstacle_to_listing()

    def obstacle_to_attendance(self) -> str:
        return "" if self.started_at else "This meeting has not started."

    def obstacle_to_attendance_error(self) -> str:
        return "" if self.attendances.standing().exists() else "No attendance is left here to be said in error."

    def obstacle_to_ending(self) -> str:
        return self.obstacle_to_ending_with(self.items.to_decide().count())

    def obstacle_to_ending_with(self, undecided: int) -> str:
        """What keeps it from ending, where so many of its cases are still to be decided."""
        if obstacle := self.obstacle_to_running():
            return obstacle
        return f"{undecided} of the cases on the agenda have no decision yet." if undecided else ""

    @staticmethod
    def viewed_with(meetings: models.QuerySet) -> models.QuerySet:
        """Meetings, each with how many of its cases are still to be decided."""
        to_decide = AgendaItem.objects.to_decide().filter(meeting=OuterRef("pk")).order_by().values("meeting")
        return meetings.annotate(undecided=Coalesce(Subquery(to_decide.values(many=Count("pk"))), 0))


class Presence(models.TextChoices):
    PRESENT = "present", "Present"
    APOLOGIES = "apologies", "Apologies"


@pghistory.track()
class Attendance(MayBeInError):
    """That an agency was at a meeting, and who spoke for it, or sent apologies.

    It is of somebody at work and of each case taken there, so it stays when one of these is let go of, and no name of
    whoever a case is about belongs there.
    """

    under = "meeting"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    presence = models.CharField(max_length=10, choices=Presence)
    # When the name and presence that stand now were recorded; empty for older ones.
    recorded_at = models.DateTimeField(null=True)

    field_classes = MayBeInError.field_classes | field_classes(public="presence recorded_at", personal="name")

    class Meta(MayBeInError.Meta):
        ordering = ("pk",)
        constraints = [
            *MayBeInError.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "agency"], condition=Q(in_error_at=None), name="an_agency_attends_a_meeting_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="an_attendance_names_somebody"),
        ]
        triggers = [SAID_IN_ERROR_ONCE]

    def __str__(self) -> str:
        return f"{self.agency}, {self.name}: {self.words.lower()}"

    @property
    def words(self) -> str:
        words = self.get_presence_display()
        return f"{words} (recorded in error)" if self.in_error_at else words

    @property
    def name_on_paper(self) -> str:
        """Whoever gives support is known to those they meet: not by name, no more than their agency."""
        return "Not named" if self.agency.type == AgencyType.PROVIDER else self.name


# Then its panel looks back on it.
SUPPORT_HAS_ENDED = f"""EXISTS (
    SELECT FROM cases_case exited WHERE exited.id = NEW.case_id AND exited.stage = '{CaseStage.EXITED.value}'
)"""


class ItemState(NamedTuple):
    """Where a case stands on an agenda. By name: of a page with many, Django's templates are slow to count."""

    words: str
    colour: str


class AgendaItemQuerySet(RecordQuerySet):
    def to_decide(self) -> "AgendaItemQuerySet":
        """Those without a decision: not those whose case has ended or gone to another panel since, or may not be taken
        before section 36.
        """
        undecided = self.filter(decision=None, case__ended_at=None, case__panel=F("meeting__panel"))
        return undecided.exclude(case__stage=CaseStage.INFORMATION_GATHERING)


@pghistory.track()
class AgendaItem(Record):
    """One case taken at one meeting."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="agenda_items")
    position = models.PositiveSmallIntegerField()
    listed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = AgendaItemQuerySet.as_manager()

    field_classes = field_classes(public="reference position")
    fetch_with = ("meeting__panel__area", "case__individual", "case__panel", "decision")

    class Meta(Record.Meta):
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["meeting", "case"], name="a_case_is_listed_once_at_a_meeting")]
        indexes = [models.Index(fields=["case", "-id"], name="items_of_a_case")]
        triggers = [
            of_a_live_case(but=SUPPORT_HAS_ENDED),
            pgtrigger.ReadOnly(name="stays_one_case_at_one_meeting", fields=["meeting", "case"]),
        ]

    def __str__(self) -> str:
        return f"Item {self.reference}"

    def get_absolute_url(self) -> str:
        return reverse("panels:view_agendaitem", args=[self.reference])

    @property
    def has_moved(self) -> bool:
        """Whether another panel has taken its case on since it was listed."""
        return self.case.panel_id != self.meeting.panel_id

    @property
    def left_because(self) -> str:
        """Why the panel does not take it here any more, in words that follow others; it stays on the agenda."""
        if self.has_moved:
            return f"it has gone to {self.case.panel}"
        if self.case.nothing_follows:
            return "the case has ended, and nothing follows"
        # Once support has ended, the panel looks back on it.
        return "" if self.case.is_live or self.case.stage == CaseStage.EXITED else "the case has ended"

    @staticmethod
    def with_state(items: models.QuerySet) -> models.QuerySet:
        of_item = AgendaItem.objects.filter(pk=OuterRef("pk"))
        reviewed = of_item.filter(reviews__isnull=False, reviews__in_error_at=None)
        return items.annotate(is_to_decide=Exists(of_item.to_decide()), is_reviewed=Exists(reviewed))

    @property
    def state(self) -> ItemState:
        """Where its case stands on the agenda, of an item that was read ``with_state``."""
        if hasattr(self, "decision"):
            return (
                ItemState("Recorded in error", "grey") if self.decision.in_error_at else ItemState("Decided", "green")
            )
        if self.is_reviewed:
            return ItemState("Reviewed", "green")
        if self.is_to_decide:
            return ItemState("To decide", "blue")
        if self.case.stage == CaseStage.EXITED:
            return ItemState("To review", "blue")
        return ItemState("Not taken", "grey")

    @property
    def home_police_are_there(self) -> bool:
        present = self.meeting.attendances.standing().filter(presence=Presence.PRESENT)
        return present.filter(agency__type=AgencyType.POLICE, agency__area=self.case.area_id).exists()

    def obstacle_to_discussing(self) -> str:
        """Whose presence the law asks for, and who is not there."""
        if self.meeting.panel.acts_as_channel and not self.home_police_are_there:
            return "A police representative for the person's home area must be present when the case is discussed."
        return ""

    def obstacle_to_decision_error(self) -> str:
        """Why nobody says of the decision here that it was recorded in error: what it led to has gone on from it."""
        if (decision := getattr(self, "decision", None)) is None:
            return "The panel has not decided here."
        if obstacle := decision.obstacle_to_error():
            return obstacle
        leads_to = LEADS_TO[decision.judgement]
        if leads_to == CaseStage.AWAITING_PANEL:
            return "Support was stopped with this decision. The panel decides at a meeting how it goes on."
        if leads_to not in (None, CaseStage.CONSENT_PENDING):
            return "The case ended with this decision, and stands as it ended. Whoever needs a panel is referred anew."
        answered = self.case.consents.support_went_on_from().filter(recorded_at__gte=decision.decided_at).exists()
        if leads_to and answered:
            return "An answer about support was recorded since. The panel decides at a meeting how it goes on."
        if leads_to and self.case.stage != CaseStage.CONSENT_PENDING:
            return "The case has gone on since this decision, and stands as it is now."
        return ""

    def obstacle_to_decision(self) -> str:
        """What the law or the order of things still needs before the panel decides on this case."""
        if hasattr(self, "decision"):
            return "The panel has decided on this case."
        if obstacle := self.meeting.obstacle_to_running() or self.case.obstacle_to_change():
            return obstacle
        if self.has_moved:
            return f"This case has gone to another panel: {self.case.panel}."
        if not self.meeting.panel.acts_as_channel:
            return ""
        if not self.case.has_reasonable_grounds:
            return "The section 36 decision has not been made. It comes before the panel takes the case."
        return self.obstacle_to_discussing()


@pghistory.track()
class Minutes(Document):
    """The minutes of one item, as a PDF. Minutes are per case: nobody reads another case in them.

    They are made anew when what the panel decided is disputed, and when that is answered. Earlier ones are kept and are
    not opened any more: what is disputed is shown with what disputes it.
    """

    under = "item"

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="minutes")

    field_classes = Document.document_field_classes
    fetch_with = ("item__case__individual", "item__meeting__panel__area")

    class Meta(Document.Meta):
        verbose_name_plural = "minutes"

    def get_absolute_url(self) -> str:
        return reverse("panels:open_minutes", args=[self.reference])
