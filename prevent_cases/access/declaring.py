"""Rules: each permission declared once, on one model, with its grounds."""

from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import Case, Q, Value, When

from prevent_cases.access.grounds import Ground
from prevent_cases.access.keys import key_is_among
from prevent_cases.access.shutting import not_shut, shut
from prevent_cases.access.written import written
from prevent_cases.prepared import Given, prepared


@dataclass(frozen=True)
class Rule:
    """A permission on the records of one model: held on any one of its grounds.

    What is done under one that is kept ``apart`` shows in the history of its own record and in no other.
    """

    name: str
    on: str
    grounds: list[Ground]
    apart: bool = False

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.on)

    @property
    def verb(self) -> str:
        return self.name.rpartition(".")[2]

    def queries(self, user) -> list[models.QuerySet]:
        """The queries of keys of all grounds that ``user`` may meet, without what is shut to them."""
        return [self._still_open(user, ground, query) for ground in self.grounds for query in ground.queries(user)]

    def _still_open(self, user, ground: Ground, query: models.QuerySet) -> models.QuerySet:
        if not (closed := shut(user, self.model, ground.despite)):
            return query
        column = query.query.values_select[0]
        if query.model is self.model and column == "pk":
            return query.filter(~closed)
        return query.exclude(**{f"{column}__in": self.model._base_manager.filter(closed).values("pk")})

    def condition(self, user) -> Q:
        """What a record must meet for ``user`` to hold this permission on it."""
        if not (user.is_authenticated and user.is_active):
            return key_is_among(self.model, [])
        # Kept like the queries of grounds, of which it is put together.
        return user.posts.kept(("condition", self.name, id(self)), lambda: written(self.model, self._condition(user)))

    def _condition(self, user) -> Q:
        alike: dict[tuple[str, ...], list[models.QuerySet]] = {}
        for ground in self.grounds:
            alike.setdefault(ground.despite, []).extend(ground.queries(user))
        conditions = [
            key_is_among(self.model, queries) & not_shut(user, self.model, despite)
            for despite, queries in alike.items()
            if queries
        ]
        # Nearly always it is one.
        return Q(*conditions, _connector=Q.OR) if conditions else key_is_among(self.model, [])

    def held_by(self, user) -> Case:
        """Whether ``user`` holds it, as what a query of records is annotated with."""
        return Case(When(self.condition(user), then=Value(True)), default=Value(False))

    def permits(self, user, record) -> bool:
        if not (user.is_authenticated and user.is_active):
            return False
        # Kept like the queries of grounds: every operation asks, and the same person often asks the same again.
        ask = user.posts.kept((self.name, id(self)), lambda: prepared(lambda: self._keys_permitted(user)))
        return bool(ask(record=record.pk))

    def _keys_permitted(self, user) -> models.QuerySet:
        """The key that is given, if ``user`` holds this permission on its record."""
        record = Given("record", models.BigIntegerField())
        return self.model._base_manager.filter(self.condition(user), pk=record).values_list("pk")

    def reasons(self, user, record) -> list[str]:
        """The sentences of the grounds on which ``user`` holds this permission on ``record``."""
        this = self.model._base_manager.filter(pk=record.pk)
        return [
            ground.sentence
            for ground in self.grounds
            if this.filter(
                key_is_among(self.model, ground.queries(user)) & not_shut(user, self.model, ground.despite)
            ).exists()
        ]


rules: dict[str, Rule] = {}
# By the name of an operation the permission under which it is carried out, which it need not be called as.
done_under: dict[str, str] = {}


def rule(name: str, on: str, grounds: list[Ground], *, apart: bool = False) -> Rule:
    """Declare the permission ``name`` (``app.verb_noun``) on the model ``on`` (``app.Model``)."""
    if name in rules:
        raise ValueError(f"The permission {name} is declared twice.")
    rules[name] = Rule(name, on, list(grounds), apart)
    return rules[name]


def kept_apart() -> list[str]:
    """What is viewed or done under a permission that is kept apart, as the trail calls it."""
    apart = [rule.name for rule in rules.values() if rule.apart]
    return [*apart, *(name for name, permission in done_under.items() if rules[permission].apart)]


def further_ground(name: str, ground: Ground) -> None:
    """Open a lower app's permission on a ground that only a higher app knows: a referral to those on its case."""
    rules[name].grounds.append(ground)


def view_rule(model: type[models.Model]) -> Rule:
    """The rule for seeing a record at all: what is not visible does not exist."""
    return rules[f"{model._meta.app_label}.view_{model._meta.model_name}"]


def rules_on(model: type[models.Model]) -> list[Rule]:
    label = model._meta.label
    return [rule for rule in rules.values() if rule.on == label]


def grounds_of(model: type[models.Model]) -> dict[str, Ground]:
    """The grounds of all rules on a model, by the names under which they are asked. Rules share grounds."""
    return {f"ground_{id(ground)}": ground for rule in rules_on(model) for ground in rule.grounds}
