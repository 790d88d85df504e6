import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0014_what_holds_of_copies"),
        ("reports", "0006_what_holds_of_summaries_and_reports"),
    ]

    operations = [
        CreateModel(
            name="ConfirmedReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.referral"
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmed_referrals",
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
            name="ConfirmedReferralEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.confirmedreferral",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.referral",
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
            model_name="confirmedreferral",
            constraint=models.UniqueConstraint(fields=("summary", "referral"), name="a_referral_is_confirmed_once"),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e447f2334f93d78c84720330d025d72840da469",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_00954",
                    table="reports_confirmedreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="carried_by_the_same_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM reports_casesummary summary\n                        JOIN cases_casereferral carried ON carried.case_id = summary.case_id\n                        WHERE summary.id = NEW.summary_id AND carried.referral_id = NEW.referral_id\n                    ) THEN\n                        RAISE EXCEPTION 'A summary holds what was referred of its own case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="1e25f63fb3ad463e092f4cc507e54b21fc2365de",
                    operation="INSERT",
                    pgid="pgtrigger_carried_by_the_same_case_6b5c6",
                    table="reports_confirmedreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_confirmedreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "summary_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."summary_id"); RETURN NULL;',
                    hash="df51426ebafed56e01ea315085498730db4619ad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d42fc",
                    table="reports_confirmedreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_confirmedreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "summary_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."summary_id"); RETURN NULL;',
                    hash="dc86d3436b6589318738b8095965e2a61d1129d8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d3d9f",
                    table="reports_confirmedreferral",
                    when="AFTER",
                ),
            ),
        ),
    ]
