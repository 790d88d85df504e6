"""What had been agreed to on a day is exact in a thousand histories.

Run by `python3 run.py prove consent`.
"""

from tests.cases.consent_histories import compare_histories


def test_what_had_been_agreed_to_on_a_day_is_exact(adopted, coordinator):
    compare_histories(adopted, coordinator, 1000, asked_alone=1000)
    print("    1000 histories, at each day on which something changes and the day before: what had been agreed to is")
    print("    what a walk through them finds, asked of the case and beside what has a day of its own")
