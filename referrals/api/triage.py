"""The endpoints of those who receive referrals."""

from rest_framework import serializers

from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from referrals import operations
from referrals.forms import triage as forms
from referrals.forms.worklist import WorklistForm, asked, by_day, filtered
from referrals.models import ANSWERS, THE_REFERRER, ConcernEntry, Referral, SupportNeed

LISTED = ("reference", "stage", "initials", "age_at_referral", "from_agency", "urgency", "submitted_at")


class ConcernEntrySerializer(serializers.ModelSerializer):
    class Meta:
        model = ConcernEntry
        fields = ("how_known", "happened_on", "text")


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


class ReferralSerializer(ListedReferralSerializer):
    """A referral as sent, without who sent it: whoever its case is shared with reads it too."""

    entries = ConcernEntrySerializer(many=True)
    support_needs = SupportNeedSerializer(many=True)

    class Meta:
        model = Referral
        fields = (
            *LISTED,
            *(name for name in ANSWERS if name not in (*LISTED, *THE_REFERRER)),
            "entries",
            "support_needs",
        )


class WorklistSerializer(ListedReferralSerializer):
    """A referral on the worklist, with its deadline."""

    class Meta:
        model = Referral
        fields = (*LISTED, "is_urgent", "due_on")


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
