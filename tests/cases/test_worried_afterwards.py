"""“I am worried now” once support has ended: who gave it says so for a while yet, and it is read where the case is."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse

from cases import operations
from cases.models import Restriction, UrgentConcern
from cases.models.interventions import WORRIED_AFTERWARDS
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from tests import factories
from tests.cases.support import OF_BRIEF, pages, text
from tests.cases.transfer import said_at_home
from tests.standing import standing

WORDS = "Canary-bag: he has packed one."


@standing
def other_police(other_area):
    agency = factories.agency(other_area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    return factories.person(agency, PostKind.REPRESENTATIVE, "Otto Otherpolice")


@standing
def ended(given, coordinator):
    """Ended by itself: its case goes on."""
    operations.end_intervention(given, by=coordinator, reason="Canary-why: he has found work.")
    return given


@standing
def gone(given, chair, other_area, stranger, there, thea):
    """What its case has become in another area."""
    return factories.transferred(factories.transfer(given.case, other_area, chair), there, stranger, thea)


def told(do_errands, act) -> list[str]:
    do_errands()
    mail.outbox.clear()
    act()
    do_errands()
    return sorted(address for sent in mail.outbox for address in sent.to)


def raised(client, given, giver):
    """By the page alone, which somebody finds who follows the link of an old e-mail."""
    client.force_login(giver)
    page = client.get(given.get_absolute_url(), follow=True)
    assert page.redirect_chain == [(pages(given)["raise_urgent_concern"], 302)]
    order = [text(page).index(each) for each in ("call 999", "Arrange no further session", "What worries you now?")]
    assert order == sorted(order)
    sent = client.post(page.request["PATH_INFO"], {"words": WORDS})
    assert sent.url == UrgentConcern.objects.get().get_absolute_url()


def test_of_support_that_ended_by_itself_it_reaches_those_of_the_area_and_nothing_else_is_read(
    client, do_errands, ended, giver, coordinator, police_representative
):
    assert told(do_errands, lambda: raised(client, ended, giver)) == sorted(
        each.email for each in (coordinator, police_representative)
    )
    concern = UrgentConcern.objects.get()
    assert said_at_home(coordinator, f"Somebody is worried now: read it, and say what was done ({concern.reference})")
    client.force_login(coordinator)
    assert WORDS in text(client.get(concern.get_absolute_url()))
    assert "Somebody is worried now" in text(client.get(pages(ended)["support"]))
    client.force_login(giver)
    page = client.get(pages(ended)["raise_urgent_concern"])
    assert "Not seen yet" in text(page)
    assert f"{ended.reference}, for {ended.called}" in text(client.get(reverse("cases:list_interventions")))
    for word in (*OF_BRIEF, "Canary-why", ended.case.reference, ended.case.individual.family_name):
        assert word not in text(page), word
    for name in ("answer_intervention", "report_session", "end_intervention", "support"):
        assert client.get(pages(ended)[name]).status_code == 404, name
    assert client.get(reverse("cases_api:view_intervention", args=[ended.reference])).status_code == 404
    operations.answer_urgent_concern(concern, by=coordinator, what_was_done="Canary-done.")
    assert "seen by Cora" in text(client.get(page.request["PATH_INFO"]))


def test_of_a_case_that_went_it_reaches_those_who_have_it_now_and_says_nothing_of_where(
    client, do_errands, given, gone, giver, coordinator, police_representative, stranger, thea, other_police
):
    assert told(do_errands, lambda: raised(client, given, giver)) == sorted([stranger.email, other_police.email])
    concern = UrgentConcern.objects.get()
    assert (concern.case, concern.area) == (gone, gone.area)
    waits = f"Somebody is worried now: read it, and say what was done ({concern.reference})"
    for person, sees_case in ((stranger, True), (other_police, False)):
        assert said_at_home(person, waits)
        client.force_login(person)
        page = text(client.get(reverse("cases:answer_urgent_concern", args=[concern.reference])))
        for word in (WORDS, gone.individual.family_name, gone.reference, str(given.agency), giver.name):
            assert word in page, word
        assert (gone.get_absolute_url() in page) is sees_case
        assert given.case.reference not in page
        assert given.get_absolute_url() not in page
    client.force_login(thea)
    assert "Somebody is worried now" in text(client.get(reverse("cases:support", args=[gone.reference])))
    assert concern.raised_by.name in text(client.get(reverse("cases:history", args=[gone.reference])))
    # The area that it left is asked nothing, and reads no word of it.
    for person in (coordinator, police_representative):
        assert not said_at_home(person, "worried now")
        client.force_login(person)
        assert client.get(concern.get_absolute_url()).status_code == 404
        assert client.get(reverse("cases_api:view_urgentconcern", args=[concern.reference])).status_code == 404
    factories.contact(gone.area, kind="child", name="Eastvale duty line")
    client.force_login(giver)
    assert "Eastvale" not in text(client.get(concern.get_absolute_url()))
    operations.answer_urgent_concern(concern, by=stranger, what_was_done="Canary-done.")
    operations.record_urgent_concern_in_error(concern, by=stranger, reason="Canary-done: his cousin of Eastvale.")
    api = reverse("cases_api:view_urgentconcern", args=[concern.reference])
    for address in (concern.get_absolute_url(), api, given.get_absolute_url(), reverse("cases:list_interventions")):
        page = text(client.get(address, follow=True))
        for word in (stranger.name, gone.reference, "Eastvale", gone.individual.family_name, "Canary-done"):
            assert word not in page, (address, word)
    read = client.get(api).json()
    assert (bool(read["answered_at"]), bool(read["in_error_at"]), read["in_error_reason"]) == (True, True, None)
    assert "Recorded in error" in text(client.get(concern.get_absolute_url()))


def test_nothing_is_passed_on_while_it_waits(given, gone, giver, stranger, thea):
    third = factories.area("Thirdvale")
    cleo = factories.person(third, PostKind.COORDINATOR, "Cleo Third")
    panel = factories.panel(third, "Panel of Thirdvale")
    chloe = factories.person(panel, PostKind.CHAIR, "Chloe Third")
    offer = factories.transfer(gone, third, thea)
    operations.raise_urgent_concern(given, by=giver, words=WORDS)
    with pytest.raises(Refused, match="has something to see to"):
        factories.transferred(offer, panel, cleo, chloe)


def test_until_when_and_who(client, ended, giver, other_giver, officer, coordinator, chair, supported, school, lead):
    ends = clock.start_of_today() + WORRIED_AFTERWARDS
    page = pages(ended)["raise_urgent_concern"]
    client.force_login(giver)
    assert f"{ended.worried_until.day} {ended.worried_until:%B %Y}" in text(client.get(page))
    for person in (other_giver, officer, coordinator, chair):
        client.force_login(person)
        assert client.get(page).status_code == (403 if person in (coordinator, chair) else 404), person
    # What was declined was never given.
    declined = factories.intervention(supported, school, coordinator)
    operations.answer_intervention(declined, by=lead, accepted=False, why_declined="No time.")
    operations.end_intervention(declined, by=coordinator, reason="Nobody else is asked.")
    with pytest.raises(NotVisible):
        operations.raise_urgent_concern(declined, by=lead, words=WORDS)
    with clock.at(ends + timedelta(hours=20)):
        operations.raise_urgent_concern(ended, by=giver, words=WORDS)
    with clock.at(ends + timedelta(hours=30)), pytest.raises(NotVisible):
        operations.raise_urgent_concern(ended, by=giver, words=WORDS)


def test_exclusion_shuts_it_and_a_restriction_where_it_is_read(
    client, do_errands, given, gone, giver, stranger, thea, other_police, coordinator
):
    operations.restrict_case(gone, by=thea, reason="A threat.", readers=[])
    assert Restriction.objects.standing().filter(case=gone).exists()
    act = lambda: operations.raise_urgent_concern(given, by=giver, words=WORDS)  # noqa: E731
    assert told(do_errands, act) == [stranger.email]
    client.force_login(stranger)
    concern = UrgentConcern.objects.get()
    assert "If none is, ring them" in text(client.get(concern.get_absolute_url()))
    client.force_login(other_police)
    assert client.get(concern.get_absolute_url()).status_code == 404


def test_whoever_is_excluded_raises_none(client, ended, giver, coordinator):
    operations.exclude_person(ended.case, by=coordinator, person=giver, kind="relative", reason="His aunt.")
    client.force_login(giver)
    for address in (ended.get_absolute_url(), pages(ended)["raise_urgent_concern"]):
        assert client.get(address).status_code == 404
    assert ended.reference not in text(client.get(reverse("cases:list_interventions")))
    with pytest.raises(NotVisible):
        operations.raise_urgent_concern(ended, by=giver, words=WORDS)


def test_whoever_is_excluded_where_the_case_is_now_is_led_to_what_they_may_see(client, given, gone, giver, stranger):
    operations.exclude_person(gone, by=stranger, person=giver, kind="relative", reason="His aunt.")
    client.force_login(giver)
    page = pages(given)["raise_urgent_concern"]
    sent = client.post(page, {"words": WORDS}, follow=True)
    assert sent.status_code == 200
    assert sent.redirect_chain[-1][0] == page
    assert UrgentConcern.objects.get().case == gone


def test_the_list_costs_the_same_however_much_has_ended(
    client, queries_of, ended, supported, provider, coordinator, giver
):
    client.force_login(giver)
    page = reverse("cases:list_interventions")
    at_one = queries_of(page)
    for _ in range(5):
        again = factories.intervention(supported, provider, coordinator, giver)
        operations.end_intervention(again, by=coordinator, reason="It is done.")
    assert queries_of(page) == at_one
