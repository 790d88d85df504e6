import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    CreateModel,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0047_a_day_that_was_agreed_is_taken_back"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="OwnAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
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
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("meeting", "At a meeting"),
                            ("visit", "At a visit"),
                            ("call", "By telephone"),
                            ("written", "In writing"),
                            ("spoken_for", "Through somebody who speaks for them"),
                        ],
                        max_length=20,
                    ),
                ),
                ("said_on", models.DateField()),
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="OwnAccountEvent",
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
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("meeting", "At a meeting"),
                            ("visit", "At a visit"),
                            ("call", "By telephone"),
                            ("written", "In writing"),
                            ("spoken_for", "Through somebody who speaks for them"),
                        ],
                        max_length=20,
                    ),
                ),
                ("said_on", models.DateField()),
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="dispute",
            name="stands",
        ),
        RemoveTrigger(
            model_name="dispute",
            name="of_its_case",
        ),
        RemoveTrigger(
            model_name="dispute",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="dispute",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="informationanswer",
            name="only_added_to",
        ),
        RemoveTrigger(
            model_name="informationanswer",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="informationanswer",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="letter",
            name="sent_once",
        ),
        RemoveTrigger(
            model_name="letter",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="letter",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="dispute",
            name="a_dispute_is_of_one_thing",
        ),
        AddField(
            model_name="informationanswer",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="informationanswer",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="informationanswer",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="informationanswerevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="informationanswerevent",
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
            model_name="informationanswerevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="letter",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="letter",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="letter",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="letterevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="letterevent",
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
            model_name="letterevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."confidentiality_by" IS DISTINCT FROM (NEW."confidentiality_by") OR OLD."confidentiality_ground" IS DISTINCT FROM (NEW."confidentiality_ground") OR OLD."confidentiality_words" IS DISTINCT FROM (NEW."confidentiality_words") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."law_enforcement" IS DISTINCT FROM (NEW."law_enforcement") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."who_tells" IS DISTINCT FROM (NEW."who_tells") OR OLD."why_not" IS DISTINCT FROM (NEW."why_not"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1cce145c09b1d3dc56eb5e0e90f893340c72a5a3",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_044d4",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8cb5bafaa052c63078eeec99f3a5cd1ce6cfb019",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_f5a85",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="the_last_one_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_informationanswer later\n                        WHERE later.request_id = NEW.request_id AND later.id > NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'An answer is said to be wrong once there is another.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="33af8befeb55e51607724c3f3ca5216a29c42580",
                    operation='UPDATE OF "in_error_at"',
                    pgid="pgtrigger_the_last_one_stands_27fce",
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
                    func='INSERT INTO "cases_informationanswerevent" ("answer", "answered_at", "answered_by_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "contribution_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "law_enforcement", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "who_tells", "why_not") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."contribution_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."law_enforcement", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."who_tells", NEW."why_not"); RETURN NULL;',
                    hash="5048a4b94db14a8a2c49e4f7937d615d1f69c095",
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
                    func='INSERT INTO "cases_informationanswerevent" ("answer", "answered_at", "answered_by_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "contribution_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "law_enforcement", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "who_tells", "why_not") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."contribution_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."law_enforcement", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."who_tells", NEW."why_not"); RETURN NULL;',
                    hash="bfea2c11d85623d0bdeb063186fc95e9d166bdc0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_439cc",
                    table="cases_informationanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="sent_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."sent_on" IS NOT NULL)',
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "sent_on", "sent_how", "sent_by_id" rows from % table\', TG_TABLE_NAME;',
                    hash="8c6a6a97a4ce9918b045029af26f7982bd53a6de",
                    operation='UPDATE OF "sent_on", "sent_how", "sent_by_id"',
                    pgid="pgtrigger_sent_once_75433",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "in_error_at", "in_error_by_id", "in_error_reason" rows from % table\', TG_TABLE_NAME;',
                    hash="d27589974e12162bfaf1bf9f86a2b4be9f9cbda7",
                    operation='UPDATE OF "in_error_at", "in_error_by_id", "in_error_reason"',
                    pgid="pgtrigger_said_in_error_once_86839",
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
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "which_parent", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."which_parent", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="c8225e6df10afe040581d5003ccc74046d666018",
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
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "which_parent", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."which_parent", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="51d70f3b21ea12c0419d6dd61e8aac10047c1dbe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd834",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="informationanswer",
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
                name="informationanswer_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="letter",
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
                name="letter_in_error_says_why",
            ),
        ),
        AddField(
            model_name="ownaccount",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="own_accounts", to="cases.case"
            ),
        ),
        AddField(
            model_name="ownaccount",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="ownaccount",
            name="noted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="dispute",
            name="own_account",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.ownaccount"
            ),
        ),
        AddField(
            model_name="disputeevent",
            name="own_account",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.ownaccount",
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
                        "session",
                        "exit_plan",
                        "consent",
                        "being_told",
                        "support_plan",
                        "information_answer",
                        "urgent_concern",
                        "letter",
                        "own_account",
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
                    condition='WHEN (OLD."assessment_id" IS DISTINCT FROM (NEW."assessment_id") OR OLD."being_told_id" IS DISTINCT FROM (NEW."being_told_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_id" IS DISTINCT FROM (NEW."consent_id") OR OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."exit_plan_id" IS DISTINCT FROM (NEW."exit_plan_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."information_answer_id" IS DISTINCT FROM (NEW."information_answer_id") OR OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."own_account_id" IS DISTINCT FROM (NEW."own_account_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."support_plan_id" IS DISTINCT FROM (NEW."support_plan_id") OR OLD."urgent_concern_id" IS DISTINCT FROM (NEW."urgent_concern_id") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f49fc26c62ac56d0a5c3d38570cd9e14b4a0be64",
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
                name="of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_assessment written\n            \n            WHERE written.id = NEW.assessment_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contribution_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_contribution written\n            \n            WHERE written.id = NEW.contribution_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contact_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_loggedcontact written\n            \n            WHERE written.id = NEW.contact_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.decision_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_section36decision written\n            \n            WHERE written.id = NEW.decision_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.session_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_interventionsession written\n            JOIN cases_intervention part ON part.id = written.intervention_id\n            WHERE written.id = NEW.session_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.exit_plan_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_exitplan written\n            \n            WHERE written.id = NEW.exit_plan_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.consent_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_consent written\n            \n            WHERE written.id = NEW.consent_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.being_told_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_beingtold written\n            \n            WHERE written.id = NEW.being_told_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.support_plan_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_supportplan written\n            \n            WHERE written.id = NEW.support_plan_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.information_answer_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_informationanswer written\n            JOIN cases_informationrequest part ON part.id = written.request_id\n            WHERE written.id = NEW.information_answer_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.urgent_concern_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_urgentconcern written\n            \n            WHERE written.id = NEW.urgent_concern_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.letter_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_letter written\n            \n            WHERE written.id = NEW.letter_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.own_account_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_ownaccount written\n            \n            WHERE written.id = NEW.own_account_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;",
                    hash="5c329cc21d9694c9f68a975f811cbb3211c29764",
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
                    func='INSERT INTO "cases_disputeevent" ("answer", "answered_at", "answered_by_id", "assessment_id", "being_told_id", "case_id", "consent_id", "contact_id", "contribution_id", "decision_id", "due_on", "exit_plan_id", "id", "information_answer_id", "letter_id", "outcome", "own_account_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "session_id", "support_plan_id", "urgent_concern_id", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."being_told_id", NEW."case_id", NEW."consent_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."exit_plan_id", NEW."id", NEW."information_answer_id", NEW."letter_id", NEW."outcome", NEW."own_account_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."session_id", NEW."support_plan_id", NEW."urgent_concern_id", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="572b0ebf65d7277be18753d77f15158924091f19",
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
                    func='INSERT INTO "cases_disputeevent" ("answer", "answered_at", "answered_by_id", "assessment_id", "being_told_id", "case_id", "consent_id", "contact_id", "contribution_id", "decision_id", "due_on", "exit_plan_id", "id", "information_answer_id", "letter_id", "outcome", "own_account_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "session_id", "support_plan_id", "urgent_concern_id", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."being_told_id", NEW."case_id", NEW."consent_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."exit_plan_id", NEW."id", NEW."information_answer_id", NEW."letter_id", NEW."outcome", NEW."own_account_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."session_id", NEW."support_plan_id", NEW."urgent_concern_id", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="93439788f8ab9b6f3651d9ed6f13e78fb0ebd1bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e24d7",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
        AddField(
            model_name="ownaccountevent",
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
            model_name="ownaccountevent",
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
            model_name="ownaccountevent",
            name="noted_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="ownaccountevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.ownaccount",
            ),
        ),
        AddIndex(
            model_name="ownaccount",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("words", config="english"), name="own_accounts_by_words"
            ),
        ),
        AddIndex(
            model_name="ownaccount",
            index=models.Index(fields=["case", "-said_on", "-id"], name="own_accounts_of_a_case"),
        ),
        AddConstraint(
            model_name="ownaccount",
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
                name="ownaccount_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="ownaccount",
            constraint=models.CheckConstraint(
                condition=models.Q(("words", ""), _negated=True), name="an_own_account_says_something"
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="4b2e71ff4722d6ae3564b894e1d78e08dbdcc3c7",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_78d79",
                    table="cases_ownaccount",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."noted_at" IS DISTINCT FROM (NEW."noted_at") OR OLD."noted_by_id" IS DISTINCT FROM (NEW."noted_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="80ba8e43f731126f15df8ce442ff26b8b6ba898a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_68ee6",
                    table="cases_ownaccount",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d95bf779c871cb5798d7650f0b205b2b4cdb76f5",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_90768",
                    table="cases_ownaccount",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_ownaccountevent" ("case_id", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "name", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_on", "whose", "words") VALUES (NEW."case_id", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."name", NEW."noted_at", NEW."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="5d51ab19967ac4b2aed150637c83b8f1b7256139",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a0cf",
                    table="cases_ownaccount",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_ownaccountevent" ("case_id", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "name", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_on", "whose", "words") VALUES (NEW."case_id", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."name", NEW."noted_at", NEW."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="4c77fd0b3fa1350b0bbb5bf9ad24f68aec3e0b1c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb9f7",
                    table="cases_ownaccount",
                    when="AFTER",
                ),
            ),
        ),
    ]
