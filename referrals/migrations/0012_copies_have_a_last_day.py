import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0011_what_came_with_a_case"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="disclosedcopy",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="disclosedcopy",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="owncopy",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="owncopy",
            name="update_update",
        ),
        AddField(
            model_name="disclosedcopy",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="disclosedcopy",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="disclosedcopyevent",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="disclosedcopyevent",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="owncopy",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="owncopy",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="owncopyevent",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="owncopyevent",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddTrigger(
            model_name="disclosedcopy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_disclosedcopyevent" ("asked_at", "asked_by_id", "door", "file", "id", "lawful_basis", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "referral_id", "removed_at", "sha256", "to_whom") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."door", NEW."file", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."referral_id", NEW."removed_at", NEW."sha256", NEW."to_whom"); RETURN NULL;',
                    hash="9358cc50ef4b445365d987082f652d57666b6b14",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82261",
                    table="referrals_disclosedcopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="disclosedcopy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_disclosedcopyevent" ("asked_at", "asked_by_id", "door", "file", "id", "lawful_basis", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "referral_id", "removed_at", "sha256", "to_whom") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."door", NEW."file", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."referral_id", NEW."removed_at", NEW."sha256", NEW."to_whom"); RETURN NULL;',
                    hash="ebc612719710029c98190b4f8764d1a924546a87",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_16574",
                    table="referrals_disclosedcopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="owncopy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_owncopyevent" ("asked_at", "asked_by_id", "file", "id", "layout", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "removed_at", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."file", NEW."id", NEW."layout", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id", NEW."removed_at", NEW."sha256"); RETURN NULL;',
                    hash="ec5f08fbab748290939c031a7159d544ca7dc90c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65b61",
                    table="referrals_owncopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="owncopy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_owncopyevent" ("asked_at", "asked_by_id", "file", "id", "layout", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "removed_at", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."file", NEW."id", NEW."layout", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id", NEW."removed_at", NEW."sha256"); RETURN NULL;',
                    hash="d565a57105d7c62066acc0a50308d321d7ffe363",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da9c8",
                    table="referrals_owncopy",
                    when="AFTER",
                ),
            ),
        ),
    ]
