"""Exits say how things stand against the start of support. Those of before were not asked, and stand as they are.

The constraint is not made valid for them: it holds for whatever is written from now on.
"""

import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraintNotValid, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0002_channel_counts_only_what_its_case_carries"),
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
        AddField(
            model_name="decision",
            name="change_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decision",
            name="change_since_start",
            field=models.CharField(
                blank=True,
                choices=[
                    ("reduced", "Reduced"),
                    ("same", "The same"),
                    ("increased", "Increased"),
                    ("cannot_say", "Cannot say"),
                ],
                max_length=10,
            ),
        ),
        AddField(
            model_name="decisionevent",
            name="change_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decisionevent",
            name="change_since_start",
            field=models.CharField(
                blank=True,
                choices=[
                    ("reduced", "Reduced"),
                    ("same", "The same"),
                    ("increased", "Increased"),
                    ("cannot_say", "Cannot say"),
                ],
                max_length=10,
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "item_id", "judgement", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."item_id", NEW."judgement", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="c625c89f1b83ffc31fb3afad2de5de5340394ce6",
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
                    func='INSERT INTO "panels_decisionevent" ("change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "item_id", "judgement", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."item_id", NEW."judgement", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="216e72f0c1fb958263dccf3ad2695e3ff63f44ba",
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
                    models.Q(
                        ("change_since_start__in", ["reduced", "same", "increased", "cannot_say"]),
                        ("judgement", "exit"),
                        models.Q(("change_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement", "exit"), _negated=True),
                        ("change_reason", ""),
                        ("change_since_start", ""),
                    ),
                    _connector="OR",
                ),
                name="exit_and_only_exit_says_what_changed_and_why",
            ),
        ),
    ]
