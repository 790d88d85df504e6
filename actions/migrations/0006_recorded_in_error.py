import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("actions", "0005_found_by_words"),
        ("cases", "0014_letters"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="action",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="action",
            name="update_update",
        ),
        AddField(
            model_name="action",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="action",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="action",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="actionevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="actionevent",
            name="in_error_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="actionevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actionevent" ("agency_id", "agreed_at", "agreed_by_id", "area_id", "case_id", "done_at", "done_by_id", "due_on", "handed_over_to", "id", "in_error_at", "in_error_by_id", "in_error_reason", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "what") VALUES (NEW."agency_id", NEW."agreed_at", NEW."agreed_by_id", NEW."area_id", NEW."case_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."handed_over_to", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."what"); RETURN NULL;',
                    hash="bea8ab5deb3050e0cecce98ad6db2f2217a66724",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bc7f0",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="action",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actionevent" ("agency_id", "agreed_at", "agreed_by_id", "area_id", "case_id", "done_at", "done_by_id", "due_on", "handed_over_to", "id", "in_error_at", "in_error_by_id", "in_error_reason", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "what") VALUES (NEW."agency_id", NEW."agreed_at", NEW."agreed_by_id", NEW."area_id", NEW."case_id", NEW."done_at", NEW."done_by_id", NEW."due_on", NEW."handed_over_to", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."what"); RETURN NULL;',
                    hash="7adb7dbac28c410fd48f971edaa7df06c094b3e3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1d90e",
                    table="actions_action",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="action_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("in_error_at", None), ("done_at__isnull", False), _connector="OR"),
                name="what_was_agreed_in_error_is_done_with",
            ),
        ),
    ]
