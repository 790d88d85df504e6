"""Who may: a permission is a rule, written once as named grounds over one model, and asked everywhere through here."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import BooleanField, Case, ExpressionWrapper, OuterRef, Q, Value, When
from django.db.models.lookups import In
from django.db.models.sql import Query
from django.db.models.sql.where import AND, WhereNode

from prevent_cases.prepared import Given, prepared

rules: dict[str, "Rule"] = {}
# What is shut, by the name of what shuts it and the label of the model whose records it shuts (``shuts``).
closures: dict[str, dict[str, "Shut"]] = {}

# The lookups that a record meets which is shut to somebody; nothing where nothing is.
Shut = Callable[[Any], dict[str, Any]]


class HoldsNoPost(Exception):
    """Somebody holds no post of those that a ground asks for: it opens nothing to them."""


@dataclass(frozen=True)
class Ground:
    """One reason for which a person holds a permission.

    ``sentence`` is said to that person; ``ids`` gives, for a user, a query of one column: the keys of the records it
    opens. It compares constants (the user's posts are read once), because a list takes a page from each ground's index.

    ``despite`` names what does not shut what it opens (``shuts``): nobody loses what they sent themselves.
    """

    sentence: str
    ids: Callable[[Any], models.QuerySet]
    despite: tuple[str, ...] = ()

    def queries(self, user) -> list[models.QuerySet]:
        """The query, or the parts of which it is a union, since each has an index of its own.

        None for somebody who is not signed in or has left, or who holds no post that the query asks for.
        """
        if not (user.is_authenticated and user.is_active):
            return []
        # Kept with the posts that they were made from: a page asks the same ground many times.
        return user.posts.kept(self, lambda: self._made(user))

    def _made(self, user) -> list[models.QuerySet]:
        # Most grounds are of posts that somebody does not hold: for these nothing is built.
        try:
            with user.posts.needed():
                query = self.ids(user)
        except HoldsNoPost:
            return []
        parts = [models.QuerySet(part.model, part) for part in query.query.combined_queries] or [query]
        return [part for part in parts if not finds_nothing(part.query)]


def finds_nothing(query: Query) -> bool:
    """Whether it is known without asking that a query gives no key: it compares with an empty set, or a query does."""
    needed = query.where.children if query.where.connector == AND and not query.where.negated else []
    sets = [each.rhs for each in needed if isinstance(each, In)]
    return query.is_empty() or any(finds_nothing(each) if isinstance(each, Query) else each == [] for each in sets)


def is_of_own_columns(model: type[models.Model], query: models.QuerySet) -> bool:
    """Whether a query gives the keys of a model's own records by conditions on nothing but their columns."""
    used = [alias for alias, times in query.query.alias_refcount.items() if times]
    own = query.model is model and query.query.values_select == ("pk",) and len(used) <= 1
    return own and not any(isinstance(value, Query) for value in compared_with(query.query.where))


def compared_with(condition) -> Iterator[Any]:
    for part in condition.children:
        yield from compared_with(part) if isinstance(part, WhereNode) else [getattr(part, "rhs", part)]


def key_is_among(model: type[models.Model], queries: list[models.QuerySet]) -> Q:
    """The condition that some query gives a record's key.

    Where a query is on the record's own columns its conditions are asked of these, so that an index of both them and
    what else is asked can serve. Another is asked for that key alone: one that gives many is then one look into its
    index and not all of them.
    """
    conditions = [
        query.query.where
        if is_of_own_columns(model, query)
        else ("pk__in", query.filter(**{query.query.values_select[0]: OuterRef("pk")}))
        for query in queries
    ]
    # Put together at once: each `|` copies and compares what is there already.
    return Q(*conditions, _connector=Q.OR) if conditions else Q(pk__in=[])


def shuts(name: str, on: str, shut: Shut) -> None:
    """Let something of a higher app shut records of the model ``on``, and whatever is under them, to somebody.

    It holds whatever ground would open them, and is asked in this file alone: no rule says it, so none forgets it. A
    record is shut with the nearest one above it of which something of this name is said (``Record.under``).
    """
    closures.setdefault(name, {})[on] = shut


def way_to(model: type[models.Model], labels: Collection[str]) -> tuple[str, str] | None:
    """The lookup that leads from a model to the nearest of some that it is under, and the label of that one."""
    way = ""
    while model._meta.label not in labels:
        try:
            under = model._meta.get_field(getattr(model, "under", None) or "")
        except FieldDoesNotExist:
            return None
        way, model = f"{way}{under.name}__", under.related_model
    return way, model._meta.label


def shut_to(user, model: type[models.Model]) -> dict[str, Q]:
    """By what shuts something to ``user``: the condition that a record of ``model`` meets which is shut by it.

    Nearly always there is none, and then nothing is asked.
    """
    if not user.is_authenticated:
        return {}

    def found() -> dict[str, Q]:
        shut = {}
        for name, said in closures.items():
            if (nearest := way_to(model, said)) and (lookups := said[nearest[1]](user)):
                way = nearest[0]
                shut[name] = Q(*((way + each, keys) for each, keys in lookups.items()), _connector=Q.OR)
        return shut

    return user.posts.kept(("shut", model), found)


def shut(user, model: type[models.Model], despite: Collection[str] = ()) -> Q:
    """The condition that a record is shut to ``user``, by anything but what is named; empty where nothing is."""
    return Q(*(each for name, each in shut_to(user, model).items() if name not in despite), _connector=Q.OR)


def not_shut(user, model: type[models.Model], despite: Collection[str] = ()) -> Q:
    """The condition that it is not; empty where nothing is."""
    condition = shut(user, model, despite)
    return ~condition if condition else condition


def is_shut(user, record: models.Model, despite: Collection[str] = ()) -> bool:
    """Whether one record is shut to somebody: what is asked before they are written to about it."""
    condition = shut(user, type(record), despite)
    return bool(condition) and type(record)._base_manager.filter(condition, pk=record.pk).exists()


@dataclass(frozen=True)
class Rule:
    """A permission on the records of one model: held on any one of its grounds.

    What is done under one that is kept ``apart`` (the operation is called as the permission is) shows in the history of
    its own record and in no other.
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
        return user.posts.kept(("condition", self.name, id(self)), lambda: self._condition(user))

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


def rule(name: str, on: str, grounds: list[Ground], *, apart: bool = False) -> Rule:
    """Declare the permission ``name`` (``app.verb_noun``) on the model ``on`` (``app.Model``)."""
    if name in rules:
        raise ValueError(f"The permission {name} is declared twice.")
    rules[name] = Rule(name, on, list(grounds), apart)
    return rules[name]


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


class May:
    """All permissions of one user on one record: ``may.triage_referral`` is true or false.

    They are read with the record, whose query was annotated with what is ``asked``.
    """

    def __init__(self, record):
        shut = {name for name in closures if getattr(record, f"shut_by_{name}", False)}
        met = [
            ground
            for name, ground in grounds_of(type(record)).items()
            if getattr(record, name, False) and shut <= set(ground.despite)
        ]
        held = {rule.verb: any(ground in met for ground in rule.grounds) for rule in rules_on(type(record))}
        self._held = held

    @staticmethod
    def asked(user, model: type[models.Model]) -> dict[str, ExpressionWrapper]:
        """For each ground that ``user`` may meet, whether they do; and whether the record is shut to them."""
        conditions = {
            name: key_is_among(model, queries)
            for name, ground in grounds_of(model).items()
            if (queries := ground.queries(user))
        }
        conditions |= {f"shut_by_{name}": condition for name, condition in shut_to(user, model).items()}
        return {name: ExpressionWrapper(each, output_field=BooleanField()) for name, each in conditions.items()}

    @classmethod
    def on(cls, user, record) -> "May":
        """On a record that was read without them, in one query."""
        model = type(record)
        return cls(model._base_manager.annotate(**cls.asked(user, model)).get(pk=record.pk))

    def __getattr__(self, verb: str) -> bool:
        try:
            return self._held[verb]
        except KeyError:
            raise AttributeError(f"No permission is called {verb}.") from None


# What a page of a list starts after.
KINDS_OF_START = {int: models.BigIntegerField, date: models.DateField}


class PermittedQuerySet(models.QuerySet):
    """Queries that know what a person may."""

    def permitted(self, user, permission: str) -> "PermittedQuerySet":
        """The records on which ``user`` holds ``permission``."""
        return self.filter(rules[permission].condition(user))

    def permitted_page(
        self, user, permission: str, *, after: tuple = (), size: int = 25, by: str = "", kept_as: Any = None
    ) -> list[int]:
        """Keys of a page of permitted records and one more when there is a next page: newest first, or least ``by``.

        Each ground gives its own first keys from its own index and the union is cut: the cost does not grow with what
        the reader may not see. This queryset's own filters are applied inside each ground. ``after`` is where the page
        starts: the key of the record before it, behind its value of ``by``. With ``kept_as`` this queryset is made of
        the user's posts and the day alone, and kept with these under that name (docs/adr/0018).
        """
        start = {f"start_{place}": value for place, value in enumerate(after)}
        given = [Given(name, KINDS_OF_START[type(value)]()) for name, value in start.items()]

        def ask_for_page() -> Callable[..., list[tuple]]:
            rest = self.filter(_comes_after(by, *given)) if given else self
            # A plan that does not know whose it is goes through all records for somebody who may see few.
            return prepared(lambda: rest._page_of_each_ground(user, permission, size, by), planned_anew=True)

        if kept_as is None:
            ask = ask_for_page()
        else:
            name = (permission, id(rules[permission]), bool(after), size, by, kept_as)
            ask = user.posts.kept(name, ask_for_page)
        return [key for key, *_ in ask(**start)]

    def _page_of_each_ground(self, user, permission: str, size: int, by: str) -> models.QuerySet:
        order = (by, "pk") if by else ("-pk",)
        columns = ("pk", by) if by else ("pk",)
        branches = [
            self.filter(query.query.where if is_of_own_columns(self.model, query) else Q(pk__in=query))
            .filter(not_shut(user, self.model, ground.despite))
            .order_by(*order)
            .values_list(*columns)[: size + 1]
            for ground in rules[permission].grounds
            for query in ground.queries(user)
        ]
        if len(branches) > 1:
            return branches[0].union(*branches[1:]).order_by(*order)[: size + 1]
        return branches[0] if branches else self.none().values_list(*columns)


def _comes_after(by: str, *start) -> Q:
    """The condition of coming behind a record in a list. The first part alone lets an index find the place."""
    if not by:
        return Q(pk__lt=start[-1])
    value, key = start
    return Q(**{f"{by}__gte": value}) & (Q(**{f"{by}__gt": value}) | Q(pk__gt=key))
