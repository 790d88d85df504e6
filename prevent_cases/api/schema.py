"""How endpoints describe themselves in the OpenAPI document at /api/schema/."""

from django import forms
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

from prevent_cases.api import answers

IDEMPOTENCY_KEY = "Idempotency-Key"
OF_KEY = (
    "A key of your own for what you send, such as a UUID. Sent again within 24 hours, by the same person to the same "
    "address under the same key, it is not done again: the first answer is given again. Something else under the same "
    "key is refused (422). What was refused is not kept, and may be put right and sent under the same key. Put nothing "
    "in a key that says who anything is about."
)


def asked_in_address(name: str, field: forms.Field) -> OpenApiParameter:
    """A question by which a list is narrowed or sorted."""
    choices = [value for value, _ in getattr(field, "choices", []) if value]
    several = isinstance(field, answers.SEVERAL)
    return OpenApiParameter(name, str, enum=choices or None, many=several, description=str(field.label or ""))


class Problem(serializers.Serializer):
    """Problem details, RFC 9457."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    field = serializers.CharField(required=False)
    errors = serializers.DictField(child=serializers.ListField(child=serializers.CharField()), required=False)


class Done(serializers.Serializer):
    """What an operation answers: its sentence, and the page that shows what came of it."""

    sentence = serializers.CharField()
    address = serializers.CharField()


class EndpointSchema(AutoSchema):
    """Reads a page's worth of facts off an endpoint: its operation, form and serializer."""

    def get_operation_id(self) -> str:
        return f"{self.get_tags()[0]}.{type(self.view).__name__}"

    def get_tags(self) -> list[str]:
        return [type(self.view).__module__.removeprefix("prevent_cases.").split(".")[0]]

    def get_description(self) -> str:
        operation = getattr(self.view, "operation", None)
        return f"{operation.sentence}\n{operation.explanation}".strip() if operation else super().get_description()

    def get_override_parameters(self) -> list[OpenApiParameter]:
        if self.method == "POST":
            return [OpenApiParameter(IDEMPOTENCY_KEY, str, OpenApiParameter.HEADER, description=OF_KEY)]
        if not self._is_list():
            return []
        after = OpenApiParameter("after", str, description="Where the next page starts: ``next`` of the page before.")
        return [after, *(asked_in_address(name, field) for name, field in self.view.form_class.base_fields.items())]

    def get_request_serializer(self):
        if self.method != "POST":
            return None
        questions = answers.questions(self.view.form_class)
        return inline_serializer(f"{self._app_and_name()}Answers", questions) if questions else None

    def get_response_serializers(self) -> dict:
        problems = {("403", "application/problem+json"): Problem, ("404", "application/problem+json"): Problem}
        if self.method == "POST":
            for status in ("409", "422"):
                problems[status, "application/problem+json"] = Problem
            if found := getattr(self.view, "found_class", None):
                return {"200": found()} | problems
            if made := getattr(self.view, "serializer_class", None):
                return {"201": made(many=True)} | problems
            return {"200": Done, "201": Done} | problems
        if not hasattr(self.view, "serializer_class"):  # A file.
            return {("200", "application/octet-stream"): OpenApiTypes.BINARY} | problems
        made = self.view.serializer_class
        if self._is_list():
            made = inline_serializer(
                f"{self._app_and_name()}Page", {"results": made(many=True), "next": serializers.CharField()}
            )
        return {"200": made} | problems

    def _is_list(self) -> bool:
        return hasattr(self.view, "queryset") and self.method == "GET"

    def _app_and_name(self) -> str:
        return f"{self.get_tags()[0].capitalize()}{type(self.view).__name__}"
