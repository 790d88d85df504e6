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
    not_carried_out,
    otherwise,
    world,
    written_by_hand,
)
from tests.architecture.world import the_case

__all__ = ["world"]


def test_all_of_it_is_as_written(world):
    asked, done = list(asked_about(the_case())), set()
    people, table = everybody(world), written_by_hand()
    assert_none(otherwise(people, asked, table, done))
    assert_none(not_asked_first(world, asked))
    assert_none(not_carried_out(people, asked, table, done))
    acts = {address.name for address, *_ in asked if carries_out(address)}
    print(f"    {len(asked)} pages and endpoints about a case, asked by everybody: as the table says")
    print(
        f"    {len(acts)} of them carry something out, and whoever may truly did: {len(done & acts)} to this case, and"
    )
    print("    the others to what was made so that they can be done")


# By hand: who keeps what when a case is restricted to its owner, its chair and one representative of the police.
# Whoever broke the glass before reads on until their hour is over: it opens what is restricted (quality.md, 6).
NAMED = {"coordinator", "chair", "police", "glass"}
# The police give support here, and so do those of its people who speak for it (GIVES_SUPPORT).
GIVE_SUPPORT = {"provider", "policelead", "gateway"}
# They keep the brief that was written for them, what they do about it, and what they said (docs/adr/0022). That to end
# it is not theirs, they are told as before.
SUPPORT = {
    "cases:view_intervention", "cases:answer_intervention", "cases:agree_session", "cases:take_back_session",
    "cases:report_session", "cases:record_session_in_error", "cases:view_urgentconcern", "cases:raise_urgent_concern",
    "cases:end_intervention",
}  # fmt: skip
# It is answered by coordinators and the police, and by those of them alone who are named (docs/adr/0022). Those who
# said it read it all the same, so they are told that they may not.
SUPPORT_BY_READERS = {"cases:answer_urgent_concern", "cases:record_urgent_concern_in_error"}
# Governance knows that a case is restricted, and no word of it: a legal hold is placed on any case (process.md, 2C),
# what is kept is reviewed whoever may read it (G11), and broken glass is always judged (V-04).
HELD_AND_JUDGED = {
    "cases:place_legal_hold", "cases:review_legal_hold", "cases:end_legal_hold", "cases:view_legalhold",
    "cases:keep_case", "cases:sign_keeping", "cases:judge_broken_glass",
}  # fmt: skip
# By exact reference whoever handles cases in this area may ask to see it, or break the glass: one page for both.
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
    # It is known to whoever judges it, and closed by nobody but who broke it.
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


# By hand: with whom the case was shared that has ended, and whose area or panel it is of. To all others it is shut.
ON_THE_ENDED = {"coordinator", "organiser", "governance", "chair", "deputy", "police", "policelead", "gateway"}
# Nothing about it is changed any more, so all else is refused.
DONE_OF_WHAT_HAS_ENDED = {
    # Somebody answers for what is kept, and opens it for a reason or in an emergency (V-04).
    "cases:allocate_case", "cases:ask_to_see", "cases:break_glass", "cases:say_purpose",
    # It goes on being open to fewer, never to more: the need to know ends with it (G7).
    "cases:change_share", "cases:exclude_person", "cases:limit_share", "cases:stop_sharing_case",
    # From any stage (2C).
    "cases:place_legal_hold",
    # Corrections append, and a fact is disputed as long as it is kept (G14, V-06). For how long goes by age (G10, G12).
    "cases:record_assessment_in_error", "cases:record_birthday", "cases:record_consent_in_error",
    "cases:record_dispute", "cases:record_exit_plan_in_error", "cases:record_plan_in_error",
    # What the person says and is told, a call, and a letter that comes are noted beside it; a second person signs.
    "cases:add_files", "cases:log_contact", "cases:note_own_account", "cases:record_being_told", "cases:sign_keeping",
    # Whoever still has it says on which terms (docs/adr/0031).
    "reports:acknowledge_case",
    # The person is told the outcome (Part 6). Whatever is disclosed of it, and to whom, is a line of the ledger (G1).
    "cases:write_letter", "reports:hand_out_case_summary", "reports:record_disclosure", "reports:request_case_summary",
}  # fmt: skip


def test_when_it_has_ended(world):
    ended = Case.objects.get(individual__given_names="Wren")
    # Those who are excluded are so from another person's.
    people = {name: person for name, person in everybody(world).items() if not name.startswith("excluded")}
    for name in ("governance", "organiser"):
        factories.purpose(ended, people[name])
    asked, done = list(asked_about(ended)), set()
    table = {
        name: {who: right for who, right in said.items() if who in ON_THE_ENDED or (name, right) in ASKED_FOR}
        for name, said in written_by_hand().items()
    }
    # It was kept by the one who answers for information here, so that its panel's chair signs.
    table["cases:sign_keeping"] |= {"governance": MAY_NOT, "chair": GETS, "deputy": GETS}
    # Nobody of the police has said yet that they read on which terms they have it.
    for name in ("reports:acknowledge_case", "reports:terms_to_acknowledge"):
        table[name]["policelead"] = GETS
    # The newest summary of this one is that for which one of them asked.
    table["reports:view_casesummary"] = {"policelead": GETS}
    assert_none(otherwise(people, asked, table, done, made=()))
    acts = {name_of(address) for address, *_ in asked if carries_out(address)}
    assert {name.replace("_api:", ":") for name in done} & acts == DONE_OF_WHAT_HAS_ENDED
    print(f"    ended: {len(asked)} pages and endpoints are read as before; of {len(acts)} acts only what is done of")
    print(f"    what has ended is done, which are {len(DONE_OF_WHAT_HAS_ENDED)}")
