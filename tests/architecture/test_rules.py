"""Rules: each is declared before it is named, can be asked of everybody, and opens nothing in another area.

What is asked of everybody who holds a post is asked of a sixth of the rules, another each day; of all with
`python3 run.py prove rules`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from celery import current_app
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from cases.models import Case
from prevent_cases.access import Ground, May, Rule, rules
from prevent_cases.accounts.models import AgencyType, Sector, User
from prevent_cases.accounts.posts import POST_RULES, Within
from tests import factories
from tests.architecture import product
from tests.architecture.product import File, Module, assert_none, todays_share
from tests.architecture.world import SERVICE, World

PARTS = 6
LABELS = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in product.packages()}
NAME = re.compile(rf"({'|'.join(LABELS)})\.[a-z0-9_]+")

# What is open to everybody who signs in, wherever they work.
KNOWN_EVERYWHERE = {
    ("accounts.view_user", "It is you."),
    ("accounts.view_area", "Everybody who signs in may know the areas."),
    ("accounts.view_agency", "It serves all areas."),
    ("cases.view_providerapproval", "It serves all areas."),
    ("accounts.view_post", "It is yours."),
    ("reference.view_contact", "Everybody who signs in may know whom to ring."),
}


def undeclared(module: Module) -> Iterator[str]:
    """Names in Python that look like permissions, and that no rule, operation or task has."""
    for text in module.strings():
        if NAME.fullmatch(text) and text not in declared():
            yield f"{module.name}: {text}"


@cache
def declared() -> set[str]:
    operations = {operation.name for operation in product.operations()}
    return {*rules, *operations, *current_app.tasks, *(module.name for module in product.modules())}


def unknown_verbs(template: File) -> Iterator[str]:
    """``may.something`` in a template that no rule grants: Django would take it for no, in silence."""
    verbs = {rule.verb for rule in rules.values()}
    for verb in re.findall(r"\bmay\.(\w+)", template.text):
        if verb not in verbs:
            yield f"{template.path}: may.{verb}"


def unaskable(rule: Rule, people: Iterable) -> Iterator[str]:
    """Why a rule cannot be asked, or lists other records than it is held on: a page asks every ground by itself."""
    for person in people:
        try:
            listed = rule.model.objects.permitted_page(person, rule.name, size=1000)
        except Exception as fault:
            yield f"{rule.name} of {person}: {fault}"
            continue
        held = rule.model._base_manager.filter(rule.condition(person)).values_list("pk", flat=True)
        if sorted(listed) != sorted(held):
            yield f"{rule.name} of {person}: {listed} listed, held on {[*held]}"


def badly_said(rule: Rule) -> Iterator[str]:
    for ground in rule.grounds:
        if not re.fullmatch(r"[A-Z].*\.", ground.sentence):
            yield f"{rule.name}: {ground.sentence!r} is no sentence"


def test_every_permission_named_in_python_is_declared():
    assert_none(name for module in product.modules() for name in undeclared(module))


def test_every_permission_asked_in_a_template_is_declared():
    assert_none(name for template in product.templates() for name in unknown_verbs(template))


def test_every_rule_can_be_asked_of_the_holder_of_every_post(world):
    can_be_asked(todays_share(rules.values(), PARTS), world)


def can_be_asked(rules: Iterable[Rule], world: World) -> None:
    one_of_each = [AnonymousUser(), *(holders[0] for holders in world.people.values())]
    assert_none(fault for rule in rules for fault in unaskable(rule, one_of_each))


def test_a_template_can_ask_every_permission_on_a_record_at_once(world):
    ask_at_once(todays_share(models(), PARTS), world)


def models() -> list[type[Model]]:
    """Those that rules are on."""
    return list(dict.fromkeys(rule.model for rule in rules.values()))


def ask_at_once(models: Iterable[type[Model]], world: World) -> None:
    for model in models:
        record = model._base_manager.first()
        verbs = [rule.verb for rule in rules.values() if rule.model is model]
        for holders in world.people.values():
            may = May.on(holders[0], record)
            assert {getattr(may, verb) for verb in verbs} <= {True, False}


def test_every_ground_is_a_sentence():
    assert_none(fault for rule in rules.values() for fault in badly_said(rule))


def test_every_post_opens_something_and_every_ground_is_somebodys(world):
    assert set().union(*world.held.values()) == world.people.keys()
    assert [of_nobody for of_nobody, posts in world.held.items() if not posts] == []


def test_what_a_ground_is_not_asked_for_want_of_a_post_would_open_nothing(world):
    would_open_nothing(todays_share(rules.values(), PARTS), world)


def would_open_nothing(rules: Iterable[Rule], world: World) -> None:
    people = [person for holders in world.people.values() for person in holders]
    assert_none(
        f"{rule.name} of {person}: {ground.sentence}"
        for rule in rules
        for ground in rule.grounds
        for person in people
        if not ground.queries(person) and ground.ids(person).exists()
    )


def test_no_post_opens_anything_in_another_area(world):
    open_nothing_elsewhere(todays_share(rules.values(), PARTS))


def open_nothing_elsewhere(rules: list[Rule]) -> None:
    here = {rule.model: set(rule.model._base_manager.values_list("pk", flat=True)) for rule in rules}
    strangers = people_of_another_area()
    assert_none(sentence for stranger in strangers for sentence in opened(here, stranger, rules))


def opened(here: dict[type[Model], set[int]], person: User, rules: Iterable[Rule]) -> Iterator[str]:
    """The grounds on which a person holds permissions on some of these records, beyond what everybody may know."""
    for rule in rules:
        for ground in rule.grounds:
            found = set(rule.model._base_manager.filter(pk__in=ground.ids(person)).values_list("pk", flat=True))
            if found & here[rule.model] and (rule.name, ground.sentence) not in KNOWN_EVERYWHERE:
                yield f"{rule.name} of {person}: {ground.sentence}"


def people_of_another_area() -> list[User]:
    """Somebody in every post of an area that has nothing to do with the first."""
    area = factories.area("Eastvale")
    police = factories.agency(area, "Eastvale Police", AgencyType.POLICE, Sector.POLICE)
    panel = factories.panel(area)
    places = {Within.AGENCY: police, Within.AREA: area, Within.PANEL: panel}
    return [factories.person(places[rule.within], kind, f"Stranger {kind.value}") for kind, rule in POST_RULES.items()]


# The checks bite


def test_an_undeclared_permission_is_found():
    planted = Module("cases.views", "class Page:\n    permission = 'cases.view_everything'\n")
    assert list(undeclared(planted)) == ["cases.views: cases.view_everything"]


def test_a_misspelt_question_in_a_template_is_found():
    planted = File("templates/x.html", "{% if may.view_case and may.veiw_case %}")
    assert list(unknown_verbs(planted)) == ["templates/x.html: may.veiw_case"]


def test_a_rule_that_cannot_be_asked_is_found(world, monkeypatch):
    of_no_field = Ground("You may.", lambda user: Case.objects.filter(colour="x").values("pk"))
    monkeypatch.setitem(rules, "cases.view_colour", Rule("cases.view_colour", "cases.Case", [of_no_field]))
    (found,) = unaskable(rules["cases.view_colour"], world.people[SERVICE])
    assert "Cannot resolve keyword 'colour'" in found


def test_a_ground_that_is_no_sentence_is_found():
    planted = Rule("cases.view_case", "cases.Case", [Ground("because", lambda user: Case.objects.none())])
    assert list(badly_said(planted)) == ["cases.view_case: 'because' is no sentence"]


def test_a_ground_that_forgets_the_area_is_found(world):
    planted = Rule(
        "cases.view_case", "cases.Case", [Ground("You have a post.", lambda user: Case.objects.values("pk"))]
    )
    here = {Case: set(Case.objects.values_list("pk", flat=True))}
    assert list(opened(here, User(name="Nobody"), [planted])) == ["cases.view_case of Nobody: You have a post."]
