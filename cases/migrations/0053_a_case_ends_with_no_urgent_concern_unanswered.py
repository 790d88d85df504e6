import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0052_the_day_of_keeping_follows_the_age"),
    ]

    operations = [
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_with_no_unanswered_worry",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.stage <> 'transferred')",
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (SELECT FROM cases_urgentconcern worry WHERE worry.case_id = NEW.id AND answered_at IS NULL) THEN\n            RAISE EXCEPTION 'A case ends with no urgent concern unanswered.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="50f4208f0f1e8bed3b17805ce064f8fdaff6e810",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_with_no_unanswered_worry_a091d",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
