import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0040_what_a_parent_agreed_to_before_ends_too"),
    ]

    operations = [
        RemoveTrigger(
            model_name="brokenglass",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="brokenglass",
            name="update_update",
        ),
        AddField(
            model_name="brokenglass",
            name="left_told_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="brokenglassevent",
            name="left_told_at",
            field=models.DateTimeField(null=True),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_brokenglassevent" ("broken_at", "broken_by_id", "case_id", "closed_at", "ends_at", "id", "judge_by", "judged_at", "judged_by_id", "judgement", "left_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "was_restricted", "was_right") VALUES (NEW."broken_at", NEW."broken_by_id", NEW."case_id", NEW."closed_at", NEW."ends_at", NEW."id", NEW."judge_by", NEW."judged_at", NEW."judged_by_id", NEW."judgement", NEW."left_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."was_restricted", NEW."was_right"); RETURN NULL;',
                    hash="6bceabc8eacf9ac4b8d376a45d978ce7c03fe461",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1e55",
                    table="cases_brokenglass",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_brokenglassevent" ("broken_at", "broken_by_id", "case_id", "closed_at", "ends_at", "id", "judge_by", "judged_at", "judged_by_id", "judgement", "left_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "was_restricted", "was_right") VALUES (NEW."broken_at", NEW."broken_by_id", NEW."case_id", NEW."closed_at", NEW."ends_at", NEW."id", NEW."judge_by", NEW."judged_at", NEW."judged_by_id", NEW."judgement", NEW."left_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."was_restricted", NEW."was_right"); RETURN NULL;',
                    hash="aaaa77857c5023ccbbd515c86b92cd8338b8feab",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2312a",
                    table="cases_brokenglass",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="evidence_has_its_day",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."evidence_on" IS NULL AND NOT (NEW."evidence" = \'\'))',
                    func="\n        RAISE EXCEPTION 'evidence has its day' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_has_its_day';\n    ",
                    hash="fc90e5de32ff4a30add2b8b03d3cd1b902f8fc68",
                    operation="INSERT",
                    pgid="pgtrigger_evidence_has_its_day_04e1c",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
    ]
