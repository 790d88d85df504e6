"""Urgent conferences: who asks for one about a referral, and the meeting that came of it."""

from datetime import datetime
from functools import reduce
from operator import or_

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q

from cases.models import Case
from panels.models.meetings import AgendaItem, Meeting
from prevent_cases.accounts.models import Agency, Area, Post, User
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import new_reference
from referrals.models import LIVE as REFERRAL_LIVE
from referrals.models import Referral


class ConferenceRequestQuerySet(RecordQuerySet):
    def waiting(self) -> "ConferenceRequestQuerySet":
        """Those for which somebody is still to call a meeting."""
        return self.filter(meeting=None, not_called_at=None)

    def not_held(self, until: datetime | None = None) -> "ConferenceRequestQuerySet":
        """Those that nobody has called yet, or whose meeting has neither ended nor decided about the case: by now, or
        as it was at the end of a case.
        """
        to_be_held = Q(meeting=None) | Q(meeting__ended_at=None)
        if until:
            to_be_held |= Q(meeting__ended_at__gte=until)
        decided = AgendaItem.objects.filter(
            meeting=OuterRef("meeting"), case=OuterRef("referral__carried_by__case"), decision__isnull=False
        )
        return self.filter(to_be_held, ~Exists(decided), not_called_at=None)


@pghistory.track()
class ConferenceRequest(Record):
    """That a member asks for an urgent conference about a referral, and the meeting that came of it.

    Asked for an agency, or by somebody of the area or the panel in their own name. One that was asked for elsewhere and
    not held comes along with its case: whoever takes that on stands for it, and it is called here, or said why not.
    """

    under = "referral"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="conference_requests")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # When it was asked for in the area that its case came from, where that did not hold it.
    first_asked_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="+")
    called_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    called_at = models.DateTimeField(null=True)
    organisers_told_at = models.DateTimeField(null=True)
    members_told_at = models.DateTimeField(null=True)
    # Who decided that none is called, and why: of what was asked for elsewhere, since much may have changed.
    not_called_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    not_called_at = models.DateTimeField(null=True)
    not_called_because = models.TextField(blank=True)

    objects = ConferenceRequestQuerySet.as_manager()

    field_classes = field_classes(
        public="reference asked_at first_asked_at due_at called_at organisers_told_at members_told_at not_called_at",
        special="reason not_called_because",
    )
    fetch_with = ("referral__area", "agency", "asked_by", "meeting", "not_called_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(meeting=None, not_called_at=None),
                name="one_conference_is_asked_for_at_a_time",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_conference_is_asked_for_with_a_reason"),
            models.CheckConstraint(
                condition=Q(meeting=None, called_by=None, called_at=None)
                | Q(meeting__isnull=False, called_by__isnull=False, called_at__isnull=False),
                name="a_called_conference_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(members_told_at=None) | Q(meeting__isnull=False),
                name="members_are_invited_to_a_conference_that_was_called",
            ),
            models.CheckConstraint(
                condition=Q(not_called_by=None, not_called_at=None, not_called_because="")
                | (
                    Q(not_called_by__isnull=False, not_called_at__isnull=False, first_asked_at__isnull=False)
                    & Q(meeting=None)
                    & ~Q(not_called_because="")
                ),
                name="only_what_came_with_a_case_is_not_called_for_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="stands",
                fields=["referral", "agency", "reason", "asked_by", "asked_at", "first_asked_at", "due_at"],
            ),
            pgtrigger.Protect(
                name="not_called_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__not_called_at__isnull=False),
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.referral.get_absolute_url()

    @property
    def asker(self) -> Agency | User:
        """Whose request it is: the agency's or, where it is nobody's but their own, the person's."""
        return self.agency or self.asked_by

    @property
    def case(self) -> Case | None:
        """The case that carries the referral, once it has been accepted."""
        return Case.objects.filter(carried_referrals__referral=self.referral_id).select_related("panel").first()

    def obstacle_to_calling(self) -> str:
        if self.meeting_id:
            return "This conference has been called."
        if self.not_called_at:
            return f"{self.not_called_by} has written why no conference is called. Ask for one, if it is needed now."
        case = self.case
        if case is None:
            return (
                self.referral.obstacle_outside(*REFERRAL_LIVE)
                or "Accept the referral to a panel first. Then call the conference."
            )
        return case.obstacle_to_change()

    def obstacle_to_not_calling(self) -> str:
        """Why it cannot be left at saying why none is called: whoever asks here has one called."""
        if obstacle := self.obstacle_to_calling():
            return obstacle
        return "" if self.first_asked_at else "This was asked for here. Call the conference."

    def obstacle_to_telling_organisers(self) -> AlreadyDone | str:
        seen_to = self.organisers_told_at or self.meeting or self.not_called_at
        return AlreadyDone("They have been told, or have seen to it.") if seen_to else ""

    def obstacle_to_inviting(self) -> AlreadyDone | str:
        if self.meeting is None:
            return "This conference has not been called."
        return AlreadyDone("The members have been invited.") if self.members_told_at else ""


ORGANISE = (PostKind.ORGANISER, PostKind.COORDINATOR)


def people_of(*posts: Q) -> models.QuerySet[User]:
    """Those who hold such a post today, each once."""
    held = Post.objects.current().filter(reduce(or_, posts))
    return User.objects.filter(pk__in=held.values("user"), is_active=True).order_by("pk")


def organisers_of(area: Area) -> models.QuerySet[User]:
    return people_of(Q(kind__in=ORGANISE, area=area))


def invited_to(request: ConferenceRequest) -> models.QuerySet[User]:
    """The members of the panel; those who handle cases where it was asked for and where help is best placed; and who
    of the area asked for it, if somebody else called it.
    """
    panel = request.meeting.panel
    judgement = request.referral.urgency_judgement
    near = [key for key in (request.agency_id, judgement and judgement.best_placed_id) if key]
    asked = Q(kind__in=(PostKind.FRONT_DOOR, *ORGANISE), area=panel.area_id, user=request.asked_by_id)
    return people_of(
        Q(kind__in=(PostKind.CHAIR, PostKind.DEPUTY), panel=panel),
        Q(kind=PostKind.REPRESENTATIVE, agency__area=panel.area_id),
        Q(kind__in=HANDLES_CASES, agency__in=near),
        asked & ~Q(user=request.called_by_id),
    )


def obstacle_to_asking(referral: Referral) -> str:
    """Why no urgent conference can be asked for about a referral now."""
    if referral.conference_requests.waiting().exists():
        return "An urgent conference has been asked for already. The organiser has been told."
    case = Case.objects.filter(carried_referrals__referral=referral).first()
    if case is None:
        return referral.obstacle_outside(*REFERRAL_LIVE)
    if obstacle := case.obstacle_to_change():
        return f"{obstacle} Have what cannot wait added to the referral: whoever goes on with it is told at once."
    return ""
