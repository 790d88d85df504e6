"""The pages of those who triage a referral: what was sent, the assessment, the decision."""

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from prevent_cases.pages.views import OperationPage, RecordPage
from referrals import operations
from referrals.forms import triage as forms
from referrals.forms.receiving import JudgeUrgencyForm
from referrals.models import (
    EndProposal,
    ParallelReferral,
    Referral,
    Stage,
    TriageAssessment,
    UrgencyJudgement,
    Withdrawal,
)
from referrals.models.conversation import obstacle_to_asking
from referrals.models.second_reading import READINGS, obstacle_to_going_further
from referrals.models.transfer import OFFERS
from referrals.permissions.files import files_of
from referrals.permissions.sealed import place_of_source
from referrals.views.gateway import gateway_of
from referrals.views.hold import hold_of
from referrals.views.identity import same_person_panel

# The records of triage, each with those it names, in one query each.
SETTLED = [
    Prefetch("urgency_judgements", UrgencyJudgement.objects.select_related("best_placed", "judged_by")),
    Prefetch("parallel_referrals", ParallelReferral.objects.select_related("recorded_by")),
    Prefetch("assessments", TriageAssessment.objects.select_related("assessed_by")),
    Prefetch("end_proposals", EndProposal.objects.select_related("proposed_by", "answered_by")),
    Prefetch("withdrawals", Withdrawal.objects.select_related("answered_by")),
    OFFERS,
]


class ViewReferral(RecordPage):
    """What was sent, what was settled about it, and what comes next; one that was just sent is received here."""

    model = Referral

    def context(self, request, record):
        of_police = gateway_of(record, request.user) | hold_of(record.individual, request.user)
        return (
            of_police
            | triage_of(record)
            | same_person_panel(request, record)
            | {
                "additions": record.additions.all(),
                "files": files_of(record, request.user),
                "sealed_source": place_of_source(record, request.user),
                "can_ask": not obstacle_to_asking(record),
                "form": JudgeUrgencyForm.for_record(record, request.user) if record.stage == Stage.SUBMITTED else None,
                "obstacle_to_decision": record.obstacle_to_decision(),
                "obstacle_to_going_further": obstacle_to_going_further(record),
            }
        )


def triage_of(referral: Referral) -> dict:
    """What has been settled in triage."""
    readings = [READINGS] if referral.rests_on_lawful_expression else []
    prefetch_related_objects([referral], *SETTLED, *readings)
    return {
        "judgement": referral.urgency_judgement,
        "earlier_judgements": [each for each in referral.urgency_judgements.all() if each.superseded_at],
        "parallel_referral": referral.parallel_referral,
        "assessment": referral.assessment,
        "proposals": referral.end_proposals.all(),
    }


class AssessReferral(OperationPage):
    """The short assessment; each of its buttons keeps it and leads to a decision, at the address that it names."""

    model = Referral
    operation = operations.assess_referral
    form_class = forms.AssessReferralForm

    def context(self, request, record):
        return {"additions": record.additions.all()}

    def destination(self, record, result):
        next_page = self.request.POST.get("next", "")
        # Never to another site, whoever made the form.
        return next_page if url_has_allowed_host_and_scheme(next_page, None) else record.get_absolute_url()


class EndReferral(OperationPage):
    model = Referral
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class ProposeNoFurtherAction(OperationPage):
    model = Referral
    operation = operations.propose_no_further_action
    form_class = forms.NoFurtherActionForm

    def context(self, request, record):
        return {"think_again": record.reasons_to_think_again()}


class AnswerProposal(OperationPage):
    """What a second person reads before they answer."""

    model = Referral

    def context(self, request, record):
        return triage_of(record) | {
            "think_again": record.reasons_to_think_again(),
            "proposal": record.end_proposals.select_related("proposed_by").last(),
        }

    def destination(self, record, result):
        # Who was asked to confirm an end and nothing else no longer sees the referral once they have answered.
        return resolve_url(settings.LOGIN_REDIRECT_URL)


class ConfirmNoFurtherAction(AnswerProposal):
    operation = operations.confirm_no_further_action
    form_class = forms.ConfirmNoFurtherActionForm


class SendBackToTriage(AnswerProposal):
    operation = operations.send_back_to_triage
    form_class = forms.SendBackForm


class RecordConcernType(OperationPage):
    model = Referral
    operation = operations.record_concern_type
    form_class = forms.ConcernTypeForm
