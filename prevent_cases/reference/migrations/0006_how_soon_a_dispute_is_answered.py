import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0005_how_agreement_to_support_is_asked"),
    ]

    operations = [
        RemoveTrigger(
            model_name="triagepolicy",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="triagepolicy",
            name="update_update",
        ),
        AddField(
            model_name="triagepolicy",
            name="disputes_answered_within",
            field=models.PositiveSmallIntegerField(default=20),
        ),
        AddField(
            model_name="triagepolicyevent",
            name="disputes_answered_within",
            field=models.PositiveSmallIntegerField(default=20),
        ),
        AddTrigger(
            model_name="triagepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_triagepolicyevent" ("area_id", "conference_within", "decided_at", "decided_by_id", "decided_within", "disputes_answered_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "social_care_first_under", "starts_on", "threshold_note", "untrue_matches_for") VALUES (NEW."area_id", NEW."conference_within", NEW."decided_at", NEW."decided_by_id", NEW."decided_within", NEW."disputes_answered_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."social_care_first_under", NEW."starts_on", NEW."threshold_note", NEW."untrue_matches_for"); RETURN NULL;',
                    hash="b1e72914c4d18c803a551f17a2042a884cf55ebf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c62ef",
                    table="reference_triagepolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_triagepolicyevent" ("area_id", "conference_within", "decided_at", "decided_by_id", "decided_within", "disputes_answered_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "social_care_first_under", "starts_on", "threshold_note", "untrue_matches_for") VALUES (NEW."area_id", NEW."conference_within", NEW."decided_at", NEW."decided_by_id", NEW."decided_within", NEW."disputes_answered_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."social_care_first_under", NEW."starts_on", NEW."threshold_note", NEW."untrue_matches_for"); RETURN NULL;',
                    hash="f94496e99f8b91c0bfdb987282e612366214c03b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78493",
                    table="reference_triagepolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
