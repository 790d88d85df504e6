import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0066_end_reasons_of_an_area_are_named_in_its_cases"),
    ]

    operations = [
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="made_before_it_is_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."checked_by_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="be266f6b1c7bbe8b1ec2d940cf8e9e467b99e83c",
                    operation="INSERT",
                    pgid="pgtrigger_made_before_it_is_signed_79bc3",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="made_before_it_is_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."checked_by_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="01c923289fa34819b4f35263497827a772f8028e",
                    operation="INSERT",
                    pgid="pgtrigger_made_before_it_is_signed_513af",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
    ]
