import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddField, AddIndex, AddTrigger, CreateModel, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("cases", "0009_restrictions_exclusions_and_broken_glass"),
        ("referrals", "0009_own_words_and_disputes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="PanelOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "because",
                    models.CharField(
                        choices=[
                            ("turns_18", "The person turns 18"),
                            ("step_up", "It needs the Channel panel"),
                            ("step_down", "It no longer needs the Channel panel"),
                            ("other", "Another reason"),
                        ],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("note", models.TextField(verbose_name="what its chair is told")),
                ("offered_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "Taken on"), ("declined", "Declined"), ("taken_back", "Taken back")],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="PanelOfferEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                (
                    "because",
                    models.CharField(
                        choices=[
                            ("turns_18", "The person turns 18"),
                            ("step_up", "It needs the Channel panel"),
                            ("step_down", "It no longer needs the Channel panel"),
                            ("other", "Another reason"),
                        ],
                        max_length=10,
                        verbose_name="why",
                    ),
                ),
                ("note", models.TextField(verbose_name="what its chair is told")),
                ("offered_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "Taken on"), ("declined", "Declined"), ("taken_back", "Taken back")],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
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
            name="retention_review_on",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="caseevent",
            name="retention_review_on",
            field=models.DateField(null=True),
        ),
        AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("retention_review_on__isnull", False)),
                fields=["area", "retention_review_on"],
                name="cases_to_review_the_keeping_of",
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="cf901d0a01a6f1714c339f4a7e308cafac89ba3d",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_fb212",
                    table="cases_allocation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="804c547745a8a27a671bc13a6f3859e3108bb8ce",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_00fb0",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="a3c5aacd0fe5fab66c2e48e361791e429f42d95d",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_d3536",
                    table="cases_beingtold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="moved_by_handshake",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."panel_id" IS DISTINCT FROM (NEW."panel_id"))',
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_paneloffer offer WHERE offer.case_id = NEW.id AND offer.outcome = 'accepted'\n            AND offer.from_panel_id = OLD.panel_id AND offer.to_panel_id = NEW.panel_id\n        ) THEN\n            RAISE EXCEPTION 'A case goes to another panel only where its chair took it on.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        IF NEW.stage <> 'information_gathering'\n        AND EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND panel.acts_as_channel)\n        AND NOT EXISTS (\n            SELECT FROM cases_section36decision decision\n            JOIN cases_casereferral carried\n                ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id\n            WHERE decision.case_id = NEW.id AND decision.reasonable_grounds\n        ) THEN\n            RAISE EXCEPTION 'A panel acting as Channel takes a case on only after a section 36 decision with grounds.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="0f141ffd72f6a822cc17506b489d418119ed75e7",
                    operation="UPDATE",
                    pgid="pgtrigger_moved_by_handshake_a7e21",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_it_ended",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NOT NULL AND (OLD.area_id IS DISTINCT FROM NEW.area_id OR OLD.panel_id IS DISTINCT FROM NEW.panel_id OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.opened_by_id IS DISTINCT FROM NEW.opened_by_id OR OLD.owner_id IS DISTINCT FROM NEW.owner_id OR OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.awaits_section36 IS DISTINCT FROM NEW.awaits_section36))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="bebdb75576f153ad9086faba45442502cde3ebef",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_as_it_ended_ccdda",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "retention_review_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."retention_review_on", NEW."stage"); RETURN NULL;',
                    hash="1618d68bd5515775e4d4d088e72ee974bc5f63b7",
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
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "retention_review_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."retention_review_on", NEW."stage"); RETURN NULL;',
                    hash="1cd379e781ccd726c59d16e85802d7ccfa1f3f5a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="91df5f9a1a6837467370cd1b1cb9d0eb40a84494",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_0b259",
                    table="cases_consent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="089055d78fe50c5452c7d67276e4441cff7a3484",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_22b6c",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="591e1b605aeef6d0e9c5a1d435517edd7cc0483c",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_d4baa",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c9842efe6b803992f08e1cd0e3b76dba7875f81e",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_d006c",
                    table="cases_loggedcontact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="3812bad0a4346bcc1b91bd13458dcad4dbcd9019",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_eb495",
                    table="cases_restriction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="5cd98024729ae9877d195ba9531c9751e4e2cc20",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_5398b",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportplan",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c65b744368ea402810dbbaa1d7786278719b7f07",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_6073c",
                    table="cases_supportplan",
                    when="BEFORE",
                ),
            ),
        ),
        AddField(
            model_name="paneloffer",
            name="answered_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="paneloffer",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="panel_offers", to="cases.case"
            ),
        ),
        AddField(
            model_name="paneloffer",
            name="from_panel",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"),
        ),
        AddField(
            model_name="paneloffer",
            name="offered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="paneloffer",
            name="to_panel",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"),
        ),
        AddField(
            model_name="panelofferevent",
            name="answered_by",
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
            model_name="panelofferevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="panelofferevent",
            name="from_panel",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.panel",
            ),
        ),
        AddField(
            model_name="panelofferevent",
            name="offered_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="panelofferevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.paneloffer",
            ),
        ),
        AddField(
            model_name="panelofferevent",
            name="to_panel",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.panel",
            ),
        ),
        AddIndex(
            model_name="paneloffer",
            index=models.Index(
                condition=models.Q(("outcome", "")), fields=["to_panel"], name="cases_offered_to_a_panel"
            ),
        ),
        AddConstraint(
            model_name="paneloffer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("outcome", "")), fields=("case",), name="a_case_is_offered_to_one_panel_at_a_time"
            ),
        ),
        AddConstraint(
            model_name="paneloffer",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_panel", models.F("to_panel")), _negated=True),
                name="a_case_is_offered_to_another_panel",
            ),
        ),
        AddConstraint(
            model_name="paneloffer",
            constraint=models.CheckConstraint(
                condition=models.Q(("note", ""), _negated=True), name="an_offer_tells_the_other_chair_something"
            ),
        ),
        AddConstraint(
            model_name="paneloffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None), ("outcome", "")),
                    models.Q(
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                        ("outcome__in", ["accepted", "declined", "taken_back"]),
                    ),
                    _connector="OR",
                ),
                name="an_answered_offer_says_by_whom_and_when",
            ),
        ),
        AddConstraint(
            model_name="paneloffer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "declined"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_declined_offer_says_why",
            ),
        ),
        AddTrigger(
            model_name="paneloffer",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="1258dba7b09a6e1bed996fe50ed1590e399e1109",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_151ce",
                    table="cases_paneloffer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="paneloffer",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."because" IS DISTINCT FROM (NEW."because") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."from_panel_id" IS DISTINCT FROM (NEW."from_panel_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."offered_at" IS DISTINCT FROM (NEW."offered_at") OR OLD."offered_by_id" IS DISTINCT FROM (NEW."offered_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."to_panel_id" IS DISTINCT FROM (NEW."to_panel_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="27d4813ff3df368bf61b426cfee2351966f33d52",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_623ec",
                    table="cases_paneloffer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="paneloffer",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (OLD.\"outcome\" = ''))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="9bcfe71f414694859b9129ebdc397533305f6989",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_15050",
                    table="cases_paneloffer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="paneloffer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_panelofferevent" ("answer", "answered_at", "answered_by_id", "because", "case_id", "from_panel_id", "id", "note", "offered_at", "offered_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "to_panel_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."because", NEW."case_id", NEW."from_panel_id", NEW."id", NEW."note", NEW."offered_at", NEW."offered_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."to_panel_id"); RETURN NULL;',
                    hash="340733174c2233a26e0e9584bb06ce34e69ed781",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e7741",
                    table="cases_paneloffer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="paneloffer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_panelofferevent" ("answer", "answered_at", "answered_by_id", "because", "case_id", "from_panel_id", "id", "note", "offered_at", "offered_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "to_panel_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."because", NEW."case_id", NEW."from_panel_id", NEW."id", NEW."note", NEW."offered_at", NEW."offered_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."to_panel_id"); RETURN NULL;',
                    hash="832f16b4e365f55757f695247c834c5e7256586c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f13d9",
                    table="cases_paneloffer",
                    when="AFTER",
                ),
            ),
        ),
    ]
