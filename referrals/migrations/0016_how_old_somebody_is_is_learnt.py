import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, CreateModel, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("referrals", "0015_more_is_found_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="AgeSaid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("born_on", models.DateField(null=True)),
                ("age", models.PositiveSmallIntegerField(null=True)),
                ("source", models.TextField()),
                ("said_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="AgeSaidEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("born_on", models.DateField(null=True)),
                ("age", models.PositiveSmallIntegerField(null=True)),
                ("source", models.TextField()),
                ("said_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="individual",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="individual",
            name="update_update",
        ),
        AddField(
            model_name="individual",
            name="age_given",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        AddField(
            model_name="individual",
            name="age_given_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="individualevent",
            name="age_given",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        AddField(
            model_name="individualevent",
            name="age_given_on",
            field=models.DateField(null=True),
        ),
        AddTrigger(
            model_name="individual",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_individualevent" ("age_given", "age_given_on", "area_id", "born_on", "family_name", "given_names", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."age_given", NEW."age_given_on", NEW."area_id", NEW."born_on", NEW."family_name", NEW."given_names", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="aecab93add7f7d99132ebd699d15c1dd69b58934",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_100af",
                    table="referrals_individual",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="individual",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_individualevent" ("age_given", "age_given_on", "area_id", "born_on", "family_name", "given_names", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."age_given", NEW."age_given_on", NEW."area_id", NEW."born_on", NEW."family_name", NEW."given_names", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="5dede9fa2c4c4be3426f9166bbff9ec4faa5e808",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c98e8",
                    table="referrals_individual",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="individual",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("age_given", None), ("age_given_on", None)),
                    models.Q(("age_given__isnull", False), ("age_given_on__isnull", False), ("born_on", None)),
                    _connector="OR",
                ),
                name="an_age_is_of_a_day_and_stands_only_without_a_birthday",
            ),
        ),
        AddField(
            model_name="agesaid",
            name="individual",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="ages_said", to="referrals.individual"
            ),
        ),
        AddField(
            model_name="agesaid",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="agesaidevent",
            name="individual",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="referrals.individual",
            ),
        ),
        AddField(
            model_name="agesaidevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="referrals.agesaid",
            ),
        ),
        AddField(
            model_name="agesaidevent",
            name="said_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddConstraint(
            model_name="agesaid",
            constraint=models.CheckConstraint(
                condition=django.db.models.lookups.Exact(
                    models.Func("born_on", "age", function="NUM_NONNULLS", output_field=models.IntegerField()), 1
                ),
                name="what_is_said_of_an_age_is_a_birthday_or_an_age",
            ),
        ),
        AddConstraint(
            model_name="agesaid",
            constraint=models.CheckConstraint(
                condition=models.Q(("source", ""), _negated=True), name="what_is_said_of_an_age_has_its_source"
            ),
        ),
        AddTrigger(
            model_name="agesaid",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a2c9d5ef8e42a485b1161e21703eaf8f4da828f1",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_0ca7a",
                    table="referrals_agesaid",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agesaid",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_agesaidevent" ("age", "born_on", "id", "individual_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "source") VALUES (NEW."age", NEW."born_on", NEW."id", NEW."individual_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."source"); RETURN NULL;',
                    hash="562fe91c89d08d60ba20c422ae1bd39cfd3ebe9e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_22b15",
                    table="referrals_agesaid",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agesaid",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_agesaidevent" ("age", "born_on", "id", "individual_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said_at", "said_by_id", "source") VALUES (NEW."age", NEW."born_on", NEW."id", NEW."individual_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."said_at", NEW."said_by_id", NEW."source"); RETURN NULL;',
                    hash="3fa5575f3de089a5bd43121a29d4a51eca3bc85c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_56acc",
                    table="referrals_agesaid",
                    when="AFTER",
                ),
            ),
        ),
    ]
