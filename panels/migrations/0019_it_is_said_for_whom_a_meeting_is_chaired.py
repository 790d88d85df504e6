import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("panels", "0018_services_are_kept_as_rows"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="meeting",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="meeting",
            name="update_update",
        ),
        AddField(
            model_name="meeting",
            name="chaired_for",
            field=models.CharField(
                blank=True,
                choices=[("council", "The council"), ("police", "The police"), ("another", "Another agency")],
                max_length=10,
            ),
        ),
        AddField(
            model_name="meetingevent",
            name="chaired_for",
            field=models.CharField(
                blank=True,
                choices=[("council", "The council"), ("police", "The police"), ("another", "Another agency")],
                max_length=10,
            ),
        ),
        AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_meetingevent" ("chaired_by_id", "chaired_for", "ended_at", "id", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "started_at", "starts_at") VALUES (NEW."chaired_by_id", NEW."chaired_for", NEW."ended_at", NEW."id", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."started_at", NEW."starts_at"); RETURN NULL;',
                    hash="e04249197561a9fe13e99f90132e1cf30d8439ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8d3af",
                    table="panels_meeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_meetingevent" ("chaired_by_id", "chaired_for", "ended_at", "id", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "started_at", "starts_at") VALUES (NEW."chaired_by_id", NEW."chaired_for", NEW."ended_at", NEW."id", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."started_at", NEW."starts_at"); RETURN NULL;',
                    hash="64cd865a99717e6ce4341def8a2d866beb8a6989",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c6610",
                    table="panels_meeting",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("chaired_for", ""),
                    models.Q(("chaired_for__in", ["council", "police", "another"]), ("started_at__isnull", False)),
                    _connector="OR",
                ),
                name="whom_a_meeting_is_chaired_for_is_said_at_its_start",
            ),
        ),
    ]
