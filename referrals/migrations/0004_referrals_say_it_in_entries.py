import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("referrals", "0003_entries_of_earlier_referrals"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="referral",
            name="a_referral_says_what_happened",
        ),
        migrations.RemoveField(
            model_name="referral",
            name="how_known",
        ),
        migrations.RemoveField(
            model_name="referral",
            name="steps_taken",
        ),
        migrations.RemoveField(
            model_name="referral",
            name="what_happened",
        ),
        migrations.RemoveField(
            model_name="referralevent",
            name="how_known",
        ),
        migrations.RemoveField(
            model_name="referralevent",
            name="steps_taken",
        ),
        migrations.RemoveField(
            model_name="referralevent",
            name="what_happened",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."given_names" IS DISTINCT FROM (NEW."given_names") OR OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."other_names" IS DISTINCT FROM (NEW."other_names") OR OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."age_given" IS DISTINCT FROM (NEW."age_given") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."lives_here" IS DISTINCT FROM (NEW."lives_here") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."online_names" IS DISTINCT FROM (NEW."online_names") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."under_supervision" IS DISTINCT FROM (NEW."under_supervision") OR OLD."parents" IS DISTINCT FROM (NEW."parents") OR OLD."lives_with_children" IS DISTINCT FROM (NEW."lives_with_children") OR OLD."household_children" IS DISTINCT FROM (NEW."household_children") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."first_noticed_on" IS DISTINCT FROM (NEW."first_noticed_on") OR OLD."noticed_by" IS DISTINCT FROM (NEW."noticed_by") OR OLD."told_lead_on" IS DISTINCT FROM (NEW."told_lead_on") OR OLD."other_concerns" IS DISTINCT FROM (NEW."other_concerns") OR OLD."if_nothing_is_done" IS DISTINCT FROM (NEW."if_nothing_is_done") OR OLD."rests_on_lawful_expression" IS DISTINCT FROM (NEW."rests_on_lawful_expression") OR OLD."person_told" IS DISTINCT FROM (NEW."person_told") OR OLD."agrees_with_referral" IS DISTINCT FROM (NEW."agrees_with_referral") OR OLD."parent_told" IS DISTINCT FROM (NEW."parent_told") OR OLD."not_told_because" IS DISTINCT FROM (NEW."not_told_because") OR OLD."told_reason" IS DISTINCT FROM (NEW."told_reason") OR OLD."source_at_risk" IS DISTINCT FROM (NEW."source_at_risk") OR OLD."family_spoken" IS DISTINCT FROM (NEW."family_spoken") OR OLD."family_spoken_result" IS DISTINCT FROM (NEW."family_spoken_result") OR OLD."early_help" IS DISTINCT FROM (NEW."early_help") OR OLD."early_help_result" IS DISTINCT FROM (NEW."early_help_result") OR OLD."team_around" IS DISTINCT FROM (NEW."team_around") OR OLD."team_around_result" IS DISTINCT FROM (NEW."team_around_result") OR OLD."social_care" IS DISTINCT FROM (NEW."social_care") OR OLD."social_care_result" IS DISTINCT FROM (NEW."social_care_result") OR OLD."other_services" IS DISTINCT FROM (NEW."other_services") OR OLD."other_services_result" IS DISTINCT FROM (NEW."other_services_result") OR OLD."early_help_consent" IS DISTINCT FROM (NEW."early_help_consent") OR OLD."in_danger" IS DISTINCT FROM (NEW."in_danger") OR OLD."danger_called" IS DISTINCT FROM (NEW."danger_called") OR OLD."danger_called_on" IS DISTINCT FROM (NEW."danger_called_on") OR OLD."danger_called_time" IS DISTINCT FROM (NEW."danger_called_time") OR OLD."urgency" IS DISTINCT FROM (NEW."urgency") OR OLD."urgency_reason" IS DISTINCT FROM (NEW."urgency_reason") OR OLD."referrer_role" IS DISTINCT FROM (NEW."referrer_role") OR OLD."referrer_telephone" IS DISTINCT FROM (NEW."referrer_telephone") OR OLD."relationship" IS DISTINCT FROM (NEW."relationship") OR OLD."safeguarding_lead" IS DISTINCT FROM (NEW."safeguarding_lead") OR OLD."feedback_wanted" IS DISTINCT FROM (NEW."feedback_wanted") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."as_far_as_known" IS DISTINCT FROM (NEW."as_far_as_known") OR OLD."for_agency_id" IS DISTINCT FROM (NEW."for_agency_id") OR OLD."referred_by_id" IS DISTINCT FROM (NEW."referred_by_id") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4c5cb3769636638f11fa9e8874fd45764955921e",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_bb9d8",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "for_agency_id", "gender", "given_names", "household_children", "id", "if_nothing_is_done", "in_danger", "lives_here", "lives_with_children", "no_intelligence", "not_told_because", "noticed_by", "online_names", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "submitted_at", "team_around", "team_around_result", "telephone", "told_lead_on", "told_reason", "under_supervision", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."for_agency_id", NEW."gender", NEW."given_names", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_danger", NEW."lives_here", NEW."lives_with_children", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="7221cead93f7d531b8076843f7b5099222bd4a3a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a74c8",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "for_agency_id", "gender", "given_names", "household_children", "id", "if_nothing_is_done", "in_danger", "lives_here", "lives_with_children", "no_intelligence", "not_told_because", "noticed_by", "online_names", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "submitted_at", "team_around", "team_around_result", "telephone", "told_lead_on", "told_reason", "under_supervision", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."for_agency_id", NEW."gender", NEW."given_names", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_danger", NEW."lives_here", NEW."lives_with_children", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="0993b5b98d28d0ddef6f429e9f3ee1308cae138f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_223e7",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(("as_far_as_known", True), ("no_intelligence", True)),
                name="a_referral_is_sent_with_its_declarations",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("person_told", "no"), ("parent_told", "no"), _connector="OR", _negated=True),
                    models.Q(("told_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_referral_says_why_somebody_is_not_told",
            ),
        ),
    ]
