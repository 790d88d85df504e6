"""The endpoints of support that agencies give."""

from datetime import date

from rest_framework import serializers

from cases import operations
from cases.api.dispute import DisputeSerializer
from cases.forms import interventions as forms
from cases.forms.contact_log import InErrorForm
from cases.known import disputed, with_disputes
from cases.models import BRIEF, AgreedSession, Case, Intervention, InterventionSession, UrgentConcern
from prevent_cases.access import rules
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint, RecordListEndpoint
from prevent_cases.api.parts import part

SessionSerializer = part(
    InterventionSession,
    "reference", "held_on", "came", "minutes", "what", "why_missed", "reported_by", "reported_at", "in_error_at",
    "in_error_reason",
    disputes=DisputeSerializer(many=True, read_only=True, source="said_against"),
)  # fmt: skip

TakenBackSerializer = part(AgreedSession, "meets_on", "taken_back_at", "taken_back_because")


class LedgerSerializer(serializers.Serializer):
    """What the sessions come to, and what somebody is to see to; read ``with_ledger``."""

    reference = serializers.CharField()
    commissioned = serializers.IntegerField(source="sessions")
    delivered = serializers.IntegerField()
    missed = serializers.IntegerField()
    reported = serializers.IntegerField()
    disputed = serializers.IntegerField()
    unreported = serializers.IntegerField()
    unreported_since = serializers.DateField()
    last_delivered_on = serializers.DateField()
    to_see_to = serializers.CharField()


class ListedInterventionSerializer(serializers.ModelSerializer):
    agency = serializers.CharField(source="agency.slug")
    project = serializers.CharField(source="project.reference", default=None)

    class Meta:
        model = Intervention
        fields = (
            "reference",
            "agency",
            "project",
            "sessions",
            "starts_on",
            "until",
            "asked_at",
            "accepted",
            "answered_at",
        )


class InterventionSerializer(ListedInterventionSerializer):
    """The brief and what was reported: nothing by which whoever gives it would learn of the case."""

    ledger = serializers.SerializerMethodField()
    agreed_sessions = serializers.SerializerMethodField()
    sessions_taken_back = serializers.SerializerMethodField()
    held_sessions = serializers.SerializerMethodField()
    disputes = serializers.SerializerMethodField(help_text="What is disputed of the brief.")

    def get_ledger(self, intervention: Intervention) -> LedgerSerializer:
        return LedgerSerializer(Intervention.objects.with_ledger().select_related("case").get(pk=intervention.pk)).data

    def get_agreed_sessions(self, intervention: Intervention) -> list[date]:
        return list(intervention.agreed_sessions.filter(taken_back_at=None).values_list("meets_on", flat=True))

    def get_sessions_taken_back(self, intervention: Intervention) -> TakenBackSerializer(many=True):
        return TakenBackSerializer(intervention.agreed_sessions.exclude(taken_back_at=None), many=True).data

    class Meta(ListedInterventionSerializer.Meta):
        fields = (
            *ListedInterventionSerializer.Meta.fields,
            *BRIEF,
            "lawful_basis",
            "why_declined",
            "ended_at",
            "is_paused",
            "ledger",
            "agreed_sessions",
            "sessions_taken_back",
            "held_sessions",
            "disputes",
        )
        read_only_fields = ("is_paused",)

    def get_held_sessions(self, intervention: Intervention) -> SessionSerializer(many=True):
        user = self.context["request"].user
        seen = InterventionSession.objects.permitted(user, "cases.view_interventionsession")
        sessions = seen.filter(intervention=intervention).select_related("reported_by").order_by("-held_on", "-pk")
        return SessionSerializer(with_disputes("session", sessions), many=True).data

    def get_disputes(self, intervention: Intervention) -> DisputeSerializer(many=True):
        return DisputeSerializer(disputed().filter(intervention=intervention), many=True).data


class UrgentConcernSerializer(serializers.ModelSerializer):
    """What was done, and in which case, only to whoever is to do something or sees the case; null to others.

    So is who has seen it, and why it was recorded in error, where the case had gone to another area.
    """

    answered_by = serializers.SerializerMethodField()
    disputes = serializers.SerializerMethodField()
    case = serializers.SerializerMethodField()
    what_was_done = serializers.SerializerMethodField()
    in_error_reason = serializers.SerializerMethodField()

    class Meta:
        model = UrgentConcern
        fields = (
            "reference", "words", "raised_at", "answered_at", "answered_by", "case", "what_was_done", "in_error_at",
            "in_error_reason", "disputes",
        )  # fmt: skip

    def get_disputes(self, concern: UrgentConcern) -> DisputeSerializer(many=True):
        return DisputeSerializer(disputed().filter(urgent_concern=concern), many=True).data

    def knows_whom(self, concern: UrgentConcern) -> bool:
        user = self.context["request"].user
        to_do = rules["cases.answer_urgentconcern"].permits(user, concern)
        return to_do or rules["cases.view_case"].permits(user, concern.case)

    def get_answered_by(self, concern: UrgentConcern) -> str | None:
        named = concern.answered_at and (not concern.went_along or self.knows_whom(concern))
        return str(concern.answered_by) if named else None

    def get_case(self, concern: UrgentConcern) -> str | None:
        return concern.case.reference if self.knows_whom(concern) else None

    def get_what_was_done(self, concern: UrgentConcern) -> str | None:
        return concern.what_was_done if self.knows_whom(concern) else None

    def get_in_error_reason(self, concern: UrgentConcern) -> str | None:
        return concern.in_error_reason if not concern.went_along or self.knows_whom(concern) else None


class ListInterventions(RecordListEndpoint):
    model = Intervention
    permission = "cases.give_intervention"
    serializer_class = ListedInterventionSerializer


class ViewIntervention(RecordEndpoint):
    model = Intervention
    serializer_class = InterventionSerializer


class ArrangeIntervention(OperationEndpoint):
    model = Case
    operation = operations.arrange_intervention
    form_class = forms.ArrangeInterventionForm


class AnswerIntervention(OperationEndpoint):
    model = Intervention
    operation = operations.answer_intervention
    form_class = forms.AnswerInterventionForm


class ReportSession(OperationEndpoint):
    model = Intervention
    operation = operations.report_session
    form_class = forms.ReportSessionForm


class AgreeSession(OperationEndpoint):
    model = Intervention
    operation = operations.agree_session
    form_class = forms.AgreeSessionForm


class TakeBackSession(OperationEndpoint):
    model = Intervention
    operation = operations.take_back_session
    form_class = forms.TakeBackSessionForm


class RecordSessionInError(OperationEndpoint):
    model = InterventionSession
    operation = operations.record_session_in_error
    form_class = InErrorForm


class EndIntervention(OperationEndpoint):
    model = Intervention
    operation = operations.end_intervention
    form_class = forms.EndInterventionForm


class RaiseUrgentConcern(OperationEndpoint):
    model = Intervention
    operation = operations.raise_urgent_concern
    form_class = forms.UrgentConcernForm


class ViewUrgentConcern(RecordEndpoint):
    model = UrgentConcern
    serializer_class = UrgentConcernSerializer


class RecordUrgentConcernInError(OperationEndpoint):
    model = UrgentConcern
    operation = operations.record_urgent_concern_in_error
    form_class = InErrorForm


class AnswerUrgentConcern(OperationEndpoint):
    model = UrgentConcern
    operation = operations.answer_urgent_concern
    form_class = forms.AnswerUrgentConcernForm
