"""Migrations: none missing, each named for its change, none changing schema and data at once, none slow for nothing."""

import re
from collections.abc import Iterator

from django.apps import apps
from django.db import migrations, models
from django.db.migrations import Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from prevent_cases import migration_operations
from tests.architecture import product
from tests.architecture.product import assert_none

LOADER = MigrationLoader(None)
DATA = (migrations.RunPython, migrations.RunSQL)
# Names that Django gives when nobody else does.
NAMES_OF_NOBODY = re.compile(r"auto_\d|initial$|_and_more$|^(alter|add|remove|rename|delete)_\w+_\w+_and_\w+_\w+$")


def missing(models: ProjectState) -> Iterator[str]:
    """Changes of these models that no migration makes."""
    detector = MigrationAutodetector(LOADER.project_state(), models)
    for app, found in detector.changes(graph=LOADER.graph).items():
        for migration in found:
            yield from (f"{app}: {operation.describe()}" for operation in migration.operations)


def badly_named(migration: Migration) -> Iterator[str]:
    number, _, name = migration.name.partition("_")
    if not number.isdecimal() or not name or NAMES_OF_NOBODY.search(name):
        yield f"{migration.app_label} {migration.name} is not named for its change"


def mixed(migration: Migration) -> Iterator[str]:
    """A migration that changes tables and rows: it would hold the tables locked while it writes the rows.

    The first of an app may: there are no rows.
    """
    follows = any(app == migration.app_label for app, _ in migration.dependencies)
    if follows and len({isinstance(operation, DATA) for operation in migration.operations}) > 1:
        yield f"{migration.app_label} {migration.name} changes the schema and the data"


def slow(migration: Migration) -> Iterator[str]:
    """Operations that render all models anew where ours of the same name does not."""
    for operation in migration.operations:
        ours = getattr(migration_operations, type(operation).__name__, None)
        if ours and not isinstance(operation, ours):
            yield f"{migration.app_label} {migration.name} has a {type(operation).__name__} that is not ours"


OURS = {config.label for config in apps.get_app_configs() if config.name.split(".")[0] in product.packages()}
MIGRATIONS = [migration for (app, _), migration in LOADER.disk_migrations.items() if app in OURS]


def test_no_migration_is_missing():
    assert_none(missing(ProjectState.from_apps(apps)))


def test_every_migration_is_named_for_its_change():
    assert_none(fault for migration in MIGRATIONS for fault in badly_named(migration))


def test_no_migration_changes_schema_and_data():
    assert_none(fault for migration in MIGRATIONS for fault in mixed(migration))


def test_none_renders_all_models_where_it_need_not():
    assert_none(fault for migration in MIGRATIONS for fault in slow(migration))


# The checks bite


def test_a_missing_migration_is_found():
    state = ProjectState.from_apps(apps)
    del state.models["cases", "case"].fields["stage"]
    assert "cases: Remove field stage from case" in missing(state)


def test_a_migration_with_a_name_of_nobody_is_found():
    for name in ("0001_initial", "0002_auto_20261122_0801", "0003_alter_case_stage_and_more", "cases"):
        assert list(badly_named(Migration(name, "cases"))) != []


def test_a_migration_that_changes_schema_and_data_is_found():
    planted = Migration("0002_stages", "cases")
    planted.dependencies = [("cases", "0001_cases"), ("referrals", "0001_referrals")]
    planted.operations = [
        migrations.AddField("case", "colour", models.TextField()),
        migrations.RunPython(migrations.RunPython.noop),
    ]
    assert list(mixed(planted)) == ["cases 0002_stages changes the schema and the data"]
    planted.dependencies = [("referrals", "0001_referrals")]
    assert list(mixed(planted)) == []


def test_a_slow_operation_is_found():
    planted = Migration("0002_colours", "cases")
    pointing = models.ForeignKey("cases.Colour", models.PROTECT)
    planted.operations = [
        migrations.CreateModel("Colour", []),
        migration_operations.CreateModel("Shade", []),
        migrations.AddField("shade", "colour", pointing),
        migration_operations.AddField("shade", "other_colour", pointing),
    ]
    found = [f"cases 0002_colours has a {name} that is not ours" for name in ("CreateModel", "AddField")]
    assert list(slow(planted)) == found
