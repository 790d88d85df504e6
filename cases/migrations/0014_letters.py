import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.documents.models.document
import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0013_found_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Letter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("file", models.FileField(blank=True, upload_to=prevent_cases.documents.models.document.stored_name)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("told", "That they were referred"),
                            ("support", "About support: whether they want it"),
                            ("outcome", "What was decided"),
                            ("no_concern", "No concern was found"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("easy_text", models.TextField()),
                ("who_opens_post", models.TextField()),
                (
                    "parents_apart",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "parent_of_concern",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                ("why_safe", models.TextField()),
                ("sent_on", models.DateField(null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[("post", "By post"), ("by_hand", "Handed over"), ("read_out", "Read to them")],
                        max_length=10,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="cases.case"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="LetterEvent",
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
                ("asked_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("file", models.FileField(blank=True, upload_to=prevent_cases.documents.models.document.stored_name)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("told", "That they were referred"),
                            ("support", "About support: whether they want it"),
                            ("outcome", "What was decided"),
                            ("no_concern", "No concern was found"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("easy_text", models.TextField()),
                ("who_opens_post", models.TextField()),
                (
                    "parents_apart",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "parent_of_concern",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                ("why_safe", models.TextField()),
                ("sent_on", models.DateField(null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[("post", "By post"), ("by_hand", "Handed over"), ("read_out", "Read to them")],
                        max_length=10,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="cases.letter",
                    ),
                ),
                (
                    "sent_by",
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
            model_name="letter",
            index=models.Index(fields=["case", "-id"], name="letters_of_a_case"),
        ),
        AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("made_at", None), ("sha256", "")),
                    models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_made_letter_has_its_hash",
            ),
        ),
        AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), ("text", ""), ("easy_text", ""), _connector="OR", _negated=True),
                name="a_letter_says_something_to_somebody",
            ),
        ),
        AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(("who_opens_post", ""), ("why_safe", ""), _connector="OR", _negated=True),
                name="it_was_asked_whether_a_letter_is_safe",
            ),
        ),
        AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_by", None), ("sent_how", ""), ("sent_on", None)),
                    models.Q(
                        ("sent_by__isnull", False),
                        ("sent_on__isnull", False),
                        models.Q(("sent_how", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_sent_letter_says_when_how_and_by_whom",
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."easy_text" IS DISTINCT FROM (NEW."easy_text") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_of_concern" IS DISTINCT FROM (NEW."parent_of_concern") OR OLD."parents_apart" IS DISTINCT FROM (NEW."parents_apart") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."to_whom" IS DISTINCT FROM (NEW."to_whom") OR OLD."who_opens_post" IS DISTINCT FROM (NEW."who_opens_post") OR OLD."why_safe" IS DISTINCT FROM (NEW."why_safe"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b197555d3691a54e5861fd112c86dcfd25e221bf",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c1494",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="sent_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."sent_on" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d629529e2c8803a39131ab0f6ee83bb18c01d056",
                    operation="UPDATE",
                    pgid="pgtrigger_sent_once_75433",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="06a47641ea17d74d1d2af60effc94837c333beb3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7403",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="86be6089eba283499e002e05e0aaa4b8a3a5df08",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd834",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
    ]
