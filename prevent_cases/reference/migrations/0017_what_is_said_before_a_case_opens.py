import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0016_how_early_reviews_are_prepared"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="PurposePolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("words", models.PositiveSmallIntegerField(default=20)),
                ("holds_for", models.PositiveSmallIntegerField(default=1)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "policy on purposes",
                "verbose_name_plural": "policies on purposes",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="PurposePolicyEvent",
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
                ("starts_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("words", models.PositiveSmallIntegerField(default=20)),
                ("holds_for", models.PositiveSmallIntegerField(default=1)),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "confirmed_by",
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
                    "decided_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="reference.purposepolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="purposepolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="purposepolicy_by_day"),
        ),
        AddConstraint(
            model_name="purposepolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="purposepolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="purposepolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                    models.Q(
                        ("confirmed_at__isnull", False),
                        ("confirmed_by__isnull", False),
                        models.Q(("confirmed_by", models.F("decided_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="purposepolicy_is_confirmed_by_a_second_person",
            ),
        ),
        AddConstraint(
            model_name="purposepolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("holds_for__gte", 1), ("words__gte", 1)),
                name="a_purpose_takes_words_and_holds_for_some_time",
            ),
        ),
        AddTrigger(
            model_name="purposepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."holds_for" IS DISTINCT FROM (NEW."holds_for") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5255c4ea0da808ef894c718f2e7b95570a380412",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_74e4d",
                    table="reference_purposepolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="purposepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e21a6ec8ba44fc3e5397282e7c7d11916181942c",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_084fb",
                    table="reference_purposepolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="purposepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_purposepolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "holds_for", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "words") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."holds_for", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."words"); RETURN NULL;',
                    hash="96be29c5c52baf3f3a80b9268e31a33e1a56e775",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ef41c",
                    table="reference_purposepolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="purposepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_purposepolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "holds_for", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "words") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."holds_for", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."words"); RETURN NULL;',
                    hash="cf9d9f5d4ced2ccd65d3b315a242068c11053a57",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e5435",
                    table="reference_purposepolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
