import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0048_own_accounts_and_more_in_error"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Purpose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("in_danger", "Somebody may be in danger now"),
                            ("news", "To deal with news or a question about this person"),
                            ("helping", "To help or advise the owner, or to take the case over"),
                            ("meeting", "To prepare or write up a meeting"),
                            ("quality", "To check how cases are worked on"),
                            (
                                "rights",
                                "To answer a request or complaint about information, or to decide how long it is kept",
                            ),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="purposes", to="cases.case"
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "purpose of opening a case",
                "verbose_name_plural": "purposes of opening cases",
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="PurposeEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("in_danger", "Somebody may be in danger now"),
                            ("news", "To deal with news or a question about this person"),
                            ("helping", "To help or advise the owner, or to take the case over"),
                            ("meeting", "To prepare or write up a meeting"),
                            ("quality", "To check how cases are worked on"),
                            (
                                "rights",
                                "To answer a request or complaint about information, or to decide how long it is kept",
                            ),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.purpose",
                    ),
                ),
                (
                    "said_by",
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
            model_name="purpose",
            index=models.Index(fields=["said_by", "ends_at"], name="purposes_of_a_person"),
        ),
        AddIndex(
            model_name="purpose",
            index=models.Index(fields=["case", "-id"], name="purposes_of_a_case"),
        ),
        AddConstraint(
            model_name="purpose",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="a_purpose_is_said_in_words"
            ),
        ),
        AddConstraint(
            model_name="purpose",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("said_at"))), name="a_purpose_holds_for_some_time"
            ),
        ),
        AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61f29b4c761ccac232924b7455d5f835c43f1605",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_af847",
                    table="cases_purpose",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_purposeevent" ("case_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_at", "said_by_id", "words") VALUES (NEW."case_id", NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."said_at", NEW."said_by_id", NEW."words"); RETURN NULL;',
                    hash="76c05bdd76994e1e155238bb035344486508a431",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_77811",
                    table="cases_purpose",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_purposeevent" ("case_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_at", "said_by_id", "words") VALUES (NEW."case_id", NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."said_at", NEW."said_by_id", NEW."words"); RETURN NULL;',
                    hash="7249d1286530d738ee5c92ebe60f69d27b8fe688",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dfa8a",
                    table="cases_purpose",
                    when="AFTER",
                ),
            ),
        ),
    ]
