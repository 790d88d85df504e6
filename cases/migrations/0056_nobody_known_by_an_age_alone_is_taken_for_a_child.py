import pgtrigger.compiler
from django.db import migrations

from prevent_cases.migration_operations import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0055_an_ended_case_can_be_given_another_owner"),
    ]

    operations = [
        RemoveTrigger(
            model_name="letter",
            name="to_no_parent_whom_it_may_not_reach",
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="to_no_parent_whom_it_may_not_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"to_whom\" = 'parent')",
                    func="\n                    IF NEW.parent_of_concern <> 'no' OR NEW.parents_apart = 'unknown'\n                    OR NEW.parents_apart = 'yes' AND NEW.which_parent = '' THEN\n                        RAISE EXCEPTION 'A parent is written to where it is known to be safe.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF EXISTS (\n                        SELECT FROM cases_case JOIN referrals_individual person ON person.id = individual_id\n                        -- By an age alone as if their birthday had been on the day on which it was said.\n                        WHERE cases_case.id = NEW.case_id AND coalesce(person.age_given, 0) + date_part(\n                            'year', age(\n                                (NEW.asked_at AT TIME ZONE 'Europe/London')::date,\n                                coalesce(person.born_on, person.age_given_on)\n                            )\n                        ) >= 18\n                    ) THEN\n                        RAISE EXCEPTION 'Nothing is written to a parent of an adult.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="45eeeeafe8c9c5af6777f16ddf0e3aaba655c39c",
                    operation="INSERT",
                    pgid="pgtrigger_to_no_parent_whom_it_may_not_reach_9b961",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
    ]
