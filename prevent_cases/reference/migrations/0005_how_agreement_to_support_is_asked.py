import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddIndex, AddTrigger, CreateModel
from prevent_cases.pages.models import new_reference


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("reference", "0004_blocks_of_the_national_form"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="ConsentPolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(default=new_reference, editable=False, max_length=10, unique=True),
                ),
                ("starts_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("wording", models.TextField(blank=True)),
                ("before_eighteen", models.PositiveSmallIntegerField(default=90)),
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
                "verbose_name": "policy on agreement to support",
                "verbose_name_plural": "policies on agreement to support",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ConsentPolicyEvent",
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
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("wording", models.TextField(blank=True)),
                ("before_eighteen", models.PositiveSmallIntegerField(default=90)),
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
                        to="reference.consentpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="consentpolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="consentpolicy_by_day"),
        ),
        AddConstraint(
            model_name="consentpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="consentpolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="consentpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("before_eighteen__gte", 1)), name="turning_18_is_prepared_for"
            ),
        ),
        AddTrigger(
            model_name="consentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cb010034d5b3176d1f3db562eebf72b2458c44b1",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_cc1e1",
                    table="reference_consentpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="consentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_consentpolicyevent" ("area_id", "before_eighteen", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "wording") VALUES (NEW."area_id", NEW."before_eighteen", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."wording"); RETURN NULL;',
                    hash="10fe7025c2a71d3a38a2737ab0cff189e35d26a3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5a268",
                    table="reference_consentpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consentpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_consentpolicyevent" ("area_id", "before_eighteen", "decided_at", "decided_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "wording") VALUES (NEW."area_id", NEW."before_eighteen", NEW."decided_at", NEW."decided_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."wording"); RETURN NULL;',
                    hash="36a8d5c3eb9a47e225e89c05995f781e1c5d311d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4ec56",
                    table="reference_consentpolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
