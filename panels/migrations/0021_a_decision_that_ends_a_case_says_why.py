import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraintNotValid, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0024_reasons_for_which_cases_end"),
        ("panels", "0020_support_goes_on_until_it_is_looked_at_again"),
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
            name="end_reason",
            field=models.CharField(blank=True, max_length=20),
        ),
        AddField(
            model_name="decisionevent",
            name="end_reason",
            field=models.CharField(blank=True, max_length=20),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arranged" IS DISTINCT FROM (NEW."arranged") OR OLD."awaited" IS DISTINCT FROM (NEW."awaited") OR OLD."awaited_by" IS DISTINCT FROM (NEW."awaited_by") OR OLD."awaited_from" IS DISTINCT FROM (NEW."awaited_from") OR OLD."change_reason" IS DISTINCT FROM (NEW."change_reason") OR OLD."change_since_start" IS DISTINCT FROM (NEW."change_since_start") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."dissent" IS DISTINCT FROM (NEW."dissent") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."judgement" IS DISTINCT FROM (NEW."judgement") OR OLD."looks_again_on" IS DISTINCT FROM (NEW."looks_again_on") OR OLD."onward_service" IS DISTINCT FROM (NEW."onward_service") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="75fe1f13f52f644a98b710ed9ef4dac369e807f3",
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
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) THEN\n            RAISE EXCEPTION 'Why a case ends is one of the reasons that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="f8078a300f393587ea30c2954aa9255e97e15508",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_7e5a6",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "end_reason", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."end_reason", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="296463bb5c4d2aa4fc96f016ff082a9b1df11114",
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
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "end_reason", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."end_reason", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="74f33d84f9ad351588be3f98552ea56ca2da99ed",
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
                    models.Q(
                        (
                            "judgement__in",
                            ("exit", "agreed_no_more", "no_further_action", "refer_elsewhere", "police_led"),
                        ),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "judgement__in",
                                ("exit", "agreed_no_more", "no_further_action", "refer_elsewhere", "police_led"),
                            ),
                            _negated=True,
                        ),
                        ("end_reason", ""),
                    ),
                    _connector="OR",
                ),
                name="a_decision_that_ends_a_case_says_why",
            ),
        ),
    ]
