"""The endpoints of the contact log."""

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms.contact_log import InErrorForm, LogContactForm
from cases.known import with_disputes
from cases.models import Case, LoggedContact
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.api.parts import part

ContactSerializer = part(
    LoggedContact,
    "reference", "way", "contact_with", "name", "contacted_on", "reached", "what", "logged_by", "logged_at",
    "in_error_at", "in_error_by", "in_error_reason",
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip


class ContactLogSerializer(serializers.Serializer):
    """The latest day first."""

    reference = serializers.CharField()
    contacts = serializers.SerializerMethodField()

    def get_contacts(self, case: Case) -> ContactSerializer(many=True):
        contacts = case.logged_contacts.select_related("logged_by", "in_error_by").order_by("-contacted_on", "-pk")
        return ContactSerializer(with_disputes("contact", contacts), many=True).data


class ContactLog(RecordEndpoint):
    model = Case
    serializer_class = ContactLogSerializer


class LogContact(OperationEndpoint):
    model = Case
    operation = operations.log_contact
    form_class = LogContactForm


class RecordContactInError(OperationEndpoint):
    model = LoggedContact
    operation = operations.record_contact_in_error
    form_class = InErrorForm
