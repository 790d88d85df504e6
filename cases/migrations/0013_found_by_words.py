import django.contrib.postgres.indexes
import django.contrib.postgres.search
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
        ("cases", "0012_an_ended_case_has_its_day_of_review"),
        ("reference", "0010_how_long_cases_are_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="AreaSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("purpose", models.TextField()),
                ("searched_at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "search of an area",
                "verbose_name_plural": "searches of areas",
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AreaSearchEvent",
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
                ("purpose", models.TextField()),
                ("searched_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="assessment",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("summary", "plan", "what_changed", config="english"),
                name="assessments_by_words",
            ),
        ),
        AddIndex(
            model_name="contribution",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="english"), name="contributions_by_words"
            ),
        ),
        AddIndex(
            model_name="loggedcontact",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("what", config="english"), name="contacts_by_words"
            ),
        ),
        AddField(
            model_name="areasearch",
            name="area",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="searches", to="accounts.area"
            ),
        ),
        AddField(
            model_name="areasearch",
            name="searched_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="areasearchevent",
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
            model_name="areasearchevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.areasearch",
            ),
        ),
        AddField(
            model_name="areasearchevent",
            name="searched_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddIndex(
            model_name="areasearch",
            index=models.Index(fields=["area", "-id"], name="searches_of_an_area"),
        ),
        AddConstraint(
            model_name="areasearch",
            constraint=models.CheckConstraint(
                condition=models.Q(("purpose", ""), _negated=True), name="a_search_of_an_area_has_its_purpose"
            ),
        ),
        AddTrigger(
            model_name="areasearch",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="13258ccb53e84b954401ba05ce5ec87e733294df",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_318d4",
                    table="cases_areasearch",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areasearch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_areasearchevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "searched_at", "searched_by_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."searched_at", NEW."searched_by_id"); RETURN NULL;',
                    hash="efdf938555ecf44c13d79a57fb728c98e7e569d6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1479d",
                    table="cases_areasearch",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="areasearch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_areasearchevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "searched_at", "searched_by_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."searched_at", NEW."searched_by_id"); RETURN NULL;',
                    hash="e315bfa731a265054ceb3d9fb883ccf3095cb165",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8eb02",
                    table="cases_areasearch",
                    when="AFTER",
                ),
            ),
        ),
    ]
