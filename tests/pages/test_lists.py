"""The lists into which a case brings a row: as many queries at one row as at twenty, as pages and as endpoints.

All other lists are opened too, at eight queries at most; what fills them is tried where they are tested.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.api.endpoints import RecordListEndpoint
from prevent_cases.pages.views import RecordList
from tests import factories
from tests.architecture import product

LISTS = [
    reverse(address.name)
    for address in product.addresses()
    if address.view_class and issubclass(address.view_class, RecordList | RecordListEndpoint) and not address.places
]
OF_CASES = reverse("cases:list_cases")
FILLED = {
    reverse(name)
    for name in (
        "cases:list_cases", "cases_api:list_cases", "actions:list_actions", "actions_api:list_actions",
        "cases:list_informationrequests", "cases_api:list_informationrequests", "cases:list_contributions",
        "cases_api:list_contributions", "panels_api:list_agendaitems", "panels:choose_for_conference",
    )
}  # fmt: skip


@pytest.fixture
def one_more(officer, coordinator, panel, meeting, police, police_representative):
    def make():
        case = factories.case(factories.referral(officer), coordinator, panel)
        factories.share(case, police, coordinator)
        factories.action(case, police, coordinator)
        factories.information_request(case, police, coordinator)
        factories.contribution(case, police, police_representative)

    return make


def test_each_costs_the_same_at_one_row_and_at_twenty(client, one_more, coordinator, police_representative, todays):
    """A third of them, by turns, of which some are filled."""
    asked = [*LISTS, f"{OF_CASES}?ended", f"{OF_CASES}?mine", reverse("panels:choose_for_conference")]
    assert len(asked) > 20
    asked = [*todays(sorted(FILLED), 3), *todays([each for each in asked if each not in FILLED], 3)]

    shown = {}

    def of_all():
        costs = {}
        for person in (coordinator, police_representative):
            client.force_login(person)
            client.get("/")  # Afterwards the session is as it stays.
            for each in asked:
                with CaptureQueriesContext(connection) as captured:
                    answer = client.get(each)
                if answer.status_code == 200:
                    costs[person.name, each] = len(captured)
                    shown[each] = max(shown.get(each, 0), len(answer.content))
        return costs

    one_more()
    # At one moment: the session is written now and then, and must not be written among the lists.
    with clock.at(clock.now()):
        of_all()  # Afterwards caches of types are warm.
        at_one = of_all()
    assert {each for _, each in at_one} == set(asked)
    before = dict(shown)
    for _ in range(19):
        one_more()
    with clock.at(clock.now()):
        assert of_all() == at_one
    # Each holds twenty times what it held, or a page of it.
    assert {each for each in asked if shown[each] > before[each] + 19 * 50} >= FILLED & set(asked)
    assert {each: cost for each, cost in at_one.items() if cost > 8} == {}
