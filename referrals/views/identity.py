"""The pages about whom a referral is about: its panel on the referral, "somebody else", found untrue, its history."""

from typing import Any

from django.db.models import QuerySet

from prevent_cases.access import May, rules
from prevent_cases.accounts.models import Post
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.candidates import earlier_referrals, entries_about, find
from referrals.forms import identity as forms
from referrals.models import TRANSITIONS, AnyReferral, Referral, finding, findings
from referrals.permissions.referral import sees_all_of
from referrals.permissions.source import shown_source


def seen_earlier(referral: Referral | AnyReferral, user) -> QuerySet[Referral]:
    """The earlier referrals of the same person that somebody may see."""
    return earlier_referrals(referral).filter(rules["referrals.view_referral"].condition(user))


def of_same_person(referral: Referral | AnyReferral, user) -> dict[str, QuerySet]:
    """How the earlier referrals of the same person ended, and what was found untrue (``fetch_together``)."""
    return {
        "earlier": seen_earlier(referral, user).select_related("for_agency", "decision__panel").order_by("pk"),
        "findings": findings(referral),
    }


def same_person_panel(referral: Referral, user, may: May) -> dict[str, Any]:
    """What ``_same_person.html`` shows: what was fetched with the referral, and who else may be the same person."""
    undecided = bool(TRANSITIONS[referral.stage])
    return {
        "earlier": referral.earlier,
        # To others the number of those they may see says nothing of how many there are.
        "sees_all": sees_all_of(referral.individual, user),
        "found": find(referral, user, may) if undecided else None,
        "finding": None if undecided else next(iter(referral.findings), None),
    }


class SayDifferentPerson(OperationPage):
    model = Referral
    operation = operations.say_different_person
    form_class = forms.SayDifferentPersonForm

    def destination(self, record, result):
        return record.get_absolute_url()


class ProposeFoundUntrue(OperationPage):
    model = Referral
    operation = operations.propose_found_untrue
    form_class = forms.ProposeFoundUntrueForm


class AnswerFoundUntrue(OperationPage):
    model = Referral
    operation = operations.answer_found_untrue
    form_class = forms.AnswerFoundUntrueForm

    def context(self, request, record):
        return {"finding": finding(record)}


class ReferralHistory(RecordHistoryPage):
    """What was done about a referral, and that a coordinator elsewhere was told that the person may be known here."""

    model = Referral

    def entries(self, record):
        return entries_about(record, record.individual)

    def held_back(self, request, record):
        if shown_source(record, knows_referrer=self.may.know_referrer).noticed:
            return ()
        # Everybody who ever worked for the agency it came from: one of them told, and others followed it.
        return set(Post.objects.filter(agency=record.for_agency_id).values_list("user", flat=True))
