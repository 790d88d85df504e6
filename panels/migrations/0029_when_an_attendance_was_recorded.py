import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0028_attendance_can_be_in_error"),
    ]

    operations = [
        RemoveTrigger(
            model_name="attendance",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="attendance",
            name="update_update",
        ),
        AddField(
            model_name="attendance",
            name="recorded_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="attendanceevent",
            name="recorded_at",
            field=models.DateTimeField(null=True),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_attendanceevent" ("agency_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "recorded_at") VALUES (NEW."agency_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."meeting_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."presence", NEW."recorded_at"); RETURN NULL;',
                    hash="f16cca9cab5de48b419d3215a30d1f43f3b05452",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_269ad",
                    table="panels_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_attendanceevent" ("agency_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "recorded_at") VALUES (NEW."agency_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."meeting_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."presence", NEW."recorded_at"); RETURN NULL;',
                    hash="1b37547e83a65857aac3683a463d2ff80c4679e4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da05b",
                    table="panels_attendance",
                    when="AFTER",
                ),
            ),
        ),
    ]
