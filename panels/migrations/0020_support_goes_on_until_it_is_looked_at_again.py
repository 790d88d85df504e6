"""Support goes on until a day. It was not asked of earlier decisions, for which it is not made valid."""

import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraintNotValid, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0019_it_is_said_for_whom_a_meeting_is_chaired"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="decision",
            name="stands",
        ),
        RemoveTrigger(
            model_name="decision",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="decision",
            name="update_update",
        ),
        AddField(
            model_name="decision",
            name="looks_again_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="decisionevent",
            name="looks_again_on",
            field=models.DateField(null=True),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arranged" IS DISTINCT FROM (NEW."arranged") OR OLD."awaited" IS DISTINCT FROM (NEW."awaited") OR OLD."awaited_by" IS DISTINCT FROM (NEW."awaited_by") OR OLD."awaited_from" IS DISTINCT FROM (NEW."awaited_from") OR OLD."change_reason" IS DISTINCT FROM (NEW."change_reason") OR OLD."change_since_start" IS DISTINCT FROM (NEW."change_since_start") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."dissent" IS DISTINCT FROM (NEW."dissent") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."judgement" IS DISTINCT FROM (NEW."judgement") OR OLD."looks_again_on" IS DISTINCT FROM (NEW."looks_again_on") OR OLD."onward_service" IS DISTINCT FROM (NEW."onward_service") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2ef1184f6de5aed6b490858f50b330daa6167aa8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ba401",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="goes_on_until_it_is_looked_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'remain')",
                    constraint="CONSTRAINT",
                    func="\n        IF NEW.looks_again_on <= (NEW.decided_at AT TIME ZONE 'Europe/London')::date\n        -- By now it may have been looked at again, and go on until a later day.\n        OR NEW.looks_again_on > coalesce((\n            SELECT plan.review_on FROM cases_supportplan plan JOIN panels_agendaitem item ON item.case_id = plan.case_id\n            WHERE item.id = NEW.item_id AND plan.in_error_at IS NULL ORDER BY plan.id DESC LIMIT 1\n        ), '-infinity') THEN\n            RAISE EXCEPTION 'Support goes on until a day to come, on which its plan is looked at again.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="b3bbd6bb1ab33c1970cf7206333e855e40bee48f",
                    operation="INSERT",
                    pgid="pgtrigger_goes_on_until_it_is_looked_at_c7170",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="cbd518c4497d3dafe6dfbabe9e8202256436cd7d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a414b",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="af7198683ee90eae53b36589429316daadea3f01",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3abd1",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(("judgement", "remain"), ("looks_again_on__isnull", False)),
                    models.Q(models.Q(("judgement", "remain"), _negated=True), ("looks_again_on", None)),
                    _connector="OR",
                ),
                name="support_goes_on_until_it_is_looked_at_again",
            ),
        ),
    ]
