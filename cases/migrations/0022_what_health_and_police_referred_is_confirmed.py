import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0021_what_keeps_a_case"),
        ("referrals", "0014_what_holds_of_copies"),
    ]

    operations = [
        CreateModel(
            name="TransferredReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.referral"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals_ticked",
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
            name="TransferredReferralEvent",
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
                        to="cases.transferredreferral",
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
            model_name="transferredreferral",
            constraint=models.UniqueConstraint(
                fields=("transfer", "referral"), name="a_referral_is_confirmed_once_to_go_over"
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7cd2ae8bd36d6e9fd43149d8b413375f3060d6d8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_a5926",
                    table="cases_transferredreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="carried_by_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_casereferral carried ON carried.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL\n                        AND carried.referral_id = NEW.referral_id\n                    ) THEN\n                        RAISE EXCEPTION 'What was referred goes over with the case that carries it, and was signed off.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="0e3067535fee4403e1e2f7a768b491fd7bbfa01a",
                    operation="INSERT",
                    pgid="pgtrigger_carried_by_its_case_992f6",
                    table="cases_transferredreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_transferredreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "transfer_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."transfer_id"); RETURN NULL;',
                    hash="707094b4a4a9baee04255d77af7a5fb8bb88ce52",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_46d92",
                    table="cases_transferredreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_transferredreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "transfer_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."transfer_id"); RETURN NULL;',
                    hash="f359250f925266405fee620133fd2265a3d54b75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e65cc",
                    table="cases_transferredreferral",
                    when="AFTER",
                ),
            ),
        ),
    ]
