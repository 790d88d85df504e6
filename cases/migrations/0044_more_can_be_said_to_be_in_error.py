import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveConstraint, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0043_support_ends_also_where_it_is_not_agreed_to_any_more"),
        ("referrals", "0014_what_holds_of_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="moved_to_channel_with_grounds",
        ),
        RemoveTrigger(
            model_name="case",
            name="adopted_with_a_plan",
        ),
        RemoveTrigger(
            model_name="exitplan",
            name="stands",
        ),
        RemoveTrigger(
            model_name="exitplan",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="exitplan",
            name="update_update",
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
        RemoveTrigger(
            model_name="supportplan",
            name="stands",
        ),
        RemoveTrigger(
            model_name="supportplan",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="supportplan",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="urgentconcern",
            name="answered_once",
        ),
        RemoveTrigger(
            model_name="urgentconcern",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="urgentconcern",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="section36decision",
            name="one_section_36_decision_for_each_referral",
        ),
        AddField(
            model_name="exitplan",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="exitplan",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="exitplan",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="exitplanevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="exitplanevent",
            name="in_error_by",
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
            model_name="exitplanevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="section36decision",
            name="health_or_care",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="section36decision",
            name="health_or_care_considered",
            field=models.BooleanField(null=True),
        ),
        AddField(
            model_name="section36decision",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="section36decision",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="section36decision",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="health_or_care",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="health_or_care_considered",
            field=models.BooleanField(null=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="section36decisionevent",
            name="in_error_by",
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
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="supportplan",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="supportplan",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="supportplan",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="supportplanevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="supportplanevent",
            name="in_error_by",
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
            model_name="supportplanevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="urgentconcern",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="urgentconcern",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="urgentconcern",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="urgentconcernevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="urgentconcernevent",
            name="in_error_by",
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
            model_name="urgentconcernevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" = 'consent_pending' AND OLD.\"stage\" = 'awaiting_panel')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_supportplan plan JOIN cases_case taken ON taken.id = plan.case_id\n            WHERE taken.id = NEW.id AND plan.in_error_at IS NULL\n            AND plan.review_on > (plan.made_at AT TIME ZONE 'Europe/London')::date\n            AND (taken.stage NOT IN ('consent_pending', 'active') OR NOT EXISTS (\n                SELECT FROM cases_consent line\n                WHERE line.case_id = taken.id AND line.answer <> 'given' AND line.in_error_at IS NULL\n                AND line.recorded_at > plan.made_at\n            ))\n        ) THEN\n            RAISE EXCEPTION 'A panel takes a case on with a plan of support and a day on which it looks at it next.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="9e73f2a568284d9352574aae4e4cde64188a3a28",
                    operation="UPDATE",
                    pgid="pgtrigger_adopted_with_a_plan_81ad6",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="moved_to_channel_with_grounds",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."panel_id" IS DISTINCT FROM (NEW."panel_id"))',
                    constraint="CONSTRAINT",
                    func="\n        IF NEW.stage <> 'information_gathering'\n        AND EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND panel.acts_as_channel)\n        AND NOT EXISTS (\n            SELECT FROM cases_section36decision decision\n            JOIN cases_casereferral carried\n                ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id\n            WHERE decision.case_id = NEW.id AND decision.reasonable_grounds AND decision.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'A panel acting as Channel takes a case on only after a section 36 decision with grounds.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="0f4e03ccc2291b86d01156a9d8325ade278d2ed3",
                    operation="UPDATE",
                    pgid="pgtrigger_moved_to_channel_with_grounds_88cd3",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exitplan",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."continues" IS DISTINCT FROM (NEW."continues") OR OLD."handed_over_to" IS DISTINCT FROM (NEW."handed_over_to") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."turn_to" IS DISTINCT FROM (NEW."turn_to"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bef628b6e1509703cf5ad4b454666097b6407051",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_eeb8c",
                    table="cases_exitplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exitplan",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5c7901fe997ab9e4fcd5b8f0cd951ee403bb6b01",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_94855",
                    table="cases_exitplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exitplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_exitplanevent" ("case_id", "continues", "handed_over_to", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "turn_to") VALUES (NEW."case_id", NEW."continues", NEW."handed_over_to", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."turn_to"); RETURN NULL;',
                    hash="fc3104dee9c4da0103fc6378bf1d0bcd1035e56d",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3e19a",
                    table="cases_exitplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exitplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_exitplanevent" ("case_id", "continues", "handed_over_to", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "turn_to") VALUES (NEW."case_id", NEW."continues", NEW."handed_over_to", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."turn_to"); RETURN NULL;',
                    hash="60d98678048da1a1a45cb619180aef2204f99030",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d3c9",
                    table="cases_exitplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."decided_as" IS DISTINCT FROM (NEW."decided_as") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."grounds" IS DISTINCT FROM (NEW."grounds") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."health_or_care_considered" IS DISTINCT FROM (NEW."health_or_care_considered") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reasonable_grounds" IS DISTINCT FROM (NEW."reasonable_grounds") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cce0a5e1a4b7734a81d45c8c22105963e2e4081f",
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
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7f951ba4f6b021e224486f08a916e9fe9814dfc7",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_1c295",
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
                    func='INSERT INTO "cases_section36decisionevent" ("case_id", "decided_as", "decided_at", "decided_by_id", "grounds", "health_or_care", "health_or_care_considered", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasonable_grounds", "referral_id") VALUES (NEW."case_id", NEW."decided_as", NEW."decided_at", NEW."decided_by_id", NEW."grounds", NEW."health_or_care", NEW."health_or_care_considered", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reasonable_grounds", NEW."referral_id"); RETURN NULL;',
                    hash="5757fec04079cb18a7bb48869294308df0a4dc0b",
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
                    func='INSERT INTO "cases_section36decisionevent" ("case_id", "decided_as", "decided_at", "decided_by_id", "grounds", "health_or_care", "health_or_care_considered", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reasonable_grounds", "referral_id") VALUES (NEW."case_id", NEW."decided_as", NEW."decided_at", NEW."decided_by_id", NEW."grounds", NEW."health_or_care", NEW."health_or_care_considered", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reasonable_grounds", NEW."referral_id"); RETURN NULL;',
                    hash="02cc3981b7ffb3a10841cd8518e241f6cec9864a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a1997",
                    table="cases_section36decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arrangements" IS DISTINCT FROM (NEW."arrangements") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_request" IS DISTINCT FROM (NEW."consent_request") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."provider" IS DISTINCT FROM (NEW."provider") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on") OR OLD."support" IS DISTINCT FROM (NEW."support"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="28caa218417715cc348e4c1281c3c767419c0085",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3b820",
                    table="cases_supportplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6547d8d6d0746583b015a192b93a0765f876bdd5",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_00e1f",
                    table="cases_supportplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="not_without_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (\n            SELECT FROM cases_case taken WHERE taken.id = NEW.case_id AND taken.stage IN ('consent_pending', 'active')\n        ) AND NOT EXISTS (\n            SELECT FROM cases_supportplan plan WHERE plan.case_id = NEW.case_id AND plan.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'Whoever is offered support has a plan that was not recorded in error.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="c72530c34f0a495048a57cddea8f04734675c209",
                    operation='UPDATE OF "in_error_at"',
                    pgid="pgtrigger_not_without_a_plan_92c76",
                    table="cases_supportplan",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="5454e25f26ae89474f23744fb2913fbf00508e0a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69fd8",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="a56fd2749e0f0884f65d3f6149392d17556e7013",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4605",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL AND (OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."what_was_done" IS DISTINCT FROM (NEW."what_was_done")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2de92fba9c2762af89f492b9618d22ba98b520e8",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_7912f",
                    table="cases_urgentconcern",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="62084e3f58b49227a582ce1a6985a6afad15934f",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_7837b",
                    table="cases_urgentconcern",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_urgentconcernevent" ("answered_at", "answered_by_id", "area_id", "case_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "reference", "told_at", "what_was_done", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."case_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."reference", NEW."told_at", NEW."what_was_done", NEW."words"); RETURN NULL;',
                    hash="cbcccb70fb34b6b832cf9ca962e997aaa54abb76",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3b25b",
                    table="cases_urgentconcern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_urgentconcernevent" ("answered_at", "answered_by_id", "area_id", "case_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_at", "raised_by_id", "reference", "told_at", "what_was_done", "words") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."case_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."raised_at", NEW."raised_by_id", NEW."reference", NEW."told_at", NEW."what_was_done", NEW."words"); RETURN NULL;',
                    hash="25672da32f828afc3029e1b55e27855e6ba0d0dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ad8e8",
                    table="cases_urgentconcern",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="exitplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="exitplan_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="section36decision_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_error_at", None)),
                fields=("case", "referral"),
                name="one_section_36_decision_for_each_referral",
            ),
        ),
        AddConstraint(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("health_or_care", ""), ("health_or_care_considered", None)),
                    models.Q(
                        ("health_or_care_considered__isnull", False),
                        ("reasonable_grounds", False),
                        models.Q(("health_or_care", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="health_or_care_is_considered_with_a_reason",
            ),
        ),
        AddConstraint(
            model_name="supportplan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="supportplan_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="urgentconcern",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="urgentconcern_in_error_says_why",
            ),
        ),
    ]
