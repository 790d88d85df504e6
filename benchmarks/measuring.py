"""Taking the time of something: by the clock and by the processors, several things by turns in one run."""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext


@dataclass
class Benchmark:
    """One thing that is measured.

    ``prepare`` makes what each go uses up, and ``check`` raises unless the result holds what its reader ought to see;
    neither is timed. ``beside`` is what it is compared with: ``goal`` says how many times as long it may take, or where
    there is nothing beside it how many milliseconds.
    ``works_in`` is one more process that does some of the work. What is asked ``within_a_request`` finds the connection
    already looked at, as the request's first query did.
    """

    title: str
    run: Callable[[], Any]
    check: Callable[[Any], None]
    prepare: Callable[[], Any] = lambda: None
    beside: "Benchmark | None" = None
    goal: float | None = None
    most_queries: int | None = None
    works_in: int | None = None
    within_a_request: bool = False
    times: list[float] = field(default_factory=list)
    cpu_times: list[float] = field(default_factory=list)

    def go(self) -> None:
        self.prepare()
        # As at the start of a request: a connection past its age is closed, and one is looked at before its first use.
        close_old_connections()
        connection.ensure_connection()
        if self.within_a_request:
            connection.close_if_health_check_failed()
        cpu, began = self.cpu_seconds(), time.perf_counter()
        result = self.run()
        ended = time.perf_counter()
        self.cpu_times.append(self.cpu_seconds() - cpu)
        self.times.append(ended - began)
        self.check(result)

    def cpu_seconds(self) -> float:
        """What this process, the children it has seen end and its PostgreSQL process have used of the processors."""
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        others = [connection.connection.info.backend_pid, *([self.works_in] if self.works_in else [])]
        return time.process_time() + children.ru_utime + children.ru_stime + sum(map(cpu_seconds_of, others))


def cpu_seconds_of(pid: int) -> float:
    """What all threads of another process have used; to the nanosecond, where its usual figure counts hundredths."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def by_turns(benchmarks: list[Benchmark], rounds: int) -> None:
    """Each once in every round, so that a busy moment of the machine falls on all. The first round does not count."""
    for number in range(rounds + 1):
        for benchmark in benchmarks:
            benchmark.go()
            if number == 0:
                benchmark.times.clear()
                benchmark.cpu_times.clear()


def spread(times: list[float]) -> str:
    """The median in milliseconds, then the least and the quartiles."""
    low, middle, high = (1000 * each for each in statistics.quantiles(times, n=4, method="inclusive"))
    return f"{middle:.1f} ({1000 * min(times):.1f}; {low:.1f} to {high:.1f})"


def milliseconds(times: list[float]) -> float:
    """The median."""
    return 1000 * statistics.median(times)


def ratio(times: list[float], others: list[float]) -> float:
    """How many times as long: the median over the rounds, in each of which both were measured a moment apart."""
    return statistics.median(one / other for one, other in zip(times, others, strict=True))


@dataclass(frozen=True)
class Queries:
    """What a go asked of the database.

    ``most_rows`` is the largest number of rows that any step of any plan went through. Unlike a time it is the same on
    every machine, and it shows what would grow with the tables.
    """

    many: int
    most_rows: int
    whole_tables: set[str]


def queries_of(benchmark: Benchmark) -> Queries:
    """The queries of one go, and their plans as PostgreSQL carried them out."""
    benchmark.prepare()
    with CaptureQueriesContext(connection) as captured:
        result = benchmark.run()
    queries = [query["sql"] for query in captured]
    benchmark.check(result)
    steps = []
    with connection.cursor() as cursor:
        for query in queries:
            # What is planned anew stands in one message with its planning, behind it.
            asked = query.rpartition("; ")[2] if query.startswith(("DEALLOCATE", "PREPARE")) else query
            if asked.lstrip("(").startswith(("SELECT", "EXECUTE")):
                cursor.execute("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + asked)
                steps += steps_of(cursor.fetchone()[0][0]["Plan"])
    whole = {step["Relation Name"] for step in steps if step["Node Type"] == "Seq Scan" and rows_of(step) > 1000}
    return Queries(len(queries), max(map(rows_of, steps), default=0), whole)


def steps_of(plan: dict) -> Iterator[dict]:
    yield plan
    for part in plan.get("Plans", ()):
        yield from steps_of(part)


def rows_of(step: dict) -> int:
    """The rows that a step gave on and those that it read for nothing."""
    removed = sum(rows for name, rows in step.items() if name.startswith("Rows Removed by"))
    return round((step["Actual Rows"] + removed) * step["Actual Loops"])
