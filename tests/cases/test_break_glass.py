"""Looking for a case one cannot see, asking to be let in, and breaking the glass."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import BrokenGlass, Case, RequestToSee
from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import key_of
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import BrokenGlassPolicy
from tests import factories
from tests.cases.glass import REASON


@pytest.fixture
def look(client, area):
    def do(person, **asked):
        client.force_login(person)
        return client.post(reverse("cases:look_for_case", args=[area.slug]), asked)

    return do


def by_name(individual, **other) -> dict:
    born = individual.born_on
    asked = {"given_names": individual.given_names, "family_name": individual.family_name}
    return asked | {"born_on_day": born.day, "born_on_month": born.month, "born_on_year": born.year} | other


@pytest.fixture
def known(officer, coordinator, panel):
    """A case about somebody whose name and date of birth are written down."""
    factories.meeting(panel)
    referral = factories.referral(officer, given_names="Zoë", family_name="O'Neill", born_on="2010-04-03")
    return factories.case(referral, coordinator, panel)


# Looking


def test_only_what_is_written_down_exactly_so_is_found(look, known, representative):
    there = reverse("cases:ask_to_see", args=[known.reference])
    for asked, found in (
        ({"reference": known.reference}, True),
        ({"reference": f" {known.reference.lower()} "}, True),
        (by_name(known.individual), True),
        (by_name(known.individual, given_names="ZOE", family_name="ONeill O’Neill"), True),
        (by_name(known.individual, given_names="Zo"), False),
        (by_name(known.individual, given_names="Zoey"), False),
        (by_name(known.individual, family_name=""), False),
        (by_name(known.individual, born_on_day=4), False),
        ({"reference": known.reference[:-1]}, False),
    ):
        answered = look(representative, **asked)
        assert answered.status_code == 302, asked
        assert (answered["Location"] == there) == found, asked
        assert found or answered["Location"].endswith("?answer=nothing")
    assert look(representative).status_code == 422


def test_who_may_look_and_where(client, look, case, area, coordinator, officer, colleague, stranger, chair):
    asked = {"reference": case.reference}
    assert look(coordinator, **asked)["Location"] == case.get_absolute_url()
    assert look(chair, **asked)["Location"] == case.get_absolute_url()
    for nobody in (officer, colleague, stranger):
        # The area is no secret: what may be done in it is.
        assert look(nobody, **asked).status_code == 403
        assert client.get(reverse("cases:ask_to_see", args=[case.reference])).status_code == 404
    # In one's own area, and in no other.
    elsewhere = reverse("cases:look_for_case", args=["eastvale"])
    client.force_login(stranger)
    assert client.post(elsewhere, asked)["Location"].endswith("?answer=nothing")


def test_each_time_is_an_entry_that_says_nothing_of_what_was_asked(look, known, area, representative):
    look(representative, **by_name(known.individual, given_names="CANARY"))
    look(representative, reference=known.reference)
    of_area = AuditEntry.objects.filter(what="cases.look_for_case", about__contains=[f"accounts.Area:{area.pk}"])
    assert of_area.count() == 2
    found = AuditEntry.objects.get(what="found by looking")
    assert f"referrals.Individual:{known.individual_id}" in found.about
    assert "CANARY" not in "".join(f"{entry.sentence}{entry.changes}" for entry in AuditEntry.objects.all())


def test_nobody_learns_by_trying(area, case, representative):
    for _ in range(20):
        assert operations.look_for_case(area, by=representative, reference="BCDFGHJKLM") is None
    with pytest.raises(Refused, match="20 times within an hour"):
        operations.look_for_case(area, by=representative, reference=case.reference)
    with clock.at(clock.now() + timedelta(hours=1, minutes=1)):
        assert operations.look_for_case(area, by=representative, reference=case.reference) == case
    # Breaking the glass is never held up by it.
    operations.break_glass(case, by=representative, kind="other", reason=REASON)


# Asking


def test_asking_tells_the_owner_and_opens_nothing(
    client, do_errands, case, childrens_services, coordinator, second_coordinator, representative
):
    do_errands()
    mail.outbox.clear()
    client.force_login(representative)
    place = reverse("cases:ask_to_see", args=[case.reference])
    assert "Children" in client.get(place).content.decode()
    wrong = client.post(place, {})
    # Asking comes first, the glass beside it with nothing folded away, and the page says what is wrong with it alone.
    offered = re.findall(r'<form method="post" action="\S+/([a-z-]+)/"|(<details)', wrong.content.decode())
    assert (wrong.status_code, offered[-2:]) == (422, [("ask", ""), ("break-glass", "")])
    assert "Say what danger there is" not in wrong.content.decode()
    sent = {"words": "CANARY-WORDS", "agency": childrens_services.slug}
    assert client.post(place, sent).status_code == 302
    assert client.get(case.get_absolute_url()).status_code == 404
    do_errands()
    (told,) = mail.outbox
    assert told.to == [coordinator.email]
    assert not any(word in told.body for word in ("CANARY-WORDS", case.reference, "Rosa"))
    with pytest.raises(Refused, match="asked already"):
        operations.ask_to_see(case, by=representative, words="Again.")
    home = reverse("home:home")
    for person, asked in ((coordinator, True), (second_coordinator, False)):
        client.force_login(person)
        assert ("asks to see case" in client.get(home).content.decode()) == asked
    request = RequestToSee.objects.get()
    client.force_login(coordinator)
    answer = reverse("cases:answer_request_to_see", args=[request.reference])
    assert "CANARY-WORDS" in client.get(answer).content.decode()
    # Whoever is to be let in is let in first.
    assert client.post(answer, {"let_in": "yes", "answer": "Welcome."}).status_code == 409
    factories.share(case, childrens_services, coordinator)
    assert client.post(answer, {"let_in": "yes", "answer": "Welcome."}).status_code == 302
    do_errands()
    assert mail.outbox[-1].to == [representative.email]
    client.force_login(representative)
    assert "You can see it now: Welcome." in client.get(home).content.decode()
    with pytest.raises(Refused, match="answered already"):
        operations.answer_request_to_see(request, by=coordinator, let_in=False, answer="No.")


# Breaking the glass


def pages(case) -> list[str]:
    names = ("cases:view_case", "cases:concerns", "cases:who_can_see", "cases:history", "cases:consent")
    others = ("cases:contact_log", "actions:case_actions", "panels:case_meetings")
    return [reverse(name, args=[case.reference]) for name in (*names, *others)]


def test_it_opens_for_an_hour_says_so_on_every_page_and_closes_everywhere(
    client, do_errands, case, area, coordinator, representative, governance, colleague
):
    do_errands()
    mail.outbox.clear()
    client.force_login(representative)
    place = reverse("cases:break_glass", args=[case.reference])
    page = client.get(place).content.decode()
    # Both stand on one page, wherever it is come to.
    actions = {reverse(f"cases:{name}", args=[case.reference]) for name in ("ask_to_see", "break_glass")}
    assert set(re.findall(r'<form method="post" action="([^"]+)"', page)) >= actions
    short = client.post(place, {"kind": "other", "reason": "Urgent."})
    assert (short.status_code, "Say it in at least 20 characters" in short.content.decode()) == (422, True)
    assert client.post(place, {"reason": REASON}).status_code == 422
    began = clock.now()
    with clock.at(began):
        answered = client.post(place, {"kind": "other", "reason": REASON})
        assert answered["Location"] == case.get_absolute_url()
        for page in pages(case):
            shown = client.get(page)
            assert shown.status_code == 200, page
            assert f"Case {case.reference} is open to you until" in shown.content.decode()
            assert REASON in shown.content.decode()
        assert case.reference in client.get(reverse("cases:list_cases")).content.decode()
        # It is theirs alone, and to read: nothing of their colleagues', and no act.
        client.force_login(colleague)
        assert client.get(pages(case)[0]).status_code == 404
        client.force_login(representative)
        assert client.get(reverse("cases:log_contact", args=[case.reference])).status_code == 403
    do_errands()
    assert {message.to[0] for message in mail.outbox} == {coordinator.email, governance.email}
    assert not any(word in message.body for message in mail.outbox for word in ("Rosa", REASON))
    with clock.at(began + timedelta(minutes=59, seconds=59)):
        client.logout()
        client.force_login(representative)
        assert client.get(pages(case)[0]).status_code == 200
    with clock.at(began + timedelta(minutes=60)):
        client.logout()
        client.force_login(representative)
        assert [client.get(page).status_code for page in pages(case)] == [404] * 8
        for place in (reverse("home:home"), reverse("cases:list_cases")):
            assert case.reference not in client.get(place).content.decode()


def test_where_somebody_is_in_danger_few_words_do_and_it_is_judged_all_the_same(
    client, case, area, representative, governance
):
    client.force_login(representative)
    place, endpoint = (reverse(f"{app}:break_glass", args=[case.reference]) for app in ("cases", "cases_api"))
    # What stands open asks one thing; of whatever is no danger, a kind and more words, beside it and folded away.
    page = client.get(place).content.decode()
    danger, otherwise = page.split("<details", 1)
    assert 'name="kind" value="in_danger"' in danger
    assert 'value="in_danger"' not in otherwise
    empty = client.post(place, {"kind": "in_danger", "reason": " "})
    assert (empty.status_code, "Say what danger there is" in empty.content.decode()) == (422, True)
    assert re.search(r"<details[^>]* open", empty.content.decode()) is None
    unkind = client.post(place, {"reason": "On a bridge"})
    assert (unkind.status_code, bool(re.search(r"<details[^>]* open", unkind.content.decode()))) == (422, True)
    for kind in ("lost", "nobody_there", "other"):
        with pytest.raises(Refused, match="at least 20 characters") as refusal:
            operations.break_glass(case, by=representative, kind=kind, reason=f"On a bridge{' ' * 20}")
        assert refusal.value.field == "reason"
        # On the page, and of a program, it is a word too few, and no attempt that the case's trail would tell of.
        tries = AuditEntry.objects.filter(sentence="Tried to break the glass, and was refused.")
        tried, sent = tries.count(), {"kind": kind, "reason": f"On a bridge{' ' * 20}"}
        short = client.post(place, sent)
        by_program = client.post(endpoint, sent, content_type="application/json")
        assert (short.status_code, by_program.status_code, tries.count()) == (422, 422, tried)
        assert "Say it in at least 20 characters" in by_program.content.decode()
        assert re.search(r"<details[^>]* open", short.content.decode())
    assert client.post(place, {"kind": "in_danger", "reason": "On a bridge"}).status_code == 302
    client.force_login(governance)
    glass = BrokenGlass.objects.get()
    for read in (glass.get_absolute_url(), reverse("cases:broken_glasses", args=[area.slug])):
        assert "Somebody is in danger now: On a bridge" in client.get(read).content.decode()


def test_whoever_needs_it_no_longer_closes_it(client, case, representative):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    with pytest.raises(Refused, match="can see this case"):
        operations.break_glass(case, by=representative, kind="other", reason=REASON)
    client.force_login(representative)
    place = reverse("cases:close_broken_glass", args=[glass.reference])
    assert client.get(place).status_code == 200
    assert client.post(place).status_code == 302
    assert client.get(case.get_absolute_url()).status_code == 404
    with pytest.raises(Refused, match="closed already"):
        operations.close_broken_glass(glass, by=representative)


def test_it_opens_a_restricted_case_and_says_so_to_whoever_judges(
    client, case, area, coordinator, second_coordinator, governance
):
    operations.restrict_case(case, by=coordinator, reason="A threat.")
    glass = operations.break_glass(case, by=second_coordinator, kind="other", reason=REASON)
    assert Case.objects.permitted(second_coordinator, "cases.view_case").exists()
    client.force_login(governance)
    page = client.get(glass.get_absolute_url()).content.decode()
    assert "which was restricted to named people" in page
    # Judging opens nothing of it.
    assert client.get(case.get_absolute_url()).status_code == 404


def test_whoever_is_excluded_breaks_no_glass_and_what_they_broke_is_shut(client, case, coordinator, representative):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    said = {"kind": "relative", "reason": "An uncle."}
    operations.exclude_person(case, by=coordinator, person=representative, **said)
    client.force_login(representative)
    for page in (*pages(case), reverse("cases:close_broken_glass", args=[glass.reference])):
        assert client.get(page).status_code == 404
    home = client.get(reverse("home:home")).content.decode()
    assert case.reference not in home
    assert REASON not in home
    with pytest.raises(NotVisible):
        operations.break_glass(case, by=representative, kind="other", reason=REASON)


def test_the_area_says_for_how_long(case, area, representative):
    factories.policy(area, BrokenGlassPolicy, minutes_open=15, judged_within=1)
    with clock.at(clock.now()):
        glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
        assert glass.ends_at - clock.now() == timedelta(minutes=15)


# Who is refused, and the endpoints


def entries_of(record) -> list[tuple[str, str]]:
    found = AuditEntry.objects.filter(what__endswith=" refused", about__contains=[key_of(record)])
    return list(found.order_by("pk").values_list("by", "sentence"))


def test_who_is_refused_leaves_an_entry_as_well(client, look, area, case, representative, officer, stranger):
    for _ in range(20):
        operations.look_for_case(area, by=representative, reference="BCDFGHJKLM")
    assert entries_of(area) == []
    assert look(representative, reference=case.reference).status_code == 409
    address = reverse("cases_api:look_for_case", args=[area.slug])
    sent = {"reference": case.reference}
    assert client.post(address, sent, content_type="application/json").status_code == 409
    words = "Tried to look for a case, and was refused."
    assert entries_of(area) == [(key_of(representative), words)] * 2
    assert look(officer, reference=case.reference).status_code == 403
    assert client.post(address, sent, content_type="application/json").status_code == 403
    assert entries_of(area)[2:] == [(key_of(officer), words)] * 2
    # Of a case that they do not see, they are told that there is none, and it stands in its history.
    client.force_login(stranger)
    assert (
        client.post(
            reverse("cases:break_glass", args=[case.reference]), {"kind": "other", "reason": REASON}
        ).status_code
        == 404
    )
    assert client.post(reverse("cases:ask_to_see", args=[case.reference])).status_code == 404
    for name in ("break_glass", "ask_to_see"):  # Whoever only looks at the page has tried nothing.
        assert client.get(reverse(f"cases:{name}", args=[case.reference])).status_code == 404
    assert (
        client.post(reverse("cases:break_glass", args=["BCDFGHJKLM"]), {"kind": "other", "reason": REASON}).status_code
        == 404
    )
    assert entries_of(case) == [
        (key_of(stranger), "Tried to break the glass, and was refused."),
        (key_of(stranger), "Tried to ask to see the case, and was refused."),
    ]
    # What an entry says of somebody who was refused holds nothing up.
    with clock.at(clock.now() + timedelta(hours=1, minutes=1)):
        assert operations.look_for_case(area, by=representative, reference=case.reference) == case
    client.logout()
    assert client.post(reverse("cases:break_glass", args=[case.reference])).status_code == 302
    assert len(entries_of(case)) == 2


def test_the_endpoints_do_the_same(client, case, area, representative, governance, coordinator):
    def post(name, key, person, **sent):
        client.force_login(person)
        return client.post(reverse(f"cases_api:{name}", args=[key]), sent, content_type="application/json")

    looked = post("look_for_case", area.slug, representative, reference=case.reference)
    assert (looked.status_code, looked.json()["address"]) == (200, reverse("cases:ask_to_see", args=[case.reference]))
    nothing = post("look_for_case", area.slug, representative, reference="BCDFGHJKLM")
    assert (nothing.status_code, nothing.json()["address"][-15:]) == (200, "?answer=nothing")
    assert post("ask_to_see", case.reference, representative, words="We know him.").status_code == 422
    agency = representative.held_posts.get().agency.slug
    assert post("ask_to_see", case.reference, representative, words="We know him.", agency=agency).status_code == 201
    request = RequestToSee.objects.get()
    sent = {"let_in": "no", "answer": "Ring me."}
    assert post("answer_request_to_see", request.reference, coordinator, **sent).status_code == 200
    in_danger = {"kind": "in_danger", "reason": "On a bridge"}
    assert post("break_glass", case.reference, representative, **in_danger).status_code == 201
    glass = BrokenGlass.objects.get()
    assert post("close_broken_glass", glass.reference, representative).status_code == 200
    judged = {"was_right": "yes", "judgement": "He was in danger."}
    assert post("judge_broken_glass", glass.reference, governance, **judged).status_code == 200


def test_only_the_service_writes_to_people(case, coordinator, representative, governance):
    glass = operations.break_glass(case, by=representative, kind="other", reason=REASON)
    with pytest.raises(PermissionDenied):
        operations.tell_of_broken_glass(glass, by=governance)
    with clock.at(clock.now() + timedelta(hours=2)):
        request = operations.ask_to_see(case, by=representative, words="He is a patient.")
        for tell in (operations.tell_of_request_to_see, operations.tell_of_answer_to_request):
            with pytest.raises(PermissionDenied):
                tell(request, by=coordinator)
