"""The last day of a share: proposed, never set by itself, asked about before it comes, and moved on."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import CaseGroupPermission, CaseUserPermission
from prevent_cases import clock
from prevent_cases.operations import Refused
from prevent_cases.reference.models import SharingPolicy
from tests import factories
from tests.cases.raw import executed, refused

DAY = timedelta(days=1)
SAID = {"level": "read", "purpose": "To help him.", "lawful_basis": "public_task"}


def proposed(client, case):
    return client.get(reverse("cases:share_case", args=[case.reference])).context["form"]["until"].initial


def test_a_last_day_is_proposed_and_stands_in_the_form(client, area, case, meeting, coordinator, childrens_services):
    client.force_login(coordinator)
    page = reverse("cases:share_case", args=[case.reference])
    taken_on = clock.day_of(meeting.starts_at)
    assert proposed(client, case) == taken_on + 28 * DAY
    assert f'value="{(taken_on + 28 * DAY).year}"' in client.get(page).content.decode()
    # It is theirs to leave out; and a program that names none is given none.
    client.post(page, SAID | {"agency": childrens_services.slug, "until_day": "", "until_month": "", "until_year": ""})
    assert case.shares.get().until is None
    factories.policy(area, SharingPolicy, shared_for=3)
    assert proposed(client, case) == taken_on + 3 * DAY


def test_of_a_case_on_no_agenda_it_is_counted_from_today(client, at_youth, coordinator):
    client.force_login(coordinator)
    assert proposed(client, at_youth) == clock.today() + 28 * DAY


def ending(case, agency, by, days=5):
    return factories.share(case, agency, by, until=clock.today() + days * DAY)


def home_of(client, person) -> str:
    client.logout()
    client.force_login(person)
    return client.get(reverse("home:home")).content.decode()


def test_the_owner_is_asked_about_it_before_it_ends(
    client, area, case, coordinator, second_coordinator, chair, childrens_services, police
):
    share = ending(case, childrens_services, coordinator, days=8)
    factories.share(case, police, coordinator)
    page = reverse("cases:prolong_share", args=[share.reference])
    assert "Sharing that comes to an end" not in home_of(client, coordinator)
    with clock.at(clock.now() + DAY):
        asked = home_of(client, coordinator)
        assert asked.count("cases/shares/") == 1
        assert page in asked
        for person in (second_coordinator, chair):
            assert page not in home_of(client, person)
        days = {"starts_on": clock.today(), "until": clock.today() + DAY}
        operations.arrange_cover(area, by=coordinator, away=coordinator, covered_by=second_coordinator, **days)
        assert page in home_of(client, second_coordinator)
        factories.policy(area, SharingPolicy, asked_before=2)
        assert page not in home_of(client, coordinator)
    with clock.at(clock.now() + 7 * DAY):
        assert page in home_of(client, coordinator)
        operations.prolong_share(share, by=coordinator, until=clock.today() + 30 * DAY, purpose="He stays here.")
        assert "Sharing that comes to an end" not in home_of(client, coordinator)
    # What has lapsed is shared anew, and no more asked about.
    with clock.at(clock.now() + 60 * DAY):
        assert "Sharing that comes to an end" not in home_of(client, coordinator)


def test_the_database_lets_nobody_prolong_one_without_an_agreement(
    area, case, coordinator, governance, nhs, police, police_representative
):
    factories.agreement(area, nhs, by=governance, since=400, days=-1)
    share = factories.share(case, nhs, coordinator, until=clock.today() + 5 * DAY, despite_agreement="He needs it now.")
    again = (
        "INSERT INTO cases_share (reference, case_id, agency_id, level, follows_id, purpose, lawful_basis,"
        " despite_agreement, shared_by_id, shared_at, until) SELECT 'RAWRAWRAWR', case_id, agency_id, level, id,"
        " purpose, lawful_basis, '', shared_by_id, now(), %s FROM cases_share WHERE agency_id = %s"
    )

    def lets_only_what_is_no_longer(match: str) -> None:
        for until in (None, share.until + DAY):
            refused(again, until, nhs.pk, match=match)
        for until in (share.until, share.until - DAY):
            with transaction.atomic():
                executed(again, until, nhs.pk)
                transaction.set_rollback(True)

    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE cases_share SET ended_at = now(), ended_by_id = %s WHERE id = %s", [coordinator.pk, share.pk]
        )
        cursor.execute("DELETE FROM cases_casegrouppermission WHERE content_object_id = %s", [case.pk])
    lets_only_what_is_no_longer("under an agreement in force")
    factories.agreement(area, nhs, by=governance)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative, reasonable_grounds=False, end_stage="no_further_action")
    lets_only_what_is_no_longer("This case has ended")


def test_it_goes_on_for_the_agency_and_those_it_put_on_the_case(
    client, case, coordinator, childrens_services, representative, colleague
):
    share = ending(case, childrens_services, coordinator)
    put = {"agency": childrens_services, "colleague": colleague, "purpose": "Knows him."}
    operations.put_colleague_on_case(case, by=representative, **put)
    client.force_login(coordinator)
    page = reverse("cases:prolong_share", args=[share.reference])
    assert page in client.get(reverse("cases:who_can_see", args=[case.reference])).content.decode()
    later = clock.today() + 50 * DAY
    said = {"until_day": later.day, "until_month": later.month, "until_year": later.year, "purpose": "He stays here."}
    done = client.post(page, said)
    assert done.headers["Location"] == reverse("cases:who_can_see", args=[case.reference])
    in_force = case.shares.filter(ended_at=None).order_by("pk")
    assert [(each.colleague, each.until, each.purpose) for each in in_force] == [
        (None, later, "He stays here."), (colleague, later, "Knows him."),
    ]  # fmt: skip
    assert in_force[0].follows == share
    for grants in (CaseGroupPermission.grants, CaseUserPermission.grants):
        assert grants.get(content_object=case).until == later


def test_it_is_moved_on_only_while_it_runs_and_only_further(case, coordinator, childrens_services, police, governance):
    share = ending(case, childrens_services, coordinator)
    said = {"by": coordinator, "purpose": "He stays here."}
    with pytest.raises(Refused, match="until then already") as refusal:
        operations.prolong_share(share, until=share.until, **said)
    assert refusal.value.field == "until"
    with pytest.raises(Refused, match="no last day"):
        operations.prolong_share(factories.share(case, police, coordinator), until=share.until, **said)
    with clock.at(clock.now() + 6 * DAY), pytest.raises(Refused, match="lapsed"):
        operations.prolong_share(share, until=share.until + 30 * DAY, **said)
    factories.agreement(case.area, childrens_services, by=governance, days=20)
    with clock.at(clock.now() + 4 * DAY):
        factories.policy(case.area, SharingPolicy, agreement_needed=True, council_needs_one=True)
        operations.prolong_share(share, until=share.until + 2 * DAY, **said)
    with clock.at(clock.now() + 25 * DAY):
        again = ending_anew(case, childrens_services, coordinator)
        with pytest.raises(Refused, match="agreement") as refusal:
            operations.prolong_share(again, until=again.until + DAY, **said)
    assert refusal.value.field == "despite_agreement"


def ending_anew(case, agency, by):
    return factories.share(case, agency, by, until=clock.today() + DAY, despite_agreement="It cannot wait.")


def test_who_may(case, coordinator, chair, childrens_services, representative, organiser):
    share = ending(case, childrens_services, coordinator)
    said = {"until": share.until + DAY, "purpose": "He stays here."}
    for person in (representative, organiser):
        with pytest.raises(PermissionDenied):
            operations.prolong_share(share, by=person, **said)
    assert operations.prolong_share(share, by=chair, **said).until == share.until + DAY
