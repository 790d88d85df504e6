"""The meetings of the past: planned, prepared and run to their end. The one of today is left to be run."""

from datetime import timedelta

from cases.models import Case
from cases.models import Stage as CaseStage
from demonstration import reviews
from demonstration.assessments import assess
from demonstration.chance import dice
from demonstration.diary import Diary
from demonstration.history import Story
from demonstration.places import Place
from panels.models import ChairedFor, Meeting, Presence
from panels.operations import end_meeting, list_case, plan_meetings, record_attendance, start_meeting
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Panel, PanelKind, system_user
from prevent_cases.operations import AlreadyDone

PLANNED_EVERY = timedelta(days=170)
PREPARED_BEFORE = timedelta(days=2)
PER_ITEM = timedelta(minutes=11)


class Sittings:
    """All meetings of one panel."""

    def __init__(self, panel: Panel, place: Place, diary: Diary, stories: dict[int, Story]):
        self.panel = panel
        self.place = place
        self.diary = diary
        self.stories = stories
        self.dice = dice(f"meetings {panel.slug}")
        care = AgencyType.ADULTS if panel.kind == PanelKind.SAFEGUARDING_ADULTS else AgencyType.CHILDREN
        self.members = [place.first_agency(kind) for kind in (AgencyType.POLICE, care)]

    def begin(self) -> None:
        moment = clock.now()
        while moment < self.diary.until:
            self.diary.enter(moment, self.plan)
            moment += PLANNED_EVERY
        self.diary.enter(self.diary.until, self.plan)

    def plan(self) -> None:
        try:
            meetings = plan_meetings(self.panel, by=system_user())
        except AlreadyDone:
            return
        today = clock.day_of(self.diary.until)
        for meeting in meetings:
            self.diary.enter(meeting.starts_at - PREPARED_BEFORE, lambda meeting=meeting: self.prepare(meeting))
            if clock.day_of(meeting.starts_at) < today:
                self.diary.enter(meeting.starts_at, lambda meeting=meeting: self.run(meeting))

    def prepare(self, meeting: Meeting) -> None:
        """List what waits and is not on the agenda yet, and those who receive support from time to time."""
        waiting = (CaseStage.INFORMATION_GATHERING, CaseStage.AWAITING_PANEL, CaseStage.ACTIVE)
        is_today = clock.day_of(meeting.starts_at) == clock.day_of(self.diary.until)
        for case in Case.objects.filter(panel=self.panel, stage__in=waiting).exclude(agenda_items__meeting=meeting):
            if case.reassess_on and case.reassess_on > clock.day_of(meeting.starts_at):
                continue
            if case.stage != CaseStage.ACTIVE or is_today or self.stories[case.pk].is_due_for_review:
                list_case(meeting, by=self.place.organiser, case=case)
        reviews.prepare(meeting, self.place.organiser)
        for item in meeting.items.filter(case__ended_at=None).select_related("case"):
            assess(self.stories[item.case_id], item.case)

    def run(self, meeting: Meeting) -> None:
        start_meeting(meeting, by=self.place.chair, chaired_for=ChairedFor.COUNCIL)
        items = list(meeting.items.to_decide().select_related("case"))
        invited = [self.stories[item.case_id].referral.for_agency for item in items]
        for agency in dict.fromkeys([*self.members, *invited]):
            self._attend(meeting, agency)
        moment = clock.now()
        for item in items:
            moment += PER_ITEM
            with clock.at(moment):
                self.stories[item.case_id].be_taken(item)
        with clock.at(moment + PER_ITEM):
            reviews.look_back(meeting, self.stories, self.place.chair)
            end_meeting(meeting, by=self.place.chair)

    def _attend(self, meeting: Meeting, agency: Agency) -> None:
        away = agency.type != AgencyType.POLICE and self.dice.random() < 0.12
        speaker = self.place.handler_of.get(agency)
        record_attendance(
            meeting,
            by=self.place.organiser,
            agency=agency,
            name=speaker.name if speaker else "A duty officer",
            presence=Presence.APOLOGIES if away else Presence.PRESENT,
        )
