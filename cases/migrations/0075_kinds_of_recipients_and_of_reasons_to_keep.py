import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0074_files_can_be_in_error"),
    ]

    operations = [
        RemoveTrigger(
            model_name="outsidedisclosure",
            name="stands",
        ),
        RemoveTrigger(
            model_name="outsidedisclosure",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="outsidedisclosure",
            name="update_update",
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
        AddField(
            model_name="outsidedisclosure",
            name="authorised_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="outsidedisclosure",
            name="authorised_post",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="outsidedisclosure",
            name="recipient_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("partner", "A partner body, by law or by agreement"),
                    ("person", "The person themselves, or a parent"),
                    ("court", "A court, or an inquiry"),
                    ("immigration", "Immigration, the border or a port"),
                    ("other", "Another"),
                ],
                max_length=12,
            ),
        ),
        AddField(
            model_name="outsidedisclosureevent",
            name="authorised_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="outsidedisclosureevent",
            name="authorised_post",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="outsidedisclosureevent",
            name="recipient_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("partner", "A partner body, by law or by agreement"),
                    ("person", "The person themselves, or a parent"),
                    ("court", "A court, or an inquiry"),
                    ("immigration", "Immigration, the border or a port"),
                    ("other", "Another"),
                ],
                max_length=12,
            ),
        ),
        AddField(
            model_name="retentionreview",
            name="because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("harm", "Somebody could still come to harm, and this could help to protect them"),
                    ("linked", "Another referral or case draws on it"),
                    ("proceedings", "A complaint, a claim or a court case draws on it"),
                    ("rights", "Somebody has asked for what is kept about them, and waits for an answer"),
                    ("review", "A review of what was done draws on it"),
                    ("law", "A law or an order asks for it"),
                    ("other", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        AddField(
            model_name="retentionreview",
            name="child_weighed",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="because",
            field=models.CharField(
                blank=True,
                choices=[
                    ("harm", "Somebody could still come to harm, and this could help to protect them"),
                    ("linked", "Another referral or case draws on it"),
                    ("proceedings", "A complaint, a claim or a court case draws on it"),
                    ("rights", "Somebody has asked for what is kept about them, and waits for an answer"),
                    ("review", "A review of what was done draws on it"),
                    ("law", "A law or an order asks for it"),
                    ("other", "Another reason"),
                ],
                max_length=12,
            ),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="child_weighed",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="outsidedisclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."authorised_by" IS DISTINCT FROM (NEW."authorised_by") OR OLD."authorised_post" IS DISTINCT FROM (NEW."authorised_post") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."disclosed_by" IS DISTINCT FROM (NEW."disclosed_by") OR OLD."disclosed_on" IS DISTINCT FROM (NEW."disclosed_on") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."recipient_kind" IS DISTINCT FROM (NEW."recipient_kind") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b6e79cc2756863ad4d4907386d93adbbb2fa5d60",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_7fede",
                    table="cases_outsidedisclosure",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="outsidedisclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_the_body_is",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"recipient_kind\" = '' AND NOT (NEW.\"body\" = ''))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="ac17b52ca7227994ab5f0b8339b8b9c4d5541534",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_the_body_is_26b38",
                    table="cases_outsidedisclosure",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="outsidedisclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_outsidedisclosureevent" ("agency_id", "authorised_by", "authorised_post", "body", "case_id", "disclosed_by", "disclosed_on", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "lawful_basis", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recipient_kind", "recorded_at", "recorded_by_id", "reference", "what") VALUES (NEW."agency_id", NEW."authorised_by", NEW."authorised_post", NEW."body", NEW."case_id", NEW."disclosed_by", NEW."disclosed_on", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."lawful_basis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."recipient_kind", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."what"); RETURN NULL;',
                    hash="77cfe0eae2ec8e76e8f70c5d7e16874d544c49bd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_90659",
                    table="cases_outsidedisclosure",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="outsidedisclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_outsidedisclosureevent" ("agency_id", "authorised_by", "authorised_post", "body", "case_id", "disclosed_by", "disclosed_on", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "lawful_basis", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recipient_kind", "recorded_at", "recorded_by_id", "reference", "what") VALUES (NEW."agency_id", NEW."authorised_by", NEW."authorised_post", NEW."body", NEW."case_id", NEW."disclosed_by", NEW."disclosed_on", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."lawful_basis", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."recipient_kind", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."what"); RETURN NULL;',
                    hash="7ded1d4de5582045310ce6e3da98e1de817e5bc7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ad947",
                    table="cases_outsidedisclosure",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."because" IS DISTINCT FROM (NEW."because") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."child_weighed" IS DISTINCT FROM (NEW."child_weighed") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on") OR OLD."reviewed_at" IS DISTINCT FROM (NEW."reviewed_at") OR OLD."reviewed_by_id" IS DISTINCT FROM (NEW."reviewed_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e7387d22635b8787d53e68ccc34e7b8abeaf5cd2",
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
                name="says_what_keeps_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"because\" = '')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="6a95b21e4a93df23bd4af9697836fc4c30bfdff7",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_keeps_it_36925",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="weighs_that_it_is_of_a_child",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"child_weighed\" = '')",
                    func="\n                    IF EXISTS (\n                        SELECT FROM cases_case kept\n                        JOIN referrals_individual person ON person.id = kept.individual_id\n                        CROSS JOIN date(kept.opened_at AT TIME ZONE 'Europe/London') began\n                        WHERE kept.id = NEW.case_id AND coalesce(\n                            CASE WHEN person.born_on IS NULL\n                                THEN person.age_given_on > began - make_interval(years => 18 - person.age_given)\n                                ELSE person.born_on > began - make_interval(years => 18)\n                            END,\n                            true\n                        )\n                    ) THEN\n                        RAISE EXCEPTION 'What was said of a child is kept only as it says why that is in proportion.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="dfc9fa6518a370107749a27029f8ca3981df3a25",
                    operation="INSERT",
                    pgid="pgtrigger_weighs_that_it_is_of_a_child_227a1",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_retentionreviewevent" ("because", "case_id", "checked_at", "checked_by_id", "child_weighed", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id", "stands", "why_not") VALUES (NEW."because", NEW."case_id", NEW."checked_at", NEW."checked_by_id", NEW."child_weighed", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="2ece827ca167e86e71224f159517d4bad55fc0d4",
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
                    func='INSERT INTO "cases_retentionreviewevent" ("because", "case_id", "checked_at", "checked_by_id", "child_weighed", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id", "stands", "why_not") VALUES (NEW."because", NEW."case_id", NEW."checked_at", NEW."checked_by_id", NEW."child_weighed", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="cb4d2a08d0fc494a25d92962e5173d7e2a7f7d96",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_55c64",
                    table="cases_retentionreview",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="outsidedisclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("recipient_kind", ""),
                    models.Q(
                        models.Q(("body", ""), _negated=True),
                        ("recipient_kind__in", ["partner", "person", "court", "immigration", "other"]),
                    ),
                    _connector="OR",
                ),
                name="outsidedisclosure_has_a_kind_of_body_alone",
            ),
        ),
        AddConstraint(
            model_name="outsidedisclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("recipient_kind__in", ["", "partner", "person", "court"]),
                        ("authorised_by", ""),
                        ("authorised_post", ""),
                    ),
                    models.Q(
                        ("recipient_kind__in", ("immigration", "other")),
                        models.Q(("authorised_by", ""), _negated=True),
                        models.Q(("authorised_post", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="outsidedisclosure_says_who_authorised_it",
            ),
        ),
        AddConstraint(
            model_name="retentionreview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("because__in", ["", "harm", "linked", "proceedings", "rights", "review", "law", "other"])
                ),
                name="a_case_is_kept_for_a_kind_of_reason",
            ),
        ),
    ]
