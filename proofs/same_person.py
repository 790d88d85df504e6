"""A hundred thousand individuals: whether somebody referred again, written differently, is found; and how soon."""

import argparse
import os
import statistics
import sys

from benchmarks.server import own_services

RECALL, MILLISECONDS, WORST_RECALL = 0.95, 150, 0.85


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m proofs.same_person", description=__doc__)
    parser.add_argument("--individuals", type=int, default=100_000)
    parser.add_argument("--corrupted", type=int, default=1000)
    wishes = parser.parse_args()
    with own_services():
        # Only now: they need the settings, which need the services.
        from prevent_cases.accounts.posts import PostKind
        from referrals.candidates import find
        from referrals.models import Referral
        from tests import factories
        from tests.referrals.likening import drawn, load, measure

        area = factories.area()
        officer = factories.person(factories.agency(area), PostKind.OFFICER, "Olive Officer")
        coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")

        def shown(referral: Referral) -> list[int]:
            referral.area = area
            return [candidate.individual.pk for candidate in find(referral, coordinator).candidates]

        people = drawn(wishes.individuals)
        load(people, officer)
        measure(people, 20, shown)  # As in a process that has worked for a while.
        measured = measure(people, wishes.corrupted, shown)
    print(
        f"{len(people):,} individuals of {len(measured.asked)} origins, {wishes.corrupted:,} referred again, corrupted"
    )
    print(f"Found: {measured.recall:.1%} (aim {RECALL:.0%})")
    print(f"First of the list is the right one: {measured.precision_of_the_first:.1%}")
    everybody = [shown for lists in measured.shown.values() for shown in lists]
    print(f"Shown for each: {statistics.mean(everybody):.1f} on average, ten at most")
    for words, times in (("by the clock", measured.times), ("of the processors", measured.cpu_times)):
        print(
            f"Milliseconds {words}: {measured.milliseconds(50, times):.0f} median, "
            f"{measured.milliseconds(95, times):.0f} in 95 of 100, {1000 * max(times):.0f} at most"
        )
    print(f"Aim: {MILLISECONDS} ms of the processors in 95 of 100; load of the machine {os.getloadavg()[0]:.1f}")
    print(f"Worst found origin: {measured.worst}, {measured.recall_of(measured.worst):.0%}")
    longest = measured.longest_lists
    print(f"Longest lists: {longest}, {statistics.mean(measured.shown[longest]):.1f} on average")
    print("Found by origin: " + ", ".join(
        f"{origin} {measured.recall_of(origin):.0%}" for origin in sorted(measured.asked, key=measured.recall_of)
    ))  # fmt: skip
    held = (
        measured.recall >= RECALL
        and measured.recall_of(measured.worst) >= WORST_RECALL
        and measured.milliseconds(95, measured.cpu_times) <= MILLISECONDS
    )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
