import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddIndex, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("reference", "0004_blocks_of_the_national_form"),
        ("referrals", "0005_answers_to_enquiries_say_something"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="referral",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="referral",
            name="update_update",
        ),
        AddField(
            model_name="referral",
            name="unread_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="referralevent",
            name="unread_at",
            field=models.DateTimeField(null=True),
        ),
        AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("unread_at__isnull", False)),
                fields=["area", "-unread_at"],
                name="referrals_with_unread_words",
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "colleagues_told_at", "completed_on", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "first_sent_id", "for_agency_id", "from_draft", "gender", "given_names", "handled_by_id", "household_children", "id", "if_nothing_is_done", "in_contact", "in_danger", "is_urgent", "kept_from_lead_because", "lead_let_in_at", "lead_let_in_because", "lead_let_in_by_id", "lead_may_know", "lives_here", "lives_with_children", "mappa_marac", "mappa_marac_result", "national_reference", "news_at", "no_intelligence", "not_told_because", "noticed_by", "online_names", "online_part", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_called", "police_called_result", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "search_words", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "started_by_id", "submitted_at", "team_around", "team_around_result", "telephone", "threat_made", "told_lead_on", "told_reason", "under_supervision", "unread_at", "untrue_elsewhere_at", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."colleagues_told_at", NEW."completed_on", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."first_sent_id", NEW."for_agency_id", NEW."from_draft", NEW."gender", NEW."given_names", NEW."handled_by_id", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_contact", NEW."in_danger", NEW."is_urgent", NEW."kept_from_lead_because", NEW."lead_let_in_at", NEW."lead_let_in_because", NEW."lead_let_in_by_id", NEW."lead_may_know", NEW."lives_here", NEW."lives_with_children", NEW."mappa_marac", NEW."mappa_marac_result", NEW."national_reference", NEW."news_at", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."online_part", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."police_called", NEW."police_called_result", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."search_words", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."started_by_id", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."threat_made", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."unread_at", NEW."untrue_elsewhere_at", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="179ae86f078b4d886b3b216817492446f5494c4a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a74c8",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "colleagues_told_at", "completed_on", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "first_sent_id", "for_agency_id", "from_draft", "gender", "given_names", "handled_by_id", "household_children", "id", "if_nothing_is_done", "in_contact", "in_danger", "is_urgent", "kept_from_lead_because", "lead_let_in_at", "lead_let_in_because", "lead_let_in_by_id", "lead_may_know", "lives_here", "lives_with_children", "mappa_marac", "mappa_marac_result", "national_reference", "news_at", "no_intelligence", "not_told_because", "noticed_by", "online_names", "online_part", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_called", "police_called_result", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "search_words", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "started_by_id", "submitted_at", "team_around", "team_around_result", "telephone", "threat_made", "told_lead_on", "told_reason", "under_supervision", "unread_at", "untrue_elsewhere_at", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."colleagues_told_at", NEW."completed_on", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."first_sent_id", NEW."for_agency_id", NEW."from_draft", NEW."gender", NEW."given_names", NEW."handled_by_id", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_contact", NEW."in_danger", NEW."is_urgent", NEW."kept_from_lead_because", NEW."lead_let_in_at", NEW."lead_let_in_because", NEW."lead_let_in_by_id", NEW."lead_may_know", NEW."lives_here", NEW."lives_with_children", NEW."mappa_marac", NEW."mappa_marac_result", NEW."national_reference", NEW."news_at", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."online_part", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."police_called", NEW."police_called_result", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."search_words", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."started_by_id", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."threat_made", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."unread_at", NEW."untrue_elsewhere_at", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="557a67d9d337d5a1f81dd5f8a9344b75eb36c9d3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_223e7",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
    ]
