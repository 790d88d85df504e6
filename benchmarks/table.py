"""The figures as a table, to be read in a terminal and kept in README.md."""

from collections.abc import Iterator

from benchmarks.measuring import Benchmark, Queries, ratio, spread

HEAD = (
    "", "Milliseconds", "Of processors", "Times", "By processors", "Goal", "Queries", "Most rows", "Whole tables",
)  # fmt: skip
MOST_QUERIES = 12


def table(benchmarks: list[Benchmark], queries: list[Queries]) -> str:
    rows = [HEAD, ["-" for _ in HEAD], *(map(row, benchmarks, queries))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    rows[1] = ["-" * width for width in widths]
    return "\n".join("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows)


def row(benchmark: Benchmark, queries: Queries) -> list[str]:
    return [
        benchmark.title,
        spread(benchmark.times),
        spread(benchmark.cpu_times),
        *ratios(benchmark),
        f"{queries.many}{'' if queries.many <= MOST_QUERIES else f' (goal {MOST_QUERIES})'}",
        f"{queries.most_rows:,}",
        ", ".join(sorted(queries.whole_tables)),
    ]


def ratios(benchmark: Benchmark) -> Iterator[str]:
    if benchmark.beside is None:
        return iter(("1", "1", ""))
    times = ratio(benchmark.times, benchmark.beside.times)
    by_processors = ratio(benchmark.cpu_times, benchmark.beside.cpu_times)
    goal = "" if benchmark.goal is None else f"{benchmark.goal} {'met' if times <= benchmark.goal else 'missed'}"
    return iter((f"{times:.2f}", f"{by_processors:.2f}", goal))
