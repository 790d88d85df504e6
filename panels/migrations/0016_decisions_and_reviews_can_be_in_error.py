import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddConstraintNotValid,
    AddField,
    AddTrigger,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0044_more_can_be_said_to_be_in_error"),
        ("panels", "0015_other_ways_out_of_a_panel"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="decision",
            name="stands",
        ),
        RemoveTrigger(
            model_name="decision",
            name="channel_decides_only_after_section_36",
        ),
        RemoveTrigger(
            model_name="decision",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="decision",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="review",
            name="stands",
        ),
        RemoveTrigger(
            model_name="review",
            name="in_its_order",
        ),
        RemoveTrigger(
            model_name="review",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="review",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="review",
            name="each_review_after_support_is_held_once",
        ),
        AddField(
            model_name="decision",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="decision",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="decision",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="decisionevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="decisionevent",
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
            model_name="decisionevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="review",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="review",
            name="in_error_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="review",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="reviewevent",
            name="in_error_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="reviewevent",
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
            model_name="reviewevent",
            name="in_error_reason",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arranged" IS DISTINCT FROM (NEW."arranged") OR OLD."awaited" IS DISTINCT FROM (NEW."awaited") OR OLD."awaited_by" IS DISTINCT FROM (NEW."awaited_by") OR OLD."awaited_from" IS DISTINCT FROM (NEW."awaited_from") OR OLD."change_reason" IS DISTINCT FROM (NEW."change_reason") OR OLD."change_since_start" IS DISTINCT FROM (NEW."change_since_start") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."dissent" IS DISTINCT FROM (NEW."dissent") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."judgement" IS DISTINCT FROM (NEW."judgement") OR OLD."onward_service" IS DISTINCT FROM (NEW."onward_service") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b76cbe9a4f2d1218c867cbebf08964d17cd1cab1",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ba401",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e9579c03540e9ad64732c30ff2a6dcbdc5c29859",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_3c228",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="channel_decides_only_after_section_36",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (\n            SELECT FROM panels_agendaitem item\n            JOIN panels_meeting meeting ON meeting.id = item.meeting_id\n            JOIN accounts_panel panel ON panel.id = meeting.panel_id\n            JOIN panels_decision made ON made.item_id = item.id AND made.in_error_at IS NULL\n            WHERE item.id = NEW.item_id AND panel.acts_as_channel AND NOT EXISTS (\n                SELECT FROM cases_section36decision decision\n                JOIN cases_casereferral carried\n                    ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id\n                WHERE decision.case_id = item.case_id AND decision.reasonable_grounds\n                AND decision.in_error_at IS NULL\n            )\n        ) THEN\n            RAISE EXCEPTION 'A panel acting as Channel decides on a case only after a section 36 decision with grounds.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="35b093ffe0d5a5eb04f57853e0cf557e0efe9b2e",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_channel_decides_only_after_section_36_17af2",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="17c6b7687a47a2e91c5381b9107c5fb4e927eb77",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a414b",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."recorded_by_id"); RETURN NULL;',
                    hash="1458c63389b58cf416c3359e1c5cf97ce37b53c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3abd1",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."from_partners" IS DISTINCT FROM (NEW."from_partners") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_concern" IS DISTINCT FROM (NEW."is_concern") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."months" IS DISTINCT FROM (NEW."months") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id") OR OLD."what_follows" IS DISTINCT FROM (NEW."what_follows"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bfc1260a5fa2baada93cd46ef6e2dfa5c4211eb6",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_413ed",
                    table="panels_review",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="37b9e5ad3c6b582b41d10dc512ea960cafbd9482",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_8a905",
                    table="panels_review",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="in_its_order",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM panels_agendaitem item JOIN cases_case taken ON taken.id = item.case_id\n            WHERE item.id = NEW.item_id AND taken.id = NEW.case_id AND taken.stage = 'exited'\n        ) THEN\n            RAISE EXCEPTION 'The panel looks back on the case that it has taken, once support in it has ended.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        IF NEW.months = 12 AND NOT EXISTS (\n            SELECT FROM panels_review WHERE case_id = NEW.case_id AND months = 6 AND in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'No review after support is passed over.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="2fe9b7279c6891c69fff5d3459fb931f756b3542",
                    operation="INSERT",
                    pgid="pgtrigger_in_its_order_0c577",
                    table="panels_review",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_reviewevent" ("case_id", "from_partners", "id", "in_error_at", "in_error_by_id", "in_error_reason", "is_concern", "item_id", "months", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reviewed_at", "reviewed_by_id", "what_follows") VALUES (NEW."case_id", NEW."from_partners", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."is_concern", NEW."item_id", NEW."months", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reviewed_at", NEW."reviewed_by_id", NEW."what_follows"); RETURN NULL;',
                    hash="7b255c8fa8cfc3bb380b529928c576cabd858db8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_193ec",
                    table="panels_review",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="review",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_reviewevent" ("case_id", "from_partners", "id", "in_error_at", "in_error_by_id", "in_error_reason", "is_concern", "item_id", "months", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reviewed_at", "reviewed_by_id", "what_follows") VALUES (NEW."case_id", NEW."from_partners", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."is_concern", NEW."item_id", NEW."months", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reviewed_at", NEW."reviewed_by_id", NEW."what_follows"); RETURN NULL;',
                    hash="4e073b7be30ee649ad901319eab771a7ef4c435a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2b0ab",
                    table="panels_review",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="decision",
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
                name="decision_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="review",
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
                name="review_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="review",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_error_at", None)),
                fields=("case", "months"),
                name="each_review_after_support_is_held_once",
            ),
        ),
        # One from before this was asked may still be said to be in error.
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(
                        ("awaited_by__isnull", False),
                        ("judgement", "defer"),
                        models.Q(("awaited", ""), _negated=True),
                        models.Q(("awaited_from", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement", "defer"), _negated=True),
                        ("awaited", ""),
                        ("awaited_by", None),
                        ("awaited_from", ""),
                    ),
                    _connector="OR",
                ),
                name="a_deferral_says_what_is_awaited_from_whom_by_when",
            ),
        ),
    ]
