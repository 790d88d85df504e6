"""The first page of the list of cases as the rules cut it, beside the same page uncut.

What is timed are the page's own two questions as it has asked them: for the keys of what the reader may see, as many as
it counts, and for the rows of the first of these. Uncut it is the same page for the same reader, to whom every case is
permitted: the same columns and order, and as many keys.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from unittest.mock import patch

from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.measuring import Benchmark
from benchmarks.pages import Wrong, newest, shows, signed_in
from benchmarks.people import People
from benchmarks.rows import HERE, LIVE, SHARED_WITH_FEW, load, references
from cases.models import Case
from cases.operations import restrict_case
from cases.permissions.case import permission_key
from prevent_cases.access import Ground, Rule, rules
from prevent_cases.accounts.models import Agency, AgencyType, Sector, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.pages.views import PAGE_SIZE
from prevent_cases.pages.views.listing import COUNT_CAP
from referrals.permissions.referral import EXCLUSION, RESTRICTION
from tests import factories

# Nothing of a case is loaded but what the questions read: of shares, which they ask for by colleague, theirs alone.
TABLES = ("referrals_individual", "cases_case")
SIZES = (1, 10, 40, 1_000, 100_000)
BY_NAME = 40
RESTRICTED = 47
# The conditions that a case in each list meets, by its address.
LISTS = {"/cases/": LIVE, "/cases/?ended": "true"}
PERMISSION = "cases.view_case"
EVERYTHING = Ground("Nothing is cut.", lambda user: Case.objects.values("pk"), (RESTRICTION, EXCLUSION))
UNCUT = {PERMISSION: Rule(PERMISSION, "cases.Case", [EVERYTHING])}


@dataclass(frozen=True)
class Reader:
    """Somebody, and the condition that is met by what they see."""

    title: str
    user: User
    sees: str


# To which agency or colleague a case is open: to those of whom pages are measured, and others beside them.
OPENED = """
CREATE TEMPORARY TABLE opened AS
SELECT agencies[1 + mod(id, cardinality(agencies))] AS agency, NULL::bigint AS colleague, id FROM plan
UNION ALL SELECT school, officer, id FROM plan WHERE mod(id, 10) = 0"""
GRANTS = {
    "cases_casegrouppermission": """
        (permission_id, group_id, content_object_id, case_ended_at)
        SELECT %(permission)s, group_id, opened.id, ended_at
        FROM opened JOIN accounts_agency ON accounts_agency.id = agency JOIN cases_case ON cases_case.id = opened.id
        WHERE colleague IS NULL ORDER BY opened.id""",
    "cases_caseuserpermission": """
        (permission_id, user_id, content_object_id, case_ended_at)
        SELECT %(permission)s, colleague, opened.id, ended_at
        FROM opened JOIN cases_case ON cases_case.id = opened.id WHERE colleague IS NOT NULL ORDER BY opened.id""",
    # The list asks for these by colleague alone.
    "cases_share": """
        (reference, case_id, agency_id, colleague_id, level, purpose, lawful_basis, despite_agreement, shared_by_id,
         shared_at)
        SELECT pg_temp.reference(row_number() OVER ()), id, agency, colleague, 'read', 'To prepare the panel.',
               'public_task', '', %(by)s, now()
        FROM opened WHERE colleague IS NOT NULL""",
}


def readers(people: People, cases: int, sizes: tuple[int, ...] = SIZES) -> list[Reader]:
    """All of them, once so many cases are there and open to them."""
    few = people.few, None, Reader("agency that sees 2 %", people.few_representative, SHARED_WITH_FEW)
    opened = [few, *of_agencies(people, cases, sizes), *by_name(people, cases)]
    load(people, cases, TABLES)
    values = {"permission": permission_key("view_case"), "by": people.here.coordinator.pk}
    with connections["owner"].cursor() as cursor:
        cursor.execute(OPENED)
        for agency, colleague, reader in opened:
            keys = agency.pk, colleague and colleague.pk
            cursor.execute(f"INSERT INTO opened SELECT %s, %s, id FROM plan WHERE {reader.sees}", keys)
        for table, statement in GRANTS.items():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"INSERT INTO {table} {statement}", values)
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute(f"VACUUM ANALYZE {', '.join(GRANTS)}")
    # As there is a restricted case somewhere, which its coordinator alone sees, every page has some to leave out.
    restricted = RESTRICTED, cases - 3
    for case in Case.objects.filter(pk__in=restricted):
        restrict_case(case, by=people.here.coordinator, reason="A threat to one of us.")
    seen = [replace(reader, sees=f"({reader.sees}) AND id NOT IN {restricted}") for *_, reader in opened]
    return [*seen, Reader("coordinator, 80 %", people.here.coordinator, HERE)]


def of_agencies(people: People, cases: int, sizes: tuple[int, ...]) -> Iterator[tuple[Agency, None, Reader]]:
    """Whoever handles the cases of an agency that sees so many, the newest or the oldest."""
    some = [(size, *end) for size in sizes if size < cases for end in ends(size, cases)]
    for size, which, sees in [*some, (cases, "all", "true")]:
        title = f"agency, {size:,} {which}"
        agency = factories.agency(people.here.area, title, AgencyType.VOLUNTARY, Sector.COMMUNITY)
        yield agency, None, Reader(title, factories.person(agency, PostKind.REPRESENTATIVE, title), sees)


def by_name(people: People, cases: int) -> Iterator[tuple[Agency, User, Reader]]:
    """Whoever handles none, and was put on so many by name."""
    for which, sees in ends(BY_NAME, cases):
        title = f"by name, {BY_NAME} {which}"
        colleague = factories.person(people.here.school, PostKind.OFFICER, title)
        yield people.here.school, colleague, Reader(title, colleague, sees)


def ends(size: int, cases: int) -> tuple[tuple[str, str], ...]:
    return ("newest", f"id > {cases - size}"), ("oldest", f"id <= {size}")


def first_pages(reader: Reader, address: str) -> tuple[Benchmark, Benchmark]:
    """As it is cut, and uncut."""
    connection.close()  # While they are measured it does not come of age, with what is prepared in it.
    client = signed_in(reader.user)
    with patch.dict(rules, UNCUT):
        uncut = first_page(f"{reader.title}, uncut", client, address, "true")
    return first_page(reader.title, client, address, reader.sees, beside=uncut), uncut


def first_page(title: str, client: Client, address: str, sees: str, **more) -> Benchmark:
    """The questions of a page that shows the right cases, and a check that they find all of these each time."""
    client.get(address)  # It prepares what it asks for the rows.
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(address)
    conditions = sees, LISTS[address]
    shows("cases", newest(*conditions))(answer)
    asked = [query["sql"] for query in captured]
    place = next(place for place, sql in enumerate(asked) if sql.endswith(f"LIMIT {COUNT_CAP + 1}"))
    keys = references(newest(*conditions, column="id", many=COUNT_CAP + 1))

    def check(found: list[list[tuple]]) -> None:
        keys_found, rows = ([row[0] for row in each] for each in found)
        if keys_found != keys or sorted(rows, reverse=True) != keys[:PAGE_SIZE]:
            raise Wrong(f"{address} for {title} finds {keys_found} and {rows}, not {keys}.")

    return Benchmark(title, lambda: answers(asked[place : place + 2]), check, within_a_request=True, **more)


def answers(questions: list[str]) -> list[list[tuple]]:
    with connection.cursor() as cursor:
        return [(cursor.execute(question), cursor.fetchall())[1] for question in questions]
