"""What must be said once something else was: beside the question, by the operation, and held by the database."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from prevent_cases.operations import Refused
from prevent_cases.pages.models import new_reference
from referrals.models import Referral
from referrals.models.further_questions import FURTHER_QUESTIONS
from tests import factories
from tests.test_endpoints import REFERRAL

SAID = {
    "not_told_because": ({"parent_told": "no", "told_reason": "We have not reached her."}, "other"),
    "told_reason": ({"person_told": "no", "not_told_because": "safety"}, "He could be beaten."),
    "early_help_consent": ({"early_help": "yes"}, "not_asked"),
    "danger_called": ({"in_danger": "yes"}, "999"),
    "urgency_reason": ({"urgency": "urgent"}, "He has packed a bag."),
    "kept_from_lead_because": ({"lead_may_know": "no"}, "It is about her son."),
}


@pytest.fixture(params=FURTHER_QUESTIONS, ids=lambda question: question.name)
def question(request):
    return request.param


@pytest.fixture
def before(question):
    """What is answered before it is asked."""
    return SAID[question.name][0]


# What it does


def test_answered_it_is_kept(officer, question, before):
    answer = SAID[question.name][1]
    referral = factories.referral(officer, **before, **{question.name: answer})
    assert getattr(Referral.objects.get(pk=referral.pk), question.name) == answer


def test_what_was_not_asked_need_not_be_said(officer, question):
    assert getattr(factories.referral(officer), question.name) == ""


# When it refuses


def test_the_operation_says_what_is_missing_and_beside_which_question(officer, question, before):
    with pytest.raises(Refused) as refused:
        factories.referral(officer, **before)
    assert (refused.value.sentence, refused.value.field) == (question.sentence, question.name)
    assert not Referral.objects.exists()


def test_a_program_is_told_the_same(client, area, officer, lead, school, question, before):
    client.force_login(officer)
    address = reverse("referrals_api:submit_referral", args=[area.slug])
    answer = client.post(
        address, {**REFERRAL, "lead_may_know": "yes", "for_agency": school.slug, **before}, "application/json"
    )
    assert answer.status_code == 422
    assert answer.json()["errors"] == {question.name: [question.sentence]}


def test_the_database_holds_it_whoever_writes(referral, question, before):
    referral.pk, referral.reference = None, new_reference()
    for name, said in before.items():
        setattr(referral, name, said)
    with pytest.raises(IntegrityError, match=question.holds):
        referral.save_base(force_insert=True)
