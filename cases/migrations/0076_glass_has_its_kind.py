import django.db.models.functions.text
import django.db.models.lookups
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddTrigger,
    AlterField,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0075_kinds_of_recipients_and_of_reasons_to_keep"),
    ]

    operations = [
        RemoveTrigger(
            model_name="brokenglass",
            name="stands",
        ),
        RemoveTrigger(
            model_name="brokenglass",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="brokenglass",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="brokenglass",
            name="broken_glass_has_its_reason",
        ),
        AddField(
            model_name="brokenglass",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("in_danger", "Somebody is in danger now"),
                    ("lost", "The person cannot be found or reached"),
                    ("nobody_there", "Nobody who can open it can be reached"),
                    ("other", "Something else that cannot wait"),
                ],
                default="",
                max_length=20,
            ),
            preserve_default=False,
        ),
        AddField(
            model_name="brokenglassevent",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("in_danger", "Somebody is in danger now"),
                    ("lost", "The person cannot be found or reached"),
                    ("nobody_there", "Nobody who can open it can be reached"),
                    ("other", "Something else that cannot wait"),
                ],
                default="",
                max_length=20,
            ),
            preserve_default=False,
        ),
        AlterField(
            model_name="contribution",
            name="confidentiality_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("consent", "The person agreed"),
                    ("public_interest", "The public interest outweighs the confidence"),
                    ("required_by_law", "The law or a court requires it"),
                    ("best_interests", "In their best interests: they lack capacity"),
                    ("not_confidential", "Nothing was told in confidence"),
                    ("kept", "None: the confidence is kept"),
                ],
                max_length=20,
            ),
        ),
        AlterField(
            model_name="contributionevent",
            name="confidentiality_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("consent", "The person agreed"),
                    ("public_interest", "The public interest outweighs the confidence"),
                    ("required_by_law", "The law or a court requires it"),
                    ("best_interests", "In their best interests: they lack capacity"),
                    ("not_confidential", "Nothing was told in confidence"),
                    ("kept", "None: the confidence is kept"),
                ],
                max_length=20,
            ),
        ),
        AlterField(
            model_name="informationanswer",
            name="confidentiality_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("consent", "The person agreed"),
                    ("public_interest", "The public interest outweighs the confidence"),
                    ("required_by_law", "The law or a court requires it"),
                    ("best_interests", "In their best interests: they lack capacity"),
                    ("not_confidential", "Nothing was told in confidence"),
                    ("kept", "None: the confidence is kept"),
                ],
                max_length=20,
            ),
        ),
        AlterField(
            model_name="informationanswerevent",
            name="confidentiality_ground",
            field=models.CharField(
                blank=True,
                choices=[
                    ("consent", "The person agreed"),
                    ("public_interest", "The public interest outweighs the confidence"),
                    ("required_by_law", "The law or a court requires it"),
                    ("best_interests", "In their best interests: they lack capacity"),
                    ("not_confidential", "Nothing was told in confidence"),
                    ("kept", "None: the confidence is kept"),
                ],
                max_length=20,
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."broken_at" IS DISTINCT FROM (NEW."broken_at") OR OLD."broken_by_id" IS DISTINCT FROM (NEW."broken_by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."judge_by" IS DISTINCT FROM (NEW."judge_by") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."was_restricted" IS DISTINCT FROM (NEW."was_restricted"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6731298b85292c4615ed2cbb5c38f1e953fc8eb8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_7b659",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_brokenglassevent" ("broken_at", "broken_by_id", "case_id", "closed_at", "ends_at", "id", "judge_by", "judged_at", "judged_by_id", "judgement", "kind", "left_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "was_restricted", "was_right") VALUES (NEW."broken_at", NEW."broken_by_id", NEW."case_id", NEW."closed_at", NEW."ends_at", NEW."id", NEW."judge_by", NEW."judged_at", NEW."judged_by_id", NEW."judgement", NEW."kind", NEW."left_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."was_restricted", NEW."was_right"); RETURN NULL;',
                    hash="ef14eec0a1a082a8d43c95f3157bd0b8e24f3632",
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
                    func='INSERT INTO "cases_brokenglassevent" ("broken_at", "broken_by_id", "case_id", "closed_at", "ends_at", "id", "judge_by", "judged_at", "judged_by_id", "judgement", "kind", "left_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "was_restricted", "was_right") VALUES (NEW."broken_at", NEW."broken_by_id", NEW."case_id", NEW."closed_at", NEW."ends_at", NEW."id", NEW."judge_by", NEW."judged_at", NEW."judged_by_id", NEW."judgement", NEW."kind", NEW."left_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."was_restricted", NEW."was_right"); RETURN NULL;',
                    hash="e09fffde3d7626c3f19281183fa0c7ddca7a2ea9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2312a",
                    table="cases_brokenglass",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="brokenglass",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.GreaterThanOrEqual(
                        django.db.models.functions.text.Length(django.db.models.functions.text.Trim("reason")), 20
                    ),
                    models.Q(
                        django.db.models.lookups.GreaterThanOrEqual(
                            django.db.models.functions.text.Length(django.db.models.functions.text.Trim("reason")), 1
                        ),
                        ("kind", "in_danger"),
                    ),
                    _connector="OR",
                ),
                name="broken_glass_has_its_reason",
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="says_its_kind",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"kind\" = '')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="4e86bf6525555933fd684f43e7df80833fb1734b",
                    operation="INSERT",
                    pgid="pgtrigger_says_its_kind_9c63a",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraint(
            model_name="brokenglass",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["", "in_danger", "lost", "nobody_there", "other"])),
                name="broken_glass_is_of_a_kind_that_there_is",
            ),
        ),
    ]
