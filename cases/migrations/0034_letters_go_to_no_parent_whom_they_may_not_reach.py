import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0033_consent_is_what_the_ledger_has_and_what_ended_stays"),
    ]

    operations = [
        RemoveTrigger(
            model_name="letter",
            name="stands",
        ),
        RemoveTrigger(
            model_name="letter",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="letter",
            name="update_update",
        ),
        AddField(
            model_name="letter",
            name="which_parent",
            field=models.TextField(blank=True, default=""),
        ),
        AddField(
            model_name="letterevent",
            name="which_parent",
            field=models.TextField(blank=True, default=""),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="to_no_parent_whom_it_may_not_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"to_whom\" = 'parent')",
                    func="\n                    IF NEW.parent_of_concern <> 'no' OR NEW.parents_apart = 'unknown'\n                    OR NEW.parents_apart = 'yes' AND NEW.which_parent = '' THEN\n                        RAISE EXCEPTION 'A parent is written to where it is known to be safe.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF EXISTS (\n                        SELECT FROM cases_case JOIN referrals_individual person ON person.id = individual_id\n                        WHERE cases_case.id = NEW.case_id AND date_part(\n                            'year', age((NEW.asked_at AT TIME ZONE 'Europe/London')::date, person.born_on)\n                        ) >= 18\n                    ) THEN\n                        RAISE EXCEPTION 'Nothing is written to a parent of an adult.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="566825ac4d48a885377a770bcde58f7fb9ce271f",
                    operation="INSERT",
                    pgid="pgtrigger_to_no_parent_whom_it_may_not_reach_9b961",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."easy_text" IS DISTINCT FROM (NEW."easy_text") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_of_concern" IS DISTINCT FROM (NEW."parent_of_concern") OR OLD."parents_apart" IS DISTINCT FROM (NEW."parents_apart") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."to_whom" IS DISTINCT FROM (NEW."to_whom") OR OLD."which_parent" IS DISTINCT FROM (NEW."which_parent") OR OLD."who_opens_post" IS DISTINCT FROM (NEW."who_opens_post") OR OLD."why_safe" IS DISTINCT FROM (NEW."why_safe"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="729c88dc07d776fbcee7c0a9957403915d2f27dd",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c1494",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "which_parent", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."which_parent", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="85eb10c521bfaeaa2ded9a9b4cc1991903e0e650",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7403",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "which_parent", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."which_parent", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="bdbb468f007b87b7406cdefbc5159145cc11f548",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd834",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
    ]
