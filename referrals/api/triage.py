"""The endpoints of those who receive referrals."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import part
from referrals import operations
from referrals.forms import triage as forms
from referrals.forms.worklist import WorklistForm, asked, by_day, filtered
from referrals.models import (
    ANSWERS,
    THE_REFERRER,
    ConcernEntry,
    EndProposal,
    OwnWords,
    ParallelReferral,
    Referral,
    ReferralFeedback,
    ReferralQuestion,
    ReferralTransfer,
    SecondReading,
    SupportNeed,
    TriageAssessment,
    TriageDecision,
    UrgencyJudgement,
    Withdrawal,
    lay_beside,
)
from referrals.models.parts import said_since
from referrals.permissions.source import source_for

OWN_WORDS = (
    "reference", "whose", "words", "said_on", "recorded_at", "due_on", "outcome", "answer", "answered_at",
)  # fmt: skip
LISTED = ("reference", "stage", "initials", "age_at_referral", "from_agency", "urgency", "submitted_at")


class ConcernEntrySerializer(serializers.ModelSerializer):
    """One that is disputed says so; in which words, for those who may see the referral (``own_words``)."""

    is_disputed = serializers.SerializerMethodField()

    class Meta:
        model = ConcernEntry
        fields = ("how_known", "happened_on", "text", "is_disputed")

    def get_is_disputed(self, entry: ConcernEntry) -> bool:
        return bool(entry.disputes)


class OwnWordsSerializer(part(OwnWords, *OWN_WORDS)):
    """``disputes`` is the place of the entry among those of the referral, from 1; none where it is an account."""

    disputes = serializers.SerializerMethodField()

    class Meta:
        model = OwnWords
        fields = (*OWN_WORDS, "disputes")

    def get_disputes(self, said: OwnWords) -> int | None:
        entries = [entry.pk for entry in said.referral.entries.all()]
        return entries.index(said.entry_id) + 1 if said.entry_id else None


class SupportNeedSerializer(serializers.ModelSerializer):
    class Meta:
        model = SupportNeed
        fields = ("kind", "fact", "source")


class ListedReferralSerializer(serializers.ModelSerializer):
    """What a list shows: never the type of concern."""

    initials = serializers.CharField()
    age_at_referral = serializers.IntegerField(allow_null=True)
    from_agency = serializers.CharField(source="for_agency.name")

    class Meta:
        model = Referral
        fields = LISTED


class AsSentSerializer(serializers.ModelSerializer):
    """What was said in a referral, without who said it."""

    entries = ConcernEntrySerializer(many=True)
    support_needs = SupportNeedSerializer(many=True)

    class Meta:
        model = Referral
        fields = (*(name for name in ANSWERS if name not in THE_REFERRER), "entries", "support_needs")

    def to_representation(self, referral: Referral) -> dict:
        lay_beside(referral)
        return super().to_representation(referral)


class SaidSinceSerializer(serializers.Serializer):
    """What was added, or answered to what was ``asked``; by whom, for those who know who referred."""

    at = serializers.DateTimeField()
    by = serializers.CharField()
    asked = serializers.CharField()
    text = serializers.CharField()


class ReferralSerializer(AsSentSerializer, ListedReferralSerializer):
    """A referral as sent, without who sent it: whoever its case is shared with reads it too."""

    source_held_back = serializers.BooleanField(
        read_only=True, help_text="Whether who noticed first is not told here: ask the Prevent coordinator."
    )
    said_since = SaidSinceSerializer(many=True, read_only=True)
    own_words = OwnWordsSerializer(many=True, read_only=True)

    class Meta:
        model = Referral
        fields = (
            *LISTED,
            *(name for name in AsSentSerializer.Meta.fields if name not in LISTED),
            "source_held_back",
            "said_since",
            "own_words",
        )

    def to_representation(self, referral: Referral) -> dict:
        # Of several they were read with what their reader may know of each.
        shown = getattr(referral, "source", None) or source_for(self.context["request"].user, referral)
        referral.source_held_back = not shown.noticed
        referral.said_since = said_since(referral, named=shown.names)
        given = super().to_representation(referral)
        return given if shown.noticed else given | {"noticed_by": ""}


class TransferredFromSerializer(serializers.ModelSerializer):
    area = serializers.StringRelatedField(source="referral.area")
    reference = serializers.CharField(source="referral.reference")

    class Meta:
        model = ReferralTransfer
        fields = ("area", "reference", "reason", "answered_at")


FeedbackSerializer = part(ReferralFeedback, "what_helped", "next_time", "given_at", "word_back", "answered_at")


class TriageSerializer(serializers.ModelSerializer):
    """What has been asked, judged, proposed and decided about a referral, as its page shows it to whoever sees it."""

    urgency_judgements = part(
        UrgencyJudgement,
        "urgency",
        "reason",
        "best_placed",
        "called",
        "called_at",
        "judged_by",
        "judged_at",
        "superseded_at",
    )(many=True)
    parallel_referrals = part(ParallelReferral, "answer", "reason", "recorded_by", "recorded_at")(many=True)
    assessments = part(
        TriageAssessment,
        "what_worries",
        "what_speaks_against",
        "what_protects",
        "what_would_change_your_mind",
        "kind_of_need",
        "complex_needs",
        "assessed_by",
        "assessed_at",
    )(many=True)
    questions = part(
        ReferralQuestion, "reference", "text", "asked_by", "asked_at", "answer", "answered_by", "answered_at"
    )(many=True)
    feedback = FeedbackSerializer(default=None)
    withdrawals = part(
        Withdrawal,
        "reason",
        "withdrawn_at",
        "goes_on",
        "rationale",
        "words_for_referrer",
        "answered_by",
        "answered_at",
    )(many=True)
    second_readings = part(
        SecondReading, "reader", "asked_by", "asked_at", "remains", "reasons", "read_at", "ended_at"
    )(many=True)
    end_proposals = part(
        EndProposal,
        "end_reason",
        "rationale",
        "words_for_referrer",
        "proposed_by",
        "proposed_at",
        "answered_by",
        "answered_at",
        "confirmed",
        "answer",
    )(many=True)
    transfers = part(
        ReferralTransfer,
        "to_area",
        "reason",
        "offered_by",
        "offered_at",
        "outcome",
        "answer",
        "answered_by",
        "answered_at",
    )(many=True)
    transferred_by = TransferredFromSerializer(default=None, help_text="How it came from another area.")
    decision = part(
        TriageDecision,
        "panel",
        "end_reason",
        "onward_service",
        "arranged",
        "rationale",
        "decided_at",
        "confirmed_by",
        onward_service_name=serializers.CharField(source="get_onward_service_display", read_only=True),
    )(default=None)

    class Meta:
        model = Referral
        fields = (
            "reference",
            "stage",
            "unread_at",
            "urgency_judgements",
            "parallel_referrals",
            "assessments",
            "questions",
            "feedback",
            "withdrawals",
            "second_readings",
            "end_proposals",
            "transfers",
            "transferred_by",
            "decision",
        )

    def to_representation(self, referral: Referral) -> dict:
        given = super().to_representation(referral)
        if not source_for(self.context["request"].user, referral).names:
            given["questions"] = [question | {"answered_by": None} for question in given["questions"]]
        return given


class WorklistSerializer(ListedReferralSerializer):
    """A referral on the worklist, with its deadline."""

    class Meta:
        model = Referral
        fields = (*LISTED, "is_urgent", "due_on", "unread_at")


class ListReferrals(RecordListEndpoint):
    """The worklist, as on its page: not decided yet and the oldest deadline first, unless something else is asked."""

    model = Referral
    serializer_class = WorklistSerializer
    form_class = WorklistForm

    def queryset(self, request):
        return filtered(asked(request.query_params), request.user)

    def sorted_by(self, request):
        return by_day(asked(request.query_params))


class ViewReferral(RecordEndpoint):
    model = Referral
    serializer_class = ReferralSerializer


class ViewTriage(RecordEndpoint):
    model = Referral
    serializer_class = TriageSerializer


class AssessReferral(OperationEndpoint):
    model = Referral
    operation = operations.assess_referral
    form_class = forms.AssessReferralForm


class EndReferral(OperationEndpoint):
    model = Referral
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class ProposeNoFurtherAction(OperationEndpoint):
    model = Referral
    operation = operations.propose_no_further_action
    form_class = forms.NoFurtherActionForm


class ProposalEndpoint(OperationEndpoint):
    """An answer of somebody who may have been asked for it and nothing else, and no longer sees the referral then."""

    model = Referral

    def destination(self, record, result):
        return "/"


class ConfirmNoFurtherAction(ProposalEndpoint):
    operation = operations.confirm_no_further_action
    form_class = forms.ConfirmNoFurtherActionForm


class SendBackToTriage(ProposalEndpoint):
    operation = operations.send_back_to_triage
    form_class = forms.SendBackForm


class RecordConcernType(OperationEndpoint):
    model = Referral
    operation = operations.record_concern_type
    form_class = forms.ConcernTypeForm
