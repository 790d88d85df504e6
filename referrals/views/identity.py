"""The pages about whom a referral is about: its panel on the referral, "somebody else", found untrue, its history."""

from typing import Any

from django.db.models import QuerySet

from prevent_cases.access import May, rules
from prevent_cases.pages.history import RecordHistoryPage
from prevent_cases.pages.views import OperationPage
from referrals import operations
from referrals.candidates import earlier_referrals, entries_about, find
from referrals.forms import identity as forms
from referrals.models import TRANSITIONS, Referral, finding, findings


def of_same_person(referral: Referral, user) -> dict[str, QuerySet]:
    """How the earlier referrals of the same person ended, and what was found untrue (``fetch_together``)."""
    earlier = earlier_referrals(referral).filter(rules["referrals.view_referral"].condition(user))
    return {
        "earlier": earlier.select_related("for_agency", "decision__panel").order_by("pk"),
        "findings": findings(referral),
    }


def same_person_panel(referral: Referral, user, may: May) -> dict[str, Any]:
    """What ``_same_person.html`` shows: what was fetched with the referral, and who else may be the same person."""
    undecided = bool(TRANSITIONS[referral.stage])
    return {
        "earlier": referral.earlier,
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
