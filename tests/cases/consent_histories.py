"""Random histories of the ledger of agreement to support, and both ways of asking what counts on a day."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import count

from django.db import connection
from django.db.models import DateField, ExpressionWrapper, F, Subquery

from cases.models import Consent, SupportPlan
from prevent_cases import clock
from prevent_cases.audit.records import Record
from tests import factories

A_WHILE, DAY = timedelta(days=400), timedelta(days=1)


def history(dice: random.Random, began_on: date, case, by, moments: Iterator[datetime]) -> list[Consent]:
    """Lines of a ledger as they may come about, some in error, some of one day, in the order in which they are written.

    It begins with a refusal, so that it knows nothing of what came before. An answer may be learnt of only after it was
    asked again: of answers the days go up, but not of all lines. Each is ``about`` the plan that was the last then.
    """
    answers = [
        "refused",
        *dice.choices(["given", "given", "refused", "withdrawn", "unable", "asked"], k=dice.randrange(7)),
    ]
    day, answered, lines = began_on, began_on, []
    plan = planned(dice, case, by, next(moments))
    for answer in answers:
        if dice.random() < 0.2:
            plan = planned(dice, case, by, next(moments))
        another = dice.random() < 0.5
        learnt_late = answer != "asked" and lines and lines[-1].answer == "asked" and dice.random() < 0.5
        on = max(answered, day - 3 * DAY) if learnt_late else day
        answered = answered if answer == "asked" else on
        said = factories.answer(case, answer=answer, answered_on=on)
        said |= {"answered_by": "parent" if another else "person", "answered_name": "Una", "responsibility": "Mother"}
        if answer == "asked":
            said |= {"ask_again_on": day + DAY, "capacity": "", "responsibility": "", "evidence": ""}
        line = Consent(case=case, recorded_by=by, recorded_at=next(moments), **said)
        line.about = plan
        if another and answer != "asked" and dice.random() < 0.5:
            line.ends_on = on + timedelta(days=dice.choice([1, 20, 90]))
        if lines and dice.random() < 0.2:
            say_in_error(line, by)
        lines.append(line)
        day += timedelta(days=dice.choice([0, 1, 5, 40]))
    return lines


def planned(dice: random.Random, case, by, made_at: datetime) -> SupportPlan:
    """A plan, now and then in error."""
    said = factories.PLAN | {"offered_on": clock.day_of(made_at)}
    plan = SupportPlan(case=case, made_by=by, made_at=made_at, **said)
    if dice.random() < 0.2:
        say_in_error(plan, by)
    return plan


def say_in_error(record: Consent | SupportPlan, by) -> None:
    record.in_error_at, record.in_error_by, record.in_error_reason = clock.now(), by, "Wrong."


def agreed_by_hand(lines: list[Consent], day: date) -> Consent | None:
    """The same question, walked through line by line."""
    counts = None
    for line in lines:
        if line.answered_on <= day and not line.in_error_at and line.answer != "asked":
            counts = line if line.answer == "given" else None
    return counts if counts and (counts.ends_on is None or counts.ends_on > day) else None


def unanswered_by_hand(lines: list[Consent], day: date) -> Consent | None:
    """Whether it waits for an answer, walked through likewise: the latest asking after which none was written, and
    which was not about a plan in error.
    """
    waiting: list[Consent] = []
    for line in lines:
        if line.answered_on <= day and not line.in_error_at:
            waiting = [*waiting, line] if line.answer == "asked" else []
    waiting = [line for line in waiting if not line.about.in_error_at]
    return max(reversed(waiting), key=lambda line: line.answered_on, default=None)


def write(records: Sequence[Record]) -> None:
    """All of a kind at once, as they would have been written over a thousand years."""
    model = type(records[0])
    columns = [field for field in model._meta.concrete_fields if not field.primary_key]
    names, places = ", ".join(f'"{field.column}"' for field in columns), ", ".join(["%s"] * len(columns))
    rows = [[getattr(record, field.attname) for field in columns] for record in records]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})", rows)


def days_of_change(lines: list[Consent]) -> list[date]:
    """Those on which what counts may be another than on the day before, and the days before them."""
    days = {line.answered_on for line in lines} | {line.ends_on for line in lines if line.ends_on}
    return sorted(day for day in days | {day - DAY for day in days} if day >= lines[0].answered_on)


def found_beside(case) -> dict[date, str | None]:
    """Of the same days, and before the first, what is found where they stand beside the case."""
    found: dict[date, str | None] = {}
    for name in ("answered_on", "ends_on"):
        for before in (0, 1):
            day = ExpressionWrapper(F(name) - before, DateField())
            asked = case.consents.exclude(**{name: None}).annotate(day=day)
            found |= asked.values_list(
                "day", Subquery(Consent.objects.in_force_beside("case", "day").values("reference"))
            )
    return found


def compare_histories(adopted, coordinator, how_many: int, asked_alone: int) -> None:
    """Both ways of asking with the walk: the one for all days of change, the other, asked day by day, for some.

    Of each history on one day also whether it had been asked and nobody had answered: that walks through all of a case,
    where a thousand histories stand in one.
    """
    dice = random.Random("3 May")
    began_on = [date(2020, 1, 1) + number * A_WHILE for number in range(how_many)]
    moments = (clock.now() + timedelta(seconds=number) for number in count())
    histories = [history(dice, day, adopted, coordinator, moments) for day in began_on]
    written = [line for lines in histories for line in lines]
    write(list({id(line.about): line.about for line in written}.values()))
    write(written)
    beside, answers, waited = found_beside(adopted), [], 0
    for began, lines in zip(began_on, histories, strict=True):
        days = days_of_change(lines)
        agreed = {day: agreed_by_hand(lines, day) for day in [*days, began + dice.randrange(150) * DAY]}
        expected = {day: line and line.reference for day, line in agreed.items()}
        assert {day: beside[day] for day in days} == {day: expected[day] for day in days}
        for day in dice.sample(sorted(expected), min(asked_alone, len(expected))):
            found = adopted.consents.in_force_on(day)
            assert (found and found.reference) == expected[day]
        day = dice.choice(sorted(expected))
        unanswered, by_hand = adopted.consents.unanswered_on(day), unanswered_by_hand(lines, day)
        assert (unanswered and unanswered.reference) == (by_hand and by_hand.reference)
        waited += bool(by_hand)
        answers += expected.values()
    assert 0.2 < answers.count(None) / len(answers) < 0.8  # Both answers came up often.
    assert waited > how_many / 20
