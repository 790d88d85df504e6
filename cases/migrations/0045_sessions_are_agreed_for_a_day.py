import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0044_more_can_be_said_to_be_in_error"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="AgreedSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("meets_on", models.DateField()),
                ("agreed_at", models.DateTimeField()),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_sessions",
                        to="cases.intervention",
                    ),
                ),
            ],
            options={
                "ordering": ("meets_on",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AgreedSessionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("meets_on", models.DateField()),
                ("agreed_at", models.DateTimeField()),
                (
                    "agreed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.agreedsession",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddConstraint(
            model_name="agreedsession",
            constraint=models.UniqueConstraint(fields=("intervention", "meets_on"), name="a_day_is_agreed_once"),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_what_was_accepted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_intervention given WHERE given.id = NEW.intervention_id AND given.accepted\n        ) THEN\n            RAISE EXCEPTION 'Sessions are reported of support that an agency has accepted to give.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="cfecc0db990944ba585d875163ee1d46d708d724",
                    operation="INSERT",
                    pgid="pgtrigger_of_what_was_accepted_d32a4",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="cc49126c5e6a598e323e5fb8345b642e3977266c",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_cf594",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e9b0ceb49aa56894be09137684fc698a58b48da8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ba3b8",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_agreedsessionevent" ("agreed_at", "agreed_by_id", "id", "intervention_id", "meets_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."id", NEW."intervention_id", NEW."meets_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="38ca8f866a85dd1d6196f6839d8a44a7ce44ea8a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e80ff",
                    table="cases_agreedsession",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_agreedsessionevent" ("agreed_at", "agreed_by_id", "id", "intervention_id", "meets_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."id", NEW."intervention_id", NEW."meets_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="118dc458a731ebeded674d086466d451093286c6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_266f8",
                    table="cases_agreedsession",
                    when="AFTER",
                ),
            ),
        ),
    ]
