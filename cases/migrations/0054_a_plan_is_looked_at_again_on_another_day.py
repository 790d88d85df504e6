import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0053_a_case_ends_with_no_urgent_concern_unanswered"),
    ]

    operations = [
        RemoveTrigger(
            model_name="supportplan",
            name="stands",
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arrangements" IS DISTINCT FROM (NEW."arrangements") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_request" IS DISTINCT FROM (NEW."consent_request") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."provider" IS DISTINCT FROM (NEW."provider") OR OLD."support" IS DISTINCT FROM (NEW."support"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4a7cf3fdcd2a3ff1c286181ece02bdfb3ebba6d0",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3b820",
                    table="cases_supportplan",
                    when="BEFORE",
                ),
            ),
        ),
    ]
