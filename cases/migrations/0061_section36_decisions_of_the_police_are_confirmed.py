import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0060_a_panel_assesses_anew_on_a_day"),
    ]

    operations = [
        CreateModel(
            name="TransferredDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.section36decision"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions_ticked",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="TransferredDecisionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.section36decision",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.transferreddecision",
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddConstraint(
            model_name="transferreddecision",
            constraint=models.UniqueConstraint(
                fields=("transfer", "decision"), name="a_decision_is_confirmed_once_to_go_over"
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d9606c45f3ff087b4ceeac5a939e51732e2f3375",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_a60bf",
                    table="cases_transferreddecision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="of_the_police_in_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_section36decision decision ON decision.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL\n                        AND decision.id = NEW.decision_id AND decision.decided_as = 'police'\n                    ) THEN\n                        RAISE EXCEPTION 'What the police decided goes over with its case, and was signed off with it.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="6d5882e3ef0e4d66a82f4171c243283190fd2895",
                    operation="INSERT",
                    pgid="pgtrigger_of_the_police_in_its_case_11f04",
                    table="cases_transferreddecision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_transferreddecisionevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (NEW."decision_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."transfer_id"); RETURN NULL;',
                    hash="c8d1ef746bbbf23501b1a721d57cbc89ae5c2b77",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8272b",
                    table="cases_transferreddecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_transferreddecisionevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (NEW."decision_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."transfer_id"); RETURN NULL;',
                    hash="ca753401135ef68f24ae135898c1cec649a03d45",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f412c",
                    table="cases_transferreddecision",
                    when="AFTER",
                ),
            ),
        ),
    ]
