"""A million cases: the first page of their list as the rules cut it, beside the same uncut (goals P-01 and P-02).

Uncut is the same page for the same reader, to whom every case is permitted; see ``benchmarks.first_pages``.
"""

import argparse
import os
import sys

from benchmarks.server import own_services

# Of the agency that sees 2 % (P-01) and of everybody (P-02).
TIMES_OF_FEW, TIMES, MILLISECONDS = 2.5, 3, 10


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m proofs.million", description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=30)
    wishes = parser.parse_args()
    with own_services():
        held = measure(wishes.cases, wishes.rounds)
    print(f"{wishes.cases:,} cases, medians of {wishes.rounds} rounds; load of the machine {os.getloadavg()[0]:.1f}")
    return 0 if held else 1


def measure(cases: int, rounds: int) -> bool:
    # Only now: they need the settings, which need the services.
    from benchmarks.first_pages import LISTS, first_pages, readers
    from benchmarks.measuring import by_turns, milliseconds, ratio
    from benchmarks.people import make_people

    everybody, held = readers(make_people(), cases), True
    for address in LISTS:
        print(f"{address:26}{'listed':>10}{'ms':>7}{'uncut':>7}{'times':>7}")
        for place, reader in enumerate(everybody):
            cut, uncut = pair = first_pages(reader, address)
            by_turns(pair, rounds)
            listed, took, times = len(cut.run()[0]), milliseconds(cut.times), ratio(cut.times, uncut.times)
            most = TIMES if place else TIMES_OF_FEW
            is_met = times <= most and took <= MILLISECONDS
            missed = "" if is_met else f"  missed: at most {most}, and {MILLISECONDS} ms"
            print(f"    {reader.title:24}{listed:8}{took:7.1f}{milliseconds(uncut.times):7.1f}{times:7.1f}{missed}")
            held = held and is_met
    return held


if __name__ == "__main__":
    sys.exit(main())
