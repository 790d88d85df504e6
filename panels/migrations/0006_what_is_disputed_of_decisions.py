import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, AlterField, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("panels", "0005_reviews_after_support"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AlterField(
            model_name="minutes",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="minutes", to="panels.agendaitem"
            ),
        ),
        CreateModel(
            name="DecisionDispute",
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
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.decision"
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
            name="DecisionDisputeEvent",
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.decision",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panels.decisiondispute",
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
            model_name="decisiondispute",
            index=models.Index(
                condition=models.Q(("answered_at", None)), fields=["due_on"], name="disputes_of_decisions_due"
            ),
        ),
        AddConstraint(
            model_name="decisiondispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="a_dispute_of_a_decision_says_something"
            ),
        ),
        AddConstraint(
            model_name="decisiondispute",
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
                name="its_answer_says_what_came_of_it",
            ),
        ),
        AddConstraint(
            model_name="decisiondispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__isnull", False)), name="a_dispute_of_a_decision_is_answered_by_a_day"
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="605060647a37200370ac5bfe66c5ec8bd37e5e1f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f8d29",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="557d3810088ba9a2571fba992d2fca13fca470c4",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_beb0f",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisiondisputeevent" ("answer", "answered_at", "answered_by_id", "decision_id", "due_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="a9e39df779ab306c81b01673723df56ba67af2db",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_80f10",
                    table="panels_decisiondispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_decisiondisputeevent" ("answer", "answered_at", "answered_by_id", "decision_id", "due_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="e20bdde1f6cbb8be189c9221ec0f4a3ed3359fdd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea576",
                    table="panels_decisiondispute",
                    when="AFTER",
                ),
            ),
        ),
    ]
