"""The pages of a referrer: before you start, the task list, what was sent."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.documents.bringing_in import BROUGHT_IN
from prevent_cases.documents.choosing import WithFiles
from prevent_cases.pages.drafts import CheckDraft, DraftPart, DraftTaskList, StartDraft
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage, RecordPage
from referrals import operations
from referrals.forms import referring as forms
from referrals.forms.task_list import PARTS
from referrals.models import DraftReferral, Referral, standing_of
from referrals.models.leads import leads_of, leads_told_of
from referrals.operations.public import FROM_PUBLIC


def drafts_of(user: User) -> dict[str, Any]:
    """Referrals in the making: those that somebody has, and those that they began and handed over."""
    return {
        "drafts": DraftReferral.objects.permitted(user, "pages.view_draft")
        .select_related("begun_by", "handed_by")
        .order_by("-saved_at"),
        "handed_over": DraftReferral.objects.permitted(user, "referrals.take_back_draft")
        .select_related("owner")
        .order_by("-handed_at"),
    }


def sent_meanwhile(request: HttpRequest, reference: str) -> HttpResponse | None:
    """The way to what became of a draft for whoever began it, once somebody else has sent it."""
    if not reference or "HX-Request" in request.headers:
        return None
    mine = Referral.objects.permitted(request.user, "referrals.follow_referral").filter(started_by=request.user)
    sent = mine.filter(from_draft=reference).select_related("referred_by").first()
    if sent is None:
        return None
    messages.warning(
        request,
        f"{sent.referred_by} has sent it, so it cannot be taken back any more. You can follow it here and add to it. "
        "If it should not go on, ask them to withdraw it.",
    )
    return redirect("referrals:follow_referral", sent.reference)


@login_required
def refer(request: HttpRequest) -> HttpResponse:
    """Before you start: danger first, then what will happen. Open to whoever may refer somewhere."""
    context = {
        "areas": Area.objects.permitted(request.user, "referrals.make_referral"),
        "has_lead": leads_of(request.user.posts.agencies()).exclude(pk=request.user.pk).exists(),
    }
    return render(request, "referrals/refer.html", context | drafts_of(request.user))


class SubmitReferral(WithFiles):
    """What the pages of a referral in the making share."""

    model = Area
    operation = operations.submit_referral
    task_list_url = "referrals:draft"
    files_url = "referrals:draft_files"
    remove_url = "referrals:remove_draft_file"
    handed_over_url = "referrals:take_back_draft"
    parts = PARTS

    def gone(self, request: HttpRequest, **lookup: Any) -> HttpResponse | None:
        return super().gone(request, **lookup) or sent_meanwhile(request, lookup.get("reference", ""))

    def further_arguments(self, draft: Draft) -> dict[str, Any]:
        handed = DraftReferral.objects.select_related("begun_by").get(pk=draft.pk)
        source = {name: words for name, (words, *_) in handed.source_aside().items()}
        begun = {"started_by": handed.begun_by, "from_draft": handed.reference if handed.begun_by else ""}
        completed = {"completed_on": clock.day_of(draft.saved_at)}
        return super().further_arguments(draft) | begun | source | completed


class StartReferral(SubmitReferral, StartDraft):
    pass


class ReferralDraft(SubmitReferral, DraftTaskList):
    def further_context(self, draft: Draft) -> dict[str, Any]:
        handed = DraftReferral.objects.select_related("begun_by", "handed_by").get(pk=draft.pk)
        handed.owner = draft.owner
        return super().further_context(draft) | {
            "brought_in": draft.answers.get(BROUGHT_IN),
            "handed": handed,
            "may_hand_over": not (handed.begun_by or handed.obstacle_to_handing_over()),
            "from_public": draft.answers.get(FROM_PUBLIC),
        }


class ReferralPart(SubmitReferral, DraftPart):
    pass


class CheckReferral(SubmitReferral, CheckDraft):
    form_class = forms.DeclarationForm
    gone_url = "referrals:list_own_referrals"

    def destination(self, result: Referral) -> str:
        return reverse("referrals:sent", args=[result.reference])


class Sent(RecordPage):
    """Confirmation: the reference, and what happens next."""

    model = Referral
    permission = "referrals.follow_referral"

    def context(self, request: HttpRequest, record: Referral) -> dict[str, Any]:
        return {"leads": leads_told_of(record), "standing": "" if record.is_live else standing_of(record).label}


class LetLeadKnow(OperationPage):
    model = Referral
    operation = operations.let_lead_know
    form_class = forms.LetLeadKnowForm

    def destination(self, record, result):
        return record.address_for(self.request.user)


class AddToReferral(OperationPage):
    model = Referral
    operation = operations.add_to_referral
    form_class = forms.AddToReferralForm

    def destination(self, record, result):
        return reverse("referrals:follow_referral", args=[record.reference])
