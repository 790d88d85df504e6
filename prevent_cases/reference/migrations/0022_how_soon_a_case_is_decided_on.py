import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0021_services_of_all_areas"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="CasePolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("section36_within", models.PositiveSmallIntegerField(default=10)),
                ("first_panel_within", models.PositiveSmallIntegerField(default=20)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "policy on how soon cases are decided on",
                "verbose_name_plural": "policies on how soon cases are decided on",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="CasePolicyEvent",
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
                ("starts_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("section36_within", models.PositiveSmallIntegerField(default=10)),
                ("first_panel_within", models.PositiveSmallIntegerField(default=20)),
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
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.casepolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="casepolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="casepolicy_by_day"),
        ),
        AddConstraint(
            model_name="casepolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="casepolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="casepolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("first_panel_within__gte", 1), ("section36_within__gte", 1)),
                name="a_case_is_decided_on_in_some_time",
            ),
        ),
        AddTrigger(
            model_name="casepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="41ceacd90e32dce3e063d57ff1a59ed921504f4c",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_232ef",
                    table="reference_casepolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_casepolicyevent" ("area_id", "decided_at", "decided_by_id", "first_panel_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "section36_within", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."first_panel_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."section36_within", NEW."starts_on"); RETURN NULL;',
                    hash="697269f39d1bb4e02379919cf44ae44008ba0323",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_459b4",
                    table="reference_casepolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_casepolicyevent" ("area_id", "decided_at", "decided_by_id", "first_panel_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "section36_within", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."first_panel_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."section36_within", NEW."starts_on"); RETURN NULL;',
                    hash="fd40823738fbec6b197ff9928d93fb010bd274e3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bc48f",
                    table="reference_casepolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
