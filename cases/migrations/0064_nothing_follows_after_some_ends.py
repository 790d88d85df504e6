import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0063_what_ends_or_keeps_a_case_takes_two"),
        ("reference", "0026_nothing_follows_after_a_death"),
        ("referrals", "0019_found_by_birthdays_learnt_before"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="exited_with_a_plan",
        ),
        RemoveTrigger(
            model_name="case",
            name="stays_as_it_ended",
        ),
        RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="section36decision",
            name="names_an_end_reason",
        ),
        AddField(
            model_name="case",
            name="nothing_follows",
            field=models.BooleanField(default=False),
        ),
        AddField(
            model_name="caseevent",
            name="nothing_follows",
            field=models.BooleanField(default=False),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="exited_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."stage" = \'exited\' AND OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                    constraint="CONSTRAINT",
                    func="\n        IF OLD.stage <> 'active' THEN\n            IF NOT EXISTS (\n                SELECT FROM cases_consent line\n                WHERE line.case_id = NEW.id AND line.answer = 'given' AND line.in_error_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'A case exits only where support was agreed to.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        END IF;\n        IF NEW.nothing_follows THEN\n            RETURN NULL;\n        END IF;\n        IF NOT EXISTS (SELECT FROM cases_exitplan plan WHERE plan.case_id = NEW.id) THEN\n            RAISE EXCEPTION 'A case exits with a plan for afterwards.' USING ERRCODE = 'check_violation';\n        END IF;\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            WHERE assessment.case_id = NEW.id AND assessment.assessed_on >= NEW.consent_given_on\n            AND assessment.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'A case exits with a final assessment, made since support began.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="99f8a718554c70b7b5ad58f1aebeb7472409a67e",
                    operation="UPDATE",
                    pgid="pgtrigger_exited_with_a_plan_1d2f2",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_it_ended",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NOT NULL AND (OLD.area_id IS DISTINCT FROM NEW.area_id OR OLD.panel_id IS DISTINCT FROM NEW.panel_id OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.opened_by_id IS DISTINCT FROM NEW.opened_by_id OR OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.awaits_section36 IS DISTINCT FROM NEW.awaits_section36 OR OLD.nothing_follows IS DISTINCT FROM NEW.nothing_follows))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cbfdff9752fb5c10ad92586586031c837766b8e8",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_as_it_ended_ccdda",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "nothing_follows", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reassess_on", "reference", "retention_review_on", "review_after_support_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."nothing_follows", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reassess_on", NEW."reference", NEW."retention_review_on", NEW."review_after_support_on", NEW."stage"); RETURN NULL;',
                    hash="025aaf664473f165f258540de0246b0d66a1a2ac",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b483",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "nothing_follows", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reassess_on", "reference", "retention_review_on", "review_after_support_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."nothing_follows", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reassess_on", NEW."reference", NEW."retention_review_on", NEW."review_after_support_on", NEW."stage"); RETURN NULL;',
                    hash="bad188d68caae407ef19c26b4444106073f7b1f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason)\n            AND NOT EXISTS (SELECT FROM reference_areaendreason WHERE reference = NEW.end_reason)\n        THEN\n            RAISE EXCEPTION 'Why a case ends is one of the reasons that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="65aa201ac55f60547cb5f69b03c728d68fa147e6",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_efa04",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("nothing_follows", False),
                    models.Q(("ended_at__isnull", False), ("review_after_support_on", None)),
                    _connector="OR",
                ),
                name="nothing_follows_only_where_a_case_has_ended",
            ),
        ),
    ]
