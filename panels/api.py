"""The endpoints of panels."""

from typing import Any

from rest_framework import serializers

from actions.models import Action, ActionDispute
from cases.forms.consent import ConsentForm, WithdrawalForm
from cases.forms.contact_log import InErrorForm
from cases.forms.panel_offer import AnswerPanelOfferForm
from cases.forms.section36 import Section36InErrorForm
from cases.forms.transfer import AnswerTransferForm
from cases.models import Case, CaseTransfer, PanelOffer
from panels import forms, operations
from panels.known import said_against, with_disputes
from panels.models import (
    AWAITED,
    AgendaItem,
    ConferenceRequest,
    Decision,
    DecisionDispute,
    Meeting,
    Minutes,
    Review,
    earlier_deferrals,
)
from panels.shown import led_by_police, meetings_of
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import part
from prevent_cases.documents.api import OpenDocument
from referrals.forms.own_words import AnswerDisputeForm
from referrals.models import Referral


class MeetingSerializer(serializers.ModelSerializer):
    panel = serializers.CharField(source="panel.slug")

    class Meta:
        model = Meeting
        fields = ("reference", "panel", "starts_at", "started_at", "chaired_for", "ended_at")


DecisionDisputeSerializer = part(
    DecisionDispute, "reference", "whose", "words", "said_on", "due_on", "outcome", "answer", "answered_at"
)


class DecisionSerializer(serializers.ModelSerializer):
    end_reason_name = serializers.CharField(source="get_end_reason_display", read_only=True)
    onward_service_name = serializers.CharField(source="get_onward_service_display", read_only=True)
    disputes = serializers.SerializerMethodField()

    def get_disputes(self, decision: Decision) -> DecisionDisputeSerializer(many=True):
        return DecisionDisputeSerializer(said_against(of=decision.item), many=True).data

    class Meta:
        model = Decision
        fields = (
            "judgement",
            "reached",
            "rationale",
            "dissent",
            "end_reason",
            "end_reason_name",
            "health_or_care",
            "onward_service",
            "onward_service_name",
            "arranged",
            "awaited",
            "awaited_from",
            "awaited_by",
            "looks_again_on",
            "reassess_on",
            "change_since_start",
            "change_reason",
            "decided_at",
            "in_error_at",
            "in_error_reason",
            "disputes",
        )


DeferralSerializer = part(Decision, *AWAITED, "decided_at")


class ReviewSerializer(serializers.ModelSerializer):
    disputes = DecisionDisputeSerializer(source="said_against", many=True)

    class Meta:
        model = Review
        fields = (
            "months",
            "from_partners",
            "is_concern",
            "reason",
            "what_follows",
            "reviewed_at",
            "in_error_at",
            "in_error_reason",
            "disputes",
        )


LISTED = ("reference", "meeting", "case", "position")


class ListedAgendaItemSerializer(serializers.ModelSerializer):
    """What a list shows: never what was decided."""

    meeting = serializers.CharField(source="meeting.reference")
    case = serializers.CharField(source="case.reference")

    class Meta:
        model = AgendaItem
        fields = LISTED


MinutesSerializer = part(Minutes, "reference", "state", "made_at")


class AgendaItemSerializer(ListedAgendaItemSerializer):
    decision = DecisionSerializer(default=None)
    earlier_deferrals = serializers.SerializerMethodField()
    reviews = serializers.SerializerMethodField()
    minutes = serializers.SerializerMethodField()

    def get_earlier_deferrals(self, item: AgendaItem) -> DeferralSerializer(many=True):
        return DeferralSerializer(earlier_deferrals(item), many=True).data

    def get_reviews(self, item: AgendaItem) -> ReviewSerializer(many=True):
        return ReviewSerializer(with_disputes(item.reviews.all()), many=True).data

    def get_minutes(self, item: AgendaItem) -> MinutesSerializer(many=True):
        shown = item.minutes.permitted(self.context["request"].user, "panels.view_minutes").order_by("-pk")
        return MinutesSerializer(shown[:1], many=True).data

    class Meta:
        model = AgendaItem
        fields = (*LISTED, "left_because", "decision", "earlier_deferrals", "reviews", "minutes")
        read_only_fields = ("left_because",)


class CaseItemSerializer(ListedAgendaItemSerializer):
    """A case on an agenda: what was decided, and what is disputed of it."""

    panel = serializers.CharField(source="meeting.panel.slug")
    starts_at = serializers.DateTimeField(source="meeting.starts_at")
    judgement = serializers.CharField(source="decision.judgement", default="")
    change_since_start = serializers.CharField(source="decision.change_since_start", default="")
    in_error_at = serializers.DateTimeField(source="decision.in_error_at", default=None)
    in_error_reason = serializers.CharField(source="decision.in_error_reason", default="")
    disputes = DecisionDisputeSerializer(many=True, source="said_against")

    class Meta:
        model = AgendaItem
        fields = (
            *LISTED, "panel", "starts_at", "has_moved", "judgement", "change_since_start", "in_error_at",
            "in_error_reason", "disputes",
        )  # fmt: skip
        read_only_fields = ("has_moved",)


class NextReviewSerializer(serializers.Serializer):
    months = serializers.IntegerField()
    due_on = serializers.DateField()


class WaitingConferenceSerializer(serializers.ModelSerializer):
    asker = serializers.CharField()

    class Meta:
        model = ConferenceRequest
        fields = ("reference", "asker", "asked_at", "first_asked_at", "due_at")


class CaseMeetingsSerializer(serializers.Serializer):
    """When panels took a case and what they decided, the newest first; looking back after support; and the urgent
    conferences that wait to be called, or were not.
    """

    items = CaseItemSerializer(many=True)
    reviews = ReviewSerializer(many=True)
    next_review = NextReviewSerializer(allow_null=True)
    waiting = WaitingConferenceSerializer(many=True)
    not_called = part(ConferenceRequest, "first_asked_at", "not_called_by", "not_called_at", "not_called_because")(
        many=True
    )

    def to_representation(self, case: Case) -> dict[str, Any]:
        return super().to_representation(meetings_of(case, self.context["request"].user))


class CaseMeetings(RecordEndpoint):
    model = Case
    serializer_class = CaseMeetingsSerializer


class ListMeetings(RecordListEndpoint):
    model = Meeting
    serializer_class = MeetingSerializer


class OneMeetingSerializer(MeetingSerializer):
    """With the cases of its panel that the police lead, until it is over."""

    led_by_police = serializers.SerializerMethodField()

    def get_led_by_police(self, meeting: Meeting) -> part(Case, "reference", "ended_at")(many=True):
        found = led_by_police(meeting, self.context["request"].user)
        return part(Case, "reference", "ended_at")(found, many=True).data

    class Meta(MeetingSerializer.Meta):
        fields = (*MeetingSerializer.Meta.fields, "led_by_police")


class ViewMeeting(RecordEndpoint):
    model = Meeting
    serializer_class = OneMeetingSerializer


class ListAgendaItems(RecordListEndpoint):
    model = AgendaItem
    serializer_class = ListedAgendaItemSerializer


class ViewAgendaItem(RecordEndpoint):
    model = AgendaItem
    serializer_class = AgendaItemSerializer


class AcceptReferral(OperationEndpoint):
    model = Referral
    operation = operations.accept_referral
    form_class = forms.AcceptReferralForm


class RecordConsent(OperationEndpoint):
    model = Case
    operation = operations.record_consent
    form_class = ConsentForm


class RecordWithdrawal(OperationEndpoint):
    model = Case
    operation = operations.record_withdrawal
    form_class = WithdrawalForm


class AnswerPanelOffer(OperationEndpoint):
    model = PanelOffer
    operation = operations.answer_panel_offer
    form_class = AnswerPanelOfferForm


class AnswerTransfer(OperationEndpoint):
    model = CaseTransfer
    operation = operations.answer_transfer
    form_class = AnswerTransferForm


class AskForConference(OperationEndpoint):
    model = Referral
    operation = operations.ask_for_conference
    form_class = forms.AskForConferenceForm


class CallConference(OperationEndpoint):
    model = ConferenceRequest
    operation = operations.call_conference
    form_class = forms.CallConferenceForm


class LeaveConferenceUncalled(OperationEndpoint):
    model = ConferenceRequest
    operation = operations.leave_conference_uncalled
    form_class = forms.LeaveConferenceUncalledForm


class ListCase(OperationEndpoint):
    model = Meeting
    operation = operations.list_case
    form_class = forms.ListCaseForm


class ListWaitingCases(OperationEndpoint):
    model = Meeting
    operation = operations.list_waiting_cases


class StartMeeting(OperationEndpoint):
    model = Meeting
    operation = operations.start_meeting
    form_class = forms.StartMeetingForm


class RecordAttendance(OperationEndpoint):
    model = Meeting
    operation = operations.record_attendance
    form_class = forms.AttendanceForm


class RecordAttendanceInError(OperationEndpoint):
    model = Meeting
    operation = operations.record_attendance_in_error
    form_class = forms.AttendanceInErrorForm


class DecideItem(OperationEndpoint):
    model = AgendaItem
    operation = operations.decide_item
    form_class = forms.DecideItemForm


class RecordReview(OperationEndpoint):
    model = AgendaItem
    operation = operations.record_review
    form_class = forms.ReviewForm


class RecordDecisionInError(OperationEndpoint):
    model = AgendaItem
    operation = operations.record_decision_in_error
    form_class = InErrorForm


class RecordReviewInError(OperationEndpoint):
    model = AgendaItem
    operation = operations.record_review_in_error
    form_class = forms.ReviewInErrorForm


class RecordSection36InError(OperationEndpoint):
    model = Case
    operation = operations.record_section36_in_error
    form_class = Section36InErrorForm


class EndMeeting(OperationEndpoint):
    model = Meeting
    operation = operations.end_meeting


class RecordDecisionDispute(OperationEndpoint):
    model = AgendaItem
    operation = operations.record_decision_dispute
    form_class = forms.DisputeDecisionForm


class AnswerDecisionDispute(OperationEndpoint):
    model = DecisionDispute
    operation = operations.answer_decision_dispute
    form_class = AnswerDisputeForm


class OpenMinutes(OpenDocument):
    model = Minutes
    permission = "panels.view_minutes"


class RecordActionDispute(OperationEndpoint):
    model = Action
    operation = operations.record_action_dispute
    form_class = forms.DisputeActionForm


class AnswerActionDispute(OperationEndpoint):
    model = ActionDispute
    operation = operations.answer_action_dispute
    form_class = AnswerDisputeForm
