"""A canary in every text of a case's file: everybody opens all they can about it, and reads no word that is not theirs.

So do they of a case that has ended. Whatever can be said of a case is said (``all_that_is_said``).

Who may read whose words is written by hand (``who_reads_the_words.txt``). Looked at are the pages and endpoints about
the case, home, the lists, every file that can be opened and the text of every PDF, and search, by each canary of an
agency's and one of every other kind as well: by name, in one's own cases and, for whoever may, in all cases of their
area. No header says any, so no file's name does. Run by `python3 run.py prove canaries`.

One is written also into the person's names and into each text of their referrals. What of these is kept from those who
read the case as well is looked for at the referrals' own pages by others: who told, who referred and how the person
describes themselves (`prove kept-apart`), and that somebody is on hold (`prove hold`).
"""

import contextlib
import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from celery import current_app
from django.db.models import Model
from django.urls import reverse
from psycopg2.errors import CheckViolation

from cases.models import Case, CaseFile, Mark
from panels.models import Attendance, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import Area, User
from prevent_cases.api.endpoints import OperationEndpoint
from prevent_cases.documents.opening import Opening
from prevent_cases.later.models import OutboxRow
from prevent_cases.later.outbox import queues
from tests import factories
from tests.architecture.all_that_is_said import UNSAID, say_more
from tests.architecture.leading_up import leads_to
from tests.architecture.product import assert_none
from tests.architecture.proof_who_reads import ON_THE_ENDED
from tests.architecture.test_addresses import ADDRESSES
from tests.architecture.test_who_reads_the_file import (
    asked_about,
    carries_out,
    everybody,
    filled_in,
    signed_in,
    when_they_ask,
)
from tests.architecture.test_words_of_the_file import names_of_texts_of_cases
from tests.architecture.world import ask_for_summaries, make_world, put_on_hold, the_case
from tests.browser.written import texts
from tests.server import CLONE, as_superuser

TABLE = Path(__file__).with_name("who_reads_the_words.txt")
CANARY = re.compile(r"Zq\w+?qz")
BY_FIELD = ("cases.InformationAnswer.why_not", "cases.InformationAnswer.who_tells", "cases.UrgentConcern.what_was_done")
# By which a kind is told apart in the table, a file by what it is part of.
BY = ("mark", "level")
OF_FILES = [f"cases.CaseFile {mark}" for mark in Mark.values]
# And what agencies are asked: by what they are.
BY_AGENCY = ("cases.InformationRequest",)
WRITTEN = r"§((?:actions|cases|panels|reports)\.\w+)\.(\w+)§"
AT_MEETINGS = ("view_meeting", "conference")
ELSEWHERE = ("home:home", "cases:list_cases", "actions:list_actions", "panels:list_meetings", "cases:list_known_cases")


def allowed() -> dict[str, set[str]]:
    """By kind, and mark where it has one, the short names of those whom its words may reach."""
    groups: dict[str, set[str]] = {}
    for line in TABLE.read_text().splitlines():
        if line and not line.startswith("#"):
            kind, names = (part.strip() for part in line.split("|"))
            groups[kind] = set().union(*(groups.get(name, {name}) for name in names.split()))
    return groups


def write_canaries(case, may: dict[str, set[str]]) -> tuple[dict[str, str], set[str]]:
    """Into each text of each record under a case or its person, past forms and triggers: canary to the line of its
    readers; and the names of the texts. What must be empty, as the database knows, stays so.
    """
    written, texts_written = {}, set()
    whole = with_its_referrals(case)
    with as_superuser(CLONE) as cursor:
        cursor.execute("SET session_replication_role = replica")
        for model, fields in texts():
            if model._meta.app_label not in ("cases", "actions", "panels", "referrals", "reports"):
                continue
            for record in model._base_manager.all():
                taken = model is Attendance and record.meeting.items.filter(case=case).exists()
                carried = taken or record == case.individual or any(leads_to(record, each) for each in whole)
                if not (carried or leads_to(record, case.individual)):
                    continue
                marked = getattr(record, "contribution", None) if model is CaseFile else record
                told_apart = (getattr(marked, name) for name in BY if hasattr(marked, name))
                kind = " ".join([model._meta.label, *told_apart])
                kind += f" {record.agency.type}" if kind in BY_AGENCY else ""
                kind += "" if carried else " beside"
                for field in fields:
                    of_field = f"{model._meta.label}.{field.name}"
                    if of_field in UNSAID:
                        continue
                    canary = f"Zq{model.__name__}x{field.name.replace('_', '')}x{record.pk}qz"
                    with contextlib.suppress(CheckViolation):
                        cursor.execute(
                            f'UPDATE {model._meta.db_table} SET "{field.column}" = %s WHERE id = %s',
                            [canary[: field.max_length], record.pk],
                        )
                        written[canary] = of_field if of_field in may else kind
                        texts_written.add(of_field)
    return written, texts_written


def with_its_referrals(case) -> list[Model]:
    return [case, *(each.referral for each in case.carried_referrals.select_related("referral"))]


def downloads(case) -> list[str]:
    """Where each file is opened that belongs to the case or to a referral that it carries."""
    whole = with_its_referrals(case)
    return [
        filled_in(address, record)
        for address in ADDRESSES
        if address.view_class and issubclass(address.view_class, Opening)
        for record in address.view_class.model._base_manager.all()
        if any(leads_to(record, each) for each in whole)
    ]


def make_pdfs() -> None:
    """All that were asked for and can be made, as they stand now."""
    import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.

    for row in OutboxRow.objects.filter(task__in=[name for name, queue in queues.items() if queue == "pdf"]):
        if not row.done_at:
            current_app.tasks[row.task](row.pk)


@dataclass
class Reading:
    """The canaries that somebody finds: anywhere, in the text of PDFs, in headers, and by searching all of an area."""

    anywhere: set[str] = field(default_factory=set)
    in_pdfs: set[str] = field(default_factory=set)
    in_headers: set[str] = field(default_factory=set)
    in_area: set[str] = field(default_factory=set)
    pdfs: int = 0


def read_by(person: User, urls: list[str], words: Collection[str]) -> Reading:
    client, found = signed_in(person), Reading()
    areas = Area.objects.permitted(person, "cases.search_area").values_list("slug", flat=True)
    places = {"name": {}, "own": {}} | {area: {"purpose": "To see what there is."} for area in areas}
    for url in urls:
        answer = client.get(url)
        found.in_headers |= canaries_in(str(answer.headers))
        if answer.headers["Content-Type"] == "application/pdf":
            found.pdfs += 1
            found.in_pdfs |= canaries_in(words_of(answer.content))
        else:
            found.anywhere |= canaries_in(answer.content.decode())
    for word in words:
        for where, purpose in places.items():
            answer = client.post(reverse("home:search"), {"words": word, "where": where} | purpose)
            assert answer.status_code == 200, (person, where)
            # What was looked for stands in the box all the same.
            if "Nothing was found" not in answer.content.decode():
                found.anywhere.add(word)
                found.in_area |= {word} if purpose else set()
    found.anywhere |= found.in_pdfs | found.in_headers
    return found


def canaries_in(text: str) -> set[str]:
    return {match[0] for match in CANARY.finditer(text)}


def words_of(made: bytes) -> str:
    """What a PDF says, in one piece wherever its lines end."""
    pages = pypdfium2.PdfDocument(made)
    return re.sub(r"[\s\ufffe\u00ad\x02-]", "", "".join(page.get_textpage().get_text_bounded() for page in pages))


def wrongly_read(people: dict[str, User]) -> Iterator[str]:
    """Of a world in which each text begins with its name between paragraph signs: what the one whose turn it is today
    reads though it is of a kind that is not theirs.
    """
    may = allowed()
    name = sorted(people)[clock.today().toordinal() % len(people)]
    theirs = {line.split()[0] for line, names in may.items() if name in names}
    with when_they_ask(name):
        client = signed_in(people[name])
    for address, _, url in asked_about(the_case()):
        if not issubclass(address.view_class, OperationEndpoint):
            with when_they_ask(name):
                written = set(re.findall(WRITTEN, client.get(url).content.decode()))
            lines = {f"{kind}.{of}" if f"{kind}.{of}" in may else kind for kind, of in written}
            yield from (f"{name} reads {line} at {address.name}" for line in lines - theirs)


def test_every_word_of_a_file_reaches_those_whose_it_is_and_nobody_else(committed):
    world = make_world()
    people, case = everybody(world), the_case()
    say_more(case, people)
    for person in people.values():  # Those that were asked for before hold what was put right since, and stay shut.
        person.forget_posts()
        ask_for_summaries(person)
    put_on_hold(world)
    urls = [url for address, _, url in asked_about(case) if not issubclass(address.view_class, OperationEndpoint)]
    urls += [reverse(name) for name in ELSEWHERE]
    meetings = Meeting.objects.filter(items__case=case)
    urls += [reverse(f"panels:{name}", args=[each.reference]) for each in meetings for name in AT_MEETINGS]
    ended = Case.objects.get(individual__given_names="Wren")
    for name in ("governance", "organiser"):
        factories.purpose(ended, people[name])
    urls += [url for address, _, url in asked_about(ended) if not carries_out(address)]
    may = allowed()
    written, texts_written = write_canaries(case, may)
    of_agencies = [canary for canary, kind in written.items() if kind.startswith("cases.Contribution")]
    words = {*of_agencies, *{kind: canary for canary, kind in written.items()}.values()}
    of_ended, texts_of_ended = write_canaries(ended, may)
    written |= of_ended
    missed = names_of_texts_of_cases() - texts_written - texts_of_ended
    assert missed == UNSAID, missed ^ UNSAID
    make_pdfs()
    urls += downloads(case)
    found: dict[str, set[str]] = defaultdict(set)
    readings = {}
    for name, person in people.items():
        with when_they_ask(name):
            readings[name] = reading = read_by(person, urls, words)
        assert not reading.in_headers, name
        for canary in reading.anywhere & written.keys():  # The token of a form may look like one.
            found[canary].add(name)
    assert_none(
        f"{canary} ({written[canary]}) reaches {name}"
        for canary, names in found.items()
        for name in sorted(names - (may.get(written[canary], set()) & (ON_THE_ENDED if canary in of_ended else names)))
    )
    assert {*BY_FIELD, *OF_FILES} <= {written[canary] for canary in found}
    # The others stand in what was ended, or has not been asked yet.
    assert {"referrals.Individual", "referrals.Referral", "referrals.ConcernEntry"} <= {written[each] for each in found}
    assert len(found) >= 275, sorted(written.keys() - found.keys())
    in_pdfs = set().union(*(reading.in_pdfs for reading in readings.values()))
    assert len(in_pdfs) >= 75, sorted(in_pdfs)
    assert {name for name, reading in readings.items() if reading.in_area} == {"coordinator", "governance"}
    print(f"    {sum(each.pdfs for each in readings.values())} PDFs opened, in which {len(in_pdfs)} canaries stand")
    print(
        f"    {len(written)} canaries in {len(set(written.values()))} kinds of record, {len(found)} found by somebody"
    )
    print(f"    {len(people)} people opened {len(urls)} addresses and searched for {len(words)}: none read another's")


def test_a_file_that_is_called_by_what_it_is_about_is_found(committed, monkeypatch):
    people = everybody(make_world())
    case = the_case()
    write_canaries(case, allowed())
    monkeypatch.setattr(CaseFile, "download_name", property(lambda file: file.what))
    assert read_by(people["coordinator"], downloads(case), []).in_headers
