"""How long pages and documents take, as so many times an empty page: `.venv/bin/python -m benchmarks [--rows N]`."""

import argparse
import os
import time

from benchmarks.server import own_services
from prevent_cases.deep_calls import with_room
from run import code_as_it_is


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000, help="cases (100,000 unless told)")
    parser.add_argument("--rounds", type=int, default=40, help="times each is measured, 2 or more (40 unless told)")
    wishes = parser.parse_args()
    with own_services():
        with_room(measure)(wishes.rows, wishes.rounds)  # As the web server and the workers call.


def measure(rows, rounds):
    # Only now: they need the settings, which need the services.
    from django.test import override_settings

    from benchmarks.documents import of_documents
    from benchmarks.measuring import by_turns, queries_of
    from benchmarks.pages import of_pages
    from benchmarks.people import make_people
    from benchmarks.rows import load
    from benchmarks.table import table
    from prevent_cases.garbage import seldom_look_for_garbage

    people = make_people()
    load(people, rows)
    with override_settings(ROOT_URLCONF="benchmarks.urls"):
        benchmarks = [*of_pages(people), *of_documents(people)]
        seldom_look_for_garbage()  # As the web server does.
        by_turns(benchmarks, rounds)
        queries = [queries_of(benchmark) for benchmark in benchmarks]
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    facts = [*code_as_it_is(), f"{rows:,} cases", f"{rounds} rounds", machine]
    print(f"{time.strftime('%Y-%m-%d')}: {', '.join(facts)}\n")
    print(table(benchmarks, queries))


if __name__ == "__main__":
    main()
