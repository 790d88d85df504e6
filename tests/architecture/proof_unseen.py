"""What somebody may not see changes nothing that they read: no page, no count, no order, no answer of a search.

Everybody opens all that is open to them, and searches; then again where each secret has been made that is not theirs to
know. The answers are the same byte for byte, and cost as many queries. Run by `python3 run.py prove unseen`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from difflib import unified_diff

import pytest
from django.test import Client
from django.test.client import MULTIPART_CONTENT
from django.urls import reverse

from cases import operations
from cases.models import Case, LegalHold
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, Panel, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import OperationEndpoint
from reports import operations as reports
from tests import factories
from tests.architecture.product import assert_none
from tests.architecture.test_nobody_else_knows_of_a_hold import ASKED, differing, everything_seen, undone, world
from tests.architecture.test_who_reads_the_file import everybody
from tests.architecture.world import the_case
from tests.drawn import without_lots

__all__ = ["world"]

READ = [address for address in ASKED if not (address.view_class and issubclass(address.view_class, OperationEndpoint))]
OF_HISTORIES = [
    address for address in READ if address.name.endswith(("history", "cases:view_case", "cases_api:view_case"))
]
OF_NO_HISTORY = [address for address in READ if not address.name.endswith("history")]
RUNS = "coordinator governance chair deputy"
# The words of every secret, for which everybody searches.
WORD = "Quernstone"
OWNER, REFERS, SCHOOL = "An owner of other cases", "An officer of the school", "Harbour School"


@dataclass(frozen=True)
class Secret:
    """Something made about the case, or beside it; those who may know, by hand; and a page on which they see it.

    Of some the case's history says to all who read it that somebody did it, and nothing more.
    """

    make: Callable[[Case, dict[str, User]], object]
    known_to: str
    shown_on: str
    is_in_history: bool = False


def agency(name: str) -> Agency:
    return Agency.objects.get(name=name)


def said_to_fewer(case: Case, people: dict[str, User], mark: str) -> None:
    said = factories.contribution(
        case, agency("Children's Services"), people["services"], mark, text=f"{WORD} said it."
    )
    factories.case_file(case, people["services"], contribution=said, name=f"{WORD}.txt", what=f"{WORD}, written down.")


def held_longer(case: Case, people: dict[str, User]) -> None:
    hold, until = LegalHold.objects.get(case=case), clock.today() + timedelta(days=200)
    operations.review_legal_hold(hold, by=people["governance"], reason=f"{WORD} is asked for.", review_on=until)


def excluded(case: Case, people: dict[str, User]) -> None:
    officer = people["officer"]
    operations.exclude_person(
        case, by=people["chair"], person=officer, kind="interest", reason=f"{WORD} is her friend."
    )


def told_outside(case: Case, people: dict[str, User]) -> None:
    factories.disclosure(case, people["coordinator"], body=f"{WORD} Council")
    why = {"purpose": f"{WORD} looks after him.", "lawful_basis": "public_task"}
    reports.hand_out_case_summary(
        case, by=people["coordinator"], body=f"{WORD} Council", recipient_kind="partner", **why
    )


def restricted(case: Case, people: dict[str, User]) -> None:
    """Somebody of the same name, whose case only its owner sees."""
    another = called_the_same(case, people[REFERS], people[OWNER], case.panel)
    operations.restrict_case(another, by=people[OWNER], reason=f"{WORD} threatens him.", readers=[])


def elsewhere(case: Case, people: dict[str, User]) -> None:
    """Somebody of the same name, in another area."""
    panel = Panel.objects.get(area__name="Eastvale")
    refers = User.objects.get(name="An officer of Eastvale")
    called_the_same(case, refers, people["elsewhere"], panel)


def called_the_same(case: Case, refers: User, coordinator: User, panel: Panel) -> Case:
    person = case.individual
    name = {"given_names": person.given_names, "family_name": person.family_name, "born_on": person.born_on}
    referral = factories.referral(refers, entries=[factories.entry(f"{WORD} is all he talks of.")], **name)
    return factories.case(referral, coordinator, panel)


SECRETS = {
    "what services say to the chair": Secret(
        lambda case, people: said_to_fewer(case, people, "chair_only"),
        "chair deputy services lead",
        "cases:information",
    ),
    "what services say to police and chairs": Secret(
        lambda case, people: said_to_fewer(case, people, "police_and_chairs"),
        "chair deputy services lead police policelead gateway",
        "cases:information",
    ),
    "what services are asked": Secret(
        lambda case, people: factories.information_request(
            case, agency("Children's Services"), people["coordinator"], asked=f"Do you know {WORD}?"
        ),
        f"{RUNS} organiser services lead police policelead gateway",
        "cases:information",
    ),
    "what somebody opened it for": Secret(
        lambda case, people: operations.say_purpose(
            case, by=people["governance"], kind="in_danger", words=f"To see what {WORD} is."
        ),
        RUNS,
        "cases:list_purposes",
        is_in_history=True,
    ),
    "a review of a legal hold": Secret(held_longer, RUNS, "cases:view_legalhold"),
    "an exclusion": Secret(excluded, f"{RUNS} officer", "cases:who_can_see"),
    "a request to see it": Secret(
        lambda case, people: operations.ask_to_see(
            case, by=people["stranger"], agency=agency(SCHOOL), words=f"{WORD} is our pupil."
        ),
        f"{RUNS} stranger",
        "cases:who_can_see",
        is_in_history=True,
    ),
    "what another body was told": Secret(told_outside, RUNS, "reports:disclosures", is_in_history=True),
    "a restricted case of the same name": Secret(restricted, "governance", "cases:restrictions"),
    "a case of the same name elsewhere": Secret(elsewhere, "elsewhere", "cases:list_cases"),
}


@pytest.fixture
def people(world) -> dict[str, User]:
    """By short name; all who take part in a secret are there in either world, and a meeting that is planned."""
    case = the_case()
    there = everybody(world)
    there[OWNER] = factories.person(case.area, PostKind.COORDINATOR, OWNER)
    there[REFERS] = factories.person(agency(SCHOOL), PostKind.OFFICER, REFERS)
    area = Area.objects.get(name="Eastvale")
    meets = {"cadence": "FREQ=WEEKLY", "first_meeting_at": clock.now() + timedelta(days=1)}
    factories.meeting(factories.panel(area, acts_as_channel=True, **meets))
    factories.person(factories.agency(area), PostKind.OFFICER, "An officer of Eastvale")
    assert case.panel.meetings.filter(starts_at__gt=clock.now()).exists()
    return there


def all_seen(case: Case, person: User, asked=READ) -> dict[str, tuple]:
    """What each page and endpoint that is open to somebody answers them, and each search."""
    person.forget_posts()
    referral = case.carried_referrals.get().referral
    seen = {name: got for name, got in everything_seen(person, referral, asked).items() if got[0] == 200}
    return seen | found(person, f"{case.individual.given_names} {case.individual.family_name}")


def found(person: User, name: str) -> dict[str, tuple]:
    client, seen = Client(), {}
    areas = list(Area.objects.permitted(person, "cases.search_area").values_list("slug", flat=True))
    with undone():
        client.force_login(person)
        for url, kind in (
            (reverse("home:search"), MULTIPART_CONTENT),
            (reverse("home_api:search"), "application/json"),
        ):
            for words, where in ((name, "name"), (WORD, "name"), (WORD, "own"), *((WORD, area) for area in areas)):
                said = {"words": words, "where": where} | (
                    {"purpose": "To see what there is."} if where in areas else {}
                )
                answer = client.post(url, said, content_type=kind)
                assert answer.status_code == 200
                seen[f"home:search {url} {words} {where}"] = 200, {}, without_lots(answer)
    return seen


def differences(name: str, before: dict[str, tuple], after: dict[str, tuple]) -> Iterator[str]:
    """What differs, and where in it."""
    for each in differing(before, after):
        texts = [seen.get(each, (0, {}, ""))[2].splitlines() for seen in (before, after)]
        lines = [line.strip() for line in unified_diff(*texts, n=0, lineterm="") if line[:3] not in ("---", "+++")]
        yield f"{name}: {each}: {' '.join(lines)[:600] or 'other headers, or as many queries not'}"


def unknown_to(name: str, *, in_history: bool) -> list[Secret]:
    taking_part = (OWNER, REFERS)
    return [
        secret
        for secret in SECRETS.values()
        if name not in (*secret.known_to.split(), *taking_part) and secret.is_in_history <= in_history
    ]


def compared(case: Case, name: str, people: dict[str, User], secrets: list[Secret], asked: list) -> tuple[int, list]:
    """How much somebody was answered, and what of it differs once the secrets are made."""
    with undone():
        before = all_seen(case, people[name], asked)
        for secret in secrets:
            secret.make(case, people)
        open_to_them = {each.split()[0] for each in before}
        after = all_seen(case, people[name], [each for each in asked if each.name in open_to_them])
    return len(before), list(differences(name, before, after))


def test_what_is_not_theirs_to_know_changes_nothing(people):
    case, faults, answers = the_case(), [], 0
    for name in people:
        some, found = compared(case, name, people, unknown_to(name, in_history=True), OF_NO_HISTORY)
        faults += found
        answers += some
    assert_none(iter(faults))
    print(f"    {len(people)} people, {len(SECRETS)} secrets: {answers} pages, endpoints and searches are the same")


def test_nor_does_the_history_of_the_case_or_what_is_new_there(people):
    case, faults = the_case(), []
    for name, person in people.items():
        with undone():
            client = Client()
            client.force_login(person)
            client.get(case.get_absolute_url())  # So that what has changed since is told.
            with clock.at(clock.now() + timedelta(minutes=31)):
                faults += compared(case, name, people, unknown_to(name, in_history=False), OF_HISTORIES)[1]
    assert_none(iter(faults))
    print(f"    {len(people)} people: nor do the histories, but that somebody asked to see it or said what for")


@pytest.mark.parametrize("title", SECRETS)
def test_whoever_may_know_finds_a_difference(people, title):
    """So the comparison bites."""
    secret = SECRETS[title]
    name = secret.known_to.split()[0]
    asked = [address for address in READ if address.name == secret.shown_on]
    answers, found = compared(the_case(), name, people, [secret], asked)
    assert answers > len(asked) > 0
    assert any(f"{name}: {secret.shown_on}" in each for each in found)
