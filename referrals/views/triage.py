"""The pages of those who triage a referral: what was sent, the assessment, the decision."""

from django.conf import settings
from django.db.models import BigIntegerField, QuerySet
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from prevent_cases.accounts.models import User
from prevent_cases.pages.together import Asked, fetch_together
from prevent_cases.pages.views import OperationPage, RecordPage
from prevent_cases.prepared import Given
from referrals import operations
from referrals.forms import triage as forms
from referrals.forms.receiving import JudgeUrgencyForm
from referrals.models import (
    ANY_REFERRAL,
    AnyReferral,
    EndProposal,
    GatewayRequest,
    ParallelReferral,
    Referral,
    ReferralFeedback,
    ReferralTransfer,
    SecondReading,
    Stage,
    SupportNeed,
    TriageAssessment,
    TriageDecision,
    UrgencyJudgement,
    Withdrawal,
    awaits_gateway,
)
from referrals.models.conversation import obstacle_to_asking
from referrals.models.referral import last_of
from referrals.models.second_reading import obstacle_to_going_further
from referrals.permissions.files import files_of
from referrals.permissions.sealed import place_of_source
from referrals.permissions.source import shown_source
from referrals.thinking_again import reasons_to_think_again
from referrals.views.as_sent import WITH_REFERRER, as_sent, show, show_again
from referrals.views.gateway import of_gateway
from referrals.views.hold import hold_on, of_hold
from referrals.views.identity import of_same_person, same_person_panel


class ViewReferral(RecordPage):
    """What was sent, what was settled about it, and what comes next; one that was just sent is received here."""

    model = Referral
    fetch_with = WITH_REFERRER

    def context(self, request, record):
        asked = request.user.posts.kept("referral", lambda: Asked(**kinds(request.user)))
        asked.fetch(record, **AnyReferral.keys_of(record), individual=record.individual.pk)
        show(record, shown_source(record, knows_referrer=self.may.know_referrer))
        return (
            hold_on(record)
            | triage_of(record)
            | same_person_panel(record, request.user, self.may)
            | {
                "files": record.files_of_it,
                "unanswered": [question for question in record.questions.all() if not question.answered_at],
                "can_ask": not obstacle_to_asking(record),
                "form": JudgeUrgencyForm.for_record(record, request.user) if record.stage == Stage.SUBMITTED else None,
                "obstacle_to_decision": record.obstacle_to_decision(),
                "obstacle_to_going_further": obstacle_to_going_further(record),
            }
        )


def kinds(user: User) -> dict[str, QuerySet]:
    """What the page reads of any referral."""
    came = ReferralTransfer.objects.filter(becomes=ANY_REFERRAL.pk)
    decided = TriageDecision.objects.filter(referral=ANY_REFERRAL.pk)
    return {
        **as_sent(ANY_REFERRAL.pk),
        **settled(ANY_REFERRAL),
        **of_gateway(ANY_REFERRAL, user),
        **of_hold(Given("individual", BigIntegerField()), user),
        **of_same_person(ANY_REFERRAL, user),
        "transferred_by": came.select_related("referral__area", "answered_by"),
        "decision": decided.select_related("panel", "confirmed_by"),
        "feedback": ReferralFeedback.objects.filter(referral=ANY_REFERRAL.pk),
        "files_of_it": files_of(ANY_REFERRAL),
        "seen_source": place_of_source(ANY_REFERRAL, user),
    }


def settled(referral: Referral | AnyReferral) -> dict[str, QuerySet]:
    """The records of triage, each with those it names (``fetch_together``)."""
    named = {
        "urgency_judgements": UrgencyJudgement.objects.select_related("best_placed", "judged_by"),
        "parallel_referrals": ParallelReferral.objects.select_related("recorded_by"),
        "assessments": TriageAssessment.objects.select_related("assessed_by"),
        "end_proposals": EndProposal.objects.select_related("proposed_by", "answered_by"),
        "withdrawals": Withdrawal.objects.select_related("answered_by"),
        "transfers": ReferralTransfer.objects.select_related("to_area", "offered_by", "answered_by"),
        "second_readings": SecondReading.objects.select_related("reader", "asked_by"),
    }
    return {name: records.filter(referral=referral.pk) for name, records in named.items()}


def triage_of(referral: Referral) -> dict:
    """What has been settled in triage, of a referral with which it was fetched."""
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
        show_again(record, request.user)
        return {"awaits_gateway": awaits_gateway(record)}

    def destination(self, record, result):
        next_page = self.request.POST.get("next", "")
        # Never to another site, whoever made the form.
        return next_page if url_has_allowed_host_and_scheme(next_page, None) else record.get_absolute_url()


class DecideReferral(OperationPage):
    """With what its form and whatever stands against it ask of the referral, read together."""

    model = Referral

    def form(self, request, record, *data):
        needs = SupportNeed.objects.filter(referral=record.pk)
        asked = GatewayRequest.objects.filter(referral=record.pk)
        fetch_together(record, support_needs=needs, gateway_requests=asked, **settled(record))
        return super().form(request, record, *data)


class EndReferral(DecideReferral):
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class ProposeNoFurtherAction(DecideReferral):
    operation = operations.propose_no_further_action
    form_class = forms.NoFurtherActionForm

    def context(self, request, record):
        return {"think_again": reasons_to_think_again(record)}


class AnswerProposal(OperationPage):
    """What a second person reads before they answer."""

    model = Referral
    fetch_with = WITH_REFERRER

    def context(self, request, record):
        show_again(record, request.user, **settled(record))
        return triage_of(record) | {
            "think_again": reasons_to_think_again(record),
            "proposal": last_of(record.end_proposals),
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
