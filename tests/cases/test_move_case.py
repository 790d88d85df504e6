"""The ways of a case: those of the table are open to its panel, and no other; and what comes next on each."""

import re

import pytest
from django.core.exceptions import PermissionDenied

from cases import operations
from prevent_cases.operations import Refused
from tests import factories


def test_it_goes_where_a_way_is_open_and_nowhere_else(adopted, chair, coordinator):
    with pytest.raises(Refused, match="cannot go there") as refusal:
        operations.move_case(adopted, by=chair, stage="exited")
    assert refusal.value.field == "judgement"
    with pytest.raises(PermissionDenied):
        operations.move_case(adopted, by=coordinator, stage="no_further_action")
    operations.move_case(adopted, by=chair, stage="no_further_action")
    with pytest.raises(Refused, match="has ended"):
        operations.move_case(adopted, by=chair, stage="consent_pending")


# By hand, from process.md 2C and 2D: what waits at each stage, and who can do it from here.
WAITS = {
    "information_gathering": ("Decide under section 36", "police"),
    "awaiting_panel": ("Panel decides", ""),
    "consent_pending": ("Record the answer about support", "coordinator chair"),
    "active": ("", ""),
    "withdrawn": ("Panel decides", ""),
}
# The answer about support is not for everybody to record, nor said to wait for others: the bar says "To be asked".
ALWAYS = {"Log a contact", "Make a summary as PDF", "Urgent conference"}
RUNS = ALWAYS | {
    "Agree an action", "Share it with an agency", "Offer it to another panel", "Offer it to another area",
}  # fmt: skip
CAN = {"coordinator": RUNS | {"Assess"}, "chair": RUNS, "police": ALWAYS | {"Assess", "Put a colleague on this case"}}
ASKED = "Record that it was asked, with no answer yet"
IN_SUPPORT = {"Ask an agency for support", "Record that consent was withdrawn"}


def test_what_comes_next_at_each_stage_and_for_whom(client, case, police, coordinator, chair, police_representative):
    people = {"coordinator": coordinator, "chair": chair, "police": police_representative}
    factories.share(case, police, coordinator)
    for stage, go_there in {
        "information_gathering": lambda: None,
        "awaiting_panel": lambda: factories.section36(case, police_representative),
        "consent_pending": lambda: factories.adopted(case, chair),
        "active": lambda: factories.consent(case, coordinator),
        "withdrawn": lambda: factories.consent(case, coordinator, "withdrawn"),
    }.items():
        go_there()
        case.refresh_from_db()
        waiting, begun_by = WAITS[stage]
        for name, person in people.items():
            client.force_login(person)
            items = re.findall(
                r'<li class="govuk-task-list__item(.*?)</li>', client.get(case.get_absolute_url()).text, re.S
            )
            found = {re.search(r'(?:status">|<div>)([^<]+)<', item)[1]: "href" in item for item in items}
            can = CAN[name] | (IN_SUPPORT if stage == "active" and name != "police" else set())
            waits = {waiting: name in begun_by} if waiting and (name in begun_by or stage != "consent_pending") else {}
            waits |= {ASKED: True} if stage == "consent_pending" and name in begun_by else {}
            assert found == waits | dict.fromkeys(can, True), (stage, name)
