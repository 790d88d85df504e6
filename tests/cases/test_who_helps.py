"""Who can give support: providers while they are approved, projects while they have a place, and nobody beyond."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from cases import operations
from cases.models import Intervention
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.operations import add_agency, confirm_post, give_post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import refused
from tests.cases.support import text
from tests.standing import standing

GYM = {"name": "Canary-gym", "offers": "Boxing, and tea afterwards.", "places": 1}
AGAIN = """
    INSERT INTO cases_intervention ({columns}) SELECT {values} FROM cases_intervention WHERE id = %s
"""


@standing
def gym(area, school, lead, coordinator):
    return operations.open_project(area, by=coordinator, agency=school, **GYM)


@standing
def another(officer, coordinator, panel, chair, police, police_representative):
    """Somebody else who receives support."""
    case = factories.case(factories.referral(officer, given_names="Wren", family_name="Alder"), coordinator, panel)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    factories.consent(factories.adopted(case, chair), coordinator)
    return case


def again(intervention, case, match):
    """Asked once more, in another case, by somebody who goes round every operation."""
    columns = [field.column for field in Intervention._meta.concrete_fields if not field.primary_key]
    own = {"reference": "'ANOTHER'", "case_id": str(case.pk)}
    sql = AGAIN.format(columns=", ".join(columns), values=", ".join(own.get(name, name) for name in columns))
    refused(sql, intervention.pk, match=match)


def test_a_project_is_kept_by_coordinator_and_administrator_and_says_what_is_free(
    client, area, gym, school, supported, coordinator, chair, lead, governance
):
    administrator = factories.administrators(area)[0]
    page = reverse("cases:help", args=[area.slug])
    client.force_login(chair)
    assert "Canary-gym" in text(client.get(page))
    add = reverse("cases:open_project", args=[area.slug])
    assert client.post(add, GYM | {"agency": school.slug}).status_code == 403
    client.force_login(lead)
    assert client.get(page).status_code in (403, 404)
    client.force_login(administrator)
    twice = client.post(add, GYM | {"agency": school.slug})
    assert "There is a project of this name in this area." in text(twice)
    assert client.post(add, GYM | {"agency": school.slug, "name": "Allotment"}).url == page
    factories.intervention(supported, school, coordinator, project=gym)
    read = client.get(reverse("cases_api:help", args=[area.slug])).json()["projects"]
    assert [(each["name"], each["places"], each["taken"]) for each in read] == [
        ("Allotment", 1, 0),
        ("Canary-gym", 1, 1),
    ]
    assert "1 of 1" in text(client.get(page))
    with pytest.raises(Refused, match="1 of its places are taken"):
        operations.change_project(gym, by=administrator, offers="x", places=0)
    with pytest.raises(PermissionDenied):
        operations.close_project(gym, by=chair)


def test_a_place_is_taken_once_and_free_again_when_it_is_declined(
    client, gym, school, lead, supported, another, coordinator
):
    client.force_login(coordinator)
    arrange = reverse("cases:arrange_intervention", args=[supported.reference])
    assert "1 of 1 places free" in text(client.get(arrange))
    asked = factories.intervention(supported, school, coordinator, project=gym)
    assert "Canary-gym" in text(client.get(reverse("cases:support", args=[supported.reference])))
    with pytest.raises(Refused, match="Canary-gym is full: 1 of 1 places are taken") as refusal:
        factories.intervention(another, school, coordinator, project=gym)
    assert refusal.value.field == "project"
    again(asked, another, match="where one is free")
    operations.answer_intervention(asked, by=lead, accepted=False, why_declined="Nobody is free.")
    factories.intervention(another, school, coordinator, project=gym)
    operations.close_project(gym, by=coordinator)
    operations.answer_intervention(another.interventions.get(), by=lead, accepted=False, why_declined="Nobody.")
    gym.refresh_from_db()
    with pytest.raises(Refused, match="has closed"):
        factories.intervention(supported, school, coordinator, project=gym)
    refused("UPDATE cases_project SET name = 'x'", match="Cannot update")


def test_a_project_is_its_agencys(gym, provider, giver, supported, coordinator):
    with pytest.raises(Refused, match="is not a project of"):
        factories.intervention(supported, provider, coordinator, project=gym)


def test_a_provider_is_asked_while_it_is_approved_and_up_to_what_it_can(
    client, provider, giver, supported, another, coordinator
):
    client.force_login(coordinator)
    page = reverse("cases:record_approval", args=[provider.area.slug])
    ask = lambda case: factories.intervention(case, provider, coordinator)  # noqa: E731
    lapsed = clock.today() - timedelta(days=1)
    wrong = {"agency": provider.slug, "specialism": "Grief.", "languages": "English", "capacity": 1}
    for name, day in (("approved_from", lapsed), ("approved_until", lapsed - timedelta(days=9))):
        wrong |= {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}
    assert "The last day comes after the first." in text(client.post(page, wrong))
    for said, sentence in (
        ({"approved_until": lapsed}, r"not approved today\. Approval ended on"),
        ({"approved_from": clock.today() + timedelta(days=1)}, r"not approved today\. Approved from"),
    ):
        factories.approval(provider, coordinator, **said)
        with pytest.raises(Refused, match=sentence) as refusal:
            ask(supported)
        assert refusal.value.field == "agency"
    factories.approval(provider, coordinator, capacity=1)
    first = ask(supported)
    with pytest.raises(Refused, match="as many people as it can: 1 of 1"):
        ask(another)
    again(first, another, match="no more people than it can")
    factories.approval(provider, coordinator, capacity=2, approved_until=lapsed)
    again(first, another, match="only while it is approved")
    read = client.get(reverse("cases_api:help", args=[provider.area.slug])).json()["providers"]
    assert [(each["agency"], each["capacity"], each["taken"]) for each in read] == [(provider.slug, 2, 1)]
    # What is given goes on.
    operations.answer_intervention(first, by=giver, accepted=True)
    factories.session(first, giver)
    factories.approval(provider, coordinator, capacity=2, approved_until=date(2099, 1, 1))
    ask(another)


def test_a_provider_without_an_approval_is_not_asked(area, supported, coordinator):
    by = factories.administrators(area)[0]
    unknown = add_agency(area, by=by, name="Elder Mentoring", type=AgencyType.PROVIDER, sector=Sector.OTHER)
    factories.person(unknown, PostKind.PROVIDER, "Ella Elder")
    with pytest.raises(Refused, match=r"is not approved\. A provider is asked once its approval is recorded"):
        factories.intervention(supported, unknown, coordinator)


def test_whoever_may_approve_is_asked_of_each_provider_in_use_until_somebody_says(
    client, area, other_area, supported, coordinator, administrator, second_coordinator, chair, stranger
):
    by = factories.administrators(area)[0]
    elder, idle, everywhere = (
        add_agency(place, by=giver, name=name, type=AgencyType.PROVIDER, sector=Sector.OTHER, serves_all_areas=at_all)
        for place, giver, name, at_all in (
            (area, by, "Elder Mentoring", False),
            (area, by, "Idle Mentoring", False),
            (other_area, factories.administrators(other_area)[0], "Far and Wide", True),
        )
    )
    factories.person(elder, PostKind.PROVIDER, "Ella Elder")

    def asked(person) -> list[str]:
        client.logout()
        client.force_login(person)
        sections = client.get("/").context["sections"]
        return [each.text for section in sections if section.title.startswith("Providers") for each in section.asks]

    everybody = (coordinator, second_coordinator, administrator, chair, stranger)
    assert [asked(person) for person in everybody] == [[]] * 5
    plan = factories.PLAN | {"provider": "Most likely elder mentoring, or far and wide.", "consent_request": "x"}
    operations.plan_support(supported, by=chair, **plan)
    wanted = ["Record whether Elder Mentoring is approved"]
    far = ["Record whether Far and Wide is approved"]
    assert [asked(person) for person in everybody] == [wanted, wanted, wanted, [], far]

    client.force_login(coordinator)
    arrange = reverse("cases:arrange_intervention", args=[supported.reference])
    help_page, refuse = (reverse(f"cases:{name}", args=[area.slug]) for name in ("help", "refuse_approval"))
    assert "Elder Mentoring is not approved. A provider is asked once its approval is recorded." in text(
        client.get(arrange)
    )
    assert "Nobody at Idle Mentoring answers for support yet." in text(client.get(arrange))
    assert f'value="{elder.slug}"' not in client.get(arrange).content.decode()
    assert "Elder Mentoring gives support, or a plan of support names it" in text(client.get(help_page))
    assert "Idle Mentoring gives support" not in text(client.get(help_page))
    factories.approval(elder, coordinator)
    assert asked(coordinator) == []
    assert f'value="{elder.slug}"' in client.get(arrange).content.decode()
    # Refused after all: it takes the place of the approval, on the pages and in the database.
    given = factories.intervention(supported, elder, coordinator)
    assert client.post(refuse, {"agency": elder.slug, "reason": "Canary-lapsed."}).url == help_page
    assert "Canary-lapsed" in text(client.get(help_page))
    read = client.get(reverse("cases_api:help", args=[area.slug])).json()["providers"]
    assert [(each["agency"], each["refused_because"], each["capacity"]) for each in read] == [
        (elder.slug, "Canary-lapsed.", None)
    ]
    assert asked(coordinator) == []
    operations.end_intervention(given, by=coordinator, reason="It ends.")
    assert "Elder Mentoring is not approved: Canary-lapsed." in text(client.get(arrange))
    with pytest.raises(Refused, match=r"is not approved: Canary-lapsed\.") as refusal:
        factories.intervention(supported, elder, coordinator)
    assert refusal.value.field == "agency"
    with pytest.raises(PermissionDenied):
        operations.refuse_approval(area, by=chair, agency=idle, reason="x")
    with pytest.raises(Refused, match="Choose a provider of this area"):
        operations.refuse_approval(area, by=coordinator, agency=everywhere, reason="x")
    again(given, supported, match="only while it is approved")
    refused(
        "INSERT INTO cases_providerapproval (agency_id, specialism, languages, refused_because, recorded_by_id,"
        " recorded_at) VALUES (%s, '', '', '', %s, now())",
        idle.pk, coordinator.pk, match="or_why_there_is_none",
    )  # fmt: skip


def test_only_a_provider_of_the_area_is_approved(area, school, coordinator):
    with pytest.raises(Refused, match="Choose a provider of this area"):
        factories.approval(school, coordinator)


def test_in_each_area_those_are_read_who_can_be_asked_there(client, area, other_area, coordinator, stranger):
    """By somebody who coordinates two areas."""
    giver, second = factories.administrators(other_area)
    post = give_post(other_area, by=giver, email=coordinator.email, name=coordinator.name, kind=PostKind.COORDINATOR)
    confirm_post(post, by=second)
    everywhere = {}
    for place, by in ((area, coordinator), (other_area, stranger)):
        for name, serves_all in (("Here", False), ("Everywhere", True)):
            said = (place, f"{place} {name}", AgencyType.PROVIDER, Sector.OTHER)
            everywhere[place, name] = factories.agency(*said, serves_all_areas=serves_all)
            factories.approval(everywhere[place, name], by)
    client.force_login(coordinator)
    for place in (area, other_area):
        page = text(client.get(reverse("cases:help", args=[place.slug])))
        read = client.get(reverse("cases_api:help", args=[place.slug])).json()["providers"]
        slugs = {each["agency"] for each in read}
        for (at, name), agency in everywhere.items():
            serves = at == place or name == "Everywhere"
            assert (agency.slug in slugs, agency.name in page) == (serves, serves), (str(place), str(agency))
