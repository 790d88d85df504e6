import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddConstraintNotValid,
    AddField,
    AddTrigger,
    AlterField,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0021_a_decision_that_ends_a_case_says_why"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="decision",
            name="stands",
        ),
        RemoveTrigger(
            model_name="decision",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="decision",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="decision",
            name="no_support_only_with_health_or_care_considered",
        ),
        RemoveConstraint(
            model_name="decision",
            name="exit_and_only_exit_says_what_changed_and_why",
        ),
        RemoveConstraint(
            model_name="decision",
            name="a_decision_that_ends_a_case_says_why",
        ),
        AddField(
            model_name="decision",
            name="reassess_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="decisionevent",
            name="reassess_on",
            field=models.DateField(null=True),
        ),
        AlterField(
            model_name="decision",
            name="judgement",
            field=models.CharField(
                choices=[
                    ("enter", "Enter: offer support"),
                    ("remain", "Remain: go on with support"),
                    ("withdraw", "Withdraw support for now, and assess anew on a day"),
                    ("exit", "Exit: support ends"),
                    ("agreed_no_more", "End: support is not agreed to any more"),
                    ("stays_withdrawn", "End: support stays withdrawn"),
                    ("no_further_action", "No further action"),
                    ("refer_elsewhere", "Refer elsewhere: another service helps instead"),
                    ("police_led", "Police-led: the police see to it"),
                    ("defer", "Defer: more information is needed"),
                ],
                max_length=20,
            ),
        ),
        AlterField(
            model_name="decisionevent",
            name="judgement",
            field=models.CharField(
                choices=[
                    ("enter", "Enter: offer support"),
                    ("remain", "Remain: go on with support"),
                    ("withdraw", "Withdraw support for now, and assess anew on a day"),
                    ("exit", "Exit: support ends"),
                    ("agreed_no_more", "End: support is not agreed to any more"),
                    ("stays_withdrawn", "End: support stays withdrawn"),
                    ("no_further_action", "No further action"),
                    ("refer_elsewhere", "Refer elsewhere: another service helps instead"),
                    ("police_led", "Police-led: the police see to it"),
                    ("defer", "Defer: more information is needed"),
                ],
                max_length=20,
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arranged" IS DISTINCT FROM (NEW."arranged") OR OLD."awaited" IS DISTINCT FROM (NEW."awaited") OR OLD."awaited_by" IS DISTINCT FROM (NEW."awaited_by") OR OLD."awaited_from" IS DISTINCT FROM (NEW."awaited_from") OR OLD."change_reason" IS DISTINCT FROM (NEW."change_reason") OR OLD."change_since_start" IS DISTINCT FROM (NEW."change_since_start") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."dissent" IS DISTINCT FROM (NEW."dissent") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."judgement" IS DISTINCT FROM (NEW."judgement") OR OLD."looks_again_on" IS DISTINCT FROM (NEW."looks_again_on") OR OLD."onward_service" IS DISTINCT FROM (NEW."onward_service") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."reassess_on" IS DISTINCT FROM (NEW."reassess_on") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="23c8d70e55af7f899312e4d44e26d9f358bec536",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ba401",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="assessed_anew_on_a_day_to_come",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'withdraw')",
                    func="\n        IF NEW.reassess_on <= (NEW.decided_at AT TIME ZONE 'Europe/London')::date THEN\n            RAISE EXCEPTION 'Where support is withdrawn, the panel assesses anew on a day to come.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="1ac85782dcbefa498010c9c45c7d400e8bde1df9",
                    operation="INSERT",
                    pgid="pgtrigger_assessed_anew_on_a_day_to_come_54376",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "end_reason", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "reassess_on", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."end_reason", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."reassess_on", NEW."recorded_by_id"); RETURN NULL;',
                    hash="3b574263ba3d4b9b291dec9b1a63c95b99b65384",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a414b",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "end_reason", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "reassess_on", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."end_reason", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."reassess_on", NEW."recorded_by_id"); RETURN NULL;',
                    hash="938ef916f8f6dea9b76880d3bbb7b470408b1276",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3abd1",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(
                        (
                            "judgement__in",
                            (
                                "exit",
                                "agreed_no_more",
                                "stays_withdrawn",
                                "no_further_action",
                                "refer_elsewhere",
                                "police_led",
                            ),
                        ),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "judgement__in",
                                (
                                    "exit",
                                    "agreed_no_more",
                                    "stays_withdrawn",
                                    "no_further_action",
                                    "refer_elsewhere",
                                    "police_led",
                                ),
                            ),
                            _negated=True,
                        ),
                        ("end_reason", ""),
                    ),
                    _connector="OR",
                ),
                name="a_decision_that_ends_a_case_says_why",
            ),
        ),
        AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        (
                            "judgement__in",
                            (
                                "withdraw",
                                "agreed_no_more",
                                "stays_withdrawn",
                                "no_further_action",
                                "refer_elsewhere",
                                "police_led",
                            ),
                        ),
                        _negated=True,
                    ),
                    models.Q(("health_or_care", ""), _negated=True),
                    _connector="OR",
                ),
                name="no_support_only_with_health_or_care_considered",
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
                        models.Q(("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")), _negated=True),
                        ("change_reason", ""),
                        ("change_since_start", ""),
                    ),
                    _connector="OR",
                ),
                name="exit_and_only_exit_says_what_changed_and_why",
            ),
        ),
        AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("judgement", "withdraw"), ("reassess_on__isnull", False)),
                    models.Q(models.Q(("judgement", "withdraw"), _negated=True), ("reassess_on", None)),
                    _connector="OR",
                ),
                name="support_is_withdrawn_until_a_day",
            ),
        ),
    ]
