"""Panels refer elsewhere, leave a case to the police, and end what is not agreed to any more; deferrals say for what.

What is not asked of earlier decisions is not made valid for them: it holds for whatever is written from now on.
"""

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
        ("panels", "0014_more_is_found_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
        AddField(
            model_name="decision",
            name="arranged",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decision",
            name="awaited",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decision",
            name="awaited_by",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="decision",
            name="awaited_from",
            field=models.CharField(blank=True, max_length=300),
        ),
        AddField(
            model_name="decision",
            name="onward_service",
            field=models.CharField(
                blank=True,
                choices=[
                    ("children", "Children's social care"),
                    ("early_help", "Early help"),
                    ("adults", "Adult social care"),
                    ("health", "A health service"),
                    ("mental_health", "A mental health service"),
                    ("school", "The school or college"),
                    ("youth", "Youth services or youth justice"),
                    ("housing", "Housing"),
                    ("police", "The police"),
                    ("probation", "Probation or the prison"),
                    ("voluntary", "A voluntary or community service"),
                    ("other", "Another service"),
                ],
                max_length=20,
            ),
        ),
        AddField(
            model_name="decisionevent",
            name="arranged",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decisionevent",
            name="awaited",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decisionevent",
            name="awaited_by",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="decisionevent",
            name="awaited_from",
            field=models.CharField(blank=True, max_length=300),
        ),
        AddField(
            model_name="decisionevent",
            name="onward_service",
            field=models.CharField(
                blank=True,
                choices=[
                    ("children", "Children's social care"),
                    ("early_help", "Early help"),
                    ("adults", "Adult social care"),
                    ("health", "A health service"),
                    ("mental_health", "A mental health service"),
                    ("school", "The school or college"),
                    ("youth", "Youth services or youth justice"),
                    ("housing", "Housing"),
                    ("police", "The police"),
                    ("probation", "Probation or the prison"),
                    ("voluntary", "A voluntary or community service"),
                    ("other", "Another service"),
                ],
                max_length=20,
            ),
        ),
        AlterField(
            model_name="decision",
            name="judgement",
            field=models.CharField(
                choices=[
                    ("enter", "Enter: offer support"),
                    ("remain", "Remain: go on with support"),
                    ("exit", "Exit: support ends"),
                    ("agreed_no_more", "End: support is not agreed to any more"),
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
                    ("exit", "Exit: support ends"),
                    ("agreed_no_more", "End: support is not agreed to any more"),
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
                name="police_lead_where_they_were_there",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'police_led')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM panels_agendaitem item\n            JOIN cases_case taken ON taken.id = item.case_id\n            JOIN panels_attendance there ON there.meeting_id = item.meeting_id AND there.presence = 'present'\n            JOIN accounts_agency agency ON agency.id = there.agency_id\n            WHERE item.id = NEW.item_id AND agency.type = 'police' AND agency.area_id = taken.area_id\n        ) THEN\n            RAISE EXCEPTION 'A case becomes police-led only where the police of the person''s home area are present.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="51d628fa5694bb29e113feed19cf5b460f6fee45",
                    operation="INSERT",
                    pgid="pgtrigger_police_lead_where_they_were_there_1d7cd",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "item_id", "judgement", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."item_id", NEW."judgement", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="6c50035257789928be29c1598a9abe607fe28238",
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
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "item_id", "judgement", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."item_id", NEW."judgement", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="2cafa192af6aa23f20f799cc186f7367b0a5bbf7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3abd1",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("judgement__in", ("agreed_no_more", "no_further_action", "refer_elsewhere", "police_led")),
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
                        ("judgement__in", ("exit", "agreed_no_more")),
                        models.Q(("change_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement__in", ("exit", "agreed_no_more")), _negated=True),
                        ("change_reason", ""),
                        ("change_since_start", ""),
                    ),
                    _connector="OR",
                ),
                name="exit_and_only_exit_says_what_changed_and_why",
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("judgement", "refer_elsewhere"),
                        (
                            "onward_service__in",
                            [
                                "children",
                                "early_help",
                                "adults",
                                "health",
                                "mental_health",
                                "school",
                                "youth",
                                "housing",
                                "police",
                                "probation",
                                "voluntary",
                                "other",
                            ],
                        ),
                        models.Q(("arranged", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement", "refer_elsewhere"), _negated=True),
                        ("arranged", ""),
                        ("onward_service", ""),
                    ),
                    _connector="OR",
                ),
                name="elsewhere_says_who_helps_and_what_was_arranged",
            ),
        ),
    ]
