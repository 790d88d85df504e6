"""Sealing the trail, and checking it: a hash chain over entries, written after commit so that no writer waits.

A seal covers the entries of transactions that had ended before it (``transaction`` below the oldest one then running),
which is exact where times and keys are not: a long transaction commits entries older than a later one's.
The seal is computed here and checked by the database in SQL, so that one fault cannot hide in both.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.db import connection, connections, transaction
from django.db.models import Max, Q
from django.db.models.functions import Now

from prevent_cases.audit.models import AuditChain, AuditEntry, Seal

log = structlog.get_logger(__name__)

# One seal at a time: any number that no other advisory lock of ours uses.
SEALING = 7_245_001
SEPARATOR = "\x1f"
# Sixty rounds: sealing that has waited longer for a transaction, or for a worker, stands still.
SOON = timedelta(hours=1)


class SealedAhead(Exception):
    """The last seal reaches beyond every transaction there was, so none would ever seem to be new.

    The database was restored and no chain begun, or somebody put that seal there to stop the sealing.
    """


def entry_text(entry: AuditEntry) -> str:
    """What is sealed of an entry: every column, in a form that Python and SQL write alike."""
    moment = "%Y-%m-%dT%H:%M:%S.%f"
    return SEPARATOR.join(
        [
            str(entry.pk), str(entry.token), entry.at.strftime(moment), entry.by, entry.what, entry.sentence,
            ",".join(entry.about), entry.changes, str(entry.outer or ""), entry.recorded_at.strftime(moment),
            str(entry.chain), str(entry.transaction),
        ]
    )  # fmt: skip


ENTRY_TEXT_SQL = """
    concat_ws(E'\\x1f', id::text, token::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), "by", what,
              sentence, array_to_string(about, ','), changes, coalesce(outer_token, ''),
              to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), chain::text, transaction::text)
"""


def next_digest(previous: str, texts) -> tuple[str, int]:
    """The digest of a seal over some entries' texts, in order, and how many there were."""
    running, count = hashlib.sha256(previous.encode()), 0
    for text in texts:
        running.update(hashlib.sha256(text.encode()).hexdigest().encode())
        count += 1
    return running.hexdigest(), count


def seal() -> Seal | None:
    """Seal what has been committed since the last seal; None when there is nothing new."""
    with _alone("default"):
        horizon = _horizon()
        if _sealed_ahead(Seal.objects.order_by("-number").first(), _newest_chain(), horizon):
            raise SealedAhead
        made = _seal_before(horizon, using="default")
    _publish(made)
    return made


@contextmanager
def _alone(using: str) -> Iterator[None]:
    """A transaction beside which nobody else seals or begins a chain."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SEALING])
        yield


def _horizon() -> int:
    """The oldest transaction that is still running: all before it have ended."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return cursor.fetchone()[0]


def _newest_chain(using: str = "default") -> AuditChain:
    return AuditChain.objects.using(using).latest("pk")


def _sealed_ahead(last: Seal | None, newest: AuditChain, horizon: int) -> bool:
    return last is not None and last.chain == newest.pk and last.before_transaction > horizon


def _seal_before(horizon: int, *, using: str) -> Seal | None:
    """Seal the newest chain's entries of transactions before this one, as far as no seal covers them."""
    chain = _newest_chain(using)
    last = Seal.objects.using(using).order_by("-number").first()
    same_chain = last is not None and last.chain == chain.pk
    entries = AuditEntry.objects.using(using).filter(chain=chain.pk, transaction__lt=horizon)
    if same_chain:
        entries = entries.filter(transaction__gte=last.before_transaction)
    digest, count = next_digest(
        last.digest if same_chain else chain.last_digest,
        (entry_text(entry) for entry in entries.order_by("transaction", "pk").iterator()),
    )
    if not count:
        return None
    return Seal.objects.using(using).create(
        number=last.number + 1 if last else 1,
        chain=chain.pk,
        before_transaction=horizon,
        entries=count,
        digest=digest,
    )


def _publish(made: Seal | None) -> None:
    """The line leaves the database's keeping: whoever holds the logs holds every seal."""
    if made:
        log.info("audit trail sealed", number=made.number, digest=made.digest, entries=made.entries)


def begin_chain(reason: str) -> AuditChain:
    """Seal the rest of the old chain and begin a new one, as after a restore; its first seal goes on from the last.

    As the owner of the tables: the application could otherwise begin chains and leave entries behind unsealed.
    """
    with _alone("owner"):
        with connections["owner"].cursor() as cursor:
            # Who is writing to the old chain ends first; who comes meanwhile waits, and writes to the new one.
            cursor.execute("LOCK TABLE audit_auditentry IN SHARE ROW EXCLUSIVE MODE")
        # All of them have ended, and a restored entry's transaction may lie ahead of every one of this database.
        old = AuditEntry.objects.using("owner").filter(chain=_newest_chain("owner").pk)
        rest = _seal_before((old.aggregate(last=Max("transaction"))["last"] or 0) + 1, using="owner")
        last = rest or Seal.objects.using("owner").order_by("-number").first()
        begun = AuditChain.objects.using("owner").create(reason=reason, last_digest=last.digest if last else "")
    _publish(rest)
    return begun


@dataclass(frozen=True)
class Finding:
    """Something wrong with the trail, and the seal at which it shows."""

    seal: int
    sentence: str


def check(kept: dict[int, str] | None = None) -> list[Finding]:
    """Everything wrong with the trail: nothing, when it is whole.

    ``kept`` are seals (number to digest) that somebody wrote down earlier and holds outside this database: with one of
    them even a trail cut off at the end and sealed anew is found out.
    """
    findings, last_digest, before, chain, expected = [], "", 0, None, 1
    row, reach = None, {}
    chains = {row.pk: row for row in AuditChain.objects.all()}
    found = {}
    for row in Seal.objects.order_by("number"):
        found[row.number] = row.digest
        if row.number != expected:
            findings.append(Finding(row.number, f"Seal {expected} is missing."))
        expected = row.number + 1
        if row.chain != chain:
            if chain is not None and (row.chain not in chains or chains[row.chain].last_digest != last_digest):
                findings.append(Finding(row.number, f"Chain {row.chain} does not begin where the one before it ended."))
            chain, before = row.chain, 0
            last_digest = chains[row.chain].last_digest if row.chain in chains else ""
        digest, count = _digest_in_database(last_digest, row.chain, before, row.before_transaction)
        if (digest, count) != (row.digest, row.entries):
            findings.append(
                Finding(
                    row.number, f"The entries of seal {row.number} are not those sealed: {count} for {row.entries}."
                )
            )
        # Go on from what the seal says, so that one fault is one finding.
        last_digest, before = row.digest, row.before_transaction
        reach[row.chain] = row.before_transaction
    if _sealed_ahead(row, _newest_chain(), _horizon()):
        findings.append(Finding(row.number, f"Seal {row.number} covers transactions that have not begun."))
    if left_out := _left_out(reach):
        findings.append(Finding(expected, f"Entries that should be sealed by now and are not: {left_out}."))
    for number, digest in (kept or {}).items():
        if found.get(number) != digest:
            findings.append(Finding(number, f"Seal {number} is not the one you kept."))
    return findings


def _left_out(reach: dict[int, int]) -> int:
    """How many entries should be sealed and are not, given the transaction before which each chain is."""
    covered = Q()
    for chain, end in reach.items():
        covered |= Q(chain=chain, transaction__lt=end)
    due = ~Q(chain=_newest_chain().pk) | Q(recorded_at__lt=Now() - SOON)
    return AuditEntry.objects.exclude(covered).filter(due).count()


def _digest_in_database(previous: str, chain: int, since: int, before: int) -> tuple[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            SELECT encode(sha256(convert_to(%s || coalesce(string_agg(
                       encode(sha256(convert_to({ENTRY_TEXT_SQL}, 'UTF8')), 'hex'), '' ORDER BY transaction, id
                   ), ''), 'UTF8')), 'hex'), count(*)
            FROM (SELECT *, "outer"::text AS outer_token FROM audit_auditentry
                  WHERE chain = %s AND transaction >= %s AND transaction < %s) AS entries
            """,
            [previous, chain, since, before],
        )
        return cursor.fetchone()
