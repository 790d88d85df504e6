"""Each address by each method, in truth: whoever has no right to it gets nothing from it, and leaves nothing behind.

Asked by nobody who is signed in, and by somebody of another area, of what is there and not theirs. Here a twenty-fourth
of the addresses, another each day; all with `python3 run.py prove rules`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from django.db import connection, reset_queries, transaction
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cases.models import Case
from prevent_cases import clock
from prevent_cases.access import rules, view_rule
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.models import Upload
from prevent_cases.pages.drafts import CheckDraft, DraftPage, StartDraft
from prevent_cases.pages.models import Draft
from tests.architecture.product import Address, assert_none, todays_share
from tests.architecture.shown import BEGUN, brought_in, public_concern
from tests.architecture.test_addresses import ADDRESSES, FOREIGN, PUBLIC, permission_of, signed_in
from tests.architecture.test_who_reads_the_file import everybody
from tests.architecture.world import World, the_case

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
CHANGING = ("put", "patch", "delete")
PARTS = 24
# By hand: that there is an area, and whom to call there, is known to whoever is signed in.
EVERYBODYS = {"accounts.view_area"}
# No act is a session, or the key under which something is sent, which goes again where nothing is done. And that
# somebody tried is kept, where an operation says so (``if_refused``).
WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(?!django_session|pages_sentonce)(\w+)"')
TRIED = " refused'"


class Places:
    """Where each address is asked: about what somebody of another area may not see, or may do nothing with."""

    def __init__(self, world: World):
        self.case, self.people = the_case(), everybody(world)
        self.stranger = self.people["elsewhere"]
        self.stranger.forget_posts()
        self.not_theirs, self.draft = cache(self._not_theirs), cache(self._draft)

    def of(self, address: Address) -> tuple[str, int | None]:
        """The URL, and what is answered to the stranger there; of what is about no record, or everybody's, nothing."""
        view, right = address.view_class, None
        said = {"slug": self.case.area.slug, "reference": public_concern(self.case.area)}
        if view and address.name.endswith(":brought_in"):
            said, right = {"reference": brought_in(self.case.area, self.people)}, 404
        elif address.places and view and issubclass(view, DraftPage) and not issubclass(view, StartDraft):
            part = BEGUN[address.name][1] if address.name in BEGUN else "domain-1"
            upload = Upload.objects.earliest("pk").reference
            said = {"reference": self.draft(view.operation.name).reference, "slug": part, "upload": upload}
            right = 404
        elif address.places and getattr(view, "model", None) and permission_of(view) not in EVERYBODYS:
            record = self.not_theirs(permission_of(view), view.model)
            said = view.model._base_manager.filter(pk=record.pk).values(*address.places).first()
            right = 403 if view_rule(view.model).permits(self.stranger, record) else 404
        return reverse(address.name, kwargs={place: said.get(place, "x") for place in address.places}), right

    def _not_theirs(self, permission: str, model: type[Model]) -> Model:
        there = model._base_manager.order_by("pk")
        return next(each for each in there if not rules[permission].permits(self.stranger, each))

    def _draft(self, operation: str) -> Draft:
        """Begun by somebody who may."""
        views = {address.name: address.view_class for address in ADDRESSES}
        begin = next(begin for name, (begin, _) in BEGUN.items() if views[name].operation.name == operation)
        return begin(self.case, self.people, 1)[1]


def faults(world: World, addresses: Iterable[Address]) -> Iterator[str]:
    with clock.at(clock.now()), transaction.atomic():
        places, nobody = Places(world), Client(raise_request_exception=False)
        stranger = signed_in(places.stranger)
        stranger.raise_request_exception = False
        for address in addresses:
            url, right = places.of(address)
            yield from of_nobody(address, url, nobody)
            yield from of_a_stranger(address, url, right, stranger)
        transaction.set_rollback(True)


def of_nobody(address: Address, url: str, client: Client) -> Iterator[str]:
    """They get what is public, and for all else the way to sign in."""
    for method in METHODS:
        got, written = asked(client, method, url)
        is_led = got.status_code == 302 and got.url.startswith(reverse("account_login"))
        is_right = is_led or got.status_code in (401, 403, 405)
        if address.name in FOREIGN:
            is_right = is_right or got.status_code == 302 or says_how(method, got)
        elif address.name in PUBLIC:
            is_right = got.status_code < 500
        yield from said(address, method, "nobody", got, written, is_right=is_right)


def of_a_stranger(address: Address, url: str, right: int | None, client: Client) -> Iterator[str]:
    """They are told that it is not there, or not by this method. What is about no record they read as it is meant."""
    for method in METHODS if right else CHANGING if address.name not in PUBLIC | FOREIGN else ():
        got, written = asked(client, method, url)
        is_right = got.status_code in (right, 405) or says_how(method, got) or is_gone(address, method, got)
        yield from said(address, method, "a stranger", got, written, is_right=is_right)


def says_how(method: str, got: HttpResponse) -> bool:
    """A page says by which methods it is asked, and nothing else."""
    return method == "options" and got.status_code == 200 and not got.content


def is_gone(address: Address, method: str, got: HttpResponse) -> bool:
    """What is sent of a draft that is not there was sent a day ago, and leads to where its owner finds that."""
    view = address.view_class
    is_sent = method == "post" and view and issubclass(view, CheckDraft)
    return bool(is_sent) and got.status_code == 302 and got.url == reverse(view.gone_url)


def said(
    address: Address, method: str, who: str, got: HttpResponse, written: set[str], *, is_right: bool
) -> Iterator[str]:
    if not is_right:
        yield f"{address.route} ({address.name}) answers {method} of {who} with {got.status_code}"
    if written:
        yield f"{address.route} ({address.name}) writes {', '.join(sorted(written))} at {method} of {who}"


def asked(client: Client, method: str, url: str) -> tuple[HttpResponse, set[str]]:
    """What is answered, and which tables are written."""
    ask: Callable = getattr(client, method)
    is_form = method == "post" and not url.startswith("/api/")
    sent = {} if method in ("get", "head", "options") or is_form else {"data": "{}", "content_type": "application/json"}
    reset_queries()  # Their log is not endless.
    with transaction.atomic():
        with CaptureQueriesContext(connection) as captured:
            got = ask(url, **sent)
        transaction.set_rollback(True)
    written = {table for each in captured for table in WRITES.findall(each["sql"]) if not each["sql"].count(TRIED)}
    return got, written


def test_a_twenty_fourth_answers_nobody_who_has_no_right(world):
    assert_none(faults(world, todays_share(ADDRESSES, PARTS)))


def test_what_answers_by_another_method_or_leaves_something_behind_is_noticed(world, monkeypatch):
    addresses = {address.name: address for address in ADDRESSES}

    def shows(self, request, **lookup):
        return HttpResponse(str(Case.objects.get(**lookup)))

    def writes(self, request, **lookup):
        AuditEntry.tell(request.user, by=request.user, what="cases.view_case", sentence="Seen.")
        raise Http404

    view = addresses["cases:view_case"].view_class
    monkeypatch.setattr(view, "put", shows, raising=False)
    monkeypatch.setattr(view, "delete", writes, raising=False)
    monkeypatch.delitem(PUBLIC, "privacy")
    found = list(faults(world, [addresses["cases:view_case"], addresses["privacy"]]))
    route = "/cases/<slug:reference>/ (cases:view_case)"
    assert found[:2] == [
        f"{route} answers put of a stranger with 200",
        f"{route} writes audit_auditentry at delete of a stranger",
    ]
    assert "/privacy/ (privacy) answers get of nobody with 200" in found


def test_no_endpoint_answers_what_it_is_to_whoever_may_not_see_the_record(world):
    client = signed_in(world.people[PostKind.OFFICER.label][0])
    endpoint = reverse("cases_api:view_case", args=[the_case().reference])
    assert client.get(endpoint).status_code == 404
    assert client.options(endpoint).status_code == 405
