import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveConstraint, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0018_until_when_a_case_is_shared"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="letterpolicy",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="letterpolicy",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="letterpolicy",
            name="every_letter_says_something",
        ),
        AddField(
            model_name="letterpolicy",
            name="receipt",
            field=models.TextField(
                default="You can change your mind at any time, and you need not say why. Tell us, or whoever gives the support: spoken or in writing. Support stops at once. It is never held against you.\n\nIf something here is wrong, please tell us. We put it right, or write down what you say beside it."
            ),
        ),
        AddField(
            model_name="letterpolicy",
            name="receipt_easy",
            field=models.TextField(
                default="You can change your mind.\nYou can tell us to stop.\nThen the help stops.\nYou do not have to say why.\nYou can tell us if this is wrong."
            ),
        ),
        AddField(
            model_name="letterpolicyevent",
            name="receipt",
            field=models.TextField(
                default="You can change your mind at any time, and you need not say why. Tell us, or whoever gives the support: spoken or in writing. Support stops at once. It is never held against you.\n\nIf something here is wrong, please tell us. We put it right, or write down what you say beside it."
            ),
        ),
        AddField(
            model_name="letterpolicyevent",
            name="receipt_easy",
            field=models.TextField(
                default="You can change your mind.\nYou can tell us to stop.\nThen the help stops.\nYou do not have to say why.\nYou can tell us if this is wrong."
            ),
        ),
        AddTrigger(
            model_name="letterpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_letterpolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "no_concern", "no_concern_easy", "outcome", "outcome_easy", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "receipt", "receipt_easy", "reference", "starts_on", "support", "support_easy", "told", "told_easy") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."no_concern", NEW."no_concern_easy", NEW."outcome", NEW."outcome_easy", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."receipt", NEW."receipt_easy", NEW."reference", NEW."starts_on", NEW."support", NEW."support_easy", NEW."told", NEW."told_easy"); RETURN NULL;',
                    hash="70e3de11458768e9dacbb97fb818c5a09dfe95ee",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_943da",
                    table="reference_letterpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letterpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_letterpolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "no_concern", "no_concern_easy", "outcome", "outcome_easy", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "receipt", "receipt_easy", "reference", "starts_on", "support", "support_easy", "told", "told_easy") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."no_concern", NEW."no_concern_easy", NEW."outcome", NEW."outcome_easy", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."receipt", NEW."receipt_easy", NEW."reference", NEW."starts_on", NEW."support", NEW."support_easy", NEW."told", NEW."told_easy"); RETURN NULL;',
                    hash="795b25849401eb31bf31a10f2d9182c507f3cd77",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ece8",
                    table="reference_letterpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="letterpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told", ""), _negated=True),
                    models.Q(("told_easy", ""), _negated=True),
                    models.Q(("support", ""), _negated=True),
                    models.Q(("support_easy", ""), _negated=True),
                    models.Q(("outcome", ""), _negated=True),
                    models.Q(("outcome_easy", ""), _negated=True),
                    models.Q(("no_concern", ""), _negated=True),
                    models.Q(("no_concern_easy", ""), _negated=True),
                    models.Q(("receipt", ""), _negated=True),
                    models.Q(("receipt_easy", ""), _negated=True),
                ),
                name="every_letter_says_something",
            ),
        ),
    ]
