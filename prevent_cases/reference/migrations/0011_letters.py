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
        ("reference", "0010_how_long_cases_are_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="LetterPolicy",
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
                (
                    "told",
                    models.TextField(
                        default="Somebody was worried about you and told us. They did this because they wanted you to be safe and to get help if you want it.\n\nWe have written down what they told us, and talked with people who may be able to help. You are not in trouble. This is not about a crime.\n\nYou can ask us what was said, tell us what you think of it, and ask us to put right what is wrong. We write down what you tell us beside it."
                    ),
                ),
                (
                    "told_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nThey told us.\nYou are not in trouble.\nYou can ask us what they said.\nYou can tell us if it is wrong."
                    ),
                ),
                (
                    "support",
                    models.TextField(
                        default="We would like to offer you support. Whether you want it is for you to say. Nothing happens to you if you say no, and you can stop at any time.\n\nWe would like to meet you, at a place where you feel safe, and tell you what the support is. You can bring somebody with you."
                    ),
                ),
                (
                    "support_easy",
                    models.TextField(
                        default="We want to help you.\nYou can say yes.\nYou can say no.\nYou can stop when you want.\nYou can bring a person you trust."
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        default="We said that we would tell you what was decided. People from different services looked together at what we were told, and at what would help.\n\nIf you want to know more, or do not agree, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "outcome_easy",
                    models.TextField(
                        default="People talked about how to help you.\nThey have decided.\nYou can ask us about it.\nYou can tell us if you do not agree."
                    ),
                ),
                (
                    "no_concern",
                    models.TextField(
                        default="Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. Nobody thinks that you did anything wrong.\n\nWe are sorry for any worry that this has caused you. If you do not agree with how it was done, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "no_concern_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nWe looked at it.\nThere is nothing to worry about.\nYou did nothing wrong.\nWe are sorry if this upset you."
                    ),
                ),
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
                "verbose_name": "policy on letters",
                "verbose_name_plural": "policies on letters",
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="LetterPolicyEvent",
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
                (
                    "told",
                    models.TextField(
                        default="Somebody was worried about you and told us. They did this because they wanted you to be safe and to get help if you want it.\n\nWe have written down what they told us, and talked with people who may be able to help. You are not in trouble. This is not about a crime.\n\nYou can ask us what was said, tell us what you think of it, and ask us to put right what is wrong. We write down what you tell us beside it."
                    ),
                ),
                (
                    "told_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nThey told us.\nYou are not in trouble.\nYou can ask us what they said.\nYou can tell us if it is wrong."
                    ),
                ),
                (
                    "support",
                    models.TextField(
                        default="We would like to offer you support. Whether you want it is for you to say. Nothing happens to you if you say no, and you can stop at any time.\n\nWe would like to meet you, at a place where you feel safe, and tell you what the support is. You can bring somebody with you."
                    ),
                ),
                (
                    "support_easy",
                    models.TextField(
                        default="We want to help you.\nYou can say yes.\nYou can say no.\nYou can stop when you want.\nYou can bring a person you trust."
                    ),
                ),
                (
                    "outcome",
                    models.TextField(
                        default="We said that we would tell you what was decided. People from different services looked together at what we were told, and at what would help.\n\nIf you want to know more, or do not agree, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "outcome_easy",
                    models.TextField(
                        default="People talked about how to help you.\nThey have decided.\nYou can ask us about it.\nYou can tell us if you do not agree."
                    ),
                ),
                (
                    "no_concern",
                    models.TextField(
                        default="Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. Nobody thinks that you did anything wrong.\n\nWe are sorry for any worry that this has caused you. If you do not agree with how it was done, please tell us. We will explain how to complain, to us and to others."
                    ),
                ),
                (
                    "no_concern_easy",
                    models.TextField(
                        default="Somebody was worried about you.\nWe looked at it.\nThere is nothing to worry about.\nYou did nothing wrong.\nWe are sorry if this upset you."
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
                        to="reference.letterpolicy",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddIndex(
            model_name="letterpolicy",
            index=models.Index(fields=["area", "-starts_on", "-id"], name="letterpolicy_by_day"),
        ),
        AddConstraint(
            model_name="letterpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="letterpolicy_has_its_reason"
            ),
        ),
        AddConstraint(
            model_name="letterpolicy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told", ""), _negated=True),
                    models.Q(("told_easy", ""), _negated=True),
                    models.Q(("support", ""), _negated=True),
                    models.Q(("support_easy", ""), _negated=True),
                    models.Q(("outcome", ""), _negated=True),
                    models.Q(("outcome_easy", ""), _negated=True),
                    models.Q(("no_concern", ""), _negated=True),
                    models.Q(("no_concern_easy", ""), _negated=True),
                ),
                name="every_letter_says_something",
            ),
        ),
        AddTrigger(
            model_name="letterpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7857609d2fc3942f958e70bf673dbabe51a2cdc5",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_cddc5",
                    table="reference_letterpolicy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letterpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reference_letterpolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "no_concern", "no_concern_easy", "outcome", "outcome_easy", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "support", "support_easy", "told", "told_easy") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."no_concern", NEW."no_concern_easy", NEW."outcome", NEW."outcome_easy", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."support", NEW."support_easy", NEW."told", NEW."told_easy"); RETURN NULL;',
                    hash="3e4b00d78a0c474ce80ebc6f27c4f74066bce97b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_943da",
                    table="reference_letterpolicy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letterpolicy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reference_letterpolicyevent" ("area_id", "decided_at", "decided_by_id", "id", "no_concern", "no_concern_easy", "outcome", "outcome_easy", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "starts_on", "support", "support_easy", "told", "told_easy") VALUES (NEW."area_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."no_concern", NEW."no_concern_easy", NEW."outcome", NEW."outcome_easy", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."starts_on", NEW."support", NEW."support_easy", NEW."told", NEW."told_easy"); RETURN NULL;',
                    hash="47556be2c9e82481c9996a3fb675d695ea3ffa56",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5ece8",
                    table="reference_letterpolicy",
                    when="AFTER",
                ),
            ),
        ),
    ]
