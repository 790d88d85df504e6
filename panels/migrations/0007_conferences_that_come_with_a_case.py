import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveConstraint, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("panels", "0006_what_is_disputed_of_decisions"),
        ("referrals", "0014_what_holds_of_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="conferencerequest",
            name="stands",
        ),
        RemoveTrigger(
            model_name="conferencerequest",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="conferencerequest",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="conferencerequest",
            name="one_conference_is_asked_for_at_a_time",
        ),
        AddField(
            model_name="conferencerequest",
            name="first_asked_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="conferencerequest",
            name="not_called_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="conferencerequest",
            name="not_called_because",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="conferencerequest",
            name="not_called_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="conferencerequestevent",
            name="first_asked_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="conferencerequestevent",
            name="not_called_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="conferencerequestevent",
            name="not_called_because",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="conferencerequestevent",
            name="not_called_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."first_asked_at" IS DISTINCT FROM (NEW."first_asked_at") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="928479bb8529027c7922f5aa4ce3f0f2c4c45c2e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_72187",
                    table="panels_conferencerequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="not_called_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."not_called_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="16ec9a12aa53b104107c3b9fa6682c76de51c734",
                    operation="UPDATE",
                    pgid="pgtrigger_not_called_once_e1382",
                    table="panels_conferencerequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_conferencerequestevent" ("agency_id", "asked_at", "asked_by_id", "called_at", "called_by_id", "due_at", "first_asked_at", "id", "meeting_id", "members_told_at", "not_called_at", "not_called_because", "not_called_by_id", "organisers_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "referral_id") VALUES (NEW."agency_id", NEW."asked_at", NEW."asked_by_id", NEW."called_at", NEW."called_by_id", NEW."due_at", NEW."first_asked_at", NEW."id", NEW."meeting_id", NEW."members_told_at", NEW."not_called_at", NEW."not_called_because", NEW."not_called_by_id", NEW."organisers_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="5017e2502519d82bcc68e3ba1e6f4fa0851186df",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6301c",
                    table="panels_conferencerequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_conferencerequestevent" ("agency_id", "asked_at", "asked_by_id", "called_at", "called_by_id", "due_at", "first_asked_at", "id", "meeting_id", "members_told_at", "not_called_at", "not_called_because", "not_called_by_id", "organisers_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "referral_id") VALUES (NEW."agency_id", NEW."asked_at", NEW."asked_by_id", NEW."called_at", NEW."called_by_id", NEW."due_at", NEW."first_asked_at", NEW."id", NEW."meeting_id", NEW."members_told_at", NEW."not_called_at", NEW."not_called_because", NEW."not_called_by_id", NEW."organisers_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="b6839ceb7ee57ad28b5a5de765d8c5faeca5215e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7fc53",
                    table="panels_conferencerequest",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="conferencerequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("meeting", None), ("not_called_at", None)),
                fields=("referral",),
                name="one_conference_is_asked_for_at_a_time",
            ),
        ),
        AddConstraint(
            model_name="conferencerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("not_called_at", None), ("not_called_because", ""), ("not_called_by", None)),
                    models.Q(
                        ("first_asked_at__isnull", False),
                        ("not_called_at__isnull", False),
                        ("not_called_by__isnull", False),
                        ("meeting", None),
                        models.Q(("not_called_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="only_what_came_with_a_case_is_not_called_for_a_reason",
            ),
        ),
    ]
