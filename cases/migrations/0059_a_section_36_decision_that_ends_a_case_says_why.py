import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraintNotValid, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0024_reasons_for_which_cases_end"),
        ("cases", "0058_no_share_is_prolonged_without_an_agreement"),
        ("referrals", "0019_found_by_birthdays_learnt_before"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="section36decision",
            name="stands",
        ),
        RemoveTrigger(
            model_name="section36decision",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="section36decision",
            name="update_update",
        ),
        AddField(
            model_name="section36decision",
            name="end_reason",
            field=models.CharField(blank=True, max_length=20),
        ),
        AddField(
            model_name="section36decisionevent",
            name="end_reason",
            field=models.CharField(blank=True, max_length=20),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."decided_as" IS DISTINCT FROM (NEW."decided_as") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."grounds" IS DISTINCT FROM (NEW."grounds") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."health_or_care_considered" IS DISTINCT FROM (NEW."health_or_care_considered") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reasonable_grounds" IS DISTINCT FROM (NEW."reasonable_grounds") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="75ccdac0ca76707fea36f8dd5be23ba1a26f0c92",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_b766f",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) THEN\n            RAISE EXCEPTION 'Why a case ends is one of the reasons that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="144bf36860b98666b3c9dc5e531c6014fd9ca8c5",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_efa04",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_section36decisionevent" ("case_id", "decided_as", "decided_at", "decided_by_id", "end_reason", "grounds", "health_or_care", "health_or_care_considered", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasonable_grounds", "referral_id") VALUES (NEW."case_id", NEW."decided_as", NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."grounds", NEW."health_or_care", NEW."health_or_care_considered", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reasonable_grounds", NEW."referral_id"); RETURN NULL;',
                    hash="ef71f313bdb3475f0c9ea0a8a9fecc694b304c7c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81430",
                    table="cases_section36decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_section36decisionevent" ("case_id", "decided_as", "decided_at", "decided_by_id", "end_reason", "grounds", "health_or_care", "health_or_care_considered", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasonable_grounds", "referral_id") VALUES (NEW."case_id", NEW."decided_as", NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."grounds", NEW."health_or_care", NEW."health_or_care_considered", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reasonable_grounds", NEW."referral_id"); RETURN NULL;',
                    hash="0fa66a49b172701ec743b880385c974a5ad32a04",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1997",
                    table="cases_section36decision",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(("end_reason", ""), ("health_or_care_considered", None)),
                    models.Q(("health_or_care_considered__isnull", False), models.Q(("end_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_section_36_decision_that_ends_a_case_says_why",
            ),
        ),
    ]
