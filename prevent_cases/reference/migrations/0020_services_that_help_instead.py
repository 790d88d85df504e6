import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0019_letters_that_are_receipts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="OnwardService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=20, unique=True)),
                ("label", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("position",),
                "default_permissions": (),
            },
        ),
        CreateModel(
            name="AreaOnwardService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.onwardservice",
                    ),
                ),
            ],
            options={
                "ordering": ("name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AreaOnwardServiceEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("name", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.areaonwardservice",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.onwardservice",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddConstraint(
            model_name="areaonwardservice",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="an_onward_service_has_a_name"
            ),
        ),
        AddConstraint(
            model_name="areaonwardservice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)),
                fields=("area", "name"),
                name="one_onward_service_of_a_name_in_an_area",
            ),
        ),
        AddConstraint(
            model_name="areaonwardservice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("removed_at", None)),
                fields=("area", "instead_of"),
                name="one_onward_service_instead_of_another",
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instead_of_id" IS DISTINCT FROM (NEW."instead_of_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="75715041d9fee925a0c7a49d0d6b0fa864b9e5e5",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ce289",
                    table="reference_areaonwardservice",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."removed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3b0c5347387b972527bcf85a57775905c58c5a9c",
                    operation="UPDATE",
                    pgid="pgtrigger_removed_once_f3440",
                    table="reference_areaonwardservice",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_areaonwardserviceevent" ("added_at", "added_by_id", "area_id", "id", "instead_of_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."instead_of_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;',
                    hash="9c929145f695ddfa09901b3bd3d8e939a5d844f9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52f4e",
                    table="reference_areaonwardservice",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_areaonwardserviceevent" ("added_at", "added_by_id", "area_id", "id", "instead_of_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."instead_of_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;',
                    hash="26186e0c78a49bd7c3be69a7dbfcec020e26e618",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f632e",
                    table="reference_areaonwardservice",
                    when="AFTER",
                ),
            ),
        ),
    ]
