import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AddTrigger,
    AlterField,
    CreateModel,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0017_disputes_and_assessments_in_error"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="CaseTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("reason", models.TextField()),
                (
                    "lawful_basis",
                    models.CharField(
                        choices=[
                            ("public_task", "Public task, for safeguarding"),
                            ("legal_obligation", "Legal obligation"),
                            ("vital_interests", "Vital interests"),
                            ("law_enforcement", "Law enforcement, by the police"),
                        ],
                        max_length=20,
                    ),
                ),
                ("new_address", models.TextField()),
                ("effective_on", models.DateField()),
                ("summary", models.TextField(verbose_name="how things stand")),
                ("needed", models.TextField(verbose_name="what is needed there")),
                ("stays", models.TextField(blank=True, verbose_name="who here goes on with what")),
                ("offered_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("placed_at", models.DateTimeField(null=True)),
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
            name="CaseTransferEvent",
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
                ("reason", models.TextField()),
                (
                    "lawful_basis",
                    models.CharField(
                        choices=[
                            ("public_task", "Public task, for safeguarding"),
                            ("legal_obligation", "Legal obligation"),
                            ("vital_interests", "Vital interests"),
                            ("law_enforcement", "Law enforcement, by the police"),
                        ],
                        max_length=20,
                    ),
                ),
                ("new_address", models.TextField()),
                ("effective_on", models.DateField()),
                ("summary", models.TextField(verbose_name="how things stand")),
                ("needed", models.TextField(verbose_name="what is needed there")),
                ("stays", models.TextField(blank=True, verbose_name="who here goes on with what")),
                ("offered_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("placed_at", models.DateTimeField(null=True)),
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
        CreateModel(
            name="TransferredContribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="TransferredContributionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="case",
            name="moved_by_handshake",
        ),
        AlterField(
            model_name="case",
            name="stage",
            field=models.CharField(
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
        AlterField(
            model_name="caseevent",
            name="stage",
            field=models.CharField(
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
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="moved_by_handshake",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."panel_id" IS DISTINCT FROM (NEW."panel_id"))',
                    func="\n        IF NOT EXISTS (\n            SELECT FROM (\n                SELECT offer.from_panel_id, offer.to_panel_id FROM cases_paneloffer offer\n                WHERE offer.case_id = NEW.id AND offer.outcome = 'accepted' ORDER BY offer.id DESC LIMIT 1\n            ) last WHERE last.from_panel_id = OLD.panel_id AND last.to_panel_id = NEW.panel_id\n        ) THEN\n            RAISE EXCEPTION 'A case goes to another panel only where its chair took it on.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="a96478a3304a7a301732abe101a20cf77cbcd078",
                    operation="UPDATE",
                    pgid="pgtrigger_moved_by_handshake_a7e21",
                    table="cases_case",
                    when="BEFORE",
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
                    func="\n        IF NEW.stage <> 'information_gathering'\n        AND EXISTS (SELECT FROM accounts_panel panel WHERE panel.id = NEW.panel_id AND panel.acts_as_channel)\n        AND NOT EXISTS (\n            SELECT FROM cases_section36decision decision\n            JOIN cases_casereferral carried\n                ON carried.referral_id = decision.referral_id AND carried.case_id = decision.case_id\n            WHERE decision.case_id = NEW.id AND decision.reasonable_grounds\n        ) THEN\n            RAISE EXCEPTION 'A panel acting as Channel takes a case on only after a section 36 decision with grounds.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="faa1909a4dc5272298aadfebd3cbdaaa79cdbeae",
                    operation="UPDATE",
                    pgid="pgtrigger_moved_to_channel_with_grounds_88cd3",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="transferred_by_handshake",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" = 'transferred')",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_casetransfer transfer WHERE transfer.case_id = NEW.id AND transfer.outcome = 'accepted'\n        ) THEN\n            RAISE EXCEPTION 'A case is transferred only where a panel of another area took it on.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="761214b66102131486e1cce42cbcb1e1e8a72030",
                    operation="UPDATE OR INSERT",
                    pgid="pgtrigger_transferred_by_handshake_8bc73",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="answered_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="becomes",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="came_by", to="cases.case"
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="area_offers", to="cases.case"
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="from_panel",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"),
        ),
        AddField(
            model_name="casetransfer",
            name="offered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="placed_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="signed_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="casetransfer",
            name="to_area",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"),
        ),
        AddField(
            model_name="casetransfer",
            name="to_panel",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
            ),
        ),
        AddField(
            model_name="casetransferevent",
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
            model_name="casetransferevent",
            name="becomes",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="casetransferevent",
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
            model_name="casetransferevent",
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
            model_name="casetransferevent",
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
            model_name="casetransferevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.casetransfer",
            ),
        ),
        AddField(
            model_name="casetransferevent",
            name="placed_by",
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
            model_name="casetransferevent",
            name="signed_by",
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
            model_name="casetransferevent",
            name="to_area",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.area",
            ),
        ),
        AddField(
            model_name="casetransferevent",
            name="to_panel",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.panel",
            ),
        ),
        AddField(
            model_name="transferredcontribution",
            name="contribution",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.contribution"
            ),
        ),
        AddField(
            model_name="transferredcontribution",
            name="transfer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="pieces_ticked", to="cases.casetransfer"
            ),
        ),
        AddField(
            model_name="transferredcontributionevent",
            name="contribution",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.contribution",
            ),
        ),
        AddField(
            model_name="transferredcontributionevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.transferredcontribution",
            ),
        ),
        AddField(
            model_name="transferredcontributionevent",
            name="transfer",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.casetransfer",
            ),
        ),
        AddIndex(
            model_name="casetransfer",
            index=models.Index(
                condition=models.Q(("outcome", "")), fields=["to_area"], name="cases_offered_to_an_area"
            ),
        ),
        AddIndex(
            model_name="casetransfer",
            index=models.Index(
                condition=models.Q(("outcome", "")), fields=["to_panel"], name="transfers_placed_with_a_panel"
            ),
        ),
        AddIndex(
            model_name="casetransfer",
            index=models.Index(fields=["case", "-id"], name="transfers_of_a_case"),
        ),
        AddConstraint(
            model_name="casetransfer",
            constraint=models.UniqueConstraint(
                condition=models.Q(("outcome", "")), fields=("case",), name="a_case_is_offered_to_one_area_at_a_time"
            ),
        ),
        AddConstraint(
            model_name="casetransfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("reason", ""), ("new_address", ""), ("summary", ""), ("needed", ""), _connector="OR", _negated=True
                ),
                name="a_transfer_says_why_where_to_and_how_things_stand",
            ),
        ),
        AddConstraint(
            model_name="casetransfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("signed_at", None), ("signed_by", None)),
                    models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                    _connector="OR",
                ),
                name="a_signed_transfer_says_by_whom_and_when",
            ),
        ),
        AddConstraint(
            model_name="casetransfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("placed_at", None), ("placed_by", None), ("to_panel", None)),
                    models.Q(
                        ("placed_at__isnull", False),
                        ("placed_by__isnull", False),
                        ("signed_at__isnull", False),
                        ("to_panel__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="what_is_placed_with_a_panel_was_signed_off",
            ),
        ),
        AddConstraint(
            model_name="casetransfer",
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
                name="an_answered_transfer_of_a_case_says_by_whom_and_when",
            ),
        ),
        AddConstraint(
            model_name="casetransfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("becomes__isnull", False), ("outcome", "accepted"), ("placed_at__isnull", False)),
                    models.Q(models.Q(("outcome", "accepted"), _negated=True), ("becomes", None)),
                    _connector="OR",
                ),
                name="an_accepted_transfer_becomes_a_case_there",
            ),
        ),
        AddConstraint(
            model_name="casetransfer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("outcome", "declined"), _negated=True),
                    models.Q(models.Q(("answer", ""), _negated=True), ("signed_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_declined_transfer_of_a_case_says_why",
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="b74bffbfb03fc224825d16c2751899f95a9f96bd",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_d6eb9",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."effective_on" IS DISTINCT FROM (NEW."effective_on") OR OLD."from_panel_id" IS DISTINCT FROM (NEW."from_panel_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."needed" IS DISTINCT FROM (NEW."needed") OR OLD."new_address" IS DISTINCT FROM (NEW."new_address") OR OLD."offered_at" IS DISTINCT FROM (NEW."offered_at") OR OLD."offered_by_id" IS DISTINCT FROM (NEW."offered_by_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."stays" IS DISTINCT FROM (NEW."stays") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."to_area_id" IS DISTINCT FROM (NEW."to_area_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a7b995f5fcdab119e28e55cb39cfa17149c648ad",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_17964",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="signed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.signed_at IS NOT NULL AND (OLD.signed_at IS DISTINCT FROM NEW.signed_at OR OLD.signed_by_id IS DISTINCT FROM NEW.signed_by_id))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a243a0cb14b65859b34901176d48ecb1ea007ac2",
                    operation="UPDATE",
                    pgid="pgtrigger_signed_once_aaf74",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (OLD.\"outcome\" = ''))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2ea05f8e15fe0fd72189d303d7fca3e4358d12fd",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_75f15",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="of_two_areas",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF EXISTS (SELECT FROM cases_case sent WHERE sent.id = NEW.case_id AND sent.area_id = NEW.to_area_id) THEN\n            RAISE EXCEPTION 'A case is offered to another area than its own.' USING ERRCODE = 'check_violation';\n        END IF;\n        IF NEW.to_panel_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM accounts_panel panel WHERE panel.id = NEW.to_panel_id AND panel.area_id = NEW.to_area_id\n            AND panel.kind <> 'board'\n        ) THEN\n            RAISE EXCEPTION 'It is placed with a panel of the area that it is offered to.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="3b798a060b6a82f909388bc09d69589304cb5bfb",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_of_two_areas_49866",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="begins_there",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"outcome\" = 'accepted')",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_case begun JOIN referrals_individual person ON person.id = begun.individual_id\n            WHERE begun.id = NEW.becomes_id AND begun.area_id = NEW.to_area_id AND begun.panel_id = NEW.to_panel_id\n            AND person.area_id = NEW.to_area_id\n        ) THEN\n            RAISE EXCEPTION 'What is taken on begins as a case of the other area, about somebody of that area.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        IF NEW.effective_on > (NEW.answered_at AT TIME ZONE 'Europe/London')::date THEN\n            RAISE EXCEPTION 'A case is taken on from the day on which that takes effect.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="0fe1ef00a315390fb9d098159e77b05747a93feb",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_begins_there_236fc",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="ends_here",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"outcome\" = 'accepted')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_case sent WHERE sent.id = NEW.case_id AND sent.stage = 'transferred'\n        ) THEN\n            RAISE EXCEPTION 'A case that another area has taken on has ended here.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="d4c36574aeab7bfc5f5b30f0844649a322dd0d79",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_ends_here_ce80f",
                    table="cases_casetransfer",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casetransferevent" ("answer", "answered_at", "answered_by_id", "becomes_id", "case_id", "effective_on", "from_panel_id", "id", "lawful_basis", "needed", "new_address", "offered_at", "offered_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "signed_at", "signed_by_id", "stays", "summary", "to_area_id", "to_panel_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."becomes_id", NEW."case_id", NEW."effective_on", NEW."from_panel_id", NEW."id", NEW."lawful_basis", NEW."needed", NEW."new_address", NEW."offered_at", NEW."offered_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."signed_at", NEW."signed_by_id", NEW."stays", NEW."summary", NEW."to_area_id", NEW."to_panel_id"); RETURN NULL;',
                    hash="42f4eebd9f653cb9a975f25c2ea1215c24aca844",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cbf70",
                    table="cases_casetransfer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_casetransferevent" ("answer", "answered_at", "answered_by_id", "becomes_id", "case_id", "effective_on", "from_panel_id", "id", "lawful_basis", "needed", "new_address", "offered_at", "offered_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "signed_at", "signed_by_id", "stays", "summary", "to_area_id", "to_panel_id") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."becomes_id", NEW."case_id", NEW."effective_on", NEW."from_panel_id", NEW."id", NEW."lawful_basis", NEW."needed", NEW."new_address", NEW."offered_at", NEW."offered_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."signed_at", NEW."signed_by_id", NEW."stays", NEW."summary", NEW."to_area_id", NEW."to_panel_id"); RETURN NULL;',
                    hash="8eb845ecabe4daf1713d4c80366b50531fd408bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_01a11",
                    table="cases_casetransfer",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="transferredcontribution",
            constraint=models.UniqueConstraint(fields=("transfer", "contribution"), name="a_piece_goes_over_once"),
        ),
        AddTrigger(
            model_name="transferredcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="11b3a69e397e212f557a3798c5b6667e8ba33b4e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_1aa6a",
                    table="cases_transferredcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="for_all_members_of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_contribution piece ON piece.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = ''\n                        AND piece.id = NEW.contribution_id\n                        AND piece.mark = 'all_members' AND piece.withdrawn_at IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'What goes over with a case was shared about it, and for all members.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="9ba667e0c895c6d54d0ea7cc117ac304bbec6e68",
                    operation="INSERT",
                    pgid="pgtrigger_for_all_members_of_its_case_48ee4",
                    table="cases_transferredcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_transferredcontributionevent" ("contribution_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."transfer_id"); RETURN NULL;',
                    hash="3465be6fd215090e8bed6a59c0efdd41ca41a240",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_58177",
                    table="cases_transferredcontribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_transferredcontributionevent" ("contribution_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."transfer_id"); RETURN NULL;',
                    hash="db79cd67e9eb57761e113eb49064e448ca8e3943",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bfeb7",
                    table="cases_transferredcontribution",
                    when="AFTER",
                ),
            ),
        ),
    ]
