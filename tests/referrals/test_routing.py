"""Which panel a referral goes to: the table that each area keeps, and a reason for going another way."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import PanelKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import TriagePolicy
from referrals import operations
from referrals.models import RoutingRow, suggested_row
from tests import factories

WORDS = {"rationale": "A pattern over weeks.", "words_for_referrer": "Thank you."}


@pytest.fixture
def adults(area):
    return factories.panel(area, "Safeguarding Adults Panel", kind=PanelKind.SAFEGUARDING_ADULTS)


# What it does


def test_the_first_row_that_fits_is_suggested(officer, panel, adults):
    factories.routing_row(adults, 20, youngest=18)
    factories.routing_row(panel, 10, oldest=17)
    factories.routing_row(adults, 30)
    for said, expected in (
        ({"born_on": None, "age_given": 17}, panel),
        ({"born_on": None, "age_given": 18}, adults),
        ({"born_on": None, "age_given": None}, adults),  # Of unknown age: only a row for everybody fits.
    ):
        assert suggested_row(factories.referral(officer, **said)).panel == expected


def test_no_panel_is_suggested_for_somebody_under_supervision(officer, panel):
    factories.routing_row(panel, 10)
    assert suggested_row(factories.referral(officer, under_supervision="unknown")).panel == panel
    assert suggested_row(factories.referral(officer, under_supervision="yes")) is None


def test_the_age_is_that_on_the_day_of_referral(officer, panel, adults):
    factories.routing_row(panel, 10, oldest=17)
    factories.routing_row(adults, 20, youngest=18)
    birthday = clock.today().replace(year=clock.today().year - 18)
    assert suggested_row(factories.referral(officer, born_on=birthday)).panel == adults
    day_before = birthday + timedelta(days=1)
    assert suggested_row(factories.referral(officer, born_on=day_before)).panel == panel


def test_residence_and_need_count_where_a_row_asks_for_them(officer, coordinator, panel, adults):
    factories.routing_row(adults, 10, lives_here="here", kind_of_need="care")
    factories.routing_row(panel, 20)
    here = factories.referral(officer, lives_here="here")
    assert suggested_row(here).panel == panel
    factories.assessed(here, coordinator, kind_of_need="care")
    assert suggested_row(here).panel == adults
    elsewhere = factories.referral(officer, lives_here="elsewhere")
    factories.assessed(elsewhere, coordinator, kind_of_need="care")
    assert suggested_row(elsewhere).panel == panel


def test_another_panel_is_taken_with_a_reason_which_is_kept(assessed, coordinator, panel, adults):
    factories.routing_row(panel, oldest=17)
    with pytest.raises(Refused, match="suggests another panel: Channel Panel") as refusal:
        operations.record_acceptance(assessed, by=coordinator, panel=adults, **WORDS)
    assert refusal.value.field == "panel_reason"
    why = "He is eighteen next week, and the adults' panel meets after that."
    operations.record_acceptance(assessed, by=coordinator, panel=adults, panel_reason=why, **WORDS)
    assert (assessed.decision.suggested_panel, assessed.decision.panel_reason) == (panel, why)


def test_so_young_a_child_goes_to_social_care_first_and_a_panel_needs_a_reason(officer, coordinator, panel, area):
    factories.without_gateway(area)
    child = factories.referral(officer, born_on=None, age_given=9)
    factories.received(child, coordinator, social_care="not_needed", social_care_reason="They know her.")
    factories.assessed(child, coordinator)
    with pytest.raises(Refused, match="goes to children's social care first"):
        operations.record_acceptance(child, by=coordinator, panel=panel, panel_reason="It presses.", **WORDS)
    operations.record_parallel_referral(child, by=coordinator, answer="children")
    with pytest.raises(Refused, match="The person was 9 on the day of referral: social care comes first"):
        operations.record_acceptance(child, by=coordinator, panel=panel, **WORDS)
    operations.record_acceptance(child, by=coordinator, panel=panel, panel_reason="Social care asks for it.", **WORDS)


def test_the_area_says_how_young(officer, coordinator, panel, area):
    factories.without_gateway(area)
    factories.policy(area, TriagePolicy, social_care_first_under=0)
    child = factories.assessed(factories.referral(officer, born_on=None, age_given=9), coordinator)
    operations.record_acceptance(child, by=coordinator, panel=panel, **WORDS)


def test_who_is_under_supervision_is_routed_out_or_a_reason_is_given(officer, coordinator, panel, area):
    factories.without_gateway(area)
    supervised = {"under_supervision": "yes", "born_on": None, "age_given": 30}
    out = factories.assessed(factories.referral(officer, **supervised), coordinator)
    operations.end_referral(
        out, by=coordinator, end_reason="supervised", onward_service="probation", arranged="Told her officer.", **WORDS
    )
    assert out.decision.get_onward_service_display() == "Probation or the prison"
    stays = factories.assessed(factories.referral(officer, **supervised), coordinator)
    with pytest.raises(Refused, match="whose own arrangements come first"):
        operations.record_acceptance(stays, by=coordinator, panel=panel, **WORDS)
    operations.record_acceptance(stays, by=coordinator, panel=panel, panel_reason="Probation asks for it.", **WORDS)


def test_a_row_is_changed_and_removed(panel, adults, administrator):
    row = factories.routing_row(panel, oldest=17)
    operations.change_routing_row(row, by=administrator, position=5, panel=adults, youngest=18)
    row.refresh_from_db()
    assert (row.position, row.panel, row.words) == (5, adults, "18 or older")
    operations.remove_routing_row(row, by=administrator)
    assert not RoutingRow.objects.standing().exists()


# What it records


def test_an_entry_for_each_change_of_the_table(panel, administrator):
    row = factories.routing_row(panel)
    operations.remove_routing_row(row, by=administrator)
    assert AuditEntry.objects.filter(what__endswith="_routing_row").count() == 2


# When it refuses


def test_a_row_that_cannot_be_is_not_added(area, panel, administrator, other_area):
    factories.routing_row(panel, 10)
    board = factories.panel(area, "Board", kind=PanelKind.BOARD)
    for wrong, field in (
        ({"position": 10, "panel": panel}, "position"),
        ({"position": 20, "panel": board}, "panel"),
        ({"position": 20, "panel": factories.panel(other_area)}, "panel"),
        ({"position": 20, "panel": panel, "youngest": 18, "oldest": 17}, "oldest"),
    ):
        with pytest.raises(Refused) as refusal:
            operations.add_routing_row(area, by=administrator, **wrong)
        assert refusal.value.field == field


def test_a_removed_row_is_not_changed(panel, administrator):
    row = factories.routing_row(panel)
    operations.remove_routing_row(row, by=administrator)
    with pytest.raises(Refused, match="was removed"):
        operations.change_routing_row(row, by=administrator, position=1, panel=panel)


def test_a_board_takes_no_referral(assessed, coordinator, area):
    board = factories.panel(area, "Board", kind=PanelKind.BOARD)
    with pytest.raises(Refused, match="A board takes no cases"):
        operations.record_acceptance(assessed, by=coordinator, panel=board, **WORDS)


def test_the_database_wants_a_reason_for_another_panel(assessed, coordinator, panel, adults):
    row = [assessed.pk, coordinator.pk, panel.pk, adults.pk]
    decided = """
        INSERT INTO referrals_triagedecision
        (referral_id, decided_by_id, panel_id, suggested_panel_id, panel_reason, decided_at, end_reason,
         onward_service, arranged, rationale, words_for_referrer)
        VALUES (%s, %s, %s, %s, '', now(), '', '', '', 'Why.', 'Thanks.')
    """
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="another_panel_than_suggested_has_its"):
        cursor.execute(decided, row)


# Who may


def test_an_administrator_keeps_the_table_and_who_works_in_the_area_reads_it(
    client, panel, administrator, coordinator, stranger
):
    row = factories.routing_row(panel, oldest=17)
    with pytest.raises(PermissionDenied):
        operations.remove_routing_row(row, by=coordinator)
    with pytest.raises(NotVisible):
        operations.remove_routing_row(row, by=stranger)
    client.force_login(coordinator)
    url = reverse("referrals:routing", args=[panel.area.slug])
    page = client.get(url).content.decode()
    assert "17 or younger" in page
    assert "Add a row" not in page
    assert client.get(reverse("referrals_api:list_routing_rows")).json()["results"][0]["panel"] == panel.slug
    client.force_login(stranger)
    assert "17 or younger" not in client.get(url).content.decode()


# Its pages


def test_the_pages_add_change_and_remove(client, panel, administrator):
    client.force_login(administrator)
    area = panel.area
    table = reverse("referrals:routing", args=[area.slug])
    assert "no rows yet" in client.get(table).content.decode()
    add = reverse("referrals:add_routing_row", args=[area.slug])
    assert client.post(add, {"position": 10, "oldest": 17, "panel": panel.slug}).url == table
    row = RoutingRow.objects.get()
    change = reverse("referrals:change_routing_row", args=[row.reference])
    assert client.get(change).context["form"].initial["oldest"] == 17
    assert client.post(change, {"position": 10, "oldest": 16, "panel": panel.slug}).url == table
    assert "16 or younger" in client.get(table).content.decode()
    remove = reverse("referrals:remove_routing_row", args=[row.reference])
    assert "16 or younger" in client.get(remove).content.decode()
    assert client.post(remove).url == table
    assert "no rows yet" in client.get(table).content.decode()


# How often it queries


def test_as_many_queries_at_one_row_as_at_twenty(client, panel, coordinator, queries_of):
    client.force_login(coordinator)
    url = reverse("referrals:routing", args=[panel.area.slug])
    factories.routing_row(panel, 1)
    at_one = queries_of(url)
    for number in range(2, 21):
        factories.routing_row(panel, number)
    assert queries_of(url) == at_one <= 12
