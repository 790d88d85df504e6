import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraintNotValid, AddTrigger, RemoveConstraint, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0064_nothing_follows_after_some_ends"),
        ("panels", "0022_support_is_withdrawn_until_a_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="decision",
            name="names_an_end_reason",
        ),
        RemoveConstraint(
            model_name="decision",
            name="exit_and_only_exit_says_what_changed_and_why",
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"change_since_start\" = '' AND NEW.\"judgement\" IN ('exit', 'agreed_no_more', 'stays_withdrawn') AND NOT (NEW.\"end_reason\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason AND nothing_follows)\n            AND NOT EXISTS (SELECT FROM reference_areaendreason WHERE reference = NEW.end_reason AND nothing_follows)\n        THEN\n            RAISE EXCEPTION 'Where support has ended, it is said what changed and why, unless nothing follows.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="9c7964e7d1053aa78b6577c362e09ce5f0e37a33",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_changed_29bcc",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason)\n            AND NOT EXISTS (SELECT FROM reference_areaendreason WHERE reference = NEW.end_reason)\n        THEN\n            RAISE EXCEPTION 'Why a case ends is one of the reasons that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="11ba49f7d30101aa1223c822e5510430e462d466",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_7e5a6",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("change_since_start__in", ["reduced", "same", "increased", "cannot_say"]),
                        ("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")),
                        models.Q(("change_reason", ""), _negated=True),
                    ),
                    models.Q(
                        ("change_reason", ""),
                        ("change_since_start", ""),
                        ("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")), _negated=True),
                        ("change_reason", ""),
                        ("change_since_start", ""),
                    ),
                    _connector="OR",
                ),
                name="exit_and_only_exit_says_what_changed_and_why",
            ),
        ),
    ]
