import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0058_no_share_is_prolonged_without_an_agreement"),
        ("reports", "0009_more_that_a_summary_can_hold"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200)),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("referrals", "Referrals, as sent"),
                            ("own_words", "In their own words"),
                            ("contacts", "Contact log"),
                            ("section36", "Section 36 decision"),
                            ("agreement", "Agreement to support"),
                            ("told", "Who was told of the referral"),
                            ("assessment", "Last assessment"),
                            ("contributions", "What agencies have shared"),
                            ("meetings", "Meetings and decisions"),
                            ("support", "Support"),
                            ("sessions", "Sessions of support"),
                            ("worries", "Urgent worries"),
                            ("actions", "Actions"),
                            ("files", "Names of files"),
                            ("access", "Who can see this case"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("in_error", "Recorded in error"),
                            ("wrong", "Disputed, and it was wrong"),
                            ("untrue", "Found untrue by two people"),
                        ],
                        max_length=10,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("told_on", models.DateField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("telephone", "Telephone or video call"),
                            ("meeting", "In a meeting"),
                            ("other", "Another way"),
                            ("not_had", "Not told: they never had it"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="cases.case"
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="CorrectionEvent",
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
                ("body", models.CharField(blank=True, max_length=200)),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("referrals", "Referrals, as sent"),
                            ("own_words", "In their own words"),
                            ("contacts", "Contact log"),
                            ("section36", "Section 36 decision"),
                            ("agreement", "Agreement to support"),
                            ("told", "Who was told of the referral"),
                            ("assessment", "Last assessment"),
                            ("contributions", "What agencies have shared"),
                            ("meetings", "Meetings and decisions"),
                            ("support", "Support"),
                            ("sessions", "Sessions of support"),
                            ("worries", "Urgent worries"),
                            ("actions", "Actions"),
                            ("files", "Names of files"),
                            ("access", "Who can see this case"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("in_error", "Recorded in error"),
                            ("wrong", "Disputed, and it was wrong"),
                            ("untrue", "Found untrue by two people"),
                        ],
                        max_length=10,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("told_on", models.DateField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("telephone", "Telephone or video call"),
                            ("meeting", "In a meeting"),
                            ("other", "Another way"),
                            ("not_had", "Not told: they never had it"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
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
                        to="reports.correction",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
            model_name="correction",
            index=models.Index(fields=["case", "-id"], name="corrections_of_a_case"),
        ),
        AddIndex(
            model_name="correction",
            index=models.Index(condition=models.Q(("told_at", None)), fields=["case"], name="corrections_to_tell"),
        ),
        AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        "agency",
                        "area",
                        models.Func("body", models.Value(""), function="NULLIF"),
                        function="NUM_NONNULLS",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="a_correction_is_for_one",
            ),
        ),
        AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("how", ""), ("told_at", None), ("told_by", None), ("told_on", None), ("words", "")),
                    models.Q(
                        ("told_at__isnull", False),
                        ("told_by__isnull", False),
                        ("told_on__isnull", False),
                        models.Q(("how", ""), ("words", ""), _connector="OR", _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_correction_told_says_when_how_and_by_whom",
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."found" IS DISTINCT FROM (NEW."found") OR OLD."found_at" IS DISTINCT FROM (NEW."found_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."section" IS DISTINCT FROM (NEW."section"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="88cedbe2fd1935c99fbb3ce843961c80c2213126",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c4b1a",
                    table="reports_correction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="told_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."told_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="46a3b7371ac78a1bd4c58a38d551528ab6f198f1",
                    operation="UPDATE",
                    pgid="pgtrigger_told_once_bf347",
                    table="reports_correction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_correctionevent" ("agency_id", "area_id", "body", "case_id", "found", "found_at", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "section", "told_at", "told_by_id", "told_on", "words") VALUES (NEW."agency_id", NEW."area_id", NEW."body", NEW."case_id", NEW."found", NEW."found_at", NEW."how", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."section", NEW."told_at", NEW."told_by_id", NEW."told_on", NEW."words"); RETURN NULL;',
                    hash="88a8a5aec87af833796bbbdffff8b95d0a7bfee3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6bcc",
                    table="reports_correction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_correctionevent" ("agency_id", "area_id", "body", "case_id", "found", "found_at", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "section", "told_at", "told_by_id", "told_on", "words") VALUES (NEW."agency_id", NEW."area_id", NEW."body", NEW."case_id", NEW."found", NEW."found_at", NEW."how", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."section", NEW."told_at", NEW."told_by_id", NEW."told_on", NEW."words"); RETURN NULL;',
                    hash="e5c6f1d61f785cac4b3f91c440929c7f9eed124b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38aee",
                    table="reports_correction",
                    when="AFTER",
                ),
            ),
        ),
    ]
