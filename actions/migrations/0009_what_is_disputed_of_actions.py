import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0008_what_was_done_is_not_to_do_again"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="ActionDispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("words", models.TextField()),
                ("said_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wrong", "It was wrong"),
                            ("stands", "It stands, with what they say beside it"),
                            ("unclear", "It cannot be settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="disputed_by", to="actions.action"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ActionDisputeEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("words", models.TextField()),
                ("said_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wrong", "It was wrong"),
                            ("stands", "It stands, with what they say beside it"),
                            ("unclear", "It cannot be settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="actions.actiondispute",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="actiondispute",
            index=models.Index(
                condition=models.Q(("answered_at", None)), fields=["due_on"], name="disputes_of_actions_due"
            ),
        ),
        AddConstraint(
            model_name="actiondispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="a_dispute_of_an_action_says_something"
            ),
        ),
        AddConstraint(
            model_name="actiondispute",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None), ("outcome", "")),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="its_answer_says_what_came_of_an_actions_dispute",
            ),
        ),
        AddConstraint(
            model_name="actiondispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__isnull", False)), name="a_dispute_of_an_action_is_answered_by_a_day"
            ),
        ),
        AddTrigger(
            model_name="actiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."action_id" IS DISTINCT FROM (NEW."action_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3f5f2339b721d31c89fc9fd710fdc519157852bf",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ff2b6",
                    table="actions_actiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="actiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1b8d65b4d34d2e33c4e5f3eb6a6a90996d51b86a",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_bc0b8",
                    table="actions_actiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="actiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "actions_actiondisputeevent" ("action_id", "answer", "answered_at", "answered_by_id", "due_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "whose", "words") VALUES (NEW."action_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."due_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="88e93318826919f99b03f7e001da53d03981e60e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_03f29",
                    table="actions_actiondispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="actiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "actions_actiondisputeevent" ("action_id", "answer", "answered_at", "answered_by_id", "due_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "whose", "words") VALUES (NEW."action_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."due_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="4b43bdd9f758244607091cc6d99d58fc77270dcb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5d496",
                    table="actions_actiondispute",
                    when="AFTER",
                ),
            ),
        ),
    ]
