import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0014_how_soon_a_transferred_case_is_taken"),
        ("referrals", "0010_found_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="referral",
            name="none_is_accepted_unread",
        ),
        RemoveTrigger(
            model_name="referral",
            name="never_edited",
        ),
        RemoveTrigger(
            model_name="referral",
            name="none_ends_unassessed",
        ),
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
            name="came_with_case_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="referralevent",
            name="came_with_case_at",
            field=models.DateTimeField(null=True),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."given_names" IS DISTINCT FROM (NEW."given_names") OR OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."other_names" IS DISTINCT FROM (NEW."other_names") OR OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."age_given" IS DISTINCT FROM (NEW."age_given") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."lives_here" IS DISTINCT FROM (NEW."lives_here") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."online_names" IS DISTINCT FROM (NEW."online_names") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."under_supervision" IS DISTINCT FROM (NEW."under_supervision") OR OLD."parents" IS DISTINCT FROM (NEW."parents") OR OLD."lives_with_children" IS DISTINCT FROM (NEW."lives_with_children") OR OLD."household_children" IS DISTINCT FROM (NEW."household_children") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."online_part" IS DISTINCT FROM (NEW."online_part") OR OLD."in_contact" IS DISTINCT FROM (NEW."in_contact") OR OLD."threat_made" IS DISTINCT FROM (NEW."threat_made") OR OLD."first_noticed_on" IS DISTINCT FROM (NEW."first_noticed_on") OR OLD."noticed_by" IS DISTINCT FROM (NEW."noticed_by") OR OLD."told_lead_on" IS DISTINCT FROM (NEW."told_lead_on") OR OLD."other_concerns" IS DISTINCT FROM (NEW."other_concerns") OR OLD."if_nothing_is_done" IS DISTINCT FROM (NEW."if_nothing_is_done") OR OLD."rests_on_lawful_expression" IS DISTINCT FROM (NEW."rests_on_lawful_expression") OR OLD."person_told" IS DISTINCT FROM (NEW."person_told") OR OLD."agrees_with_referral" IS DISTINCT FROM (NEW."agrees_with_referral") OR OLD."parent_told" IS DISTINCT FROM (NEW."parent_told") OR OLD."not_told_because" IS DISTINCT FROM (NEW."not_told_because") OR OLD."told_reason" IS DISTINCT FROM (NEW."told_reason") OR OLD."source_at_risk" IS DISTINCT FROM (NEW."source_at_risk") OR OLD."family_spoken" IS DISTINCT FROM (NEW."family_spoken") OR OLD."family_spoken_result" IS DISTINCT FROM (NEW."family_spoken_result") OR OLD."early_help" IS DISTINCT FROM (NEW."early_help") OR OLD."early_help_result" IS DISTINCT FROM (NEW."early_help_result") OR OLD."team_around" IS DISTINCT FROM (NEW."team_around") OR OLD."team_around_result" IS DISTINCT FROM (NEW."team_around_result") OR OLD."social_care" IS DISTINCT FROM (NEW."social_care") OR OLD."social_care_result" IS DISTINCT FROM (NEW."social_care_result") OR OLD."police_called" IS DISTINCT FROM (NEW."police_called") OR OLD."police_called_result" IS DISTINCT FROM (NEW."police_called_result") OR OLD."other_services" IS DISTINCT FROM (NEW."other_services") OR OLD."other_services_result" IS DISTINCT FROM (NEW."other_services_result") OR OLD."mappa_marac" IS DISTINCT FROM (NEW."mappa_marac") OR OLD."mappa_marac_result" IS DISTINCT FROM (NEW."mappa_marac_result") OR OLD."early_help_consent" IS DISTINCT FROM (NEW."early_help_consent") OR OLD."in_danger" IS DISTINCT FROM (NEW."in_danger") OR OLD."danger_called" IS DISTINCT FROM (NEW."danger_called") OR OLD."danger_called_on" IS DISTINCT FROM (NEW."danger_called_on") OR OLD."danger_called_time" IS DISTINCT FROM (NEW."danger_called_time") OR OLD."urgency" IS DISTINCT FROM (NEW."urgency") OR OLD."urgency_reason" IS DISTINCT FROM (NEW."urgency_reason") OR OLD."referrer_role" IS DISTINCT FROM (NEW."referrer_role") OR OLD."referrer_telephone" IS DISTINCT FROM (NEW."referrer_telephone") OR OLD."relationship" IS DISTINCT FROM (NEW."relationship") OR OLD."safeguarding_lead" IS DISTINCT FROM (NEW."safeguarding_lead") OR OLD."lead_may_know" IS DISTINCT FROM (NEW."lead_may_know") OR OLD."kept_from_lead_because" IS DISTINCT FROM (NEW."kept_from_lead_because") OR OLD."feedback_wanted" IS DISTINCT FROM (NEW."feedback_wanted") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."as_far_as_known" IS DISTINCT FROM (NEW."as_far_as_known") OR OLD."completed_on" IS DISTINCT FROM (NEW."completed_on") OR OLD."for_agency_id" IS DISTINCT FROM (NEW."for_agency_id") OR OLD."referred_by_id" IS DISTINCT FROM (NEW."referred_by_id") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."first_sent_id" IS DISTINCT FROM (NEW."first_sent_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."came_with_case_at" IS DISTINCT FROM (NEW."came_with_case_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e781fc1310cbfc3140536095801615c5e256e5a4",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_bb9d8",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="none_ends_unassessed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" IN ('ending', 'accepted', 'ended', 'withdrawn') AND NEW.\"came_with_case_at\" IS NULL)",
                    func="\n                    IF NOT EXISTS (SELECT FROM referrals_triageassessment WHERE referral_id = NEW.id) THEN\n                        RAISE EXCEPTION 'no referral ends or reaches a panel without a short assessment'\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'none_ends_unassessed';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="5b57ea4f31f78c7daa489140f98607015d4db33e",
                    operation='UPDATE OF "stage" OR INSERT',
                    pgid="pgtrigger_none_ends_unassessed_f6f99",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="none_is_accepted_unread",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."rests_on_lawful_expression" AND NEW."stage" = \'accepted\' AND NEW."came_with_case_at" IS NULL)',
                    func="\n            IF NOT EXISTS (SELECT FROM referrals_secondreading WHERE referral_id = NEW.id AND read_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'what rests on lawful expression reaches no panel without a second reading'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'none_is_accepted_unread';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="373a770dbf52b5652589aa58ac14c1cde4db0e01",
                    operation='UPDATE OF "stage" OR INSERT',
                    pgid="pgtrigger_none_is_accepted_unread_b4074",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "came_with_case_at", "colleagues_told_at", "completed_on", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "first_sent_id", "for_agency_id", "from_draft", "gender", "given_names", "handled_by_id", "household_children", "id", "if_nothing_is_done", "in_contact", "in_danger", "is_urgent", "kept_from_lead_because", "lead_let_in_at", "lead_let_in_because", "lead_let_in_by_id", "lead_may_know", "lives_here", "lives_with_children", "mappa_marac", "mappa_marac_result", "national_reference", "news_at", "no_intelligence", "not_told_because", "noticed_by", "online_names", "online_part", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_called", "police_called_result", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "search_words", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "started_by_id", "submitted_at", "team_around", "team_around_result", "telephone", "threat_made", "told_lead_on", "told_reason", "under_supervision", "unread_at", "untrue_elsewhere_at", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."came_with_case_at", NEW."colleagues_told_at", NEW."completed_on", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."first_sent_id", NEW."for_agency_id", NEW."from_draft", NEW."gender", NEW."given_names", NEW."handled_by_id", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_contact", NEW."in_danger", NEW."is_urgent", NEW."kept_from_lead_because", NEW."lead_let_in_at", NEW."lead_let_in_because", NEW."lead_let_in_by_id", NEW."lead_may_know", NEW."lives_here", NEW."lives_with_children", NEW."mappa_marac", NEW."mappa_marac_result", NEW."national_reference", NEW."news_at", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."online_part", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."police_called", NEW."police_called_result", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."search_words", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."started_by_id", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."threat_made", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."unread_at", NEW."untrue_elsewhere_at", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="6594803b116d5a2b3ccc850c9a383f1332cc357a",
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
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "came_with_case_at", "colleagues_told_at", "completed_on", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "first_sent_id", "for_agency_id", "from_draft", "gender", "given_names", "handled_by_id", "household_children", "id", "if_nothing_is_done", "in_contact", "in_danger", "is_urgent", "kept_from_lead_because", "lead_let_in_at", "lead_let_in_because", "lead_let_in_by_id", "lead_may_know", "lives_here", "lives_with_children", "mappa_marac", "mappa_marac_result", "national_reference", "news_at", "no_intelligence", "not_told_because", "noticed_by", "online_names", "online_part", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "police_called", "police_called_result", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "search_words", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "started_by_id", "submitted_at", "team_around", "team_around_result", "telephone", "threat_made", "told_lead_on", "told_reason", "under_supervision", "unread_at", "untrue_elsewhere_at", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."came_with_case_at", NEW."colleagues_told_at", NEW."completed_on", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."first_sent_id", NEW."for_agency_id", NEW."from_draft", NEW."gender", NEW."given_names", NEW."handled_by_id", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_contact", NEW."in_danger", NEW."is_urgent", NEW."kept_from_lead_because", NEW."lead_let_in_at", NEW."lead_let_in_because", NEW."lead_let_in_by_id", NEW."lead_may_know", NEW."lives_here", NEW."lives_with_children", NEW."mappa_marac", NEW."mappa_marac_result", NEW."national_reference", NEW."news_at", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."online_part", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."police_called", NEW."police_called_result", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."search_words", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."started_by_id", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."threat_made", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."unread_at", NEW."untrue_elsewhere_at", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="2ffcd3a25ea55c45e55b5699bc49cd9dc20c1690",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_223e7",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("came_with_case_at", None),
                    models.Q(("first_sent__isnull", False), ("stage", "accepted")),
                    _connector="OR",
                ),
                name="what_comes_with_a_case_was_sent_and_accepted_before",
            ),
        ),
    ]
