import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("cases", "0006_assessments"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed to it"),
                            ("public_interest", "It is in the public interest, which outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "The person lacks capacity, and it is in their best interests"),
                            ("not_confidential", "Nothing in it was told in confidence"),
                            ("kept", "None: the confidence is kept, and nothing of it is said here"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("text", models.TextField()),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("all_members", "All members"),
                            ("police_and_chairs", "Police and chairs"),
                            ("chair_only", "Chair only"),
                        ],
                        max_length=20,
                    ),
                ),
                ("with_deputies", models.BooleanField(default=False)),
                ("shared_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contributions", to="cases.case"
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
            },
        ),
        CreateModel(
            name="ContributionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed to it"),
                            ("public_interest", "It is in the public interest, which outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "The person lacks capacity, and it is in their best interests"),
                            ("not_confidential", "Nothing in it was told in confidence"),
                            ("kept", "None: the confidence is kept, and nothing of it is said here"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("text", models.TextField()),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("all_members", "All members"),
                            ("police_and_chairs", "Police and chairs"),
                            ("chair_only", "Chair only"),
                        ],
                        max_length=20,
                    ),
                ),
                ("with_deputies", models.BooleanField(default=False)),
                ("shared_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
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
                        to="cases.contribution",
                    ),
                ),
                (
                    "shared_by",
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
            name="Cover",
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
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "covered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "covers",
                "ordering": ("starts_on", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="CoverEvent",
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
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "covered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "named_by",
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
                        to="cases.cover",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="InformationRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("asked", models.TextField()),
                ("purpose", models.TextField()),
                (
                    "lawful_basis",
                    models.CharField(
                        choices=[
                            ("public_task", "Public task, for safeguarding"),
                            ("legal_obligation", "Legal obligation"),
                            ("vital_interests", "Vital interests"),
                            ("law_enforcement", "Law enforcement, by the police"),
                        ],
                        max_length=20,
                    ),
                ),
                ("until", models.DateField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("moved_because", models.TextField(blank=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                ("recalled_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_requests",
                        to="cases.case",
                    ),
                ),
                (
                    "recalled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "request for information",
                "verbose_name_plural": "requests for information",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="InformationAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed to it"),
                            ("public_interest", "It is in the public interest, which outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "The person lacks capacity, and it is in their best interests"),
                            ("not_confidential", "Nothing in it was told in confidence"),
                            ("kept", "None: the confidence is kept, and nothing of it is said here"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("shared", "Shared"),
                            ("nothing_held", "Nothing held"),
                            ("not_shared", "Held, but not shared"),
                            ("by_word", "For the chair, by word"),
                        ],
                        max_length=20,
                    ),
                ),
                ("why_not", models.TextField(blank=True)),
                ("who_tells", models.CharField(blank=True, max_length=200)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_answers",
                        to="cases.informationrequest",
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "contribution",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="cases.contribution",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer to a request for information",
                "verbose_name_plural": "answers to requests for information",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="InformationAnswerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed to it"),
                            ("public_interest", "It is in the public interest, which outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "The person lacks capacity, and it is in their best interests"),
                            ("not_confidential", "Nothing in it was told in confidence"),
                            ("kept", "None: the confidence is kept, and nothing of it is said here"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("shared", "Shared"),
                            ("nothing_held", "Nothing held"),
                            ("not_shared", "Held, but not shared"),
                            ("by_word", "For the chair, by word"),
                        ],
                        max_length=20,
                    ),
                ),
                ("why_not", models.TextField(blank=True)),
                ("who_tells", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contribution",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.informationanswer",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.informationrequest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="InformationRequestEvent",
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
                ("asked", models.TextField()),
                ("purpose", models.TextField()),
                (
                    "lawful_basis",
                    models.CharField(
                        choices=[
                            ("public_task", "Public task, for safeguarding"),
                            ("legal_obligation", "Legal obligation"),
                            ("vital_interests", "Vital interests"),
                            ("law_enforcement", "Law enforcement, by the police"),
                        ],
                        max_length=20,
                    ),
                ),
                ("until", models.DateField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("moved_because", models.TextField(blank=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                ("recalled_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
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
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
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
                        to="cases.informationrequest",
                    ),
                ),
                (
                    "recalled_by",
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
            model_name="contribution",
            index=models.Index(fields=["case", "mark", "-id"], name="contributions_of_a_case"),
        ),
        AddIndex(
            model_name="contribution",
            index=models.Index(fields=["agency", "-id"], name="contributions_of_an_agency"),
        ),
        AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confidentiality_by", ""), ("confidentiality_ground", ""), ("confidentiality_words", "")),
                    models.Q(
                        ("confidentiality_by", ""), ("confidentiality_ground", ""), _connector="OR", _negated=True
                    ),
                    _connector="OR",
                ),
                name="contribution_says_who_decided_on_confidentiality_and_why",
            ),
        ),
        AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="a_contribution_says_something"
            ),
        ),
        AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("no_intelligence", True)), name="a_contribution_holds_no_intelligence"
            ),
        ),
        AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(("mark", "chair_only"), ("with_deputies", False), _connector="OR"),
                name="deputies_are_asked_about_where_it_is_for_the_chair",
            ),
        ),
        AddConstraint(
            model_name="contribution",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("withdrawn_at", None), ("withdrawn_because", ""), ("withdrawn_by", None)),
                    models.Q(
                        ("withdrawn_at__isnull", False),
                        ("withdrawn_by__isnull", False),
                        models.Q(("withdrawn_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_contribution_is_withdrawn_with_a_reason",
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="released_as_its_agency_must",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kind TEXT;",
                    func="\n            kind := (SELECT type FROM accounts_agency WHERE id = NEW.agency_id);\n            IF NEW.law_enforcement <> (kind = 'police') THEN\n                RAISE EXCEPTION 'what the police share, and nothing else, is processed for law enforcement'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'police_process_for_law_enforcement';\n            END IF;\n            IF kind = 'health' AND NEW.confidentiality_by = '' AND NOT (FALSE) THEN\n                RAISE EXCEPTION 'health says who decided on confidentiality'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'health_decides_on_confidentiality';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="9a3e6b5ca4f8cce8e6cbc7c13022c9cac9c34bef",
                    operation="INSERT",
                    pgid="pgtrigger_released_as_its_agency_must_b620d",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="only_its_mark_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."confidentiality_by" IS DISTINCT FROM (NEW."confidentiality_by") OR OLD."confidentiality_ground" IS DISTINCT FROM (NEW."confidentiality_ground") OR OLD."confidentiality_words" IS DISTINCT FROM (NEW."confidentiality_words") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."law_enforcement" IS DISTINCT FROM (NEW."law_enforcement") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."shared_at" IS DISTINCT FROM (NEW."shared_at") OR OLD."shared_by_id" IS DISTINCT FROM (NEW."shared_by_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61c151806bd3245005e3fe6302ff509cecbb6cad",
                    operation="UPDATE",
                    pgid="pgtrigger_only_its_mark_changes_89331",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="withdrawn_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."withdrawn_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2c929ba796277e1dd988ee61ce8f599616e647f0",
                    operation="UPDATE",
                    pgid="pgtrigger_withdrawn_once_8ba6e",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contributionevent" ("agency_id", "case_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "id", "law_enforcement", "mark", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shared_at", "shared_by_id", "text", "with_deputies", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."agency_id", NEW."case_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."id", NEW."law_enforcement", NEW."mark", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."shared_at", NEW."shared_by_id", NEW."text", NEW."with_deputies", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="3754af571787a1d0b67d162bcbf10945a5d47d83",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_32d7b",
                    table="cases_contribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_contributionevent" ("agency_id", "case_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "id", "law_enforcement", "mark", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shared_at", "shared_by_id", "text", "with_deputies", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."agency_id", NEW."case_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."id", NEW."law_enforcement", NEW."mark", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."shared_at", NEW."shared_by_id", NEW."text", NEW."with_deputies", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="fadf9451a3ad624fecec2123787eba06e4371bf6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1c67d",
                    table="cases_contribution",
                    when="AFTER",
                ),
            ),
        ),
        AddIndex(
            model_name="cover",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["agency", "until"], name="cover_at_an_agency"
            ),
        ),
        AddConstraint(
            model_name="cover",
            constraint=models.CheckConstraint(
                condition=models.Q(("away", models.F("covered_by")), _negated=True), name="nobody_covers_for_themselves"
            ),
        ),
        AddConstraint(
            model_name="cover",
            constraint=models.CheckConstraint(
                condition=models.Q(("until__gte", models.F("starts_on"))), name="cover_ends_after_it_begins"
            ),
        ),
        AddTrigger(
            model_name="cover",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_coverevent" ("agency_id", "away_id", "covered_by_id", "ended_at", "id", "named_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."agency_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="82d81421e27b472fea698b9bd92acdb8eb5ccb53",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8c78",
                    table="cases_cover",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="cover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_coverevent" ("agency_id", "away_id", "covered_by_id", "ended_at", "id", "named_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."agency_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="97d3cf0de73733efbeb22b7978768a5a74b1b717",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5fd43",
                    table="cases_cover",
                    when="AFTER",
                ),
            ),
        ),
        AddIndex(
            model_name="informationrequest",
            index=models.Index(fields=["case", "-id"], name="requests_about_a_case"),
        ),
        AddIndex(
            model_name="informationrequest",
            index=models.Index(
                condition=models.Q(("answered_at", None), ("recalled_at", None)),
                fields=["agency", "due_on"],
                name="information_to_give",
            ),
        ),
        AddIndex(
            model_name="informationrequest",
            index=models.Index(
                condition=models.Q(("answered_at", None), ("recalled_at", None)),
                fields=["area", "due_on"],
                name="information_awaited_in_an_area",
            ),
        ),
        AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("asked", ""), ("purpose", ""), _connector="OR", _negated=True),
                name="information_is_asked_in_words_and_for_a_purpose",
            ),
        ),
        AddConstraint(
            model_name="informationrequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("answered_at", None), ("recalled_at", None)),
                fields=("case", "agency"),
                name="an_agency_is_asked_one_thing_at_a_time",
            ),
        ),
        AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recalled_at", None), ("recalled_because", ""), ("recalled_by", None)),
                    models.Q(
                        ("recalled_at__isnull", False),
                        ("recalled_by__isnull", False),
                        models.Q(("recalled_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_request_is_taken_back_with_a_reason",
            ),
        ),
        AddConstraint(
            model_name="informationrequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_within", None), ("moved_because", ""), _connector="XOR"),
                name="a_day_is_moved_with_a_reason",
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."asked" IS DISTINCT FROM (NEW."asked") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f9aa802687d96582034743a7df3bbaf37c812054",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ee951",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="taken_back_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."recalled_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="935fdf74653056c49e7eb1df5494f28efd23100f",
                    operation="UPDATE",
                    pgid="pgtrigger_taken_back_once_d2cc9",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL AND OLD."answered_at" IS DISTINCT FROM (NEW."answered_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3ed25714aa592dbc6e160497353778c314437e38",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_89dfd",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_informationrequestevent" ("agency_id", "answered_at", "area_id", "asked", "asked_at", "asked_by_id", "case_id", "due_on", "due_within", "id", "lawful_basis", "moved_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recalled_at", "recalled_because", "recalled_by_id", "reference", "reminded_at", "until") VALUES (NEW."agency_id", NEW."answered_at", NEW."area_id", NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."due_on", NEW."due_within", NEW."id", NEW."lawful_basis", NEW."moved_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."recalled_at", NEW."recalled_because", NEW."recalled_by_id", NEW."reference", NEW."reminded_at", NEW."until"); RETURN NULL;',
                    hash="b2ff4ed40c7fc59bec459a92e4f21c2f233497cc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc0a0",
                    table="cases_informationrequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_informationrequestevent" ("agency_id", "answered_at", "area_id", "asked", "asked_at", "asked_by_id", "case_id", "due_on", "due_within", "id", "lawful_basis", "moved_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recalled_at", "recalled_because", "recalled_by_id", "reference", "reminded_at", "until") VALUES (NEW."agency_id", NEW."answered_at", NEW."area_id", NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."due_on", NEW."due_within", NEW."id", NEW."lawful_basis", NEW."moved_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."recalled_at", NEW."recalled_because", NEW."recalled_by_id", NEW."reference", NEW."reminded_at", NEW."until"); RETURN NULL;',
                    hash="fe77665a1a2ff5422373ffc9287ec64a6ff8e898",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_092af",
                    table="cases_informationrequest",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="informationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confidentiality_by", ""), ("confidentiality_ground", ""), ("confidentiality_words", "")),
                    models.Q(
                        ("confidentiality_by", ""), ("confidentiality_ground", ""), _connector="OR", _negated=True
                    ),
                    _connector="OR",
                ),
                name="informationanswer_says_who_decided_on_confidentiality_and_why",
            ),
        ),
        AddConstraint(
            model_name="informationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "shared"), ("contribution__isnull", False)),
                    models.Q(models.Q(("answer", "shared"), _negated=True), ("contribution", None)),
                    _connector="OR",
                ),
                name="what_is_shared_is_a_contribution",
            ),
        ),
        AddConstraint(
            model_name="informationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", "not_shared"), ("why_not", ""), _connector="XOR"),
                name="what_is_not_shared_says_why",
            ),
        ),
        AddConstraint(
            model_name="informationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", "by_word"), ("who_tells", ""), _connector="XOR"),
                name="what_is_told_by_word_says_who_tells",
            ),
        ),
        AddConstraint(
            model_name="informationanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("answer", "nothing_held"), ("no_intelligence", True), _connector="OR"),
                name="an_answer_holds_no_intelligence",
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added_to",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5eadec2989b6811967a9742f32a5eaec47f14f8a",
                    operation="UPDATE",
                    pgid="pgtrigger_only_added_to_d5892",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="released_as_its_agency_must",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kind TEXT;",
                    func="\n            kind := (SELECT type FROM accounts_agency WHERE id = (SELECT agency_id FROM cases_informationrequest WHERE id = NEW.request_id));\n            IF NEW.law_enforcement <> (kind = 'police') THEN\n                RAISE EXCEPTION 'what the police share, and nothing else, is processed for law enforcement'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'police_process_for_law_enforcement';\n            END IF;\n            IF kind = 'health' AND NEW.confidentiality_by = '' AND NOT (NEW.answer = 'nothing_held') THEN\n                RAISE EXCEPTION 'health says who decided on confidentiality'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'health_decides_on_confidentiality';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="3b7fccdc3228c55411b362e45efab5a2a61a1f9b",
                    operation="INSERT",
                    pgid="pgtrigger_released_as_its_agency_must_59c7e",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_informationanswerevent" ("answer", "answered_at", "answered_by_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "contribution_id", "id", "law_enforcement", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "who_tells", "why_not") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."contribution_id", NEW."id", NEW."law_enforcement", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."who_tells", NEW."why_not"); RETURN NULL;',
                    hash="cceb29533841e746780e30a0709a0129d88e2dcb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61a42",
                    table="cases_informationanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_informationanswerevent" ("answer", "answered_at", "answered_by_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "contribution_id", "id", "law_enforcement", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "who_tells", "why_not") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."contribution_id", NEW."id", NEW."law_enforcement", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."who_tells", NEW."why_not"); RETURN NULL;',
                    hash="b6810aabe23578696fb2d870c5c1c5a828e7cbb6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_439cc",
                    table="cases_informationanswer",
                    when="AFTER",
                ),
            ),
        ),
    ]
