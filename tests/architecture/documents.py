"""The documents that are written from the code: the ways between stages, the operations, who may do what."""

from collections.abc import Iterable
from itertools import groupby

from django.db.models import TextChoices

import cases.models
import referrals.models
from prevent_cases.access import rules
from prevent_cases.accounts.posts import POST_RULES, TAKES_TWO
from tests.architecture import product
from tests.architecture.world import World

WRITTEN = "Written from the code; a test fails when it is stale. To write it again, see CONTRIBUTING.md."


def page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", *parts, WRITTEN]) + "\n"


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    rows = [headings, ["---"] * len(list(headings)), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)


# -- docs/states.md ---------------------------------------------------------------------------------------------------


def states() -> str:
    return page(
        "Where referrals and cases stand",
        "A stage changes only by an operation, and only by a way below. What else has to be true first is an obstacle"
        " sentence of the model; what may never be false is a constraint of the database.",
        "## A referral",
        ways(referrals.models.Stage, referrals.models.TRANSITIONS, [referrals.models.Stage.SUBMITTED]),
        "Accepted, it is carried by a case, which has stages of its own.",
        "## A case",
        ways(cases.models.Stage, cases.models.TRANSITIONS, cases.models.BEGINNINGS),
    )


def ways(stages: type[TextChoices], transitions: dict[str, tuple[str, ...]], beginnings: Iterable[str]) -> str:
    """The open ways as a picture and in words."""
    drawn = ["stateDiagram-v2", *(f"    {stage.value} : {stage.label}" for stage in stages)]
    drawn += [f"    [*] --> {beginning}" for beginning in beginnings]
    for stage, ways in transitions.items():
        drawn += [f"    {stage} --> {way}" for way in ways or ["[*]"]]
    rows = [
        (stages(stage).label, ", ".join(stages(way).label for way in ways) or "It ends here")
        for stage, ways in transitions.items()
    ]
    return "\n".join(["```mermaid", *drawn, "```"]) + "\n\n" + table(("From", "To"), rows)


# -- docs/operations.md -----------------------------------------------------------------------------------------------


def operations() -> str:
    ordered = sorted(product.operations(), key=lambda operation: operation.name)
    parts = []
    for app, of_app in groupby(ordered, key=lambda operation: operation.name.partition(".")[0]):
        rows = [
            (
                f"`{operation.name.partition('.')[2]}`",
                operation.model._meta.verbose_name,
                f"`{operation.permission}`",
                operation.sentence,
                " ".join(operation.explanation.split()),
            )
            for operation in of_app
        ]
        parts += [f"## {app}", table(("Operation", "On", "Permission", "What it says when done", "More"), rows)]
    return page("Operations: everything that changes a record", *parts)


# -- docs/permissions.md ----------------------------------------------------------------------------------------------


def permissions(world: World) -> str:
    """Found by asking: somebody in each post, in an area with one of everything."""
    posts = [
        (
            kind.label,
            rule.within,
            "Two people" if kind in TAKES_TWO else "One person",
            rule.purpose,
        )
        for kind, rule in POST_RULES.items()
    ]
    parts = []
    for app, of_app in groupby(
        sorted(rules.values(), key=lambda rule: rule.name), key=lambda rule: rule.name.partition(".")[0]
    ):
        rows = [
            (
                f"`{rule.verb}`",
                rule.model._meta.verbose_name,
                ground.sentence,
                held_by(world, rule.name, ground.sentence),
            )
            for rule in of_app
            for ground in rule.grounds
        ]
        parts += [f"## {app}", table(("Permission", "On", "Ground", "Held by"), rows)]
    return page(
        "Who may do what",
        "A permission is held on any one of its grounds. The last column says in which posts somebody can hold it on"
        " that ground, and is found by asking the rules of people in each post. A permission is of some records, never"
        " of all: the ground says of which.",
        "## Posts",
        table(("Post", "Held in", "Given by", "For"), posts),
        *parts,
        "## By post",
        table(("Post", "Permissions"), ((post, held_in(world, post)) for post in world.people)),
    )


def held_by(world: World, permission: str, sentence: str) -> str:
    posts = world.held[permission, sentence]
    return "everybody" if len(posts) >= len(POST_RULES) else ", ".join(posts)


def held_in(world: World, post: str) -> str:
    """The permissions of a post, app by app."""
    names = sorted({name for (name, _), posts in world.held.items() if post in posts})
    by_app = groupby(names, key=lambda name: name.partition(".")[0])
    return "; ".join(f"**{app}** " + ", ".join(name.partition(".")[2] for name in of_app) for app, of_app in by_app)
