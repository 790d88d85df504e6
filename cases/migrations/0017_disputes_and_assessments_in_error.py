import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddField, AddIndex, AddTrigger, CreateModel, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0016_how_far_a_case_is_shared"),
        ("reference", "0013_agreements_on_sharing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("words", models.TextField()),
                ("said_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wrong", "It was wrong"),
                            ("stands", "It stands, with what they say beside it"),
                            ("unclear", "It cannot be settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="DisputeEvent",
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
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("words", models.TextField()),
                ("said_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wrong", "It was wrong"),
                            ("stands", "It stands, with what they say beside it"),
                            ("unclear", "It cannot be settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="assessment",
            name="stands",
        ),
        RemoveTrigger(
            model_name="assessment",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="assessment",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="case",
            name="exited_with_a_plan",
        ),
        AddField(
            model_name="assessment",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="assessment",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="assessment",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="assessmentevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="assessmentevent",
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
            model_name="assessmentevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."assessed_on" IS DISTINCT FROM (NEW."assessed_on") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."completed_at" IS DISTINCT FROM (NEW."completed_at") OR OLD."completed_by_id" IS DISTINCT FROM (NEW."completed_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."plan" IS DISTINCT FROM (NEW."plan") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."what_changed" IS DISTINCT FROM (NEW."what_changed"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="63715717b745065ff37f615599525af2e6e2be8f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9c805",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4131c644b73357c37150e0e909d402ab1171a82e",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_de95c",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="8d521cba97fcd3470916402206a3db1b5591544f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_718b4",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="9ac534acc661cc8df25997ddcbd54253506bc0cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75ec5",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="exited_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."stage" = \'exited\' AND OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (SELECT FROM cases_exitplan plan WHERE plan.case_id = NEW.id) THEN\n            RAISE EXCEPTION 'A case exits with a plan for afterwards.' USING ERRCODE = 'check_violation';\n        END IF;\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            WHERE assessment.case_id = NEW.id AND assessment.assessed_on >= NEW.consent_given_on\n            AND assessment.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'A case exits with a final assessment, made since support began.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="7250dc4926cf00bc3b229da87381440c1a88cc06",
                    operation="UPDATE",
                    pgid="pgtrigger_exited_with_a_plan_1d2f2",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="assessment",
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
                name="assessment_in_error_says_why",
            ),
        ),
        AddField(
            model_name="dispute",
            name="answered_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="dispute",
            name="assessment",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.assessment"
            ),
        ),
        AddField(
            model_name="dispute",
            name="case",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
        ),
        AddField(
            model_name="dispute",
            name="contact",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.loggedcontact"
            ),
        ),
        AddField(
            model_name="dispute",
            name="contribution",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.contribution"
            ),
        ),
        AddField(
            model_name="dispute",
            name="decision",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.section36decision"
            ),
        ),
        AddField(
            model_name="dispute",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="answered_by",
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
            model_name="disputeevent",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.assessment",
            ),
        ),
        AddField(
            model_name="disputeevent",
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
            model_name="disputeevent",
            name="contact",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.loggedcontact",
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="contribution",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.contribution",
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="decision",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.section36decision",
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.dispute",
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddIndex(
            model_name="dispute",
            index=models.Index(
                condition=models.Q(("answered_at", None)), fields=["due_on"], name="disputes_in_cases_to_answer"
            ),
        ),
        AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="a_dispute_says_something"
            ),
        ),
        AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None), ("outcome", "")),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                        models.Q(("outcome", ""), _negated=True),
                        models.Q(("answer", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_answer_to_a_dispute_says_what_came_of_it",
            ),
        ),
        AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("due_on__isnull", False)), name="a_dispute_is_answered_by_a_day"
            ),
        ),
        AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func(
                        "assessment",
                        "contribution",
                        "contact",
                        "decision",
                        function="NUM_NONNULLS",
                        output_field=models.IntegerField(),
                    ),
                    1,
                ),
                name="a_dispute_is_of_one_thing",
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."assessment_id" IS DISTINCT FROM (NEW."assessment_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4a9f58a65132ca983960443185dbed3b92de1329",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8f3c8",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f843e129c06b9330f558173bfac57b19b41e468e",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_b0366",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_assessment written WHERE written.id = NEW.assessment_id\n            AND written.case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contribution_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_contribution written WHERE written.id = NEW.contribution_id\n            AND written.case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contact_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_loggedcontact written WHERE written.id = NEW.contact_id\n            AND written.case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.decision_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_section36decision written WHERE written.id = NEW.decision_id\n            AND written.case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;",
                    hash="edcbdb410237344fbd95507ecee1b2a58ce97143",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_case_8cdb3",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_disputeevent" ("answer", "answered_at", "answered_by_id", "assessment_id", "case_id", "contact_id", "contribution_id", "decision_id", "due_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."case_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="3c01ffc7f626e3f339a94dd91362bf51c3b72a4e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_386de",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_disputeevent" ("answer", "answered_at", "answered_by_id", "assessment_id", "case_id", "contact_id", "contribution_id", "decision_id", "due_on", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."case_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="39880fe2d234b76470d7fe74ed18f044be584bdc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e24d7",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
    ]
