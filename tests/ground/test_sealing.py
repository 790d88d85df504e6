"""The seals over the trail: whole, or the first fault named, also by somebody who kept only an old seal."""

import io
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction

from prevent_cases.accounts import operations as accounts
from prevent_cases.audit import sealing
from prevent_cases.audit.models import AuditChain, AuditEntry, Seal
from prevent_cases.audit.tasks import seal as seal_round
from tests import factories
from tests.server import as_superuser

pytestmark = pytest.mark.usefixtures("committed")


@pytest.fixture
def tamper():
    """Does to the database what no role of the product can: with every trigger off."""

    def run(sql):
        with as_superuser(connection.settings_dict["NAME"]) as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(sql)

    return run


@pytest.fixture
def add(area, administrator):
    """Does something that leaves an entry."""
    names = iter(f"School {number}" for number in range(100))
    return lambda: accounts.add_agency(area, by=administrator, name=next(names), type="school", sector="education")


@pytest.fixture
def three_seals(add):
    for _ in range(3):
        add()
        add()
        sealing.seal()
    return list(Seal.objects.order_by("number"))


def sentences(kept=None):
    return [finding.sentence for finding in sealing.check(kept)]


def test_a_seal_covers_every_entry_since_the_one_before_it(three_seals):
    assert sum(seal.entries for seal in three_seals) == AuditEntry.objects.count()
    assert [seal.number for seal in three_seals] == [1, 2, 3]
    assert sentences() == []


def test_nothing_new_needs_no_seal(three_seals):
    assert sealing.seal() is None


def test_python_and_sql_write_an_entry_alike(add):
    add()
    AuditEntry.objects.create(
        token="00000000-0000-0000-0000-0000000000aa", at="1999-01-02T03:04:05.000006Z", by="é\\", what="\x1e'",
        sentence="line\nbreak, “quoted”", about=["a,b", "{c}"], changes='[{"a": null}]',
    )  # fmt: skip
    sealing.seal()
    assert sentences() == []


def test_a_change_in_any_column_is_found(three_seals, tamper):
    tamper("CREATE TABLE kept AS TABLE audit_auditentry")
    values = {
        "at": "now()", "recorded_at": "now()", "about": "ARRAY['x']", "transaction": "transaction + 1",
        "token": "gen_random_uuid()", '"outer"': "gen_random_uuid()", '"by"': "'x'", "what": "'x'",
        "sentence": "'x'", "changes": "'x'", "chain": "chain + 1", "id": "id + 1000",
    }  # fmt: skip
    assert len(values) == len(AuditEntry._meta.concrete_fields)
    for column, value in values.items():
        tamper(f"UPDATE audit_auditentry SET {column} = {value} WHERE id = (SELECT max(id) - 3 FROM kept)")
        assert any("seal 2" in sentence for sentence in sentences()), column
        tamper("DELETE FROM audit_auditentry")
        tamper("INSERT INTO audit_auditentry SELECT * FROM kept")
    assert sentences() == []


def test_a_removed_entry_is_found(three_seals, tamper):
    tamper("DELETE FROM audit_auditentry WHERE id = (SELECT max(id) - 3 FROM audit_auditentry)")
    assert sentences() == ["The entries of seal 2 are not those sealed: 1 for 2."]


def test_an_inserted_entry_is_found(three_seals, tamper):
    tamper(
        "INSERT INTO audit_auditentry "
        '(token, at, "by", what, sentence, about, changes, recorded_at, chain, transaction) '
        'SELECT gen_random_uuid(), at, "by", what, sentence, about, changes, recorded_at, chain, transaction '
        "FROM audit_auditentry ORDER BY id DESC LIMIT 1"
    )
    assert sentences() == ["The entries of seal 3 are not those sealed: 3 for 2."]


def test_two_entries_that_changed_places_are_found(three_seals, tamper):
    tamper(
        "UPDATE audit_auditentry a SET sentence = 'x' || b.sentence, changes = b.changes FROM audit_auditentry b "
        "WHERE b.id = a.id - 1 AND a.id = (SELECT max(id) FROM audit_auditentry)"
    )
    assert sentences() == ["The entries of seal 3 are not those sealed: 2 for 2."]


def test_a_removed_seal_is_found(three_seals, tamper):
    tamper("DELETE FROM audit_seal WHERE number = 2")
    assert "Seal 2 is missing." in sentences()


def test_a_trail_cut_off_at_the_end_and_sealed_anew_is_found_with_a_kept_seal(three_seals, tamper, add):
    kept = {seal.number: seal.digest for seal in three_seals}
    cut = three_seals[1].before_transaction
    tamper(f"DELETE FROM audit_auditentry WHERE transaction >= {cut}")
    tamper("DELETE FROM audit_seal WHERE number = 3")
    assert sentences() == []
    assert sentences(kept) == ["Seal 3 is not the one you kept."]
    add()
    sealing.seal()
    assert sentences({3: kept[3]}) == ["Seal 3 is not the one you kept."]
    assert sentences({2: kept[2]}) == []


def test_a_transaction_open_during_a_seal_is_covered_by_a_later_one(three_seals, add):
    # Its entry has an earlier key and time than one sealed before it is committed.
    def seal_meanwhile():
        AuditEntry.view(three_seals[0], by=three_seals[0], what="somebody else's")
        assert sealing.seal() is None
        connection.close()

    with transaction.atomic():
        add()
        early = AuditEntry.objects.latest("pk")
        with ThreadPoolExecutor(1) as thread:
            thread.submit(seal_meanwhile).result()
    assert early.pk < AuditEntry.objects.get(what="somebody else's").pk
    assert sealing.seal().entries == 2
    assert sentences() == []


def test_after_a_restore_a_new_chain_goes_on_from_the_old_one(three_seals, add):
    sealing.begin_chain("Restored from yesterday's copy.")
    add()
    seal = sealing.seal()
    assert (seal.number, seal.chain) == (4, three_seals[0].chain + 1)
    assert sentences({3: three_seals[2].digest}) == []


def test_a_chain_that_does_not_go_on_from_the_old_one_is_found(three_seals, add, tamper):
    sealing.begin_chain("Restored.")
    add()
    sealing.seal()
    tamper("UPDATE audit_auditchain SET last_digest = 'x' WHERE id = (SELECT max(id) FROM audit_auditchain)")
    assert "Chain 2 does not begin where the one before it ended." in sentences()


def test_the_rest_of_the_old_chain_is_sealed_before_a_new_one_begins(three_seals, add, tamper):
    add()
    begun = sealing.begin_chain("Restored.")
    rest = Seal.objects.latest("number")
    assert (rest.number, rest.chain, rest.entries) == (4, three_seals[0].chain, 1)
    assert begun.last_digest == rest.digest
    assert sentences() == []
    tamper("DELETE FROM audit_auditentry WHERE id = (SELECT max(id) FROM audit_auditentry)")
    assert sentences() == ["The entries of seal 4 are not those sealed: 0 for 1."]


def test_the_rest_is_sealed_although_transactions_begin_again(three_seals, add, tamper):
    add()
    tamper("UPDATE audit_auditentry SET transaction = 2 ^ 40 WHERE id = (SELECT max(id) FROM audit_auditentry)")
    sealing.begin_chain("Restored.")
    add()
    assert sealing.seal().number == 5
    assert sentences() == []


def test_a_chain_begins_when_who_writes_to_the_old_one_has_ended(three_seals, add):
    def begin():
        sealing.begin_chain("Meanwhile.")
        connections.close_all()

    def waits():
        with as_superuser() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            return cursor.fetchone()[0]

    with ThreadPoolExecutor(1) as thread:
        with transaction.atomic():
            add()
            begun = thread.submit(begin)
            while not (begun.done() or waits()):
                time.sleep(0.01)
        begun.result()
    assert Seal.objects.latest("number").entries == 1
    add()
    sealing.seal()
    assert sentences() == []


def test_an_entry_of_an_older_chain_that_no_seal_covers_is_found(three_seals, add, tamper):
    add()
    tamper("INSERT INTO audit_auditchain (reason, last_digest) SELECT 'x', digest FROM audit_seal WHERE number = 3")
    assert sentences() == ["Entries that should be sealed by now and are not: 1."]


def test_a_sealing_that_stands_still_is_found(three_seals, add, tamper):
    add()
    assert sentences() == []
    tamper(
        "UPDATE audit_auditentry SET recorded_at = now() - interval '61 minutes' "
        "WHERE id = (SELECT max(id) FROM audit_auditentry)"
    )
    assert sentences() == ["Entries that should be sealed by now and are not: 1."]
    sealing.seal()
    assert sentences() == []


def test_a_seal_over_transactions_to_come_stops_nothing_in_silence(three_seals, add):
    digest, _ = sealing.next_digest(three_seals[2].digest, [])
    Seal.objects.create(number=4, chain=three_seals[2].chain, before_transaction=2**62, entries=0, digest=digest)
    assert sentences() == ["Seal 4 covers transactions that have not begun."]
    add()
    with pytest.raises(sealing.SealedAhead):
        sealing.seal()
    sealing.begin_chain("Seal 4 was forged.")
    add()
    assert sealing.seal().entries == 1


def test_the_round_seals(add):
    add()
    seal_round()
    assert Seal.objects.count() == 1


def test_views_are_sealed_like_acts(area, administrator):
    AuditEntry.view(area, by=administrator, what="accounts.view_area")
    sealing.seal()
    assert Seal.objects.get().entries == AuditEntry.objects.count()


def test_the_command_says_that_the_trail_is_whole_and_which_seal_to_keep(three_seals):
    said = io.StringIO()
    call_command("check_audit", stdout=said)
    assert f"3:{three_seals[2].digest}" in said.getvalue()
    call_command("check_audit", kept=[f"1:{three_seals[0].digest}"], stdout=said)


def test_the_command_fails_and_names_each_fault(three_seals, tamper):
    tamper("UPDATE audit_auditentry SET sentence = 'x' WHERE id = (SELECT max(id) FROM audit_auditentry)")
    with pytest.raises(CommandError, match="The entries of seal 3"):
        call_command("check_audit")
    with pytest.raises(CommandError, match="NUMBER:DIGEST"):
        call_command("check_audit", kept=["nonsense"])


def test_the_command_begins_a_chain():
    said = io.StringIO()
    factories.area()
    call_command("check_audit", stdout=said)
    assert "Nothing is sealed yet." in said.getvalue()
    call_command("check_audit", begin_chain="Restored.", stdout=said)
    assert "Chain 2 begun." in said.getvalue()


def test_the_command_begins_no_chain_without_the_owner_of_the_tables(monkeypatch):
    monkeypatch.delitem(connections.settings, "owner")
    with pytest.raises(CommandError, match="DATABASE_OWNER_URL"):
        call_command("check_audit", begin_chain="Restored.")
    assert AuditChain.objects.count() == 1
