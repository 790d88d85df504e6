"""The endpoints of actions."""

from typing import Any

from rest_framework import serializers

from actions import forms, operations
from actions.known import with_disputes
from actions.models import Action, ActionDispute
from actions.shown import actions_of
from cases.forms.contact_log import InErrorForm
from cases.models import Case
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import part

ActionDisputeSerializer = part(
    ActionDispute, "reference", "whose", "words", "said_on", "due_on", "outcome", "answer", "answered_at"
)
LISTED = ("reference", "case", "agency", "due_on", "agreed_at", "done_at")


class ListedActionSerializer(serializers.ModelSerializer):
    """What a list shows: which action, and none of its words."""

    case = serializers.CharField(source="case.reference")
    agency = serializers.CharField(source="agency.slug")

    class Meta:
        model = Action
        fields = LISTED


class ActionSerializer(ListedActionSerializer):
    disputes = ActionDisputeSerializer(source="said_against", many=True)

    class Meta:
        model = Action
        fields = (*LISTED, "what", "outcome", "handed_over_to", "in_error_at", "in_error_reason", "disputes")


class CaseActionsSerializer(serializers.Serializer):
    """The actions of a case: what is to do first, soonest due."""

    reference = serializers.CharField()
    actions = serializers.SerializerMethodField()

    def get_actions(self, case: Case) -> ActionSerializer(many=True):
        return ActionSerializer(actions_of(case, self.context["request"].user), many=True).data


class CaseActions(RecordEndpoint):
    model = Case
    serializer_class = CaseActionsSerializer


class ListActions(RecordListEndpoint):
    """What is to be done, soonest due first, as on its page; what was done stands with the case."""

    model = Action
    serializer_class = ListedActionSerializer

    def queryset(self, request):
        return Action.objects.filter(done_at=None)

    def sorted_by(self, request):
        return "due_on"


class OneActionSerializer(ActionSerializer):
    def to_representation(self, action: Action) -> dict[str, Any]:
        with_disputes([action])
        return super().to_representation(action)


class ViewAction(RecordEndpoint):
    model = Action
    serializer_class = OneActionSerializer


class AgreeAction(OperationEndpoint):
    model = Case
    operation = operations.agree_action
    form_class = forms.AgreeActionForm


class CompleteAction(OperationEndpoint):
    model = Action
    operation = operations.complete_action
    form_class = forms.CompleteActionForm


class HandOverAction(OperationEndpoint):
    model = Action
    operation = operations.hand_over_action
    form_class = forms.HandOverActionForm


class RecordActionInError(OperationEndpoint):
    model = Action
    operation = operations.record_action_in_error
    form_class = InErrorForm
