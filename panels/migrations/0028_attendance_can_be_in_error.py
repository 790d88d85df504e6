import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveConstraint, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("panels", "0027_end_reasons_of_an_area_are_named_in_its_cases"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
        RemoveTrigger(
            model_name="decision",
            name="police_lead_where_they_were_there",
        ),
        RemoveConstraint(
            model_name="attendance",
            name="an_agency_attends_a_meeting_once",
        ),
        AddField(
            model_name="attendance",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="attendance",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="attendance",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="attendanceevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="attendanceevent",
            name="in_error_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="attendanceevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="27a7ab6d62b265072a5ec75bb730ad623ddf9e2a",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_b8d3f",
                    table="panels_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_attendanceevent" ("agency_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence") VALUES (NEW."agency_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."meeting_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."presence"); RETURN NULL;',
                    hash="658215af5c543b95dbd10b3a2b792a72c85e2cf0",
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
                    func='INSERT INTO "panels_attendanceevent" ("agency_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence") VALUES (NEW."agency_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."meeting_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."presence"); RETURN NULL;',
                    hash="415339061d20bb6a6e0d919b04daa0e5e88a7dfc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da05b",
                    table="panels_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="police_lead_where_they_were_there",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'police_led')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM panels_agendaitem item\n            JOIN cases_case taken ON taken.id = item.case_id\n            JOIN panels_attendance there ON there.meeting_id = item.meeting_id AND there.presence = 'present'\n                AND there.in_error_at IS NULL\n            JOIN accounts_agency agency ON agency.id = there.agency_id\n            WHERE item.id = NEW.item_id AND agency.type = 'police' AND agency.area_id = taken.area_id\n        ) THEN\n            RAISE EXCEPTION 'A case becomes police-led only where the police of the person''s home area are present.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="de46f401d61acc195d8d4d0f9b08836178622b3e",
                    operation="INSERT",
                    pgid="pgtrigger_police_lead_where_they_were_there_1d7cd",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="attendance_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_error_at", None)),
                fields=("meeting", "agency"),
                name="an_agency_attends_a_meeting_once",
            ),
        ),
    ]
