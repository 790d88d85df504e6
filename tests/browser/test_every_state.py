"""Pages as one record of each kind does not show them: with nothing on them, with more than a page, at every stage.

What axe-core finds and what is cut off is looked for as on every page (``test_every_page``), here on a third of them,
others each day; on all with `python3 run.py prove pages`.
"""

import pytest
from django.test import Client
from django.urls import reverse

from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, PanelKind, Sector, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.pages.views import PAGE_SIZE, RecordList
from referrals import operations as of_referrals
from referrals.models import EndReason, Referral, Stage
from tests import factories
from tests.architecture.test_addresses import ADDRESSES
from tests.browser.test_every_page import faults_on_pages, those_of_today

pytestmark = pytest.mark.xdist_group("browser")

LISTS = [
    address.name for address in ADDRESSES
    if address.view_class and issubclass(address.view_class, RecordList) and not address.places
]  # fmt: skip
LISTS += ["panels:list_meetings", "accounts:list_areas"]


def places(name: str) -> tuple[Area, Agency, Panel, Panel]:
    """An area with a school, a panel and a board, in which nothing has happened yet."""
    area = factories.area(name)
    return area, factories.agency(area), factories.panel(area), factories.panel(area, "Board", PanelKind.BOARD)


def where_nothing_has_happened() -> dict[User, list[str]]:
    """The home of several posts, and every list."""
    area, school, panel, board = places("Emptyham")
    posts = {
        PostKind.COORDINATOR: area, PostKind.ORGANISER: area, PostKind.GOVERNANCE_LEAD: area, PostKind.CHAIR: panel,
        PostKind.BOARD_MEMBER: board, PostKind.OFFICER: school, PostKind.REPRESENTATIVE: school,
    }  # fmt: skip
    people = [factories.person(place, kind, f"The {kind.label}") for kind, place in posts.items()]
    seen = {person: ["/"] for person in [*people, factories.administrators(area)[0]]}
    # An empty list is the same for everybody.
    seen[people[0]] += map(reverse, LISTS)
    return seen


def test_where_nothing_has_happened(service, browser):
    assert "\n".join(faults_on_pages(service, browser, those_of_today(where_nothing_has_happened(), 3))) == ""


@pytest.fixture(scope="module")
def busy(service) -> tuple[User, User, dict[str, Referral]]:
    """A referrer, a coordinator, and of many referrals one at each stage."""
    area, school, panel, _ = places("Manyford")
    officer = factories.person(school, PostKind.OFFICER, "Olive Officer")
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")
    elsewhere = factories.area("Overford")
    receiver = factories.person(elsewhere, PostKind.COORDINATOR, "Connor Coordinator")
    at = {stage: factories.referral(officer, given_names=f"Invented {stage}") for stage in Stage}
    for number in range(PAGE_SIZE):
        factories.referral(officer, given_names=f"Invented{number}", family_name="Name")
    police = factories.agency(area, "Manyford Police", AgencyType.POLICE, Sector.POLICE)
    factories.at_gateway(at[Stage.AT_GATEWAY], coordinator, police)
    factories.ended(at[Stage.ENDED], coordinator)
    factories.case(at[Stage.ACCEPTED], coordinator, panel)
    to_assess = (Stage.IN_TRIAGE, Stage.RETURNED, Stage.ENDING, Stage.TRANSFERRING, Stage.TRANSFERRED, Stage.WITHDRAWN)
    for stage in to_assess:
        factories.assessed(at[stage], coordinator)
    of_referrals.return_to_referrer(at[Stage.RETURNED], by=coordinator, questions=["When was that?"])
    said = {"rationale": "A misunderstanding.", "words_for_referrer": "Thank you."}
    of_referrals.propose_no_further_action(at[Stage.ENDING], by=coordinator, end_reason=EndReason.EXPLAINED, **said)
    for stage in (Stage.TRANSFERRING, Stage.TRANSFERRED):
        of_referrals.offer_transfer(at[stage], by=coordinator, to_area=elsewhere, reason="He lives there now.")
    of_referrals.accept_transfer(at[Stage.TRANSFERRED], by=receiver)
    of_referrals.withdraw_referral(at[Stage.WITHDRAWN], by=officer, reason="He has explained it.")
    of_referrals.answer_withdrawal(at[Stage.WITHDRAWN], by=coordinator, goes_on=False, **said)
    assert {stage: Referral.objects.get(pk=referral.pk).stage for stage, referral in at.items()} == {
        stage: stage for stage in Stage
    }
    return officer, coordinator, at


def longer_than_a_page(busy) -> dict[User, list[str]]:
    """A list's first page and a worklist's second."""
    officer, coordinator, _ = busy
    own, worklist = reverse("referrals:list_own_referrals"), reverse("referrals:list_referrals")
    return {officer: [own], coordinator: [second_page(coordinator, worklist)]}


def second_page(person: User, first: str) -> str:
    client = Client()
    client.force_login(person)
    return f"{first}?after={client.get(first).context['page'].next}"


def test_a_list_and_a_worklist_of_more_than_one_page(service, browser, busy):
    assert "\n".join(faults_on_pages(service, browser, longer_than_a_page(busy))) == ""


def referrals_at_each_stage(busy) -> dict[User, list[str]]:
    """As the coordinator and as the referrer read them."""
    officer, coordinator, at = busy
    return {
        coordinator: [referral.get_absolute_url() for referral in at.values()],
        officer: [reverse("referrals:follow_referral", args=[referral.reference]) for referral in at.values()],
    }


def test_a_referral_at_each_stage(service, browser, busy):
    assert "\n".join(faults_on_pages(service, browser, those_of_today(referrals_at_each_stage(busy), 3))) == ""
