import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0075_kinds_of_recipients_and_of_reasons_to_keep"),
        ("reports", "0013_summaries_are_found_by_agency"),
    ]

    operations = [
        RemoveTrigger(
            model_name="casesummary",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="casesummary",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="casesummary",
            name="says_what_it_said",
        ),
        AddField(
            model_name="casesummary",
            name="authorised_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="casesummary",
            name="authorised_post",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="casesummary",
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
            model_name="casesummaryevent",
            name="authorised_by",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="casesummaryevent",
            name="authorised_post",
            field=models.CharField(blank=True, max_length=200),
        ),
        AddField(
            model_name="casesummaryevent",
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
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_the_body_is",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"recipient_kind\" = '' AND NOT (NEW.\"handed_to_body\" = ''))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="8ec76c2068bde5ace435fb73505dfad5886b8776",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_the_body_is_d1d83",
                    table="reports_casesummary",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_it_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."sections" IS DISTINCT FROM (NEW."sections") OR OLD."handed_to_id" IS DISTINCT FROM (NEW."handed_to_id") OR OLD."handed_to_body" IS DISTINCT FROM (NEW."handed_to_body") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."recipient_kind" IS DISTINCT FROM (NEW."recipient_kind") OR OLD."authorised_by" IS DISTINCT FROM (NEW."authorised_by") OR OLD."authorised_post" IS DISTINCT FROM (NEW."authorised_post"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="14c8ad058e778d9f26aea5b1924dda960c44a6ef",
                    operation="UPDATE",
                    pgid="pgtrigger_says_what_it_said_5154f",
                    table="reports_casesummary",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_casesummaryevent" ("asked_at", "asked_by_id", "authorised_by", "authorised_post", "case_id", "despite_agreement", "file", "handed_to_body", "handed_to_id", "id", "lawful_basis", "made_at", "not_made_because", "number", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recipient_kind", "reference", "removed_at", "sections", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."authorised_by", NEW."authorised_post", NEW."case_id", NEW."despite_agreement", NEW."file", NEW."handed_to_body", NEW."handed_to_id", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", NEW."number", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."recipient_kind", NEW."reference", NEW."removed_at", NEW."sections", NEW."sha256"); RETURN NULL;',
                    hash="086eff048e68bbf43fee9b76cd05f3b9a5101f78",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_88a9f",
                    table="reports_casesummary",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_casesummaryevent" ("asked_at", "asked_by_id", "authorised_by", "authorised_post", "case_id", "despite_agreement", "file", "handed_to_body", "handed_to_id", "id", "lawful_basis", "made_at", "not_made_because", "number", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recipient_kind", "reference", "removed_at", "sections", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."authorised_by", NEW."authorised_post", NEW."case_id", NEW."despite_agreement", NEW."file", NEW."handed_to_body", NEW."handed_to_id", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", NEW."number", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."recipient_kind", NEW."reference", NEW."removed_at", NEW."sections", NEW."sha256"); RETURN NULL;',
                    hash="bc17046d94a08aca1012de50c7c99f6e8636a305",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e22cb",
                    table="reports_casesummary",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("recipient_kind", ""),
                    models.Q(
                        models.Q(("handed_to_body", ""), _negated=True),
                        ("recipient_kind__in", ["partner", "person", "court", "immigration", "other"]),
                    ),
                    _connector="OR",
                ),
                name="casesummary_has_a_kind_of_body_alone",
            ),
        ),
        AddConstraint(
            model_name="casesummary",
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
                name="casesummary_says_who_authorised_it",
            ),
        ),
    ]
