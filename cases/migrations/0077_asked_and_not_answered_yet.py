import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    AlterField,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0076_glass_has_its_kind"),
    ]

    operations = [
        RemoveTrigger(
            model_name="case",
            name="consent_as_the_ledger_has_it",
        ),
        RemoveTrigger(
            model_name="case",
            name="adopted_with_a_plan",
        ),
        RemoveTrigger(
            model_name="consent",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="consent",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="consent",
            name="stands",
        ),
        RemoveTrigger(
            model_name="consent",
            name="consent_as_the_ledger_has_it",
        ),
        RemoveConstraint(
            model_name="consent",
            name="whoever_answers_for_somebody_says_by_what_right",
        ),
        AddField(
            model_name="consent",
            name="ask_again_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="consentevent",
            name="ask_again_on",
            field=models.DateField(null=True),
        ),
        AlterField(
            model_name="consent",
            name="answer",
            field=models.CharField(
                choices=[
                    ("asked", "Asked"),
                    ("given", "Given"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("unable", "Could not decide"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consent",
            name="capacity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("presumed", "Nothing suggests that they cannot decide"),
                    ("able", "It was assessed: they can decide this"),
                    ("unable", "It was assessed: they cannot decide this now"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consentevent",
            name="answer",
            field=models.CharField(
                choices=[
                    ("asked", "Asked"),
                    ("given", "Given"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("unable", "Could not decide"),
                ],
                max_length=10,
            ),
        ),
        AlterField(
            model_name="consentevent",
            name="capacity",
            field=models.CharField(
                blank=True,
                choices=[
                    ("presumed", "Nothing suggests that they cannot decide"),
                    ("able", "It was assessed: they can decide this"),
                    ("unable", "It was assessed: they cannot decide this now"),
                ],
                max_length=10,
            ),
        ),
        AddIndex(
            model_name="consent",
            index=models.Index(
                condition=models.Q(("answer", "asked"), ("in_error_at", None)),
                fields=["ask_again_on"],
                name="asked_by_day",
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="adopted_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" = 'consent_pending' AND OLD.\"stage\" = 'awaiting_panel')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_supportplan plan JOIN cases_case taken ON taken.id = plan.case_id\n            WHERE taken.id = NEW.id AND plan.in_error_at IS NULL\n            AND plan.review_on > (plan.made_at AT TIME ZONE 'Europe/London')::date\n            AND (taken.stage NOT IN ('consent_pending', 'active') OR NOT EXISTS (\n                SELECT FROM cases_consent line\n                WHERE line.case_id = taken.id AND line.answer NOT IN ('given', 'asked') AND line.in_error_at IS NULL\n                AND line.recorded_at > plan.made_at\n            ))\n        ) THEN\n            RAISE EXCEPTION 'A panel takes a case on with a plan of support and a day on which it looks at it next.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="80f4c05e298f458d84713bfe95def260ee64dd18",
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
                name="consent_as_the_ledger_has_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_case standing WHERE standing.id = NEW.id AND standing.consent_given_on IS NOT NULL\n        AND NOT EXISTS (\n            SELECT FROM (\n                SELECT line.answer, line.answered_on, line.ends_on FROM cases_consent line\n                WHERE line.case_id = standing.id AND line.in_error_at IS NULL AND line.answer <> 'asked'\n                ORDER BY line.answered_on DESC, line.id DESC LIMIT 1\n            ) last\n            WHERE last.answer = 'given' AND last.answered_on = standing.consent_given_on\n            AND last.ends_on IS NOT DISTINCT FROM standing.consent_ends_on\n        )\n    ) THEN\n        RAISE EXCEPTION 'A case stands on the consent that its ledger has last, and on no other.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="175183dde67b3b99f29d15f8727caf822b769f8b",
                    operation='INSERT OR UPDATE OF "consent_given_on", "consent_ends_on"',
                    pgid="pgtrigger_consent_as_the_ledger_has_it_a7f14",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_to" IS DISTINCT FROM (NEW."agreed_to") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_by" IS DISTINCT FROM (NEW."answered_by") OR OLD."answered_name" IS DISTINCT FROM (NEW."answered_name") OR OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."ask_again_on" IS DISTINCT FROM (NEW."ask_again_on") OR OLD."asked_by" IS DISTINCT FROM (NEW."asked_by") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."own_view" IS DISTINCT FROM (NEW."own_view") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."responsibility" IS DISTINCT FROM (NEW."responsibility") OR OLD."what_was_explained" IS DISTINCT FROM (NEW."what_was_explained") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2cb98513e16e1860235e7bd15b99e9a1f0d91ce1",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8d4c1",
                    table="cases_consent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="consent_as_the_ledger_has_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_case standing WHERE standing.id = NEW.case_id AND standing.consent_given_on IS NOT NULL\n        AND NOT EXISTS (\n            SELECT FROM (\n                SELECT line.answer, line.answered_on, line.ends_on FROM cases_consent line\n                WHERE line.case_id = standing.id AND line.in_error_at IS NULL AND line.answer <> 'asked'\n                ORDER BY line.answered_on DESC, line.id DESC LIMIT 1\n            ) last\n            WHERE last.answer = 'given' AND last.answered_on = standing.consent_given_on\n            AND last.ends_on IS NOT DISTINCT FROM standing.consent_ends_on\n        )\n    ) THEN\n        RAISE EXCEPTION 'A case stands on the consent that its ledger has last, and on no other.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="9d31733901a9f5da545c0839c24af762e0e48a91",
                    operation='INSERT OR UPDATE OF "in_error_at", "ends_on"',
                    pgid="pgtrigger_consent_as_the_ledger_has_it_01d96",
                    table="cases_consent",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_consentevent" ("agreed_to", "answer", "answered_by", "answered_name", "answered_on", "ask_again_on", "asked_by", "capacity", "case_id", "ends_on", "evidence", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "language", "own_view", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "responsibility", "what_was_explained", "wording") VALUES (NEW."agreed_to", NEW."answer", NEW."answered_by", NEW."answered_name", NEW."answered_on", NEW."ask_again_on", NEW."asked_by", NEW."capacity", NEW."case_id", NEW."ends_on", NEW."evidence", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."language", NEW."own_view", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."responsibility", NEW."what_was_explained", NEW."wording"); RETURN NULL;',
                    hash="53ba890b9d7b45256c1f799d94def466efda7913",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d4098",
                    table="cases_consent",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_consentevent" ("agreed_to", "answer", "answered_by", "answered_name", "answered_on", "ask_again_on", "asked_by", "capacity", "case_id", "ends_on", "evidence", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "language", "own_view", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "responsibility", "what_was_explained", "wording") VALUES (NEW."agreed_to", NEW."answer", NEW."answered_by", NEW."answered_name", NEW."answered_on", NEW."ask_again_on", NEW."asked_by", NEW."capacity", NEW."case_id", NEW."ends_on", NEW."evidence", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."language", NEW."own_view", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."responsibility", NEW."what_was_explained", NEW."wording"); RETURN NULL;',
                    hash="d1ed883eb9b69bc714122e19aa480dbb73283255",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8a7aa",
                    table="cases_consent",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_by", "person"),
                    ("answer", "asked"),
                    models.Q(
                        models.Q(("answered_name", ""), _negated=True), models.Q(("responsibility", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="whoever_answers_for_somebody_says_by_what_right",
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("answer", "asked"), _negated=True),
                        ("ask_again_on", None),
                        models.Q(("capacity", ""), _negated=True),
                    ),
                    models.Q(
                        ("answer", "asked"),
                        ("ask_again_on__gt", models.F("answered_on")),
                        ("ask_again_on__isnull", False),
                        ("agreed_to", ""),
                        ("capacity", ""),
                        ("ends_on", None),
                        ("evidence", ""),
                        ("own_view", ""),
                        ("reason", ""),
                        ("responsibility", ""),
                        models.Q(("asked_by", ""), ("wording", ""), ("language", ""), _connector="OR", _negated=True),
                    ),
                    _connector="OR",
                ),
                name="what_was_only_asked_says_by_whom_and_when_it_is_asked_again",
            ),
        ),
    ]
