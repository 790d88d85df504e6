"""The endpoints of cases that are shared below reading."""

from rest_framework import serializers

from cases.models import Case
from cases.permissions.case import contribute_to_case, known_below_reading
from prevent_cases.api.endpoints import RecordEndpoint, RecordListEndpoint


class ListedKnownCaseSerializer(serializers.ModelSerializer):
    initials = serializers.CharField(source="individual.initials")

    class Meta:
        model = Case
        fields = ("reference", "initials")


class KnownCaseSerializer(ListedKnownCaseSerializer):
    """With whom to ask, and whom it is about: null to those who only know of it."""

    coordinator = serializers.CharField(source="owner.name")
    coordinator_email = serializers.EmailField(source="owner.email")
    given_names = serializers.SerializerMethodField()
    family_name = serializers.SerializerMethodField()
    born_on = serializers.SerializerMethodField()

    class Meta(ListedKnownCaseSerializer.Meta):
        fields = (
            *ListedKnownCaseSerializer.Meta.fields,
            "coordinator",
            "coordinator_email",
            "given_names",
            "family_name",
            "born_on",
        )

    def of_individual(self, case: Case, name: str):
        return (
            getattr(case.individual, name) if contribute_to_case.permits(self.context["request"].user, case) else None
        )

    def get_given_names(self, case: Case) -> str | None:
        return self.of_individual(case, "given_names")

    def get_family_name(self, case: Case) -> str | None:
        return self.of_individual(case, "family_name")

    def get_born_on(self, case: Case) -> str | None:
        return self.of_individual(case, "born_on")


class ListKnownCases(RecordListEndpoint):
    model = Case
    permission = "cases.know_of_case"
    serializer_class = ListedKnownCaseSerializer
    reads_with = ("individual",)

    def queryset(self, request):
        return known_below_reading(request.user)


class KnowOfCase(RecordEndpoint):
    model = Case
    permission = "cases.know_of_case"
    serializer_class = KnownCaseSerializer
