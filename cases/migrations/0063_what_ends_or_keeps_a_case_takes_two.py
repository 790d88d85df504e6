import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0062_what_was_found_untrue_is_looked_at_soonest"),
        ("referrals", "0019_found_by_birthdays_learnt_before"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="kept_as_reviewed",
        ),
        RemoveTrigger(
            model_name="retentionreview",
            name="stands",
        ),
        RemoveTrigger(
            model_name="retentionreview",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="retentionreview",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="retentionreview",
            name="once_it_is_due",
        ),
        RemoveTrigger(
            model_name="retentionreview",
            name="until_its_day",
        ),
        RemoveTrigger(
            model_name="section36decision",
            name="stands",
        ),
        RemoveTrigger(
            model_name="section36decision",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="section36decision",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="section36decision",
            name="one_section_36_decision_for_each_referral",
        ),
        AddField(
            model_name="retentionreview",
            name="checked_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="retentionreview",
            name="checked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="retentionreview",
            name="stands",
            field=models.BooleanField(default=True, null=True),
        ),
        AddField(
            model_name="retentionreview",
            name="why_not",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="checked_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="checked_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="stands",
            field=models.BooleanField(default=True, null=True),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="why_not",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="section36decision",
            name="checked_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="section36decision",
            name="checked_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="section36decision",
            name="end_stage",
            field=models.CharField(
                blank=True,
                choices=[
                    ("information_gathering", "Gathering information"),
                    ("awaiting_panel", "Awaiting panel"),
                    ("consent_pending", "Consent to be asked"),
                    ("active", "Receiving support"),
                    ("exited", "Exited"),
                    ("no_further_action", "No further action"),
                    ("referred_elsewhere", "Referred elsewhere"),
                    ("police_led", "Police-led"),
                    ("transferred", "Transferred to another area"),
                ],
                max_length=30,
            ),
        ),
        AddField(
            model_name="section36decision",
            name="stands",
            field=models.BooleanField(default=True, null=True),
        ),
        AddField(
            model_name="section36decision",
            name="why_not",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="checked_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="checked_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="section36decisionevent",
            name="end_stage",
            field=models.CharField(
                blank=True,
                choices=[
                    ("information_gathering", "Gathering information"),
                    ("awaiting_panel", "Awaiting panel"),
                    ("consent_pending", "Consent to be asked"),
                    ("active", "Receiving support"),
                    ("exited", "Exited"),
                    ("no_further_action", "No further action"),
                    ("referred_elsewhere", "Referred elsewhere"),
                    ("police_led", "Police-led"),
                    ("transferred", "Transferred to another area"),
                ],
                max_length=30,
            ),
        ),
        AddField(
            model_name="section36decisionevent",
            name="stands",
            field=models.BooleanField(default=True, null=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="why_not",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_by_two",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.stage <> 'transferred')",
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND panel.acts_as_channel)\n        AND NOT coalesce((\n            SELECT bool_or(\n                decision.reasonable_grounds OR (\n                    decision.stands AND decision.end_stage = NEW.stage AND decision.checked_by_id IS NOT NULL\n                )\n            ) FROM cases_section36decision decision\n            JOIN cases_casereferral carried\n                ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id\n            WHERE decision.case_id = NEW.id AND decision.in_error_at IS NULL\n        ), true) THEN\n            RAISE EXCEPTION 'A case ends without reasonable grounds only as two people have signed it.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="2061d67bbd70ed41a6de04e101b00ec81d01995b",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_by_two_6067a",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_as_reviewed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."retention_review_on" IS NOT NULL AND OLD."retention_review_on" IS DISTINCT FROM (NEW."retention_review_on"))',
                    declare="DECLARE reviewed_until DATE;",
                    func="\n        SELECT review.review_on INTO reviewed_until FROM cases_retentionreview review\n        WHERE review.case_id = NEW.id AND review.stands ORDER BY review.id DESC LIMIT 1;\n        IF NEW.retention_review_on = reviewed_until OR (reviewed_until IS NULL AND EXISTS (\n            SELECT FROM (\n                SELECT to_jsonb(policy) AS months FROM reference_retentionpolicy policy\n                WHERE policy.area_id = NEW.area_id AND policy.confirmed_at IS NOT NULL\n                UNION ALL SELECT '{\"exited\": 72, \"exited_child\": 36, \"police_led\": 72, \"police_led_child\": 36, \"referred_elsewhere\": 36, \"referred_elsewhere_child\": 24, \"no_further_action\": 12, \"no_further_action_child\": 6}'::jsonb\n            ) decided, unnest(ARRAY['', '_child']) age, (\n                SELECT replace(NEW.stage, 'transferred', 'referred_elsewhere')\n                -- However it ended, what was found untrue was unfounded.\n                UNION ALL SELECT 'no_further_action' WHERE EXISTS (\n                    SELECT FROM cases_casereferral carried\n                    JOIN referrals_founduntrue untrue ON untrue.referral_id = carried.referral_id AND untrue.agreed\n                    WHERE carried.case_id = NEW.id\n                )\n            ) ended(ended)\n            WHERE NEW.retention_review_on = ((NEW.ended_at AT TIME ZONE 'Europe/London')::date + (\n                months ->> (ended || age) || ' months'\n            )::interval)::date\n        )) THEN\n            RETURN NEW;\n        END IF;\n        RAISE EXCEPTION 'A case is kept for longer only as its last review says why.'\n        USING ERRCODE = 'check_violation';\n    ",
                    hash="c8539051b8876d2cdadbc3b9e7f9a587e384a255",
                    operation="UPDATE",
                    pgid="pgtrigger_kept_as_reviewed_aba2f",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3abd72fb515569b1e2ac75ab06059c67218b7cdd",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_30e9c",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="signed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.stands IS NOT NULL AND (OLD.checked_by_id, OLD.checked_at, OLD.stands, OLD.why_not) IS DISTINCT FROM (NEW.checked_by_id, NEW.checked_at, NEW.stands, NEW.why_not))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7ee5957fcdb9e1890f72aa92a486704187b6506d",
                    operation="UPDATE",
                    pgid="pgtrigger_signed_once_b5846",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="once_it_is_due",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE today DATE;",
                    func="\n                    IF NOT NEW.stands THEN  -- Sent back.\n                        RETURN NEW;\n                    END IF;\n                    IF NEW.stands AND (TG_OP = 'INSERT' OR NEW.checked_by_id IS NULL) THEN\n                        RAISE EXCEPTION 'A case is kept only as a second person has signed why.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    today := (coalesce(NEW.checked_at, NEW.reviewed_at) AT TIME ZONE 'Europe/London')::date;\n                    IF NOT EXISTS (\n                        SELECT FROM cases_case kept WHERE kept.id = NEW.case_id AND kept.retention_review_on <= today\n                    ) THEN\n                        RAISE EXCEPTION 'Whether a case is still needed is decided from the day on which that is due.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF NEW.review_on <= today THEN\n                        RAISE EXCEPTION 'A case is kept until a day to come.' USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF EXISTS (\n                        SELECT FROM cases_legalhold hold WHERE hold.case_id = NEW.case_id AND hold.ended_at IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'Of a case on legal hold it is not asked whether it is still needed.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="e10bc14aa2f2914cbed2db22baeec269444a7f80",
                    operation='INSERT OR UPDATE OF "stands"',
                    pgid="pgtrigger_once_it_is_due_98475",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="until_its_day",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                    IF NEW.stands AND (SELECT kept.retention_review_on FROM cases_case kept WHERE kept.id = NEW.case_id)\n                        IS DISTINCT FROM (\n                            SELECT review.review_on FROM cases_retentionreview review\n                            WHERE review.case_id = NEW.case_id AND review.stands ORDER BY review.id DESC LIMIT 1\n                        )\n                    THEN\n                        RAISE EXCEPTION 'A case is kept until the day that its last review says.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NULL;\n                ",
                    hash="beb8e2d86b39dd05baf17d50507169f4c61e56ef",
                    operation='UPDATE OF "stands"',
                    pgid="pgtrigger_until_its_day_c9f80",
                    table="cases_retentionreview",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_retentionreviewevent" ("case_id", "checked_at", "checked_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id", "stands", "why_not") VALUES (NEW."case_id", NEW."checked_at", NEW."checked_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="6fe6e1edeeeb75b99690a3ecf47e240a7a164795",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e328",
                    table="cases_retentionreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_retentionreviewevent" ("case_id", "checked_at", "checked_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id", "stands", "why_not") VALUES (NEW."case_id", NEW."checked_at", NEW."checked_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="48f7e7b8bcbae32aaf0790f34693bc1ff5118ae2",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_55c64",
                    table="cases_retentionreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."decided_as" IS DISTINCT FROM (NEW."decided_as") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."end_stage" IS DISTINCT FROM (NEW."end_stage") OR OLD."grounds" IS DISTINCT FROM (NEW."grounds") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."health_or_care_considered" IS DISTINCT FROM (NEW."health_or_care_considered") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reasonable_grounds" IS DISTINCT FROM (NEW."reasonable_grounds") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="65e3ec3f355786367a800fd26090ae7eabe54f36",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_b766f",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="signed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.stands IS NOT NULL AND (OLD.checked_by_id, OLD.checked_at, OLD.stands, OLD.why_not) IS DISTINCT FROM (NEW.checked_by_id, NEW.checked_at, NEW.stands, NEW.why_not))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="042632407c7b8ccd621c2d621b3f155f307a21e6",
                    operation="UPDATE",
                    pgid="pgtrigger_signed_once_d08e2",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_section36decisionevent" ("case_id", "checked_at", "checked_by_id", "decided_as", "decided_at", "decided_by_id", "end_reason", "end_stage", "grounds", "health_or_care", "health_or_care_considered", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasonable_grounds", "referral_id", "stands", "why_not") VALUES (NEW."case_id", NEW."checked_at", NEW."checked_by_id", NEW."decided_as", NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."end_stage", NEW."grounds", NEW."health_or_care", NEW."health_or_care_considered", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reasonable_grounds", NEW."referral_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="56db907f670405e72dccc5bce6cac9cc6322526d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_81430",
                    table="cases_section36decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_section36decisionevent" ("case_id", "checked_at", "checked_by_id", "decided_as", "decided_at", "decided_by_id", "end_reason", "end_stage", "grounds", "health_or_care", "health_or_care_considered", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasonable_grounds", "referral_id", "stands", "why_not") VALUES (NEW."case_id", NEW."checked_at", NEW."checked_by_id", NEW."decided_as", NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."end_stage", NEW."grounds", NEW."health_or_care", NEW."health_or_care_considered", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reasonable_grounds", NEW."referral_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="6dbcfbd5d7b8e6d7597d0b383c671a021333d10e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1997",
                    table="cases_section36decision",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="retentionreview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stands", None)),
                fields=("case",),
                name="one_retention_review_of_a_case_waits_to_be_signed",
            ),
        ),
        AddConstraint(
            model_name="retentionreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_at", None), ("checked_by", None), ("stands", None)),
                    models.Q(("checked_at", None), ("checked_by", None), ("stands", True)),
                    models.Q(
                        ("checked_at__isnull", False),
                        ("checked_by__isnull", False),
                        ("stands__isnull", False),
                        models.Q(("checked_by", models.F("reviewed_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_second_person_signs_retentionreview",
            ),
        ),
        AddConstraint(
            model_name="retentionreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stands", None), ("why_not", "")),
                    models.Q(("stands", True), ("why_not", "")),
                    models.Q(("stands", False), models.Q(("why_not", ""), _negated=True)),
                    _connector="OR",
                ),
                name="retentionreview_is_sent_back_with_a_reason",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("in_error_at", None), models.Q(("stands", None), ("stands", True), _connector="OR")
                ),
                fields=("case", "referral"),
                name="one_section_36_decision_for_each_referral",
            ),
        ),
        AddIndex(
            model_name="section36decision",
            index=models.Index(
                condition=models.Q(("stands", None)),
                fields=["case"],
                name="section36_to_sign",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("end_stage", ""), ("stands", True), ("stands__isnull", False)),
                    models.Q(
                        models.Q(("end_stage", ""), _negated=True),
                        ("reasonable_grounds", False),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="only_a_section_36_decision_that_ends_a_case_is_signed",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(models.Q(("end_stage", ""), _negated=True), ("stands", True), _negated=True),
                    ("checked_by__isnull", False),
                    _connector="OR",
                ),
                name="a_section_36_decision_that_ends_a_case_takes_two",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("checked_at", None), ("checked_by", None), ("stands", None)),
                    models.Q(("checked_at", None), ("checked_by", None), ("stands", True)),
                    models.Q(
                        ("checked_at__isnull", False),
                        ("checked_by__isnull", False),
                        ("stands__isnull", False),
                        models.Q(("checked_by", models.F("decided_by")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_second_person_signs_section36decision",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stands", None), ("why_not", "")),
                    models.Q(("stands", True), ("why_not", "")),
                    models.Q(("stands", False), models.Q(("why_not", ""), _negated=True)),
                    _connector="OR",
                ),
                name="section36decision_is_sent_back_with_a_reason",
            ),
        ),
    ]
