"""The section 36 decision: one for each referral that a case carries."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from actions.operations import complete_action
from cases import operations
from cases.forms.section36 import Section36Form
from cases.models import DecidedAs, Section36Decision
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, PanelKind, Sector
from prevent_cases.accounts.operations import confirm_post, give_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import Section36Policy
from tests import factories
from tests.cases.raw import refused

YES = {"reasonable_grounds": True, "grounds": "What he wrote, to whom, and what he asked for."}
NO = {"reasonable_grounds": False, "grounds": "A joke, as three people who heard it say."}
CARE = {"health_or_care_considered": True, "health_or_care": "Canary-care: the clinic was asked."}
ENDS = NO | CARE | {"end_stage": "referred_elsewhere", "end_reason": "other_need"}


@pytest.fixture
def shared(case, police, coordinator):
    factories.share(case, police, coordinator)
    return case


@pytest.fixture
def joined(shared, officer, coordinator, panel):
    """A further referral that has joined the case."""
    further = factories.referral_about(shared.individual, officer)
    factories.case(further, coordinator, panel)
    return further


# What it does


def test_yes_sends_the_case_to_its_panel(shared, referral, police_representative):
    decision = operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    assert (decision.referral, decision.decided_as) == (referral, DecidedAs.POLICE)
    assert (shared.stage, shared.awaits_section36) == ("awaiting_panel", False)


def test_no_ends_the_case_with_what_happens_instead_once_a_second_person_has_signed(
    client, shared, referral, police_representative, supervisor
):
    decision = operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    assert (shared.stage, shared.awaits_section36) == ("information_gathering", True)
    operations.sign_section36(shared, by=supervisor, seen=factories.to_sign(shared), agrees=True)
    assert (shared.stage, bool(shared.ended_at), shared.awaits_section36) == ("referred_elsewhere", True, False)
    decision.refresh_from_db()
    assert (decision.stands, decision.checked_by) == (True, supervisor)
    # It counts from when it was signed.
    counted = shared.section36_decisions.counted_before
    assert not counted(decision.checked_at).exists()
    assert counted(decision.checked_at + timedelta.resolution).exists()
    first = AuditEntry.objects.about(shared).first()
    assert first.sentence == "Section 36 decision with which this case is to end checked by a second person."
    client.force_login(police_representative)
    left_open = client.get(reverse("cases:decide_section36", args=[shared.reference]))
    assert "This case has ended" in left_open.content.decode()


def test_a_referral_that_joins_has_its_own_and_the_case_does_not_fall_back(
    client, shared, referral, police_representative, officer, coordinator, panel
):
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    further = factories.referral_about(shared.individual, officer)
    factories.case(further, coordinator, panel)
    shared.refresh_from_db()
    assert (shared.stage, shared.awaits_section36) == ("awaiting_panel", True)
    assert [carried.referral for carried in shared.carried_referrals.to_decide()] == [further]
    client.force_login(police_representative)
    assert f"Decide under section 36: referral {further.reference}" in client.get("/").content.decode()
    for answer in (NO, YES):  # Whatever is decided on it, the first one stands.
        with transaction.atomic():
            operations.decide_section36(shared, by=police_representative, referral=further, **answer)
            assert (shared.stage, shared.awaits_section36) == ("awaiting_panel", False)
            transaction.set_rollback(True)


def test_no_on_one_leaves_the_case_open_while_another_is_undecided(shared, referral, joined, police_representative):
    operations.decide_section36(shared, by=police_representative, referral=referral, **NO)
    assert (shared.stage, shared.awaits_section36) == ("information_gathering", True)
    operations.decide_section36(shared, by=police_representative, referral=joined, **YES)
    assert shared.stage == "awaiting_panel"


def test_the_last_no_ends_it(shared, referral, joined, police_representative, supervisor):
    operations.decide_section36(shared, by=police_representative, referral=joined, **NO)
    operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    operations.sign_section36(shared, by=supervisor, seen=factories.to_sign(shared), agrees=True)
    assert shared.stage == "referred_elsewhere"


def test_a_case_that_ends_so_says_whether_health_or_care_was_considered_and_why_and_who_signed(
    client, shared, referral, police_representative, coordinator, supervisor
):
    client.force_login(police_representative)
    page = reverse("cases:decide_section36", args=[shared.reference])
    said = {"referral": referral.reference, "reasonable_grounds": "no", "grounds": "None.", "end_stage": "police_led"}
    another = {"end_reason": "died"}  # No reason for which the police lead.
    for more, field in (
        ({}, "end_reason"),
        (another, "end_reason"),
        ({"end_reason": "too_great"}, "health_or_care_considered"),
        ({"health_or_care_considered": "no"}, "health_or_care"),
    ):
        said |= more
        refusal = client.post(page, said)
        assert (refusal.status_code, list(refusal.context["form"].errors)) == (409, [field])
    assert client.post(page, said | {"health_or_care": "Canary-care: the police go first."}).status_code == 302
    waits = f"Sign the section 36 decision: case {shared.reference}"
    assert waits not in client.get("/").content.decode()
    for name in ("reports:statutory_sheet", "cases:view_case"):
        assert "aits for a second signature" in client.get(reverse(name, args=[shared.reference])).content.decode()
    assert "no reasonable grounds" not in client.get(reverse("reports:chronology", args=[shared.reference])).text
    client.force_login(supervisor)
    assert waits in client.get("/").content.decode()
    sign = reverse("cases:sign_section36", args=[shared.reference])
    assert sign in client.get(shared.get_absolute_url()).content.decode()
    asked = client.get(sign).content.decode()
    assert "Canary-care: the police go first." in asked
    said = {"seen": factories.to_sign(shared)}
    assert client.post(sign, said | {"agrees": "no"}).context["form"].errors["why_not"]
    signed = client.post(sign, said | {"agrees": "yes"}, follow=True)
    assert signed.redirect_chain == [(shared.get_absolute_url(), 302)]
    assert "Section 36 decision signed." in signed.text
    assert waits not in client.get("/").content.decode()
    for name in ("reports:statutory_sheet", "reports:chronology", "cases:view_case"):
        shown = client.get(reverse(name, args=[shared.reference])).content.decode()
        assert "Canary-care: the police go first." in shown
        assert "Why the case end" in shown
        assert "More than support can answer" in shown
        assert f"Signed by {supervisor}, on " in shown
    (read,) = client.get(reverse("cases_api:view_case", args=[shared.reference])).json()["section36_decisions"]
    assert (read["end_reason"], read["end_reason_name"]) == ("too_great", "More than support can answer")
    assert (read["end_stage"], read["checked_by"], read["stands"]) == ("police_led", str(supervisor), True)


def test_the_database_takes_it_whole_and_without_grounds_only(shared, referral, police_representative):
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    columns = (
        "case_id, referral_id, reasonable_grounds, grounds, decided_as, decided_by_id, decided_at, in_error_reason, "
        "end_stage, stands, why_not"
    )
    considered, why = "health_or_care_is_considered_with_a_reason", "a_section_36_decision_that_ends_a_case_says_why"
    for said, match in (
        ("NULL, 'x', ''", considered),
        ("true, '', 'died'", considered),
        ("true, 'x', 'died'", considered),
        ("true, 'x', ''", why),
        ("NULL, '', 'died'", why),
        ("NULL, '', 'nobody'", "one of the reasons that are kept"),
    ):
        insert = (
            f"INSERT INTO cases_section36decision ({columns}, health_or_care_considered, health_or_care, end_reason)"
        )
        refused(f"{insert} SELECT {columns}, {said} FROM cases_section36decision", match=match)


# What it records


def test_who_decided_when_and_on_which_referral(shared, referral, police_representative):
    with clock.at(clock.now() + timedelta(days=2)):
        decision = operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
        assert decision.decided_at == clock.now()
    assert (decision.decided_by, decision.grounds) == (police_representative, YES["grounds"])
    assert AuditEntry.objects.about(shared).first().sentence == "Section 36 decision made."


def test_it_stands(shared, referral, police_representative):
    decision = operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_section36decision SET reasonable_grounds = false WHERE id = %s", [decision.pk])


def test_the_database_takes_one_for_each_referral(shared, referral, police_representative):
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    columns = "case_id, referral_id, reasonable_grounds, grounds, decided_as, decided_by_id, decided_at"
    columns += ", health_or_care, in_error_reason, end_reason, end_stage, stands, why_not"
    again = f"INSERT INTO cases_section36decision ({columns}) SELECT {columns} FROM cases_section36decision"
    twice = pytest.raises(IntegrityError, match="one_section_36_decision_for_each_referral")
    with twice, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(again)


# When it refuses


def test_no_without_saying_what_instead_is_refused(client, shared, referral, police_representative):
    with pytest.raises(Refused, match="what happens instead"):
        operations.decide_section36(shared, by=police_representative, referral=referral, **NO)
    client.force_login(police_representative)
    page = client.post(
        reverse("cases:decide_section36", args=[shared.reference]),
        {"referral": referral.reference, "reasonable_grounds": "no", "grounds": "None."},
    )
    assert page.status_code == 409
    assert "No referral is left to carry this case. Choose what happens instead." in page.content.decode()
    assert not Section36Decision.objects.exists()


def test_no_ends_nothing_while_an_agency_has_something_left_to_do(
    client, shared, referral, joined, police, police_representative, coordinator, supervisor
):
    action = factories.action(shared, police, coordinator)
    operations.decide_section36(shared, by=police_representative, referral=joined, **NO)
    client.force_login(police_representative)
    page = client.get(reverse("cases:decide_section36", args=[shared.reference])).content.decode()
    assert "Still neither done nor handed over: 1." in page
    with pytest.raises(Refused, match="neither done nor handed over: 1") as refusal:
        operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    assert refusal.value.field == "end_stage"
    ended = "UPDATE cases_case SET stage = 'referred_elsewhere', awaits_section36 = false, ended_at = now(),"
    refused(ended + " retention_review_on = now() WHERE id = %s", shared.pk, match="no action open")
    complete_action(action, by=police_representative, outcome="The school was told.")
    operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    action = factories.action(shared, police, coordinator)
    with pytest.raises(Refused, match="neither done nor handed over: 1"):
        operations.sign_section36(shared, by=supervisor, seen=factories.to_sign(shared), agrees=True)


def test_it_is_made_once(shared, referral, police_representative):
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    with pytest.raises(Refused, match="has been made"):
        operations.decide_section36(shared, by=police_representative, referral=referral, **YES)


def test_not_on_a_referral_decided_already_or_of_another_case(shared, referral, joined, police_representative, officer):
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    for wrong in (referral, factories.referral(officer)):
        with pytest.raises(Refused, match="no decision yet"):
            operations.decide_section36(shared, by=police_representative, referral=wrong, **YES)


def test_none_is_asked_before_a_panel_that_does_not_act_as_channel(
    client, officer, coordinator, police, police_representative, area
):
    other = factories.panel(area, "Youth Panel", kind=PanelKind.SOCIAL_INCLUSION)
    case = factories.case(factories.referral(officer), coordinator, other)
    factories.share(case, police, coordinator)
    with pytest.raises(Refused, match="the panel of this case does not act as Channel"):
        operations.decide_section36(
            case, by=police_representative, referral=case.carried_referrals.get().referral, **YES
        )
    decide = f"Decide under section 36: referral {case.carried_referrals.get().referral.reference}"
    for person in (coordinator, police_representative):
        client.force_login(person)
        home = client.get("/")
        # Of the coordinator it is asked that it waits for a panel without a meeting, and nothing else of anybody, but
        # that the police read on which terms they have it.
        sections = [each for each in home.context["sections"] if each.title != "Shared with you"]
        asks = [(each.title, ask) for each in sections for ask in each.asks]
        asked = [(title, ask.text) for title, ask in asks if case.reference in ask.text + ask.url]
        waits = ("Cases without a meeting", f"Waits for Youth Panel: case {case.reference}")
        assert asked == ([waits] if person == coordinator else [])
        assert decide not in home.content.decode()
        page = client.get(case.get_absolute_url()).content.decode()
        assert "Decide under section 36" not in page
        assert "None is asked: Youth Panel does not act as Channel." in page
        assert "no decision yet" not in page


# Who may


def test_police_without_a_share_find_nothing(case, referral, police_representative):
    with pytest.raises(NotVisible):
        operations.decide_section36(case, by=police_representative, referral=referral, **YES)


def test_a_council_officer_decides_only_where_the_area_authorised_it(shared, referral, coordinator):
    with pytest.raises(PermissionDenied):
        operations.decide_section36(shared, by=coordinator, referral=referral, **YES)


def test_whom_one_decides_for_is_not_settled_by_a_post_elsewhere(case, referral, coordinator, other_area):
    """A coordinator of an area that authorised its council, who also speaks for the police of another area."""
    factories.policy(case.area, Section36Policy, council_decides=True)
    far = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    giver, second = factories.administrators(other_area)
    post = give_post(other_area, by=giver, email=coordinator.email, name="x", kind=PostKind.REPRESENTATIVE, agency=far)
    confirm_post(post, by=second)
    decision = operations.decide_section36(case, by=coordinator, referral=referral, **YES)
    assert decision.decided_as == DecidedAs.COUNCIL


def test_another_agency_with_a_share_does_not_decide(shared, referral, childrens_services, coordinator, representative):
    factories.share(shared, childrens_services, coordinator)
    with pytest.raises(PermissionDenied):
        operations.decide_section36(shared, by=representative, referral=referral, **YES)


# The page


def test_the_page_names_the_referrals_that_wait(client, shared, referral, joined, police_representative):
    client.force_login(police_representative)
    address = reverse("cases:decide_section36", args=[shared.reference])
    page = client.get(address).content.decode()
    for each in (referral, joined):
        assert f"{each.reference}, received on" in page
    answers = {"referral": referral.reference, "reasonable_grounds": "yes", "grounds": "What he wrote."}
    done = client.post(address, answers)
    assert done.url == shared.get_absolute_url()
    case = client.get(done.url).content.decode()
    assert "What he wrote." in case
    assert f"Referral {joined.reference}, received on" in case
    assert referral.reference not in client.get(address).content.decode()


def test_the_coordinator_is_told_on_the_home_page(client, shared, referral, police_representative, coordinator):
    client.force_login(coordinator)
    asked = f"Section 36 decision outstanding: case {shared.reference}"
    assert asked in client.get("/").content.decode()
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    assert asked not in client.get("/").content.decode()


# How often it queries


def test_as_many_queries_with_one_referral_as_with_six(
    client, shared, officer, coordinator, panel, police_representative, queries_of
):
    pages = ["/", shared.get_absolute_url(), reverse("cases:decide_section36", args=[shared.reference])]
    client.force_login(police_representative)
    at_one = [queries_of(page) for page in pages]
    for _ in range(5):
        factories.case(factories.referral_about(shared.individual, officer), coordinator, panel)
    assert [queries_of(page) for page in pages] == at_one


def test_support_that_has_begun_is_ended_by_no_decision_on_a_referral_but_to_the_police(
    case, officer, coordinator, panel, chair, police, police_representative, supervisor
):
    """The referral on which support stood was about somebody else, and the one that is left has no grounds."""
    factories.share(case, police, coordinator)
    other = factories.assessed(factories.referral_about(case.individual, officer), coordinator)
    operations.open_case(other, by=coordinator, panel=panel)
    said = {"referral": other, "reasonable_grounds": True, "grounds": "What he wrote."}
    operations.decide_section36(case, by=police_representative, **said)
    factories.consent(factories.adopted(case, chair), coordinator)
    operations.undo_same_person(other, by=coordinator, reason="His cousin of the same name.")
    left = {"referral": case.carried_referrals.get().referral, "reasonable_grounds": False, "grounds": "None."} | CARE
    left["end_reason"] = "police"
    assert list(dict(Section36Form.for_record(case, police_representative).fields["end_stage"].choices)) == [
        "police_led"
    ]
    with pytest.raises(Refused, match="its panel's decision") as refusal:
        operations.decide_section36(case, by=police_representative, end_stage="no_further_action", **left)
    assert refusal.value.field == "end_stage"
    operations.decide_section36(case, by=police_representative, end_stage="police_led", **left)
    operations.sign_section36(case, by=supervisor, seen=factories.to_sign(case), agrees=True)
    assert case.stage == "police_led"
