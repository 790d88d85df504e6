"""Home: what is asked of each post today."""

import re
from datetime import timedelta
from weakref import ref

import pytest
from django.urls import reverse

from cases.shown.case import kinds as of_case
from cases.shown.case import referrals_asked
from cases.views.case import ListCases
from home.asked import asked_at_home, questions
from home.sections import SHOWN
from panels.models import AgendaItem
from panels.views.conference import of_item, of_meeting
from prevent_cases import clock
from prevent_cases.accounts.models import User, kept_posts
from prevent_cases.accounts.posts import POST_RULES, PostKind, Within
from prevent_cases.pages.together import Asked
from prevent_cases.reference.models import RetentionPolicy, Section36Policy
from prevent_cases.reference.operations import decide_policy
from referrals.views.triage import kinds as of_referral
from reports.happened import kinds as of_chronology
from tests import factories


@pytest.mark.parametrize("kind", PostKind)
def test_everybody_has_a_home(client, area, school, panel, case, kind, queries_of):
    place = {Within.AGENCY: school, Within.AREA: area, Within.PANEL: panel}[POST_RULES[kind].within]
    client.force_login(factories.person(place, kind, "Hanna Home"))
    page = client.get("/")
    assert page.status_code == 200
    assert "What is asked of you today" in page.content.decode()
    sees_cases = POST_RULES[kind].sees_cases and kind not in (PostKind.FRONT_DOOR, PostKind.SAFEGUARDING_LEAD)
    if not sees_cases:
        assert case.reference not in page.content.decode()
    assert queries_of("/") <= 12


def test_what_is_kept_with_posts_is_made_of_posts_and_the_day_alone(
    client, area, panel, case, childrens_services, django_assert_num_queries, todays
):
    """So it is kept for whoever comes again that day with the same posts (docs/adr/0018). A third of them, by turns."""
    places = {Within.AGENCY: childrens_services, Within.AREA: area, Within.PANEL: panel}
    morning = clock.start_of_today()
    for kind in todays(PostKind, 3):
        person = factories.person(places[POST_RULES[kind].within], kind, f"Hanna {kind}")

        def made(person=person) -> list[tuple]:
            read_at_once = (questions, of_case, of_referral, of_chronology, of_meeting, of_item)
            pages = [Asked(**kinds(person)) for kinds in read_at_once]
            records = [referrals_asked(person).records, ListCases.areas(person)]
            statements = [each.statement for each in (*pages, *records) if each.statement]
            return [(each.sql, [str(getattr(value, "name", value)) for value in each.values]) for each in statements]

        with clock.at(morning + timedelta(hours=1)):
            first = made()
        with clock.at(morning + timedelta(hours=20)), django_assert_num_queries(0):
            assert made() == first, kind


def test_what_is_kept_with_posts_is_given_back_when_it_is_forgotten(
    client, adopted, coordinator, chair, police_representative
):
    """Nobody looks for garbage here: it does not refer to itself (docs/adr/0038)."""
    item = AgendaItem.objects.get(case=adopted)
    lists = [reverse(name) for name in ("cases:list_cases", "referrals:list_referrals", "actions:list_actions")]
    of_case = ("cases:view_case", "cases:concerns", "cases:history", "reports:chronology")
    of_case = [reverse(name, args=[adopted.reference]) for name in of_case]
    conference = [reverse("panels:conference", args=[item.meeting.reference])]
    conference += [reverse("panels:take_item", args=[item.reference])]
    for person, pages in ((coordinator, of_case), (police_representative, of_case), (chair, [*of_case, *conference])):
        client.force_login(person)
        for url in ("/", *lists, *pages):
            assert client.get(url).status_code == 200, url
        kept = ref(User.objects.get(pk=person.pk).posts)
        assert len(kept()._kept) > 10
        kept_posts.held.cache_clear()
        assert kept() is None, person


def test_of_an_agency_it_is_planned_for_what_that_sees(coordinator, police_representative):
    """Which may be little: one plan for all would go through every case there is (docs/adr/0018)."""
    assert asked_at_home(police_representative).statement.planned_anew
    assert not asked_at_home(coordinator).statement.planned_anew


def test_it_starts_from_what_is_asked(client, referral, coordinator):
    client.force_login(coordinator)
    assert f"Triage referral {referral.reference}" in client.get("/").content.decode()


def test_the_urgent_comes_first(client, officer, coordinator):
    factories.referral(officer)
    urgent = factories.referral(officer, urgency="urgent", urgency_reason="He has packed a bag.")
    client.force_login(coordinator)
    section = next(each for each in client.get("/").context["sections"] if each.title == "Referrals to triage")
    assert (section.asks[0].text, section.asks[0].badge) == (f"Triage referral {urgent.reference}", "Urgent")


def test_a_decision_that_takes_two_is_asked_of_the_other_administrator(
    client, area, administrator, second_administrator
):
    decide_policy(area, by=administrator, policy=Section36Policy, reason="Cabinet.", council_decides=True)
    for person, asked in ((administrator, []), (second_administrator, ["Confirm: Who decides under section 36"])):
        client.force_login(person)
        section = client.get("/").context["sections"][-1]
        assert [ask.text for ask in section.asks] == asked


def test_what_waits_comes_before_the_way_to_what_an_administrator_keeps_and_only_referring_has_a_button(
    client, area, administrator, officer
):
    client.force_login(administrator)
    page = client.get("/").content.decode()
    for nothing, way in (
        ("No post waits for you.", f'<a href="{area.get_absolute_url()}">Agencies, people and posts of {area}</a>'),
        ("No decision waits for you.", f'">Settings of {area}</a>'),
    ):
        assert 0 < page.index(nothing) < page.index(way)
    assert 'role="button"' not in page
    client.force_login(officer)
    page = client.get("/").content.decode()
    assert page.index("Refer somebody") < page.index("You have not sent one.")
    assert page.count('role="button"') == 1


def test_somebody_without_a_post_is_told_whom_to_ask(client, db):
    client.force_login(User.objects.create_user("new@nowhere.example", "Nina New"))
    assert "ask your administrator which posts you hold" in client.get("/").content.decode()


def test_what_is_kept_is_told_to_everybody_without_signing_in(client, db):
    page = client.get(reverse("privacy")).content.decode()
    for words in ("How long", "Who sees it", "correct it", "complain", "never gives anybody a score"):
        assert words in page
    for who in ("Whoever gives you support", "another area takes your case on", "In an emergency", "panel's chair"):
        assert who in page.partition("Who sees it")[2]


def test_how_long_is_what_the_area_has_decided(client, area):
    factories.policy(area, RetentionPolicy, exited=120, exited_child=18)
    address = reverse("privacy_of_area", args=[area.slug])
    assert address in client.get(reverse("privacy")).content.decode()
    rows = client.get(address).context["rows"]
    assert [tuple(row.values()) for row in rows] == [
        ("Support was given and came to its end", "10 years", "18 months"),
        ("The police took it on", "6 years", "3 years"),
        ("Others help, or another area took it on", "3 years", "2 years"),
        ("Nothing further was needed", "1 year", "6 months"),
    ]
    assert client.get(reverse("privacy_of_area", args=["nowhere"])).status_code == 404


def test_as_many_queries_at_one_row_as_at_twenty(
    client, officer, coordinator, chair, representative, administrator, panel, childrens_services, queries_of
):
    readers = [officer, coordinator, chair, representative, administrator]
    factories.meeting(panel)

    def one_more():
        case = factories.case(factories.referral(officer), coordinator, panel)
        factories.share(case, childrens_services, coordinator)
        factories.action(case, childrens_services, coordinator)
        factories.referral(officer)

    def of_home(reader):
        client.force_login(reader)
        return queries_of("/")

    one_more()
    at_one = [of_home(reader) for reader in readers]
    for _ in range(19):
        one_more()
    assert [of_home(reader) for reader in readers] == at_one
    assert max(at_one) <= 12, at_one


def test_of_many_sections_the_page_begins_with_what_is_in_each(client, coordinator, officer, monkeypatch):
    factories.referral(officer)
    client.force_login(coordinator)
    few = client.get("/").context
    assert few["contents"] == []
    pressing = [section.title for section in few["sections"] if section.asks]
    monkeypatch.setattr("home.views.MANY", len(pressing) - 1)
    for _ in range(SHOWN):
        factories.referral(officer)
    page = client.get("/").content.decode()
    contents = page.partition("On this page")[2].partition("</nav>")[0]
    assert re.findall(r">([^<]+)</a> \((.+?)\)", contents) == [("Referrals to triage", "more than 8"), ("Reports", "1")]
    for anchor in re.findall(r'href="#([^"]+)"', contents):
        assert f'<h2 id="{anchor}">' in page
