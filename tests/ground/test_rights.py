"""The database's own guard: what the application's role may do, and what its triggers refuse to anybody."""

import pytest
from django.db import Error, connection, connections, transaction

from prevent_cases.accounts import operations as accounts
from prevent_cases.audit import sealing
from prevent_cases.audit.models import AuditChain, AuditEntry, Seal
from prevent_cases.audit.rights import check_rights, rights_of_application
from tests.server import as_superuser

SILENCED = "SELECT set_config('pgtrigger.ignore', '{accounts_area:update_update}', false)"


@pytest.fixture
def run():
    """Runs a statement as the application and says whether the database let it."""

    def allowed(sql, using="default"):
        try:
            with transaction.atomic(using=using), connections[using].cursor() as cursor:
                cursor.execute(sql)
        except Error:
            return False
        return True

    return allowed


@pytest.mark.parametrize("table", ["audit_auditentry", "audit_seal", "audit_auditchain"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_only_adds_to_the_trail(area, run, table, statement):
    assert not run(statement.format(table))


def test_not_even_the_owner_of_the_tables_changes_it(committed, area, run):
    sealing.seal()
    for model in (AuditEntry, Seal, AuditChain):
        for statement in ("UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {}"):
            assert not run(statement.format(model._meta.db_table), using="owner")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO accounts_areaevent SELECT * FROM accounts_areaevent",
        "UPDATE accounts_areaevent SET name = 'x'",
        "DELETE FROM accounts_areaevent",
        "UPDATE guardian_userobjectpermission SET object_pk = '1'",
        "INSERT INTO guardian_groupobjectpermission (object_pk, content_type_id, group_id, permission_id) "
        "SELECT '1', content_type_id, (SELECT min(id) FROM auth_group), id FROM auth_permission LIMIT 1",
        "DELETE FROM accounts_area",
        "CREATE TABLE mine (id int)",
        "ALTER TABLE audit_auditentry DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "INSERT INTO audit_auditchain (reason, last_digest) VALUES ('x', '')",
        "CREATE TEMPORARY TABLE forged (LIKE accounts_agency)",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('x', 'x', now())",
    ],
)
def test_the_application_writes_no_history_no_generic_grants_and_no_tables(school, run, statement):
    assert not run(statement)


def test_the_application_attaches_no_trigger_of_ours_to_a_table_of_its_own(committed, run):
    with as_superuser(connection.settings_dict["NAME"]) as cursor:
        cursor.execute(f"GRANT TEMPORARY ON DATABASE {connection.settings_dict['NAME']} TO app")
        cursor.execute(
            "SELECT p.oid::regproc FROM pg_proc p JOIN pg_trigger t ON t.tgfoid = p.oid "
            "WHERE t.tgrelid = 'accounts_agency'::regclass AND NOT t.tgisinternal"
        )
        functions = [name for (name,) in cursor.fetchall()]
    assert functions
    assert run("CREATE TEMPORARY TABLE forged (LIKE accounts_agency)")
    for function in functions:
        assert not run(f"CREATE TRIGGER forge AFTER INSERT ON forged FOR EACH ROW EXECUTE FUNCTION {function}()")


def test_the_rights_are_those_declared(db):
    assert check_rights(["default"]) == []


@pytest.mark.parametrize(
    ("grant", "named"),
    [
        ("GRANT DELETE ON audit_auditentry TO app", "audit_auditentry"),
        ("GRANT INSERT ON audit_auditchain TO app", "audit_auditchain"),
        ("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO PUBLIC", "pgtrigger_append_only"),
        ("GRANT TEMPORARY ON DATABASE {} TO PUBLIC", "temporary tables"),
    ],
)
def test_a_right_too_many_is_found_at_the_start(committed, grant, named):
    database = connection.settings_dict["NAME"]
    with as_superuser(database) as cursor:
        cursor.execute(grant.format(database))
    (found,) = check_rights(["default"])
    assert found.id == "audit.E002"
    assert named in found.msg


def test_a_role_that_owns_tables_is_refused_at_the_start(committed):
    with as_superuser(connection.settings_dict["NAME"]) as cursor:
        cursor.execute("ALTER TABLE accounts_area OWNER TO app")
    assert [found.id for found in check_rights(["default"])] == ["audit.E001"]


def test_no_session_silences_the_history(area, administrator):
    before = area.events.count()
    with connection.cursor() as cursor:
        cursor.execute(SILENCED)
        cursor.execute("SELECT set_config('pgtrigger.ignore', '{ALL}', false)")
        cursor.execute("UPDATE accounts_area SET name = 'Changed in silence' WHERE id = %s", [area.pk])
    assert area.events.count() == before + 1


def test_a_change_by_raw_statement_leaves_history_without_an_entry(committed, area):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_area SET name = 'Raw'")
    assert area.events.get(name="Raw").pgh_context_id is None


def test_nothing_the_application_says_decides_when_and_where_an_entry_was_written(area, administrator):
    accounts.add_agency(area, by=administrator, name="Mill School", type="school", sector="education")
    entry = AuditEntry.objects.latest("pk")
    forged = AuditEntry.objects.create(
        token="00000000-0000-0000-0000-000000000001", at=entry.at, by="x", what="x", sentence="x", about=[],
        recorded_at="2001-01-01T00:00Z", chain=77, transaction=1,
    )  # fmt: skip
    forged.refresh_from_db()
    assert forged.recorded_at >= entry.recorded_at
    assert (forged.chain, forged.transaction) == (entry.chain, entry.transaction)


def test_every_table_there_is_has_its_rights_declared(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = {name for (name,) in cursor.fetchall()}
    assert tables == rights_of_application().keys() & tables
