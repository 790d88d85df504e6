"""What the police decided under section 36, and health and the police do and say of support: confirmed one by one."""

import pytest
from django.urls import reverse

import actions.operations
import cases.operations
from cases.models import CaseTransfer
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from reports import operations
from reports.models import CaseSummary
from tests import factories
from tests.cases.raw import refused
from tests.cases.transfer import pages_of, text
from tests.standing import standing

# In which section each stands.
STANDS = {"decided": ["section36"], "acted": ["actions"], "given": ["sessions", "worries"]}
SECTIONS = ["section36", "actions", "sessions", "worries"]
GIVEN = {"purpose": "To treat him.", "lawful_basis": "public_task", "sections": SECTIONS}
# By question: what of health and the police stands where it was ticked.
CANARIES = {
    "decided": ["What he wrote."],
    "acted": ["Canary to do.", "Canary of what came of it."],
    "given": ["Canary session.", "Canary worry."],
}


@standing
def nhs(area):
    return factories.agency(area, "Vale Health Trust", AgencyType.HEALTH, Sector.HEALTH)


@standing
def worked_on(whole_case, coordinator, chair, nhs):
    """A case in which health has agreed to do something, and gives support."""
    nurse = factories.person(nhs, PostKind.REPRESENTATIVE, "Nadia Nurse")
    factories.share(whole_case, nhs, coordinator)
    action = factories.action(whole_case, nhs, chair, what="Canary to do.")
    actions.operations.complete_action(action, by=nurse, outcome="Canary of what came of it.")
    given = factories.intervention(whole_case, nhs, coordinator, nurse)
    factories.session(given, nurse, what="Canary session.")
    worry = cases.operations.raise_urgent_concern(given, by=nurse, words="Canary worry.")
    cases.operations.answer_urgent_concern(worry, by=coordinator, what_was_done="He is at home.")
    return whole_case


@pytest.fixture
def keys(worked_on):
    """By question: how the page names what can be ticked."""
    return {
        "decided": worked_on.section36_decisions.get().pk,
        "acted": worked_on.actions.get(what="Canary to do.").reference,
        "given": worked_on.interventions.get(agency__type=AgencyType.HEALTH).reference,
    }


def test_each_is_listed_with_who_released_it_and_what_is_not_ticked_stays_out(
    client, worked_on, keys, coordinator, chair, police_representative, nhs, text_of
):
    def held(summary) -> set[str]:
        operations.make_case_summary(summary, by=system_user())
        read = " ".join(text_of(summary.read()).split())
        # What others do and say stands in every one.
        assert "Meet his grandmother." in read
        assert "We talked of football." in read
        found = {name for name, canaries in CANARIES.items() if any(each in read for each in canaries)}
        assert all(each in read for name in found for each in CANARIES[name])
        return found

    client.force_login(coordinator)
    for name in ("request_case_summary", "hand_out_case_summary"):
        page = text(client.get(reverse(f"reports:{name}", args=[worked_on.reference])))
        for words in (
            f"released by {police_representative}, for the police, on",
            f"{nhs}: Canary to do. (released by Nadia Nurse, who said what came of it)",
            f"{nhs}, released by Nadia Nurse, who took it on for them on",
        ):
            assert words in page, name
    url = reverse("reports:hand_out_case_summary", args=[worked_on.reference])
    said = GIVEN | {"body": "His GP", "recipient_kind": "partner"}
    for number, (name, key) in enumerate(keys.items(), start=1):
        without = [each for each in SECTIONS if each not in STANDS[name]]
        assert client.post(url, said | {name: [key], "sections": without}).status_code == 409
        assert client.post(url, said | {name: ["999999"]}).status_code == 422
        assert client.post(url, said | {name: [key]}).status_code == 302
        assert CaseSummary.objects.count() == number
        assert held(CaseSummary.objects.latest("pk")) == {name}
    assert held(operations.request_case_summary(worked_on, by=coordinator, sections=SECTIONS)) == set()
    ledger = text(client.get(reverse("reports:disclosures", args=[worked_on.reference])))
    for words in (
        f"Section 36 decision of the police, released by {police_representative}",
        f"Action of {nhs}, released by Nadia Nurse",
        f"Support by {nhs}, released by Nadia Nurse",
    ):
        assert ledger.count(words) == 1, words
    done_by_others = worked_on.actions.get(what="Meet his grandmother.")
    with pytest.raises(Refused, match="can no longer go into it"):
        operations.request_case_summary(worked_on, by=coordinator, acted=[done_by_others])


@pytest.mark.usefixtures("unprinted")
def test_a_copy_is_overtaken_by_what_was_confirmed_for_it_and_by_nothing_else_of_theirs(worked_on, coordinator):
    def made(**confirmed):
        summary = operations.request_case_summary(worked_on, by=coordinator, sections=SECTIONS, **confirmed)
        operations.make_case_summary(summary, by=system_user())
        return summary

    found = {
        "decided": worked_on.section36_decisions.get(),
        "acted": worked_on.actions.get(what="Canary to do."),
        "given": worked_on.interventions.get(agency__type=AgencyType.HEALTH),
    }
    disputed = {
        "decided": lambda: factories.dispute(worked_on, coordinator, found["decided"]),
        "acted": lambda: factories.action_dispute(found["acted"], coordinator),
        "given": lambda: factories.dispute(worked_on, coordinator, found["given"].urgent_concerns.get()),
    }
    nothing = made()
    for name, dispute in disputed.items():
        holds = made(**{name: [found[name]]})
        assert not holds.says_what_is_so_no_more()
        dispute()
        assert (holds.says_what_is_so_no_more(), nothing.says_what_is_so_no_more()) == (True, False), name
    factories.dispute(worked_on, coordinator, found["given"].held_sessions.get())
    assert not nothing.says_what_is_so_no_more()


def test_the_database_keeps_them_of_the_same_case_and_as_they_were_confirmed(
    worked_on, keys, coordinator, officer, panel
):
    other = factories.case(factories.referral(officer, given_names="Rowan"), coordinator, panel)
    (decision,) = worked_on.section36_decisions.all()
    confirmed = {"decided": [decision]}
    summary = operations.request_case_summary(worked_on, by=coordinator, sections=SECTIONS, **confirmed)
    of_other = operations.request_case_summary(other, by=coordinator, sections=SECTIONS)
    row = "INSERT INTO reports_confirmeditem (summary_id, decision_id, action_id) VALUES (%s, %s, %s)"
    action = worked_on.actions.first()
    refused(row, summary.pk, decision.pk, None, match="an_item_is_confirmed_once")
    refused(row, summary.pk, decision.pk, action.pk, match="a_confirmed_item_is_one_thing")
    refused(row, of_other.pk, decision.pk, None, match="part of its own case")
    refused("UPDATE reports_confirmeditem SET summary_id = %s", of_other.pk, match="Cannot update")


def test_a_pack_holds_of_the_police_what_was_confirmed_and_of_the_council_everything(
    client, worked_on, keys, coordinator, chair, police_representative, other_area, stranger
):
    url = reverse("cases:offer_to_area", args=[worked_on.reference])
    today = {f"effective_on_{part}": getattr(clock.today(), part) for part in ("day", "month", "year")}
    said = factories.TRANSFER | {"to_area": other_area.slug} | today

    def packed(**ticked) -> str:
        client.force_login(coordinator)
        assert f"released by {police_representative}, for the police, on" in text(client.get(url))
        assert client.post(url, said | ticked).status_code == 302
        offer = CaseTransfer.objects.latest("pk")
        cases.operations.sign_transfer(offer, by=chair)
        client.force_login(stranger)
        return text(client.get(pages_of(offer)[1]))

    assert "What he wrote." not in packed()
    offer = CaseTransfer.objects.get()
    row = "INSERT INTO cases_transferreddecision (transfer_id, decision_id) VALUES (%s, %s)"
    refused(row, offer.pk, keys["decided"], match="was signed off with it")
    cases.operations.take_back_transfer(offer, by=coordinator)
    pack = packed(decided=[keys["decided"]])
    assert "What he wrote." in pack
    assert f"{police_representative}, for the police" in pack
    client.force_login(chair)
    ledger = text(client.get(reverse("reports:disclosures", args=[worked_on.reference])))
    assert ledger.count(f"Section 36 decision of the police, released by {police_representative}") == 1
