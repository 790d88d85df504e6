import django.contrib.postgres.fields
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0024_reasons_for_which_cases_end"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddField(
            model_name="caseendreason",
            name="nothing_follows",
            field=models.BooleanField(default=False),
        ),
        CreateModel(
            name="AreaEndReason",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "ends",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("exited", "exited"),
                                ("police_led", "police_led"),
                                ("referred_elsewhere", "referred_elsewhere"),
                                ("no_further_action", "no_further_action"),
                            ],
                            max_length=30,
                        ),
                        size=None,
                    ),
                ),
                ("nothing_follows", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(null=True)),
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
                "ordering": ("name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AreaEndReasonEvent",
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
                (
                    "ends",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("exited", "exited"),
                                ("police_led", "police_led"),
                                ("referred_elsewhere", "referred_elsewhere"),
                                ("no_further_action", "no_further_action"),
                            ],
                            max_length=30,
                        ),
                        size=None,
                    ),
                ),
                ("nothing_follows", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
                ("retired_at", models.DateTimeField(null=True)),
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
                        to="reference.areaendreason",
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
        AddConstraint(
            model_name="areaendreason",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="an_end_reason_has_a_name"
            ),
        ),
        AddConstraint(
            model_name="areaendreason",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends__len__gte", 1)), name="an_end_reason_goes_with_an_end"
            ),
        ),
        AddConstraint(
            model_name="areaendreason",
            constraint=models.UniqueConstraint(
                condition=models.Q(("retired_at", None)),
                fields=("area", "name"),
                name="one_end_reason_of_a_name_in_an_area",
            ),
        ),
        AddTrigger(
            model_name="areaendreason",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."added_at" IS DISTINCT FROM (NEW."added_at") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."ends" IS DISTINCT FROM (NEW."ends") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."nothing_follows" IS DISTINCT FROM (NEW."nothing_follows") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b2ddde96466f38e7b026bbf773af30b7a84e74c6",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_d9666",
                    table="reference_areaendreason",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaendreason",
            trigger=pgtrigger.compiler.Trigger(
                name="retired_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."retired_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6c5a959ea81a2f698febe6dd095472b18de61c26",
                    operation="UPDATE",
                    pgid="pgtrigger_retired_once_ac07e",
                    table="reference_areaendreason",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaendreason",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_areaendreasonevent" ("added_at", "added_by_id", "area_id", "ends", "id", "name", "nothing_follows", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "retired_at", "retired_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."ends", NEW."id", NEW."name", NEW."nothing_follows", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."retired_at", NEW."retired_by_id"); RETURN NULL;',
                    hash="0e86755f70caf462b9adf331dc9d3c26bfd45a01",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81c36",
                    table="reference_areaendreason",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="areaendreason",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_areaendreasonevent" ("added_at", "added_by_id", "area_id", "ends", "id", "name", "nothing_follows", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "retired_at", "retired_by_id") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."ends", NEW."id", NEW."name", NEW."nothing_follows", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."retired_at", NEW."retired_by_id"); RETURN NULL;',
                    hash="9256ceaf26eb82bf34ab4038c216a18c1c3668c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_89565",
                    table="reference_areaendreason",
                    when="AFTER",
                ),
            ),
        ),
    ]
