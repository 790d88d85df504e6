import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddTrigger, CreateModel


class Migration(migrations.Migration):
    replaces = [
        ("reference", "0001_code_lists"),
        ("reference", "0003_section_36_policy"),
        ("reference", "0004_triage_referring_gateway_policies"),
        ("reference", "0005_working_days"),
        ("reference", "0006_contacts"),
        ("reference", "0008_national_form"),
        ("reference", "0010_enquiry_policy"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_people_and_the_posts_they_hold"),
        ("accounts", "__first__"),
        # They render every model there is, some of them several times: they go before there are many.
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        CreateModel(
            name="ConcernType",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60)),
                ("label", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("position",),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("code", "starts_on"), name="one_row_of_a_code_from_a_day")
                ],
            },
        ),
        CreateModel(
            name="Contact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("emergency", "Somebody is in danger now"),
                            ("terrorist_act", "You think that a terrorist act is being planned"),
                            ("child", "A child may come to harm: child-protection duty line"),
                            ("adult", "An adult who needs care may come to harm: adult social care duty line"),
                            ("material", "You have found terrorist material or indecent images"),
                            ("place", "You are worried about a place or an event"),
                            ("police", "Local police, where nobody is in danger"),
                            ("early_help", "A family needs help early"),
                            ("prevent", "You want advice before you refer"),
                            ("data", "Something was sent or shown to the wrong person"),
                            ("other", "Something else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("hours", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("web", models.URLField(blank=True)),
                ("note", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
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
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", ""), ("telephone", ""), ("web", ""), _negated=True),
                        name="contact_can_be_reached_somehow",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="a_contact_has_a_name"
                    ),
                ],
            },
        ),
        CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("emergency", "Somebody is in danger now"),
                            ("terrorist_act", "You think that a terrorist act is being planned"),
                            ("child", "A child may come to harm: child-protection duty line"),
                            ("adult", "An adult who needs care may come to harm: adult social care duty line"),
                            ("material", "You have found terrorist material or indecent images"),
                            ("place", "You are worried about a place or an event"),
                            ("police", "Local police, where nobody is in danger"),
                            ("early_help", "A family needs help early"),
                            ("prevent", "You want advice before you refer"),
                            ("data", "Something was sent or shown to the wrong person"),
                            ("other", "Something else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("hours", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("web", models.URLField(blank=True)),
                ("note", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
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
                        to="reference.contact",
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
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="DayOverride",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("day", models.DateField()),
                ("is_worked", models.BooleanField()),
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
                "ordering": ("day",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("area", "day"),
                        name="one_word_of_an_area_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="an_overridden_day_has_a_name"
                    ),
                ],
            },
        ),
        CreateModel(
            name="DayOverrideEvent",
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
                ("day", models.DateField()),
                ("is_worked", models.BooleanField()),
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
                        to="reference.dayoverride",
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
            name="EnquiryPolicy",
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
                ("kept_for", models.PositiveSmallIntegerField(default=28)),
                ("unanswered_kept_for", models.PositiveSmallIntegerField(default=60)),
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
                "verbose_name": "policy on advice",
                "verbose_name_plural": "policies on advice",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="enquirypolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="enquirypolicy_has_its_reason"
                    )
                ],
            },
        ),
        CreateModel(
            name="EnquiryPolicyEvent",
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
                ("kept_for", models.PositiveSmallIntegerField(default=28)),
                ("unanswered_kept_for", models.PositiveSmallIntegerField(default=60)),
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
                        to="reference.enquirypolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="GatewayPolicy",
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
                ("used", models.BooleanField(default=True)),
                ("agreement", models.TextField(blank=True)),
                ("result_within", models.PositiveSmallIntegerField(default=5)),
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
                "verbose_name": "policy on the police gateway",
                "verbose_name_plural": "policies on the police gateway",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="gatewaypolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="gatewaypolicy_has_its_reason"
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
                        name="gatewaypolicy_is_confirmed_by_a_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("used", True), models.Q(("agreement", ""), _negated=True), _connector="OR"),
                        name="the_gateway_is_off_only_by_an_agreement",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("result_within__gte", 1)), name="the_gateway_takes_some_time"
                    ),
                ],
            },
        ),
        CreateModel(
            name="GatewayPolicyEvent",
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
                ("used", models.BooleanField(default=True)),
                ("agreement", models.TextField(blank=True)),
                ("result_within", models.PositiveSmallIntegerField(default=5)),
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
                        to="reference.gatewaypolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="NationalContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("emergency", "Somebody is in danger now"),
                            ("terrorist_act", "You think that a terrorist act is being planned"),
                            ("child", "A child may come to harm: child-protection duty line"),
                            ("adult", "An adult who needs care may come to harm: adult social care duty line"),
                            ("material", "You have found terrorist material or indecent images"),
                            ("place", "You are worried about a place or an event"),
                            ("police", "Local police, where nobody is in danger"),
                            ("early_help", "A family needs help early"),
                            ("prevent", "You want advice before you refer"),
                            ("data", "Something was sent or shown to the wrong person"),
                            ("other", "Something else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("telephone", models.CharField(blank=True, max_length=40)),
                ("hours", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("web", models.URLField(blank=True)),
                ("note", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", ""), ("telephone", ""), ("web", ""), _negated=True),
                        name="nationalcontact_can_be_reached_somehow",
                    )
                ],
            },
        ),
        CreateModel(
            name="NationalFormBlock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
            ],
            options={
                "ordering": ("position",),
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("code", "starts_on"), name="one_row_of_a_block_from_a_day")
                ],
            },
        ),
        CreateModel(
            name="ReferringPolicy",
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
                ("reminded_after", models.PositiveSmallIntegerField(default=14)),
                ("kept_for", models.PositiveSmallIntegerField(default=28)),
                ("public_form", models.BooleanField(default=False)),
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
                "verbose_name": "policy on referring",
                "verbose_name_plural": "policies on referring",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="referringpolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="referringpolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reminded_after__lt", models.F("kept_for"))),
                        name="one_is_reminded_of_a_draft_before_it_goes",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ReferringPolicyEvent",
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
                ("reminded_after", models.PositiveSmallIntegerField(default=14)),
                ("kept_for", models.PositiveSmallIntegerField(default=28)),
                ("public_form", models.BooleanField(default=False)),
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
                        to="reference.referringpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Section36Policy",
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
                ("council_decides", models.BooleanField(default=False)),
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
                "verbose_name": "policy on section 36",
                "verbose_name_plural": "policies on section 36",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="section36policy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="section36policy_has_its_reason"
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
                        name="section36policy_is_confirmed_by_a_second_person",
                    ),
                ],
            },
        ),
        CreateModel(
            name="Section36PolicyEvent",
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
                ("council_decides", models.BooleanField(default=False)),
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
                        to="reference.section36policy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="TriagePolicy",
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
                ("decided_within", models.PositiveSmallIntegerField(default=1)),
                ("conference_within", models.PositiveSmallIntegerField(default=24)),
                ("social_care_first_under", models.PositiveSmallIntegerField(default=10)),
                ("threshold_note", models.TextField(blank=True)),
                ("untrue_matches_for", models.PositiveSmallIntegerField(default=12)),
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
                "verbose_name": "policy on triage",
                "verbose_name_plural": "policies on triage",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="triagepolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="triagepolicy_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("conference_within__gte", 1), ("decided_within__gte", 1)),
                        name="triage_takes_some_time",
                    ),
                ],
            },
        ),
        CreateModel(
            name="TriagePolicyEvent",
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
                ("decided_within", models.PositiveSmallIntegerField(default=1)),
                ("conference_within", models.PositiveSmallIntegerField(default=24)),
                ("social_care_first_under", models.PositiveSmallIntegerField(default=10)),
                ("threshold_note", models.TextField(blank=True)),
                ("untrue_matches_for", models.PositiveSmallIntegerField(default=12)),
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
                        to="reference.triagepolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="WorkingDaysPolicy",
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
                    "nation",
                    models.CharField(
                        choices=[
                            ("ENG", "England"),
                            ("WLS", "Wales"),
                            ("SCT", "Scotland"),
                            ("NIR", "Northern Ireland"),
                        ],
                        default="ENG",
                        max_length=3,
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
            ],
            options={
                "verbose_name": "policy on bank holidays",
                "verbose_name_plural": "policies on bank holidays",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-starts_on", "-id"], name="workingdayspolicy_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="workingdayspolicy_has_its_reason"
                    )
                ],
            },
        ),
        CreateModel(
            name="WorkingDaysPolicyEvent",
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
                    "nation",
                    models.CharField(
                        choices=[
                            ("ENG", "England"),
                            ("WLS", "Wales"),
                            ("SCT", "Scotland"),
                            ("NIR", "Northern Ireland"),
                        ],
                        default="ENG",
                        max_length=3,
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
                        to="reference.workingdayspolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."hours" IS DISTINCT FROM (NEW."hours") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."web" IS DISTINCT FROM (NEW."web"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1b688020b9eeb104815d2a21a990d576d60a6042",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_33c9b",
                    table="reference_contact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."removed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="62c717a7679fa295a8b29a079b6e0c76e8068984",
                    operation="UPDATE",
                    pgid="pgtrigger_removed_once_d9712",
                    table="reference_contact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_contactevent" ("added_at", "added_by_id", "area_id", "email", "hours", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id", "telephone", "web") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."email", NEW."hours", NEW."id", NEW."kind", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id", NEW."telephone", NEW."web"); RETURN NULL;',
                    hash="27f23d7993a4ed88a369a8710699a56df4bddccd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22079",
                    table="reference_contact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_contactevent" ("added_at", "added_by_id", "area_id", "email", "hours", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id", "telephone", "web") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."email", NEW."hours", NEW."id", NEW."kind", NEW."name", NEW."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id", NEW."telephone", NEW."web"); RETURN NULL;',
                    hash="60776b908507f33cf50481960c463c3ed6ed8272",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_15099",
                    table="reference_contact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dayoverride",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_dayoverrideevent" ("added_at", "added_by_id", "area_id", "day", "id", "is_worked", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."day", NEW."id", NEW."is_worked", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="7589f1cf028601c7a89c910b2bce70462b3d161d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_68bc5",
                    table="reference_dayoverride",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dayoverride",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_dayoverrideevent" ("added_at", "added_by_id", "area_id", "day", "id", "is_worked", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."day", NEW."id", NEW."is_worked", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="4e9824d4fc5dd38e6ed1640c1797cff41457b721",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_80ffa",
                    table="reference_dayoverride",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="enquirypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8246a4f7c32f9fce4c84fccb599deda41909855b",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_bef35",
                    table="reference_enquirypolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="enquirypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_enquirypolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "kept_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "unanswered_kept_for") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kept_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."unanswered_kept_for"); RETURN NULL;',
                    hash="b524644732781b5bea8781f83dcd13560e4ee3fd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7c19b",
                    table="reference_enquirypolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="enquirypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_enquirypolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "kept_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "unanswered_kept_for") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kept_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."unanswered_kept_for"); RETURN NULL;',
                    hash="6744d0cfed03bba9a77bdf9f7af353bae69267f9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_beb80",
                    table="reference_enquirypolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewaypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreement" IS DISTINCT FROM (NEW."agreement") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."result_within" IS DISTINCT FROM (NEW."result_within") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."used" IS DISTINCT FROM (NEW."used"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8287f5ba49f44a612ab7f9bd7653c6f4fec42b71",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c667d",
                    table="reference_gatewaypolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewaypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8b3e682d404d55e18589ba2fa65c6d5373d5651b",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_08282",
                    table="reference_gatewaypolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewaypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_gatewaypolicyevent" ("agreement", "area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "result_within", "starts_on", "used") VALUES (NEW."agreement", NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."result_within", NEW."starts_on", NEW."used"); RETURN NULL;',
                    hash="fbf501a0ea3cd6e5112707a443cfafae8896f7fa",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2fa4f",
                    table="reference_gatewaypolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewaypolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_gatewaypolicyevent" ("agreement", "area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "result_within", "starts_on", "used") VALUES (NEW."agreement", NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."result_within", NEW."starts_on", NEW."used"); RETURN NULL;',
                    hash="32a7110f3e6c6c70ba87a67d8fa499e9916a7e85",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e3a30",
                    table="reference_gatewaypolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referringpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f7cfacb76fd9bc5b2efa9aa1c02b9e136df19675",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ca7f0",
                    table="reference_referringpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referringpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_referringpolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "kept_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_form", "reason", "reference", "reminded_after", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kept_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."public_form", NEW."reason", NEW."reference", NEW."reminded_after", NEW."starts_on"); RETURN NULL;',
                    hash="0251ca63646d8bed05ccdb6b8b84fa299f97a55d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8aa5",
                    table="reference_referringpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referringpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_referringpolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "kept_for", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "public_form", "reason", "reference", "reminded_after", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."kept_for", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."public_form", NEW."reason", NEW."reference", NEW."reminded_after", NEW."starts_on"); RETURN NULL;',
                    hash="1cb46e3daee8aecd26878c2bdaf691aef3c770bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_90466",
                    table="reference_referringpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36policy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."council_decides" IS DISTINCT FROM (NEW."council_decides") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e18c0895d043ab4c9653ce96e88d8c58252ab532",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_00621",
                    table="reference_section36policy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36policy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6b1230696ef833825b6bbe609866434efa66474e",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_ded13",
                    table="reference_section36policy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36policy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_section36policyevent" ("area_id", "confirmed_at", "confirmed_by_id", "council_decides", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."council_decides", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="b7baf2aae581757609f4cc9aaebca681a4d1aebe",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_868ea",
                    table="reference_section36policy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36policy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_section36policyevent" ("area_id", "confirmed_at", "confirmed_by_id", "council_decides", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."council_decides", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="83461c045ab4207f0ddf1ee2ec843610e93c92a8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_66e1b",
                    table="reference_section36policy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e2d85dab108cd1373b19c32640d5e29e259eddb8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f4978",
                    table="reference_triagepolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagepolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_triagepolicyevent" ("area_id", "conference_within", "decided_at", "decided_by_id", "decided_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "social_care_first_under", "starts_on", "threshold_note", "untrue_matches_for") VALUES (NEW."area_id", NEW."conference_within", NEW."decided_at", NEW."decided_by_id", NEW."decided_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."social_care_first_under", NEW."starts_on", NEW."threshold_note", NEW."untrue_matches_for"); RETURN NULL;',
                    hash="a5004a8e5126a33a0c00ab87748b35a0899db599",
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
                    func='INSERT INTO "reference_triagepolicyevent" ("area_id", "conference_within", "decided_at", "decided_by_id", "decided_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "social_care_first_under", "starts_on", "threshold_note", "untrue_matches_for") VALUES (NEW."area_id", NEW."conference_within", NEW."decided_at", NEW."decided_by_id", NEW."decided_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."social_care_first_under", NEW."starts_on", NEW."threshold_note", NEW."untrue_matches_for"); RETURN NULL;',
                    hash="a4caa0f939f4767d4412a82a12014ce0417eb9b6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78493",
                    table="reference_triagepolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workingdayspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7d5d7069f8091a89b1c04ff0ccbb19d8f0926091",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_dc670",
                    table="reference_workingdayspolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="workingdayspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_workingdayspolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "nation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."nation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="eb240f1c345b91226aac0c556d18ad4878138f85",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ab591",
                    table="reference_workingdayspolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="workingdayspolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_workingdayspolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "nation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."nation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on"); RETURN NULL;',
                    hash="c3996ee01bdae5b6d38aaebfca3b06899eb5fdbe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b552b",
                    table="reference_workingdayspolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
