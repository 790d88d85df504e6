import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0080_every_plan_was_offered"),
        ("referrals", "0019_found_by_birthdays_learnt_before"),
    ]

    operations = [
        CreateModel(
            name="CarriedBefore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="carried_before", to="cases.case"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_before",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="CarriedBeforeEvent",
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
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField()),
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
                        to="cases.carriedbefore",
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
            ],
            options={
                "abstract": False,
            },
        ),
        AddConstraint(
            model_name="carriedbefore",
            constraint=models.CheckConstraint(
                condition=models.Q(("left_at__gte", models.F("joined_at"))), name="a_referral_leaves_after_it_joined"
            ),
        ),
        AddTrigger(
            model_name="carriedbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3b7780e9d34b13a555c8fd6c5d07f6760b83905e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_a7c8f",
                    table="cases_carriedbefore",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="carriedbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_carriedbeforeevent" ("case_id", "id", "joined_at", "left_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id") VALUES (NEW."case_id", NEW."id", NEW."joined_at", NEW."left_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="1a2ab05c5316e8478d06899896618e5ab75b4b40",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bedd6",
                    table="cases_carriedbefore",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="carriedbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_carriedbeforeevent" ("case_id", "id", "joined_at", "left_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id") VALUES (NEW."case_id", NEW."id", NEW."joined_at", NEW."left_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="880e27fe8ae1f4d9440cfcf355344896d1d58c75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2a08b",
                    table="cases_carriedbefore",
                    when="AFTER",
                ),
            ),
        ),
    ]
