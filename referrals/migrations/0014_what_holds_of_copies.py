import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger


class Migration(migrations.Migration):
    dependencies = [("referrals", "0013_copies_made_before")]

    operations = [
        AddTrigger(
            model_name="disclosedcopy",
            trigger=pgtrigger.compiler.Trigger(
                name="opens_no_longer_than_was_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."made_at" IS NOT NULL AND (OLD."open_until" IS DISTINCT FROM (NEW."open_until") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."removed_at" IS NOT NULL))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4a27bc5443b30fb9ff068a12b694e7285f89af43",
                    operation="UPDATE",
                    pgid="pgtrigger_opens_no_longer_than_was_said_1fb0f",
                    table="referrals_disclosedcopy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="owncopy",
            trigger=pgtrigger.compiler.Trigger(
                name="opens_no_longer_than_was_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."made_at" IS NOT NULL AND (OLD."open_until" IS DISTINCT FROM (NEW."open_until") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."removed_at" IS NOT NULL))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1834f882de45da0f9dc43ea20dbabb5f434c27b0",
                    operation="UPDATE",
                    pgid="pgtrigger_opens_no_longer_than_was_said_1bf4d",
                    table="referrals_owncopy",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraint(
            model_name="disclosedcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("open_until", None)),
                    models.Q(("made_at__isnull", False), ("open_until__isnull", False)),
                    _connector="OR",
                ),
                name="a_made_disclosedcopy_has_its_last_day",
            ),
        ),
        AddConstraint(
            model_name="disclosedcopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at", None), models.Q(("file", ""), ("made_at__isnull", False)), _connector="OR"
                ),
                name="a_removed_disclosedcopy_is_gone",
            ),
        ),
        AddConstraint(
            model_name="owncopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("open_until", None)),
                    models.Q(("made_at__isnull", False), ("open_until__isnull", False)),
                    _connector="OR",
                ),
                name="a_made_owncopy_has_its_last_day",
            ),
        ),
        AddConstraint(
            model_name="owncopy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at", None), models.Q(("file", ""), ("made_at__isnull", False)), _connector="OR"
                ),
                name="a_removed_owncopy_is_gone",
            ),
        ),
    ]
