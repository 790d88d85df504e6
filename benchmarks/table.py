"""The figures as a table, to be read in a terminal and kept in README.md."""

from benchmarks.measuring import Benchmark, Queries, milliseconds, ratio, spread

HEAD = ["", "Milliseconds", "of processors", "Times", "by processors", "Goal", "Queries", "Most rows", "Whole tables"]


def table(benchmarks: list[Benchmark], queries: list[Queries]) -> str:
    cells = [HEAD, *(row(benchmark, asked) for benchmark, asked in zip(benchmarks, queries, strict=True))]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join("| " + " | ".join(map(str.ljust, row, widths)) + " |" for row in cells)


def row(benchmark: Benchmark, queries: Queries) -> list[str]:
    times = by_processors = goal = ""
    if benchmark.beside:
        times = ratio(benchmark.times, benchmark.beside.times)
        by_processors = ratio(benchmark.cpu_times, benchmark.beside.cpu_times)
    if benchmark.goal:
        # By both: a busy machine spoils the clock's figure, and the processors' leaves out the wait for the disk.
        figures = (
            (times, by_processors) if benchmark.beside else map(milliseconds, (benchmark.times, benchmark.cpu_times))
        )
        unit = "" if benchmark.beside else " ms"
        goal = f"{benchmark.goal}{unit} {'met' if max(figures) <= benchmark.goal else 'missed'}"
    too_many = benchmark.most_queries and queries.many > benchmark.most_queries
    return [
        benchmark.title,
        spread(benchmark.times),
        spread(benchmark.cpu_times),
        times and f"{times:.2f}",
        by_processors and f"{by_processors:.2f}",
        goal,
        f"{queries.many}{f' (goal {benchmark.most_queries} missed)' if too_many else ''}",
        f"{queries.most_rows:,}",
        ", ".join(sorted(queries.whole_tables)),
    ]
