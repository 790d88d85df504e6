"""Who brought a worry, and how people describe themselves: kept apart from a referral, and shown nowhere else.

Whatever can be asked about the referral, its case and its meeting is asked by those who may see it.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from django.db.models import Model
from django.urls import reverse

from prevent_cases.access import rules
from prevent_cases.accounts.models import User
from prevent_cases.api.endpoints import Endpoint
from prevent_cases.pages.views import Page
from referrals import operations
from referrals.models import Individual, MatchKey, Referral
from reports.operations import request_case_summary
from tests import factories
from tests.architecture.test_addresses import ADDRESSES, about_a_record, permission_of
from tests.referrals.test_record_monitoring import SAID as DESCRIBED
from tests.referrals.test_sealed_source import SAID as BROUGHT

SECRETS = (BROUGHT["source_name"], DESCRIBED["ethnicity"])


@pytest.fixture
def referral(officer):
    return factories.referral(officer, **BROUGHT)


@pytest.fixture
def case(referral, coordinator, panel, meeting):
    case = factories.case(referral, coordinator, panel)
    operations.record_monitoring(referral, by=coordinator, **DESCRIBED)
    return case


@pytest.fixture
def documents(case, referral, officer, coordinator, do_errands):
    """A PDF of each kind, made once they all were asked for."""
    why = {"to_whom": "Duty", "purpose": "Help.", "lawful_basis": "public_task"}
    asked = [
        operations.request_own_copy(referral, by=officer),
        operations.disclose_copy(referral, by=coordinator, door="children", **why),
        request_case_summary(case, by=coordinator),
    ]
    do_errands()
    for each in asked:
        each.refresh_from_db()
    return asked


def shown_to(person: User, records: list[Model]) -> Iterator[str]:
    """Every address that answers somebody with more than that there is nothing for them, about one of the records."""
    about = {type(record): record for record in records}
    may = cache(lambda permission, record: rules[permission].permits(person, record))
    for address in ADDRESSES:
        view = address.view_class
        if not (view and issubclass(view, (Page, Endpoint)) and hasattr(view, "get")):
            continue
        record = about.get(getattr(view, "model", None))
        places = {place: getattr(record, place, None) for place in address.places}
        if all(places.values()) and (not about_a_record(address) or may(permission_of(view), record)):
            yield reverse(address.name, kwargs=places)


@pytest.fixture
def look(client, referral, case, meeting, documents):
    """Lets somebody look at all that they may see, and finds no secret on it; says how much that was."""

    def look_as(person: User) -> int:
        client.force_login(person)
        looked = 0
        for url in shown_to(person, [referral, case, meeting, case.area, case.panel, *documents]):
            answer = client.get(url)
            looked += answer.status_code == 200
            shown = b"".join(answer)
            assert not any(secret.encode() in shown for secret in SECRETS), f"{url}, to {person}"
        return looked

    return look_as


def test_no_page_no_endpoint_and_no_pdf_shows_it(look, coordinator, officer, documents, text_of):
    """To whoever is told most and to whoever sent it; to the others with `python3 run.py prove kept-apart`."""
    assert look(coordinator) > 70
    assert look(officer) > 30
    for document in documents:
        assert not any(secret in text_of(document.read()) for secret in SECRETS)


def test_nobody_is_found_or_matched_by_it(case):
    for secret in SECRETS:
        assert not Referral.objects.named(secret).exists()
        assert not Individual.objects.filter(family_name=secret).exists()
        assert secret.lower() not in str(list(MatchKey.objects.values())).lower()
