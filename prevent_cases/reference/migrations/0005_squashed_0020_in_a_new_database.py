import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddField, AddTrigger, CreateModel, RemoveTrigger


class Migration(migrations.Migration):
    replaces = [
        ("reference", "0005_how_agreement_to_support_is_asked"),
        ("reference", "0006_how_soon_a_dispute_is_answered"),
        ("reference", "0007_frameworks_to_assess_by"),
        ("reference", "0008_information_policy_and_school_holidays"),
        ("reference", "0009_how_long_broken_glass_opens"),
        ("reference", "0010_how_long_cases_are_kept"),
        ("reference", "0011_letters"),
        ("reference", "0012_when_support_has_gone_quiet"),
        ("reference", "0013_agreements_on_sharing"),
        ("reference", "0014_how_soon_a_transferred_case_is_taken"),
        ("reference", "0015_for_how_long_copies_can_be_opened"),
        ("reference", "0016_how_early_reviews_are_prepared"),
        ("reference", "0017_what_is_said_before_a_case_opens"),
        ("reference", "0018_until_when_a_case_is_shared"),
        ("reference", "0019_letters_that_are_receipts"),
        ("reference", "0020_services_that_help_instead"),
    ]

    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("reference", "0004_blocks_of_the_national_form"),
    ]

    operations = [
        CreateModel(
            name="ConsentPolicy",
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
                ("wording", models.TextField(blank=True)),
                ("before_eighteen", models.PositiveSmallIntegerField(default=90)),
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
                "verbose_name": "policy on agreement to support",
                "verbose_name_plural": "policies on agreement to support",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="consentpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="consentpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("before_eighteen__gte", 1)), name="turning_18_is_prepared_for"
                    ),
                ],
            },
        ),
        CreateModel(
            name="ConsentPolicyEvent",
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
                ("wording", models.TextField(blank=True)),
                ("before_eighteen", models.PositiveSmallIntegerField(default=90)),
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
                        to="reference.consentpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="assessmentpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="assessmentpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("every__gte", 1)), name="assessments_are_some_time_apart"
                    ),
                ],
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("retired_at", None), ("retired_by", None)),
                            models.Q(("retired_at__isnull", False), ("retired_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_retired_framework_says_by_whom_and_when",
                    )
                ],
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("framework", "number"), name="one_version_of_a_framework_by_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_framework_has_a_title"
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        CreateModel(
            name="FrameworkDomain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("about", models.TextField(blank=True)),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="domains",
                        to="reference.frameworkversion",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("version", "position"), name="one_domain_at_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True), name="a_domain_has_a_title"
                    ),
                ],
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
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factors",
                        to="reference.frameworkversion",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("version", "key"), name="a_factor_stands_once_in_a_version"),
                    models.UniqueConstraint(fields=("version", "position"), name="one_factor_at_a_place"),
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True),
                        fields=("version", "code"),
                        name="a_code_stands_for_one_factor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wording", ""), _negated=True), name="a_factor_has_its_wording"
                    ),
                ],
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "domain", "position"),
                        name="one_point_of_a_scale_at_a_place",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        fields=("version", "domain", "label"), name="a_point_is_on_a_scale_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True), name="a_point_has_its_words"
                    ),
                ],
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
        CreateModel(
            name="InformationPolicy",
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
                ("answered_within", models.PositiveSmallIntegerField(default=10)),
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
                "verbose_name": "policy on information requests",
                "verbose_name_plural": "policies on information requests",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="informationpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="informationpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answered_within__gte", 1)), name="an_answer_takes_some_time"
                    ),
                ],
            },
        ),
        CreateModel(
            name="InformationPolicyEvent",
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
                ("answered_within", models.PositiveSmallIntegerField(default=10)),
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
                        to="reference.informationpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="SchoolHoliday",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("name", models.CharField(max_length=100)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("starts_on", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=["area", "until"],
                        name="school_holidays_of_an_area",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="a_school_holiday_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("starts_on"))),
                        name="a_school_holiday_ends_after_it_begins",
                    ),
                ],
            },
        ),
        CreateModel(
            name="SchoolHolidayEvent",
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
                ("until", models.DateField()),
                ("name", models.CharField(max_length=100)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                        to="reference.schoolholiday",
                    ),
                ),
                (
                    "withdrawn_by",
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
            name="BrokenGlassPolicy",
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
                ("minutes_open", models.PositiveSmallIntegerField(default=60)),
                ("judged_within", models.PositiveSmallIntegerField(default=5)),
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
                "verbose_name": "policy on breaking the glass",
                "verbose_name_plural": "policies on breaking the glass",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="brokenglasspolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="brokenglasspolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                models.Q(("confirmed_by", models.F("decided_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="brokenglasspolicy_is_confirmed_by_a_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minutes_open__gte", 5), ("minutes_open__lte", 240)),
                        name="broken_glass_opens_for_minutes_or_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("judged_within__gte", 1)), name="judging_takes_some_time"
                    ),
                ],
            },
        ),
        CreateModel(
            name="BrokenGlassPolicyEvent",
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
                ("minutes_open", models.PositiveSmallIntegerField(default=60)),
                ("judged_within", models.PositiveSmallIntegerField(default=5)),
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
                        to="reference.brokenglasspolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="RetentionPolicy",
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
                ("exited", models.PositiveSmallIntegerField(default=72)),
                ("exited_child", models.PositiveSmallIntegerField(default=36)),
                ("police_led", models.PositiveSmallIntegerField(default=72)),
                ("police_led_child", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere_child", models.PositiveSmallIntegerField(default=24)),
                ("no_further_action", models.PositiveSmallIntegerField(default=12)),
                ("no_further_action_child", models.PositiveSmallIntegerField(default=6)),
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
                "verbose_name": "policy on keeping",
                "verbose_name_plural": "policies on keeping",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="retentionpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="retentionpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                models.Q(("confirmed_by", models.F("decided_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="retentionpolicy_is_confirmed_by_a_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("exited_child__lte", models.F("exited"))),
                            models.Q(("police_led_child__lte", models.F("police_led"))),
                            models.Q(("referred_elsewhere_child__lte", models.F("referred_elsewhere"))),
                            models.Q(("no_further_action_child__lte", models.F("no_further_action"))),
                            models.Q(("no_further_action__lte", models.F("exited"))),
                            models.Q(("no_further_action_child__lte", models.F("exited_child"))),
                            models.Q(("no_further_action__lte", models.F("police_led"))),
                            models.Q(("no_further_action_child__lte", models.F("police_led_child"))),
                            models.Q(("no_further_action__lte", models.F("referred_elsewhere"))),
                            models.Q(("no_further_action_child__lte", models.F("referred_elsewhere_child"))),
                        ),
                        name="childhood_and_no_further_action_are_looked_at_soonest",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("no_further_action_child__gte", 1)),
                        name="what_has_ended_is_kept_for_some_time",
                    ),
                ],
            },
        ),
        CreateModel(
            name="RetentionPolicyEvent",
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
                ("exited", models.PositiveSmallIntegerField(default=72)),
                ("exited_child", models.PositiveSmallIntegerField(default=36)),
                ("police_led", models.PositiveSmallIntegerField(default=72)),
                ("police_led_child", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere_child", models.PositiveSmallIntegerField(default=24)),
                ("no_further_action", models.PositiveSmallIntegerField(default=12)),
                ("no_further_action_child", models.PositiveSmallIntegerField(default=6)),
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
                        to="reference.retentionpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="LetterPolicy",
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
                (
                    "told",
                    models.TextField(
                        default="Somebody was worried about you and told us. They did this because they wanted you to be safe and to get help if you want it.\n\nWe have written down what they told us, and talked with people who may be able to help. You are not in trouble. This is not about a crime.\n\nYou can ask us what was said, tell us what you think of it, and ask us to put right what is wrong. We write down what you tell us beside it."
                    ),
                ),
                (
                    "told_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nThey told us.\nYou are not in trouble.\nYou can ask us what they said.\nYou can tell us if it is wrong."
                    ),
                ),
                (
                    "support",
                    models.TextField(
                        default="We would like to offer you support. Whether you want it is for you to say. Nothing happens to you if you say no, and you can stop at any time.\n\nWe would like to meet you, at a place where you feel safe, and tell you what the support is. You can bring somebody with you."
                    ),
                ),
                (
                    "support_easy",
                    models.TextField(
                        default="We want to help you.\nYou can say yes.\nYou can say no.\nYou can stop when you want.\nYou can bring a person you trust."
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        default="We said that we would tell you what was decided. People from different services looked together at what we were told, and at what would help.\n\nIf you want to know more, or do not agree, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "outcome_easy",
                    models.TextField(
                        default="People talked about how to help you.\nThey have decided.\nYou can ask us about it.\nYou can tell us if you do not agree."
                    ),
                ),
                (
                    "no_concern",
                    models.TextField(
                        default="Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. Nobody thinks that you did anything wrong.\n\nWe are sorry for any worry that this has caused you. If you do not agree with how it was done, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "no_concern_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nWe looked at it.\nThere is nothing to worry about.\nYou did nothing wrong.\nWe are sorry if this upset you."
                    ),
                ),
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
                (
                    "receipt",
                    models.TextField(
                        default="You can change your mind at any time, and you need not say why. Tell us, or whoever gives the support: spoken or in writing. Support stops at once. It is never held against you.\n\nIf something here is wrong, please tell us. We put it right, or write down what you say beside it."
                    ),
                ),
                (
                    "receipt_easy",
                    models.TextField(
                        default="You can change your mind.\nYou can tell us to stop.\nThen the help stops.\nYou do not have to say why.\nYou can tell us if this is wrong."
                    ),
                ),
            ],
            options={
                "verbose_name": "policy on letters",
                "verbose_name_plural": "policies on letters",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="letterpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="letterpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        CreateModel(
            name="LetterPolicyEvent",
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
                (
                    "told",
                    models.TextField(
                        default="Somebody was worried about you and told us. They did this because they wanted you to be safe and to get help if you want it.\n\nWe have written down what they told us, and talked with people who may be able to help. You are not in trouble. This is not about a crime.\n\nYou can ask us what was said, tell us what you think of it, and ask us to put right what is wrong. We write down what you tell us beside it."
                    ),
                ),
                (
                    "told_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nThey told us.\nYou are not in trouble.\nYou can ask us what they said.\nYou can tell us if it is wrong."
                    ),
                ),
                (
                    "support",
                    models.TextField(
                        default="We would like to offer you support. Whether you want it is for you to say. Nothing happens to you if you say no, and you can stop at any time.\n\nWe would like to meet you, at a place where you feel safe, and tell you what the support is. You can bring somebody with you."
                    ),
                ),
                (
                    "support_easy",
                    models.TextField(
                        default="We want to help you.\nYou can say yes.\nYou can say no.\nYou can stop when you want.\nYou can bring a person you trust."
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        default="We said that we would tell you what was decided. People from different services looked together at what we were told, and at what would help.\n\nIf you want to know more, or do not agree, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "outcome_easy",
                    models.TextField(
                        default="People talked about how to help you.\nThey have decided.\nYou can ask us about it.\nYou can tell us if you do not agree."
                    ),
                ),
                (
                    "no_concern",
                    models.TextField(
                        default="Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. Nobody thinks that you did anything wrong.\n\nWe are sorry for any worry that this has caused you. If you do not agree with how it was done, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "no_concern_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nWe looked at it.\nThere is nothing to worry about.\nYou did nothing wrong.\nWe are sorry if this upset you."
                    ),
                ),
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
                        to="reference.letterpolicy",
                    ),
                ),
                (
                    "receipt",
                    models.TextField(
                        default="You can change your mind at any time, and you need not say why. Tell us, or whoever gives the support: spoken or in writing. Support stops at once. It is never held against you.\n\nIf something here is wrong, please tell us. We put it right, or write down what you say beside it."
                    ),
                ),
                (
                    "receipt_easy",
                    models.TextField(
                        default="You can change your mind.\nYou can tell us to stop.\nThen the help stops.\nYou do not have to say why.\nYou can tell us if this is wrong."
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="SupportPolicy",
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
                ("answered_within", models.PositiveSmallIntegerField(default=7)),
                ("silent_after", models.PositiveSmallIntegerField(default=21)),
                ("missed_in_a_row", models.PositiveSmallIntegerField(default=2)),
                ("prepared_before", models.PositiveSmallIntegerField(default=28)),
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
                "verbose_name": "policy on support",
                "verbose_name_plural": "policies on support",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="supportpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="supportpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_within__gte", 1),
                            ("silent_after__gte", 1),
                            ("missed_in_a_row__gte", 1),
                            ("prepared_before__gte", 1),
                        ),
                        name="support_is_given_some_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("prepared_before__lte", 90)), name="a_review_is_prepared_in_its_last_months"
                    ),
                ],
            },
        ),
        CreateModel(
            name="SupportPolicyEvent",
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
                ("answered_within", models.PositiveSmallIntegerField(default=7)),
                ("silent_after", models.PositiveSmallIntegerField(default=21)),
                ("missed_in_a_row", models.PositiveSmallIntegerField(default=2)),
                ("prepared_before", models.PositiveSmallIntegerField(default=28)),
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
                        to="reference.supportpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="SharingPolicy",
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
                ("agreement_needed", models.BooleanField(default=False)),
                ("police_need_one", models.BooleanField(default=False)),
                ("council_needs_one", models.BooleanField(default=False)),
                ("reminded_before", models.PositiveSmallIntegerField(default=60)),
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
                ("asked_before", models.PositiveSmallIntegerField(default=7)),
                ("shared_for", models.PositiveSmallIntegerField(default=28)),
            ],
            options={
                "verbose_name": "policy on agreements",
                "verbose_name_plural": "policies on agreements",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="sharingpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="sharingpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("confirmed_at", None), ("confirmed_by", None)),
                            models.Q(
                                ("confirmed_at__isnull", False),
                                ("confirmed_by__isnull", False),
                                models.Q(("confirmed_by", models.F("decided_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sharingpolicy_is_confirmed_by_a_second_person",
                    ),
                ],
            },
        ),
        CreateModel(
            name="SharingPolicyEvent",
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
                ("agreement_needed", models.BooleanField(default=False)),
                ("police_need_one", models.BooleanField(default=False)),
                ("council_needs_one", models.BooleanField(default=False)),
                ("reminded_before", models.PositiveSmallIntegerField(default=60)),
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
                        to="reference.sharingpolicy",
                    ),
                ),
                ("asked_before", models.PositiveSmallIntegerField(default=7)),
                ("shared_for", models.PositiveSmallIntegerField(default=28)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="TransferPolicy",
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
                ("first_panel_within", models.PositiveSmallIntegerField(default=15)),
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
                "verbose_name": "policy on transfers",
                "verbose_name_plural": "policies on transfers",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="transferpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="transferpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first_panel_within__gte", 1)),
                        name="a_panel_has_a_day_to_take_what_is_transferred",
                    ),
                ],
            },
        ),
        CreateModel(
            name="TransferPolicyEvent",
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
                ("first_panel_within", models.PositiveSmallIntegerField(default=15)),
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
                        to="reference.transferpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="CopiesPolicy",
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
                ("open_for", models.PositiveSmallIntegerField(default=14)),
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
                "verbose_name": "policy on copies",
                "verbose_name_plural": "policies on copies",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="copiespolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="copiespolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("open_for__gte", 1)), name="a_copy_can_be_opened_for_some_time"
                    ),
                ],
            },
        ),
        CreateModel(
            name="CopiesPolicyEvent",
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
                ("open_for", models.PositiveSmallIntegerField(default=14)),
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
                        to="reference.copiespolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
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
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="purposepolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="purposepolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(("holds_for__gte", 1), ("words__gte", 1)),
                        name="a_purpose_takes_words_and_holds_for_some_time",
                    ),
                ],
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
        CreateModel(
            name="OnwardService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=20, unique=True)),
                ("label", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("position",),
                "default_permissions": (),
            },
        ),
        CreateModel(
            name="AreaOnwardService",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.onwardservice",
                    ),
                ),
            ],
            options={
                "ordering": ("name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="an_onward_service_has_a_name"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("area", "name"),
                        name="one_onward_service_of_a_name_in_an_area",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("area", "instead_of"),
                        name="one_onward_service_instead_of_another",
                    ),
                ],
            },
        ),
        CreateModel(
            name="AreaOnwardServiceEvent",
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
                ("name", models.CharField(max_length=200)),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                        to="reference.areaonwardservice",
                    ),
                ),
                (
                    "removed_by",
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
                    "instead_of",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.onwardservice",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddField(
            model_name="triagepolicy",
            name="disputes_answered_within",
            field=models.PositiveSmallIntegerField(default=20),
        ),
        AddField(
            model_name="triagepolicyevent",
            name="disputes_answered_within",
            field=models.PositiveSmallIntegerField(default=20),
        ),
        AddTrigger(
            model_name="consentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cb010034d5b3176d1f3db562eebf72b2458c44b1",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_cc1e1",
                    table="reference_consentpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="consentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_consentpolicyevent" ("area_id", "before_eighteen", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "wording") VALUES (NEW."area_id", NEW."before_eighteen", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."wording"); RETURN NULL;',
                    hash="10fe7025c2a71d3a38a2737ab0cff189e35d26a3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5a268",
                    table="reference_consentpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_consentpolicyevent" ("area_id", "before_eighteen", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "wording") VALUES (NEW."area_id", NEW."before_eighteen", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."wording"); RETURN NULL;',
                    hash="36a8d5c3eb9a47e225e89c05995f781e1c5d311d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4ec56",
                    table="reference_consentpolicy",
                    when="AFTER",
                ),
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
        AddTrigger(
            model_name="informationpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c450c585ee76f7a33ccc63231ee997eee8066ce0",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_baf28",
                    table="reference_informationpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_informationpolicyevent" ("answered_within", "area_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."answered_within", NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="32c7d2b1882d5a5cb63c75797b909ac52b2abdbb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c8de",
                    table="reference_informationpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_informationpolicyevent" ("answered_within", "area_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."answered_within", NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="9de84ce3b5e8375fee3ae20c527115366268f261",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f7c84",
                    table="reference_informationpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="schoolholiday",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_schoolholidayevent" ("added_at", "added_by_id", "area_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."until", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="22bbcb27ec417c26fb0422f22e781bdd47a89f99",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5f70c",
                    table="reference_schoolholiday",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="schoolholiday",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_schoolholidayevent" ("added_at", "added_by_id", "area_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."until", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="8e09e35f5d8504670e0309be9acf4481efb69b3b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d81da",
                    table="reference_schoolholiday",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglasspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."judged_within" IS DISTINCT FROM (NEW."judged_within") OR OLD."minutes_open" IS DISTINCT FROM (NEW."minutes_open") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e61be7498a18f11478497083617137dda1373915",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8dee3",
                    table="reference_brokenglasspolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglasspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a3124fc54e263938c459d37c94868e98c8a4e2d9",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_3e82f",
                    table="reference_brokenglasspolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglasspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_brokenglasspolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "id", "judged_within", "minutes_open", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."judged_within", NEW."minutes_open", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="707dd23889b9aa8e94a3a669c9d59c7d94c742fd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4b08e",
                    table="reference_brokenglasspolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglasspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_brokenglasspolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "id", "judged_within", "minutes_open", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."judged_within", NEW."minutes_open", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="8845790bfc40823a96000aa0bb26ff20e048a53f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_130f0",
                    table="reference_brokenglasspolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."exited" IS DISTINCT FROM (NEW."exited") OR OLD."exited_child" IS DISTINCT FROM (NEW."exited_child") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."no_further_action" IS DISTINCT FROM (NEW."no_further_action") OR OLD."no_further_action_child" IS DISTINCT FROM (NEW."no_further_action_child") OR OLD."police_led" IS DISTINCT FROM (NEW."police_led") OR OLD."police_led_child" IS DISTINCT FROM (NEW."police_led_child") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referred_elsewhere" IS DISTINCT FROM (NEW."referred_elsewhere") OR OLD."referred_elsewhere_child" IS DISTINCT FROM (NEW."referred_elsewhere_child") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e7a5561c6bf0a6864b1e54d65468ef7f6dfc126",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_0b8c1",
                    table="reference_retentionpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6de428e08e9e367f359a0ae3ed27cfaadb121345",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_a5540",
                    table="reference_retentionpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_retentionpolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "exited", "exited_child", "id", "no_further_action", "no_further_action_child", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_led", "police_led_child", "reason", "reference", "referred_elsewhere", "referred_elsewhere_child", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."exited", NEW."exited_child", NEW."id", NEW."no_further_action", NEW."no_further_action_child", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."police_led", NEW."police_led_child", NEW."reason", NEW."reference", NEW."referred_elsewhere", NEW."referred_elsewhere_child", NEW."starts_on"); RETURN NULL;',
                    hash="828ccd88efa8f50a68f0acdbc8e22cf279f53553",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_10266",
                    table="reference_retentionpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_retentionpolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "exited", "exited_child", "id", "no_further_action", "no_further_action_child", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_led", "police_led_child", "reason", "reference", "referred_elsewhere", "referred_elsewhere_child", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."exited", NEW."exited_child", NEW."id", NEW."no_further_action", NEW."no_further_action_child", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."police_led", NEW."police_led_child", NEW."reason", NEW."reference", NEW."referred_elsewhere", NEW."referred_elsewhere_child", NEW."starts_on"); RETURN NULL;',
                    hash="d302adf7943027cd8f01fe8e7aedb97c6e69d0a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_172a3",
                    table="reference_retentionpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letterpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7857609d2fc3942f958e70bf673dbabe51a2cdc5",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_cddc5",
                    table="reference_letterpolicy",
                    when="BEFORE",
                ),
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
        AddTrigger(
            model_name="supportpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="c06ba72672767391c53b3e12f35480151b475940",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_d55b7",
                    table="reference_supportpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_supportpolicyevent" ("answered_within", "area_id", "decided_at", "decided_by_id", "id", "missed_in_a_row", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_before", "reason", "reference", "silent_after", "starts_on") VALUES (NEW."answered_within", NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."missed_in_a_row", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."prepared_before", NEW."reason", NEW."reference", NEW."silent_after", NEW."starts_on"); RETURN NULL;',
                    hash="fd3914282131b2217d105829be4a6faebac000c0",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_23a81",
                    table="reference_supportpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_supportpolicyevent" ("answered_within", "area_id", "decided_at", "decided_by_id", "id", "missed_in_a_row", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prepared_before", "reason", "reference", "silent_after", "starts_on") VALUES (NEW."answered_within", NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."missed_in_a_row", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."prepared_before", NEW."reason", NEW."reference", NEW."silent_after", NEW."starts_on"); RETURN NULL;',
                    hash="8a012460ad924406d3dc5c50b6d2deda9e3b2f57",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_84429",
                    table="reference_supportpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="78efdd4e89885c08370a653f3412b95876b4e468",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_b5b64",
                    table="reference_sharingpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreement_needed" IS DISTINCT FROM (NEW."agreement_needed") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."asked_before" IS DISTINCT FROM (NEW."asked_before") OR OLD."council_needs_one" IS DISTINCT FROM (NEW."council_needs_one") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."police_need_one" IS DISTINCT FROM (NEW."police_need_one") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reminded_before" IS DISTINCT FROM (NEW."reminded_before") OR OLD."shared_for" IS DISTINCT FROM (NEW."shared_for") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1aa2de820f95407e714f7ac770bb7a1fc2a76829",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_be2ae",
                    table="reference_sharingpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_sharingpolicyevent" ("agreement_needed", "area_id", "asked_before", "confirmed_at", "confirmed_by_id", "council_needs_one", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_need_one", "reason", "reference", "reminded_before", "shared_for", "starts_on") VALUES (NEW."agreement_needed", NEW."area_id", NEW."asked_before", NEW."confirmed_at", NEW."confirmed_by_id", NEW."council_needs_one", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."police_need_one", NEW."reason", NEW."reference", NEW."reminded_before", NEW."shared_for", NEW."starts_on"); RETURN NULL;',
                    hash="d689387a0f039431cdc98723abf82149075e6b55",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_56855",
                    table="reference_sharingpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_sharingpolicyevent" ("agreement_needed", "area_id", "asked_before", "confirmed_at", "confirmed_by_id", "council_needs_one", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_need_one", "reason", "reference", "reminded_before", "shared_for", "starts_on") VALUES (NEW."agreement_needed", NEW."area_id", NEW."asked_before", NEW."confirmed_at", NEW."confirmed_by_id", NEW."council_needs_one", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."police_need_one", NEW."reason", NEW."reference", NEW."reminded_before", NEW."shared_for", NEW."starts_on"); RETURN NULL;',
                    hash="d6edf145bba407bfa260b84bd1335e7abe75ed9c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_23e03",
                    table="reference_sharingpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1e9f1122b5a4b4e89c852505c10088bc6f74fa06",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_de7f9",
                    table="reference_transferpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_transferpolicyevent" ("area_id", "decided_at", "decided_by_id", "first_panel_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."first_panel_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="5b19c2903677511be29de225781d5874a9a74c15",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_12c55",
                    table="reference_transferpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_transferpolicyevent" ("area_id", "decided_at", "decided_by_id", "first_panel_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."first_panel_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="285179b88113460227f1e69a19f9b78b75f2bea6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_768fa",
                    table="reference_transferpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="copiespolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ce0aadc05b2c42c70d136a45b46fe5bed89b5c1d",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_adfc6",
                    table="reference_copiespolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="copiespolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_copiespolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "open_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."open_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="fe526cd6b196525435185d417f0033cf8ee43b99",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7398f",
                    table="reference_copiespolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="copiespolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_copiespolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "open_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."open_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="ad0f0470271f185221c36e8832f3f4ac20d9321e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9ccb",
                    table="reference_copiespolicy",
                    when="AFTER",
                ),
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
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."instead_of_id" IS DISTINCT FROM (NEW."instead_of_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="75715041d9fee925a0c7a49d0d6b0fa864b9e5e5",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ce289",
                    table="reference_areaonwardservice",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."removed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3b0c5347387b972527bcf85a57775905c58c5a9c",
                    operation="UPDATE",
                    pgid="pgtrigger_removed_once_f3440",
                    table="reference_areaonwardservice",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_areaonwardserviceevent" ("added_at", "added_by_id", "area_id", "id", "instead_of_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."instead_of_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;',
                    hash="9c929145f695ddfa09901b3bd3d8e939a5d844f9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_52f4e",
                    table="reference_areaonwardservice",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaonwardservice",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_areaonwardserviceevent" ("added_at", "added_by_id", "area_id", "id", "instead_of_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."instead_of_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id"); RETURN NULL;',
                    hash="26186e0c78a49bd7c3be69a7dbfcec020e26e618",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f632e",
                    table="reference_areaonwardservice",
                    when="AFTER",
                ),
            ),
        ),
        RemoveTrigger(
            model_name="triagepolicy",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="triagepolicy",
            name="update_update",
        ),
        AddTrigger(
            model_name="triagepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_triagepolicyevent" ("area_id", "conference_within", "decided_at", "decided_by_id", "decided_within", "disputes_answered_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "social_care_first_under", "starts_on", "threshold_note", "untrue_matches_for") VALUES (NEW."area_id", NEW."conference_within", NEW."decided_at", NEW."decided_by_id", NEW."decided_within", NEW."disputes_answered_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."social_care_first_under", NEW."starts_on", NEW."threshold_note", NEW."untrue_matches_for"); RETURN NULL;',
                    hash="b1e72914c4d18c803a551f17a2042a884cf55ebf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c62ef",
                    table="reference_triagepolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_triagepolicyevent" ("area_id", "conference_within", "decided_at", "decided_by_id", "decided_within", "disputes_answered_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "social_care_first_under", "starts_on", "threshold_note", "untrue_matches_for") VALUES (NEW."area_id", NEW."conference_within", NEW."decided_at", NEW."decided_by_id", NEW."decided_within", NEW."disputes_answered_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."social_care_first_under", NEW."starts_on", NEW."threshold_note", NEW."untrue_matches_for"); RETURN NULL;',
                    hash="f94496e99f8b91c0bfdb987282e612366214c03b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78493",
                    table="reference_triagepolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
