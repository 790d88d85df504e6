"""Sharing a case: what opens, to whom, until when."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases import operations
from cases.models import LIVE, Case, CaseGroupPermission, CaseUserPermission
from panels import operations as panels
from panels.models import Minutes
from prevent_cases import clock
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from reports.models import Section
from reports.operations import request_case_summary
from tests import factories
from tests.pages.test_lists import FILLED


def pages_of(case):
    return [
        reverse(name, args=[case.reference])
        for name in (
            "cases:view_case",
            "cases:who_can_see",
            "cases:history",
            "actions:case_actions",
            "panels:case_meetings",
        )
    ]


# What it does


def test_a_share_opens_it_to_those_of_the_agency_who_handle_cases_only(
    client, case, childrens_services, coordinator, representative, colleague
):
    factories.share(case, childrens_services, coordinator)
    client.force_login(representative)
    assert [client.get(page).status_code for page in pages_of(case)] == [200] * 5
    assert case.reference in client.get(reverse("cases:list_cases")).content.decode()
    client.force_login(colleague)
    assert [client.get(page).status_code for page in pages_of(case)] == [404] * 5


def test_guardians_rows_are_its_projection(case, childrens_services, coordinator):
    until = clock.today() + timedelta(days=30)
    share = factories.share(case, childrens_services, coordinator, until=until)
    grant = CaseGroupPermission.objects.get()
    assert (grant.group, grant.content_object, grant.until) == (childrens_services.group, case, until)
    operations.stop_sharing_case(share, by=coordinator)
    assert not CaseGroupPermission.objects.exists()


def test_a_share_opens_to_no_other_agency_and_lapses_by_itself_at_once(
    client, case, meeting, childrens_services, police, coordinator, representative, police_representative, nora, chair,
    do_errands,
):  # fmt: skip
    """On every page, endpoint and PDF, in lists, search and counts, from one minute to the next."""
    factories.share(case, childrens_services, coordinator, until=clock.today())
    action = factories.action(case, childrens_services, coordinator)
    factories.share(case, police, coordinator)
    contribution = factories.contribution(case, police, police_representative)
    factories.section36(case, police_representative)
    panels.start_meeting(meeting, by=chair)
    panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    panels.decide_item(meeting.items.get(), by=chair, **factories.ADOPTED)
    panels.end_meeting(meeting, by=chair)
    minutes = Minutes.objects.get()
    summary = request_case_summary(case, by=representative, sections=Section.values)
    do_errands()
    addresses = [*pages_of(case), action.get_absolute_url(), summary.get_absolute_url()]
    addresses += [reverse(f"{app}:open_casesummary", args=[summary.reference]) for app in ("reports", "reports_api")]
    addresses += [reverse(f"{app}:open_minutes", args=[minutes.reference]) for app in ("panels", "panels_api")]
    addresses += [reverse(f"cases{app}:view_case", args=[case.reference]) for app in ("", "_api")]
    # Save what is an agency's own: what it is asked, until a day of its own, and what it has shared itself.
    counts = {each for each in FILLED if "requests" not in each} - {reverse("cases:list_contributions")}
    lists = sorted({reverse("home:home"), *counts})

    def open_addresses():
        return {client.get(address).status_code for address in addresses}

    def that_name_it():
        names = [each.reference for each in (case, contribution)]
        shown = {each: client.get(each).content.decode() for each in lists}
        return [each for each in lists if any(name in shown[each] for name in names)]

    def counted():
        """How many each list says that there are, or lists."""
        answers = {each: client.get(each) for each in counts}
        listed = {each: answer.context or answer.json() for each, answer in answers.items()}
        return {int(page["page"].count_words) if "page" in page else len(page["results"]) for page in listed.values()}

    def hits():
        sent = {"words": case.reference, "where": "name"}
        return [each.case for each in client.post(reverse("home:search"), sent).context["found"]]

    def assert_nothing_is_found():
        assert open_addresses() == {404}
        assert that_name_it() == []
        assert counted() == {0}
        assert hits() == []

    before_midnight = clock.now().astimezone(clock.LONDON).replace(hour=23, minute=59)
    with clock.at(before_midnight):
        client.force_login(nora)
        assert_nothing_is_found()
        assert not Case.objects.permitted(nora, "cases.view_case").exists()
        client.force_login(representative)
        assert open_addresses() == {200}
        assert that_name_it() == lists
        assert counted() == {1}
        assert hits() == [case]
    with clock.at(before_midnight + timedelta(minutes=1)):
        assert_nothing_is_found()


def test_after_a_lapse_it_can_be_shared_anew(case, childrens_services, coordinator):
    factories.share(case, childrens_services, coordinator, until=clock.today())
    with clock.at(clock.now() + timedelta(days=2)):
        again = factories.share(case, childrens_services, coordinator)
        assert CaseGroupPermission.grants.live().get().until is None
        assert list(case.shares.filter(ended_at=None)) == [again]


def test_a_post_that_ends_closes_the_case(client, case, childrens_services, coordinator, area):
    person = factories.person(
        childrens_services, PostKind.REPRESENTATIVE, "Tim Temporary", until=clock.today() + timedelta(days=3)
    )
    factories.share(case, childrens_services, coordinator)
    client.force_login(person)
    assert client.get(case.get_absolute_url()).status_code == 200
    with clock.at(clock.now() + timedelta(days=4)):
        client.logout()
        client.force_login(person)
        assert client.get(case.get_absolute_url()).status_code == 404


def test_a_named_colleague_sees_this_case_and_no_other(
    client, case, childrens_services, coordinator, representative, colleague, officer, panel
):
    other = factories.case(factories.referral(officer), coordinator, panel)
    for each in (case, other):
        factories.share(each, childrens_services, coordinator)
    operations.put_colleague_on_case(
        case, by=representative, agency=childrens_services, colleague=colleague, purpose="Knows the family."
    )
    client.force_login(colleague)
    assert client.get(case.get_absolute_url()).status_code == 200
    assert client.get(other.get_absolute_url()).status_code == 404


def test_what_the_agency_loses_its_colleague_loses(
    client, case, childrens_services, coordinator, representative, colleague
):
    share = factories.share(case, childrens_services, coordinator)
    operations.put_colleague_on_case(
        case, by=representative, agency=childrens_services, colleague=colleague, purpose="Knows the family."
    )
    operations.stop_sharing_case(share, by=coordinator)
    assert not CaseUserPermission.objects.exists()
    client.force_login(colleague)
    assert client.get(case.get_absolute_url()).status_code == 404


def test_a_colleague_loses_it_with_their_post(
    client, case, childrens_services, coordinator, representative, colleague, administrator
):
    factories.share(case, childrens_services, coordinator)
    operations.put_colleague_on_case(
        case, by=representative, agency=childrens_services, colleague=colleague, purpose="Knows the family."
    )
    client.force_login(colleague)
    assert client.get(case.get_absolute_url()).status_code == 200
    withdraw_post(colleague.held_posts.get(), by=administrator)
    assert client.get(case.get_absolute_url()).status_code == 404


def test_it_can_be_stopped_after_the_case_has_ended(client, case, police, coordinator, police_representative):
    share = factories.share(case, police, coordinator)
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    client.force_login(coordinator)
    stop = reverse("cases:stop_sharing_case", args=[share.reference])
    assert stop in client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
    assert client.post(stop).status_code == 302


# What it records


def test_an_entry_and_the_lines_of_the_case_history(client, case, childrens_services, coordinator):
    factories.share(case, childrens_services, coordinator)
    sentences = list(AuditEntry.objects.about(case).values_list("sentence", flat=True))
    assert (
        sentences[0]
        == "Case shared with an agency. Those of its people who handle cases have it now, as far as was said."
    )
    client.force_login(coordinator)
    assert (
        sentences[0].partition(". ")[0] in client.get(reverse("cases:history", args=[case.reference])).content.decode()
    )


# When it refuses


def test_it_is_shared_once(case, childrens_services, coordinator):
    factories.share(case, childrens_services, coordinator)
    with pytest.raises(Refused, match="shared with them already"):
        factories.share(case, childrens_services, coordinator)


def test_not_with_an_agency_of_another_area_unless_it_serves_all(case, other_area, coordinator):
    with pytest.raises(Refused, match="does not serve this area"):
        factories.share(case, factories.agency(other_area, "Far School"), coordinator)
    national = factories.agency(other_area, "National Mentors", serves_all_areas=True)
    assert factories.share(case, national, coordinator).agency == national


def test_not_until_a_day_that_is_past(case, childrens_services, coordinator):
    with pytest.raises(Refused, match="cannot be in the past"):
        factories.share(case, childrens_services, coordinator, until=clock.today() - timedelta(days=1))


def test_a_colleague_is_of_the_agency_that_has_the_share(
    case, childrens_services, coordinator, representative, officer
):
    factories.share(case, childrens_services, coordinator)
    with pytest.raises(Refused, match="does not work for your agency"):
        operations.put_colleague_on_case(
            case, by=representative, agency=childrens_services, colleague=officer, purpose="Knows the family."
        )


def test_only_those_who_work_there_are_offered_as_colleagues(
    client, case, childrens_services, coordinator, representative, colleague, administrator
):
    factories.share(case, childrens_services, coordinator)
    client.force_login(representative)
    page = reverse("cases:put_colleague_on_case", args=[case.reference])
    assert "Colin Colleague" in client.get(page).content.decode()
    withdraw_post(colleague.held_posts.get(), by=administrator)
    assert "Colin Colleague" not in client.get(page).content.decode()


# Who may


def test_a_reader_does_not_share_and_a_stranger_finds_nothing(
    case, childrens_services, police, coordinator, representative, stranger
):
    factories.share(case, childrens_services, coordinator)
    with pytest.raises(PermissionDenied):
        factories.share(case, police, representative)
    with pytest.raises(NotVisible):
        factories.share(case, police, stranger)


def test_the_page_says_who_can_see_it_and_why(client, case, childrens_services, coordinator, representative):
    factories.share(case, childrens_services, coordinator)
    client.force_login(representative)
    page = client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
    assert "It is shared with your agency, and you handle its cases." in page
    assert "To prepare the panel." in page


def test_sharing_and_stopping_by_the_pages(client, case, childrens_services, coordinator):
    client.force_login(coordinator)
    said = {"agency": childrens_services.slug, "purpose": "To prepare.", "lawful_basis": "public_task"}
    unsaid = client.post(reverse("cases:share_case", args=[case.reference]), said)
    assert (unsaid.status_code, case.shares.count()) == (422, 0)  # Nobody is let in further than somebody said.
    said["level"] = "read"
    assert client.post(reverse("cases:share_case", args=[case.reference]), said).url == case.get_absolute_url()
    share = case.shares.get()
    stop = reverse("cases:stop_sharing_case", args=[share.reference])
    assert "will no longer be able to read" in client.get(stop).content.decode()
    assert client.post(stop).url == case.get_absolute_url()
    assert case.shares.get().ended_at


# How often it queries


def test_as_many_queries_at_one_row_as_at_twenty(
    client, officer, coordinator, panel, childrens_services, representative, queries_of
):
    client.force_login(representative)
    first = factories.case(factories.referral(officer), coordinator, panel)
    factories.share(first, childrens_services, coordinator)
    list_at_one = queries_of(reverse("cases:list_cases"))
    for _ in range(19):
        factories.share(
            factories.case(factories.referral(officer), coordinator, panel), childrens_services, coordinator
        )
    assert queries_of(reverse("cases:list_cases")) == list_at_one <= 8
    assert queries_of(first.get_absolute_url()) <= 12


def test_the_agencies_to_share_with_are_read_once(client, case, coordinator, childrens_services):
    client.force_login(coordinator)
    with CaptureQueriesContext(connection) as captured:
        page = client.get(reverse("cases:share_case", args=[case.reference]))
    assert f'value="{childrens_services.slug}"' in page.content.decode()
    assert sum('FROM "accounts_agency" WHERE' in each["sql"] for each in captured) == 1


@pytest.mark.parametrize("of_two_agencies", [False, True])
def test_the_list_of_whoever_handles_cases_has_each_once_page_after_page(
    area, officer, coordinator, panel, childrens_services, police, representative, of_two_agencies
):
    """All of them, some of them, and without what is shut to somebody, are different questions."""
    if of_two_agencies:
        factories.post(police, PostKind.REPRESENTATIVE, representative.name)
    cases = [factories.case(factories.referral(officer), coordinator, panel) for _ in range(4)]
    for case in cases[:3]:
        factories.share(case, childrens_services, coordinator)
    for case in cases[1:3]:
        factories.share(case, police, coordinator)
    representative.forget_posts()
    newest_first = [case.pk for case in cases[2::-1]]

    def listed(among, **page):
        return among.permitted_page(representative, "cases.view_case", **page)

    # The last is put to the cases themselves, since no grant knows it.
    for among in (Case.objects.all(), Case.objects.filter(ended_at=None), Case.objects.filter(stage__in=LIVE)):
        sid = transaction.savepoint()
        assert listed(among) == newest_first
        assert listed(among, size=1) == newest_first[:2]
        assert listed(among, size=1, after=(newest_first[0],)) == newest_first[1:]
        assert listed(among.exclude(pk=cases[1].pk)) == [cases[2].pk, cases[0].pk]
        operations.exclude_person(cases[1], by=coordinator, person=representative, kind="interest", reason="Kin.")
        representative.forget_posts()
        assert listed(among) == [cases[2].pk, cases[0].pk]
        assert listed(among, after=(cases[2].pk,)) == [cases[0].pk]
        restriction = operations.restrict_case(cases[2], by=coordinator, reason="A threat.")
        representative.forget_posts()
        assert listed(among) == [cases[0].pk]
        operations.lift_restriction(restriction, by=coordinator)
        representative.forget_posts()
        CaseGroupPermission.objects.filter(content_object=cases[0]).update(until=clock.today() - timedelta(days=1))
        assert listed(among) == [cases[2].pk]
        transaction.savepoint_rollback(sid)
        representative.forget_posts()
