"""The endpoints of letters."""

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms.contact_log import InErrorForm
from cases.forms.letters import SayLetterSentForm, WriteLetterForm
from cases.known import disputed
from cases.models import Case, Letter
from cases.shown.letters import letters
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.documents.api import OpenDocument


class LetterSerializer(serializers.ModelSerializer):
    case = serializers.CharField(source="case.reference")
    in_error_by = serializers.CharField(source="in_error_by.name", default="")
    disputes = serializers.SerializerMethodField()

    class Meta:
        model = Letter
        fields = (
            "reference",
            "case",
            "kind",
            "to_whom",
            "which_parent",
            "name",
            "address",
            "text",
            "easy_text",
            "who_opens_post",
            "parents_apart",
            "parent_of_concern",
            "why_safe",
            "asked_at",
            "state",
            "sent_on",
            "sent_how",
            "in_error_at",
            "in_error_by",
            "in_error_reason",
            "disputes",
        )

    def get_disputes(self, letter: Letter) -> DisputeSerializer(many=True):
        return DisputeSerializer(disputed().filter(letter=letter), many=True).data


class ListedLetterSerializer(serializers.ModelSerializer):
    """What a list shows: to whom, whether it reached them, and what is disputed of it; none of its words."""

    disputes = DisputeSerializer(many=True, read_only=True, source="said_against")

    class Meta:
        model = Letter
        fields = (
            "reference", "kind", "to_whom", "name", "asked_at", "sent_on", "sent_how", "in_error_at", "in_error_reason",
            "disputes",
        )  # fmt: skip


class LettersSerializer(serializers.Serializer):
    """The letters of a case, the newest first."""

    reference = serializers.CharField()
    letters = serializers.SerializerMethodField()

    def get_letters(self, case: Case) -> ListedLetterSerializer(many=True):
        return ListedLetterSerializer(letters(case, self.context["request"].user), many=True).data


class Letters(RecordEndpoint):
    model = Case
    serializer_class = LettersSerializer


class WriteLetter(OperationEndpoint):
    model = Case
    operation = operations.write_letter
    form_class = WriteLetterForm


class ViewLetter(RecordEndpoint):
    model = Letter
    serializer_class = LetterSerializer


class OpenLetter(OpenDocument):
    model = Letter
    what_stops = staticmethod(operations.what_stops)


class RecordLetterInError(OperationEndpoint):
    model = Letter
    operation = operations.record_letter_in_error
    form_class = InErrorForm


class SayLetterSent(OperationEndpoint):
    model = Letter
    operation = operations.say_letter_sent
    form_class = SayLetterSentForm
