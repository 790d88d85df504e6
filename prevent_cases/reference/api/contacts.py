"""The endpoints of the directory of contacts."""

from rest_framework import serializers

from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordListEndpoint
from prevent_cases.reference import operations
from prevent_cases.reference.forms.contacts import ChangeContactForm, ContactForm
from prevent_cases.reference.models import Contact


class ContactSerializer(serializers.ModelSerializer):
    area = serializers.CharField(source="area.slug")

    class Meta:
        model = Contact
        fields = ("reference", "area", "kind", "name", "telephone", "hours", "email", "web", "note")


class ListContacts(RecordListEndpoint):
    """The contacts that areas keep now."""

    model = Contact
    serializer_class = ContactSerializer

    def queryset(self, request):
        return Contact.objects.current()


class AddContact(OperationEndpoint):
    model = Area
    operation = operations.add_contact
    form_class = ContactForm


class ChangeContact(OperationEndpoint):
    model = Contact
    operation = operations.change_contact
    form_class = ChangeContactForm


class RemoveContact(OperationEndpoint):
    model = Contact
    operation = operations.remove_contact
