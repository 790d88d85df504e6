import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0059_a_section_36_decision_that_ends_a_case_says_why"),
        ("referrals", "0019_found_by_birthdays_learnt_before"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="case",
            name="update_update",
        ),
        AddField(
            model_name="case",
            name="reassess_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="caseevent",
            name="reassess_on",
            field=models.DateField(null=True),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reassess_on", "reference", "retention_review_on", "review_after_support_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reassess_on", NEW."reference", NEW."retention_review_on", NEW."review_after_support_on", NEW."stage"); RETURN NULL;',
                    hash="4898ad8e1b455605796a75c96d462622197a1cb7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b483",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reassess_on", "reference", "retention_review_on", "review_after_support_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reassess_on", NEW."reference", NEW."retention_review_on", NEW."review_after_support_on", NEW."stage"); RETURN NULL;',
                    hash="f0a411d28a8b3f0791a4674ea2761d2ba05d2dda",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                condition=models.Q(("reassess_on", None), ("stage", "awaiting_panel"), _connector="OR"),
                name="only_a_case_that_waits_for_its_panel_is_assessed_anew",
            ),
        ),
    ]
