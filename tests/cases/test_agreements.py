"""Agreements on sharing: the register, what stops where one lapsed, and why it was shared all the same."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from cases import operations
from cases.models import Share, SharingAgreement
from prevent_cases import clock
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import LawfulBasis, SharingPolicy
from reports import operations as reports
from tests import factories
from tests.cases.raw import executed, refused
from tests.cases.support import BRIEF

WHY = "He is in danger tonight, and the new one is being signed."


@pytest.fixture
def lapsed(area, nhs, governance):
    return factories.agreement(area, nhs, by=governance, since=400, days=-1)


def hand_out(case, agency, by, **more):
    said = {"purpose": "To help.", "lawful_basis": LawfulBasis.PUBLIC_TASK} | more
    return reports.hand_out_case_summary(case, by=by, agency=agency, **said)


def test_a_lapsed_one_stops_new_sharing_until_it_is_said_why(case, nhs, nora, coordinator, governance, area):
    share = factories.share(case, nhs, coordinator, level="know")
    factories.agreement(area, nhs, by=governance, since=400, days=1)
    with clock.at(clock.now() + timedelta(days=2)):
        raising = {"by": coordinator, "level": "read", "purpose": "To prepare."}
        with pytest.raises(Refused, match=r"agreement with Harrowmere NHS has lapsed\.") as refusal:
            operations.change_share(share, **raising)
        assert refusal.value.field == "despite_agreement"
        # What is there goes on, and less than it needs no agreement.
        assert case.is_open_to(nhs, "know_of_case")
        for stopped in (
            lambda **why: factories.information_request(case, nhs, coordinator, **why),
            lambda **why: hand_out(case, nhs, coordinator, **why),
        ):
            with pytest.raises(Refused, match="has lapsed"):
                stopped()
            assert stopped(despite_agreement=WHY).despite_agreement == WHY
        raised = operations.change_share(share, despite_agreement=WHY, **raising)
        assert raised.despite_agreement == WHY
        lowered = operations.change_share(raised, by=coordinator, level="contribute", purpose="To help.")
        operations.stop_sharing_case(lowered, by=coordinator)
        with pytest.raises(Refused, match="has lapsed"):
            factories.share(case, nhs, coordinator)
        # With another in force nothing is asked, and nothing is kept of an answer to what was not asked.
        factories.agreement(area, nhs, by=governance)
        assert factories.share(case, nhs, coordinator, despite_agreement=WHY).despite_agreement == ""


def test_without_one_a_brief_says_why_it_is_shared_all_the_same(
    client, supported, provider, giver, coordinator, governance
):
    factories.agreement(supported.area, provider, by=governance, since=400, days=-1)
    with pytest.raises(Refused, match=r"agreement with Larch Mentoring has lapsed\.") as refusal:
        factories.intervention(supported, provider, coordinator)
    assert refusal.value.field == "despite_agreement"
    given = factories.intervention(supported, provider, coordinator, despite_agreement=WHY)
    assert given.despite_agreement == WHY
    ledger = reverse("reports:disclosures", args=[supported.reference])
    client.force_login(coordinator)
    assert WHY in client.get(ledger).content.decode()
    client.force_login(giver)
    assert WHY not in client.get(given.get_absolute_url()).content.decode()
    operations.end_intervention(given, by=coordinator, reason="Asked too early.")
    again = (
        "INSERT INTO cases_intervention (reference, case_id, area_id, agency_id, called, purpose, needs, safe_place,"
        " to_avoid, lawful_basis, despite_agreement, sessions, starts_on, until, asked_by_id, asked_at, why_declined,"
        " ended_because) SELECT 'RAWRAWRAWR', case_id, area_id, agency_id, called, purpose, needs, safe_place,"
        " to_avoid, lawful_basis, '', sessions, starts_on, until, asked_by_id, asked_at, '', '' FROM cases_intervention"
    )
    refused(again, match="under an agreement in force")
    # The page asks why; once there is another agreement it asks no more, and nothing is kept of an answer.
    page = reverse("cases:arrange_intervention", args=[supported.reference])
    client.force_login(coordinator)
    assert "The agreement with Larch Mentoring has lapsed." in client.get(page).content.decode()
    said = BRIEF | {"agency": provider.slug, "sessions": 2, "starts_on": clock.today().isoformat()}
    said |= {"until": (clock.today() + timedelta(days=60)).isoformat()}
    address = reverse("cases_api:arrange_intervention", args=[supported.reference])
    assert client.post(address, said, content_type="application/json").status_code == 409
    factories.agreement(supported.area, provider, by=governance)
    assert "without an agreement" not in client.get(page).content.decode()
    assert client.post(address, said, content_type="application/json").status_code == 201


def test_which_agencies_need_one_is_the_areas_to_decide(
    case, area, coordinator, nhs, police, childrens_services, governance, other_area
):
    """By hand: with whom nothing new is shared, by what the area has decided; nothing was agreed with anybody."""
    national = factories.agency(other_area, "National Mentors", serves_all_areas=True)
    other_council = factories.agency(other_area, "Far Council", "children", serves_all_areas=True)
    agencies = {"nhs": nhs, "police": police, "own council": childrens_services, "national": national,
                "other council": other_council}  # fmt: skip
    need = {"agreement_needed": True}
    for decided, stopped in (
        ({}, set()),
        (need, {"nhs", "national", "other council"}),
        (need | {"police_need_one": True}, {"nhs", "national", "other council", "police"}),
        (
            need | {"council_needs_one": True, "police_need_one": False},
            {"nhs", "national", "other council", "own council"},
        ),
        ({"agreement_needed": False, "police_need_one": True}, set()),
    ):
        factories.policy(area, SharingPolicy, **decided)
        found = {name for name, agency in agencies.items() if shared_or_refused(case, agency, coordinator)}
        assert found == stopped, decided
    factories.policy(area, SharingPolicy, agreement_needed=True)
    agreement = factories.agreement(area, nhs, national, by=governance)
    factories.share(case, nhs, coordinator)
    operations.end_agreement(agreement, by=governance, reason="Not used.")
    with pytest.raises(Refused, match="has lapsed"):
        factories.share(case, national, coordinator)


SHARE = (
    "INSERT INTO cases_share (reference, case_id, agency_id, level, purpose, lawful_basis, despite_agreement, "
    "shared_by_id, shared_at) VALUES ('RAWRAWRAWR', %s, %s, 'know', 'x', 'public_task', '', %s, now())"
)


def shared_or_refused(case, agency, by) -> bool:
    """Whether it is refused to share with an agency: by the operation, and by the database behind it."""
    raw = (SHARE, case.pk, agency.pk, by.pk)
    try:
        share = factories.share(case, agency, by)
    except Refused as refusal:
        refused(*raw, match="under an agreement in force")
        return refusal.sentence.startswith(f"There is no agreement with {agency}.")
    operations.stop_sharing_case(share, by=by)
    with transaction.atomic():
        executed(*raw)
        transaction.set_rollback(True)
    return False


def test_the_page_says_with_whom_there_is_none_and_the_ledger_keeps_why(client, case, coordinator, nhs, lapsed):
    client.force_login(coordinator)
    page = reverse("cases:share_case", args=[case.reference])
    assert "The agreement with Harrowmere NHS has lapsed." in client.get(page).content.decode()
    said = {"agency": nhs.slug, "level": "know", "purpose": "To help.", "lawful_basis": "public_task"}
    answer = client.post(page, said)
    assert answer.status_code == 409
    assert 'href="#id_despite_agreement"' in answer.content.decode()
    assert client.post(page, said | {"despite_agreement": WHY}).status_code == 302
    assert Share.objects.get().despite_agreement == WHY
    assert WHY in client.get(reverse("reports:disclosures", args=[case.reference])).content.decode()
    client.post(reverse("cases:stop_sharing_case", args=[Share.objects.get().reference]))
    # Where every agency has what it needs, nothing is asked.
    operations.end_agreement(lapsed, by=lapsed.recorded_by, reason="Replaced.")
    factories.agreement(case.area, nhs, by=lapsed.recorded_by)
    assert "without an agreement" not in client.get(page).content.decode()


def test_the_governance_lead_keeps_the_register(
    client, area, nhs, governance, coordinator, chair, organiser, nora, stranger, queries_of
):
    client.force_login(governance)
    register = reverse("cases:agreements", args=[area.slug])
    assert register in client.get(reverse("cases:list_cases")).content.decode()
    new = reverse("cases:record_agreement", args=[area.slug])
    said = {"title": "Health and Channel", "agencies": [nhs.slug], "purpose": "To support.", "kept_where": "Folder 7"}
    days = {f"{name}_{box}": value for name, day in (("starts_on", "1 1 2026"), ("until", "1 12 2026"))
            for box, value in zip(("day", "month", "year"), day.split(), strict=True)}  # fmt: skip
    assert client.post(new, said | days | {"until_year": "2025"}).status_code == 409
    assert client.post(new, said | days).url == register
    agreement = SharingAgreement.objects.get()
    assert "Health and Channel" in client.get(register).content.decode()
    assert "Folder 7" in client.get(agreement.get_absolute_url()).content.decode()
    listed = client.get(reverse("cases_api:list_sharingagreements")).json()["results"]
    assert [each["title"] for each in listed] == ["Health and Channel"]
    at_one = queries_of(register)
    for number in range(3):
        factories.agreement(area, nhs, by=governance, title=f"Further {number}")
    assert queries_of(register) == at_one <= 12
    # By hand: what each may of the register, of one agreement, and of keeping it.
    end = reverse("cases:end_agreement", args=[agreement.reference])
    for person, codes in (
        (governance, (200, 200, 200, 200)),
        (coordinator, (200, 200, 403, 403)),
        (organiser, (200, 200, 403, 403)),
        (chair, (200, 200, 403, 403)),
        (nora, (403, 404, 403, 404)),
        (stranger, (403, 404, 403, 404)),
    ):
        client.force_login(person)
        found = tuple(client.get(place).status_code for place in (register, agreement.get_absolute_url(), new, end))
        assert found == codes, person
    with pytest.raises(PermissionDenied):
        operations.end_agreement(agreement, by=coordinator, reason="x")
    with pytest.raises(NotVisible):
        operations.end_agreement(agreement, by=nora, reason="x")


def test_what_comes_to_its_end_is_on_the_governance_leads_home_until_something_takes_its_place(
    client, area, nhs, school, governance, queries_of
):
    client.force_login(governance)
    before = queries_of("/")
    factories.agreement(area, nhs, by=governance, days=200, title="Long")
    ends = factories.agreement(area, nhs, school, by=governance, days=59, title="Short")
    over = factories.agreement(area, school, by=governance, since=300, days=-3, title="Over")

    def shown() -> list[str]:
        page = client.get("/").content.decode()
        return [title for title in ("Long", "Short", "Over") if f"Renew: {title}" in page]

    # The school's that is over is followed by one that is not; that one is followed for health only.
    assert shown() == ["Short"]
    assert queries_of("/") == before <= 12
    operations.end_agreement(ends, by=governance, reason="Written anew.")
    assert shown() == ["Over"]
    operations.end_agreement(over, by=governance, reason="Not to be renewed.")
    assert shown() == []
    factories.policy(area, SharingPolicy, reminded_before=201)
    assert shown() == ["Long"]


def test_the_database_itself_refuses(area, nhs, governance):
    agreement = factories.agreement(area, nhs, by=governance)
    columns = "area_id, title, purpose, starts_on, until, kept_where, recorded_by_id, recorded_at, ended_because"
    into = f"INSERT INTO cases_sharingagreement (reference, {columns})"
    copy = f"{into} SELECT 'RAWRAWRAWR', {columns} FROM cases_sharingagreement"
    for sql, match in (
        ("UPDATE cases_sharingagreement SET until = until + 1", "Cannot update"),
        ("UPDATE cases_sharingagreement SET ended_at = now()", "an_agreement_is_ended_with_a_reason"),
        ("UPDATE cases_agreementparty SET agency_id = agency_id + 1", "Cannot update"),
        (copy, "with some agency"),
        (copy.replace("SELECT 'RAWRAWRAWR', area_id, title", "SELECT 'RAWRAWRAWR', area_id, ''"), "where_it_is_kept"),
        (copy.replace("purpose, starts_on, until, kept_where, recorded_by_id, recorded_at, ended_because FROM",
                      "purpose, until + 1, until, kept_where, recorded_by_id, recorded_at, ended_because FROM"),
         "ends_after_it_starts"),
    ):  # fmt: skip
        refused(sql, match=match)
    operations.end_agreement(agreement, by=governance, reason="Over.")
    with pytest.raises(Refused, match="ended already"):
        operations.end_agreement(agreement, by=governance, reason="Over.")
