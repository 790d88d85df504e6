"""The second signature under a section 36 decision with which a case ends."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from cases import operations
from panels.operations import record_section36_in_error
from prevent_cases.access import rules
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from prevent_cases.reference.models import Section36Policy
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_decide_section36 import ENDS, NO, YES


@pytest.fixture
def shared(case, police, coordinator):
    factories.share(case, police, coordinator)
    return case


def test_sent_back_it_stays_and_is_decided_anew(shared, referral, police_representative, supervisor):
    seen = operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS).pk
    with pytest.raises(Refused, match="has been made"):
        operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    with pytest.raises(Refused, match="what has to change") as refusal:
        operations.sign_section36(shared, by=supervisor, seen=seen, agrees=False)
    assert refusal.value.field == "why_not"
    operations.sign_section36(shared, by=supervisor, seen=seen, agrees=False, why_not="Ask the school first.")
    assert (shared.stage, shared.awaits_section36) == ("information_gathering", True)
    sent_back = shared.section36_decisions.get()
    assert sent_back.signature_words.endswith(": Ask the school first.")
    with pytest.raises(Refused, match="waits for a signature"):
        operations.sign_section36(shared, by=supervisor, seen=seen, agrees=True)
    in_error = {"by": supervisor, "decision": sent_back, "reason": "It was wrong."}
    with pytest.raises(Refused, match="no section 36 decision here"):
        record_section36_in_error(shared, **in_error)
    operations.decide_section36(shared, by=police_representative, referral=referral, **YES)
    assert (shared.stage, shared.awaits_section36) == ("awaiting_panel", False)
    with pytest.raises(Refused, match="or waits to be signed"):
        record_section36_in_error(shared, **in_error)


def test_it_says_what_was_proposed_where_it_was_sent_back_or_its_case_ended_otherwise(
    client, shared, referral, police_representative, supervisor, officer, coordinator, panel, chair
):
    headings = ("What is to happen instead", "Why the case is to end")
    proposed = ("What was proposed instead", "Why the case was to end")
    ended = ("What happened instead", "Why the case ended")

    def said(*names) -> list[str]:
        client.force_login(supervisor)
        page = "".join(client.get(reverse(name, args=[shared.reference])).text for name in names)
        return [words for words in (*headings, *proposed, *ended) if f">{words}</dt>" in page.replace("\n", "")]

    for signed in (False, False, True):
        operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
        if signed:
            break
        operations.sign_section36(
            shared, by=supervisor, seen=factories.to_sign(shared), agrees=False, why_not="Ask the school first."
        )
        assert said("cases:view_case") == [*proposed]
    assert said("cases:view_case") == said("cases:sign_section36") == [*headings, *proposed]
    further = factories.referral_about(shared.individual, officer)
    factories.case(further, coordinator, panel)
    operations.decide_section36(shared, by=police_representative, referral=further, **YES)
    with transaction.atomic():
        operations.move_case(shared, by=chair, stage="no_further_action")
        assert said("cases:view_case") == [*proposed]
        for name in ("cases:view_case", "reports:statutory_sheet"):
            page = client.get(reverse(name, args=[shared.reference])).text
            assert "Never signed: the case ended otherwise" in page
            assert "aits for a second signature" not in page
        transaction.set_rollback(True)


def test_it_is_not_signed_where_a_further_referral_has_joined_since(
    client, shared, referral, police_representative, supervisor, officer, coordinator, panel
):
    operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    client.force_login(supervisor)
    page = reverse("cases:sign_section36", args=[shared.reference])
    assert "The case ends once a second person has signed this" in client.get(page).text
    further = factories.referral_about(shared.individual, officer)
    factories.case(further, coordinator, panel)
    assert "as things stand it does not end with this, as where another" in client.get(page).text
    for told in ("/", shared.get_absolute_url()):
        assert "unless another referral of it has grounds or is still to be decided" in client.get(told).text
    with pytest.raises(Refused, match="has changed since"):
        operations.sign_section36(shared, by=supervisor, seen=factories.to_sign(shared), agrees=True)
    # What is decided on that ends nothing by itself while this waits.
    operations.decide_section36(shared, by=police_representative, referral=further, **NO)
    operations.sign_section36(shared, by=supervisor, seen=factories.to_sign(shared), agrees=True)
    assert shared.stage == "referred_elsewhere"


def test_a_case_does_not_stand_on_one_that_waits_and_is_about_somebody_else(
    shared, referral, police_representative, officer, coordinator, panel
):
    further = factories.referral_about(shared.individual, officer)
    factories.case(further, coordinator, panel)
    operations.decide_section36(shared, by=police_representative, referral=referral, **NO)
    operations.decide_section36(shared, by=police_representative, referral=further, **ENDS)
    with pytest.raises(Refused, match="Let its panel end it first"):
        operations.undo_same_person(further, by=coordinator, reason="His cousin.")


def test_the_database_ends_no_case_without_the_signature_of_somebody_else(
    shared, referral, police_representative, supervisor
):
    """However it is written: of the case, and of the decision."""
    operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    ended = "UPDATE cases_case SET stage = 'referred_elsewhere', awaits_section36 = false, ended_at = now(),"
    ended += " retention_review_on = now() WHERE id = %s"
    refused(ended, shared.pk, match="only as two people have signed it")
    sign = "UPDATE cases_section36decision SET stands = {}, checked_by_id = {}, checked_at = {}, why_not = {}"
    signer = supervisor.pk
    for stands, by, at, why, match in (
        ("true", "NULL", "NULL", "''", "takes_two"),
        ("true", police_representative.pk, "now()", "''", "a_second_person_signs"),
        ("true", signer, "NULL", "''", "a_second_person_signs"),
        ("false", signer, "now()", "''", "sent_back_with_a_reason"),
        ("false", "NULL", "NULL", "'x'", "a_second_person_signs"),
    ):
        refused(sign.format(stands, by, at, why), match=match)
    operations.sign_section36(
        shared, by=supervisor, seen=factories.to_sign(shared), agrees=False, why_not="Ask the school first."
    )
    refused(sign.format("true", signer, "now()", "''"), match="Cannot update")
    names = "case_id, referral_id, reasonable_grounds, grounds, health_or_care_considered, health_or_care, end_reason,"
    names += " end_stage, decided_as, decided_by_id, decided_at, in_error_reason"
    signed = f"INSERT INTO cases_section36decision ({names}, stands, why_not, checked_by_id, checked_at)"
    signed += f" SELECT {names}, {{}}, {{}}, %s, now() FROM cases_section36decision"
    for stands, why in (("true", "''"), ("false", "'x'")):
        refused(signed.format(stands, why), signer, match="Cannot insert")


def test_who_signs_is_the_gateways_supervisor_for_the_police_and_the_chair_for_the_council(
    client, area, shared, referral, police, police_representative, gateway, supervisor, coordinator, chair, other_area
):
    """Never who made it, whatever posts they hold, nor the same post elsewhere or at another force that reads it."""
    far = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    other = factories.agency(area, "Rail Police", AgencyType.POLICE, Sector.POLICE)
    factories.share(shared, other, coordinator)
    people = [police_representative, gateway, supervisor, coordinator, chair]
    people.extend(factories.person(each, PostKind.GATEWAY_SUPERVISOR, f"Supervisor of {each}") for each in (far, other))
    may = rules["cases.sign_section36"].permits
    factories.policy(area, Section36Policy, council_decides=True)
    factories.post(shared.panel, PostKind.DEPUTY, coordinator.name)
    for made_by, signs in (
        (police_representative, [supervisor]),
        (supervisor, []),
        (people[-1], []),
        (coordinator, [chair]),
    ):
        with transaction.atomic():
            operations.decide_section36(shared, by=made_by, referral=referral, **ENDS)
            assert [person for person in people if may(person, shared)] == signs
            with pytest.raises(PermissionDenied):
                operations.sign_section36(shared, by=made_by, seen=factories.to_sign(shared), agrees=True)
            transaction.set_rollback(True)
        shared.refresh_from_db()


def test_one_that_nobody_can_sign_is_said_to_be_in_error_and_decided_anew(client, shared, referral, supervisor):
    made = operations.decide_section36(shared, by=supervisor, referral=referral, **ENDS)
    client.force_login(supervisor)
    url = reverse("panels:record_section36_in_error", args=[shared.reference])
    client.post(url, {"decision": made.pk, "reason": "Nobody is there to sign it."})
    made.refresh_from_db()
    shared.refresh_from_db()
    assert (bool(made.in_error_at), made.stands, shared.awaits_section36) == (True, None, True)
    assert "second signature" not in client.get(shared.get_absolute_url()).content.decode()
    assert not shared.section36_decisions.to_sign().exists()
    operations.decide_section36(shared, by=supervisor, referral=referral, **YES)
    assert shared.stage == "awaiting_panel"


def test_what_is_signed_is_what_stood_on_the_page_and_not_what_was_decided_since(
    client, shared, referral, police_representative, supervisor
):
    client.force_login(supervisor)
    page, endpoint = (reverse(f"{app}:sign_section36", args=[shared.reference]) for app in ("cases", "cases_api"))
    first = operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    assert f'name="seen" value="{first.pk}"' in client.get(page).text
    record_section36_in_error(shared, by=police_representative, decision=first, reason="It was not read.")
    anew = ENDS | {"grounds": "Canary of what came since."}
    second = operations.decide_section36(shared, by=police_representative, referral=referral, **anew)
    said = {"agrees": "no", "why_not": "Canary of why."}
    late = client.post(page, said | {"seen": first.pk})
    assert (late.status_code, "decided anew meanwhile" in late.text) == (409, True)
    # Nothing that was written is lost, and the page is of what there is now.
    for words in ("Canary of what came since.", "Canary of why.", f'name="seen" value="{second.pk}"'):
        assert words in late.text
    for seen in ("", "x", "-1", "1\x00", "9" * 5000, str(second.pk + 1)):
        answer = client.post(page, said | {"seen": seen})
        assert (answer.status_code in (409, 422), "There is a problem" in answer.text) == (True, True), seen
        assert client.post(endpoint, said | {"seen": seen}, "application/json").status_code in (409, 422), seen
    second.refresh_from_db()
    assert second.is_to_sign
    (_, read) = client.get(reverse("cases_api:view_case", args=[shared.reference])).json()["section36_decisions"]
    done = client.post(endpoint, said | {"seen": read["pk"]}, "application/json")
    assert (done.status_code, done.json()["sentence"]) == (200, "Section 36 decision sent back, with your reason.")
    second.refresh_from_db()
    assert second.is_sent_back


def test_whoever_waits_is_told_who_signs_or_that_nobody_can(
    client, area, shared, referral, police, police_representative, coordinator, queries_of
):
    client.force_login(coordinator)
    page = shared.get_absolute_url()

    def says(words) -> bool:
        return words in client.get(page).text

    nobody, signs = "Nobody can sign this yet: it takes {}", "A {} signs it"
    of_police = "gateway supervisor of the police who decided, with whom this case is shared"
    of_panel = "chair of the panel"
    other = factories.agency(area, "Rail Police", AgencyType.POLICE, Sector.POLICE)
    factories.share(shared, other, coordinator)
    factories.post(other, PostKind.GATEWAY_SUPERVISOR, "Rae Supervisor")
    operations.decide_section36(shared, by=police_representative, referral=referral, **ENDS)
    assert says(nobody.format(f"a {of_police}"))
    assert says("if it is shared with these police no more, its owner to share it")
    assert queries_of(page) <= 12
    supervisor = factories.person(police, PostKind.GATEWAY_SUPERVISOR, "Sue Supervisor")
    assert says(signs.format(of_police))
    with transaction.atomic():
        operations.exclude_person(shared, by=coordinator, person=supervisor, kind="relative", reason="His aunt.")
        assert says(nobody.format(f"a {of_police}"))
        # To others it would tell that somebody is kept away.
        client.force_login(police_representative)
        assert says(signs.format(of_police))
        transaction.set_rollback(True)
    client.force_login(coordinator)
    with transaction.atomic():
        operations.stop_sharing_case(shared.shares.get(agency=police), by=coordinator)
        assert says(nobody.format(f"a {of_police}"))
        transaction.set_rollback(True)
    restriction = operations.restrict_case(shared, by=coordinator, reason="A threat.", readers=[coordinator])
    assert says(f"{nobody.format(f'a {of_police}')}, and none is named on it")
    operations.name_reader(restriction, by=coordinator, person=supervisor)
    assert says(signs.format(of_police))
    operations.lift_restriction(restriction, by=coordinator)
    operations.sign_section36(
        shared, by=supervisor, seen=factories.to_sign(shared), agrees=False, why_not="Ask the school first."
    )
    factories.policy(area, Section36Policy, council_decides=True)
    # Who decided and chairs it too is nobody else.
    factories.post(shared.panel, PostKind.CHAIR, coordinator.name)
    operations.decide_section36(shared, by=coordinator, referral=referral, **ENDS)
    assert says(nobody.format(f"a {of_panel}"))
    factories.person(shared.panel, PostKind.DEPUTY, "Dee Deputy")
    assert says(signs.format(of_panel))
