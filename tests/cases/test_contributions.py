"""What an agency shares about a case: who reads it under which mark, and that nobody else notices it."""

import re

import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.db import transaction
from django.urls import reverse

import panels.operations
import reports.operations
from cases import operations
from cases.models import Contribution
from panels.models import Minutes
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.accounts.posts import PostKind
from reports.operations.case_summary import contents, to_confirm
from tests import factories
from tests.cases.information import (
    EVERYTHING,
    SHARED,
    address,
    canary,
    found,
    opened,
    opened_readers,
)
from tests.drawn import without_lots

# By hand, and not from the rules: what each person reads.
READS = {
    "Nora NHS, who shared it": EVERYTHING,
    "her colleague, who handles cases": EVERYTHING,
    "the chair": EVERYTHING,
    "the co-chair": {"for all", "for police and chairs", "for chair and co-chair"},
    "the police": {"for all", "for police and chairs"},
    "the police gateway": {"for all", "for police and chairs"},
    "the coordinator": {"for all"},
    "the organiser": {"for all"},
    "the governance lead": {"for all"},
    "another member": {"for all"},
    "a colleague put on it by name": {"for all"},
    "a police officer put on it by name": {"for all"},
}
# Who find nothing at all: the case is not theirs.
STRANGERS = ("an officer of the NHS", "an agency without the case", "the chair of another panel", "another area")


@pytest.fixture
def people(
    nora, second_nurse, chair, deputy, police_representative, gateway, coordinator, organiser, governance,
    representative, colleague, constable,
):  # fmt: skip
    return dict(
        zip(
            READS,
            [
                nora, second_nurse, chair, deputy, police_representative, gateway, coordinator, organiser, governance,
                representative, colleague, constable,
            ],
            strict=True,
        )
    )  # fmt: skip


@pytest.fixture
def strangers(area, nhs, stranger):
    housing = factories.agency(area, "Harrowmere Homes", AgencyType.HOUSING, Sector.OTHER)
    adults = factories.panel(area, "Adults Panel", acts_as_channel=True)
    return dict(
        zip(
            STRANGERS,
            [
                factories.person(nhs, PostKind.OFFICER, "Olga Officer"),
                factories.person(housing, PostKind.REPRESENTATIVE, "Hugh Housing"),
                factories.person(adults, PostKind.CHAIR, "Ada Adults"),
                stranger,
            ],
            strict=True,
        )
    )


# Who may


# Who stands for the others that look through the same ground.
LOOK = set(READS) - {"her colleague, who handles cases", "the police gateway", "the governance lead"}


def test_each_reads_what_is_marked_for_them_and_notices_nothing_else(client, shared, contributions, people, strangers):
    for who, person in people.items():
        reads = READS[who]
        for verb in ("view", "read"):
            permitted = Contribution.objects.permitted(person, f"cases.{verb}_contribution")
            assert set(permitted) == {contributions[name] for name in reads}, (who, verb)
        if who not in LOOK:
            continue
        # In a summary made for them: all that they read, and nothing else.
        summarised = contents(shared, person)["contributions"]
        assert {name for name, each in contributions.items() if each in summarised} == reads, who
        client.force_login(person)
        page = opened(client, address("information", shared))
        assert found(page) == reads, who
        # Of those that it does hold, everything: the positive control of every field.
        assert all(f"{canary(name)}{part}" in page for name in reads for part in ("Text", "By", "Words")), who
        # No gap and no count: as many as one reads, and their marks alone.
        assert page.count('<div class="app-contribution">') == len(reads), who
        assert ("Chair only" in page) == ("for the chair" in reads), who
        assert ("Police and chairs" in page) == ("for police and chairs" in reads), who
        for name, each in contributions.items():
            answer = client.get(reverse("cases_api:view_contribution", args=[each.reference]))
            assert answer.status_code == (200 if name in reads else 404), (who, name)
            assert found(answer.content.decode()) == {name} & reads, (who, name)
        for_chair = client.get(contributions["for the chair"].get_absolute_url())
        assert for_chair.status_code == (200 if "for the chair" in reads else 404), who
        listed = client.get(reverse("cases_api:list_contributions")).json()["results"]
        assert [each["reference"] for each in listed] == [
            contributions[name].reference for name in reversed(SHARED) if name in reads
        ], who
        # No history tells of any, read or not.
        history = opened(client, f"{address('history', shared)}?views=yes")
        assert "ontribut" not in history, who
        assert "for whom you marked it" not in history, who
    for who, person in strangers.items():
        client.force_login(person)
        urls = [address("information", shared)]
        for each in contributions.values():
            urls.append(reverse("cases_api:view_contribution", args=[each.reference]))
        urls.append(each.get_absolute_url())
        assert {client.get(url).status_code for url in urls} == {404}, who
        assert client.get(reverse("cases_api:list_contributions")).json()["results"] == [], who
    # Nor home, the case itself, and what else hangs on it.
    for who in ("the chair", "the coordinator", "another member"):
        client.force_login(people[who])
        for url in (shared.get_absolute_url(), address("who_can_see", shared), "/"):
            assert found(page := opened(client, url)) == set(), (who, url)
            assert "ontribut" not in page, (who, url)


def test_a_page_is_the_same_with_and_without_what_is_not_for_its_reader(client, shared, nhs, nora, coordinator, chair):
    request = factories.information_request(shared, nhs, coordinator)

    def shown(person, url):
        client.force_login(person)
        answer = client.get(url)
        assert answer.status_code == 200
        return " ".join(without_lots(answer).split())

    urls = (address("information", shared), request.get_absolute_url(), shared.get_absolute_url(), "/")
    with clock.at(clock.now()):
        savepoint = transaction.savepoint()
        said = {"who_tells": "Nora", **factories.released(nhs)}
        operations.answer_information_request(request, by=nora, answer="by_word", **said)
        by_word = [shown(coordinator, url) for url in urls]
        history = shown(coordinator, address("history", shared))
        transaction.savepoint_rollback(savepoint)
        request.refresh_from_db()
        said = {"text": "CanaryHidden", "mark": "chair_only", **factories.released(nhs)}
        operations.answer_information_request(request, by=nora, answer="shared", **said)
        assert [shown(coordinator, url) for url in urls] == by_word
        assert shown(coordinator, address("history", shared)) == history
        assert "For the chair" in by_word[0]
        assert "CanaryHidden" in shown(chair, urls[0])


def test_the_conference_shows_its_reader_what_is_for_them(
    client, shared, contributions, meeting, chair, deputy, organiser, coordinator
):
    conference = reverse("panels:take_item", args=[shared.agenda_items.get(meeting=meeting).reference])
    for person, reads in (
        (chair, READS["the chair"]),
        (deputy, READS["the co-chair"]),
        (organiser, {"for all"}),
    ):
        client.force_login(person)
        assert found(opened(client, conference)) == reads, person
    # What is not for everybody is folded away: the screen may hang on a wall. The fold tells nothing, not even that
    # there is anything: whoever looks, and at whichever case, there is one.
    fold = re.compile(r"<details.*?</details>")
    in_sight = {}
    for person in (chair, organiser):
        client.force_login(person)
        page = opened(client, conference)
        assert page.count(f"Not for everybody in the room: case {shared.reference}") == 1
        in_sight[person] = [re.search("<summary.*?</summary>", each)[0] for each in fold.findall(page)]
        in_sight[person].append(found(fold.sub("", page)))
    assert in_sight[chair] == in_sight[organiser]
    assert in_sight[chair][-1] == {"for all"}
    readers = opened_readers(client, contributions["for the chair"])
    assert "Charles Chair" in readers
    assert "Oren Organiser" not in readers


def test_summaries_and_minutes_as_pdf(
    client, shared, contributions, meeting, people, police, police_representative, chair, nora, text_of
):
    panels.operations.start_meeting(meeting, by=chair)
    panels.operations.record_attendance(meeting, by=chair, agency=police, name="Perry", presence="present")
    factories.section36(shared, police_representative)
    said = factories.ADOPTED
    panels.operations.decide_item(meeting.items.get(), by=chair, **said)
    panels.operations.end_meeting(meeting, by=chair)
    minutes = Minutes.objects.get()
    panels.operations.make_minutes(minutes, by=system_user())
    text = text_of(minutes.read())
    assert "A mentor could help." in text
    assert found(text) == set()
    made = {}
    for who in ("the chair", "the co-chair", "the coordinator"):
        pieces = to_confirm(shared, people[who])
        summary = made[who] = reports.operations.request_case_summary(shared, by=people[who], pieces=pieces)
        reports.operations.make_case_summary(summary, by=system_user())
        text = " ".join(text_of(summary.read()).split())
        assert found(text) == READS[who], who
        assert "Nora Nhs, for Harrowmere NHS" in text
        assert "CanaryForAllBy, Caldicott guardian" in text
        assert ("Chair only" in text) == (who == "the chair")
    assert "Charles Chair" in opened_readers(client, contributions["for the chair"])

    def opens(who, summary) -> int:
        client.force_login(people[who])
        return client.get(reverse("reports:open_casesummary", args=[summary.reference])).status_code

    assert [opens(who, summary) for who, summary in made.items()] == [200, 200, 200]
    # Marked for fewer, or withdrawn, what was printed for others opens no more.
    operations.mark_contribution(contributions["for chair and co-chair"], by=nora, mark="chair_only")
    assert [opens(who, summary) for who, summary in made.items()] == [200, 404, 200]
    operations.withdraw_contribution(contributions["for all"], by=nora, reason="It was somebody else.")
    assert [opens(who, summary) for who, summary in made.items()] == [404, 404, 404]
    again = reports.operations.request_case_summary(shared, by=people["the coordinator"])
    reports.operations.make_case_summary(again, by=system_user())
    text = text_of(again.read())
    assert found(text) == set()
    assert "It was somebody else." in text
    assert opens("the coordinator", again) == 200
    # That there was something for the chair, too, is not known any more to whoever was.
    for name in ("for police and chairs", "for the chair", "for chair and co-chair"):
        operations.withdraw_contribution(contributions[name], by=nora, reason="Another boy.")
    of_chair = reports.operations.request_case_summary(shared, by=chair)
    reports.operations.make_case_summary(of_chair, by=system_user())
    assert "Another boy." in text_of(of_chair.read())
    assert opens("the chair", of_chair) == 200
    assert factories.person(shared.area, PostKind.COORDINATOR, chair.name) == chair
    withdraw_post(chair.held_posts.get(kind=PostKind.CHAIR), by=factories.administrators(shared.area)[0])
    assert opens("the chair", of_chair) == 404
    factories.purpose(shared, chair)
    assert "Another boy." not in opened(client, address("information", shared))
