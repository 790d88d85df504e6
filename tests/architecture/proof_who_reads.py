"""Every page and endpoint about a case, asked by everybody, against the table written by hand.

Run by `python3 run.py prove who-reads`.
"""

import cases.operations
from cases.models import Case
from tests import factories
from tests.architecture.product import assert_none
from tests.architecture.test_who_reads_the_file import (
    GETS,
    MAY_NOT,
    Table,
    asked_about,
    carries_out,
    everybody,
    name_of,
    not_asked_first,
    otherwise,
    world,
    written_by_hand,
)
from tests.architecture.world import the_case

__all__ = ["world"]


def test_all_of_it_is_as_written(world):
    asked, done = list(asked_about(the_case())), set()
    assert_none(otherwise(everybody(world), asked, written_by_hand(), done))
    assert_none(not_asked_first(world, asked))
    acts = [address.name for address, *_ in asked if carries_out(address)]
    print(f"    {len(asked)} pages and endpoints about a case, asked by everybody: as the table says")
    assert len(done & set(acts)) >= 110
    print(f"    {len(acts)} of them carry something out, and {len(done & set(acts))} were carried out by who may")


# By hand: who keeps what when a case is restricted to its owner, its chair and one representative of the police.
# Whoever broke the glass reads on until their hour is over. Support goes on, and those of the agency that gives it do
# what they did about it, save what only those do who read the case. It is known of, held and judged.
NAMED = {"coordinator", "chair", "police", "glass"}
GIVE_SUPPORT = {"provider", "policelead", "gateway"}
SUPPORT = {
    "cases:view_intervention", "cases:answer_intervention", "cases:agree_session", "cases:take_back_session",
    "cases:report_session", "cases:record_session_in_error", "cases:view_urgentconcern", "cases:raise_urgent_concern",
    "cases:end_intervention",
}  # fmt: skip
SUPPORT_BY_READERS = {"cases:answer_urgent_concern", "cases:record_urgent_concern_in_error"}
HELD_AND_JUDGED = {
    "cases:place_legal_hold", "cases:review_legal_hold", "cases:end_legal_hold", "cases:view_legalhold",
    "cases:keep_case", "cases:judge_broken_glass",
}  # fmt: skip
# By exact reference whoever handles cases anywhere may ask to see it, or break the glass.
ASKED_FOR = {(name, GETS) for name in ("cases:ask_to_see", "cases:break_glass")}


def when_restricted(table: Table) -> Table:
    kept = {
        name: {
            who: right
            for who, right in said.items()
            if who in NAMED
            or (name, right) in ASKED_FOR
            or (who in GIVE_SUPPORT and name in SUPPORT)
            or (who == "governance" and name in HELD_AND_JUDGED)
        }
        for name, said in table.items()
    }
    for name in SUPPORT_BY_READERS:
        kept[name] |= dict.fromkeys(GIVE_SUPPORT, MAY_NOT)
    kept["cases:close_broken_glass"]["governance"] = MAY_NOT
    return kept


def test_when_it_is_restricted(world):
    case = the_case()
    asked = list(asked_about(case))
    people = everybody(world)
    cases.operations.restrict_case(case, by=people["chair"], reason="A threat.", readers=[people["police"]])
    for person in people.values():
        person.forget_posts()
    assert_none(otherwise(people, asked, when_restricted(written_by_hand())))
    print(f"    restricted: {len(asked)} pages and endpoints are there for those named, and shut to {len(people) - 4}")


# By hand: with whom the case was shared that has ended, and what is done all the same of what has.
ON_THE_ENDED = {"coordinator", "organiser", "governance", "chair", "deputy", "police", "policelead", "gateway"}
DONE_OF_WHAT_HAS_ENDED = {
    "cases:allocate_case", "cases:ask_to_see", "cases:change_share", "cases:exclude_person", "cases:limit_share",
    "cases:place_legal_hold", "cases:record_assessment_in_error", "cases:record_consent_in_error",
    "cases:record_exit_plan_in_error", "cases:record_plan_in_error", "cases:say_purpose", "cases:stop_sharing_case",
    "cases:write_letter", "reports:request_case_summary",
}  # fmt: skip


def test_when_it_has_ended(world):
    ended = Case.objects.get(individual__family_name="Alder")
    # Those who are excluded are so from another person's.
    people = {name: person for name, person in everybody(world).items() if not name.startswith("excluded")}
    for name in ("governance", "organiser"):
        factories.purpose(ended, people[name])
    asked, done = list(asked_about(ended)), set()
    table = {
        name: {who: right for who, right in said.items() if who in ON_THE_ENDED or (name, right) in ASKED_FOR}
        for name, said in written_by_hand().items()
    }
    assert_none(otherwise(people, asked, table, done))
    acts = {name_of(address) for address, *_ in asked if carries_out(address)}
    assert {name.replace("_api:", ":") for name in done} & acts == DONE_OF_WHAT_HAS_ENDED
    print(f"    ended: {len(asked)} pages and endpoints are read as before; of {len(acts)} acts only what is done of")
    print(f"    what has ended is done, which are {len(DONE_OF_WHAT_HAS_ENDED)}")
