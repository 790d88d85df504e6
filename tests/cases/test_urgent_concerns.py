"""“I am worried now”: it reaches the coordinator and the police at once, and waits until one of them has answered."""

from datetime import timedelta

import pytest
from celery import current_app
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from cases import operations
from cases.models import UrgentConcern
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, Refused
from tests import factories
from tests.cases.raw import refused
from tests.cases.support import text
from tests.standing import standing


@standing
def inspector(police):
    """Of the police of the area, with whom the case is shared no more."""
    return factories.person(police, PostKind.SAFEGUARDING_LEAD, "Ida Inspector")


@standing
def unshared(given, coordinator):
    for share in given.case.shares.all():
        operations.stop_sharing_case(share, by=coordinator)
    return given


@standing
def other_police(other_area):
    agency = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    return factories.person(agency, PostKind.REPRESENTATIVE, "Otto Otherpolice")


def test_with_a_session_or_by_itself_it_is_told_at_once_and_first_at_home_until_it_is_answered(
    client, do_errands, unshared, giver, coordinator, inspector, chair, police_representative
):
    do_errands()
    mail.outbox.clear()
    client.force_login(giver)
    page = client.get(reverse("cases:raise_urgent_concern", args=[unshared.reference]))
    assert text(page).index("call 999") < text(page).index("What worries you now?")
    words = {"words": "He has packed a bag: canary-bag."}
    assert client.post(page.request["PATH_INFO"], words).url == unshared.get_absolute_url()
    concern = UrgentConcern.objects.get()
    # However often it failed: it is due again within a minute.
    row = OutboxRow.objects.get(done_at=None)
    for attempts in (0, 2, 8, 1000):
        OutboxRow.objects.filter(pk=row.pk).update(keys=[0], attempts=attempts)
        with pytest.raises(UrgentConcern.DoesNotExist):
            current_app.tasks[row.task](row.pk)
        row.refresh_from_db()
        assert row.due_at - timezone.now() <= timedelta(minutes=1)
    OutboxRow.objects.filter(pk=row.pk).update(keys=[concern.pk])
    do_errands()
    assert sorted(each.to[0] for each in mail.outbox) == sorted(
        each.email for each in (coordinator, inspector, police_representative)
    )
    for each in mail.outbox:
        assert concern.get_absolute_url() in each.body
        said = (unshared.case.individual.family_name, "canary-bag", unshared.case.reference, str(unshared.agency))
        assert not any(word in each.subject + each.body for word in said)
    concern.refresh_from_db()
    assert concern.told_at
    with pytest.raises(AlreadyDone):
        operations.tell_of_urgent_concern(concern, by=system_user())

    for person in (coordinator, inspector):
        client.force_login(person)
        section = client.get("/").context["sections"][0]
        assert section.title == "Worried now"
        answer = section.asks[0].url
        read = text(client.get(answer))
        for word in ("call 999", "canary-bag", unshared.case.individual.family_name, unshared.case.reference):
            assert word in read, (person, word)
        # The police learn of the case no more than that: it is not shared with them.
        sees = person == coordinator
        assert (unshared.case.get_absolute_url() in read) is sees
        assert client.get(unshared.case.get_absolute_url()).status_code == (200 if sees else 404)
    client.force_login(chair)
    assert "Somebody is worried now" in text(client.get(reverse("cases:support", args=[unshared.case.reference])))

    client.force_login(inspector)
    assert list(client.post(answer, {}).context["form"].errors) == ["what_was_done"]
    assert client.post(answer, {"what_was_done": "Canary-done: at his door."}).url == concern.get_absolute_url()
    for person in (coordinator, inspector):
        client.force_login(person)
        assert "Worried now" not in [each.title for each in client.get("/").context["sections"]]
        assert "Canary-done" in text(client.get(concern.get_absolute_url()))
    with pytest.raises(Refused, match="Ida Inspector has seen this"):
        operations.answer_urgent_concern(concern, by=coordinator, what_was_done="I rang.")
    # Whoever raised it reads that it was seen, and nothing of what was done, nor who it is or in which case.
    client.force_login(giver)
    for page in (concern.get_absolute_url(), reverse("cases_api:view_urgentconcern", args=[concern.reference])):
        read = text(client.get(page))
        assert "Ida Inspector" in read
        for word in ("Canary-done", unshared.case.reference, unshared.case.individual.family_name):
            assert word not in read, (page, word)
    assert "seen by Ida Inspector" in text(client.get(unshared.get_absolute_url()))
    factories.session(unshared, giver, worried=True, worry="He speaks of tonight.")
    assert UrgentConcern.objects.filter(answered_at=None).get().words == "He speaks of tonight."


def test_who_may(client, unshared, giver, other_giver, coordinator, chair, inspector, constable, officer, stranger,
                 other_police):  # fmt: skip
    """By hand: who reads it, and who says what was done."""
    concern = operations.raise_urgent_concern(unshared, by=giver, words="He has packed a bag.")
    for person, answers in {
        coordinator: [200, 200, 200, 422],
        inspector: [200, 200, 200, 422],
        chair: [200, 403, 200, 403],
        giver: [200, 403, 200, 403],
        constable: [404] * 4,
        other_giver: [404] * 4,
        officer: [404] * 4,
        stranger: [404] * 4,
        other_police: [404] * 4,
    }.items():
        client.force_login(person)
        found = [client.get(reverse(f"cases:{name}", args=[concern.reference])).status_code
                 for name in ("view_urgentconcern", "answer_urgent_concern")]  # fmt: skip
        api = {name: reverse(f"cases_api:{name}", args=[concern.reference])
               for name in ("view_urgentconcern", "answer_urgent_concern")}  # fmt: skip
        found.append(client.get(api["view_urgentconcern"]).status_code)
        found.append(client.post(api["answer_urgent_concern"], {}, content_type="application/json").status_code)
        assert found == answers, person


def test_a_restriction_holds_and_whoever_is_named_is_told_to_ring(
    client, do_errands, unshared, giver, coordinator, chair, inspector
):
    do_errands()
    operations.restrict_case(unshared.case, by=chair, reason="A threat.", readers=[])
    mail.outbox.clear()
    # What was written for whoever gives support stays theirs; the case itself never was.
    concern = operations.raise_urgent_concern(unshared, by=giver, words="He has packed a bag.")
    do_errands()
    assert [each.to for each in mail.outbox] == [[coordinator.email]]
    client.force_login(coordinator)
    assert "If none is, ring them" in text(client.get(concern.get_absolute_url()))
    client.force_login(inspector)
    assert client.get(concern.get_absolute_url()).status_code == 404
    assert "Worried now" not in [each.title for each in client.get("/").context["sections"]]


def test_named_on_it_the_police_are_told_and_where_it_reaches_nobody_whoever_can_have_some_named(
    client, do_errands, unshared, giver, police, coordinator, chair, inspector, governance
):
    case = unshared.case
    factories.share(case, police, coordinator)
    restriction = operations.restrict_case(case, by=chair, reason="A threat.", readers=[inspector])

    def raised() -> list[str]:
        do_errands()
        mail.outbox.clear()
        operations.raise_urgent_concern(unshared, by=giver, words="Canary: he has packed a bag.")
        do_errands()
        return sorted(each.to[0] for each in mail.outbox)

    def no_more(person):
        operations.remove_reader(restriction.named.get(person=person), by=chair)

    assert raised() == sorted([coordinator.email, inspector.email])
    # Whoever owns it stays named, and coordinates no more.
    withdraw_post(coordinator.held_posts.get(), by=factories.administrators(case.area)[0])
    no_more(inspector)
    assert raised() == [chair.email]
    client.force_login(chair)
    assert "Canary: he has packed a bag." in client.get(UrgentConcern.objects.last().get_absolute_url()).text
    listed, read = (reverse(f"{each}:restrictions", args=[case.area.slug]) for each in ("cases", "cases_api"))
    client.force_login(governance)
    said = f"Somebody who gives support in case {case.reference} is worried now."
    # It waits, but is read by somebody who can do something about it.
    assert said not in client.get(listed).text
    assert [each["worried_now"] for each in client.get(read).json()["restrictions"]] == [False]
    no_more(chair)
    assert raised() == [governance.email]
    assert listed in mail.outbox[0].body
    page = client.get(listed).text
    assert said in page
    assert "Canary" not in page
    assert [each["worried_now"] for each in client.get(read).json()["restrictions"]] == [True]


def test_where_nobody_coordinates_chairs_or_is_of_the_police_whoever_answers_for_information_reads_it(
    client, do_errands, unshared, giver, coordinator, chair, police_representative, governance
):
    for person in (coordinator, chair, police_representative):
        withdraw_post(person.held_posts.get(), by=factories.administrators(unshared.area)[0])
    do_errands()
    mail.outbox.clear()
    concern = operations.raise_urgent_concern(unshared, by=giver, words="Canary: he has packed a bag.")
    do_errands()
    (told,) = mail.outbox
    assert told.to == [governance.email]
    assert concern.get_absolute_url() in told.body
    # As with any case that nothing but a post for its whole area opens, they say first for what.
    client.force_login(governance)
    factories.purpose(unshared.case, governance)
    assert "Canary: he has packed a bag." in client.get(concern.get_absolute_url()).text


def test_the_database_keeps_it_until_it_is_answered_and_then_as_it_was(unshared, giver, coordinator):
    concern = operations.raise_urgent_concern(unshared, by=giver, words="He has packed a bag.")
    for sql, words in (
        ("UPDATE cases_urgentconcern SET words = 'x'", "Cannot update"),
        ("UPDATE cases_urgentconcern SET answered_at = now()", "what_was_done"),
    ):
        refused(sql, match=words)
    operations.answer_urgent_concern(concern, by=coordinator, what_was_done="I rang his mother.")
    refused(
        "UPDATE cases_urgentconcern SET answered_at = NULL, answered_by_id = NULL, what_was_done = ''",
        match="Cannot update",
    )
