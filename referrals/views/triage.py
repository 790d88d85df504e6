"""The pages of those who triage a referral: what was sent, the assessment, the decision."""

from django.conf import settings
from django.db.models import QuerySet
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals import operations
from referrals.forms import triage as forms
from referrals.forms.receiving import JudgeUrgencyForm
from referrals.models import (
    Referral,
    ReferralFeedback,
    ReferralTransfer,
    Stage,
    TriageDecision,
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
        fetch_together(
            record,
            **as_sent(record),
            **settled(record),
            **of_gateway(record, request.user),
            **of_hold(record.individual.pk, request.user),
            **of_same_person(record, request.user),
            transferred_by=ReferralTransfer.objects.filter(becomes=record).select_related(
                "referral__area", "answered_by"
            ),
            decision=TriageDecision.objects.filter(referral=record).select_related("panel", "confirmed_by"),
            feedback=ReferralFeedback.objects.filter(referral=record),
            files_of_it=files_of(record),
            seen_source=place_of_source(record, request.user),
        )
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


def settled(referral: Referral) -> dict[str, QuerySet]:
    """The records of triage, each with those it names (``fetch_together``)."""
    return {
        "urgency_judgements": referral.urgency_judgements.select_related("best_placed", "judged_by"),
        "parallel_referrals": referral.parallel_referrals.select_related("recorded_by"),
        "assessments": referral.assessments.select_related("assessed_by"),
        "end_proposals": referral.end_proposals.select_related("proposed_by", "answered_by"),
        "withdrawals": referral.withdrawals.select_related("answered_by"),
        "transfers": referral.transfers.select_related("to_area", "offered_by", "answered_by"),
        "second_readings": referral.second_readings.select_related("reader", "asked_by"),
    }


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


class EndReferral(OperationPage):
    model = Referral
    operation = operations.end_referral
    form_class = forms.EndReferralForm


class ProposeNoFurtherAction(OperationPage):
    model = Referral
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
