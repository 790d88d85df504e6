import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.documents.models.document
import prevent_cases.pages.models
import reports.models.case_summary
from prevent_cases.migration_operations import AddTrigger, CreateModel


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_case_summaries_board_reports"),
        ("reports", "0002_what_summaries_hold_of_agencies"),
        ("reports", "0003_summaries_handed_out"),
        ("reports", "0004_numbered_and_of_chosen_sections"),
        ("reports", "0005_what_was_made_before"),
        ("reports", "0006_what_holds_of_summaries_and_reports"),
        ("reports", "0007_referrals_confirmed_for_a_summary"),
        ("reports", "0008_names_of_files_and_own_words_in_summaries"),
        ("reports", "0009_more_that_a_summary_can_hold"),
        ("reports", "0010_who_is_to_be_told_what_was_put_right"),
        ("reports", "0011_what_else_is_confirmed_for_a_summary"),
        ("reports", "0012_who_acknowledged_what_was_shared"),
        ("reports", "0013_summaries_are_found_by_agency"),
        ("reports", "0014_kinds_of_recipients_of_summaries"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("actions", "0010_a_case_ends_with_no_action_open"),
        ("cases", "0001_squashed_0082_in_a_new_database"),
        ("referrals", "0001_squashed_0019_in_a_new_database"),
    ]

    operations = [
        CreateModel(
            name="BoardReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("file", models.FileField(blank=True, upload_to=prevent_cases.documents.models.document.stored_name)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("not_made_because", models.TextField(blank=True)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("exact", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="board_reports", to="accounts.area"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("open_until", models.DateField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("sha256", "")),
                            models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_made_boardreport_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("not_made_because", ""), ("made_at", None), _connector="OR"),
                        name="a_refused_boardreport_is_not_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))), name="a_period_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("open_until", None)),
                            models.Q(("made_at__isnull", False), ("open_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_made_boardreport_has_its_last_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None), models.Q(("file", ""), ("made_at__isnull", False)), _connector="OR"
                        ),
                        name="a_removed_boardreport_is_gone",
                    ),
                ],
            },
        ),
        CreateModel(
            name="BoardReportEvent",
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
                ("asked_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("file", models.FileField(blank=True, upload_to=prevent_cases.documents.models.document.stored_name)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("not_made_because", models.TextField(blank=True)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                ("exact", models.BooleanField(default=False)),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.boardreport",
                    ),
                ),
                ("open_until", models.DateField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="CaseSummary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("file", models.FileField(blank=True, upload_to=prevent_cases.documents.models.document.stored_name)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("not_made_because", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="summaries", to="cases.case"
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True)),
                (
                    "handed_to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                ("handed_to_body", models.CharField(blank=True, max_length=200)),
                (
                    "lawful_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public_task", "Public task, for safeguarding"),
                            ("legal_obligation", "Legal obligation"),
                            ("vital_interests", "Vital interests"),
                            ("law_enforcement", "Law enforcement, by the police"),
                        ],
                        max_length=20,
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                ("number", models.PositiveIntegerField()),
                ("open_until", models.DateField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("referrals", "Referrals, as sent"),
                                ("own_words", "In their own words"),
                                ("contacts", "Contact log"),
                                ("section36", "Section 36 decision"),
                                ("agreement", "Agreement to support"),
                                ("told", "Who was told of the referral"),
                                ("assessment", "Last assessment"),
                                ("contributions", "What agencies have shared"),
                                ("meetings", "Meetings and decisions"),
                                ("support", "Support"),
                                ("sessions", "Sessions of support"),
                                ("worries", "Urgent worries"),
                                ("actions", "Actions"),
                                ("files", "Names of files"),
                                ("access", "Who can see this case"),
                            ],
                            max_length=20,
                        ),
                        default=reports.models.case_summary.every_section,
                        size=None,
                    ),
                ),
                ("authorised_by", models.CharField(blank=True, max_length=200)),
                ("authorised_post", models.CharField(blank=True, max_length=200)),
                (
                    "recipient_kind",
                    models.CharField(
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
            ],
            options={
                "verbose_name_plural": "case summaries",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-id"], name="summaries_of_a_case"),
                    models.Index(
                        condition=models.Q(("handed_to__isnull", False)),
                        fields=["handed_to", "open_until"],
                        name="summaries_of_an_agency",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("sha256", "")),
                            models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_made_casesummary_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("not_made_because", ""), ("made_at", None), _connector="OR"),
                        name="a_refused_casesummary_is_not_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("despite_agreement", ""),
                                ("handed_to", None),
                                ("handed_to_body", ""),
                                ("lawful_basis", ""),
                                ("purpose", ""),
                            ),
                            models.Q(
                                models.Q(("handed_to", None), ("handed_to_body", ""), _connector="XOR"),
                                models.Q(("purpose", ""), ("lawful_basis", ""), _connector="OR", _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_summary_handed_out_says_to_whom_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("open_until", None)),
                            models.Q(("made_at__isnull", False), ("open_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_made_casesummary_has_its_last_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_at", None), models.Q(("file", ""), ("made_at__isnull", False)), _connector="OR"
                        ),
                        name="a_removed_casesummary_is_gone",
                    ),
                    models.UniqueConstraint(
                        fields=("case", "number"), name="a_number_is_given_to_one_summary_of_a_case"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)), name="summaries_are_numbered_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sections__contained_by",
                                [
                                    "referrals",
                                    "own_words",
                                    "contacts",
                                    "section36",
                                    "agreement",
                                    "told",
                                    "assessment",
                                    "contributions",
                                    "meetings",
                                    "support",
                                    "sessions",
                                    "worries",
                                    "actions",
                                    "files",
                                    "access",
                                ],
                            ),
                            ("sections__len__gte", 1),
                        ),
                        name="a_summary_holds_some_section",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handed_to", None), ("handed_to_body", "")),
                            (
                                "sections__contained_by",
                                [
                                    "referrals",
                                    "own_words",
                                    "contacts",
                                    "section36",
                                    "agreement",
                                    "told",
                                    "assessment",
                                    "contributions",
                                    "meetings",
                                    "support",
                                    "sessions",
                                    "worries",
                                    "actions",
                                    "files",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="a_summary_handed_out_names_no_other_readers",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                ],
            },
        ),
        CreateModel(
            name="CaseSummaryEvent",
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
                ("asked_at", models.DateTimeField()),
                ("made_at", models.DateTimeField(null=True)),
                ("file", models.FileField(blank=True, upload_to=prevent_cases.documents.models.document.stored_name)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("not_made_because", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.casesummary",
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True)),
                (
                    "handed_to",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                ("handed_to_body", models.CharField(blank=True, max_length=200)),
                (
                    "lawful_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("public_task", "Public task, for safeguarding"),
                            ("legal_obligation", "Legal obligation"),
                            ("vital_interests", "Vital interests"),
                            ("law_enforcement", "Law enforcement, by the police"),
                        ],
                        max_length=20,
                    ),
                ),
                ("purpose", models.TextField(blank=True)),
                ("number", models.PositiveIntegerField()),
                ("open_until", models.DateField(null=True)),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "sections",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("referrals", "Referrals, as sent"),
                                ("own_words", "In their own words"),
                                ("contacts", "Contact log"),
                                ("section36", "Section 36 decision"),
                                ("agreement", "Agreement to support"),
                                ("told", "Who was told of the referral"),
                                ("assessment", "Last assessment"),
                                ("contributions", "What agencies have shared"),
                                ("meetings", "Meetings and decisions"),
                                ("support", "Support"),
                                ("sessions", "Sessions of support"),
                                ("worries", "Urgent worries"),
                                ("actions", "Actions"),
                                ("files", "Names of files"),
                                ("access", "Who can see this case"),
                            ],
                            max_length=20,
                        ),
                        default=reports.models.case_summary.every_section,
                        size=None,
                    ),
                ),
                ("authorised_by", models.CharField(blank=True, max_length=200)),
                ("authorised_post", models.CharField(blank=True, max_length=200)),
                (
                    "recipient_kind",
                    models.CharField(
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
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="SummarisedContribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.contribution"
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_contributions",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("summary", "contribution"), name="a_summary_holds_a_contribution_once"
                    )
                ],
            },
        ),
        CreateModel(
            name="SummarisedContributionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contribution",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.summarisedcontribution",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ConfirmedContribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.contribution"
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmed_contributions",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("summary", "contribution"), name="a_contribution_is_confirmed_once")
                ],
            },
        ),
        CreateModel(
            name="ConfirmedContributionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contribution",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.confirmedcontribution",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ConfirmedReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.referral"
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmed_referrals",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("summary", "referral"), name="a_referral_is_confirmed_once")
                ],
            },
        ),
        CreateModel(
            name="ConfirmedReferralEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.confirmedreferral",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.referral",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200)),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("referrals", "Referrals, as sent"),
                            ("own_words", "In their own words"),
                            ("contacts", "Contact log"),
                            ("section36", "Section 36 decision"),
                            ("agreement", "Agreement to support"),
                            ("told", "Who was told of the referral"),
                            ("assessment", "Last assessment"),
                            ("contributions", "What agencies have shared"),
                            ("meetings", "Meetings and decisions"),
                            ("support", "Support"),
                            ("sessions", "Sessions of support"),
                            ("worries", "Urgent worries"),
                            ("actions", "Actions"),
                            ("files", "Names of files"),
                            ("access", "Who can see this case"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("in_error", "Recorded in error"),
                            ("wrong", "Disputed, and it was wrong"),
                            ("untrue", "Found untrue by two people"),
                        ],
                        max_length=10,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("told_on", models.DateField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("telephone", "Telephone or video call"),
                            ("meeting", "In a meeting"),
                            ("other", "Another way"),
                            ("not_had", "Not told: they never had it"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="cases.case"
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-id"], name="corrections_of_a_case"),
                    models.Index(condition=models.Q(("told_at", None)), fields=["case"], name="corrections_to_tell"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                "agency",
                                "area",
                                models.Func("body", models.Value(""), function="NULLIF"),
                                function="NUM_NONNULLS",
                                output_field=models.IntegerField(),
                            ),
                            1,
                        ),
                        name="a_correction_is_for_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("how", ""), ("told_at", None), ("told_by", None), ("told_on", None), ("words", "")
                            ),
                            models.Q(
                                ("told_at__isnull", False),
                                ("told_by__isnull", False),
                                ("told_on__isnull", False),
                                models.Q(("how", ""), ("words", ""), _connector="OR", _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_correction_told_says_when_how_and_by_whom",
                    ),
                ],
            },
        ),
        CreateModel(
            name="CorrectionEvent",
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
                ("body", models.CharField(blank=True, max_length=200)),
                (
                    "section",
                    models.CharField(
                        choices=[
                            ("referrals", "Referrals, as sent"),
                            ("own_words", "In their own words"),
                            ("contacts", "Contact log"),
                            ("section36", "Section 36 decision"),
                            ("agreement", "Agreement to support"),
                            ("told", "Who was told of the referral"),
                            ("assessment", "Last assessment"),
                            ("contributions", "What agencies have shared"),
                            ("meetings", "Meetings and decisions"),
                            ("support", "Support"),
                            ("sessions", "Sessions of support"),
                            ("worries", "Urgent worries"),
                            ("actions", "Actions"),
                            ("files", "Names of files"),
                            ("access", "Who can see this case"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "found",
                    models.CharField(
                        choices=[
                            ("in_error", "Recorded in error"),
                            ("wrong", "Disputed, and it was wrong"),
                            ("untrue", "Found untrue by two people"),
                        ],
                        max_length=10,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("told_on", models.DateField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("telephone", "Telephone or video call"),
                            ("meeting", "In a meeting"),
                            ("other", "Another way"),
                            ("not_had", "Not told: they never had it"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.correction",
                    ),
                ),
                (
                    "told_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ConfirmedItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="actions.action"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.section36decision",
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.intervention",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="confirmed_items",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("summary", "decision", "action", "intervention"),
                        name="an_item_is_confirmed_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                "decision",
                                "action",
                                "intervention",
                                function="NUM_NONNULLS",
                                output_field=models.IntegerField(),
                            ),
                            1,
                        ),
                        name="a_confirmed_item_is_one_thing",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ConfirmedItemEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="actions.action",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.section36decision",
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.intervention",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.confirmeditem",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Acknowledgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("acknowledged_at", models.DateTimeField()),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "share",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.share"
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("share", None), ("summary", None), _connector="XOR"),
                        name="a_share_or_a_summary_is_acknowledged",
                    ),
                    models.UniqueConstraint(fields=("share", "acknowledged_by"), name="a_share_is_acknowledged_once"),
                    models.UniqueConstraint(
                        fields=("summary", "acknowledged_by"), name="a_summary_is_acknowledged_once"
                    ),
                ],
            },
        ),
        CreateModel(
            name="AcknowledgementEvent",
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
                ("acknowledged_at", models.DateTimeField()),
                (
                    "acknowledged_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="reports.acknowledgement",
                    ),
                ),
                (
                    "share",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.share",
                    ),
                ),
                (
                    "summary",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reports.casesummary",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="boardreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_boardreportevent" ("area_id", "asked_at", "asked_by_id", "exact", "file", "id", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "sha256", "since", "until") VALUES (NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."exact", NEW."file", NEW."id", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."removed_at", NEW."sha256", NEW."since", NEW."until"); RETURN NULL;',
                    hash="5bc194b0985d20b9d9c322d735a28f7e554480f7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5048e",
                    table="reports_boardreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="boardreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_boardreportevent" ("area_id", "asked_at", "asked_by_id", "exact", "file", "id", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "sha256", "since", "until") VALUES (NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."exact", NEW."file", NEW."id", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."removed_at", NEW."sha256", NEW."since", NEW."until"); RETURN NULL;',
                    hash="3877bc47622fda073030d0a0e9151184aef6ae85",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f183",
                    table="reports_boardreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="boardreport",
            trigger=pgtrigger.compiler.Trigger(
                name="opens_no_longer_than_was_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."made_at" IS NOT NULL AND (OLD."open_until" IS DISTINCT FROM (NEW."open_until") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."removed_at" IS NOT NULL))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="383dd8ba9f5a72c22887a143a91ef87c4bbcb4c6",
                    operation="UPDATE",
                    pgid="pgtrigger_opens_no_longer_than_was_said_7a9cb",
                    table="reports_boardreport",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE shared_on DATE; of_area BIGINT; kind TEXT; home BIGINT; policy RECORD;",
                    func="\n            IF NEW.despite_agreement <> '' OR NEW.handed_to_id IS NULL OR FALSE THEN\n                RETURN NEW;\n            END IF;\n            shared_on := (NEW.asked_at AT TIME ZONE 'Europe/London')::date;\n            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);\n            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = NEW.handed_to_id;\n            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy\n            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL\n            ORDER BY starts_on DESC, id DESC LIMIT 1;\n            IF kind = 'police' AND NOT COALESCE(policy.police_need_one, FALSE)\n            OR kind IN ('council', 'children', 'adults') AND home = of_area\n                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.handed_to_id AND agreement.area_id = of_area AND agreement.ended_at IS NULL\n                AND shared_on BETWEEN agreement.starts_on AND agreement.until\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.handed_to_id AND agreement.area_id = of_area AND agreement.starts_on <= shared_on\n            ) THEN\n                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="96d86a602df9bd3cbaeaf32bd5b3fc5bef63c897",
                    operation="INSERT",
                    pgid="pgtrigger_as_agreed_bf2c7",
                    table="reports_casesummary",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="opens_no_longer_than_was_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."made_at" IS NOT NULL AND (OLD."open_until" IS DISTINCT FROM (NEW."open_until") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."removed_at" IS NOT NULL))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2bd700328384bc0796df24ef4de86c8892b4c764",
                    operation="UPDATE",
                    pgid="pgtrigger_opens_no_longer_than_was_said_f9a4c",
                    table="reports_casesummary",
                    when="BEFORE",
                ),
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
        AddTrigger(
            model_name="summarisedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cc731bd1d3e879bb281e31308b085b5ae6a11003",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_2acc4",
                    table="reports_summarisedcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="summarisedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_summarisedcontributionevent" ("contribution_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="59f3e7b9df8beac7d3a3743328fc83f3a267118b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0e8fe",
                    table="reports_summarisedcontribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="summarisedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_summarisedcontributionevent" ("contribution_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="85617e3066734ecd310df87be4e8c2e91acf9b4c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a197a",
                    table="reports_summarisedcontribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="summarisedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="confirmed_first",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF EXISTS (\n            SELECT FROM cases_contribution piece JOIN accounts_agency agency ON agency.id = piece.agency_id\n            WHERE piece.id = NEW.contribution_id AND piece.withdrawn_at IS NULL\n            AND agency.type IN ('health', 'police')\n            AND NOT EXISTS (\n                SELECT FROM reports_confirmedcontribution confirmed\n                WHERE confirmed.summary_id = NEW.summary_id AND confirmed.contribution_id = NEW.contribution_id\n            )\n        ) THEN\n            RAISE EXCEPTION 'What health and the police let go of is confirmed before a summary holds it.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6f4b018730f8c1af7b550c6eb1008c59b0dea431",
                    operation="INSERT",
                    pgid="pgtrigger_confirmed_first_5211e",
                    table="reports_summarisedcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="da9e788b2c7e5c7156769ada10c0c6766148ae6f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_e9ee6",
                    table="reports_confirmedcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="of_the_same_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM reports_casesummary summary\n                        JOIN cases_contribution piece ON piece.case_id = summary.case_id\n                        WHERE summary.id = NEW.summary_id AND piece.id = NEW.contribution_id\n                    ) THEN\n                        RAISE EXCEPTION 'A summary holds what was shared about its own case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="babb57403b61d5a122e954f8c66734db447dfda9",
                    operation="INSERT",
                    pgid="pgtrigger_of_the_same_case_b4483",
                    table="reports_confirmedcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_confirmedcontributionevent" ("contribution_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="5dd829de05beff48861ecca91ecbb435a80b2499",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cf3a9",
                    table="reports_confirmedcontribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_confirmedcontributionevent" ("contribution_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."contribution_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="d04bf700fb10c7bafd00c56a1eb89397c5c6a007",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b77e1",
                    table="reports_confirmedcontribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e447f2334f93d78c84720330d025d72840da469",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_00954",
                    table="reports_confirmedreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="carried_by_the_same_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM reports_casesummary summary\n                        JOIN cases_casereferral carried ON carried.case_id = summary.case_id\n                        WHERE summary.id = NEW.summary_id AND carried.referral_id = NEW.referral_id\n                    ) THEN\n                        RAISE EXCEPTION 'A summary holds what was referred of its own case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="1e25f63fb3ad463e092f4cc507e54b21fc2365de",
                    operation="INSERT",
                    pgid="pgtrigger_carried_by_the_same_case_6b5c6",
                    table="reports_confirmedreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_confirmedreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "summary_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."summary_id"); RETURN NULL;',
                    hash="df51426ebafed56e01ea315085498730db4619ad",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d42fc",
                    table="reports_confirmedreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmedreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_confirmedreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "summary_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."summary_id"); RETURN NULL;',
                    hash="dc86d3436b6589318738b8095965e2a61d1129d8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d3d9f",
                    table="reports_confirmedreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."body" IS DISTINCT FROM (NEW."body") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."found" IS DISTINCT FROM (NEW."found") OR OLD."found_at" IS DISTINCT FROM (NEW."found_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."section" IS DISTINCT FROM (NEW."section"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="88cedbe2fd1935c99fbb3ce843961c80c2213126",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c4b1a",
                    table="reports_correction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="told_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."told_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="46a3b7371ac78a1bd4c58a38d551528ab6f198f1",
                    operation="UPDATE",
                    pgid="pgtrigger_told_once_bf347",
                    table="reports_correction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_correctionevent" ("agency_id", "area_id", "body", "case_id", "found", "found_at", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "section", "told_at", "told_by_id", "told_on", "words") VALUES (NEW."agency_id", NEW."area_id", NEW."body", NEW."case_id", NEW."found", NEW."found_at", NEW."how", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."section", NEW."told_at", NEW."told_by_id", NEW."told_on", NEW."words"); RETURN NULL;',
                    hash="88a8a5aec87af833796bbbdffff8b95d0a7bfee3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6bcc",
                    table="reports_correction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_correctionevent" ("agency_id", "area_id", "body", "case_id", "found", "found_at", "how", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "section", "told_at", "told_by_id", "told_on", "words") VALUES (NEW."agency_id", NEW."area_id", NEW."body", NEW."case_id", NEW."found", NEW."found_at", NEW."how", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."section", NEW."told_at", NEW."told_by_id", NEW."told_on", NEW."words"); RETURN NULL;',
                    hash="e5c6f1d61f785cac4b3f91c440929c7f9eed124b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_38aee",
                    table="reports_correction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="83f8d48f7d0718be6995179a2c3d230719a9f8ef",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9f42d",
                    table="reports_confirmeditem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="part_of_the_same_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM reports_casesummary WHERE id = NEW.summary_id AND case_id IN (\n                            SELECT case_id FROM cases_section36decision WHERE id = NEW.decision_id\n                            UNION ALL SELECT case_id FROM actions_action WHERE id = NEW.action_id\n                            UNION ALL SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id\n                        )\n                    ) THEN\n                        RAISE EXCEPTION 'A summary holds what is part of its own case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="dd88cc559e5aae384a20c2e9b7405cabf433d856",
                    operation="INSERT",
                    pgid="pgtrigger_part_of_the_same_case_0b227",
                    table="reports_confirmeditem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_confirmeditemevent" ("action_id", "decision_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."action_id", NEW."decision_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="3cb262674f783a5cdd8a8c94e2329b467096e25a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_dbe4f",
                    table="reports_confirmeditem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="confirmeditem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_confirmeditemevent" ("action_id", "decision_id", "id", "intervention_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "summary_id") VALUES (NEW."action_id", NEW."decision_id", NEW."id", NEW."intervention_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."summary_id"); RETURN NULL;',
                    hash="757add491a5fe10b99d30f201a0a1830a1a305c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_225a6",
                    table="reports_confirmeditem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="801f37a3d60d62883927f57bc071648714076f9d",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_cb1ff",
                    table="reports_acknowledgement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (SELECT FROM cases_share WHERE id = NEW.share_id AND case_id = NEW.case_id)\n        AND NOT EXISTS (SELECT FROM reports_casesummary WHERE id = NEW.summary_id AND case_id = NEW.case_id) THEN\n            RAISE EXCEPTION 'What is acknowledged was given of its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6ace0f9887e93ddecd84417ef085999fc6e9c391",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_case_a79f3",
                    table="reports_acknowledgement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_acknowledgementevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "share_id", "summary_id") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."share_id", NEW."summary_id"); RETURN NULL;',
                    hash="b2d28e7b0347d964a9468b64727affbba77bd137",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d330c",
                    table="reports_acknowledgement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="acknowledgement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_acknowledgementevent" ("acknowledged_at", "acknowledged_by_id", "case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "share_id", "summary_id") VALUES (NEW."acknowledged_at", NEW."acknowledged_by_id", NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."share_id", NEW."summary_id"); RETURN NULL;',
                    hash="a04106e98858ff0ccc861f07da466da38639933a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ade9d",
                    table="reports_acknowledgement",
                    when="AFTER",
                ),
            ),
        ),
    ]
