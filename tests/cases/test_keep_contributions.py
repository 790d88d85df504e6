"""What an agency shares about a case: sharing it, marking it anew, taking it back, and what the database holds to."""

import re
from datetime import timedelta

import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, InternalError, connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import Contribution
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.operations import withdraw_post
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.information import (
    address,
    contribute,
    found,
    opened,
    opened_readers,
)

# What it does


def test_its_agency_marks_it_anew_and_takes_it_back_and_knows_who_had_read_it(
    client, shared, contributions, deputy, chair, nora, coordinator, representative
):
    shown = contributions["for all"]
    client.force_login(representative)
    opened(client, shown.get_absolute_url())
    client.force_login(coordinator)
    opened(client, address("information", shared))
    readers = opened_readers(client, shown)
    assert "Rosa Representative" in readers
    assert "Cora Coordinator" in readers
    assert "Charles Chair" not in readers
    # By its pages.
    client.force_login(nora)
    assert "Rosa Representative" in opened(client, address("mark_contribution", shown))
    assert client.post(address("mark_contribution", shown), {"mark": "chair_only"}).status_code == 422
    said = {"mark": "chair_only", "with_deputies": "yes"}
    assert client.post(address("mark_contribution", shown), said).url == shown.get_absolute_url()
    assert "Chair and co-chair only" in opened(client, shown.get_absolute_url())
    assert client.post(address("mark_contribution", shown), said).status_code == 409
    client.force_login(representative)
    assert client.get(shown.get_absolute_url()).status_code == 404
    assert found(opened(client, address("information", shared))) == set()
    # Taken back: those for whom it was marked last learn that, and why, and read it no more.
    client.force_login(nora)
    withdraw = address("withdraw_contribution", shown)
    assert client.post(withdraw, {"reason": "It was about another patient."}).url == shown.get_absolute_url()
    for person in (chair, deputy):
        client.force_login(person)
        page = opened(client, address("information", shared))
        assert "for all" not in found(page)
        assert "It was about another patient." in page
        assert client.get(shown.get_absolute_url()).status_code == 403
        endpoint = reverse("cases_api:view_contribution", args=[shown.reference])
        assert client.get(endpoint).status_code == 403
    client.force_login(representative)
    assert "another patient" not in opened(client, address("information", shared))
    client.force_login(nora)
    assert "for all" in found(opened(client, shown.get_absolute_url()))
    assert "It was about another patient." in opened(client, shown.get_absolute_url())
    with pytest.raises(Refused, match="withdrawn"):
        operations.withdraw_contribution(shown, by=nora, reason="Twice.")


def test_an_agency_adds_what_it_knows_by_the_page_and_the_endpoint(
    client, shared, nora, nhs, police, police_representative, representative, coordinator
):
    add, endpoint = address("add_contribution", shared), reverse("cases_api:add_contribution", args=[shared.reference])
    client.force_login(nora)
    page = opened(client, add)
    assert "Who decided on confidentiality?" in page
    assert "Part 3" not in page
    said = {"agency": nhs.slug, "text": "He is well looked after.", "mark": "all_members"}
    refused = client.post(add, said)
    assert refused.status_code == 422
    for missing in ("confidentiality_by", "confidentiality_ground", "no_intelligence"):
        assert refused.context["form"].errors[missing], missing
    said |= factories.CONFIDENTIALITY | {"no_intelligence": "on"}
    assert client.post(add, said | {"confidentiality_ground": "kept"}).status_code == 409
    assert client.post(add, said).url == address("information", shared)
    (made,) = shared.contributions.all()
    assert (made.agency, made.shared_by, made.confidentiality_by) == (nhs, nora, "Dr Guardian")
    assert not made.law_enforcement
    # Of the police nothing is asked about confidentiality, and theirs is marked as processed for law enforcement.
    client.force_login(police_representative)
    assert "Who decided on confidentiality?" not in opened(client, add)
    assert "Part 3 of the Data Protection Act 2018" in opened(client, add)
    said = {"agency": police.slug, "text": "Known to us.", "mark": "police_and_chairs", "no_intelligence": True}
    problem = client.post(endpoint, said | {"no_intelligence": False}, content_type="application/json")
    assert (problem.status_code, problem["Content-Type"]) == (422, "application/problem+json")
    assert client.post(endpoint, said, content_type="application/json").status_code == 201
    theirs = shared.contributions.get(agency=police)
    assert theirs.law_enforcement
    assert "Processed by the police for law enforcement" in opened(client, theirs.get_absolute_url())
    # Whoever sees the case for no agency adds nothing.
    client.force_login(coordinator)
    assert client.get(add).status_code == 403
    with pytest.raises(PermissionDenied):
        factories.contribution(shared, nhs, coordinator)
    with pytest.raises(Refused, match="not shared with that agency"):
        factories.contribution(shared, nhs, representative, **factories.CONFIDENTIALITY)
    with pytest.raises(Refused, match="intelligence service"):
        factories.contribution(shared, nhs, nora, no_intelligence=False)


def test_what_the_case_or_a_post_no_longer_opens_is_gone_with_it(
    client, shared, contributions, representative, colleague, nora, nhs, coordinator, chair, administrator,
    childrens_services,
):  # fmt: skip
    read = rules["cases.read_contribution"]
    share = shared.shares.get(agency=childrens_services, colleague=None)
    operations.stop_sharing_case(share, by=coordinator)
    for person in (representative, colleague):
        person.forget_posts()
        assert not any(read.permits(person, each) for each in contributions.values()), person
    withdraw_post(chair.held_posts.get(), by=administrator)
    chair.forget_posts()
    assert not any(read.permits(chair, each) for each in contributions.values())
    # A retracted share closes the case to the agency, and not what it said itself.
    operations.stop_sharing_case(shared.shares.get(agency=nhs), by=coordinator)
    client.force_login(nora)
    assert client.get(shared.get_absolute_url()).status_code == 404
    own = contributions["for all"].get_absolute_url()
    assert own in client.get(reverse("cases:list_contributions")).content.decode()
    assert client.get(own).status_code == 200
    client.force_login(coordinator)
    assert found(opened(client, address("information", shared))) == {"for all"}
    assert own not in client.get(reverse("cases:list_contributions")).content.decode()
    operations.withdraw_contribution(contributions["for all"], by=nora, reason="He asked us to.")
    assert found(opened(client, address("information", shared))) == set()


# What the database itself holds to


@pytest.mark.parametrize(
    ("change", "objection"),
    [
        ("text = 'Something else'", "Cannot update"),
        ("shared_at = now()", "Cannot update"),
        ("mark = 'all_members', with_deputies = TRUE", "deputies_are_asked_about"),
        ("withdrawn_at = now()", "withdrawn_with_a_reason"),
    ],
)
def test_nothing_but_its_mark_changes_whoever_writes(shared, nhs, nora, change, objection):
    made = contribute(shared, nhs, nora, "for the chair")
    wrong = pytest.raises((IntegrityError, InternalError), match=objection)
    with wrong, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE cases_contribution SET {change} WHERE id = %s", [made.pk])


def test_health_says_who_decided_and_what_is_of_the_police_is_marked_whoever_writes(
    shared, nhs, nora, police, police_representative
):
    columns = [field.column for field in Contribution._meta.concrete_fields if not field.primary_key]
    for made, column, value, objection in (
        (contribute(shared, nhs, nora, "for all"), "confidentiality_by", "", "health says who decided"),
        (contribute(shared, nhs, nora, "for all"), "no_intelligence", False, "holds_no_intelligence"),
        (contribute(shared, nhs, nora, "for all"), "law_enforcement", True, "processed for law enforcement"),
        (factories.contribution(shared, police, police_representative), "law_enforcement", False, "processed for law"),
        (factories.contribution(shared, police, police_representative), "agency_id", nhs.pk, "law|who decided"),
    ):
        values = ", ".join({"reference": "'copied'", column: "%s"}.get(each, f'"{each}"') for each in columns)
        wrong = pytest.raises(IntegrityError, match=objection)
        with wrong, transaction.atomic(), connection.cursor() as cursor:
            if column == "confidentiality_by":  # All three left out: right for others, and not for health.
                values = re.sub(r'"confidentiality_(ground|words)"', "''", values)
            copied = ", ".join(f'"{each}"' for each in columns)
            cursor.execute(
                f"INSERT INTO cases_contribution ({copied}) SELECT {values} FROM cases_contribution WHERE id = %s",
                [value, made.pk],
            )


# How often it queries


def test_as_many_queries_at_one_as_at_twenty(client, shared, nhs, nora, meeting, chair, queries_of):
    client.force_login(chair)
    taken = reverse("panels:take_item", args=[shared.agenda_items.get(meeting=meeting).reference])
    pages = [address("information", shared), taken]
    contribute(shared, nhs, nora, "for the chair")
    at_one = [queries_of(page) for page in pages]
    for _ in range(6):
        for name in ("for all", "for the chair", "for chair and co-chair"):
            contribute(shared, nhs, nora, name)
    assert [queries_of(page) for page in pages] == at_one
    assert at_one[0] <= 12
    with clock.at(clock.now() + timedelta(minutes=1)):
        client.force_login(nora)
        assert queries_of(Contribution.objects.first().get_absolute_url()) <= 12
