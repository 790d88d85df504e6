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
        ("reference", "0014_how_soon_a_transferred_case_is_taken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="CopiesPolicy",
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
                ("open_for", models.PositiveSmallIntegerField(default=14)),
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
                "verbose_name": "policy on copies",
                "verbose_name_plural": "policies on copies",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="CopiesPolicyEvent",
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
                ("open_for", models.PositiveSmallIntegerField(default=14)),
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
                        to="reference.copiespolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="copiespolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="copiespolicy_by_day"),
        ),
        AddConstraint(
            model_name="copiespolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="copiespolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="copiespolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("open_for__gte", 1)), name="a_copy_can_be_opened_for_some_time"
            ),
        ),
        AddTrigger(
            model_name="copiespolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ce0aadc05b2c42c70d136a45b46fe5bed89b5c1d",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_adfc6",
                    table="reference_copiespolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="copiespolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_copiespolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "open_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."open_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="fe526cd6b196525435185d417f0033cf8ee43b99",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7398f",
                    table="reference_copiespolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="copiespolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_copiespolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "open_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."open_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="ad0f0470271f185221c36e8832f3f4ac20d9321e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9ccb",
                    table="reference_copiespolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
