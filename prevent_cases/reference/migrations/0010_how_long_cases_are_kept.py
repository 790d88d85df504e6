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
        ("reference", "0009_how_long_broken_glass_opens"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="RetentionPolicy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("exited", models.PositiveSmallIntegerField(default=72)),
                ("exited_child", models.PositiveSmallIntegerField(default=36)),
                ("police_led", models.PositiveSmallIntegerField(default=72)),
                ("police_led_child", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere_child", models.PositiveSmallIntegerField(default=24)),
                ("no_further_action", models.PositiveSmallIntegerField(default=12)),
                ("no_further_action_child", models.PositiveSmallIntegerField(default=6)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
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
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "policy on keeping",
                "verbose_name_plural": "policies on keeping",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="RetentionPolicyEvent",
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
                ("decided_at", models.DateTimeField()),
                ("reason", models.TextField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("exited", models.PositiveSmallIntegerField(default=72)),
                ("exited_child", models.PositiveSmallIntegerField(default=36)),
                ("police_led", models.PositiveSmallIntegerField(default=72)),
                ("police_led_child", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere", models.PositiveSmallIntegerField(default=36)),
                ("referred_elsewhere_child", models.PositiveSmallIntegerField(default=24)),
                ("no_further_action", models.PositiveSmallIntegerField(default=12)),
                ("no_further_action_child", models.PositiveSmallIntegerField(default=6)),
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
                        to="reference.retentionpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="retentionpolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="retentionpolicy_by_day"),
        ),
        AddConstraint(
            model_name="retentionpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="retentionpolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="retentionpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed_at", None), ("confirmed_by", None)),
                    models.Q(
                        ("confirmed_at__isnull", False),
                        ("confirmed_by__isnull", False),
                        models.Q(("confirmed_by", models.F("decided_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="retentionpolicy_is_confirmed_by_a_second_person",
            ),
        ),
        AddConstraint(
            model_name="retentionpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("exited_child__lte", models.F("exited"))),
                    models.Q(("police_led_child__lte", models.F("police_led"))),
                    models.Q(("referred_elsewhere_child__lte", models.F("referred_elsewhere"))),
                    models.Q(("no_further_action_child__lte", models.F("no_further_action"))),
                    models.Q(("no_further_action__lte", models.F("exited"))),
                    models.Q(("no_further_action_child__lte", models.F("exited_child"))),
                    models.Q(("no_further_action__lte", models.F("police_led"))),
                    models.Q(("no_further_action_child__lte", models.F("police_led_child"))),
                    models.Q(("no_further_action__lte", models.F("referred_elsewhere"))),
                    models.Q(("no_further_action_child__lte", models.F("referred_elsewhere_child"))),
                ),
                name="childhood_and_no_further_action_are_looked_at_soonest",
            ),
        ),
        AddConstraint(
            model_name="retentionpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("no_further_action_child__gte", 1)), name="what_has_ended_is_kept_for_some_time"
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."exited" IS DISTINCT FROM (NEW."exited") OR OLD."exited_child" IS DISTINCT FROM (NEW."exited_child") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."no_further_action" IS DISTINCT FROM (NEW."no_further_action") OR OLD."no_further_action_child" IS DISTINCT FROM (NEW."no_further_action_child") OR OLD."police_led" IS DISTINCT FROM (NEW."police_led") OR OLD."police_led_child" IS DISTINCT FROM (NEW."police_led_child") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referred_elsewhere" IS DISTINCT FROM (NEW."referred_elsewhere") OR OLD."referred_elsewhere_child" IS DISTINCT FROM (NEW."referred_elsewhere_child") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e7a5561c6bf0a6864b1e54d65468ef7f6dfc126",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_0b8c1",
                    table="reference_retentionpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."confirmed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6de428e08e9e367f359a0ae3ed27cfaadb121345",
                    operation="UPDATE",
                    pgid="pgtrigger_confirmed_once_a5540",
                    table="reference_retentionpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_retentionpolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "exited", "exited_child", "id", "no_further_action", "no_further_action_child", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_led", "police_led_child", "reason", "reference", "referred_elsewhere", "referred_elsewhere_child", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."exited", NEW."exited_child", NEW."id", NEW."no_further_action", NEW."no_further_action_child", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."police_led", NEW."police_led_child", NEW."reason", NEW."reference", NEW."referred_elsewhere", NEW."referred_elsewhere_child", NEW."starts_on"); RETURN NULL;',
                    hash="828ccd88efa8f50a68f0acdbc8e22cf279f53553",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_10266",
                    table="reference_retentionpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_retentionpolicyevent" ("area_id", "confirmed_at", "confirmed_by_id", "decided_at", "decided_by_id", "exited", "exited_child", "id", "no_further_action", "no_further_action_child", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_led", "police_led_child", "reason", "reference", "referred_elsewhere", "referred_elsewhere_child", "starts_on") VALUES (NEW."area_id", NEW."confirmed_at", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."exited", NEW."exited_child", NEW."id", NEW."no_further_action", NEW."no_further_action_child", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."police_led", NEW."police_led_child", NEW."reason", NEW."reference", NEW."referred_elsewhere", NEW."referred_elsewhere_child", NEW."starts_on"); RETURN NULL;',
                    hash="d302adf7943027cd8f01fe8e7aedb97c6e69d0a0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_172a3",
                    table="reference_retentionpolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
