"""The benchmarks at their smallest: what they measure shows the right rows, and they notice where it does not."""

import pytest
from django.http import HttpResponse

from benchmarks.documents import of_documents
from benchmarks.measuring import Benchmark, Queries, by_turns, queries_of
from benchmarks.pages import Wrong, of_pages, shows
from benchmarks.people import make_people
from benchmarks.rows import load
from benchmarks.table import row, table


def test_every_page_and_document_measured_holds_what_its_reader_ought_to_see(committed, settings):
    settings.ROOT_URLCONF = "benchmarks.urls"
    people = make_people()
    load(people, 1000)
    benchmarks = [*of_pages(people), *of_documents(people)]
    for benchmark in benchmarks:
        benchmark.go()
        # Of one figure there are no quartiles.
        benchmark.times, benchmark.cpu_times = benchmark.times * 2, benchmark.cpu_times * 2
    printed = table(benchmarks, [queries_of(benchmark) for benchmark in benchmarks])
    assert all(benchmark.title in printed for benchmark in benchmarks)
    one_check = next(benchmark for benchmark in benchmarks if benchmark.title == "One object check")
    for seconds, many, goals in ((0.0004, 1, ("0.5 ms met", "1")), (0.0006, 2, ("0.5 ms missed", "2 (goal 1 missed)"))):
        one_check.times = one_check.cpu_times = [seconds] * 2
        assert row(one_check, Queries(many, 1, set()))[5:7] == list(goals)


def test_the_first_of_all_rounds_does_not_count(committed):
    done = []
    benchmarks = [Benchmark(title, run=lambda title=title: title, check=done.append) for title in ("one", "other")]
    by_turns(benchmarks, 2)
    assert done == ["one", "other"] * 3
    assert [len(benchmark.times) for benchmark in benchmarks] == [2, 2]


def test_a_page_that_shows_other_rows_is_not_measured(committed):
    page = HttpResponse('<main><a href="/cases/BCDFGHJKLM/">BCDFGHJKLM</a></main>')
    page.request = {"PATH_INFO": "/cases/"}
    shows("cases", "SELECT 'BCDFGHJKLM'")(page)
    for others in ("SELECT 'MLKJHGFDCB'", "SELECT 'BCDFGHJKLM' WHERE false"):
        with pytest.raises(Wrong, match="/cases/ shows"):
            shows("cases", others)(page)
