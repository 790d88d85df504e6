import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, AlterField


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_what_was_made_before")]

    operations = [
        AlterField(
            model_name="casesummary",
            name="number",
            field=models.PositiveIntegerField(),
        ),
        AlterField(
            model_name="casesummaryevent",
            name="number",
            field=models.PositiveIntegerField(),
        ),
        AddTrigger(
            model_name="boardreport",
            trigger=pgtrigger.compiler.Trigger(
                name="opens_no_longer_than_was_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."made_at" IS NOT NULL AND (OLD."open_until" IS DISTINCT FROM (NEW."open_until") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."removed_at" IS NOT NULL))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="383dd8ba9f5a72c22887a143a91ef87c4bbcb4c6",
                    operation="UPDATE",
                    pgid="pgtrigger_opens_no_longer_than_was_said_7a9cb",
                    table="reports_boardreport",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="opens_no_longer_than_was_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."made_at" IS NOT NULL AND (OLD."open_until" IS DISTINCT FROM (NEW."open_until") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."removed_at" IS NOT NULL))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2bd700328384bc0796df24ef4de86c8892b4c764",
                    operation="UPDATE",
                    pgid="pgtrigger_opens_no_longer_than_was_said_f9a4c",
                    table="reports_casesummary",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_it_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."sections" IS DISTINCT FROM (NEW."sections") OR OLD."handed_to_id" IS DISTINCT FROM (NEW."handed_to_id") OR OLD."handed_to_body" IS DISTINCT FROM (NEW."handed_to_body") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="81c9b4a35a768921913e9d66d1d80d4dfdb2b489",
                    operation="UPDATE",
                    pgid="pgtrigger_says_what_it_said_5154f",
                    table="reports_casesummary",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraint(
            model_name="boardreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("open_until", None)),
                    models.Q(("made_at__isnull", False), ("open_until__isnull", False)),
                    _connector="OR",
                ),
                name="a_made_boardreport_has_its_last_day",
            ),
        ),
        AddConstraint(
            model_name="boardreport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at", None), models.Q(("file", ""), ("made_at__isnull", False)), _connector="OR"
                ),
                name="a_removed_boardreport_is_gone",
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("open_until", None)),
                    models.Q(("made_at__isnull", False), ("open_until__isnull", False)),
                    _connector="OR",
                ),
                name="a_made_casesummary_has_its_last_day",
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at", None), models.Q(("file", ""), ("made_at__isnull", False)), _connector="OR"
                ),
                name="a_removed_casesummary_is_gone",
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.UniqueConstraint(
                fields=("case", "number"), name="a_number_is_given_to_one_summary_of_a_case"
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="summaries_are_numbered_from_one"
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "sections__contained_by",
                        [
                            "referrals",
                            "section36",
                            "agreement",
                            "assessment",
                            "contributions",
                            "meetings",
                            "support",
                            "actions",
                            "access",
                        ],
                    ),
                    ("sections__len__gte", 1),
                ),
                name="a_summary_holds_some_section",
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handed_to", None), ("handed_to_body", "")),
                    (
                        "sections__contained_by",
                        [
                            "referrals",
                            "section36",
                            "agreement",
                            "assessment",
                            "contributions",
                            "meetings",
                            "support",
                            "actions",
                        ],
                    ),
                    _connector="OR",
                ),
                name="a_summary_handed_out_names_no_other_readers",
            ),
        ),
    ]
