"""The database rights of the application's role, given again after every migration and checked at every start.

The guard in Python can be stepped around; these rights and the triggers are what holds.
"""

from django.apps import apps
from django.core import checks
from django.db import connections

from prevent_cases.audit.history import Event
from prevent_cases.audit.models import AuditChain, AuditEntry, Seal
from prevent_cases.audit.records import Record

# Generic grants would be written silently for a model without grant tables of its own.
READ_ONLY_APPS = {"guardian", "pghistory"}
READ_ONLY_TABLES = {"django_migrations", "django_content_type", "auth_permission"}


def rights_of_application() -> dict[str, set[str]]:
    """What the role ``app`` may do to each table."""
    everything = {"SELECT", "INSERT", "UPDATE", "DELETE"}
    rights = {"django_migrations": {"SELECT"}}
    for model in apps.get_models(include_auto_created=True):
        table = model._meta.db_table
        if model._meta.proxy or not model._meta.managed:
            continue
        read_only = model._meta.app_label in READ_ONLY_APPS or table in READ_ONLY_TABLES
        if read_only or issubclass(model, Event | AuditChain):
            rights[table] = {"SELECT"}
        elif issubclass(model, AuditEntry | Seal):
            rights[table] = {"SELECT", "INSERT"}
        elif issubclass(model, Record):
            rights[table] = everything - {"DELETE"}
        else:
            rights[table] = everything
    return rights


def harden_after_migrate(sender, using, **kwargs):
    """Give the rights, and let no session silence or redirect the triggers. Runs once, after the last app."""
    if sender != [app for app in apps.get_app_configs() if app.models_module][-1]:
        return
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]
        if owner == "app":
            raise RuntimeError("Migrations run as the role owner: set DATABASE_OWNER_URL and migrate --database owner.")
        cursor.execute("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC, app")
        cursor.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC, app")
        # Whoever owns a table, if only a temporary one, may attach triggers to it.
        cursor.execute(f'REVOKE TEMPORARY ON DATABASE "{connections[using].settings_dict["NAME"]}" FROM PUBLIC, app')
        cursor.execute("GRANT USAGE ON SCHEMA public TO app")
        cursor.execute("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO app")
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        existing = {row[0] for row in cursor.fetchall()}
        for table, rights in rights_of_application().items():
            if table in existing:
                cursor.execute(f'GRANT {", ".join(sorted(rights))} ON "{table}" TO app')
        # A session could otherwise set pgtrigger.ignore and leave no history.
        cursor.execute(
            "CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN "
            "LANGUAGE sql IMMUTABLE AS 'SELECT false'"
        )
        # The history triggers write tables the application may only read. Every change of a trigger drops this.
        cursor.execute(
            "SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'public' AND p.prorettype = 'trigger'::regtype"
        )
        for (function,) in cursor.fetchall():
            cursor.execute(f"ALTER FUNCTION {function} SECURITY DEFINER SET search_path = public, pg_temp")
            # Asked for only where a trigger is made: attached to a table of somebody's own it would forge history.
            cursor.execute(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC, app")


def check_rights(databases, **kwargs):
    """Refuse to start as a role that could go round the triggers, or before the rights were given."""
    if not databases or "default" not in databases:
        return []
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR rolbypassrls OR EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' "
            "AND tableowner = current_user) FROM pg_roles WHERE rolname = current_user"
        )
        if cursor.fetchone()[0]:
            return [
                checks.Critical(
                    "The application's database role is a superuser or owns tables.",
                    hint="Give DATABASE_URL the role app, which owns nothing.",
                    id="audit.E001",
                )
            ]
        cursor.execute(
            "SELECT c.relname, array_remove(ARRAY["
            + ", ".join(
                f"CASE WHEN has_table_privilege(c.oid, '{right}') THEN '{right}' END"
                for right in ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")
            )
            + "], NULL) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'public' AND c.relkind = 'r'"
        )
        held = {table: set(rights) for table, rights in cursor.fetchall()}
        cursor.execute(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'public' AND p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE') "
            "UNION ALL SELECT 'temporary tables' WHERE has_database_privilege(current_database(), 'TEMPORARY')"
        )
        wrong = [name for (name,) in cursor.fetchall()]
    wrong += [table for table, rights in rights_of_application().items() if held.get(table) != rights]
    if wrong:
        return [
            checks.Critical(
                f"The rights of the application's database role are not as declared on: {', '.join(sorted(wrong))}.",
                hint="Run manage.py migrate --database owner.",
                id="audit.E002",
            )
        ]
    return []
