import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0010_a_case_ends_with_no_action_open"),
        ("cases", "0061_section36_decisions_of_the_police_are_confirmed"),
        ("reports", "0010_who_is_to_be_told_what_was_put_right"),
    ]

    operations = [
        CreateModel(
            name="ConfirmedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="actions.action"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.section36decision",
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.intervention",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmed_items",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ConfirmedItemEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.section36decision",
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.intervention",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.confirmeditem",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddConstraint(
            model_name="confirmeditem",
            constraint=models.UniqueConstraint(
                fields=("summary", "decision", "action", "intervention"),
                name="an_item_is_confirmed_once",
                nulls_distinct=False,
            ),
        ),
        AddConstraint(
            model_name="confirmeditem",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        "decision",
                        "action",
                        "intervention",
                        function="NUM_NONNULLS",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="a_confirmed_item_is_one_thing",
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="83f8d48f7d0718be6995179a2c3d230719a9f8ef",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9f42d",
                    table="reports_confirmeditem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="part_of_the_same_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM reports_casesummary WHERE id = NEW.summary_id AND case_id IN (\n                            SELECT case_id FROM cases_section36decision WHERE id = NEW.decision_id\n                            UNION ALL SELECT case_id FROM actions_action WHERE id = NEW.action_id\n                            UNION ALL SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id\n                        )\n                    ) THEN\n                        RAISE EXCEPTION 'A summary holds what is part of its own case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="dd88cc559e5aae384a20c2e9b7405cabf433d856",
                    operation="INSERT",
                    pgid="pgtrigger_part_of_the_same_case_0b227",
                    table="reports_confirmeditem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_confirmeditemevent" ("action_id", "decision_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."action_id", NEW."decision_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="3cb262674f783a5cdd8a8c94e2329b467096e25a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dbe4f",
                    table="reports_confirmeditem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_confirmeditemevent" ("action_id", "decision_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."action_id", NEW."decision_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="757add491a5fe10b99d30f201a0a1830a1a305c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_225a6",
                    table="reports_confirmeditem",
                    when="AFTER",
                ),
            ),
        ),
    ]
