import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("actions", "0001_actions_of_an_area"),
        ("cases", "0008_plans_of_support"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="action",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="action",
            name="update_update",
        ),
        AddField(
            model_name="action",
            name="handed_over_to",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="actionevent",
            name="handed_over_to",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionevent" ("agency_id", "agreed_at", "agreed_by_id", "area_id", "case_id", "done_at", "done_by_id", "due_on", "handed_over_to", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "what") VALUES (NEW."agency_id", NEW."agreed_at", NEW."agreed_by_id", NEW."area_id", NEW."case_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."handed_over_to", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."what"); RETURN NULL;',
                    hash="30687c43595095a872a4c43e16c79085fdf8ffba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bc7f0",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actionevent" ("agency_id", "agreed_at", "agreed_by_id", "area_id", "case_id", "done_at", "done_by_id", "due_on", "handed_over_to", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "what") VALUES (NEW."agency_id", NEW."agreed_at", NEW."agreed_by_id", NEW."area_id", NEW."case_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."handed_over_to", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."what"); RETURN NULL;',
                    hash="92e26dc80fbc093609f944729beadf4e17e846ce",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d90e",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("handed_over_to", ""), ("done_at__isnull", False), _connector="OR"),
                name="what_is_handed_over_is_to_do_no_more",
            ),
        ),
    ]
