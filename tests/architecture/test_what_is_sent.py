"""What a page or an endpoint does not ask changes nothing, however it is sent.

Each page is sent as it asks, and again with every field of every model of its app, with names that nothing has and with
each answer twice. What is written then is what was written before, column by column. An endpoint refuses all of that.

Here a third of the pages and endpoints of referrals is sent and a twelfth of all others, another each day; all with
`python3 run.py prove what-is-sent`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from http import HTTPStatus
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.db import connection, models, transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.look.forms import DateField
from prevent_cases.look.repeated import RepeatedField
from prevent_cases.operations import Operation
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage, made_form
from referrals.models import Referral
from referrals.views.referring import SubmitReferral
from tests.architecture import product
from tests.architecture.product import Address, assert_none, todays_share
from tests.architecture.test_addresses import ADDRESSES
from tests.architecture.world import World
from tests.referrals.test_submit_referral import ANSWERS

STATEMENT = re.compile(
    r'(?:INSERT INTO "(\w+)" \((.*?)\) VALUES \((.*?)\)(?: RETURNING|$)|UPDATE "(\w+)" SET (.*?)(?: WHERE|$))'
)
REFERENCE = re.compile(r"[2-9B-Z]{10}")
# The trail of what was done, errands, and what is known of whoever is signed in.
BESIDE = ("audit_", "later_", "django_session", "accounts_user", "usersessions_")
UNKNOWN = ("by", "pk", "_state", "__class__", "is_superuser", "csrfmiddlewaretoken", "x" * 300, "a[b]", "a.b")

SEVERAL = (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)
FORM, JSON = "application/x-www-form-urlencoded", "application/json"

Answers = dict[str, list[str]]


# -- What is written --------------------------------------------------------------------------------------------------


@contextmanager
def statements() -> Iterator[list[tuple]]:
    """The columns that are written, each with its table and its value, until the block ends; nothing of it stays."""
    found: list[tuple] = []

    def note(execute, sql, params, many, context):
        found.extend(columns(sql, list(params or ())))
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(note):
        yield found
        transaction.set_rollback(True)


def columns(sql: str, params: list[Any]) -> Iterator[tuple]:
    if not (statement := STATEMENT.match(sql)) or (table := statement[1] or statement[4]).startswith(BESIDE):
        return
    if statement[1]:
        names, places = re.findall(r'"(\w+)"', statement[2]), statement[3].split(", ")
    else:
        names, places = zip(*re.findall(r'"(\w+)" = ([^,]+)', statement[5]), strict=True)
    for name, place in zip(names, places, strict=True):
        yield table, name, told_apart(table, name, params.pop(0)) if place.startswith("%s") else place


def told_apart(table: str, name: str, value: Any) -> Any:
    """A value as it compares with that of another time: one new key, reference or moment is as good as the next."""
    if isinstance(value, datetime | bytes):
        return type(value)
    if isinstance(value, str) and REFERENCE.fullmatch(value):
        return "a reference"
    keys = keys_pointed_at().get((table, name))
    return "a new key" if keys is not None and value is not None and value not in keys else str(value)


@cache
def keys_pointed_at() -> dict[tuple[str, str], set]:
    """The keys there are in the world, by the column that points at them."""
    keys = cache(lambda model: set(model._base_manager.values_list("pk", flat=True)))
    return {
        (model._meta.db_table, field.column): keys(field.related_model)
        for model in product.models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
    }


# -- What is sent -----------------------------------------------------------------------------------------------------


def answers_to(fields: dict[str, forms.Field], turn: int) -> Answers:
    """An answer to each question; of choices the first, or another one in another turn."""
    sent: Answers = {}
    for name, field in fields.items():
        if isinstance(field, RepeatedField):
            inner = answers_to(field.form_class.base_fields, turn)
            sent |= {f"{name}-0-row": ["0"]} | {f"{name}-0-{each}": values for each, values in inner.items()}
        elif isinstance(field, DateField):
            day = clock.today() + timedelta(days=-3 if field.past else 30)
            sent |= {f"{name}_day": [str(day.day)], f"{name}_month": [str(day.month)], f"{name}_year": [str(day.year)]}
        else:
            sent[name] = [answer_to(field, turn)]
    return sent


def answer_to(field: forms.Field, turn: int) -> str:
    if isinstance(field, forms.ChoiceField) or isinstance(field.widget, forms.Select):
        values = [str(value) for value, _ in field.widget.choices if str(value)]
        return values[turn % len(values)] if values else ""
    if isinstance(field, forms.BooleanField):
        return "True"
    if isinstance(field, forms.IntegerField):
        return str(field.min_value or 1)
    if isinstance(field, forms.TimeField):
        return "14:30"
    words = "A word" if not getattr(field, "min_length", None) else "As many words as it takes."
    return "someone@example.org" if isinstance(field, forms.EmailField) else words


@cache
def every_field(*labels: str) -> Answers:
    """A value for each field of each model of some apps that it could have, and for names that nothing has."""
    sent = {name: ["Planted"] for name in UNKNOWN}
    for model in (model for label in labels for model in apps.get_app_config(label).get_models()):
        for field in model._meta.concrete_fields:
            value = could_be(field)
            sent |= {field.name: [value], field.attname: [value]}
    return sent


def could_be(field: models.Field) -> str:
    if isinstance(field, models.ForeignKey):
        return str(field.related_model._base_manager.values_list("pk", flat=True).last() or 1)
    if field.choices:
        return str(field.choices[-1][0])
    if isinstance(field, models.BooleanField):
        return "True"
    if isinstance(field, models.DateField):
        return date(2001, 1, 1).isoformat()
    return "7" if isinstance(field, models.IntegerField) else "Planted"


def apps_of(address: Address) -> tuple[str, ...]:
    """Those about whose models a page or an endpoint is: where it stands, and where its record is at home."""
    stands_in = address.name.split(":")[0].removesuffix("_api")
    return tuple(dict.fromkeys([stands_in, address.view_class.operation.model._meta.app_label]))


def with_everything(asked: Answers, others: Answers) -> Answers:
    """What is asked, each behind an answer that must not count, and everything that is not."""
    return others | {name: ["Planted", *values] for name, values in asked.items()}


# -- Sending it -------------------------------------------------------------------------------------------------------


@dataclass
class Sender:
    """Somebody who may carry out an operation, signed in, on a record that stands as the operation asks."""

    person: User
    record: Model
    client: Client

    def send(self, address: Address, **sent: Any) -> tuple[int, list[str]]:
        """The status of the answer, and what was written; nothing of it stays."""
        places = type(self.record).objects.filter(pk=self.record.pk).values(*address.places).first()
        with statements() as found:
            status = self.client.post(reverse(address.name, kwargs=places), **sent).status_code
        return status, sorted(map(repr, found))


def sender_of(operation: Operation, world: World) -> Sender | None:
    for person in (person for holders in world.people.values() for person in holders):
        for record in operation.model.objects.permitted(person, operation.permission).order_by("-pk")[:12]:
            if not operation.obstacle(record):
                client = Client()
                client.force_login(person)
                return Sender(person, record, client)
    return None


def page_changing_more(address: Address, sender: Sender, done: set[str]) -> Iterator[str]:
    """A page on which what it does not ask changes something; ``done`` takes the name of one that did its work."""
    fields = made_form(address.view_class.form_class, sender.record, sender.person).fields
    has_choices = any(isinstance(field, forms.ChoiceField) for field in fields.values())
    for turn in range(3 if has_choices else 1):
        asked = answers_to(fields, turn)
        status, written = sender.send(address, data=urlencode(asked, doseq=True), content_type=FORM)
        if status == HTTPStatus.FOUND:
            done.add(address.name)
            break
    others = every_field(*apps_of(address))
    # Where several answers are asked, one more is an answer.
    several = [name for name, field in fields.items() if isinstance(field, SEVERAL)]
    sent = with_everything(asked, others) | {name: asked[name] for name in several}
    _, changed = sender.send(address, data=sent)
    if changed != written:
        yield f"{address.name} writes what it does not ask: {set(changed) ^ set(written)}"
    if not any(field.required for field in fields.values()):
        # No form is in it, so it is as if nothing had been filled in.
        nothing = sender.send(address, data="", content_type=FORM)
        if sender.send(address, data=others, content_type=JSON) != nothing:
            yield f"{address.name} reads JSON"


def endpoint_changing_anything(address: Address, sender: Sender) -> Iterator[str]:
    """An endpoint that does not refuse what it does not ask, or what is no JSON."""
    fields = made_form(address.view_class.form_class, sender.record, sender.person).fields
    others = every_field(*apps_of(address))
    more = {name: values[0] for name, values in others.items() if name not in fields}
    asked = {name: values[0] for name, values in answers_to(fields, 0).items() if name in fields}
    ways = [
        ({"data": asked | more, "content_type": JSON}, HTTPStatus.UNPROCESSABLE_ENTITY),
        ({"data": with_everything(answers_to(fields, 0), others)}, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    ]
    for sent, right in ways:
        if (answer := sender.send(address, **sent)) != (right, []):
            yield f"{address.name} answers {sent.get('content_type', 'multipart')} with {answer}"


def operating(address: Address, kind: type) -> bool:
    return bool(address.view_class) and issubclass(address.view_class, kind)


def faults(addresses: list[Address], world: World, done: set[str]) -> Iterator[str]:
    keys_pointed_at.cache_clear()
    keys_pointed_at()  # Before anything is sent, so that what is made then is new.
    every_field.cache_clear()
    senders = cache(lambda operation: sender_of(operation, world))
    with clock.at(clock.now()):
        for address in addresses:
            if sender := senders(address.view_class.operation):
                if operating(address, OperationEndpoint):
                    yield from endpoint_changing_anything(address, sender)
                else:
                    yield from page_changing_more(address, sender, done)


OPERATING = [address for address in ADDRESSES if operating(address, OperationPage | OperationEndpoint)]
OF_REFERRALS = [address for address in OPERATING if address.name.startswith(("referrals:", "referrals_api:"))]
OF_OTHERS = [address for address in OPERATING if address not in OF_REFERRALS]


def test_what_is_not_asked_changes_nothing(world):
    done: set[str] = set()
    assert_none(faults(todays_share(OF_REFERRALS, 3), world, done))
    assert len(done) >= 8


def test_what_is_not_asked_changes_nothing_elsewhere(world):
    done: set[str] = set()
    assert_none(faults(todays_share(OF_OTHERS, 12), world, done))
    assert len(done) >= 4


def test_of_a_task_list_only_what_is_asked_becomes_part_of_the_referral(world):
    officer = world.people[PostKind.OFFICER.label][0]
    client = Client()
    client.force_login(officer)
    area = Area.objects.get(pk=next(iter(officer.posts.home_areas)))
    started = client.post(reverse("referrals:start", args=[area.slug]), every_field("referrals")).url
    (agency,) = Agency.objects.filter(pk__in=officer.posts.agencies())
    referrer = {"referrer": {"for_agency": agency.slug, "feedback_wanted": "yes", "lead_may_know": "yes"}}
    for part in SubmitReferral.parts:
        asked = {name: [value] for name, value in (ANSWERS | referrer)[part.slug].items()}
        others = every_field("referrals")
        others = {name: values for name, values in others.items() if name not in part.form_class.base_fields}
        assert client.post(f"{started}{part.slug}/", with_everything(asked, others)).status_code == 302
    declared = {"no_intelligence": ["True"], "as_far_as_known": ["True"]}
    sent = client.post(f"{started}check/", with_everything(declared, every_field("referrals")))
    referral = Referral.objects.latest("pk")
    assert sent.url == reverse("referrals:sent", args=[referral.reference])
    assert (referral.referred_by, referral.area, referral.stage, referral.is_urgent) == (
        officer,
        area,
        "submitted",
        False,
    )
    values = Referral.objects.filter(pk=referral.pk).values().get()
    assert [name for name, value in values.items() if "planted" in str(value).lower()] == []


# The check bites


@pytest.mark.parametrize("name", ["referrals:record_national_reference", "cases:log_contact"])
def test_a_page_that_takes_what_it_does_not_ask_is_found(world, monkeypatch, name):
    address = next(each for each in OPERATING if each.name == name)
    careful = address.view_class.post

    def careless(self, request, **lookup):
        Draft.objects.update(word=request.POST.get("pk", ""))
        return careful(self, request, **lookup)

    monkeypatch.setattr(address.view_class, "post", careless)
    (found,) = [fault for fault in faults([address], world, set()) if "Planted" in fault]
    assert found.startswith(f"{name} writes what it does not ask")
