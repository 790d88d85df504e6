import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.lookups
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    AlterField,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0064_nothing_follows_after_some_ends"),
        ("reference", "0027_how_soon_what_is_shared_is_acknowledged"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AlterField(
            model_name="factorentry",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="factor_entries", to="cases.assessment"
            ),
        ),
        RemoveTrigger(
            model_name="dispute",
            name="stands",
        ),
        RemoveTrigger(
            model_name="dispute",
            name="of_its_case",
        ),
        RemoveTrigger(
            model_name="dispute",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="dispute",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="dispute",
            name="a_dispute_is_of_one_thing",
        ),
        AddField(
            model_name="dispute",
            name="allocation",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.allocation"
            ),
        ),
        AddField(
            model_name="dispute",
            name="factor_entry",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.factorentry"
            ),
        ),
        AddField(
            model_name="dispute",
            name="intervention",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.intervention"
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="allocation",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.allocation",
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="factor_entry",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.factorentry",
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="intervention",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.intervention",
            ),
        ),
        AddIndex(
            model_name="allocation",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("note", config="english"), name="allocations_by_words"
            ),
        ),
        AddIndex(
            model_name="factorentry",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "in_words", "evidence", "source", "protective_factors", config="english"
                ),
                name="factors_by_words",
            ),
        ),
        AddIndex(
            model_name="intervention",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "purpose", "needs", "safe_place", "to_avoid", "why_declined", "ended_because", config="english"
                ),
                name="interventions_by_words",
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."allocation_id" IS DISTINCT FROM (NEW."allocation_id") OR OLD."assessment_id" IS DISTINCT FROM (NEW."assessment_id") OR OLD."being_told_id" IS DISTINCT FROM (NEW."being_told_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_id" IS DISTINCT FROM (NEW."consent_id") OR OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."exit_plan_id" IS DISTINCT FROM (NEW."exit_plan_id") OR OLD."factor_entry_id" IS DISTINCT FROM (NEW."factor_entry_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."information_answer_id" IS DISTINCT FROM (NEW."information_answer_id") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."own_account_id" IS DISTINCT FROM (NEW."own_account_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."support_plan_id" IS DISTINCT FROM (NEW."support_plan_id") OR OLD."urgent_concern_id" IS DISTINCT FROM (NEW."urgent_concern_id") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1a7471107d108311dc9b35c69ed27e412afe8883",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8f3c8",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_assessment written\n            \n            WHERE written.id = NEW.assessment_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contribution_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_contribution written\n            \n            WHERE written.id = NEW.contribution_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contact_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_loggedcontact written\n            \n            WHERE written.id = NEW.contact_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.decision_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_section36decision written\n            \n            WHERE written.id = NEW.decision_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.session_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_interventionsession written\n            JOIN cases_intervention part ON part.id = written.intervention_id\n            WHERE written.id = NEW.session_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.exit_plan_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_exitplan written\n            \n            WHERE written.id = NEW.exit_plan_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.consent_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_consent written\n            \n            WHERE written.id = NEW.consent_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.being_told_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_beingtold written\n            \n            WHERE written.id = NEW.being_told_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.support_plan_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_supportplan written\n            \n            WHERE written.id = NEW.support_plan_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.information_answer_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_informationanswer written\n            JOIN cases_informationrequest part ON part.id = written.request_id\n            WHERE written.id = NEW.information_answer_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.urgent_concern_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_urgentconcern written\n            \n            WHERE written.id = NEW.urgent_concern_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.letter_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_letter written\n            \n            WHERE written.id = NEW.letter_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.own_account_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_ownaccount written\n            \n            WHERE written.id = NEW.own_account_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.factor_entry_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_factorentry written\n            JOIN cases_assessment part ON part.id = written.assessment_id\n            WHERE written.id = NEW.factor_entry_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.intervention_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_intervention written\n            \n            WHERE written.id = NEW.intervention_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.allocation_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_allocation written\n            \n            WHERE written.id = NEW.allocation_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;",
                    hash="5837bca362b016192b7f419c7c49506ead91101b",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_case_8cdb3",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_disputeevent" ("allocation_id", "answer", "answered_at", "answered_by_id", "assessment_id", "being_told_id", "case_id", "consent_id", "contact_id", "contribution_id", "decision_id", "due_on", "exit_plan_id", "factor_entry_id", "id", "information_answer_id", "intervention_id", "letter_id", "outcome", "own_account_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "session_id", "support_plan_id", "urgent_concern_id", "whose", "words") VALUES (NEW."allocation_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."being_told_id", NEW."case_id", NEW."consent_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."exit_plan_id", NEW."factor_entry_id", NEW."id", NEW."information_answer_id", NEW."intervention_id", NEW."letter_id", NEW."outcome", NEW."own_account_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."session_id", NEW."support_plan_id", NEW."urgent_concern_id", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="1b120e2ab4a51145ce78100495ba91085320f610",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_386de",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_disputeevent" ("allocation_id", "answer", "answered_at", "answered_by_id", "assessment_id", "being_told_id", "case_id", "consent_id", "contact_id", "contribution_id", "decision_id", "due_on", "exit_plan_id", "factor_entry_id", "id", "information_answer_id", "intervention_id", "letter_id", "outcome", "own_account_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "session_id", "support_plan_id", "urgent_concern_id", "whose", "words") VALUES (NEW."allocation_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."being_told_id", NEW."case_id", NEW."consent_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."exit_plan_id", NEW."factor_entry_id", NEW."id", NEW."information_answer_id", NEW."intervention_id", NEW."letter_id", NEW."outcome", NEW."own_account_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."session_id", NEW."support_plan_id", NEW."urgent_concern_id", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="4a2b209281f20f64fd2ad98a27efc6bc882a23df",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e24d7",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        "assessment",
                        "contribution",
                        "contact",
                        "decision",
                        "session",
                        "exit_plan",
                        "consent",
                        "being_told",
                        "support_plan",
                        "information_answer",
                        "urgent_concern",
                        "letter",
                        "own_account",
                        "factor_entry",
                        "intervention",
                        "allocation",
                        function="NUM_NONNULLS",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="a_dispute_is_of_one_thing",
            ),
        ),
    ]
