"""Whoever is excluded from the work on a person, or not named on a restricted case, holds no permission under it.

Asked of a sixth of those who hold posts, others each day; of all with `python3 run.py prove rules`.
"""

import pytest

from cases import operations
from cases.models import Case
from prevent_cases.access import May, closures, rules, way_to
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import Refused
from tests.architecture.leading_up import leading_to
from tests.architecture.product import todays_share
from tests.architecture.world import SERVICE, World, the_case

# By hand: what is held all the same, on what was sent by oneself or, where it is only restricted, by one's agency.
OF_ONES_OWN = {
    "answer_for_referral", "follow_referral", "know_referrer", "let_lead_know", "view_owncopy", "view_referralfile",
}  # fmt: skip
# What is restricted can be asked for and opened for an hour, and is known of, judged and held by who answers for it;
# and an agency gives on what support it was asked for, of which it reads its own brief.
THOUGH_RESTRICTED = {
    "ask_to_see", "break_glass", "judge_broken_glass", "know_of_restriction", "view_brokenglass", "view_requesttosee",
    "give_intervention", "record_session_in_error", "view_intervention", "view_interventionsession",
    "view_agreedsession",
    "raise_urgent_concern", "view_urgentconcern", "keep_case", "place_legal_hold", "review_legal_hold",
    "end_legal_hold", "view_legalhold", "view_legalholdreview", "sign_keeping", "view_retentionreview",
}  # fmt: skip


def records_about(individual) -> dict:
    """Of each model some rule is on and something may shut: the records that lead up to somebody."""
    models = {rule.model for rule in rules.values() if way_to(rule.model, closures["exclusion"])}
    about = {model: [each.pk for each in leading_to(model, individual)] for model in models}
    about = {model: keys for model, keys in about.items() if keys}
    assert len(about) > 25
    return about


def held(person, about: dict) -> set[str]:
    """The permissions that somebody holds on any of these records, as a page would find them."""
    person.forget_posts()
    found = set()
    for model, keys in about.items():
        verbs = [rule.verb for rule in rules.values() if rule.on == model._meta.label]
        for record in model._base_manager.filter(pk__in=keys).annotate(**May.asked(person, model)):
            may = May(record)
            found |= {verb for verb in verbs if getattr(may, verb)}
    return found


@pytest.fixture
def case(world):
    yield the_case()
    # What they hold was read in a world that is undone now.
    for _, person in people(world):
        person.forget_posts()


def people(world: World) -> list[tuple[str, User]]:
    return [(post, holders[0]) for post, holders in world.people.items() if post != SERVICE]


def test_the_excluded_hold_nothing_but_what_is_theirs(world, case):
    assert excluded_hold_nothing(world, case, todays_share(people(world), 6)) >= 2


def excluded_hold_nothing(world: World, case: Case, among: list[tuple[str, User]]) -> int:
    """How many of these held something before."""
    about = records_about(case.individual)
    chair, coordinator = (world.people[kind.label][0] for kind in (PostKind.CHAIR, PostKind.COORDINATOR))
    emptied = 0
    for post, person in among:
        before = held(person, about)
        by = coordinator if person == chair else chair
        said = {"person": person, "kind": "relative", "reason": "An uncle."}
        if person == case.owner:
            with pytest.raises(Refused):
                operations.exclude_person(case, by=by, **said)
            continue
        exclusion = operations.exclude_person(case, by=by, **said)
        assert held(person, about) <= OF_ONES_OWN, post
        operations.end_exclusion(exclusion, by=by)
        assert held(person, about) == before, post
        emptied += bool(before - OF_ONES_OWN)
    return emptied


def test_whoever_is_not_named_on_a_restricted_case_neither(world, case):
    assert unnamed_hold_nothing(world, case, todays_share(people(world), 6)) >= 1


def unnamed_hold_nothing(world: World, case: Case, among: list[tuple[str, User]]) -> int:
    """How many of these held something before."""
    about = records_about(case.individual)
    about = {model: keys for model, keys in about.items() if way_to(model, {"cases.Case": None})}
    before = {post: held(person, about) for post, person in among}
    chair = world.people[PostKind.CHAIR.label][0]
    operations.restrict_case(case, by=chair, reason="A threat.", readers=[])
    shut = 0
    for post, person in among:
        if person in (chair, case.owner) or post.startswith("A representative who broke"):
            assert held(person, about) >= before[post] - {"restrict_case"}, post
            continue
        assert held(person, about) <= THOUGH_RESTRICTED, post
        shut += bool(before[post] - THOUGH_RESTRICTED)
    return shut
