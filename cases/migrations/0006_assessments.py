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
        ("cases", "0005_every_case_has_its_owner_and_every_answer_its_words"),
        ("reference", "0007_frameworks_to_assess_by"),
        ("referrals", "0008_what_came_before_waits_too"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("assessed_on", models.DateField()),
                ("completed_at", models.DateTimeField()),
                ("summary", models.TextField()),
                ("plan", models.TextField()),
                ("what_changed", models.TextField()),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AssessmentEvent",
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
                ("assessed_on", models.DateField()),
                ("completed_at", models.DateTimeField()),
                ("summary", models.TextField()),
                ("plan", models.TextField()),
                ("what_changed", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="FactorEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_words", models.TextField(blank=True)),
                ("evidence", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("evidence_on", models.DateField(null=True)),
                ("protective_factors", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("factor__position",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="FactorEntryEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_words", models.TextField(blank=True)),
                ("evidence", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("evidence_on", models.DateField(null=True)),
                ("protective_factors", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("stage", "active")), fields=["area", "id"], name="cases_receiving_support"
            ),
        ),
        AddField(
            model_name="assessment",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="cases.case"
            ),
        ),
        AddField(
            model_name="assessment",
            name="completed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="assessment",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.frameworkversion"
            ),
        ),
        AddField(
            model_name="assessmentevent",
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
            model_name="assessmentevent",
            name="completed_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="assessmentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.assessment",
            ),
        ),
        AddField(
            model_name="assessmentevent",
            name="version",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reference.frameworkversion",
            ),
        ),
        AddField(
            model_name="factorentry",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="cases.assessment"
            ),
        ),
        AddField(
            model_name="factorentry",
            name="factor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.frameworkfactor"
            ),
        ),
        AddField(
            model_name="factorentry",
            name="point",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.scalepoint"
            ),
        ),
        AddField(
            model_name="factorentryevent",
            name="assessment",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.assessment",
            ),
        ),
        AddField(
            model_name="factorentryevent",
            name="factor",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reference.frameworkfactor",
            ),
        ),
        AddField(
            model_name="factorentryevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.factorentry",
            ),
        ),
        AddField(
            model_name="factorentryevent",
            name="point",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="reference.scalepoint",
            ),
        ),
        AddIndex(
            model_name="assessment",
            index=models.Index(fields=["case", "-assessed_on", "-id"], name="assessments_of_a_case"),
        ),
        AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("summary", ""), ("plan", ""), ("what_changed", ""), _connector="OR", _negated=True),
                name="an_assessment_has_its_summary_its_plan_and_what_changed",
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d2bcc6349b6e16e2d1c1f9b117fe6370de583508",
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
                name="by_a_published_framework",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM reference_frameworkversion version\n            JOIN reference_framework framework ON framework.id = version.framework_id\n            JOIN cases_case assessed ON assessed.area_id = framework.area_id\n            WHERE version.id = NEW.version_id AND version.confirmed_at IS NOT NULL AND assessed.id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'an assessment is made by a framework that its area has published'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'by_a_published_framework';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="16fe26646260febeb32b3b1efe3277afccaa339d",
                    operation="INSERT",
                    pgid="pgtrigger_by_a_published_framework_52cb7",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="says_something_of_every_factor",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (\n            SELECT FROM reference_frameworkfactor factor\n            WHERE factor.version_id = NEW.version_id AND NOT EXISTS (\n                SELECT FROM cases_factorentry WHERE assessment_id = NEW.id AND factor_id = factor.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'an assessment says something of every factor, if only that it is not known'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'says_something_of_every_factor';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="6bdcd51f200b40491ec4afd24a9f71ca56e45477",
                    operation="INSERT",
                    pgid="pgtrigger_says_something_of_every_factor_5fd24",
                    table="cases_assessment",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="500a86030598f099a67154624cd70e4e5e905ab6",
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
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="2096d9c2d7ec2f89d4a774fc6fc5ff129280eb7f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75ec5",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="factorentry",
            constraint=models.UniqueConstraint(
                fields=("assessment", "factor"), name="an_assessment_speaks_of_a_factor_once"
            ),
        ),
        AddConstraint(
            model_name="factorentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("point", None), models.Q(("in_words", ""), _negated=True), _connector="OR"),
                name="what_is_found_of_a_factor_is_said_in_words",
            ),
        ),
        AddConstraint(
            model_name="factorentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence", ""), models.Q(("source", ""), _negated=True), _connector="OR"),
                name="evidence_has_its_source",
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ad814a25d0c533c17d6d95984ee428364ea1e49a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_36a58",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_framework",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            JOIN reference_frameworkfactor factor ON factor.version_id = assessment.version_id\n            WHERE assessment.id = NEW.assessment_id AND factor.id = NEW.factor_id\n        ) THEN\n            RAISE EXCEPTION 'an assessment speaks of the factors of its own framework'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'of_its_framework';\n        END IF;\n        IF NEW.point_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM reference_frameworkfactor factor\n            JOIN reference_scalepoint point ON point.version_id = factor.version_id\n            WHERE factor.id = NEW.factor_id AND point.id = NEW.point_id AND (\n                point.domain_id = factor.domain_id\n                OR point.domain_id IS NULL\n                AND NOT EXISTS (SELECT FROM reference_scalepoint own WHERE own.domain_id = factor.domain_id)\n            )\n        ) THEN\n            RAISE EXCEPTION 'what is found of a factor stands on the scale of its domain'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'on_the_scale_of_its_domain';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6291242ae54151f5b87a90f5f3845b64af796784",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_framework_966a3",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_factorentryevent" ("assessment_id", "evidence", "evidence_on", "factor_id", "id", "in_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "protective_factors", "source") VALUES (NEW."assessment_id", NEW."evidence", NEW."evidence_on", NEW."factor_id", NEW."id", NEW."in_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."point_id", NEW."protective_factors", NEW."source"); RETURN NULL;',
                    hash="5b84eedcfc2a93f543c0049cec8ea86fc2256834",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5163",
                    table="cases_factorentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_factorentryevent" ("assessment_id", "evidence", "evidence_on", "factor_id", "id", "in_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "protective_factors", "source") VALUES (NEW."assessment_id", NEW."evidence", NEW."evidence_on", NEW."factor_id", NEW."id", NEW."in_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."point_id", NEW."protective_factors", NEW."source"); RETURN NULL;',
                    hash="8343d9f4f58cebec1546f92946b527831eb78501",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9635",
                    table="cases_factorentry",
                    when="AFTER",
                ),
            ),
        ),
    ]
