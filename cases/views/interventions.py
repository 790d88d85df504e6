"""Support that agencies give: as they read it, and as whoever sees the case does; and what worries them now."""

from django.db.models import Exists, OuterRef
from django.shortcuts import redirect
from django.urls import reverse

from cases import operations
from cases.forms import interventions as forms
from cases.forms.contact_log import InErrorForm
from cases.known import with_disputes
from cases.models import AgreedSession, Case, Intervention, InterventionSession, Restriction, UrgentConcern
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.pages.views import OperationPage, RecordList, RecordPage
from referrals.views.hold import StoppedByHold


class ArrangeIntervention(StoppedByHold):
    model = Case
    operation = operations.arrange_intervention
    form_class = forms.ArrangeInterventionForm

    def context(self, request, record):
        return {"may_see_help": rules["cases.list_help"].permits(request.user, record.area)}

    def destination(self, record, result):
        return reverse("cases:support", args=[record.reference])


class ListInterventions(RecordList):
    """What one's agency is asked for and gives."""

    model = Intervention
    permission = "cases.give_intervention"
    fetch_with = ("agency", "area", "case")

    def context(self, request, page):
        ended = Intervention.objects.permitted(request.user, "cases.raise_urgent_concern").ended_lately()
        return {"ended": ended.select_related("agency", "case").order_by("-pk")}


class ViewIntervention(RecordPage):
    """The brief, the ledger of sessions and what worried whoever gives it. Of the case, only to whoever sees it."""

    model = Intervention

    def gone(self, request, **lookup):
        # Those who gave it read nothing of it once it has ended, and do there what there is left to do.
        ended = Intervention.objects.permitted(request.user, "cases.raise_urgent_concern").filter(**lookup)
        return redirect("cases:raise_urgent_concern", **lookup) if ended.exists() else None

    def context(self, request, record):
        user = request.user
        ledger = Intervention.objects.with_ledger().select_related("case").get(pk=record.pk)
        may_say = rules["cases.record_session_in_error"].held_by(user)
        sessions = InterventionSession.objects.permitted(user, "cases.view_interventionsession").filter(
            intervention=record
        )
        days = AgreedSession.objects.permitted(user, "cases.view_agreedsession").filter(intervention=record)
        days = days.annotate(rested=Exists(AgreedSession.objects.in_a_pause().filter(pk=OuterRef("pk"))))
        agreed = list(days.select_related("taken_back_by").order_by("meets_on", "pk"))
        concerns = UrgentConcern.objects.permitted(user, "cases.view_urgentconcern").filter(intervention=record)
        with_disputes("intervention", [record], user)
        return {
            "ledger": ledger,
            "agreed": [each for each in agreed if not each.taken_back_at and each.meets_on >= clock.today()],
            "rested": [each for each in agreed if each.rested and each.meets_on < clock.today()],
            "taken_back": [each for each in agreed if each.taken_back_at],
            "sessions": with_disputes(
                "session",
                sessions.annotate(may_say_in_error=may_say)
                .select_related("reported_by", "in_error_by")
                .order_by("-held_on", "-pk"),
                user,
            ),
            "concerns": with_disputes("urgent_concern", concerns.select_related("answered_by").order_by("-pk"), user),
            "sees_case": rules["cases.view_case"].permits(user, record.case),
            "may_record_dispute": rules["cases.record_dispute"].permits(user, record.case),
        }


class AnswerIntervention(OperationPage):
    model = Intervention
    operation = operations.answer_intervention
    form_class = forms.AnswerInterventionForm

    def context(self, request, record):
        with_disputes("intervention", [record], request.user)
        return {}

    def destination(self, record, result):
        # What has been declined can be read no more.
        return record.get_absolute_url() if record.accepted else reverse("cases:list_interventions")


class ReportSession(OperationPage):
    model = Intervention
    operation = operations.report_session
    form_class = forms.ReportSessionForm


class AgreeSession(OperationPage):
    model = Intervention
    operation = operations.agree_session
    form_class = forms.AgreeSessionForm


class TakeBackSession(OperationPage):
    model = Intervention
    operation = operations.take_back_session
    form_class = forms.TakeBackSessionForm


class RecordSessionInError(OperationPage):
    model = InterventionSession
    operation = operations.record_session_in_error
    form_class = InErrorForm

    def context(self, request, record):
        with_disputes("session", [record])
        return {}


class EndIntervention(OperationPage):
    model = Intervention
    operation = operations.end_intervention
    form_class = forms.EndInterventionForm

    def destination(self, record, result):
        return reverse("cases:support", args=[record.case.reference])


class RaiseUrgentConcern(OperationPage):
    model = Intervention
    operation = operations.raise_urgent_concern
    form_class = forms.UrgentConcernForm

    def context(self, request, record):
        concerns = UrgentConcern.objects.permitted(request.user, "cases.view_urgentconcern")
        of_this = concerns.filter(intervention=record).select_related("answered_by").order_by("-pk")
        return {"concerns": with_disputes("urgent_concern", of_this, request.user)}

    def destination(self, record, result):
        # Whoever is excluded where it is read now may not see it there: what they may is where they said it.
        reads = record.is_over and rules["cases.view_urgentconcern"].permits(self.request.user, result)
        return (result if reads else record).get_absolute_url()


class ViewUrgentConcern(RecordPage):
    """What somebody is worried about now; about whom, to whoever is to do something about it or sees the case."""

    model = UrgentConcern

    def context(self, request, record):
        with_disputes("urgent_concern", [record], request.user)
        return about(record, request.user, to_do=self.may.answer_urgentconcern) | {
            "may_record_dispute": rules["cases.record_dispute"].permits(request.user, record.case)
        }


def about(concern: UrgentConcern, user, *, to_do: bool) -> dict[str, bool]:
    case = concern.case
    sees_case = rules["cases.view_case"].permits(user, case)
    knows_whom = sees_case or to_do
    # Where a restriction stands, it reaches those of the police who are named on it, who may be none.
    is_restricted = knows_whom and Restriction.objects.standing().filter(case=case).exists()
    # Whoever gave it finds there that it has ended; where the case came from it is read by nobody else.
    reads_support = not knows_whom or (sees_case and not concern.went_along)
    return {
        "sees_case": sees_case,
        "knows_whom": knows_whom,
        "is_restricted": is_restricted,
        "reads_support": reads_support,
    }


class RecordUrgentConcernInError(OperationPage):
    model = UrgentConcern
    operation = operations.record_urgent_concern_in_error
    form_class = InErrorForm


class AnswerUrgentConcern(OperationPage):
    model = UrgentConcern
    operation = operations.answer_urgent_concern
    form_class = forms.AnswerUrgentConcernForm

    def context(self, request, record):
        with_disputes("urgent_concern", [record], request.user)
        return about(record, request.user, to_do=True)
