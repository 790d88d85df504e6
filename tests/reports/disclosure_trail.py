"""What was disclosed of a case as its audit trail has it: entry by entry, and of each what the events tied to it hold.

Written by hand over the tables of the trail. It shares nothing with the ledger: no model, no query, no word.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from django.db import connection

Row = dict[str, Any]


class Disclosed(NamedTuple):
    """One act of disclosure: when, how, to whom, what they learnt, by whom, what for, and what went along."""

    day: date
    what: str
    whom: str
    told: str
    by: str
    why: str = ""
    # Of what went to another body what that is, and who authorised it.
    body: str = ""
    error: str = ""
    pieces: tuple[str, ...] = ()


# Where what is disclosed stands, and what leads from there to the case.
EVENTS = {
    "cases_share": "case_id",
    "cases_informationrequest": "case_id",
    "cases_intervention": "case_id",
    "cases_letter": "case_id",
    "cases_brokenglass": "case_id",
    "cases_casetransfer": "case_id",
    "cases_outsidedisclosure": "case_id",
    "reports_casesummary": "case_id",
    "reports_correction": "case_id",
    "referrals_disclosedcopy": "referral_id",
}
# What agencies let go of that went along, and who there did.
PIECES = """
    SELECT agency.name AS agency, person.name AS released_by FROM {confirmed}event confirmed
    JOIN cases_contribution piece ON piece.id = confirmed.contribution_id
    JOIN accounts_agency agency ON agency.id = piece.agency_id
    JOIN accounts_user person ON person.id = piece.shared_by_id
    WHERE confirmed.{within}_id = %s
"""
DECISIONS = """
    SELECT 'Section 36 decision of the police' AS agency, person.name AS released_by FROM {confirmed}event confirmed
    JOIN cases_section36decision decision ON decision.id = confirmed.decision_id
    JOIN accounts_user person ON person.id = decision.decided_by_id
    WHERE confirmed.{within}_id = %s
"""
LEVELS = {"know": "Know of it", "contribute": "Contribute", "read": "Read"}
DOORS = {"early_help": "Early help", "children": "Children's social care", "adults": "Adult social care"}
LETTERS = {"told": "That they were referred", "outcome": "What was decided"}
SECTIONS = {"contacts": "Contact log", "actions": "Actions"}
WAYS = {"telephone": "Telephone or video call", "letter": "Letter", "meeting": "In a meeting"}
BODIES = {
    "partner": "A partner body, by law or by agreement",
    "court": "A court, or an inquiry",
    "immigration": "Immigration, the border or a port",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class Trail:
    """One case: what was done about it, in order, and how each time its records stood before and after."""

    def __init__(self, case: int):
        carried = rows("SELECT DISTINCT referral_id AS id FROM cases_casereferralevent WHERE case_id = %s", case)
        referrals = [each["id"] for each in carried]
        self.about = [f"cases.Case:{case}", *(f"referrals.Referral:{each}" for each in referrals)]
        self.entries = rows("SELECT * FROM audit_auditentry WHERE about && %s ORDER BY id", self.about)
        self.names = {
            table: {row["id"]: row["name"] for row in rows(f"SELECT id, name FROM accounts_{table}")}
            for table in ("agency", "area", "user")
        }
        self.changed: dict[tuple[Any, str], list[tuple[Row, Row]]] = defaultdict(list)
        for table, column in EVENTS.items():
            under = [case] if column == "case_id" else referrals
            events = rows(f"SELECT * FROM {table}event WHERE {column} = ANY(%s) ORDER BY pgh_id", under)
            stood: dict[int, Row] = {}
            for event in events:
                self.changed[event["pgh_context_id"], table].append((stood.get(event["id"], {}), event))
                stood[event["id"]] = event
        assert {token for token, _ in self.changed} <= {entry["token"] for entry in self.entries}

    def disclosed(self) -> list[Disclosed]:
        """Each act of disclosure, in the order in which they were recorded."""
        found: dict[tuple[str, str, int], Disclosed | None] = {}
        for entry in self.entries:
            if is_view(entry) or entry["what"] in SILENT:
                continue
            assert entry["what"] in DISCLOSES, f"{entry['what']}: nobody said here whether it discloses something"
            table, acts = DISCLOSES[entry["what"]]
            assert (entry["token"], table) in self.changed, f"{entry['what']}: nothing changed by it"
            for before, after in self.changed[entry["token"], table]:
                for kind, act in acts(self, entry, before, after):
                    found[table, kind, after["id"]] = act
        return [act for act in found.values() if act]

    def by(self, entry: Row) -> str:
        return self.names["user"][int(entry["by"].removeprefix("accounts.User:"))]

    def agency(self, row: Row) -> str:
        return self.names["agency"][row["agency_id"]]

    def pieces(self, of: str, confirmed: str, within: str, key: int) -> Iterator[str]:
        for each in rows(of.format(confirmed=confirmed, within=within), key):
            yield f"{each['agency']}, released by {each['released_by']}"

    def strangers(self) -> set[tuple[str, frozenset[str]]]:
        """Who of no post for the area or a panel has opened the case, each with the agencies that they work for."""
        opened = {entry["by"].removeprefix("accounts.User:") for entry in self.entries if is_view(entry)}
        posts = rows("SELECT * FROM accounts_post WHERE user_id = ANY(%s)", [int(each) for each in opened])
        found: dict[int, set[str]] = defaultdict(set)
        for post in posts:
            found[post["user_id"]].add(self.names["agency"].get(post["agency_id"], ""))
        return {(self.names["user"][key], frozenset(agencies)) for key, agencies in found.items() if "" not in agencies}


def rows(sql: str, *values: Any) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        columns = [column.name for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def is_view(entry: Row) -> bool:
    return entry["sentence"].endswith(" viewed.")


def day_of(entry: Row) -> date:
    return entry["at"].astimezone(ZoneInfo("Europe/London")).date()


def in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def authorised(row: Row) -> str:
    if not row["recipient_kind"]:
        return ""
    named = f", authorised by {row['authorised_by']}, {row['authorised_post']}" if row["authorised_by"] else ""
    return BODIES[row["recipient_kind"]] + named


# What each deed discloses: as it was carried out on a row that stood so before (not at all: {}) and so after.

Acts = Iterator[tuple[str, Disclosed | None]]


def of_share(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    whom = trail.agency(after)
    if after["colleague_id"]:
        whom += f": {trail.names['user'][after['colleague_id']]}"
    day, by, level = day_of(entry), trail.by(entry), LEVELS[after["level"]]
    if not before:
        new = entry["what"] in ("cases.share_case", "cases.put_colleague_on_case")
        until = f", until {in_words(after['until'])}" if after["until"] else ""
        what = "Shared" if new else "Changed how it is shared"
        yield "begun", Disclosed(day, what, whom, level + until, by, after["purpose"])
        return
    followed = any(each["follows_id"] == after["id"] for _, each in trail.changed[entry["token"], "cases_share"])
    # One that had lapsed was open to nobody: nothing stopped.
    if not followed and (after["until"] is None or after["until"] >= day):
        yield "ended", Disclosed(day, "Stopped sharing", whom, level, by)


def of_request(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    told = "That there is a case, and about whom"
    yield (
        "asked",
        Disclosed(day_of(entry), "Asked for information", trail.agency(after), told, trail.by(entry), after["purpose"]),
    )


def of_copy(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    day, by = day_of(entry), trail.by(entry)
    yield "copy", Disclosed(day, "Copy of a referral", after["to_whom"], DOORS[after["door"]], by, after["purpose"])


def of_nothing_made(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    yield "copy", None


def of_summary(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    by, what = trail.by(entry), "Summary handed out"
    whom = trail.names["agency"].get(after["handed_to_id"], after["handed_to_body"])
    if entry["what"] == "reports.request_case_summary":
        whom, what = by, "Summary made for themselves"
    pieces = sorted(
        [
            *trail.pieces(PIECES, "reports_confirmedcontribution", "summary", after["id"]),
            *trail.pieces(DECISIONS, "reports_confirmeditem", "summary", after["id"]),
        ]
    )
    told, body = f"Copy {after['number']}: what whoever made it may see of the case", authorised(after)
    yield "copy", Disclosed(day_of(entry), what, whom, told, by, after["purpose"], body, pieces=tuple(pieces))


def of_brief(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    told, by = "A brief written for them", trail.by(entry)
    yield "asked", Disclosed(day_of(entry), "Asked to give support", trail.agency(after), told, by, after["purpose"])


def of_letter(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    """As it stands after it has gone, or after it was said to be wrong; nobody has one that has not gone."""
    if after["sent_on"]:
        by, error = trail.names["user"][after["sent_by_id"]], after["in_error_reason"]
        yield "sent", Disclosed(after["sent_on"], "Letter", after["name"], LETTERS[after["kind"]], by, error=error)


def of_glass(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    by = trail.by(entry)
    yield "glass", Disclosed(day_of(entry), "Glass broken", by, "The case, for a short time", by, after["reason"])


def of_offer(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    """It goes out as it is signed, which whoever chairs does by offering it."""
    if after["signed_at"] and not before.get("signed_at"):
        pieces = sorted(
            [
                *trail.pieces(PIECES, "cases_transferredcontribution", "transfer", after["id"]),
                *trail.pieces(DECISIONS, "cases_transferreddecision", "transfer", after["id"]),
            ]
        )
        whom, told = trail.names["area"][after["to_area_id"]], "The offer and its pack"
        line = Disclosed(day_of(entry), "Offered to another area", whom, told, trail.by(entry), after["reason"])
        yield "offered", line._replace(pieces=tuple(pieces))


def of_taking_on(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    if after["outcome"] == "accepted":
        whom, told = trail.names["area"][after["to_area_id"]], "What was referred, and the pack for good"
        by = trail.names["user"][after["signed_by_id"]]
        yield "passed", Disclosed(day_of(entry), "Taken on by another area", whom, told, by, after["reason"])


def of_correction(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    if after["how"] != "not_had":
        whom = trail.names["agency"].get(after["agency_id"]) or trail.names["area"].get(after["area_id"])
        told, by = f"{SECTIONS[after['section']]}: recorded in error", trail.by(entry)
        what = "Told of what was put right"
        yield "told", Disclosed(after["told_on"], what, whom or after["body"], told, by, after["words"])


def of_outside(trail: Trail, entry: Row, before: Row, after: Row) -> Acts:
    whom = trail.names["agency"].get(after["agency_id"], after["body"])
    told, by, why = after["what"], after["disclosed_by"], after["purpose"]
    line = Disclosed(after["disclosed_on"], WAYS[after["how"]], whom, told, by, why, authorised(after))
    yield "told", line._replace(error=after["in_error_reason"])


DISCLOSES: dict[str, tuple[str, Callable[[Trail, Row, Row, Row], Acts]]] = {
    "cases.share_case": ("cases_share", of_share),
    "cases.put_colleague_on_case": ("cases_share", of_share),
    "cases.change_share": ("cases_share", of_share),
    "cases.prolong_share": ("cases_share", of_share),
    "cases.limit_share": ("cases_share", of_share),
    "cases.stop_sharing_case": ("cases_share", of_share),
    "cases.ask_for_information": ("cases_informationrequest", of_request),
    "referrals.disclose_copy": ("referrals_disclosedcopy", of_copy),
    "referrals.refuse_disclosed_copy": ("referrals_disclosedcopy", of_nothing_made),
    "reports.request_case_summary": ("reports_casesummary", of_summary),
    "reports.hand_out_case_summary": ("reports_casesummary", of_summary),
    "reports.refuse_case_summary": ("reports_casesummary", of_nothing_made),
    "cases.arrange_intervention": ("cases_intervention", of_brief),
    "cases.say_letter_sent": ("cases_letter", of_letter),
    "cases.record_letter_in_error": ("cases_letter", of_letter),
    "cases.break_glass": ("cases_brokenglass", of_glass),
    "cases.offer_to_area": ("cases_casetransfer", of_offer),
    "cases.sign_transfer": ("cases_casetransfer", of_offer),
    "cases.answer_transfer": ("cases_casetransfer", of_taking_on),
    "reports.say_correction_told": ("reports_correction", of_correction),
    "cases.record_disclosure": ("cases_outsidedisclosure", of_outside),
    "cases.record_disclosure_in_error": ("cases_outsidedisclosure", of_outside),
}
# What is written down, looked at, asked for or closed; and what is not given to anybody yet.
SILENT = {
    "actions.agree_action", "actions.hand_over_with_case", "actions.record_action_in_error", "cases.add_contribution",
    "cases.answer_information_request", "cases.answer_intervention", "cases.close_broken_glass",
    "cases.decide_section36", "cases.decline_transfer", "cases.end_intervention", "cases.judge_broken_glass",
    "cases.lift_restriction", "cases.log_contact", "cases.move_case", "cases.open_case", "cases.place_legal_hold",
    "cases.place_transfer", "cases.plan_support", "cases.recall_information_request", "cases.record_being_told",
    "cases.record_consent", "cases.record_contact_in_error", "cases.restrict_case", "cases.take_back_transfer",
    "cases.write_letter", "panels.accept_referral", "panels.answer_transfer", "panels.list_case",
    "panels.put_on_next_agenda", "panels.record_consent", "referrals.assess_referral", "referrals.judge_urgency",
    "referrals.make_disclosed_copy", "referrals.record_acceptance", "referrals.record_same_person",
    "referrals.submit_referral", "reports.acknowledge_case", "reports.make_case_summary",
}  # fmt: skip
