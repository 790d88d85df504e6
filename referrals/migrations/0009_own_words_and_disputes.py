import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddField, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("referrals", "0008_what_came_before_waits_too"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="OwnWords",
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
            ],
            options={
                "verbose_name": "own words",
                "verbose_name_plural": "own words",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="OwnWordsEvent",
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
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="individual",
            index=models.Index(fields=["born_on"], name="individuals_by_birthday"),
        ),
        AddField(
            model_name="ownwords",
            name="answered_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="ownwords",
            name="entry",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.concernentry"
            ),
        ),
        AddField(
            model_name="ownwords",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="ownwords",
            name="referral",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="own_words", to="referrals.referral"
            ),
        ),
        AddField(
            model_name="ownwordsevent",
            name="answered_by",
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
            model_name="ownwordsevent",
            name="entry",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="referrals.concernentry",
            ),
        ),
        AddField(
            model_name="ownwordsevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="referrals.ownwords",
            ),
        ),
        AddField(
            model_name="ownwordsevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="ownwordsevent",
            name="referral",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="referrals.referral",
            ),
        ),
        AddIndex(
            model_name="ownwords",
            index=models.Index(
                condition=models.Q(("answered_at", None), ("entry__isnull", False)),
                fields=["due_on"],
                name="disputes_to_answer",
            ),
        ),
        AddConstraint(
            model_name="ownwords",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="own_words_say_something"
            ),
        ),
        AddConstraint(
            model_name="ownwords",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("due_on", None), ("entry", None)),
                    models.Q(("due_on__isnull", False), ("entry__isnull", False)),
                    _connector="OR",
                ),
                name="what_is_disputed_is_answered_by_a_day",
            ),
        ),
        AddConstraint(
            model_name="ownwords",
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
                name="an_answered_dispute_says_what_came_of_it",
            ),
        ),
        AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."entry_id" IS DISTINCT FROM (NEW."entry_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e377732bd9416cc0c822129ce7b300d85a942572",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3f07a",
                    table="referrals_ownwords",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="28ab82c10b3f6ecc3f5fb84294d77854aa0d5149",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_9bc99",
                    table="referrals_ownwords",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="disputes_an_entry_of_its_referral",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NEW.entry_id IS NOT NULL AND NOT EXISTS (\n                        SELECT FROM referrals_concernentry entry\n                        WHERE entry.id = NEW.entry_id AND entry.referral_id = NEW.referral_id\n                    ) THEN\n                        RAISE EXCEPTION 'An entry is disputed with the referral it is part of.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="27cc59dcedcf3a69bca758b118cc90cf54f9ad4b",
                    operation="INSERT",
                    pgid="pgtrigger_disputes_an_entry_of_its_referral_a47f0",
                    table="referrals_ownwords",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_ownwordsevent" ("answer", "answered_at", "answered_by_id", "due_on", "entry_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "referral_id", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."due_on", NEW."entry_id", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."referral_id", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="741f4488ad916e12df86aa8a0aaf3bb8b38eb4bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1a723",
                    table="referrals_ownwords",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownwords",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_ownwordsevent" ("answer", "answered_at", "answered_by_id", "due_on", "entry_id", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "referral_id", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."due_on", NEW."entry_id", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."referral_id", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="7f8e71eabfaf7b0a817e4f42a09b8fe147729d48",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3109b",
                    table="referrals_ownwords",
                    when="AFTER",
                ),
            ),
        ),
    ]
