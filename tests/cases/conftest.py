"""Those who ask and are asked about a case, what an agency shares of it, and an assessment by a small framework."""

from datetime import date

import pytest
import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.
from django.urls import reverse

from cases import operations
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.cases.information import SHARED, contribute
from tests.cases.support import BRIEF
from tests.standing import standing

QUARRELS = {"in_words": "Every evening, about money.", "evidence": "The neighbours hear it.", "source": "His school"}


@standing
def version(area):
    return factories.framework(area)


@standing
def with_two(case, police, childrens_services, coordinator):
    """With the police and with children's services."""
    for agency in (police, childrens_services):
        factories.share(case, agency, coordinator)
    return case


@standing
def assessment(case, coordinator, version):
    said = factories.found(version, H1=QUARRELS | {"point": point(version, "A lot"), "evidence_on": date(2026, 3, 1)})
    return factories.assessment(case, coordinator, version, entries=said, summary="He is alone, and angry about it.")


def point(version, label):
    return version.points.get(label=label).reference


def words_on(page) -> str:
    return " ".join(page.content.decode().split())


@standing
def nhs(area):
    return factories.agency(area, "Harrowmere NHS", AgencyType.HEALTH, Sector.HEALTH)


@standing
def nora(nhs):
    return factories.person(nhs, PostKind.REPRESENTATIVE, "Nora Nhs")


@standing
def second_nurse(nhs):
    return factories.person(nhs, PostKind.SAFEGUARDING_LEAD, "Nils Nhs")


@standing
def deputy(panel):
    return factories.person(panel, PostKind.DEPUTY, "Dora Deputy")


@standing
def constable(police):
    return factories.person(police, PostKind.OFFICER, "Con Constable")


@standing
def shared(case, coordinator, childrens_services, police, nhs, representative, colleague, police_representative,
           constable):  # fmt: skip
    """The case, open to three agencies, each of which has put somebody on it by name where it may."""
    for agency in (childrens_services, police, nhs):
        factories.share(case, agency, coordinator)
    for by, agency, who in (
        (representative, childrens_services, colleague),
        (police_representative, police, constable),
    ):
        operations.put_colleague_on_case(case, by=by, agency=agency, colleague=who, purpose="Knows him.")
    return case


@pytest.fixture
def contributions(shared, nhs, nora):
    return {name: contribute(shared, nhs, nora, name) for name in SHARED}


@standing
def second_lead(school):
    return factories.person(school, PostKind.SAFEGUARDING_LEAD, "Kim Keystone")


@standing
def request_to_nhs(case, nhs, nora, coordinator):
    """The case is not shared with them."""
    return factories.information_request(case, nhs, coordinator, asked="Is he seen by your crisis team?")


@standing
def supported(adopted, coordinator):
    """The person, or a parent, has agreed to support."""
    factories.consent(adopted, coordinator)
    return adopted


@standing
def provider(area):
    return factories.agency(area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER, serves_all_areas=True)


@standing
def giver(provider):
    return factories.person(provider, PostKind.PROVIDER, "Gil Giver")


@standing
def other_giver(area):
    other = factories.agency(area, "Elm Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    return factories.person(other, PostKind.PROVIDER, "Oda Other")


@standing
def given(supported, provider, coordinator, giver):
    return factories.intervention(supported, provider, coordinator, giver, **BRIEF)


@pytest.fixture
def opened(client):
    """What somebody who opens a case gets: 200, or where they are sent."""

    def open_(case, person, page="cases:view_case"):
        client.logout()
        client.force_login(person)
        answer = client.get(reverse(page, args=[case.reference]))
        return answer.headers.get("Location", answer.status_code)

    return open_
