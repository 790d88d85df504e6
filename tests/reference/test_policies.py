"""What each matter holds, and what of it can never stand together."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from prevent_cases.operations import Refused
from prevent_cases.reference.models import (
    AssessmentPolicy,
    CopiesPolicy,
    GatewayPolicy,
    PurposePolicy,
    ReferringPolicy,
    SharingPolicy,
    TriagePolicy,
)
from tests import factories


def test_the_values_to_begin_with(area):
    triage, referring, gateway = (policy.of(area) for policy in (TriagePolicy, ReferringPolicy, GatewayPolicy))
    assert (triage.decided_within, triage.conference_within) == (1, 24)
    assert (triage.social_care_first_under, triage.untrue_matches_for) == (10, 12)
    assert (referring.reminded_after, referring.kept_for, referring.public_form) == (14, 28, False)
    assert (gateway.used, gateway.result_within) == (True, 5)
    assessments = AssessmentPolicy.of(area)
    assert (assessments.reminded, assessments.every) == (False, 3)
    sharing = SharingPolicy.of(area)
    assert (sharing.agreement_needed, sharing.police_need_one, sharing.council_needs_one) == (False, False, False)
    assert (sharing.reminded_before, sharing.shared_for, sharing.asked_before) == (60, 28, 7)
    purposes = PurposePolicy.of(area)
    assert (purposes.words, purposes.holds_for) == (20, 1)
    assert CopiesPolicy.of(area).open_for == 14


def test_the_gateway_is_left_out_only_by_an_agreement_that_two_people_recorded(area):
    with pytest.raises(Refused, match="local agreement"):
        factories.policy(area, GatewayPolicy, used=False)
    factories.policy(area, GatewayPolicy, used=False, agreement="Agreed with the police on 1 May.")
    policy = GatewayPolicy.of(area)
    assert (policy.used, policy.confirmed_by.name) == (False, "Ben Administrator")


def test_somebody_is_reminded_of_a_draft_before_it_goes(area):
    with pytest.raises(Refused, match="after the reminder"):
        factories.policy(area, ReferringPolicy, reminded_after=28, kept_for=28)


@pytest.mark.parametrize(
    ("policy", "said", "constraint"),
    [
        (GatewayPolicy, {"used": False}, "the_gateway_is_off_only_by_an_agreement"),
        (GatewayPolicy, {"result_within": 0}, "the_gateway_takes_some_time"),
        (PurposePolicy, {"words": 0}, "a_purpose_takes_words_and_holds_for_some_time"),
        (PurposePolicy, {"holds_for": 0}, "a_purpose_takes_words_and_holds_for_some_time"),
        (ReferringPolicy, {"kept_for": 3}, "one_is_reminded_of_a_draft_before_it_goes"),
        (AssessmentPolicy, {"every": 0}, "assessments_are_some_time_apart"),
        (CopiesPolicy, {"open_for": 0}, "a_copy_can_be_opened_for_some_time"),
        (TriagePolicy, {"decided_within": 0}, "triage_takes_some_time"),
        (TriagePolicy, {"reason": ""}, "triagepolicy_has_its_reason"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_the_database_itself_refuses(area, monkeypatch, policy, said, constraint):
    monkeypatch.setattr(policy, "obstacle_to_deciding", lambda self: "")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.policy(area, policy, **said)


@pytest.mark.parametrize("days", ["0", "21", "soon", ""])
def test_a_number_out_of_its_range_is_said_beside_its_question(client, area, administrator, days):
    client.force_login(administrator)
    address = reverse("reference:decide_triagepolicy", args=[area.slug])
    said = {"conference_within": 24, "social_care_first_under": 10, "untrue_matches_for": 12}
    said |= {"disputes_answered_within": 20, "reason": "x"}
    page = client.post(address, said | {"decided_within": days})
    assert page.status_code == 422
    assert page.context["form"].errors.keys() == {"decided_within"}
    assert not TriagePolicy.objects.exists()


def test_what_stands_in_the_way_is_said_beside_its_question(client, area, administrator):
    client.force_login(administrator)
    said = {"used": "no", "agreement": "", "result_within": 5, "reason": "x"}
    page = client.post(reverse("reference:decide_gatewaypolicy", args=[area.slug]), said)
    assert page.status_code == 409
    assert page.context["form"].errors.keys() == {"agreement"}
