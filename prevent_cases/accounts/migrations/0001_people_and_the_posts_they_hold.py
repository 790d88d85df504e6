import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddTrigger, CreateModel


class Migration(migrations.Migration):
    replaces = [
        ("accounts", "0001_areas_agencies_people_posts"),
        ("accounts", "0003_earlier_channel_panels_act_as_channel"),
        ("accounts", "0004_a_channel_panel_acts_as_channel"),
    ]
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        CreateModel(
            name="Area",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, unique=True)),
                ("slug", models.SlugField(unique=True)),
            ],
            options={
                "ordering": ("name",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AreaEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=100)),
                ("slug", models.SlugField(db_index=False)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="accounts.area",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Panel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("social_inclusion", "Social Inclusion Panel"),
                            ("safeguarding_adults", "Safeguarding Adults Panel"),
                            ("channel", "Channel Panel"),
                            ("board", "Board"),
                        ],
                        max_length=20,
                    ),
                ),
                ("acts_as_channel", models.BooleanField(default=False)),
                ("cadence", models.CharField(blank=True, max_length=200)),
                ("first_meeting_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="panels", to="accounts.area"
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "board"), _negated=True), ("acts_as_channel", False), _connector="OR"
                        ),
                        name="a_board_takes_no_cases",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "channel"), _negated=True), ("acts_as_channel", True), _connector="OR"
                        ),
                        name="a_channel_panel_acts_as_channel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cadence", ""), ("first_meeting_at__isnull", False), _connector="OR"),
                        name="a_cadence_starts_at_a_first_meeting",
                    ),
                ],
            },
        ),
        CreateModel(
            name="PanelEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("social_inclusion", "Social Inclusion Panel"),
                            ("safeguarding_adults", "Safeguarding Adults Panel"),
                            ("channel", "Channel Panel"),
                            ("board", "Board"),
                        ],
                        max_length=20,
                    ),
                ),
                ("acts_as_channel", models.BooleanField(default=False)),
                ("cadence", models.CharField(blank=True, max_length=200)),
                ("first_meeting_at", models.DateTimeField(null=True)),
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
                        to="accounts.panel",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Agency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("school", "School or college"),
                            ("police", "Police"),
                            ("children", "Children's social care"),
                            ("adults", "Adult social care"),
                            ("health", "Health"),
                            ("council", "Council"),
                            ("housing", "Housing"),
                            ("probation", "Probation or prison"),
                            ("voluntary", "Voluntary or community"),
                            ("provider", "Intervention provider"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("police", "Police"),
                            ("local_authority", "Local authority"),
                            ("health", "Health"),
                            ("justice", "Prisons and probation"),
                            ("community", "Community"),
                            ("family", "Friends and family"),
                            ("other", "Other"),
                            ("unspecified", "Unspecified"),
                        ],
                        max_length=20,
                    ),
                ),
                ("serves_all_areas", models.BooleanField(default=False)),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agency", to="auth.group"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agencies", to="accounts.area"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "agencies",
                "ordering": ("name",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("area", "name"), name="one_agency_of_a_name_in_an_area")
                ],
            },
        ),
        CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("email", models.EmailField(max_length=254, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("is_active", models.BooleanField(default=True)),
                ("is_service", models.BooleanField(default=False)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("is_superuser", False)), name="nobody_is_a_superuser"),
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="an_address_is_in_lower_case",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_service", True)), fields=("is_service",), name="one_unattended_service"
                    ),
                ],
            },
        ),
        CreateModel(
            name="Post",
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
                            ("officer", "Officer"),
                            ("safeguarding_lead", "Safeguarding lead"),
                            ("representative", "Panel representative"),
                            ("front_door", "Front door"),
                            ("coordinator", "Prevent coordinator"),
                            ("organiser", "Conference organiser and minute-taker"),
                            ("chair", "Chair"),
                            ("deputy", "Deputy chair"),
                            ("gateway_officer", "Police gateway officer"),
                            ("gateway_supervisor", "Police gateway supervisor"),
                            ("provider", "Intervention provider"),
                            ("governance_lead", "Information governance lead"),
                            ("board_member", "Board member"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="accounts.agency",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="accounts.area"
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
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="accounts.panel",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_posts",
                        to=settings.AUTH_USER_MODEL,
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
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["user", "starts_on"], name="posts_of_a_person")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agency__isnull", False), ("area", None), ("panel", None)),
                            models.Q(("agency", None), ("area__isnull", False), ("panel", None)),
                            models.Q(("agency", None), ("area", None), ("panel__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_post_is_held_in_one_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("given_by", models.F("user")), _negated=True),
                        name="nobody_gives_themselves_a_post",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("user")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_confirms_their_own_post",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed_by", None),
                            models.Q(("confirmed_by", models.F("given_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_second_person_confirms_a_post",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_at__isnull", False),
                                (
                                    "kind__in",
                                    [
                                        "safeguarding_lead",
                                        "representative",
                                        "front_door",
                                        "coordinator",
                                        "organiser",
                                        "chair",
                                        "deputy",
                                        "gateway_officer",
                                        "gateway_supervisor",
                                        "governance_lead",
                                    ],
                                ),
                                _negated=True,
                            ),
                            ("confirmed_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_post_that_sees_cases_takes_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("starts_on")), _connector="OR"),
                        name="a_post_ends_after_it_starts",
                    ),
                ],
            },
        ),
        CreateModel(
            name="PostEvent",
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
                            ("officer", "Officer"),
                            ("safeguarding_lead", "Safeguarding lead"),
                            ("representative", "Panel representative"),
                            ("front_door", "Front door"),
                            ("coordinator", "Prevent coordinator"),
                            ("organiser", "Conference organiser and minute-taker"),
                            ("chair", "Chair"),
                            ("deputy", "Deputy chair"),
                            ("gateway_officer", "Police gateway officer"),
                            ("gateway_supervisor", "Police gateway supervisor"),
                            ("provider", "Intervention provider"),
                            ("governance_lead", "Information governance lead"),
                            ("board_member", "Board member"),
                            ("administrator", "Administrator"),
                        ],
                        max_length=20,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
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
                    "given_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.panel",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="accounts.post",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="UserEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("email", models.EmailField(max_length=254)),
                ("name", models.CharField(max_length=200)),
                ("is_active", models.BooleanField(default=True)),
                ("is_service", models.BooleanField(default=False)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="AgencyEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(db_index=False, max_length=80)),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("school", "School or college"),
                            ("police", "Police"),
                            ("children", "Children's social care"),
                            ("adults", "Adult social care"),
                            ("health", "Health"),
                            ("council", "Council"),
                            ("housing", "Housing"),
                            ("probation", "Probation or prison"),
                            ("voluntary", "Voluntary or community"),
                            ("provider", "Intervention provider"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("police", "Police"),
                            ("local_authority", "Local authority"),
                            ("health", "Health"),
                            ("justice", "Prisons and probation"),
                            ("community", "Community"),
                            ("family", "Friends and family"),
                            ("other", "Other"),
                            ("unspecified", "Unspecified"),
                        ],
                        max_length=20,
                    ),
                ),
                ("serves_all_areas", models.BooleanField(default=False)),
                (
                    "group",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="auth.group",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="accounts.agency",
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
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="area",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_areaevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;',
                    hash="e282d0af21d7793b23a40f71b18a51fb0c00e158",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_46ac0",
                    table="accounts_area",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="area",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_areaevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."slug"); RETURN NULL;',
                    hash="640e006f4c39c946f3fc9a33cedbfd3398c96b25",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e589c",
                    table="accounts_area",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "is_service", "is_superuser", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_service", NEW."is_superuser", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="443d903139932a4b6db67d44cfb217e05228bd94",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3867c",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="user",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_service" IS DISTINCT FROM (NEW."is_service") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func='INSERT INTO "accounts_userevent" ("email", "id", "is_active", "is_service", "is_superuser", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."email", NEW."id", NEW."is_active", NEW."is_service", NEW."is_superuser", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="84e27466f4d8ec4a6c2e00a1c1a98ef46be9e13f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0e890",
                    table="accounts_user",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_agencyevent" ("area_id", "group_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "serves_all_areas", "slug", "type") VALUES (NEW."area_id", NEW."group_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."sector", NEW."serves_all_areas", NEW."slug", NEW."type"); RETURN NULL;',
                    hash="184c9fea91ae510e24007ab9c4347b5e6a829da2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_67acf",
                    table="accounts_agency",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agency",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_agencyevent" ("area_id", "group_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sector", "serves_all_areas", "slug", "type") VALUES (NEW."area_id", NEW."group_id", NEW."id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."sector", NEW."serves_all_areas", NEW."slug", NEW."type"); RETURN NULL;',
                    hash="7c8671e20c6cc0d1d96be66d551662ae4ec98255",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f30d7",
                    table="accounts_agency",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_panelevent" ("acts_as_channel", "area_id", "cadence", "first_meeting_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."acts_as_channel", NEW."area_id", NEW."cadence", NEW."first_meeting_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."slug"); RETURN NULL;',
                    hash="ed4366acedbeb9f571487689797193edea39d9fc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d26b0",
                    table="accounts_panel",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="panel",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_panelevent" ("acts_as_channel", "area_id", "cadence", "first_meeting_at", "id", "kind", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug") VALUES (NEW."acts_as_channel", NEW."area_id", NEW."cadence", NEW."first_meeting_at", NEW."id", NEW."kind", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."slug"); RETURN NULL;',
                    hash="2a160b0af2f5c7af2d7a954c5d394ca75ce65729",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_14200",
                    table="accounts_panel",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "accounts_postevent" ("agency_id", "area_id", "confirmed_at", "confirmed_by_id", "given_by_id", "id", "kind", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."agency_id", NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."given_by_id", NEW."id", NEW."kind", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."until", NEW."user_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="c7fef68e3ebcae1a62f3cae1c64775abfa0c642a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bd2f7",
                    table="accounts_post",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="post",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "accounts_postevent" ("agency_id", "area_id", "confirmed_at", "confirmed_by_id", "given_by_id", "id", "kind", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until", "user_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."agency_id", NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."given_by_id", NEW."id", NEW."kind", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."until", NEW."user_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="47572f7979d943c6b221d3d955db30381ab92df0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4a320",
                    table="accounts_post",
                    when="AFTER",
                ),
            ),
        ),
    ]
