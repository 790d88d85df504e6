import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0038_more_is_found_by_words"),
    ]

    operations = [
        RemoveTrigger(
            model_name="consent",
            name="stands",
        ),
        RemoveTrigger(
            model_name="consent",
            name="consent_as_the_ledger_has_it",
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_to" IS DISTINCT FROM (NEW."agreed_to") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_by" IS DISTINCT FROM (NEW."answered_by") OR OLD."answered_name" IS DISTINCT FROM (NEW."answered_name") OR OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."asked_by" IS DISTINCT FROM (NEW."asked_by") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."own_view" IS DISTINCT FROM (NEW."own_view") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."responsibility" IS DISTINCT FROM (NEW."responsibility") OR OLD."what_was_explained" IS DISTINCT FROM (NEW."what_was_explained") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ba0947fc5788b29c875f503edd778cb3aab64500",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8d4c1",
                    table="cases_consent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="consent_as_the_ledger_has_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_case standing WHERE standing.id = NEW.case_id AND standing.consent_given_on IS NOT NULL\n        AND NOT EXISTS (\n            SELECT FROM (\n                SELECT line.answer, line.answered_on, line.ends_on FROM cases_consent line\n                WHERE line.case_id = standing.id AND line.in_error_at IS NULL\n                ORDER BY line.answered_on DESC, line.id DESC LIMIT 1\n            ) last\n            WHERE last.answer = 'given' AND last.answered_on = standing.consent_given_on\n            AND last.ends_on IS NOT DISTINCT FROM standing.consent_ends_on\n        )\n    ) THEN\n        RAISE EXCEPTION 'A case stands on the consent that its ledger has last, and on no other.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="fb29fefce6bfd21233073708218fe5854425ccbc",
                    operation='INSERT OR UPDATE OF "in_error_at", "ends_on"',
                    pgid="pgtrigger_consent_as_the_ledger_has_it_01d96",
                    table="cases_consent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
