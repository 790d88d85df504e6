"""The endpoints of the person's and a parent's own words about a case."""

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms.contact_log import InErrorForm
from cases.forms.own_account import NoteOwnAccountForm
from cases.known import with_disputes
from cases.models import Case, OwnAccount
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part

OwnAccountSerializer = part(
    OwnAccount,
    "reference", "whose", "name", "how", "said_on", "words", "noted_by", "noted_at", "in_error_at", "in_error_by",
    "in_error_reason",
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip


class OwnAccountsSerializer(serializers.Serializer):
    """The latest day first."""

    reference = serializers.CharField()
    accounts = serializers.SerializerMethodField()

    def get_accounts(self, case: Case) -> OwnAccountSerializer(many=True):
        accounts = case.own_accounts.select_related("noted_by", "in_error_by").order_by("-said_on", "-pk")
        return OwnAccountSerializer(with_disputes("own_account", accounts), many=True).data


class OwnAccounts(RecordEndpoint):
    model = Case
    serializer_class = OwnAccountsSerializer


class NoteOwnAccount(OperationEndpoint):
    model = Case
    operation = operations.note_own_account
    form_class = NoteOwnAccountForm


class RecordOwnAccountInError(OperationEndpoint):
    model = OwnAccount
    operation = operations.record_own_account_in_error
    form_class = InErrorForm
