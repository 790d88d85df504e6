import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0007_information_requests_and_contributions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="SupportPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("consent_request", models.TextField(verbose_name="how, when and by whom agreement is asked for")),
                ("support", models.TextField(verbose_name="which support is given")),
                ("provider", models.TextField(verbose_name="who gives it")),
                ("arrangements", models.TextField(verbose_name="how and when it is given")),
                ("review_on", models.DateField(verbose_name="when it is looked at next")),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="SupportPlanEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("consent_request", models.TextField(verbose_name="how, when and by whom agreement is asked for")),
                ("support", models.TextField(verbose_name="which support is given")),
                ("provider", models.TextField(verbose_name="who gives it")),
                ("arrangements", models.TextField(verbose_name="how and when it is given")),
                ("review_on", models.DateField(verbose_name="when it is looked at next")),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" = 'consent_pending' AND OLD.\"stage\" = 'awaiting_panel')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (SELECT FROM cases_supportplan plan WHERE plan.case_id = NEW.id) THEN\n            RAISE EXCEPTION 'A panel takes a case on with a plan of support and a day on which it looks at it next.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="47ef9e907f16ae13f99ed79b1852a465efde6a99",
                    operation="UPDATE",
                    pgid="pgtrigger_adopted_with_a_plan_81ad6",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddField(
            model_name="supportplan",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="support_plans", to="cases.case"
            ),
        ),
        AddField(
            model_name="supportplan",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="supportplanevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="supportplanevent",
            name="made_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="supportplanevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.supportplan",
            ),
        ),
        AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("consent_request", ""), _negated=True),
                    models.Q(("support", ""), _negated=True),
                    models.Q(("provider", ""), _negated=True),
                    models.Q(("arrangements", ""), _negated=True),
                ),
                name="a_support_plan_says_what_the_act_asks",
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8ee3ec0d5fb8f44969fcc65d7d5e6c0a4407cfd7",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3b820",
                    table="cases_supportplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="2104cd834b896f88ddade1ff747921cb923136fb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69fd8",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="fbe9668549989276cd52e547023a2879215c71d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4605",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
    ]
