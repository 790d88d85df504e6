"""A million referrals: how long a search by name takes, beside one by the exact reference (goal P-05)."""

import argparse
import os
import statistics
import sys
import time
from random import Random
from urllib.parse import urlencode

from benchmarks.server import own_services

TIMES, MILLISECONDS = 5, 100
# So many of a million are in the area of somebody who sees few.
FEW = 2_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m proofs.search", description=__doc__)
    parser.add_argument("--referrals", type=int, default=1_000_000)
    parser.add_argument("--searches", type=int, default=200)
    wishes = parser.parse_args()
    with own_services():
        # Only now: they need the settings, which need the services.
        from django.http import QueryDict

        from prevent_cases.accounts.posts import PostKind
        from prevent_cases.pages.views import listed_page
        from referrals.forms.worklist import asked, filtered
        from referrals.models import Referral
        from tests import factories

        areas = [factories.area(name) for name in ("Manyford", "Fewham")]
        officers = [factories.person(factories.agency(area), PostKind.OFFICER, f"Officer of {area}") for area in areas]
        readers = [factories.person(area, PostKind.COORDINATOR, f"Coordinator of {area}") for area in areas]
        load(wishes.referrals, [factories.referral(officer) for officer in officers])

        def seconds(reader, words: str, expected: Referral) -> float:
            reader.forget_posts()
            said = asked(QueryDict(urlencode({"q": words, "stage": "all"})))
            began = time.perf_counter()
            page = listed_page(filtered(said, reader), reader, "referrals.view_referral")
            took = time.perf_counter() - began
            assert page.records, f"{words} was not found"
            assert {record.area_id for record in page.records} == {expected.area_id}
            return took

        held, dice = True, Random("searches")
        for area, reader in zip(areas, readers, strict=True):
            keys = list(Referral.objects.filter(area=area).values_list("pk", flat=True))
            sought = Referral.objects.in_bulk(dice.sample(keys, wishes.searches)).values()
            taken: dict[str, list[float]] = {"reference": [], "name": []}
            for each in sought:
                taken["reference"].append(seconds(reader, each.reference, each))
                taken["name"].append(seconds(reader, f"{each.given_names} {each.family_name}", each))
            by_reference, by_name = (1000 * statistics.quantiles(times, n=100)[94] for times in taken.values())
            print(
                f"{len(keys):,} of {wishes.referrals:,} referrals seen: by name {by_name:.0f} ms in 95 of 100, by "
                f"reference {by_reference:.0f} ms, {by_name / by_reference:.1f} times (aims {MILLISECONDS} ms, {TIMES})"
            )
            held = held and by_name <= MILLISECONDS and by_name <= TIMES * by_reference
    print(f"{wishes.searches} searches each; load of the machine {os.getloadavg()[0]:.1f}")
    return 0 if held else 1


def load(number: int, like: list) -> None:
    """So many referrals like two that were truly sent, with names of people of many origins, past the operations."""
    from django.db import connections

    from referrals.models import Referral
    from referrals.models.people import initials_of, plain_words
    from tests.referrals.likening import drawn

    people = drawn(20_000)
    names = [sorted({getattr(each, part) for each in people}) for part in ("given_names", "family_name")]
    columns = [column.column for column in Referral._meta.concrete_fields]
    changed = {
        "id": "1000 + number", "reference": "'R' || lpad(number::text, 9, '0')", "given_names": "given.name",
        "family_name": "family.name", "stage": "'ended'", "due_on": "NULL",
        "search_words": "given.plain || ' ' || family.plain || ' ' || given.initials || family.initials",
    }  # fmt: skip
    drawn_names = """
        FROM generate_series(1, %s::bigint) AS number
        JOIN referrals_referral sent ON sent.id = CASE WHEN mod(number, %s) = 0 THEN %s ELSE %s END
        JOIN given ON given.n = mod(number * 7919, %s) JOIN family ON family.n = mod(number * 104729, %s)
    """
    many, few = (each.pk for each in like)
    values = [number, number // FEW, few, many, *map(len, names)]
    tables = {
        "individual (id, reference, area_id, given_names, family_name, born_on)":
            "1000 + number, 'I' || lpad(number::text, 9, '0'), sent.area_id, given.name, family.name, sent.born_on",
        f"referral ({', '.join(columns)})": ", ".join(changed.get(each, f"sent.{each}") for each in columns),
        "identitylink (referral_id, individual_id, made_at)": "1000 + number, 1000 + number, sent.submitted_at",
    }  # fmt: skip
    with connections["owner"].cursor() as cursor:
        for table, of_it in zip(("given", "family"), names, strict=True):
            cursor.execute(
                f"CREATE TEMPORARY TABLE {table} (n bigint PRIMARY KEY, name text, plain text, initials text)"
            )
            rows = [(n, name, " ".join(plain_words(name)), initials_of(name).lower()) for n, name in enumerate(of_it)]
            cursor.executemany(f"INSERT INTO {table} VALUES (%s, %s, %s, %s)", rows)
        for into, chosen in tables.items():
            table = f"referrals_{into.partition(' ')[0]}"
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            cursor.execute(f"INSERT INTO referrals_{into} SELECT {chosen} {drawn_names}", values)
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            cursor.execute(f"VACUUM ANALYZE {table}")


if __name__ == "__main__":
    sys.exit(main())
