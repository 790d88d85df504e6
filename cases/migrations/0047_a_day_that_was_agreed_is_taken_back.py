import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveConstraint, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0046_projects_with_places_and_approved_providers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="agreedsession",
            name="stands",
        ),
        RemoveTrigger(
            model_name="agreedsession",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="agreedsession",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="agreedsession",
            name="a_day_is_agreed_once",
        ),
        AddField(
            model_name="agreedsession",
            name="taken_back_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="agreedsession",
            name="taken_back_because",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="agreedsession",
            name="taken_back_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="agreedsessionevent",
            name="taken_back_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="agreedsessionevent",
            name="taken_back_because",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="agreedsessionevent",
            name="taken_back_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."agreed_by_id" IS DISTINCT FROM (NEW."agreed_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."meets_on" IS DISTINCT FROM (NEW."meets_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a6854e978c763052ed92acdce5ea37298cf7ad83",
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
                name="taken_back_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."taken_back_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b5e56ba583f02a300118cc4a824e2b53442028b2",
                    operation="UPDATE",
                    pgid="pgtrigger_taken_back_once_f91a2",
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
                    func='INSERT INTO "cases_agreedsessionevent" ("agreed_at", "agreed_by_id", "id", "intervention_id", "meets_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_because", "taken_back_by_id") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."id", NEW."intervention_id", NEW."meets_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."taken_back_at", NEW."taken_back_because", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="e184b1e355ea410a4aa7505bb91cabc0638adb92",
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
                    func='INSERT INTO "cases_agreedsessionevent" ("agreed_at", "agreed_by_id", "id", "intervention_id", "meets_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_because", "taken_back_by_id") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."id", NEW."intervention_id", NEW."meets_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."taken_back_at", NEW."taken_back_because", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="5dd25ab93294182b7be443b56e6691e6797d4a2a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_266f8",
                    table="cases_agreedsession",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="agreedsession",
            constraint=models.UniqueConstraint(
                condition=models.Q(("taken_back_at", None)),
                fields=("intervention", "meets_on"),
                name="a_day_is_agreed_once",
            ),
        ),
        AddConstraint(
            model_name="agreedsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at", None), ("taken_back_because", ""), ("taken_back_by", None)),
                    models.Q(
                        ("taken_back_at__isnull", False),
                        ("taken_back_by__isnull", False),
                        models.Q(("taken_back_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_day_is_taken_back_with_a_reason",
            ),
        ),
    ]
