import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    AlterField,
    CreateModel,
    RemoveTrigger,
)
from prevent_cases.pages.models import new_reference


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("accounts", "__first__"),
        ("cases", "0002_a_referral_leaves_a_case"),
        ("referrals", "0008_what_came_before_waits_too"),
    ]

    operations = [
        CreateModel(
            name="Allocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True)),
                ("allocated_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AllocationEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True)),
                ("allocated_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="BeingTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10, unique=True),
                ),
                (
                    "whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("told", models.BooleanField()),
                ("on", models.DateField()),
                ("what", models.TextField(blank=True)),
                (
                    "because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "Somebody could come to harm"),
                            ("evidence", "It could spoil what the police need to find out"),
                            ("other", "Another reason"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("ask_again_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "record of being told",
                "verbose_name_plural": "records of being told",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="BeingToldEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10),
                ),
                (
                    "whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("told", models.BooleanField()),
                ("on", models.DateField()),
                ("what", models.TextField(blank=True)),
                (
                    "because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "Somebody could come to harm"),
                            ("evidence", "It could spoil what the police need to find out"),
                            ("other", "Another reason"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("ask_again_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="LoggedContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10, unique=True),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("meeting", "Meeting"),
                            ("letter", "Letter"),
                            ("message", "E-mail or message"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "contact_with",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("parent", "A parent or guardian"),
                            ("family", "Somebody else of the family"),
                            ("professional", "A professional"),
                            ("other", "Somebody else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("contacted_on", models.DateField()),
                ("reached", models.BooleanField()),
                ("what", models.TextField()),
                ("logged_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="LoggedContactEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("meeting", "Meeting"),
                            ("letter", "Letter"),
                            ("message", "E-mail or message"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "contact_with",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("parent", "A parent or guardian"),
                            ("family", "Somebody else of the family"),
                            ("professional", "A professional"),
                            ("other", "Somebody else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("contacted_on", models.DateField()),
                ("reached", models.BooleanField()),
                ("what", models.TextField()),
                ("logged_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="OwnerCover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10, unique=True),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("arranged_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("starts_on", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="OwnerCoverEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("arranged_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="consent",
            name="only_added_to",
        ),
        RemoveTrigger(
            model_name="consent",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="consent",
            name="update_update",
        ),
        AddField(
            model_name="case",
            name="consent_ends_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="case",
            name="owner",
            field=models.ForeignKey(
                default="",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="caseevent",
            name="consent_ends_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="caseevent",
            name="owner",
            field=models.ForeignKey(
                db_constraint=False,
                default="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="consent",
            name="agreed_to",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consent",
            name="answered_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="consent",
            name="asked_by",
            field=models.CharField(default="", max_length=200),
            preserve_default=False,
        ),
        AddField(
            model_name="consent",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("presumed", "Nothing suggests that they cannot decide"),
                    ("able", "It was assessed: they can decide this"),
                    ("unable", "It was assessed: they cannot decide this now"),
                ],
                default="",
                max_length=10,
            ),
            preserve_default=False,
        ),
        AddField(
            model_name="consent",
            name="ends_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="consent",
            name="evidence",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        AddField(
            model_name="consent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="consent",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="consent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consent",
            name="language",
            field=models.CharField(default="", max_length=100),
            preserve_default=False,
        ),
        AddField(
            model_name="consent",
            name="own_view",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consent",
            name="reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consent",
            name="reference",
            field=models.CharField(editable=False, max_length=10, null=True),
        ),
        AddField(
            model_name="consent",
            name="responsibility",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consent",
            name="wording",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        AddField(
            model_name="consentevent",
            name="agreed_to",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consentevent",
            name="answered_name",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="consentevent",
            name="asked_by",
            field=models.CharField(default="", max_length=200),
            preserve_default=False,
        ),
        AddField(
            model_name="consentevent",
            name="capacity",
            field=models.CharField(
                choices=[
                    ("presumed", "Nothing suggests that they cannot decide"),
                    ("able", "It was assessed: they can decide this"),
                    ("unable", "It was assessed: they cannot decide this now"),
                ],
                default="",
                max_length=10,
            ),
            preserve_default=False,
        ),
        AddField(
            model_name="consentevent",
            name="ends_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="consentevent",
            name="evidence",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        AddField(
            model_name="consentevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="consentevent",
            name="in_error_by",
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
            model_name="consentevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consentevent",
            name="language",
            field=models.CharField(default="", max_length=100),
            preserve_default=False,
        ),
        AddField(
            model_name="consentevent",
            name="own_view",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consentevent",
            name="reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consentevent",
            name="reference",
            field=models.CharField(editable=False, max_length=10, null=True),
        ),
        AddField(
            model_name="consentevent",
            name="responsibility",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="consentevent",
            name="wording",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        AlterField(
            model_name="consent",
            name="answer",
            field=models.CharField(
                choices=[
                    ("given", "Given"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("unable", "Could not decide"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consent",
            name="answered_by",
            field=models.CharField(
                choices=[
                    ("person", "The person"),
                    ("parent", "A parent or guardian"),
                    ("authority", "The council, which has parental responsibility"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consent",
            name="how",
            field=models.CharField(
                choices=[
                    ("in_person", "Spoken, in person"),
                    ("by_telephone", "Spoken, by telephone or video"),
                    ("in_writing", "In writing"),
                ],
                max_length=20,
            ),
        ),
        AlterField(
            model_name="consentevent",
            name="answer",
            field=models.CharField(
                choices=[
                    ("given", "Given"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("unable", "Could not decide"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consentevent",
            name="answered_by",
            field=models.CharField(
                choices=[
                    ("person", "The person"),
                    ("parent", "A parent or guardian"),
                    ("authority", "The council, which has parental responsibility"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consentevent",
            name="how",
            field=models.CharField(
                choices=[
                    ("in_person", "Spoken, in person"),
                    ("by_telephone", "Spoken, by telephone or video"),
                    ("in_writing", "In writing"),
                ],
                max_length=20,
            ),
        ),
        AddIndex(
            model_name="case",
            index=models.Index(fields=["owner", "-id"], name="cases_of_an_owner"),
        ),
        AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("stage", "active")), fields=["consent_ends_on"], name="cases_whose_consent_ends"
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."stage"); RETURN NULL;',
                    hash="4341a7cc16cf79b57ec742f54536baffee5157bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b483",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."stage"); RETURN NULL;',
                    hash="2828613f09b60c43a757a11b241325739959b397",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_consentevent" ("agreed_to", "answer", "answered_by", "answered_name", "answered_on", "asked_by", "capacity", "case_id", "ends_on", "evidence", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "language", "own_view", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "responsibility", "what_was_explained", "wording") VALUES (NEW."agreed_to", NEW."answer", NEW."answered_by", NEW."answered_name", NEW."answered_on", NEW."asked_by", NEW."capacity", NEW."case_id", NEW."ends_on", NEW."evidence", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."language", NEW."own_view", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."responsibility", NEW."what_was_explained", NEW."wording"); RETURN NULL;',
                    hash="d7657d4b10504f7a9dd58a8c54ad527518fb7b71",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d4098",
                    table="cases_consent",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_consentevent" ("agreed_to", "answer", "answered_by", "answered_name", "answered_on", "asked_by", "capacity", "case_id", "ends_on", "evidence", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "language", "own_view", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "responsibility", "what_was_explained", "wording") VALUES (NEW."agreed_to", NEW."answer", NEW."answered_by", NEW."answered_name", NEW."answered_on", NEW."asked_by", NEW."capacity", NEW."case_id", NEW."ends_on", NEW."evidence", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."language", NEW."own_view", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."responsibility", NEW."what_was_explained", NEW."wording"); RETURN NULL;',
                    hash="32a85e54ed115b610a40a23beacd85743edfb1f8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a7aa",
                    table="cases_consent",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("consent_ends_on", None), ("consent_given_on__isnull", False), _connector="OR"),
                name="only_consent_that_was_given_ends",
            ),
        ),
        AddField(
            model_name="allocation",
            name="allocated_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="allocation",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="allocations", to="cases.case"
            ),
        ),
        AddField(
            model_name="allocation",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="allocationevent",
            name="allocated_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="allocationevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="allocationevent",
            name="owner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="allocationevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.allocation",
            ),
        ),
        AddField(
            model_name="beingtold",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="being_told", to="cases.case"
            ),
        ),
        AddField(
            model_name="beingtold",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="beingtold",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="beingtoldevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="beingtoldevent",
            name="in_error_by",
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
            model_name="beingtoldevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.beingtold",
            ),
        ),
        AddField(
            model_name="beingtoldevent",
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
            model_name="loggedcontact",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="logged_contacts", to="cases.case"
            ),
        ),
        AddField(
            model_name="loggedcontact",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="loggedcontact",
            name="logged_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="loggedcontactevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="loggedcontactevent",
            name="in_error_by",
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
            model_name="loggedcontactevent",
            name="logged_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="loggedcontactevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.loggedcontact",
            ),
        ),
        AddField(
            model_name="ownercover",
            name="area",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="owner_covers", to="accounts.area"
            ),
        ),
        AddField(
            model_name="ownercover",
            name="arranged_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="ownercover",
            name="away",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="ownercover",
            name="covered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="ownercoverevent",
            name="area",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.area",
            ),
        ),
        AddField(
            model_name="ownercoverevent",
            name="arranged_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="ownercoverevent",
            name="away",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="ownercoverevent",
            name="covered_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="ownercoverevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.ownercover",
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="422da938c7e2c93fef73c3750cae52526179a259",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_25b5a",
                    table="cases_allocation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_allocationevent" ("allocated_at", "allocated_by_id", "case_id", "id", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."allocated_at", NEW."allocated_by_id", NEW."case_id", NEW."id", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="e70cd3c1f5e5451d382d59ca6048b6be5e281fc9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70f31",
                    table="cases_allocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_allocationevent" ("allocated_at", "allocated_by_id", "case_id", "id", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."allocated_at", NEW."allocated_by_id", NEW."case_id", NEW."id", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="0aedbba46548fe17cf111c87da558db068202ada",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_04922",
                    table="cases_allocation",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="beingtold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="beingtold_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="beingtold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ask_again_on", None),
                        ("because", ""),
                        ("reason", ""),
                        ("told", True),
                        models.Q(("what", ""), _negated=True),
                    ),
                    models.Q(
                        ("ask_again_on__isnull", False),
                        ("told", False),
                        ("what", ""),
                        models.Q(("because", ""), _negated=True),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="told_says_what_and_not_told_says_why_and_when_it_is_asked_again",
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ask_again_on" IS DISTINCT FROM (NEW."ask_again_on") OR OLD."because" IS DISTINCT FROM (NEW."because") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."told" IS DISTINCT FROM (NEW."told") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."whom" IS DISTINCT FROM (NEW."whom"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="388d2d0d43b42ecc19e927e201b8c128a44dca17",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_63191",
                    table="cases_beingtold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f208f935c01b713f35ff40a8fe08aae4ba32d96d",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_f0f07",
                    table="cases_beingtold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_beingtoldevent" ("ask_again_on", "because", "case_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "told", "what", "whom") VALUES (NEW."ask_again_on", NEW."because", NEW."case_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."told", NEW."what", NEW."whom"); RETURN NULL;',
                    hash="01abe8a5396239a68778288e2f7edbe768dcb49e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa208",
                    table="cases_beingtold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_beingtoldevent" ("ask_again_on", "because", "case_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "told", "what", "whom") VALUES (NEW."ask_again_on", NEW."because", NEW."case_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."told", NEW."what", NEW."whom"); RETURN NULL;',
                    hash="87d7ce1b2917361bce7f5c0f9893e2674bc3d5c6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffc7e",
                    table="cases_beingtold",
                    when="AFTER",
                ),
            ),
        ),
        AddIndex(
            model_name="loggedcontact",
            index=models.Index(fields=["case", "-contacted_on", "-id"], name="contacts_of_a_case"),
        ),
        AddConstraint(
            model_name="loggedcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="loggedcontact_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="loggedcontact",
            constraint=models.CheckConstraint(
                condition=models.Q(("what", ""), _negated=True), name="a_logged_contact_says_what"
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."contact_with" IS DISTINCT FROM (NEW."contact_with") OR OLD."contacted_on" IS DISTINCT FROM (NEW."contacted_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."logged_at" IS DISTINCT FROM (NEW."logged_at") OR OLD."logged_by_id" IS DISTINCT FROM (NEW."logged_by_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."way" IS DISTINCT FROM (NEW."way") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6bef92f363db9c85040f74970528496d265dc99e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f94ea",
                    table="cases_loggedcontact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="40354f976cc2f23c48c296a4661be05bc7c5bbea",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_53409",
                    table="cases_loggedcontact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_loggedcontactevent" ("case_id", "contact_with", "contacted_on", "id", "in_error_at", "in_error_by_id", "in_error_reason", "logged_at", "logged_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "reference", "way", "what") VALUES (NEW."case_id", NEW."contact_with", NEW."contacted_on", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."logged_at", NEW."logged_by_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reached", NEW."reference", NEW."way", NEW."what"); RETURN NULL;',
                    hash="5ae22ab8e02c59716e222ee68ebfab644be75e50",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24736",
                    table="cases_loggedcontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_loggedcontactevent" ("case_id", "contact_with", "contacted_on", "id", "in_error_at", "in_error_by_id", "in_error_reason", "logged_at", "logged_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "reference", "way", "what") VALUES (NEW."case_id", NEW."contact_with", NEW."contacted_on", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."logged_at", NEW."logged_by_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reached", NEW."reference", NEW."way", NEW."what"); RETURN NULL;',
                    hash="95e2dc0932b44e378f92d0ac9c618fa923001c43",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_92699",
                    table="cases_loggedcontact",
                    when="AFTER",
                ),
            ),
        ),
        AddIndex(
            model_name="ownercover",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["area", "until"], name="owner_cover_to_come"
            ),
        ),
        AddConstraint(
            model_name="ownercover",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("starts_on"))), name="owner_cover_ends_after_it_starts"
            ),
        ),
        AddConstraint(
            model_name="ownercover",
            constraint=models.CheckConstraint(
                condition=models.Q(("away", models.F("covered_by")), _negated=True),
                name="nobody_covers_their_own_cases",
            ),
        ),
        AddTrigger(
            model_name="ownercover",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."arranged_at" IS DISTINCT FROM (NEW."arranged_at") OR OLD."arranged_by_id" IS DISTINCT FROM (NEW."arranged_by_id") OR OLD."away_id" IS DISTINCT FROM (NEW."away_id") OR OLD."covered_by_id" IS DISTINCT FROM (NEW."covered_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7167a1df7b6f70c99ccbd6986320d27df7d281ef",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c3aaa",
                    table="cases_ownercover",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownercover",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_ownercoverevent" ("area_id", "arranged_at", "arranged_by_id", "away_id", "covered_by_id", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."area_id", NEW."arranged_at", NEW."arranged_by_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="110cebe57a058f9fd1e31e27fdf2d5980fc46947",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_037f1",
                    table="cases_ownercover",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownercover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_ownercoverevent" ("area_id", "arranged_at", "arranged_by_id", "away_id", "covered_by_id", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."area_id", NEW."arranged_at", NEW."arranged_by_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="892f99d17de93e8718ec928b06062ea64fa4a34d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_28705",
                    table="cases_ownercover",
                    when="AFTER",
                ),
            ),
        ),
    ]
