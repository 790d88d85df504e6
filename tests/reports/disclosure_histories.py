"""Random histories of one case, and what its ledger lists, page and endpoint, beside what the trail says."""

import html
import random
import re
from collections import Counter
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.urls import reverse

from cases.models import Case
from prevent_cases import clock
from tests.architecture.product import assert_none
from tests.reports.disclosure_deeds import Cast, History, opened
from tests.reports.disclosure_trail import MONTHS, Disclosed, Trail

ROW = re.compile(r'<tr[^>]*><th scope="row"[^>]*>(.*?)</th>' + r"\s*<td[^>]*>(.*?)</td>" * 3 + "</tr>", re.DOTALL)
IN_ERROR = "Recorded in error"
# A history is of one case, and this takes another: tests/reports/test_carried_before.py.
OF_TWO_CASES = {"cases.undo_same_person"}


def compare_histories(case: Case, cast: Cast, how_many: int, deeds: int) -> Counter[str]:
    """Each is undone before the next. Gives how often there was what: operations, acts by their words, readers."""
    counted: Counter[str] = Counter()
    for number in range(how_many):
        with transaction.atomic():
            dice = random.Random(f"Where is it? {number}")
            history = History(case, cast, dice)
            # In summer as in winter: the day is that of London.
            since = clock.now() + timedelta(days=dice.randrange(1, 365))
            with clock.at(history.goes_on(deeds, since)):
                counted += compared(history)
            transaction.set_rollback(True)
    return counted


def compared(history: History) -> Counter[str]:
    case, trail = history.case, Trail(history.key)
    expected = trail.disclosed()
    for found in (on_the_page(case, history.cast.coordinator), at_the_endpoint(case, history.cast.chair)):
        assert_none(differences(expected, found))
        assert [each.day for each in found] == sorted((each.day for each in found), reverse=True)
    # To whoever has opened the case without a post for its area or panel it was open, by themselves or their agency.
    named = {each.whom for each in expected if each.told.startswith("Read") or each.what == "Glass broken"}
    strangers = trail.strangers()
    for person, agencies in strangers:
        assert named & ({person, *agencies} | {f"{agency}: {person}" for agency in agencies}), person
    acts = Counter(each.what for each in expected)
    done = Counter(entry["what"] for entry in trail.entries)
    return acts + done + Counter({"lines": len(expected), "readers": len(strangers)})


def differences(expected: list[Disclosed], found: list[Disclosed]) -> list[str]:
    too_few, too_many = Counter(expected) - Counter(found), Counter(found) - Counter(expected)
    return [f"in the trail alone: {each}" for each in too_few.elements()] + [
        f"in the ledger alone: {each}" for each in too_many.elements()
    ]


def on_the_page(case: Case, reader) -> list[Disclosed]:
    found, after = [], ""
    while True:
        answer = opened(reader, reverse("reports:disclosures", args=[case.reference]) + after)
        text = answer.content.decode()
        found += [of_row(*map(lines_of, cells)) for cells in ROW.findall(text)]
        if not (older := re.search(r'href="(\?after=[^"]+)">Older disclosures', text)):
            return found
        after = html.unescape(older[1])


def of_row(when: list[str], whom: list[str], what: list[str], why: list[str]) -> Disclosed:
    day, month, year = when[0].split()
    by = next((each.removeprefix("by ") for each in when if each.startswith("by ")), "")
    error = next((each.removeprefix(f"{IN_ERROR}: ") for each in why if each.startswith(IN_ERROR)), "")
    assert (IN_ERROR in when) == bool(error)
    return Disclosed(
        date(int(year), MONTHS.index(month) + 1, int(day)),
        when[1],
        whom[0],
        what[0],
        by,
        "" if why[0].startswith(IN_ERROR) else why[0],
        "".join(whom[1:]),
        error,
        tuple(sorted(each for each in what[1:] if ", released by " in each)),
    )


def lines_of(cell: str) -> list[str]:
    return [html.unescape(re.sub(r"<[^>]+>", "", line)).strip() for line in re.split(r"<br>|<li[^>]*>|</ul>", cell)]


def at_the_endpoint(case: Case, reader) -> list[Disclosed]:
    found, after = [], ""
    while True:
        answer = opened(reader, reverse("reports_api:disclosures", args=[case.reference]) + after).json()
        found += map(of_json, answer["results"])
        if not answer["next"]:
            return found
        after = f"?after={answer['next']}"


def of_json(line: dict) -> Disclosed:
    return Disclosed(
        datetime.fromisoformat(line["at"]).astimezone(ZoneInfo("Europe/London")).date(),
        *(line[name] for name in ("what", "whom", "told", "by", "purpose")),
        line["recipient"] + (f", authorised by {line['authorised']}" if line["authorised"] else ""),
        line["in_error"],
        tuple(sorted(f"{each['agency']}, released by {each['released_by']}" for each in line["pieces"])),
    )
