"""What a page of a case shows, its endpoint says: to each reader the same, and no more to anybody."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

import referrals.operations
from cases import operations
from prevent_cases import clock
from tests import factories
from tests.cases.test_letters import SAID as LETTER
from tests.standing import standing


@standing
def told(with_two, area, panel, police, police_representative, nhs, nora, second_nurse, coordinator, second_coordinator,
         chair, governance, referral, officer, representative, childrens_services, version, colleague):  # fmt: skip
    """A case of which each page has something to show."""
    case = with_two
    operations.allocate_case(case, by=coordinator, owner=second_coordinator, note="Canary-note.")
    days = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=9)}
    operations.arrange_cover(area, by=coordinator, away=second_coordinator, covered_by=coordinator, **days)
    factories.cover(nhs, nora, second_nurse)
    factories.section36(case, police_representative, grounds="Canary-grounds.")
    referrals.operations.add_to_referral(referral, by=officer, text="Canary-added.")
    asked = factories.information_request(case, nhs, coordinator)
    factories.information_answer(
        asked, nora, "not_shared", why_not="Canary-why-not.", confidentiality_by="Canary-caldicott"
    )
    asked = factories.information_request(case, childrens_services, coordinator)
    factories.information_answer(asked, representative, "by_word", who_tells="Canary-who-tells")
    chairs = {"text": "Canary-for-the-chair.", "with_deputies": False}
    factories.contribution(case, police, police_representative, "chair_only", **chairs)
    factories.contribution(case, police, police_representative, text="Canary-for-all.")
    withdrawn = factories.contribution(case, police, police_representative, text="Canary-withdrawn.")
    operations.withdraw_contribution(withdrawn, by=police_representative, reason="Another boy.")
    for day, words in ((2, "Canary-then."), (1, "Canary-now.")):
        assessed_on = clock.today() - timedelta(days=day)
        factories.assessment(case, coordinator, version, summary=words, assessed_on=assessed_on)
    factories.action(case, police, coordinator, what="Canary-action.")
    operations.exclude_person(case, by=coordinator, person=officer, kind="relative", reason="Canary-excluded.")
    operations.write_letter(case, by=coordinator, **LETTER | {"name": "Canary-letter"})
    glass = operations.break_glass(case, by=nora, kind="other", reason="Canary-glass: he rang from a bridge.")
    operations.close_broken_glass(glass, by=nora)
    operations.judge_broken_glass(glass, by=governance, was_right=True, judgement="Canary-judged.")
    for about, file in (
        (referral, "canary-file.txt"),
        (factories.referral_about(case.individual, officer), "canary-earlier.txt"),
    ):
        factories.file(about, name=file)
    return case


@standing
def held(officer, coordinator, panel):
    case = factories.case(factories.referral(officer), coordinator, panel)
    operations.restrict_case(case, by=coordinator, reason="His uncle.", readers=[])
    return case


# Of each page whose it is, words that stand on it, and of whom not all of these are read: what is not, or ALL where the
# page itself is not for them.
ALL = "all"
SHOWN = {
    "cases:view_case": ("case", "Canary-note Canary-grounds Cem Cora", {"police": "", "nurse": ALL}),
    "cases:concerns": ("case", "Canary-added", {"police": "", "nurse": ALL}),
    "cases:who_can_see": (
        "case", "Canary-excluded Canary-glass Charles panel.", {"police": "Canary-excluded Canary-glass", "nurse": ALL},
    ),
    "cases:explain_access": ("case", "excluded Larkfield", {"chair": "", "police": ALL}),
    "cases:history": ("case", "Action allocated", {"police": "", "nurse": ALL}),
    "cases:information": (
        "case",
        "Canary-why-not Canary-caldicott Canary-who-tells Canary-for-the-chair Canary-for-all Canary-withdrawn",
        {
            "coordinator": "Canary-who-tells Canary-for-the-chair Canary-withdrawn",
            "police": "Canary-why-not Canary-caldicott Canary-who-tells",
            "nurse": ALL,
        },
    ),
    "cases:compare_assessments": ("case", "Canary-then Canary-now Quarrels", {"police": "", "nurse": ALL}),
    "cases:assessments_over_time": ("case", "Quarrels", {"police": "", "nurse": ALL}),
    "cases:letters": ("case", "Canary-letter", {"police": "", "nurse": ALL}),
    "actions:case_actions": ("case", "Canary-action", {"police": "", "nurse": ALL}),
    "panels:case_meetings": ("case", "{item}", {"police": "", "nurse": ALL}),
    "reports:case_files": ("case", "canary-file.txt canary-earlier.txt", {"chair": "canary-earlier.txt", "nurse": ALL}),
    "cases:owners": ("area", "Cem Cora", {"organiser": "", "police": ALL}),
    "cases:restrictions": ("area", "{held}", {"governance": "", "coordinator": ALL}),
    "cases:broken_glasses": ("area", "Canary-glass Canary-judged", {"governance": "", "coordinator": ALL}),
    "cases:agency_cover": ("agency", "Nora Nils", {"nurse": "", "coordinator": ALL}),
}  # fmt: skip


def in_its_bar(page) -> dict[str, str]:
    """What stands at the top of each page of a case."""
    (bar,) = re.findall(r'<dl class="app-identity">(.*?)</dl>', page.content.decode(), re.DOTALL)
    facts = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", bar)
    return {name: re.sub("<.*?>", "", value) for name, value in facts}


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_and_its_endpoint_say_the_same(
    name, client, told, held, area, nhs, coordinator, chair, governance, organiser, police_representative, second_nurse,
    officer,
):  # fmt: skip
    people = {
        "coordinator": coordinator, "chair": chair, "governance": governance, "organiser": organiser,
        "police": police_representative, "nurse": second_nurse,
    }  # fmt: skip
    of, words, unread = SHOWN[name]
    words = words.format(item=told.agenda_items.get().reference, held=held.reference).split()
    place = {"case": told.reference, "area": area.slug, "agency": nhs.slug}[of]
    asked = {"person": officer.reference} if name == "cases:explain_access" else {}
    for person, not_read in unread.items():
        client.force_login(people[person])
        page, endpoint = (client.get(reverse(each, args=[place]), asked) for each in (name, name.replace(":", "_api:")))
        assert page.status_code == endpoint.status_code, (person, endpoint.content)
        assert (page.status_code in (403, 404)) == (not_read == ALL), person
        if of == "case" and not_read != ALL:
            assert in_its_bar(page) == {
                "Reference": told.reference, "Initials": "AB", "Age": "15", "Stage": "Awaiting panel",
                "Consent": "Not given", "Marking": "OFFICIAL-SENSITIVE", "Access": "Who can see this, and why",
            }  # fmt: skip
        for answer in (page, endpoint):
            text = answer.content.decode()
            right = [word for word in words if word not in not_read.split() and not_read != ALL]
            assert [word for word in words if word in text] == right, (person, answer)


def test_a_case_says_what_others_have_done_since_the_last_visit(client, told, chair, coordinator):
    client.force_login(chair)
    address = reverse("cases_api:view_case", args=[told.reference])
    read = client.get(address).json()
    assert read["since_last_visit"] is None
    in_bar = {name: read[name] for name in ("reference", "initials", "age", "stage", "consent_given_on")}
    assert in_bar == {
        "reference": told.reference, "initials": "AB", "age": 15, "stage": "awaiting_panel", "consent_given_on": None,
    }  # fmt: skip
    with clock.at(clock.now() + timedelta(hours=2)):
        cases_log = {"way": "visit", "contact_with": "parent", "reached": True, "contacted_on": clock.today()}
        operations.log_contact(told, by=coordinator, what="She rang.", **cases_log)
        client.logout()
        client.force_login(chair)
        (line,) = client.get(address).json()["since_last_visit"]["lines"]
    assert (line["sentence"], line["by"]) == ("Contact logged.", coordinator.name)


def test_what_had_been_agreed_to_on_a_day_is_said_at_the_endpoint_too(client, given, coordinator, stranger):
    case = given.case
    address = reverse("cases_api:consent", args=[case.reference])
    client.force_login(coordinator)
    line, today = case.consents.get().reference, clock.today()
    read = client.get(address).json()
    assert (read["on"], read["in_force"], read["latest"]) == (today.isoformat(), line, line)
    read = client.get(address, {"on": (today - timedelta(days=1)).isoformat()}).json()
    assert (read["in_force"], read["latest"], len(read["answers"])) == (None, None, 1)
    for wrong in ("yesterday", (today + timedelta(days=1)).isoformat()):
        assert client.get(address, {"on": wrong}).status_code == 422
    client.force_login(stranger)
    assert client.get(address, {"on": "2026-01-01"}).status_code == 404


def test_of_one_answer_its_agency_and_whoever_asks_read_who_decided_on_confidentiality(
    client, told, coordinator, nora, chair
):
    request = told.information_requests.get(agency=nora.held_posts.get().agency)
    for person in (coordinator, nora, chair):
        client.force_login(person)
        read = client.get(reverse("cases_api:view_informationrequest", args=[request.reference])).json()["answer"]
        assert (read["confidentiality_by"], read["confidentiality_ground"], read["law_enforcement"]) == (
            "Canary-caldicott", "public_interest", False,
        )  # fmt: skip
