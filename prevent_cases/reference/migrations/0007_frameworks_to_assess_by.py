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
        ("reference", "0006_how_soon_a_dispute_is_answered"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="FrameworkDomain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("about", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AssessmentPolicy",
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
                ("reminded", models.BooleanField(default=False)),
                ("every", models.PositiveSmallIntegerField(default=3)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
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
                "verbose_name": "policy on assessments",
                "verbose_name_plural": "policies on assessments",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AssessmentPolicyEvent",
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
                ("reminded", models.BooleanField(default=False)),
                ("every", models.PositiveSmallIntegerField(default=3)),
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
                        to="reference.assessmentpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Framework",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("retired_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "retired_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="FrameworkEvent",
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
                ("retired_at", models.DateTimeField(null=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.framework",
                    ),
                ),
                (
                    "retired_by",
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
        CreateModel(
            name="FrameworkFactor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(default=prevent_cases.pages.models.new_reference, max_length=10)),
                ("position", models.PositiveSmallIntegerField()),
                ("code", models.CharField(blank=True, max_length=10)),
                ("wording", models.CharField(max_length=300)),
                ("help_text", models.TextField(blank=True)),
                (
                    "domain",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factors",
                        to="reference.frameworkdomain",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="FrameworkVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("origin", models.CharField(blank=True, max_length=200)),
                ("guidance", models.TextField(blank=True)),
                ("put_forward_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
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
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="reference.framework"
                    ),
                ),
                (
                    "put_forward_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="FrameworkFactorEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("key", models.CharField(default=prevent_cases.pages.models.new_reference, max_length=10)),
                ("position", models.PositiveSmallIntegerField()),
                ("code", models.CharField(blank=True, max_length=10)),
                ("wording", models.CharField(max_length=300)),
                ("help_text", models.TextField(blank=True)),
                (
                    "domain",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkdomain",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.frameworkfactor",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddField(
            model_name="frameworkfactor",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="factors", to="reference.frameworkversion"
            ),
        ),
        CreateModel(
            name="FrameworkDomainEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("about", models.TextField(blank=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.frameworkdomain",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddField(
            model_name="frameworkdomain",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="domains", to="reference.frameworkversion"
            ),
        ),
        CreateModel(
            name="FrameworkVersionEvent",
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
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("origin", models.CharField(blank=True, max_length=200)),
                ("guidance", models.TextField(blank=True)),
                ("put_forward_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
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
                    "framework",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.framework",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.frameworkversion",
                    ),
                ),
                (
                    "put_forward_by",
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
        CreateModel(
            name="ScalePoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=200)),
                (
                    "domain",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="own_points",
                        to="reference.frameworkdomain",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="reference.frameworkversion",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ScalePointEvent",
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
                ("position", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=200)),
                (
                    "domain",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkdomain",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reference.scalepoint",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="assessmentpolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="assessmentpolicy_by_day"),
        ),
        AddConstraint(
            model_name="assessmentpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="assessmentpolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="assessmentpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("every__gte", 1)), name="assessments_are_some_time_apart"
            ),
        ),
        AddTrigger(
            model_name="assessmentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b80816a084c2f11d8d26ffef84783b8791a83566",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_13c77",
                    table="reference_assessmentpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessmentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_assessmentpolicyevent" ("area_id", "decided_at", "decided_by_id", "every", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "reminded", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."every", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."reminded", NEW."starts_on"); RETURN NULL;',
                    hash="9e3fb569bbcfac945e3f01d516b6c3a7ecf0204f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7ebef",
                    table="reference_assessmentpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessmentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_assessmentpolicyevent" ("area_id", "decided_at", "decided_by_id", "every", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "reminded", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."every", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."reminded", NEW."starts_on"); RETURN NULL;',
                    hash="f50a3d560bcde0f8653731dc730b4a69cfe70e5a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e35e5",
                    table="reference_assessmentpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="framework",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("retired_at", None), ("retired_by", None)),
                    models.Q(("retired_at__isnull", False), ("retired_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_retired_framework_says_by_whom_and_when",
            ),
        ),
        AddTrigger(
            model_name="framework",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_in_its_area",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ac500d57df30fd2c6daf02a0ec74de4b90acdd45",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_in_its_area_e4bc8",
                    table="reference_framework",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="framework",
            trigger=pgtrigger.compiler.Trigger(
                name="retired_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."retired_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="12efdc5cdd8d986c73d945dc22c6d4cac5eb2eaf",
                    operation="UPDATE",
                    pgid="pgtrigger_retired_once_247e9",
                    table="reference_framework",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="framework",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_frameworkevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "retired_at", "retired_by_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."retired_at", NEW."retired_by_id"); RETURN NULL;',
                    hash="fd617d7ed5541615778b38db4cdcf34895cb027d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c425a",
                    table="reference_framework",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="framework",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_frameworkevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "retired_at", "retired_by_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."retired_at", NEW."retired_by_id"); RETURN NULL;',
                    hash="c4988c6bac2254c01fc3930cc943d899afa08239",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2763a",
                    table="reference_framework",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="frameworkversion",
            constraint=models.UniqueConstraint(
                fields=("framework", "number"), name="one_version_of_a_framework_by_number"
            ),
        ),
        AddConstraint(
            model_name="frameworkversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="a_framework_has_a_title"
            ),
        ),
        AddConstraint(
            model_name="frameworkversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                    models.Q(
                        ("confirmed_at__isnull", False),
                        ("confirmed_by__isnull", False),
                        models.Q(("confirmed_by", models.F("put_forward_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_framework_is_confirmed_by_a_second_person",
            ),
        ),
        AddTrigger(
            model_name="frameworkversion",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."framework_id" IS DISTINCT FROM (NEW."framework_id") OR OLD."guidance" IS DISTINCT FROM (NEW."guidance") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."origin" IS DISTINCT FROM (NEW."origin") OR OLD."put_forward_at" IS DISTINCT FROM (NEW."put_forward_at") OR OLD."put_forward_by_id" IS DISTINCT FROM (NEW."put_forward_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="9201a21b1cdbd4d03957fadd4648ca35601d3ab0",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ea931",
                    table="reference_frameworkversion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkversion",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bd1cdcf5b6eb21cbda5f6be2002e78b36322c51c",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_ce2e4",
                    table="reference_frameworkversion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkversion",
            trigger=pgtrigger.compiler.Trigger(
                name="stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="30242529f9c5a526968c489437b958d79c256b1f",
                    operation="DELETE",
                    pgid="pgtrigger_stays_9b4eb",
                    table="reference_frameworkversion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkversion",
            trigger=pgtrigger.compiler.Trigger(
                name="published_whole",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."confirmed_at" IS NOT NULL)',
                    func="\n        IF NOT EXISTS (SELECT FROM reference_frameworkdomain WHERE version_id = NEW.id)\n            OR EXISTS (\n                SELECT FROM reference_frameworkdomain domain WHERE domain.version_id = NEW.id AND (\n                    NOT EXISTS (SELECT FROM reference_frameworkfactor WHERE domain_id = domain.id)\n                    OR NOT EXISTS (\n                        SELECT FROM reference_scalepoint\n                        WHERE version_id = NEW.id AND (domain_id = domain.id OR domain_id IS NULL)\n                    )\n                )\n            )\n        THEN\n            RAISE EXCEPTION 'a framework is published with a factor and a scale in each of its domains'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'published_whole';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="e0f4cd219fadc3b54d9fbc8bda73967cf08dc31d",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_published_whole_3d209",
                    table="reference_frameworkversion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkversion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_frameworkversionevent" ("confirmed_at", "confirmed_by_id", "framework_id", "guidance", "id", "number", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_forward_at", "put_forward_by_id", "reference", "title") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."framework_id", NEW."guidance", NEW."id", NEW."number", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."put_forward_at", NEW."put_forward_by_id", NEW."reference", NEW."title"); RETURN NULL;',
                    hash="7d0f82288e16934bb8a65a9bc3bb5bb8a3208aff",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4644f",
                    table="reference_frameworkversion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkversion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_frameworkversionevent" ("confirmed_at", "confirmed_by_id", "framework_id", "guidance", "id", "number", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_forward_at", "put_forward_by_id", "reference", "title") VALUES (NEW."confirmed_at", NEW."confirmed_by_id", NEW."framework_id", NEW."guidance", NEW."id", NEW."number", NEW."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."put_forward_at", NEW."put_forward_by_id", NEW."reference", NEW."title"); RETURN NULL;',
                    hash="51afd6e08cfb9a7d4b990fe873e1403fa0deab7a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_09710",
                    table="reference_frameworkversion",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="frameworkfactor",
            constraint=models.UniqueConstraint(fields=("version", "key"), name="a_factor_stands_once_in_a_version"),
        ),
        AddConstraint(
            model_name="frameworkfactor",
            constraint=models.UniqueConstraint(fields=("version", "position"), name="one_factor_at_a_place"),
        ),
        AddConstraint(
            model_name="frameworkfactor",
            constraint=models.UniqueConstraint(
                condition=models.Q(("code", ""), _negated=True),
                fields=("version", "code"),
                name="a_code_stands_for_one_factor",
            ),
        ),
        AddConstraint(
            model_name="frameworkfactor",
            constraint=models.CheckConstraint(
                condition=models.Q(("wording", ""), _negated=True), name="a_factor_has_its_wording"
            ),
        ),
        AddTrigger(
            model_name="frameworkfactor",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d6c7c78d74887b466e6363cb936f5f8920d4099a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_stands_dc7d8",
                    table="reference_frameworkfactor",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkfactor",
            trigger=pgtrigger.compiler.Trigger(
                name="only_what_waits_grows",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM reference_frameworkversion WHERE id = NEW.version_id AND confirmed_at IS NULL FOR SHARE;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'nothing is added to a framework that has been published'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_waits_grows';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="91ac69dd7e1ca2076b1ff32b38d0b8a8b8aab5f8",
                    operation="INSERT",
                    pgid="pgtrigger_only_what_waits_grows_57994",
                    table="reference_frameworkfactor",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkfactor",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_domains_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."domain_id" IS NOT NULL)',
                    func="\n        IF NOT EXISTS (\n            SELECT FROM reference_frameworkdomain WHERE id = NEW.domain_id AND version_id = NEW.version_id\n        ) THEN\n            RAISE EXCEPTION 'what belongs to a domain belongs to the version of that domain'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'of_its_domains_version';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="2acae9c18ddbf2db1243459e1cfd6b4658efc3a4",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_domains_version_55b82",
                    table="reference_frameworkfactor",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkfactor",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_frameworkfactorevent" ("code", "domain_id", "help_text", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id", "wording") VALUES (NEW."code", NEW."domain_id", NEW."help_text", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."version_id", NEW."wording"); RETURN NULL;',
                    hash="3382805dff206b0a906e21d7397a4a9346d46145",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ff0eb",
                    table="reference_frameworkfactor",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkfactor",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_frameworkfactorevent" ("code", "domain_id", "help_text", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "version_id", "wording") VALUES (NEW."code", NEW."domain_id", NEW."help_text", NEW."id", NEW."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."version_id", NEW."wording"); RETURN NULL;',
                    hash="d578d2ea2518bf85d431ab81bdab492642224830",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a2da9",
                    table="reference_frameworkfactor",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="frameworkdomain",
            constraint=models.UniqueConstraint(fields=("version", "position"), name="one_domain_at_a_place"),
        ),
        AddConstraint(
            model_name="frameworkdomain",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True), name="a_domain_has_a_title"
            ),
        ),
        AddTrigger(
            model_name="frameworkdomain",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="07c27ea3d9300abb796dc8a52197de25f180a3f3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_stands_e3cd3",
                    table="reference_frameworkdomain",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkdomain",
            trigger=pgtrigger.compiler.Trigger(
                name="only_what_waits_grows",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM reference_frameworkversion WHERE id = NEW.version_id AND confirmed_at IS NULL FOR SHARE;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'nothing is added to a framework that has been published'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_waits_grows';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="183d52a511041263b6d57438f2aa99d651e79bad",
                    operation="INSERT",
                    pgid="pgtrigger_only_what_waits_grows_4f65d",
                    table="reference_frameworkdomain",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkdomain",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_frameworkdomainevent" ("about", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title", "version_id") VALUES (NEW."about", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."title", NEW."version_id"); RETURN NULL;',
                    hash="ad0c4fe301936355a15d69c0f5416c21fcecbd9b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cd610",
                    table="reference_frameworkdomain",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="frameworkdomain",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_frameworkdomainevent" ("about", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "title", "version_id") VALUES (NEW."about", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."title", NEW."version_id"); RETURN NULL;',
                    hash="a264e75c0e82b4209dfb70c520c6cfbd5386f371",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a85b5",
                    table="reference_frameworkdomain",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="scalepoint",
            constraint=models.UniqueConstraint(
                fields=("version", "domain", "position"), name="one_point_of_a_scale_at_a_place", nulls_distinct=False
            ),
        ),
        AddConstraint(
            model_name="scalepoint",
            constraint=models.UniqueConstraint(
                fields=("version", "domain", "label"), name="a_point_is_on_a_scale_once", nulls_distinct=False
            ),
        ),
        AddConstraint(
            model_name="scalepoint",
            constraint=models.CheckConstraint(
                condition=models.Q(("label", ""), _negated=True), name="a_point_has_its_words"
            ),
        ),
        AddTrigger(
            model_name="scalepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3b7992e97a349638f0948b8f99743f27bb165f5a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_stands_6a311",
                    table="reference_scalepoint",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="scalepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="only_what_waits_grows",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        PERFORM FROM reference_frameworkversion WHERE id = NEW.version_id AND confirmed_at IS NULL FOR SHARE;\n        IF NOT FOUND THEN\n            RAISE EXCEPTION 'nothing is added to a framework that has been published'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'only_what_waits_grows';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="41d7f5f11c4c6cbcfe683ae9cf5b258d03d75174",
                    operation="INSERT",
                    pgid="pgtrigger_only_what_waits_grows_0a35b",
                    table="reference_scalepoint",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="scalepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_domains_version",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."domain_id" IS NOT NULL)',
                    func="\n        IF NOT EXISTS (\n            SELECT FROM reference_frameworkdomain WHERE id = NEW.domain_id AND version_id = NEW.version_id\n        ) THEN\n            RAISE EXCEPTION 'what belongs to a domain belongs to the version of that domain'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'of_its_domains_version';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="946d475b054b885c360e47528b784bbfdac1dc30",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_domains_version_c436c",
                    table="reference_scalepoint",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="scalepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_scalepointevent" ("domain_id", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "version_id") VALUES (NEW."domain_id", NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."reference", NEW."version_id"); RETURN NULL;',
                    hash="cf988a9204347ed6065c119597ec949f72ed3eb3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa2c4",
                    table="reference_scalepoint",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="scalepoint",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_scalepointevent" ("domain_id", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "version_id") VALUES (NEW."domain_id", NEW."id", NEW."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."reference", NEW."version_id"); RETURN NULL;',
                    hash="b83a13746fe388b66161a880ae5660e707dfd02b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_861a0",
                    table="reference_scalepoint",
                    when="AFTER",
                ),
            ),
        ),
    ]
