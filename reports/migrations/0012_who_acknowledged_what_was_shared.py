import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_what_was_found_untrue_is_looked_at_soonest"),
        ("reports", "0011_what_else_is_confirmed_for_a_summary"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("acknowledged_at", models.DateTimeField()),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "share",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.share"
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AcknowledgementEvent",
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
                ("acknowledged_at", models.DateTimeField()),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.acknowledgement",
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.share",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("share", None), ("summary", None), _connector="XOR"),
                name="a_share_or_a_summary_is_acknowledged",
            ),
        ),
        AddConstraint(
            model_name="acknowledgement",
            constraint=models.UniqueConstraint(
                fields=("share", "acknowledged_by"), name="a_share_is_acknowledged_once"
            ),
        ),
        AddConstraint(
            model_name="acknowledgement",
            constraint=models.UniqueConstraint(
                fields=("summary", "acknowledged_by"), name="a_summary_is_acknowledged_once"
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="801f37a3d60d62883927f57bc071648714076f9d",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_cb1ff",
                    table="reports_acknowledgement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (SELECT FROM cases_share WHERE id = NEW.share_id AND case_id = NEW.case_id)\n        AND NOT EXISTS (SELECT FROM reports_casesummary WHERE id = NEW.summary_id AND case_id = NEW.case_id) THEN\n            RAISE EXCEPTION 'What is acknowledged was given of its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6ace0f9887e93ddecd84417ef085999fc6e9c391",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_case_a79f3",
                    table="reports_acknowledgement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_acknowledgementevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "share_id", "summary_id") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."share_id", NEW."summary_id"); RETURN NULL;',
                    hash="b2d28e7b0347d964a9468b64727affbba77bd137",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d330c",
                    table="reports_acknowledgement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_acknowledgementevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "share_id", "summary_id") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."share_id", NEW."summary_id"); RETURN NULL;',
                    hash="a04106e98858ff0ccc861f07da466da38639933a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ade9d",
                    table="reports_acknowledgement",
                    when="AFTER",
                ),
            ),
        ),
    ]
