import datetime
import zoneinfo

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import django.db.models.manager
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.documents.models.document
import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraintNotValid, AddTrigger, CreateModel


class Migration(migrations.Migration):
    replaces = [
        ("cases", "0001_cases_and_what_they_await"),
        ("cases", "0002_a_referral_leaves_a_case"),
        ("cases", "0003_owners_contacts_and_a_fuller_ledger"),
        ("cases", "0004_what_was_not_asked_before_there_was_a_ledger"),
        ("cases", "0005_every_case_has_its_owner_and_every_answer_its_words"),
        ("cases", "0006_assessments"),
        ("cases", "0007_information_requests_and_contributions"),
        ("cases", "0008_plans_of_support"),
        ("cases", "0009_restrictions_exclusions_and_broken_glass"),
        ("cases", "0010_another_panel_and_days_of_review"),
        ("cases", "0011_when_ended_cases_are_looked_at"),
        ("cases", "0012_an_ended_case_has_its_day_of_review"),
        ("cases", "0013_found_by_words"),
        ("cases", "0014_letters"),
        ("cases", "0015_support_that_agencies_give_and_what_comes_after"),
        ("cases", "0016_how_far_a_case_is_shared"),
        ("cases", "0017_disputes_and_assessments_in_error"),
        ("cases", "0018_cases_go_to_other_areas"),
        ("cases", "0019_pieces_are_signed_off_with_the_offer"),
        ("cases", "0020_live_cases_of_an_area"),
        ("cases", "0021_what_keeps_a_case"),
        ("cases", "0022_what_health_and_police_referred_is_confirmed"),
        ("cases", "0023_how_it_was_asked_is_kept_of_consent"),
        ("cases", "0024_legal_holds_go_along"),
        ("cases", "0025_what_is_confirmed_goes_over_and_what_is_due_is_kept"),
        ("cases", "0026_when_the_panel_next_looks_back"),
        ("cases", "0027_sessions_can_be_disputed"),
        ("cases", "0028_plans_for_after_support_can_be_disputed"),
        ("cases", "0029_answers_about_support_can_be_disputed"),
        ("cases", "0030_where_what_worries_is_read"),
        ("cases", "0031_what_worried_is_read_where_the_support_was"),
        ("cases", "0032_everything_that_worries_is_read_in_a_case"),
        ("cases", "0033_consent_is_what_the_ledger_has_and_what_ended_stays"),
        ("cases", "0034_letters_go_to_no_parent_whom_they_may_not_reach"),
        ("cases", "0035_a_brief_is_shared_as_agreed"),
        ("cases", "0036_who_was_not_told_is_found_by_day"),
        ("cases", "0037_files_of_cases"),
        ("cases", "0038_more_is_found_by_words"),
        ("cases", "0039_a_birthday_that_is_learnt_ends_what_a_parent_agreed_to"),
        ("cases", "0040_what_a_parent_agreed_to_before_ends_too"),
        ("cases", "0041_a_glass_that_is_left_and_evidence_with_its_day"),
        ("cases", "0042_what_else_of_a_case_is_disputed"),
        ("cases", "0043_support_ends_also_where_it_is_not_agreed_to_any_more"),
        ("cases", "0044_more_can_be_said_to_be_in_error"),
        ("cases", "0045_sessions_are_agreed_for_a_day"),
        ("cases", "0046_projects_with_places_and_approved_providers"),
        ("cases", "0047_a_day_that_was_agreed_is_taken_back"),
        ("cases", "0048_own_accounts_and_more_in_error"),
        ("cases", "0049_for_what_cases_are_opened"),
        ("cases", "0050_letters_that_are_receipts"),
        ("cases", "0051_providers_that_are_not_approved"),
        ("cases", "0052_the_day_of_keeping_follows_the_age"),
        ("cases", "0053_a_case_ends_with_no_urgent_concern_unanswered"),
        ("cases", "0054_a_plan_is_looked_at_again_on_another_day"),
        ("cases", "0055_an_ended_case_can_be_given_another_owner"),
        ("cases", "0056_nobody_known_by_an_age_alone_is_taken_for_a_child"),
        ("cases", "0057_shares_without_a_last_day"),
        ("cases", "0058_no_share_is_prolonged_without_an_agreement"),
        ("cases", "0059_a_section_36_decision_that_ends_a_case_says_why"),
        ("cases", "0060_a_panel_assesses_anew_on_a_day"),
        ("cases", "0061_section36_decisions_of_the_police_are_confirmed"),
        ("cases", "0062_what_was_found_untrue_is_looked_at_soonest"),
        ("cases", "0063_what_ends_or_keeps_a_case_takes_two"),
        ("cases", "0064_nothing_follows_after_some_ends"),
        ("cases", "0065_factors_briefs_and_hand_overs_can_be_disputed_and_found"),
        ("cases", "0066_end_reasons_of_an_area_are_named_in_its_cases"),
        ("cases", "0067_what_takes_two_is_made_before_it_is_signed"),
        ("cases", "0068_shares_are_found_by_when"),
        ("cases", "0069_somebody_is_heard_and_told_after_the_end"),
        ("cases", "0070_what_comes_is_noted_after_the_end"),
        ("cases", "0071_what_the_police_lead_is_found_by_panel"),
        ("cases", "0072_a_case_keeps_to_its_ways"),
        ("cases", "0073_cases_open_to_somebody_are_found_by_index_alone"),
        ("cases", "0074_files_can_be_in_error"),
        ("cases", "0075_kinds_of_recipients_and_of_reasons_to_keep"),
        ("cases", "0076_glass_has_its_kind"),
        ("cases", "0077_asked_and_not_answered_yet"),
        ("cases", "0078_when_a_plan_was_offered"),
        ("cases", "0079_plans_of_before_were_offered_when_they_were_made"),
        ("cases", "0080_every_plan_was_offered"),
        ("cases", "0081_what_a_case_carried_before"),
        ("cases", "0082_what_was_carried_before_is_in_the_trail"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("reference", "0027_how_soon_what_is_shared_is_acknowledged"),
        ("referrals", "0001_squashed_0019_in_a_new_database"),
    ]

    operations = [
        CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "stage",
                    models.CharField(
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
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("awaits_section36", models.BooleanField()),
                ("consent_given_on", models.DateField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="accounts.area"
                    ),
                ),
                (
                    "individual",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="referrals.individual"
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="accounts.panel"
                    ),
                ),
                ("parted_on", models.DateField(null=True)),
                ("consent_ends_on", models.DateField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("retention_review_on", models.DateField(null=True)),
                ("review_after_support_on", models.DateField(null=True)),
                ("reassess_on", models.DateField(null=True)),
                ("nothing_follows", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["area", "-id"], name="cases_of_an_area"),
                    models.Index(fields=["panel", "-id"], name="cases_of_a_panel"),
                    models.Index(
                        condition=models.Q(("awaits_section36", True), ("stage", "consent_pending"), _connector="OR"),
                        fields=["area", "id"],
                        name="cases_to_move_on",
                    ),
                    models.Index(
                        condition=models.Q(("awaits_section36", True)), fields=["id"], name="cases_awaiting_section_36"
                    ),
                    models.Index(fields=["owner", "-id"], name="cases_of_an_owner"),
                    models.Index(
                        condition=models.Q(("stage", "active")),
                        fields=["consent_ends_on"],
                        name="cases_whose_consent_ends",
                    ),
                    models.Index(
                        condition=models.Q(("stage", "active")), fields=["area", "id"], name="cases_receiving_support"
                    ),
                    models.Index(
                        condition=models.Q(("retention_review_on__isnull", False)),
                        fields=["area", "retention_review_on"],
                        name="cases_to_review_the_keeping_of",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["area", "owner"], name="live_cases_of_an_area"
                    ),
                    models.Index(
                        condition=models.Q(("review_after_support_on__isnull", False)),
                        fields=["area", "review_after_support_on"],
                        name="cases_to_look_back_on",
                    ),
                    models.Index(
                        condition=models.Q(("stage", "police_led")),
                        fields=["panel", "-ended_at"],
                        name="cases_led_by_the_police",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("stage__in", ("information_gathering", "awaiting_panel", "consent_pending", "active"))
                        ),
                        fields=["-id"],
                        name="live_cases",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("stage__in", ("information_gathering", "awaiting_panel", "consent_pending", "active"))
                        ),
                        fields=("individual", "area"),
                        name="one_live_case_of_an_individual_in_an_area",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage", "active"), _negated=True),
                            ("consent_given_on__isnull", False),
                            _connector="OR",
                        ),
                        name="no_support_without_consent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_at", None),
                                ("stage__in", ("information_gathering", "awaiting_panel", "consent_pending", "active")),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "stage__in",
                                        ("information_gathering", "awaiting_panel", "consent_pending", "active"),
                                    ),
                                    _negated=True,
                                ),
                                ("ended_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_case_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_at", None), ("awaits_section36", False), _connector="OR"),
                        name="an_ended_case_awaits_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("consent_ends_on", None), ("consent_given_on__isnull", False), _connector="OR"
                        ),
                        name="only_consent_that_was_given_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("retention_review_on", None)),
                            models.Q(("ended_at__isnull", False), ("retention_review_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_ended_case_has_its_day_of_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reassess_on", None), ("stage", "awaiting_panel"), _connector="OR"),
                        name="only_a_case_that_waits_for_its_panel_is_assessed_anew",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nothing_follows", False),
                            models.Q(("ended_at__isnull", False), ("review_after_support_on", None)),
                            _connector="OR",
                        ),
                        name="nothing_follows_only_where_a_case_has_ended",
                    ),
                ],
                "permissions": [("know_of_case", "Can know of case"), ("contribute_to_case", "Can contribute to case")],
            },
        ),
        CreateModel(
            name="CaseEvent",
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
                    "stage",
                    models.CharField(
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
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("awaits_section36", models.BooleanField()),
                ("consent_given_on", models.DateField(null=True)),
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
                    "individual",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.individual",
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.panel",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.case",
                    ),
                ),
                ("parted_on", models.DateField(null=True)),
                ("consent_ends_on", models.DateField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("retention_review_on", models.DateField(null=True)),
                ("review_after_support_on", models.DateField(null=True)),
                ("reassess_on", models.DateField(null=True)),
                ("nothing_follows", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="CaseGroupPermission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(null=True)),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="group_grants", to="cases.case"
                    ),
                ),
                ("group", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.group")),
                ("permission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission")),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["group", "permission", "-content_object"],
                        include=("until",),
                        name="cases_open_to_a_group",
                    )
                ],
                "unique_together": {("group", "permission", "content_object")},
            },
            managers=[
                ("grants", django.db.models.manager.Manager()),
            ],
        ),
        CreateModel(
            name="CaseReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("joined_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="carried_referrals", to="cases.case"
                    ),
                ),
                (
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="carried_by", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="CaseReferralEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("joined_at", models.DateTimeField()),
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
                        to="cases.casereferral",
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
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="CaseUserPermission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField(null=True)),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="user_grants", to="cases.case"
                    ),
                ),
                ("permission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "abstract": False,
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["user", "permission", "-content_object"],
                        include=("until",),
                        name="cases_open_to_a_person",
                    )
                ],
                "unique_together": {("user", "permission", "content_object")},
            },
            managers=[
                ("grants", django.db.models.manager.Manager()),
            ],
        ),
        CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
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
                (
                    "answered_by",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("parent", "A parent or guardian"),
                            ("authority", "The council, which has parental responsibility"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_person", "Spoken, in person"),
                            ("by_telephone", "Spoken, by telephone or video"),
                            ("in_writing", "In writing"),
                        ],
                        max_length=20,
                    ),
                ),
                ("answered_on", models.DateField()),
                ("what_was_explained", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="cases.case"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("agreed_to", models.TextField(blank=True)),
                ("answered_name", models.CharField(blank=True, max_length=200)),
                ("asked_by", models.CharField(blank=True, max_length=200)),
                (
                    "capacity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("presumed", "Nothing suggests that they cannot decide"),
                            ("able", "It was assessed: they can decide this"),
                            ("unable", "It was assessed: they cannot decide this now"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ends_on", models.DateField(null=True)),
                ("evidence", models.TextField(blank=True)),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=100)),
                ("own_view", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("responsibility", models.TextField(blank=True)),
                ("wording", models.TextField(blank=True)),
                ("ask_again_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "responsibility",
                            "wording",
                            "what_was_explained",
                            "agreed_to",
                            "own_view",
                            "reason",
                            "evidence",
                            config="english",
                        ),
                        name="consents_by_words",
                    ),
                    models.Index(
                        condition=models.Q(("answer", "asked"), ("in_error_at", None)),
                        fields=["ask_again_on"],
                        name="asked_by_day",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="consent_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "given"), _negated=True),
                            models.Q(("agreed_to", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="consent_says_what_was_agreed_to",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "given"), ("answered_by", "person"), ("capacity", "unable"), _negated=True
                        ),
                        name="whoever_cannot_decide_does_not_consent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), models.Q(("answered_by", "person"), _negated=True), _connector="OR"
                        ),
                        name="only_anothers_consent_ends_by_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "given"), _negated=True),
                            models.Q(
                                ("asked_by", ""),
                                ("wording", ""),
                                ("language", ""),
                                ("evidence", ""),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="consent_says_who_asked_in_which_words_and_where_it_is_kept",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", "person"),
                            ("answer", "asked"),
                            models.Q(
                                models.Q(("answered_name", ""), _negated=True),
                                models.Q(("responsibility", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="whoever_answers_for_somebody_says_by_what_right",
                    ),
                    models.CheckConstraint(
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
                                models.Q(
                                    ("asked_by", ""), ("wording", ""), ("language", ""), _connector="OR", _negated=True
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="what_was_only_asked_says_by_whom_and_when_it_is_asked_again",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ConsentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "answer",
                    models.CharField(
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
                (
                    "answered_by",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("parent", "A parent or guardian"),
                            ("authority", "The council, which has parental responsibility"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("in_person", "Spoken, in person"),
                            ("by_telephone", "Spoken, by telephone or video"),
                            ("in_writing", "In writing"),
                        ],
                        max_length=20,
                    ),
                ),
                ("answered_on", models.DateField()),
                ("what_was_explained", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
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
                        to="cases.consent",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("agreed_to", models.TextField(blank=True)),
                ("answered_name", models.CharField(blank=True, max_length=200)),
                ("asked_by", models.CharField(blank=True, max_length=200)),
                (
                    "capacity",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("presumed", "Nothing suggests that they cannot decide"),
                            ("able", "It was assessed: they can decide this"),
                            ("unable", "It was assessed: they cannot decide this now"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ends_on", models.DateField(null=True)),
                ("evidence", models.TextField(blank=True)),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=100)),
                ("own_view", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("responsibility", models.TextField(blank=True)),
                ("wording", models.TextField(blank=True)),
                ("ask_again_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Section36Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reasonable_grounds", models.BooleanField()),
                ("grounds", models.TextField()),
                (
                    "decided_as",
                    models.CharField(
                        choices=[
                            ("police", "For the chief officer of police"),
                            ("council", "For the council, as the officer it authorised"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="section36_decisions", to="cases.case"
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="section36_decisions",
                        to="referrals.referral",
                    ),
                ),
                ("health_or_care", models.TextField(blank=True)),
                ("health_or_care_considered", models.BooleanField(null=True)),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
                ("end_reason", models.CharField(blank=True, max_length=20)),
                ("checked_at", models.DateTimeField(null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "end_stage",
                    models.CharField(
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
                ("stands", models.BooleanField(default=True, null=True)),
                ("why_not", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("grounds", ""), _negated=True), name="a_section_36_decision_has_its_grounds"
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("in_error_at", None), models.Q(("stands", None), ("stands", True), _connector="OR")
                        ),
                        fields=("case", "referral"),
                        name="one_section_36_decision_for_each_referral",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("end_stage", ""), _negated=True), ("stands", True), _negated=True),
                            ("checked_by__isnull", False),
                            _connector="OR",
                        ),
                        name="a_section_36_decision_that_ends_a_case_takes_two",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stands", None), ("why_not", "")),
                            models.Q(("stands", True), ("why_not", "")),
                            models.Q(("stands", False), models.Q(("why_not", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="section36decision_is_sent_back_with_a_reason",
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("grounds", config="english"),
                        name="section36_by_words",
                    ),
                    models.Index(condition=models.Q(("stands", None)), fields=["case"], name="section36_to_sign"),
                ],
            },
        ),
        CreateModel(
            name="Section36DecisionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reasonable_grounds", models.BooleanField()),
                ("grounds", models.TextField()),
                (
                    "decided_as",
                    models.CharField(
                        choices=[
                            ("police", "For the chief officer of police"),
                            ("council", "For the council, as the officer it authorised"),
                        ],
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField()),
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
                    "decided_by",
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
                        to="cases.section36decision",
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
                ("health_or_care", models.TextField(blank=True)),
                ("health_or_care_considered", models.BooleanField(null=True)),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
                ("end_reason", models.CharField(blank=True, max_length=20)),
                ("checked_at", models.DateTimeField(null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "end_stage",
                    models.CharField(
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
                ("stands", models.BooleanField(default=True, null=True)),
                ("why_not", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Share",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("purpose", models.TextField()),
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
                ("shared_at", models.DateTimeField()),
                ("until", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="accounts.agency"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="shares", to="cases.case"
                    ),
                ),
                (
                    "colleague",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "follows",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="cases.share",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("know", "Know of it"), ("contribute", "Contribute"), ("read", "Read")], max_length=10
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("colleague", None), ("ended_at", None)),
                        fields=("case", "agency"),
                        name="one_share_of_a_case_with_an_agency",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("colleague__isnull", False), ("ended_at", None)),
                        fields=("case", "agency", "colleague"),
                        name="one_share_of_a_case_with_a_colleague",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("purpose", ""), _negated=True), name="a_share_has_its_purpose"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["know", "contribute", "read"])), name="a_share_has_its_level"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_by", None), ("ended_at__isnull", False), _connector="OR"),
                        name="only_a_share_that_ended_was_ended",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["case", "-shared_at"], name="shares_of_a_case"),
                    models.Index(
                        condition=models.Q(("colleague", None), ("ended_at", None), ("until", None)),
                        fields=["case"],
                        name="shares_without_a_last_day",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None), ("until__isnull", False)),
                        fields=["until"],
                        name="shares_by_their_last_day",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["shared_at"], name="shares_since_when"
                    ),
                ],
            },
        ),
        CreateModel(
            name="ShareEvent",
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
                ("purpose", models.TextField()),
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
                ("shared_at", models.DateTimeField()),
                ("until", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
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
                    "colleague",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.share",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "follows",
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
                    "level",
                    models.CharField(
                        choices=[("know", "Know of it"), ("contribute", "Contribute"), ("read", "Read")], max_length=10
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Allocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("note", models.TextField(blank=True)),
                ("allocated_at", models.DateTimeField()),
                (
                    "allocated_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="allocations", to="cases.case"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("note", config="english"),
                        name="allocations_by_words",
                    )
                ],
            },
        ),
        CreateModel(
            name="AllocationEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("note", models.TextField(blank=True)),
                ("allocated_at", models.DateTimeField()),
                (
                    "allocated_by",
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
                    "owner",
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
                        to="cases.allocation",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="BeingTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("told", models.BooleanField()),
                ("on", models.DateField()),
                ("what", models.TextField(blank=True)),
                (
                    "because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "Somebody could come to harm"),
                            ("evidence", "It could spoil what the police need to find out"),
                            ("other", "Another reason"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("ask_again_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="being_told", to="cases.case"
                    ),
                ),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "record of being told",
                "verbose_name_plural": "records of being told",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("in_error_at", None), ("told", False)),
                        fields=["ask_again_on"],
                        name="not_told_by_day",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("what", "reason", config="english"),
                        name="being_told_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="beingtold_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ask_again_on", None),
                                ("because", ""),
                                ("reason", ""),
                                ("told", True),
                                models.Q(("what", ""), _negated=True),
                            ),
                            models.Q(
                                ("ask_again_on__isnull", False),
                                ("told", False),
                                ("what", ""),
                                models.Q(("because", ""), _negated=True),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="told_says_what_and_not_told_says_why_and_when_it_is_asked_again",
                    ),
                ],
            },
        ),
        CreateModel(
            name="BeingToldEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                (
                    "whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("told", models.BooleanField()),
                ("on", models.DateField()),
                ("what", models.TextField(blank=True)),
                (
                    "because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "Somebody could come to harm"),
                            ("evidence", "It could spoil what the police need to find out"),
                            ("other", "Another reason"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("ask_again_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
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
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.beingtold",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="LoggedContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("meeting", "Meeting"),
                            ("letter", "Letter"),
                            ("message", "E-mail or message"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "contact_with",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("parent", "A parent or guardian"),
                            ("family", "Somebody else of the family"),
                            ("professional", "A professional"),
                            ("other", "Somebody else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("contacted_on", models.DateField()),
                ("reached", models.BooleanField()),
                ("what", models.TextField()),
                ("logged_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="logged_contacts", to="cases.case"
                    ),
                ),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-contacted_on", "-id"], name="contacts_of_a_case"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("what", config="english"), name="contacts_by_words"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="loggedcontact_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True), name="a_logged_contact_says_what"
                    ),
                ],
            },
        ),
        CreateModel(
            name="LoggedContactEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("call", "Call"),
                            ("visit", "Visit"),
                            ("meeting", "Meeting"),
                            ("letter", "Letter"),
                            ("message", "E-mail or message"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "contact_with",
                    models.CharField(
                        choices=[
                            ("person", "The person"),
                            ("parent", "A parent or guardian"),
                            ("family", "Somebody else of the family"),
                            ("professional", "A professional"),
                            ("other", "Somebody else"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                ("contacted_on", models.DateField()),
                ("reached", models.BooleanField()),
                ("what", models.TextField()),
                ("logged_at", models.DateTimeField()),
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
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "logged_by",
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
                        to="cases.loggedcontact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="OwnerCover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("arranged_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="owner_covers", to="accounts.area"
                    ),
                ),
                (
                    "arranged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "covered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("starts_on", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["area", "until"], name="owner_cover_to_come"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("starts_on"))),
                        name="owner_cover_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("away", models.F("covered_by")), _negated=True),
                        name="nobody_covers_their_own_cases",
                    ),
                ],
            },
        ),
        CreateModel(
            name="OwnerCoverEvent",
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
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("arranged_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "arranged_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "covered_by",
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
                        to="cases.ownercover",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("assessed_on", models.DateField()),
                ("completed_at", models.DateTimeField()),
                ("summary", models.TextField()),
                ("plan", models.TextField()),
                ("what_changed", models.TextField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="cases.case"
                    ),
                ),
                (
                    "completed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.frameworkversion"
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-assessed_on", "-id"], name="assessments_of_a_case"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "summary", "plan", "what_changed", config="english"
                        ),
                        name="assessments_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("summary", ""), ("plan", ""), ("what_changed", ""), _connector="OR", _negated=True
                        ),
                        name="an_assessment_has_its_summary_its_plan_and_what_changed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_in_error_says_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="AssessmentEvent",
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
                ("assessed_on", models.DateField()),
                ("completed_at", models.DateTimeField()),
                ("summary", models.TextField()),
                ("plan", models.TextField()),
                ("what_changed", models.TextField()),
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
                    "completed_by",
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
                        to="cases.assessment",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkversion",
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="FactorEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_words", models.TextField(blank=True)),
                ("evidence", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("evidence_on", models.DateField(null=True)),
                ("protective_factors", models.TextField(blank=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factor_entries",
                        to="cases.assessment",
                    ),
                ),
                (
                    "factor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.frameworkfactor"
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reference.scalepoint",
                    ),
                ),
            ],
            options={
                "ordering": ("factor__position",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "in_words", "evidence", "source", "protective_factors", config="english"
                        ),
                        name="factors_by_words",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "factor"), name="an_assessment_speaks_of_a_factor_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("point", None), models.Q(("in_words", ""), _negated=True), _connector="OR"),
                        name="what_is_found_of_a_factor_is_said_in_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence", ""), models.Q(("source", ""), _negated=True), _connector="OR"),
                        name="evidence_has_its_source",
                    ),
                ],
            },
        ),
        CreateModel(
            name="FactorEntryEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_words", models.TextField(blank=True)),
                ("evidence", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("evidence_on", models.DateField(null=True)),
                ("protective_factors", models.TextField(blank=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.assessment",
                    ),
                ),
                (
                    "factor",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.frameworkfactor",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.factorentry",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.scalepoint",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Contribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed"),
                            ("public_interest", "The public interest outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "In their best interests: they lack capacity"),
                            ("not_confidential", "Nothing was told in confidence"),
                            ("kept", "None: the confidence is kept"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("text", models.TextField()),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("all_members", "All members"),
                            ("police_and_chairs", "Police and chairs"),
                            ("chair_only", "Chair only"),
                        ],
                        max_length=20,
                    ),
                ),
                ("with_deputies", models.BooleanField(default=False)),
                ("shared_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="contributions", to="cases.case"
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "mark", "-id"], name="contributions_of_a_case"),
                    models.Index(fields=["agency", "-id"], name="contributions_of_an_agency"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("text", config="english"),
                        name="contributions_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confidentiality_by", ""),
                                ("confidentiality_ground", ""),
                                ("confidentiality_words", ""),
                            ),
                            models.Q(
                                ("confidentiality_by", ""),
                                ("confidentiality_ground", ""),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="contribution_says_who_decided_on_confidentiality_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="a_contribution_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("no_intelligence", True)), name="a_contribution_holds_no_intelligence"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mark", "chair_only"), ("with_deputies", False), _connector="OR"),
                        name="deputies_are_asked_about_where_it_is_for_the_chair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_because", ""), ("withdrawn_by", None)),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_contribution_is_withdrawn_with_a_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ContributionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed"),
                            ("public_interest", "The public interest outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "In their best interests: they lack capacity"),
                            ("not_confidential", "Nothing was told in confidence"),
                            ("kept", "None: the confidence is kept"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("text", models.TextField()),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("all_members", "All members"),
                            ("police_and_chairs", "Police and chairs"),
                            ("chair_only", "Chair only"),
                        ],
                        max_length=20,
                    ),
                ),
                ("with_deputies", models.BooleanField(default=False)),
                ("shared_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
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
                        to="cases.contribution",
                    ),
                ),
                (
                    "shared_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
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
            name="Cover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "covered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "covers",
                "ordering": ("starts_on", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["agency", "until"], name="cover_at_an_agency"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("away", models.F("covered_by")), _negated=True),
                        name="nobody_covers_for_themselves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("starts_on"))), name="cover_ends_after_it_begins"
                    ),
                ],
            },
        ),
        CreateModel(
            name="CoverEvent",
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
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("named_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "covered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "named_by",
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
                        to="cases.cover",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="InformationRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("asked", models.TextField()),
                ("purpose", models.TextField()),
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
                ("until", models.DateField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("moved_because", models.TextField(blank=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                ("recalled_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_requests",
                        to="cases.case",
                    ),
                ),
                (
                    "recalled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "request for information",
                "verbose_name_plural": "requests for information",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-id"], name="requests_about_a_case"),
                    models.Index(
                        condition=models.Q(("answered_at", None), ("recalled_at", None)),
                        fields=["agency", "due_on"],
                        name="information_to_give",
                    ),
                    models.Index(
                        condition=models.Q(("answered_at", None), ("recalled_at", None)),
                        fields=["area", "due_on"],
                        name="information_awaited_in_an_area",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("asked", ""), ("purpose", ""), _connector="OR", _negated=True),
                        name="information_is_asked_in_words_and_for_a_purpose",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None), ("recalled_at", None)),
                        fields=("case", "agency"),
                        name="an_agency_is_asked_one_thing_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recalled_at", None), ("recalled_because", ""), ("recalled_by", None)),
                            models.Q(
                                ("recalled_at__isnull", False),
                                ("recalled_by__isnull", False),
                                models.Q(("recalled_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_request_is_taken_back_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_within", None), ("moved_because", ""), _connector="XOR"),
                        name="a_day_is_moved_with_a_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="InformationAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed"),
                            ("public_interest", "The public interest outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "In their best interests: they lack capacity"),
                            ("not_confidential", "Nothing was told in confidence"),
                            ("kept", "None: the confidence is kept"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("shared", "Shared"),
                            ("nothing_held", "Nothing held"),
                            ("not_shared", "Held, but not shared"),
                            ("by_word", "For the chair, by word"),
                        ],
                        max_length=20,
                    ),
                ),
                ("why_not", models.TextField(blank=True)),
                ("who_tells", models.CharField(blank=True, max_length=200)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_answers",
                        to="cases.informationrequest",
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "contribution",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answer",
                        to="cases.contribution",
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "answer to a request for information",
                "verbose_name_plural": "answers to requests for information",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("why_not", "who_tells", config="english"),
                        name="information_answers_by_words",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confidentiality_by", ""),
                                ("confidentiality_ground", ""),
                                ("confidentiality_words", ""),
                            ),
                            models.Q(
                                ("confidentiality_by", ""),
                                ("confidentiality_ground", ""),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="informationanswer_says_who_decided_on_confidentiality_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "shared"), ("contribution__isnull", False)),
                            models.Q(models.Q(("answer", "shared"), _negated=True), ("contribution", None)),
                            _connector="OR",
                        ),
                        name="what_is_shared_is_a_contribution",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "not_shared"), ("why_not", ""), _connector="XOR"),
                        name="what_is_not_shared_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "by_word"), ("who_tells", ""), _connector="XOR"),
                        name="what_is_told_by_word_says_who_tells",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer", "nothing_held"), ("no_intelligence", True), _connector="OR"),
                        name="an_answer_holds_no_intelligence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="informationanswer_in_error_says_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="InformationAnswerEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("law_enforcement", models.BooleanField(default=False)),
                ("confidentiality_by", models.CharField(blank=True, max_length=200)),
                (
                    "confidentiality_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "The person agreed"),
                            ("public_interest", "The public interest outweighs the confidence"),
                            ("required_by_law", "The law or a court requires it"),
                            ("best_interests", "In their best interests: they lack capacity"),
                            ("not_confidential", "Nothing was told in confidence"),
                            ("kept", "None: the confidence is kept"),
                        ],
                        max_length=20,
                    ),
                ),
                ("confidentiality_words", models.TextField(blank=True)),
                ("no_intelligence", models.BooleanField(default=False)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("shared", "Shared"),
                            ("nothing_held", "Nothing held"),
                            ("not_shared", "Held, but not shared"),
                            ("by_word", "For the chair, by word"),
                        ],
                        max_length=20,
                    ),
                ),
                ("why_not", models.TextField(blank=True)),
                ("who_tells", models.CharField(blank=True, max_length=200)),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.informationanswer",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.informationrequest",
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="InformationRequestEvent",
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
                ("asked", models.TextField()),
                ("purpose", models.TextField()),
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
                ("until", models.DateField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("moved_because", models.TextField(blank=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                ("recalled_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.informationrequest",
                    ),
                ),
                (
                    "recalled_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="SupportPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("consent_request", models.TextField(verbose_name="how, when and by whom agreement is asked for")),
                ("support", models.TextField(verbose_name="which support is given")),
                ("provider", models.TextField(verbose_name="who gives it")),
                ("arrangements", models.TextField(verbose_name="how and when it is given")),
                ("review_on", models.DateField(verbose_name="when it is looked at next")),
                ("made_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="support_plans", to="cases.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
                ("offered_on", models.DateField(verbose_name="when the panel offered it")),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "consent_request", "support", "provider", "arrangements", config="english"
                        ),
                        name="support_plans_by_words",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("consent_request", ""), _negated=True),
                            models.Q(("support", ""), _negated=True),
                            models.Q(("provider", ""), _negated=True),
                            models.Q(("arrangements", ""), _negated=True),
                        ),
                        name="a_support_plan_says_what_the_act_asks",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "offered_on__lte",
                                django.db.models.functions.datetime.TruncDate(
                                    "made_at", tzinfo=zoneinfo.ZoneInfo("Europe/London")
                                ),
                            )
                        ),
                        name="a_support_plan_is_not_offered_later_than_it_is_made",
                    ),
                ],
            },
        ),
        CreateModel(
            name="SupportPlanEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("consent_request", models.TextField(verbose_name="how, when and by whom agreement is asked for")),
                ("support", models.TextField(verbose_name="which support is given")),
                ("provider", models.TextField(verbose_name="who gives it")),
                ("arrangements", models.TextField(verbose_name="how and when it is given")),
                ("review_on", models.DateField(verbose_name="when it is looked at next")),
                ("made_at", models.DateTimeField()),
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
                    "made_by",
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
                        to="cases.supportplan",
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
                ("offered_on", models.DateField(verbose_name="when the panel offered it")),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="BrokenGlass",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("reason", models.TextField()),
                ("was_restricted", models.BooleanField()),
                ("broken_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("judge_by", models.DateField()),
                ("was_right", models.BooleanField(null=True)),
                ("judgement", models.TextField(blank=True)),
                ("judged_at", models.DateTimeField(null=True)),
                (
                    "broken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="broken_glasses", to="cases.case"
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("left_told_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_danger", "Somebody is in danger now"),
                            ("lost", "The person cannot be found or reached"),
                            ("nobody_there", "Nobody who can open it can be reached"),
                            ("other", "Something else that cannot wait"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "broken glasses",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["broken_by", "ends_at"], name="glass_broken_by_a_person"),
                    models.Index(
                        condition=models.Q(("judged_at", None)), fields=["judge_by"], name="broken_glass_to_judge"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__gt", models.F("broken_at")),
                            (
                                "ends_at__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("broken_at"), "+", models.Value(datetime.timedelta(seconds=14400))
                                ),
                            ),
                        ),
                        name="broken_glass_closes_by_itself_within_hours",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at", None),
                            models.Q(
                                ("closed_at__gte", models.F("broken_at")), ("closed_at__lte", models.F("ends_at"))
                            ),
                            _connector="OR",
                        ),
                        name="broken_glass_is_closed_while_it_is_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at", None), ("judged_by", None), ("judgement", ""), ("was_right", None)),
                            models.Q(
                                ("judged_at__isnull", False),
                                ("judged_by__isnull", False),
                                ("was_right__isnull", False),
                                models.Q(("judgement", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_judgement_says_by_whom_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("judged_by", None),
                            models.Q(("judged_by", models.F("broken_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_judges_their_own_broken_glass",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.GreaterThanOrEqual(
                                django.db.models.functions.text.Length(django.db.models.functions.text.Trim("reason")),
                                20,
                            ),
                            models.Q(
                                django.db.models.lookups.GreaterThanOrEqual(
                                    django.db.models.functions.text.Length(
                                        django.db.models.functions.text.Trim("reason")
                                    ),
                                    1,
                                ),
                                ("kind", "in_danger"),
                            ),
                            _connector="OR",
                        ),
                        name="broken_glass_has_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["", "in_danger", "lost", "nobody_there", "other"])),
                        name="broken_glass_is_of_a_kind_that_there_is",
                    ),
                ],
            },
        ),
        CreateModel(
            name="BrokenGlassEvent",
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
                ("was_restricted", models.BooleanField()),
                ("broken_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("judge_by", models.DateField()),
                ("was_right", models.BooleanField(null=True)),
                ("judgement", models.TextField(blank=True)),
                ("judged_at", models.DateTimeField(null=True)),
                (
                    "broken_by",
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
                    "judged_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.brokenglass",
                    ),
                ),
                ("left_told_at", models.DateTimeField(null=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("in_danger", "Somebody is in danger now"),
                            ("lost", "The person cannot be found or reached"),
                            ("nobody_there", "Nobody who can open it can be reached"),
                            ("other", "Something else that cannot wait"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Exclusion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("relative", "A relative or somebody close"),
                            ("staff", "The person works with them or for them"),
                            ("interest", "Another interest, which they or others declared"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("excluded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exclusions", to="cases.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "excluded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["person"], name="exclusions_of_a_person"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "person"),
                        name="a_person_is_excluded_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="an_exclusion_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_by", None)),
                            models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="whoever_ends_an_exclusion_is_known",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ExclusionEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("relative", "A relative or somebody close"),
                            ("staff", "The person works with them or for them"),
                            ("interest", "Another interest, which they or others declared"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField()),
                ("excluded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "ended_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "excluded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
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
                        to="cases.exclusion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="RequestToSee",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("words", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("let_in", models.BooleanField(null=True)),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="requests_to_see", to="cases.case"
                    ),
                ),
            ],
            options={
                "verbose_name": "request to see a case",
                "verbose_name_plural": "requests to see cases",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None)), fields=["case"], name="requests_to_see_waiting"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("case", "asked_by"),
                        name="a_request_to_see_is_answered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="a_request_to_see_has_its_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None), ("let_in", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("let_in__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answered_request_says_by_whom_and_what",
                    ),
                ],
            },
        ),
        CreateModel(
            name="RequestToSeeEvent",
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
                ("words", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("let_in", models.BooleanField(null=True)),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
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
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                        to="cases.requesttosee",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Restriction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("reason", models.TextField()),
                ("restricted_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="restrictions", to="cases.case"
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restricted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("case",),
                        name="one_restriction_of_a_case_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_restriction_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="whoever_lifts_a_restriction_is_known",
                    ),
                ],
            },
        ),
        CreateModel(
            name="NamedReader",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("named_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="named", to="cases.restriction"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("restriction", "person"),
                        name="a_reader_is_named_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at", None), ("removed_by", None)),
                            models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="whoever_removes_a_reader_is_known",
                    ),
                ],
            },
        ),
        CreateModel(
            name="NamedReaderEvent",
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
                ("named_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "named_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
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
                        to="cases.namedreader",
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "restriction",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.restriction",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="RestrictionEvent",
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
                ("restricted_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
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
                    "lifted_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.restriction",
                    ),
                ),
                (
                    "restricted_by",
                    models.ForeignKey(
                        db_constraint=False,
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
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="panel_offers", to="cases.case"
                    ),
                ),
                (
                    "from_panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "to_panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("outcome", "")), fields=["to_panel"], name="cases_offered_to_a_panel"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "")),
                        fields=("case",),
                        name="a_case_is_offered_to_one_panel_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_panel", models.F("to_panel")), _negated=True),
                        name="a_case_is_offered_to_another_panel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True), name="an_offer_tells_the_other_chair_something"
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "declined"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_declined_offer_says_why",
                    ),
                ],
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
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                    "from_panel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.panel",
                    ),
                ),
                (
                    "offered_by",
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
                        to="cases.paneloffer",
                    ),
                ),
                (
                    "to_panel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.panel",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="AreaSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("purpose", models.TextField()),
                ("searched_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="searches", to="accounts.area"
                    ),
                ),
                (
                    "searched_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "search of an area",
                "verbose_name_plural": "searches of areas",
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "-id"], name="searches_of_an_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("purpose", ""), _negated=True), name="a_search_of_an_area_has_its_purpose"
                    )
                ],
            },
        ),
        CreateModel(
            name="AreaSearchEvent",
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
                ("purpose", models.TextField()),
                ("searched_at", models.DateTimeField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.areasearch",
                    ),
                ),
                (
                    "searched_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="Letter",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("told", "That they were referred"),
                            ("support", "About support: whether they want it"),
                            ("outcome", "What was decided"),
                            ("no_concern", "No concern was found"),
                            ("receipt", "What was answered about support: a receipt"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("easy_text", models.TextField()),
                ("who_opens_post", models.TextField()),
                (
                    "parents_apart",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "parent_of_concern",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                ("why_safe", models.TextField()),
                ("sent_on", models.DateField(null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[("post", "By post"), ("by_hand", "Handed over"), ("read_out", "Read to them")],
                        max_length=10,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="cases.case"
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("which_parent", models.TextField(blank=True, default="")),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-id"], name="letters_of_a_case"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("text", "easy_text", config="english"),
                        name="letters_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("sha256", "")),
                            models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_made_letter_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("name", ""), ("text", ""), ("easy_text", ""), _connector="OR", _negated=True
                        ),
                        name="a_letter_says_something_to_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("who_opens_post", ""), ("why_safe", ""), _connector="OR", _negated=True),
                        name="it_was_asked_whether_a_letter_is_safe",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_by", None), ("sent_how", ""), ("sent_on", None)),
                            models.Q(
                                ("sent_by__isnull", False),
                                ("sent_on__isnull", False),
                                models.Q(("sent_how", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_sent_letter_says_when_how_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="letter_in_error_says_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="LetterEvent",
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
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("told", "That they were referred"),
                            ("support", "About support: whether they want it"),
                            ("outcome", "What was decided"),
                            ("no_concern", "No concern was found"),
                            ("receipt", "What was answered about support: a receipt"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "to_whom",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("easy_text", models.TextField()),
                ("who_opens_post", models.TextField()),
                (
                    "parents_apart",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "parent_of_concern",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                ("why_safe", models.TextField()),
                ("sent_on", models.DateField(null=True)),
                (
                    "sent_how",
                    models.CharField(
                        blank=True,
                        choices=[("post", "By post"), ("by_hand", "Handed over"), ("read_out", "Read to them")],
                        max_length=10,
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
                        to="cases.letter",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("which_parent", models.TextField(blank=True, default="")),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ExitPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("continues", models.TextField(verbose_name="what goes on after support")),
                ("turn_to", models.TextField(verbose_name="whom the person turns to")),
                ("handed_over_to", models.TextField(verbose_name="to whom it is handed over")),
                ("made_at", models.DateTimeField()),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="exit_plan", to="cases.case"
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "continues", "turn_to", "handed_over_to", config="english"
                        ),
                        name="exit_plans_by_words",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("continues", ""), ("turn_to", ""), ("handed_over_to", ""), _connector="OR", _negated=True
                        ),
                        name="an_exit_plan_says_what_comes_after",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        CreateModel(
            name="ExitPlanEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("continues", models.TextField(verbose_name="what goes on after support")),
                ("turn_to", models.TextField(verbose_name="whom the person turns to")),
                ("handed_over_to", models.TextField(verbose_name="to whom it is handed over")),
                ("made_at", models.DateTimeField()),
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
                    "made_by",
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
                        to="cases.exitplan",
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="OutsideDisclosure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=200)),
                ("what", models.TextField()),
                ("purpose", models.TextField()),
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
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("telephone", "Telephone or video call"),
                            ("meeting", "In a meeting"),
                            ("other", "Another way"),
                        ],
                        max_length=10,
                    ),
                ),
                ("disclosed_on", models.DateField()),
                ("disclosed_by", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="outside_disclosures", to="cases.case"
                    ),
                ),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["case", "-recorded_at"], name="outside_disclosures_of_a_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="outsidedisclosure_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("agency", None), ("body", ""), _connector="XOR"),
                        name="a_disclosure_is_to_an_agency_or_to_another_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("what", ""), ("purpose", ""), ("disclosed_by", ""), _connector="OR", _negated=True
                        ),
                        name="a_disclosure_says_what_why_and_by_whom",
                    ),
                    models.CheckConstraint(
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
                        name="outsidedisclosure_says_who_authorised_it",
                    ),
                ],
            },
        ),
        CreateModel(
            name="OutsideDisclosureEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("body", models.CharField(blank=True, max_length=200)),
                ("what", models.TextField()),
                ("purpose", models.TextField()),
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
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("letter", "Letter"),
                            ("email", "E-mail"),
                            ("telephone", "Telephone or video call"),
                            ("meeting", "In a meeting"),
                            ("other", "Another way"),
                        ],
                        max_length=10,
                    ),
                ),
                ("disclosed_on", models.DateField()),
                ("disclosed_by", models.CharField(max_length=200)),
                ("recorded_at", models.DateTimeField()),
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
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.outsidedisclosure",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="SharingAgreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("purpose", models.TextField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("kept_where", models.CharField(max_length=300)),
                ("recorded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sharing_agreements",
                        to="accounts.area",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("until", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["area", "until"], name="agreements_of_an_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("starts_on"))),
                        name="an_agreement_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("title", ""), ("purpose", ""), ("kept_where", ""), _connector="OR", _negated=True
                        ),
                        name="an_agreement_says_what_for_and_where_it_is_kept",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_because", ""), ("ended_by", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                models.Q(("ended_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_agreement_is_ended_with_a_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="SharingAgreementEvent",
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
                ("title", models.CharField(max_length=200)),
                ("purpose", models.TextField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("kept_where", models.CharField(max_length=300)),
                ("recorded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
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
                    "ended_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.sharingagreement",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="AgreementParty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="parties", to="cases.sharingagreement"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "agreement parties",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "agency"), name="an_agency_is_a_party_to_an_agreement_once"
                    )
                ],
            },
        ),
        CreateModel(
            name="AgreementPartyEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.agreementparty",
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.sharingagreement",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
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
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "becomes",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="came_by", to="cases.case"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="area_offers", to="cases.case"
                    ),
                ),
                (
                    "from_panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "to_panel",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("outcome", "")), fields=["to_area"], name="cases_offered_to_an_area"
                    ),
                    models.Index(
                        condition=models.Q(("outcome", "")), fields=["to_panel"], name="transfers_placed_with_a_panel"
                    ),
                    models.Index(fields=["case", "-id"], name="transfers_of_a_case"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "")),
                        fields=("case",),
                        name="a_case_is_offered_to_one_area_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reason", ""),
                            ("new_address", ""),
                            ("summary", ""),
                            ("needed", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="a_transfer_says_why_where_to_and_how_things_stand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_at", None), ("signed_by", None)),
                            models.Q(("signed_at__isnull", False), ("signed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_signed_transfer_says_by_whom_and_when",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("becomes__isnull", False), ("outcome", "accepted"), ("placed_at__isnull", False)),
                            models.Q(models.Q(("outcome", "accepted"), _negated=True), ("becomes", None)),
                            _connector="OR",
                        ),
                        name="an_accepted_transfer_becomes_a_case_there",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "declined"), _negated=True),
                            models.Q(models.Q(("answer", ""), _negated=True), ("signed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_declined_transfer_of_a_case_says_why",
                    ),
                ],
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
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "becomes",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.case",
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
                    "from_panel",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.panel",
                    ),
                ),
                (
                    "offered_by",
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
                        to="cases.casetransfer",
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "to_panel",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.panel",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="TransferredContribution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.contribution"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pieces_ticked",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(fields=("transfer", "contribution"), name="a_piece_goes_over_once")
                ],
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
                        to="cases.transferredcontribution",
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("placed_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="legal_holds", to="cases.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("carried_at", models.DateTimeField(null=True)),
                (
                    "carried_from",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.legalhold"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(condition=models.Q(("ended_at", None)), fields=["case"], name="legal_holds_that_stand")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("case", "matter"),
                        name="one_legal_hold_for_a_matter_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("matter", ""), ("reason", ""), _connector="OR", _negated=True),
                        name="a_legal_hold_says_for_what_matter_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_because", ""), ("ended_by", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                models.Q(("ended_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_ended_legal_hold_says_by_whom_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("carried_at", None), ("carried_from", None)),
                            models.Q(("carried_at__isnull", False), ("carried_from__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_carried_legal_hold_says_from_where_and_when",
                    ),
                ],
            },
        ),
        CreateModel(
            name="LegalHoldEvent",
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
                ("matter", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("placed_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
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
                    "ended_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.legalhold",
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("carried_at", models.DateTimeField(null=True)),
                (
                    "carried_from",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.legalhold",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="LegalHoldReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
                (
                    "hold",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="cases.legalhold"
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_review_of_a_legal_hold_has_its_reason",
                    )
                ],
            },
        ),
        CreateModel(
            name="LegalHoldReviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
                (
                    "hold",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.legalhold",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.legalholdreview",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="RetentionReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="retention_reviews", to="cases.case"
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("checked_at", models.DateTimeField(null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("stands", models.BooleanField(default=True, null=True)),
                ("why_not", models.TextField(blank=True)),
                (
                    "because",
                    models.CharField(
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
                ("child_weighed", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_retention_review_has_its_reason"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("stands", None)),
                        fields=("case",),
                        name="one_retention_review_of_a_case_waits_to_be_signed",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stands", None), ("why_not", "")),
                            models.Q(("stands", True), ("why_not", "")),
                            models.Q(("stands", False), models.Q(("why_not", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="retentionreview_is_sent_back_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("because__in", ["", "harm", "linked", "proceedings", "rights", "review", "law", "other"])
                        ),
                        name="a_case_is_kept_for_a_kind_of_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="RetentionReviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
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
                        to="cases.retentionreview",
                    ),
                ),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("checked_at", models.DateTimeField(null=True)),
                (
                    "checked_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("stands", models.BooleanField(default=True, null=True)),
                ("why_not", models.TextField(blank=True)),
                (
                    "because",
                    models.CharField(
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
                ("child_weighed", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="TransferredReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.referral"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals_ticked",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("transfer", "referral"), name="a_referral_is_confirmed_once_to_go_over"
                    )
                ],
            },
        ),
        CreateModel(
            name="TransferredReferralEvent",
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
                        to="cases.transferredreferral",
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
                    "transfer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="CaseFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("given_name", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("added_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being checked"),
                            ("ready", "Ready"),
                            ("refused", "Not taken"),
                            ("sealed", "Sealed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=10)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("why_not", models.TextField(blank=True)),
                ("checked_at", models.DateTimeField(null=True)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("what", models.TextField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="cases.case"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="files", to="cases.consent"
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="cases.contribution",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "file of a case",
                "verbose_name_plural": "files of cases",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ready"), _negated=True),
                            models.Q(
                                ("sha256", ""), ("kind", ""), ("checked_at", None), _connector="OR", _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="a_ready_casefile_was_checked_and_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "refused"), ("why_not", ""), _connector="XOR"),
                        name="a_refused_casefile_says_why_and_no_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed_at__isnull", False), ("sealed_by__isnull", False), ("state", "sealed")),
                            models.Q(
                                models.Q(("state", "sealed"), _negated=True), ("sealed_at", None), ("sealed_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="a_sealed_casefile_says_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True), name="a_file_of_a_case_says_what_it_is"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("contribution", None), ("consent", None), _connector="OR"),
                        name="a_file_belongs_to_one_thing_at_most",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="casefile_in_error_says_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="CaseFileEvent",
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
                ("given_name", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("added_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Being checked"),
                            ("ready", "Ready"),
                            ("refused", "Not taken"),
                            ("sealed", "Sealed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("kind", models.CharField(blank=True, max_length=10)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("why_not", models.TextField(blank=True)),
                ("checked_at", models.DateTimeField(null=True)),
                ("sealed_at", models.DateTimeField(null=True)),
                ("what", models.TextField()),
                (
                    "added_by",
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
                    "consent",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.consent",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.casefile",
                    ),
                ),
                (
                    "sealed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("offers", models.TextField()),
                ("places", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="accounts.agency"
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), ("offers", ""), _connector="OR", _negated=True),
                        name="a_project_says_what_it_offers",
                    ),
                    models.CheckConstraint(condition=models.Q(("places__gte", 1)), name="a_project_has_a_place"),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_at", None)),
                        fields=("area", "name"),
                        name="one_open_project_of_a_name_in_an_area",
                    ),
                ],
            },
        ),
        CreateModel(
            name="Intervention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("called", models.CharField(max_length=100, verbose_name="how the person is called")),
                ("purpose", models.TextField(verbose_name="what the support is for")),
                ("needs", models.TextField(verbose_name="what the person needs")),
                ("safe_place", models.TextField(verbose_name="where it is safe to meet")),
                ("to_avoid", models.TextField(verbose_name="what to avoid")),
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
                ("sessions", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("asked_at", models.DateTimeField()),
                ("accepted", models.BooleanField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("why_declined", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interventions", to="cases.case"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True, default="")),
                (
                    "project",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.project"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["case", "-id"], name="interventions_of_a_case"),
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["agency", "-id"],
                        name="support_that_an_agency_gives",
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None)), fields=["area", "id"], name="support_given_in_an_area"
                    ),
                    models.Index(
                        condition=models.Q(("ended_at", None), ("project__isnull", False)),
                        fields=["project"],
                        name="places_taken_in_a_project",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "purpose",
                            "needs",
                            "safe_place",
                            "to_avoid",
                            "why_declined",
                            "ended_because",
                            config="english",
                        ),
                        name="interventions_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("called", ""),
                            ("purpose", ""),
                            ("needs", ""),
                            ("safe_place", ""),
                            ("to_avoid", ""),
                            _connector="OR",
                            _negated=True,
                        ),
                        name="a_brief_says_all_that_whoever_gives_support_needs",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sessions__gte", 1)), name="support_takes_a_session_at_least"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("starts_on"))),
                        name="an_intervention_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("accepted", None), ("answered_at", None), ("answered_by", None), ("why_declined", "")
                            ),
                            models.Q(
                                ("accepted", True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("why_declined", ""),
                            ),
                            models.Q(
                                ("accepted", False),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("why_declined", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="support_is_accepted_or_declined_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ended_because", ""), ("ended_by", None)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_by__isnull", False),
                                models.Q(("ended_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_intervention_ends_with_a_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), models.Q(("accepted", False), _negated=True)),
                        fields=("case", "agency"),
                        name="an_agency_has_one_part_in_the_support_of_a_case",
                    ),
                ],
            },
        ),
        CreateModel(
            name="InterventionEvent",
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
                ("called", models.CharField(max_length=100, verbose_name="how the person is called")),
                ("purpose", models.TextField(verbose_name="what the support is for")),
                ("needs", models.TextField(verbose_name="what the person needs")),
                ("safe_place", models.TextField(verbose_name="where it is safe to meet")),
                ("to_avoid", models.TextField(verbose_name="what to avoid")),
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
                ("sessions", models.PositiveSmallIntegerField()),
                ("starts_on", models.DateField()),
                ("until", models.DateField()),
                ("asked_at", models.DateTimeField()),
                ("accepted", models.BooleanField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("why_declined", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "ended_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="cases.intervention",
                    ),
                ),
                ("despite_agreement", models.TextField(blank=True, default="")),
                (
                    "project",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="InterventionSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("held_on", models.DateField()),
                ("came", models.BooleanField()),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                ("what", models.TextField(blank=True)),
                ("why_missed", models.TextField(blank=True)),
                ("reported_at", models.DateTimeField()),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_sessions",
                        to="cases.intervention",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["intervention", "-held_on", "-id"], name="sessions_of_an_intervention"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("what", "why_missed", config="english"),
                        name="sessions_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="interventionsession_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("came", True),
                                ("minutes__gte", 1),
                                ("why_missed", ""),
                                models.Q(("what", ""), _negated=True),
                            ),
                            models.Q(
                                ("came", False),
                                ("minutes", None),
                                ("what", ""),
                                models.Q(("why_missed", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_session_says_what_was_done_or_why_it_was_missed",
                    ),
                ],
            },
        ),
        CreateModel(
            name="InterventionSessionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("held_on", models.DateField()),
                ("came", models.BooleanField()),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                ("what", models.TextField(blank=True)),
                ("why_missed", models.TextField(blank=True)),
                ("reported_at", models.DateTimeField()),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.interventionsession",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="UrgentConcern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("words", models.TextField()),
                ("raised_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("what_was_done", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgent_concerns",
                        to="cases.intervention",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="urgent_concerns", to="cases.case"
                    ),
                ),
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["intervention", "-id"], name="concerns_of_an_intervention"),
                    models.Index(
                        condition=models.Q(("answered_at", None)),
                        fields=["area", "id"],
                        name="urgent_concerns_that_wait",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("words", "what_was_done", config="english"),
                        name="urgent_concerns_by_words",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="an_urgent_concern_says_what_worries"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("what_was_done", "")),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("what_was_done", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_urgent_concern_is_answered_with_what_was_done",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
        CreateModel(
            name="UrgentConcernEvent",
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
                ("words", models.TextField()),
                ("raised_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("what_was_done", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "intervention",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.urgentconcern",
                    ),
                ),
                (
                    "raised_by",
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
                ("in_error_at", models.DateTimeField(null=True)),
                (
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("in_error_reason", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="AgreedSession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("meets_on", models.DateField()),
                ("agreed_at", models.DateTimeField()),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed_sessions",
                        to="cases.intervention",
                    ),
                ),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_because", models.TextField(blank=True)),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("meets_on",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at", None)),
                        fields=("intervention", "meets_on"),
                        name="a_day_is_agreed_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_because", ""), ("taken_back_by", None)),
                            models.Q(
                                ("taken_back_at__isnull", False),
                                ("taken_back_by__isnull", False),
                                models.Q(("taken_back_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_day_is_taken_back_with_a_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="AgreedSessionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("meets_on", models.DateField()),
                ("agreed_at", models.DateTimeField()),
                (
                    "agreed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        db_constraint=False,
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
                        to="cases.agreedsession",
                    ),
                ),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_because", models.TextField(blank=True)),
                (
                    "taken_back_by",
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
            name="ProjectEvent",
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
                ("name", models.CharField(max_length=200)),
                ("offers", models.TextField()),
                ("places", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
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
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
                (
                    "opened_by",
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
                        to="cases.project",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ProviderApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("approved_from", models.DateField(null=True)),
                ("approved_until", models.DateField(null=True)),
                ("specialism", models.TextField(blank=True)),
                ("languages", models.CharField(blank=True, max_length=300)),
                ("capacity", models.PositiveSmallIntegerField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="accounts.agency"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("refused_because", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("agency__name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["agency", "-id"], name="approvals_of_a_provider")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("approved_until__gte", models.F("approved_from"))),
                        name="an_approval_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_from__isnull", False),
                                ("approved_until__isnull", False),
                                ("capacity__isnull", False),
                                ("refused_because", ""),
                                models.Q(("specialism", ""), ("languages", ""), _connector="OR", _negated=True),
                            ),
                            models.Q(
                                ("approved_from", None),
                                ("approved_until", None),
                                ("capacity", None),
                                ("languages", ""),
                                ("specialism", ""),
                                models.Q(("refused_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_approval_says_what_a_provider_gives_or_why_there_is_none",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ProviderApprovalEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("approved_from", models.DateField(null=True)),
                ("approved_until", models.DateField(null=True)),
                ("specialism", models.TextField(blank=True)),
                ("languages", models.CharField(blank=True, max_length=300)),
                ("capacity", models.PositiveSmallIntegerField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.providerapproval",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("refused_because", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="OwnAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("meeting", "At a meeting"),
                            ("visit", "At a visit"),
                            ("call", "By telephone"),
                            ("written", "In writing"),
                            ("spoken_for", "Through somebody who speaks for them"),
                        ],
                        max_length=20,
                    ),
                ),
                ("said_on", models.DateField()),
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="own_accounts", to="cases.case"
                    ),
                ),
                (
                    "in_error_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("words", config="english"),
                        name="own_accounts_by_words",
                    ),
                    models.Index(fields=["case", "-said_on", "-id"], name="own_accounts_of_a_case"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                            models.Q(
                                ("in_error_at__isnull", False),
                                ("in_error_by__isnull", False),
                                models.Q(("in_error_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="ownaccount_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="an_own_account_says_something"
                    ),
                ],
            },
        ),
        CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("words", models.TextField()),
                ("said_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wrong", "It was wrong"),
                            ("stands", "It stands, with what they say beside it"),
                            ("unclear", "It cannot be settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.assessment"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.case"),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.loggedcontact",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.contribution",
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
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.interventionsession",
                    ),
                ),
                (
                    "exit_plan",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.exitplan"
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disputed_by",
                        to="cases.consent",
                    ),
                ),
                (
                    "being_told",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.beingtold"
                    ),
                ),
                (
                    "information_answer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.informationanswer",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.letter"
                    ),
                ),
                (
                    "support_plan",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.supportplan"
                    ),
                ),
                (
                    "urgent_concern",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.urgentconcern",
                    ),
                ),
                (
                    "own_account",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.ownaccount"
                    ),
                ),
                (
                    "allocation",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.allocation"
                    ),
                ),
                (
                    "factor_entry",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.factorentry"
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
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None)), fields=["due_on"], name="disputes_in_cases_to_answer"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="a_dispute_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None), ("outcome", "")),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_to_a_dispute_says_what_came_of_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__isnull", False)), name="a_dispute_is_answered_by_a_day"
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                "assessment",
                                "contribution",
                                "contact",
                                "decision",
                                "session",
                                "exit_plan",
                                "consent",
                                "being_told",
                                "support_plan",
                                "information_answer",
                                "urgent_concern",
                                "letter",
                                "own_account",
                                "factor_entry",
                                "intervention",
                                "allocation",
                                function="NUM_NONNULLS",
                                output_field=models.IntegerField(),
                            ),
                            1,
                        ),
                        name="a_dispute_is_of_one_thing",
                    ),
                ],
            },
        ),
        CreateModel(
            name="DisputeEvent",
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
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("words", models.TextField()),
                ("said_on", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wrong", "It was wrong"),
                            ("stands", "It stands, with what they say beside it"),
                            ("unclear", "It cannot be settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.assessment",
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
                    "contact",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.loggedcontact",
                    ),
                ),
                (
                    "contribution",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.contribution",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.dispute",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.interventionsession",
                    ),
                ),
                (
                    "exit_plan",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.exitplan",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.consent",
                    ),
                ),
                (
                    "being_told",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.beingtold",
                    ),
                ),
                (
                    "information_answer",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.informationanswer",
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.letter",
                    ),
                ),
                (
                    "support_plan",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.supportplan",
                    ),
                ),
                (
                    "urgent_concern",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.urgentconcern",
                    ),
                ),
                (
                    "own_account",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.ownaccount",
                    ),
                ),
                (
                    "allocation",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.allocation",
                    ),
                ),
                (
                    "factor_entry",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.factorentry",
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
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="OwnAccountEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("in_error_at", models.DateTimeField(null=True)),
                ("in_error_reason", models.TextField(blank=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                (
                    "whose",
                    models.CharField(
                        choices=[("person", "The person"), ("parent", "A parent or guardian")], max_length=10
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("meeting", "At a meeting"),
                            ("visit", "At a visit"),
                            ("call", "By telephone"),
                            ("written", "In writing"),
                            ("spoken_for", "Through somebody who speaks for them"),
                        ],
                        max_length=20,
                    ),
                ),
                ("said_on", models.DateField()),
                ("words", models.TextField()),
                ("noted_at", models.DateTimeField()),
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
                    "in_error_by",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "noted_by",
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
                        to="cases.ownaccount",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Purpose",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("in_danger", "Somebody may be in danger now"),
                            ("news", "To deal with news or a question about this person"),
                            ("helping", "To help or advise the owner, or to take the case over"),
                            ("meeting", "To prepare or write up a meeting"),
                            ("quality", "To check how cases are worked on"),
                            (
                                "rights",
                                "To answer a request or complaint about information, or to decide how long it is kept",
                            ),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="purposes", to="cases.case"
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "purpose of opening a case",
                "verbose_name_plural": "purposes of opening cases",
                "ordering": ("-pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["said_by", "ends_at"], name="purposes_of_a_person"),
                    models.Index(fields=["case", "-id"], name="purposes_of_a_case"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="a_purpose_is_said_in_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("said_at"))), name="a_purpose_holds_for_some_time"
                    ),
                ],
            },
        ),
        CreateModel(
            name="PurposeEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("in_danger", "Somebody may be in danger now"),
                            ("news", "To deal with news or a question about this person"),
                            ("helping", "To help or advise the owner, or to take the case over"),
                            ("meeting", "To prepare or write up a meeting"),
                            ("quality", "To check how cases are worked on"),
                            (
                                "rights",
                                "To answer a request or complaint about information, or to decide how long it is kept",
                            ),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
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
                        to="cases.purpose",
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        db_constraint=False,
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
            name="TransferredDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.section36decision"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions_ticked",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("transfer", "decision"), name="a_decision_is_confirmed_once_to_go_over"
                    )
                ],
            },
        ),
        CreateModel(
            name="TransferredDecisionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.section36decision",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="cases.transferreddecision",
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="cases.casetransfer",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="CarriedBefore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="carried_before", to="cases.case"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_before",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("left_at__gte", models.F("joined_at"))),
                        name="a_referral_leaves_after_it_joined",
                    )
                ],
            },
        ),
        CreateModel(
            name="CarriedBeforeEvent",
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
                ("joined_at", models.DateTimeField()),
                ("left_at", models.DateTimeField()),
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
                        to="cases.carriedbefore",
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
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="new_owner_is_named",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."owner_id" IS DISTINCT FROM (NEW."owner_id"))',
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_restriction restriction\n        JOIN cases_case restricted ON restricted.id = restriction.case_id\n        WHERE restriction.case_id = NEW.id AND restriction.lifted_at IS NULL AND NOT EXISTS (\n            SELECT FROM cases_namedreader named\n            WHERE named.restriction_id = restriction.id AND named.person_id = restricted.owner_id\n            AND named.removed_at IS NULL\n        )\n    ) THEN\n        RAISE EXCEPTION 'The owner of a restricted case is named on it.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="6a9c134a8e53b657c1ddaad1a3e4bbfcd88ddfeb",
                    operation="UPDATE",
                    pgid="pgtrigger_new_owner_is_named_3f4f8",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="first_owner_is_not_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_exclusion exclusion\n        JOIN cases_case closed ON closed.id = exclusion.case_id\n        JOIN cases_case owned ON owned.individual_id = closed.individual_id\n        WHERE closed.individual_id = NEW.individual_id AND exclusion.ended_at IS NULL\n        AND owned.ended_at IS NULL AND owned.owner_id = exclusion.person_id\n    ) THEN\n        RAISE EXCEPTION 'Nobody owns a case about somebody from whose casework they are excluded.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="a5f8581be54e53850754f4bc8209e7f62f273e9f",
                    operation="INSERT",
                    pgid="pgtrigger_first_owner_is_not_excluded_56fbc",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="new_owner_is_not_excluded",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."individual_id" IS DISTINCT FROM (NEW."individual_id") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id"))',
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_exclusion exclusion\n        JOIN cases_case closed ON closed.id = exclusion.case_id\n        JOIN cases_case owned ON owned.individual_id = closed.individual_id\n        WHERE closed.individual_id = NEW.individual_id AND exclusion.ended_at IS NULL\n        AND owned.ended_at IS NULL AND owned.owner_id = exclusion.person_id\n    ) THEN\n        RAISE EXCEPTION 'Nobody owns a case about somebody from whose casework they are excluded.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="61ae8a8ed10dd9e8a3bc5b4069851dc84a8a5559",
                    operation="UPDATE",
                    pgid="pgtrigger_new_owner_is_not_excluded_32bc8",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
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
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_with_no_unanswered_worry",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.stage <> 'transferred')",
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (SELECT FROM cases_urgentconcern worry WHERE worry.case_id = NEW.id AND answered_at IS NULL) THEN\n            RAISE EXCEPTION 'A case ends with no urgent concern unanswered.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="50f4208f0f1e8bed3b17805ce064f8fdaff6e810",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_with_no_unanswered_worry_a091d",
                    table="cases_case",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
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
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="exited_with_a_plan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."stage" = \'exited\' AND OLD."stage" IS DISTINCT FROM (NEW."stage"))',
                    constraint="CONSTRAINT",
                    func="\n        IF OLD.stage <> 'active' THEN\n            IF NOT EXISTS (\n                SELECT FROM cases_consent line\n                WHERE line.case_id = NEW.id AND line.answer = 'given' AND line.in_error_at IS NULL\n            ) THEN\n                RAISE EXCEPTION 'A case exits only where support was agreed to.' USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        END IF;\n        IF NEW.nothing_follows THEN\n            RETURN NULL;\n        END IF;\n        IF NOT EXISTS (SELECT FROM cases_exitplan plan WHERE plan.case_id = NEW.id) THEN\n            RAISE EXCEPTION 'A case exits with a plan for afterwards.' USING ERRCODE = 'check_violation';\n        END IF;\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            WHERE assessment.case_id = NEW.id AND assessment.assessed_on >= NEW.consent_given_on\n            AND assessment.in_error_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'A case exits with a final assessment, made since support began.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="99f8a718554c70b7b5ad58f1aebeb7472409a67e",
                    operation="UPDATE",
                    pgid="pgtrigger_exited_with_a_plan_1d2f2",
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
                    condition="WHEN (OLD.ended_at IS NOT NULL AND (OLD.area_id IS DISTINCT FROM NEW.area_id OR OLD.panel_id IS DISTINCT FROM NEW.panel_id OR OLD.stage IS DISTINCT FROM NEW.stage OR OLD.opened_at IS DISTINCT FROM NEW.opened_at OR OLD.opened_by_id IS DISTINCT FROM NEW.opened_by_id OR OLD.ended_at IS DISTINCT FROM NEW.ended_at OR OLD.awaits_section36 IS DISTINCT FROM NEW.awaits_section36 OR OLD.nothing_follows IS DISTINCT FROM NEW.nothing_follows))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="cbfdff9752fb5c10ad92586586031c837766b8e8",
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
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "nothing_follows", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reassess_on", "reference", "retention_review_on", "review_after_support_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."nothing_follows", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reassess_on", NEW."reference", NEW."retention_review_on", NEW."review_after_support_on", NEW."stage"); RETURN NULL;',
                    hash="025aaf664473f165f258540de0246b0d66a1a2ac",
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
                    func='INSERT INTO "cases_caseevent" ("area_id", "awaits_section36", "consent_ends_on", "consent_given_on", "ended_at", "id", "individual_id", "nothing_follows", "opened_at", "opened_by_id", "owner_id", "panel_id", "parted_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reassess_on", "reference", "retention_review_on", "review_after_support_on", "stage") VALUES (NEW."area_id", NEW."awaits_section36", NEW."consent_ends_on", NEW."consent_given_on", NEW."ended_at", NEW."id", NEW."individual_id", NEW."nothing_follows", NEW."opened_at", NEW."opened_by_id", NEW."owner_id", NEW."panel_id", NEW."parted_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reassess_on", NEW."reference", NEW."retention_review_on", NEW."review_after_support_on", NEW."stage"); RETURN NULL;',
                    hash="bad188d68caae407ef19c26b4444106073f7b1f5",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f5146",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="on_an_open_way",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF TG_OP = 'INSERT' AND NEW.stage IN ('consent_pending', 'active')\n        OR TG_OP = 'UPDATE' AND NEW.stage <> OLD.stage AND (OLD.stage, NEW.stage) NOT IN (('information_gathering', 'awaiting_panel'), ('information_gathering', 'no_further_action'), ('information_gathering', 'referred_elsewhere'), ('information_gathering', 'police_led'), ('information_gathering', 'transferred'), ('awaiting_panel', 'consent_pending'), ('awaiting_panel', 'exited'), ('awaiting_panel', 'no_further_action'), ('awaiting_panel', 'referred_elsewhere'), ('awaiting_panel', 'police_led'), ('awaiting_panel', 'transferred'), ('consent_pending', 'active'), ('consent_pending', 'awaiting_panel'), ('consent_pending', 'exited'), ('consent_pending', 'no_further_action'), ('consent_pending', 'referred_elsewhere'), ('consent_pending', 'police_led'), ('consent_pending', 'transferred'), ('active', 'exited'), ('active', 'consent_pending'), ('active', 'awaiting_panel'), ('active', 'police_led'), ('active', 'transferred')) THEN\n            RAISE EXCEPTION 'A case begins and goes on only by the ways that are open.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="b3663222170d376575ede977c3a26bc428b6bc75",
                    operation='INSERT OR UPDATE OF "stage"',
                    pgid="pgtrigger_on_an_open_way_c1c54",
                    table="cases_case",
                    when="AFTER",
                ),
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
            model_name="casegrouppermission",
            trigger=pgtrigger.compiler.Trigger(
                name="opened_by_a_share",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                IF EXISTS (\n                    SELECT FROM cases_casegrouppermission opening\n                    JOIN auth_permission permission ON permission.id = opening.permission_id\n                    WHERE opening.id = NEW.id AND NOT EXISTS (\n                        SELECT FROM cases_share share\n                        JOIN accounts_agency agency ON agency.id = share.agency_id\n                        WHERE share.case_id = opening.content_object_id AND share.ended_at IS NULL AND share.colleague_id IS NULL AND agency.group_id = opening.group_id\n                        AND permission.codename = CASE share.level WHEN 'know' THEN 'know_of_case' WHEN 'contribute' THEN 'contribute_to_case' WHEN 'read' THEN 'view_case' END\n                        AND (share.until IS NULL OR share.until >= opening.until)\n                    )\n                ) THEN\n                    RAISE EXCEPTION 'A case is opened by a share, as far and as long as that says.'\n                    USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NULL;\n            ",
                    hash="366ba5116940ee3fcb2224fe862961aa922f6111",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_opened_by_a_share_19ad9",
                    table="cases_casegrouppermission",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casereferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casereferralevent" ("case_id", "id", "joined_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (NEW."case_id", NEW."id", NEW."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id"); RETURN NULL;',
                    hash="5cc11d98adefa91c67048b13505d261feee1f412",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fd426",
                    table="cases_casereferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casereferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_casereferralevent" ("case_id", "id", "joined_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (NEW."case_id", NEW."id", NEW."joined_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id"); RETURN NULL;',
                    hash="0533132e8effec4aeeb037647b3bc8c237f057c6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_13356",
                    table="cases_casereferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casereferral",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="61a14d64343874560bd8f086f4aa254f41cfb6bc",
                    operation='INSERT OR UPDATE OF "case_id"',
                    pgid="pgtrigger_of_a_live_case_00715",
                    table="cases_casereferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="caseuserpermission",
            trigger=pgtrigger.compiler.Trigger(
                name="opened_by_a_share",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                IF EXISTS (\n                    SELECT FROM cases_caseuserpermission opening\n                    JOIN auth_permission permission ON permission.id = opening.permission_id\n                    WHERE opening.id = NEW.id AND NOT EXISTS (\n                        SELECT FROM cases_share share\n                        JOIN accounts_agency agency ON agency.id = share.agency_id\n                        WHERE share.case_id = opening.content_object_id AND share.ended_at IS NULL AND share.colleague_id = opening.user_id\n                        AND permission.codename = CASE share.level WHEN 'know' THEN 'know_of_case' WHEN 'contribute' THEN 'contribute_to_case' WHEN 'read' THEN 'view_case' END\n                        AND (share.until IS NULL OR share.until >= opening.until)\n                    )\n                ) THEN\n                    RAISE EXCEPTION 'A case is opened by a share, as far and as long as that says.'\n                    USING ERRCODE = 'check_violation';\n                END IF;\n                RETURN NULL;\n            ",
                    hash="da1752cfdaf9115ab92d2f73ab1555c647b5d62d",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_opened_by_a_share_a99a7",
                    table="cases_caseuserpermission",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6090ba5d0685043517ba9b4b2770a3bd8df70bae",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_43649",
                    table="cases_consent",
                    when="BEFORE",
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
        AddConstraintNotValid(
            model_name="section36decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(("end_reason", ""), ("health_or_care_considered", None)),
                    models.Q(("health_or_care_considered__isnull", False), models.Q(("end_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="a_section_36_decision_that_ends_a_case_says_why",
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
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n            IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) AND NOT EXISTS (\n                SELECT FROM reference_areaendreason own JOIN cases_case ended ON ended.area_id = own.area_id\n                WHERE own.reference = NEW.end_reason AND ended.id = (NEW.case_id)\n            ) THEN\n                RAISE EXCEPTION 'A case ends for one of the reasons that are kept for its area.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="95ed13b2ce5af4bcb115f91da1dbb3c3f56169c1",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_efa04",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="section36decision",
            trigger=pgtrigger.compiler.Trigger(
                name="made_before_it_is_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."checked_by_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="01c923289fa34819b4f35263497827a772f8028e",
                    operation="INSERT",
                    pgid="pgtrigger_made_before_it_is_signed_513af",
                    table="cases_section36decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."colleague_id" IS DISTINCT FROM (NEW."colleague_id") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."follows_id" IS DISTINCT FROM (NEW."follows_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."level" IS DISTINCT FROM (NEW."level") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."shared_at" IS DISTINCT FROM (NEW."shared_at") OR OLD."shared_by_id" IS DISTINCT FROM (NEW."shared_by_id") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7eface02de2a0704ab724debc7c134eb72f8dbaa",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ae807",
                    table="cases_share",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f917a460a26caea01119059b5bc31ef654da180a",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_once_baf3f",
                    table="cases_share",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="colleague_within_agency",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (\n            SELECT FROM cases_share colleague\n            WHERE colleague.case_id = NEW.case_id AND colleague.agency_id = NEW.agency_id\n            AND colleague.colleague_id IS NOT NULL AND colleague.ended_at IS NULL AND NOT EXISTS (\n                SELECT FROM cases_share agency\n                WHERE agency.case_id = colleague.case_id AND agency.agency_id = colleague.agency_id\n                AND agency.colleague_id IS NULL AND agency.ended_at IS NULL\n                AND array_position(ARRAY['know', 'contribute', 'read'], agency.level::text) >= array_position(ARRAY['know', 'contribute', 'read'], colleague.level::text)\n            )\n        ) THEN\n            RAISE EXCEPTION 'A colleague sees no more of a case than their agency.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="a4ce82a9031f4f38ac60709f2a8aa5f2d3cfdb73",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_colleague_within_agency_8d336",
                    table="cases_share",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_closes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL)",
                    constraint="CONSTRAINT",
                    declare="DECLARE opened TEXT;",
                    func="\n        opened := CASE NEW.level WHEN 'know' THEN 'know_of_case' WHEN 'contribute' THEN 'contribute_to_case' WHEN 'read' THEN 'view_case' END;\n        IF NOT EXISTS (\n            SELECT FROM cases_share share\n            WHERE share.case_id = NEW.case_id AND share.level = NEW.level AND share.ended_at IS NULL\n            AND share.colleague_id IS NOT DISTINCT FROM NEW.colleague_id\n            AND (NEW.colleague_id IS NOT NULL OR share.agency_id = NEW.agency_id)\n        ) AND (\n            NEW.colleague_id IS NULL AND EXISTS (\n                SELECT FROM cases_casegrouppermission opening\n                JOIN accounts_agency agency ON agency.group_id = opening.group_id\n                JOIN auth_permission permission ON permission.id = opening.permission_id\n                WHERE opening.content_object_id = NEW.case_id AND agency.id = NEW.agency_id\n                AND permission.codename = opened\n            ) OR EXISTS (\n                SELECT FROM cases_caseuserpermission opening\n                JOIN auth_permission permission ON permission.id = opening.permission_id\n                WHERE opening.content_object_id = NEW.case_id AND opening.user_id = NEW.colleague_id\n                AND permission.codename = opened\n            )\n        ) THEN\n            RAISE EXCEPTION 'A share that has ended opens nothing.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="1f442cb8f1499c9166988058daa13311e0ee6207",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_closes_96463",
                    table="cases_share",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_shareevent" ("agency_id", "case_id", "colleague_id", "despite_agreement", "ended_at", "ended_by_id", "follows_id", "id", "lawful_basis", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "shared_at", "shared_by_id", "until") VALUES (NEW."agency_id", NEW."case_id", NEW."colleague_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_by_id", NEW."follows_id", NEW."id", NEW."lawful_basis", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."shared_at", NEW."shared_by_id", NEW."until"); RETURN NULL;',
                    hash="e15890c5a50f2009303947572792d82008fcc30a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3242e",
                    table="cases_share",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_shareevent" ("agency_id", "case_id", "colleague_id", "despite_agreement", "ended_at", "ended_by_id", "follows_id", "id", "lawful_basis", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "shared_at", "shared_by_id", "until") VALUES (NEW."agency_id", NEW."case_id", NEW."colleague_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_by_id", NEW."follows_id", NEW."id", NEW."lawful_basis", NEW."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."shared_at", NEW."shared_by_id", NEW."until"); RETURN NULL;',
                    hash="be02f36e56da6e9d005112917275be444677c870",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_37000",
                    table="cases_share",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT \n    (EXISTS (\n        SELECT FROM cases_share before\n        WHERE before.id = NEW.follows_id AND before.case_id = NEW.case_id AND before.agency_id = NEW.agency_id\n        AND before.colleague_id IS NOT DISTINCT FROM NEW.colleague_id\n        AND \n    array_position(ARRAY['know', 'contribute', 'read'], before.level::text) >= array_position(ARRAY['know', 'contribute', 'read'], NEW.level::text) AND (before.until IS NULL OR NEW.until <= before.until)\n\n    ))\n AND EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="ea55292c3541ea0b01560e1f190ee5bf1694f6a0",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_34002",
                    table="cases_share",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="share",
            trigger=pgtrigger.compiler.Trigger(
                name="as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE shared_on DATE; of_area BIGINT; kind TEXT; home BIGINT; policy RECORD;",
                    func="\n            IF NEW.despite_agreement <> '' OR NEW.agency_id IS NULL OR \n    (NEW.colleague_id IS NOT NULL OR EXISTS (\n        SELECT FROM cases_share before\n        WHERE before.id = NEW.follows_id AND before.case_id = NEW.case_id AND before.agency_id = NEW.agency_id\n        AND before.colleague_id IS NULL AND \n    array_position(ARRAY['know', 'contribute', 'read'], before.level::text) >= array_position(ARRAY['know', 'contribute', 'read'], NEW.level::text) AND (before.until IS NULL OR NEW.until <= before.until)\n\n    ))\n THEN\n                RETURN NEW;\n            END IF;\n            shared_on := (NEW.shared_at AT TIME ZONE 'Europe/London')::date;\n            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);\n            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = NEW.agency_id;\n            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy\n            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL\n            ORDER BY starts_on DESC, id DESC LIMIT 1;\n            IF kind = 'police' AND NOT COALESCE(policy.police_need_one, FALSE)\n            OR kind IN ('council', 'children', 'adults') AND home = of_area\n                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.ended_at IS NULL\n                AND shared_on BETWEEN agreement.starts_on AND agreement.until\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.starts_on <= shared_on\n            ) THEN\n                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="8c5fb5a1d4936f47c17918b42fb4779545b3f829",
                    operation="INSERT",
                    pgid="pgtrigger_as_agreed_1fc18",
                    table="cases_share",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="422da938c7e2c93fef73c3750cae52526179a259",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_25b5a",
                    table="cases_allocation",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_allocationevent" ("allocated_at", "allocated_by_id", "case_id", "id", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."allocated_at", NEW."allocated_by_id", NEW."case_id", NEW."id", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="e70cd3c1f5e5451d382d59ca6048b6be5e281fc9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_70f31",
                    table="cases_allocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="allocation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_allocationevent" ("allocated_at", "allocated_by_id", "case_id", "id", "note", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."allocated_at", NEW."allocated_by_id", NEW."case_id", NEW."id", NEW."note", NEW."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="0aedbba46548fe17cf111c87da558db068202ada",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_04922",
                    table="cases_allocation",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ask_again_on" IS DISTINCT FROM (NEW."ask_again_on") OR OLD."because" IS DISTINCT FROM (NEW."because") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."told" IS DISTINCT FROM (NEW."told") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."whom" IS DISTINCT FROM (NEW."whom"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="388d2d0d43b42ecc19e927e201b8c128a44dca17",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_63191",
                    table="cases_beingtold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f208f935c01b713f35ff40a8fe08aae4ba32d96d",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_f0f07",
                    table="cases_beingtold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_beingtoldevent" ("ask_again_on", "because", "case_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "told", "what", "whom") VALUES (NEW."ask_again_on", NEW."because", NEW."case_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."told", NEW."what", NEW."whom"); RETURN NULL;',
                    hash="01abe8a5396239a68778288e2f7edbe768dcb49e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fa208",
                    table="cases_beingtold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="beingtold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_beingtoldevent" ("ask_again_on", "because", "case_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "reference", "told", "what", "whom") VALUES (NEW."ask_again_on", NEW."because", NEW."case_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."told", NEW."what", NEW."whom"); RETURN NULL;',
                    hash="87d7ce1b2917361bce7f5c0f9893e2674bc3d5c6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ffc7e",
                    table="cases_beingtold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."contact_with" IS DISTINCT FROM (NEW."contact_with") OR OLD."contacted_on" IS DISTINCT FROM (NEW."contacted_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."logged_at" IS DISTINCT FROM (NEW."logged_at") OR OLD."logged_by_id" IS DISTINCT FROM (NEW."logged_by_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."way" IS DISTINCT FROM (NEW."way") OR OLD."what" IS DISTINCT FROM (NEW."what"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6bef92f363db9c85040f74970528496d265dc99e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f94ea",
                    table="cases_loggedcontact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="40354f976cc2f23c48c296a4661be05bc7c5bbea",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_53409",
                    table="cases_loggedcontact",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_loggedcontactevent" ("case_id", "contact_with", "contacted_on", "id", "in_error_at", "in_error_by_id", "in_error_reason", "logged_at", "logged_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "reference", "way", "what") VALUES (NEW."case_id", NEW."contact_with", NEW."contacted_on", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."logged_at", NEW."logged_by_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reached", NEW."reference", NEW."way", NEW."what"); RETURN NULL;',
                    hash="5ae22ab8e02c59716e222ee68ebfab644be75e50",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24736",
                    table="cases_loggedcontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="loggedcontact",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_loggedcontactevent" ("case_id", "contact_with", "contacted_on", "id", "in_error_at", "in_error_by_id", "in_error_reason", "logged_at", "logged_by_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reached", "reference", "way", "what") VALUES (NEW."case_id", NEW."contact_with", NEW."contacted_on", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."logged_at", NEW."logged_by_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reached", NEW."reference", NEW."way", NEW."what"); RETURN NULL;',
                    hash="95e2dc0932b44e378f92d0ac9c618fa923001c43",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_92699",
                    table="cases_loggedcontact",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownercover",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."arranged_at" IS DISTINCT FROM (NEW."arranged_at") OR OLD."arranged_by_id" IS DISTINCT FROM (NEW."arranged_by_id") OR OLD."away_id" IS DISTINCT FROM (NEW."away_id") OR OLD."covered_by_id" IS DISTINCT FROM (NEW."covered_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7167a1df7b6f70c99ccbd6986320d27df7d281ef",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c3aaa",
                    table="cases_ownercover",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownercover",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_ownercoverevent" ("area_id", "arranged_at", "arranged_by_id", "away_id", "covered_by_id", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."area_id", NEW."arranged_at", NEW."arranged_by_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="110cebe57a058f9fd1e31e27fdf2d5980fc46947",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_037f1",
                    table="cases_ownercover",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownercover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_ownercoverevent" ("area_id", "arranged_at", "arranged_by_id", "away_id", "covered_by_id", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."area_id", NEW."arranged_at", NEW."arranged_by_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="892f99d17de93e8718ec928b06062ea64fa4a34d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_28705",
                    table="cases_ownercover",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="by_a_published_framework",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM reference_frameworkversion version\n            JOIN reference_framework framework ON framework.id = version.framework_id\n            JOIN cases_case assessed ON assessed.area_id = framework.area_id\n            WHERE version.id = NEW.version_id AND version.confirmed_at IS NOT NULL AND assessed.id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'an assessment is made by a framework that its area has published'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'by_a_published_framework';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="16fe26646260febeb32b3b1efe3277afccaa339d",
                    operation="INSERT",
                    pgid="pgtrigger_by_a_published_framework_52cb7",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="says_something_of_every_factor",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (\n            SELECT FROM reference_frameworkfactor factor\n            WHERE factor.version_id = NEW.version_id AND NOT EXISTS (\n                SELECT FROM cases_factorentry WHERE assessment_id = NEW.id AND factor_id = factor.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'an assessment says something of every factor, if only that it is not known'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'says_something_of_every_factor';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="6bdcd51f200b40491ec4afd24a9f71ca56e45477",
                    operation="INSERT",
                    pgid="pgtrigger_says_something_of_every_factor_5fd24",
                    table="cases_assessment",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
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
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."assessed_on" IS DISTINCT FROM (NEW."assessed_on") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."completed_at" IS DISTINCT FROM (NEW."completed_at") OR OLD."completed_by_id" IS DISTINCT FROM (NEW."completed_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."plan" IS DISTINCT FROM (NEW."plan") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."version_id" IS DISTINCT FROM (NEW."version_id") OR OLD."what_changed" IS DISTINCT FROM (NEW."what_changed"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="63715717b745065ff37f615599525af2e6e2be8f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9c805",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4131c644b73357c37150e0e909d402ab1171a82e",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_de95c",
                    table="cases_assessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="8d521cba97fcd3470916402206a3db1b5591544f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_718b4",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="assessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_assessmentevent" ("assessed_on", "case_id", "completed_at", "completed_by_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan", "reference", "summary", "version_id", "what_changed") VALUES (NEW."assessed_on", NEW."case_id", NEW."completed_at", NEW."completed_by_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."plan", NEW."reference", NEW."summary", NEW."version_id", NEW."what_changed"); RETURN NULL;',
                    hash="9ac534acc661cc8df25997ddcbd54253506bc0cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_75ec5",
                    table="cases_assessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ad814a25d0c533c17d6d95984ee428364ea1e49a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_36a58",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_framework",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_assessment assessment\n            JOIN reference_frameworkfactor factor ON factor.version_id = assessment.version_id\n            WHERE assessment.id = NEW.assessment_id AND factor.id = NEW.factor_id\n        ) THEN\n            RAISE EXCEPTION 'an assessment speaks of the factors of its own framework'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'of_its_framework';\n        END IF;\n        IF NEW.point_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM reference_frameworkfactor factor\n            JOIN reference_scalepoint point ON point.version_id = factor.version_id\n            WHERE factor.id = NEW.factor_id AND point.id = NEW.point_id AND (\n                point.domain_id = factor.domain_id\n                OR point.domain_id IS NULL\n                AND NOT EXISTS (SELECT FROM reference_scalepoint own WHERE own.domain_id = factor.domain_id)\n            )\n        ) THEN\n            RAISE EXCEPTION 'what is found of a factor stands on the scale of its domain'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'on_the_scale_of_its_domain';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6291242ae54151f5b87a90f5f3845b64af796784",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_framework_966a3",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_factorentryevent" ("assessment_id", "evidence", "evidence_on", "factor_id", "id", "in_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "protective_factors", "source") VALUES (NEW."assessment_id", NEW."evidence", NEW."evidence_on", NEW."factor_id", NEW."id", NEW."in_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."point_id", NEW."protective_factors", NEW."source"); RETURN NULL;',
                    hash="5b84eedcfc2a93f543c0049cec8ea86fc2256834",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5163",
                    table="cases_factorentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_factorentryevent" ("assessment_id", "evidence", "evidence_on", "factor_id", "id", "in_words", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "point_id", "protective_factors", "source") VALUES (NEW."assessment_id", NEW."evidence", NEW."evidence_on", NEW."factor_id", NEW."id", NEW."in_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."point_id", NEW."protective_factors", NEW."source"); RETURN NULL;',
                    hash="8343d9f4f58cebec1546f92946b527831eb78501",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e9635",
                    table="cases_factorentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_assessment WHERE id = NEW.assessment_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="d48295302fb1ff5f642ec1b601a17beed8054924",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_87592",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="factorentry",
            trigger=pgtrigger.compiler.Trigger(
                name="evidence_has_its_day",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."evidence_on" IS NULL AND NOT (NEW."evidence" = \'\'))',
                    func="\n        RAISE EXCEPTION 'evidence has its day' USING ERRCODE = 'check_violation', CONSTRAINT = 'evidence_has_its_day';\n    ",
                    hash="fc90e5de32ff4a30add2b8b03d3cd1b902f8fc68",
                    operation="INSERT",
                    pgid="pgtrigger_evidence_has_its_day_04e1c",
                    table="cases_factorentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="released_as_its_agency_must",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kind TEXT;",
                    func="\n            kind := (SELECT type FROM accounts_agency WHERE id = NEW.agency_id);\n            IF NEW.law_enforcement <> (kind = 'police') THEN\n                RAISE EXCEPTION 'what the police share, and nothing else, is processed for law enforcement'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'police_process_for_law_enforcement';\n            END IF;\n            IF kind = 'health' AND NEW.confidentiality_by = '' AND NOT (FALSE) THEN\n                RAISE EXCEPTION 'health says who decided on confidentiality'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'health_decides_on_confidentiality';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="9a3e6b5ca4f8cce8e6cbc7c13022c9cac9c34bef",
                    operation="INSERT",
                    pgid="pgtrigger_released_as_its_agency_must_b620d",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="only_its_mark_changes",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."confidentiality_by" IS DISTINCT FROM (NEW."confidentiality_by") OR OLD."confidentiality_ground" IS DISTINCT FROM (NEW."confidentiality_ground") OR OLD."confidentiality_words" IS DISTINCT FROM (NEW."confidentiality_words") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."law_enforcement" IS DISTINCT FROM (NEW."law_enforcement") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."shared_at" IS DISTINCT FROM (NEW."shared_at") OR OLD."shared_by_id" IS DISTINCT FROM (NEW."shared_by_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61c151806bd3245005e3fe6302ff509cecbb6cad",
                    operation="UPDATE",
                    pgid="pgtrigger_only_its_mark_changes_89331",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="withdrawn_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."withdrawn_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2c929ba796277e1dd988ee61ce8f599616e647f0",
                    operation="UPDATE",
                    pgid="pgtrigger_withdrawn_once_8ba6e",
                    table="cases_contribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_contributionevent" ("agency_id", "case_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "id", "law_enforcement", "mark", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shared_at", "shared_by_id", "text", "with_deputies", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."agency_id", NEW."case_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."id", NEW."law_enforcement", NEW."mark", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."shared_at", NEW."shared_by_id", NEW."text", NEW."with_deputies", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="3754af571787a1d0b67d162bcbf10945a5d47d83",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_32d7b",
                    table="cases_contribution",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="contribution",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_contributionevent" ("agency_id", "case_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "id", "law_enforcement", "mark", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "shared_at", "shared_by_id", "text", "with_deputies", "withdrawn_at", "withdrawn_because", "withdrawn_by_id") VALUES (NEW."agency_id", NEW."case_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."id", NEW."law_enforcement", NEW."mark", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."shared_at", NEW."shared_by_id", NEW."text", NEW."with_deputies", NEW."withdrawn_at", NEW."withdrawn_because", NEW."withdrawn_by_id"); RETURN NULL;',
                    hash="fadf9451a3ad624fecec2123787eba06e4371bf6",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1c67d",
                    table="cases_contribution",
                    when="AFTER",
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
            model_name="cover",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_coverevent" ("agency_id", "away_id", "covered_by_id", "ended_at", "id", "named_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."agency_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="82d81421e27b472fea698b9bd92acdb8eb5ccb53",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8c78",
                    table="cases_cover",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="cover",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_coverevent" ("agency_id", "away_id", "covered_by_id", "ended_at", "id", "named_at", "named_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "starts_on", "until") VALUES (NEW."agency_id", NEW."away_id", NEW."covered_by_id", NEW."ended_at", NEW."id", NEW."named_at", NEW."named_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."starts_on", NEW."until"); RETURN NULL;',
                    hash="97d3cf0de73733efbeb22b7978768a5a74b1b717",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5fd43",
                    table="cases_cover",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="taken_back_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."recalled_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="935fdf74653056c49e7eb1df5494f28efd23100f",
                    operation="UPDATE",
                    pgid="pgtrigger_taken_back_once_d2cc9",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL AND OLD."answered_at" IS DISTINCT FROM (NEW."answered_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3ed25714aa592dbc6e160497353778c314437e38",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_89dfd",
                    table="cases_informationrequest",
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
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE shared_on DATE; of_area BIGINT; kind TEXT; home BIGINT; policy RECORD;",
                    func="\n            IF NEW.despite_agreement <> '' OR NEW.agency_id IS NULL OR FALSE THEN\n                RETURN NEW;\n            END IF;\n            shared_on := (NEW.asked_at AT TIME ZONE 'Europe/London')::date;\n            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);\n            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = NEW.agency_id;\n            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy\n            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL\n            ORDER BY starts_on DESC, id DESC LIMIT 1;\n            IF kind = 'police' AND NOT COALESCE(policy.police_need_one, FALSE)\n            OR kind IN ('council', 'children', 'adults') AND home = of_area\n                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.ended_at IS NULL\n                AND shared_on BETWEEN agreement.starts_on AND agreement.until\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.starts_on <= shared_on\n            ) THEN\n                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="da8accc56765ef118777ea41f287c04c1f067b3d",
                    operation="INSERT",
                    pgid="pgtrigger_as_agreed_cb4f0",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."asked" IS DISTINCT FROM (NEW."asked") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="43ab37090ab649d15ce65583250bbc7ce9b374ce",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ee951",
                    table="cases_informationrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_informationrequestevent" ("agency_id", "answered_at", "area_id", "asked", "asked_at", "asked_by_id", "case_id", "despite_agreement", "due_on", "due_within", "id", "lawful_basis", "moved_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recalled_at", "recalled_because", "recalled_by_id", "reference", "reminded_at", "until") VALUES (NEW."agency_id", NEW."answered_at", NEW."area_id", NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."despite_agreement", NEW."due_on", NEW."due_within", NEW."id", NEW."lawful_basis", NEW."moved_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."recalled_at", NEW."recalled_because", NEW."recalled_by_id", NEW."reference", NEW."reminded_at", NEW."until"); RETURN NULL;',
                    hash="db8861eab6b448e64216855f8fcdd96522df813a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cc0a0",
                    table="cases_informationrequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_informationrequestevent" ("agency_id", "answered_at", "area_id", "asked", "asked_at", "asked_by_id", "case_id", "despite_agreement", "due_on", "due_within", "id", "lawful_basis", "moved_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recalled_at", "recalled_because", "recalled_by_id", "reference", "reminded_at", "until") VALUES (NEW."agency_id", NEW."answered_at", NEW."area_id", NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."despite_agreement", NEW."due_on", NEW."due_within", NEW."id", NEW."lawful_basis", NEW."moved_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."recalled_at", NEW."recalled_because", NEW."recalled_by_id", NEW."reference", NEW."reminded_at", NEW."until"); RETURN NULL;',
                    hash="5e56a982766702666a13adb2316f6250f4a896ea",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_092af",
                    table="cases_informationrequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="released_as_its_agency_must",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE kind TEXT;",
                    func="\n            kind := (SELECT type FROM accounts_agency WHERE id = (SELECT agency_id FROM cases_informationrequest WHERE id = NEW.request_id));\n            IF NEW.law_enforcement <> (kind = 'police') THEN\n                RAISE EXCEPTION 'what the police share, and nothing else, is processed for law enforcement'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'police_process_for_law_enforcement';\n            END IF;\n            IF kind = 'health' AND NEW.confidentiality_by = '' AND NOT (NEW.answer = 'nothing_held') THEN\n                RAISE EXCEPTION 'health says who decided on confidentiality'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'health_decides_on_confidentiality';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="3b7fccdc3228c55411b362e45efab5a2a61a1f9b",
                    operation="INSERT",
                    pgid="pgtrigger_released_as_its_agency_must_59c7e",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_informationrequest WHERE id = NEW.request_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="b0328bcc314719d7c6481a3031264caa6d393ea1",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_4fec5",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."confidentiality_by" IS DISTINCT FROM (NEW."confidentiality_by") OR OLD."confidentiality_ground" IS DISTINCT FROM (NEW."confidentiality_ground") OR OLD."confidentiality_words" IS DISTINCT FROM (NEW."confidentiality_words") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."law_enforcement" IS DISTINCT FROM (NEW."law_enforcement") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."who_tells" IS DISTINCT FROM (NEW."who_tells") OR OLD."why_not" IS DISTINCT FROM (NEW."why_not"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1cce145c09b1d3dc56eb5e0e90f893340c72a5a3",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_044d4",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8cb5bafaa052c63078eeec99f3a5cd1ce6cfb019",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_f5a85",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="the_last_one_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_informationanswer later\n                        WHERE later.request_id = NEW.request_id AND later.id > NEW.id\n                    ) THEN\n                        RAISE EXCEPTION 'An answer is said to be wrong once there is another.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="33af8befeb55e51607724c3f3ca5216a29c42580",
                    operation='UPDATE OF "in_error_at"',
                    pgid="pgtrigger_the_last_one_stands_27fce",
                    table="cases_informationanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_informationanswerevent" ("answer", "answered_at", "answered_by_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "contribution_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "law_enforcement", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "who_tells", "why_not") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."contribution_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."law_enforcement", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."request_id", NEW."who_tells", NEW."why_not"); RETURN NULL;',
                    hash="5048a4b94db14a8a2c49e4f7937d615d1f69c095",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_61a42",
                    table="cases_informationanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="informationanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_informationanswerevent" ("answer", "answered_at", "answered_by_id", "confidentiality_by", "confidentiality_ground", "confidentiality_words", "contribution_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "law_enforcement", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id", "who_tells", "why_not") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confidentiality_by", NEW."confidentiality_ground", NEW."confidentiality_words", NEW."contribution_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."law_enforcement", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."request_id", NEW."who_tells", NEW."why_not"); RETURN NULL;',
                    hash="bfea2c11d85623d0bdeb063186fc95e9d166bdc0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_439cc",
                    table="cases_informationanswer",
                    when="AFTER",
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
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arrangements" IS DISTINCT FROM (NEW."arrangements") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_request" IS DISTINCT FROM (NEW."consent_request") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."offered_on" IS DISTINCT FROM (NEW."offered_on") OR OLD."provider" IS DISTINCT FROM (NEW."provider") OR OLD."support" IS DISTINCT FROM (NEW."support"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61f90d627d528892c9af6452e4bdc114796dfe9a",
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
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="bccc8ba752dfbda8a3ebf54dfb2a7903e0f7f22c",
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
                    func='INSERT INTO "cases_supportplanevent" ("arrangements", "case_id", "consent_request", "id", "in_error_at", "in_error_by_id", "in_error_reason", "made_at", "made_by_id", "offered_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "review_on", "support") VALUES (NEW."arrangements", NEW."case_id", NEW."consent_request", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."made_at", NEW."made_by_id", NEW."offered_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."provider", NEW."review_on", NEW."support"); RETURN NULL;',
                    hash="0981953684a7f7b6eea32134b6f28f43287e81bf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c4605",
                    table="cases_supportplan",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="closed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4bc9a54e60046da76a2903073e63d4bcefaa7be7",
                    operation="UPDATE",
                    pgid="pgtrigger_closed_once_e9fd0",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="judged_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."judged_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4f57f9f2c7828ef00a19b8336e870782174cc292",
                    operation="UPDATE",
                    pgid="pgtrigger_judged_once_b8a64",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="never_disappears",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="8a052c5edebdb32e9289de688114d254851a0141",
                    operation="DELETE",
                    pgid="pgtrigger_never_disappears_00d27",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."broken_at" IS DISTINCT FROM (NEW."broken_at") OR OLD."broken_by_id" IS DISTINCT FROM (NEW."broken_by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."ends_at" IS DISTINCT FROM (NEW."ends_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."judge_by" IS DISTINCT FROM (NEW."judge_by") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."was_restricted" IS DISTINCT FROM (NEW."was_restricted"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6731298b85292c4615ed2cbb5c38f1e953fc8eb8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_7b659",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_brokenglassevent" ("broken_at", "broken_by_id", "case_id", "closed_at", "ends_at", "id", "judge_by", "judged_at", "judged_by_id", "judgement", "kind", "left_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "was_restricted", "was_right") VALUES (NEW."broken_at", NEW."broken_by_id", NEW."case_id", NEW."closed_at", NEW."ends_at", NEW."id", NEW."judge_by", NEW."judged_at", NEW."judged_by_id", NEW."judgement", NEW."kind", NEW."left_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."was_restricted", NEW."was_right"); RETURN NULL;',
                    hash="ef14eec0a1a082a8d43c95f3157bd0b8e24f3632",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d1e55",
                    table="cases_brokenglass",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_brokenglassevent" ("broken_at", "broken_by_id", "case_id", "closed_at", "ends_at", "id", "judge_by", "judged_at", "judged_by_id", "judgement", "kind", "left_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "was_restricted", "was_right") VALUES (NEW."broken_at", NEW."broken_by_id", NEW."case_id", NEW."closed_at", NEW."ends_at", NEW."id", NEW."judge_by", NEW."judged_at", NEW."judged_by_id", NEW."judgement", NEW."kind", NEW."left_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."was_restricted", NEW."was_right"); RETURN NULL;',
                    hash="e09fffde3d7626c3f19281183fa0c7ddca7a2ea9",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2312a",
                    table="cases_brokenglass",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="brokenglass",
            trigger=pgtrigger.compiler.Trigger(
                name="says_its_kind",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"kind\" = '')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="4e86bf6525555933fd684f43e7df80833fb1734b",
                    operation="INSERT",
                    pgid="pgtrigger_says_its_kind_9c63a",
                    table="cases_brokenglass",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."excluded_at" IS DISTINCT FROM (NEW."excluded_at") OR OLD."excluded_by_id" IS DISTINCT FROM (NEW."excluded_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e95203ea347dc5eb805612d4b1feeff71a4dca1f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ebe43",
                    table="cases_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f4f8ff93fe7d115b8ae9b49505d601f5bd2ac32b",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_once_bfe84",
                    table="cases_exclusion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="nobody_is_excluded_from_their_own",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_exclusion exclusion\n        JOIN cases_case closed ON closed.id = exclusion.case_id\n        JOIN cases_case owned ON owned.individual_id = closed.individual_id\n        WHERE closed.individual_id = (SELECT individual_id FROM cases_case WHERE id = NEW.case_id) AND exclusion.ended_at IS NULL\n        AND owned.ended_at IS NULL AND owned.owner_id = exclusion.person_id\n    ) THEN\n        RAISE EXCEPTION 'Nobody owns a case about somebody from whose casework they are excluded.'\n        USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="b6d88dda80fd9fca02159443ef659cea6eda6f32",
                    operation="INSERT",
                    pgid="pgtrigger_nobody_is_excluded_from_their_own_95ebb",
                    table="cases_exclusion",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_exclusionevent" ("case_id", "ended_at", "ended_by_id", "excluded_at", "excluded_by_id", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference") VALUES (NEW."case_id", NEW."ended_at", NEW."ended_by_id", NEW."excluded_at", NEW."excluded_by_id", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference"); RETURN NULL;',
                    hash="c4cd96f6745687d07f30502c3f5283bde1fe1824",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_075a8",
                    table="cases_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="exclusion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_exclusionevent" ("case_id", "ended_at", "ended_by_id", "excluded_at", "excluded_by_id", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference") VALUES (NEW."case_id", NEW."ended_at", NEW."ended_by_id", NEW."excluded_at", NEW."excluded_by_id", NEW."id", NEW."kind", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference"); RETURN NULL;',
                    hash="b976902fb337619e92ccdca3b4748a714f6565f0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3fc7f",
                    table="cases_exclusion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="requesttosee",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="fd85fb4e214b659a60f056469756a79e9f19f447",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_b6c5e",
                    table="cases_requesttosee",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="requesttosee",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="75d1e298bd319c6d76dad8ac2289d9b21e0acb75",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_5c40e",
                    table="cases_requesttosee",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="requesttosee",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_requesttoseeevent" ("agency_id", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "case_id", "id", "let_in", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "words") VALUES (NEW."agency_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."id", NEW."let_in", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."words"); RETURN NULL;',
                    hash="2faf93e08bcb96b1105349ad01510aba129c1e08",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9601d",
                    table="cases_requesttosee",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="requesttosee",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_requesttoseeevent" ("agency_id", "answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "case_id", "id", "let_in", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "words") VALUES (NEW."agency_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."id", NEW."let_in", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."words"); RETURN NULL;',
                    hash="36251c3858a0640bc71caacd5463bc172f1e3374",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8d145",
                    table="cases_requesttosee",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."restricted_at" IS DISTINCT FROM (NEW."restricted_at") OR OLD."restricted_by_id" IS DISTINCT FROM (NEW."restricted_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="8d69243333594b4777af5418004d170f38059245",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_81ed6",
                    table="cases_restriction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="lifted_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."lifted_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4ae975fa6ad50cc163374c5da7e7e5215ab5f99b",
                    operation="UPDATE",
                    pgid="pgtrigger_lifted_once_f74b0",
                    table="cases_restriction",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="owner_named_on_it",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_restriction restriction\n        JOIN cases_case restricted ON restricted.id = restriction.case_id\n        WHERE restriction.id = NEW.id AND restriction.lifted_at IS NULL AND NOT EXISTS (\n            SELECT FROM cases_namedreader named\n            WHERE named.restriction_id = restriction.id AND named.person_id = restricted.owner_id\n            AND named.removed_at IS NULL\n        )\n    ) THEN\n        RAISE EXCEPTION 'The owner of a restricted case is named on it.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="f7b444e5a302155b97a3e70aa290b6733ca49ca7",
                    operation="INSERT",
                    pgid="pgtrigger_owner_named_on_it_dbe8f",
                    table="cases_restriction",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_restrictionevent" ("case_id", "id", "lifted_at", "lifted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "restricted_at", "restricted_by_id") VALUES (NEW."case_id", NEW."id", NEW."lifted_at", NEW."lifted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."restricted_at", NEW."restricted_by_id"); RETURN NULL;',
                    hash="0da0675f89c2fa3ffdf3ab1c72f98fa6d8870b9c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_51716",
                    table="cases_restriction",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="restriction",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_restrictionevent" ("case_id", "id", "lifted_at", "lifted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "restricted_at", "restricted_by_id") VALUES (NEW."case_id", NEW."id", NEW."lifted_at", NEW."lifted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."restricted_at", NEW."restricted_by_id"); RETURN NULL;',
                    hash="80abc5f2f4ccb845638e7182ff85bfad271fec31",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f51b6",
                    table="cases_restriction",
                    when="AFTER",
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
            model_name="namedreader",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."named_at" IS DISTINCT FROM (NEW."named_at") OR OLD."named_by_id" IS DISTINCT FROM (NEW."named_by_id") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."restriction_id" IS DISTINCT FROM (NEW."restriction_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="44c5c2612b31ae97b281808e77c22c727a137747",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_4d2b7",
                    table="cases_namedreader",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="namedreader",
            trigger=pgtrigger.compiler.Trigger(
                name="removed_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."removed_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f0e71c4b7f2d682d4758551d0645c16be9c0b7fd",
                    operation="UPDATE",
                    pgid="pgtrigger_removed_once_6d08d",
                    table="cases_namedreader",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="namedreader",
            trigger=pgtrigger.compiler.Trigger(
                name="owner_stays_named",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n    IF EXISTS (\n        SELECT FROM cases_restriction restriction\n        JOIN cases_case restricted ON restricted.id = restriction.case_id\n        WHERE restriction.id = NEW.restriction_id AND restriction.lifted_at IS NULL AND NOT EXISTS (\n            SELECT FROM cases_namedreader named\n            WHERE named.restriction_id = restriction.id AND named.person_id = restricted.owner_id\n            AND named.removed_at IS NULL\n        )\n    ) THEN\n        RAISE EXCEPTION 'The owner of a restricted case is named on it.' USING ERRCODE = 'check_violation';\n    END IF;\n    RETURN NULL;\n",
                    hash="24490c5c3ef670b3286af98328f9d041ab09b564",
                    operation="UPDATE",
                    pgid="pgtrigger_owner_stays_named_e4cd3",
                    table="cases_namedreader",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="namedreader",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_namedreaderevent" ("id", "named_at", "named_by_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id", "restriction_id") VALUES (NEW."id", NEW."named_at", NEW."named_by_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id", NEW."restriction_id"); RETURN NULL;',
                    hash="2e55a4982cd60b8c089e7c2a5f8fa1fe262491e4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6f05",
                    table="cases_namedreader",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="namedreader",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_namedreaderevent" ("id", "named_at", "named_by_id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "removed_by_id", "restriction_id") VALUES (NEW."id", NEW."named_at", NEW."named_by_id", NEW."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."removed_at", NEW."removed_by_id", NEW."restriction_id"); RETURN NULL;',
                    hash="2501ba15b0bc7059ffc35d3b20d276d535eae947",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d6321",
                    table="cases_namedreader",
                    when="AFTER",
                ),
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
        AddTrigger(
            model_name="areasearch",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="13258ccb53e84b954401ba05ce5ec87e733294df",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_318d4",
                    table="cases_areasearch",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="areasearch",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_areasearchevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "searched_at", "searched_by_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."searched_at", NEW."searched_by_id"); RETURN NULL;',
                    hash="efdf938555ecf44c13d79a57fb728c98e7e569d6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1479d",
                    table="cases_areasearch",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="areasearch",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_areasearchevent" ("area_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "searched_at", "searched_by_id") VALUES (NEW."area_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."searched_at", NEW."searched_by_id"); RETURN NULL;',
                    hash="e315bfa731a265054ceb3d9fb883ccf3095cb165",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8eb02",
                    table="cases_areasearch",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."easy_text" IS DISTINCT FROM (NEW."easy_text") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_of_concern" IS DISTINCT FROM (NEW."parent_of_concern") OR OLD."parents_apart" IS DISTINCT FROM (NEW."parents_apart") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."to_whom" IS DISTINCT FROM (NEW."to_whom") OR OLD."which_parent" IS DISTINCT FROM (NEW."which_parent") OR OLD."who_opens_post" IS DISTINCT FROM (NEW."who_opens_post") OR OLD."why_safe" IS DISTINCT FROM (NEW."why_safe"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="729c88dc07d776fbcee7c0a9957403915d2f27dd",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_c1494",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="sent_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."sent_on" IS NOT NULL)',
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "sent_on", "sent_how", "sent_by_id" rows from % table\', TG_TABLE_NAME;',
                    hash="8c6a6a97a4ce9918b045029af26f7982bd53a6de",
                    operation='UPDATE OF "sent_on", "sent_how", "sent_by_id"',
                    pgid="pgtrigger_sent_once_75433",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "in_error_at", "in_error_by_id", "in_error_reason" rows from % table\', TG_TABLE_NAME;',
                    hash="d27589974e12162bfaf1bf9f86a2b4be9f9cbda7",
                    operation='UPDATE OF "in_error_at", "in_error_by_id", "in_error_reason"',
                    pgid="pgtrigger_said_in_error_once_86839",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "which_parent", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."which_parent", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="c8225e6df10afe040581d5003ccc74046d666018",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c7403",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_letterevent" ("address", "asked_at", "asked_by_id", "case_id", "easy_text", "file", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "made_at", "name", "parent_of_concern", "parents_apart", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sent_by_id", "sent_how", "sent_on", "sha256", "text", "to_whom", "which_parent", "who_opens_post", "why_safe") VALUES (NEW."address", NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."easy_text", NEW."file", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", NEW."made_at", NEW."name", NEW."parent_of_concern", NEW."parents_apart", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sent_by_id", NEW."sent_how", NEW."sent_on", NEW."sha256", NEW."text", NEW."to_whom", NEW."which_parent", NEW."who_opens_post", NEW."why_safe"); RETURN NULL;',
                    hash="51d70f3b21ea12c0419d6dd61e8aac10047c1dbe",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fd834",
                    table="cases_letter",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="letter",
            trigger=pgtrigger.compiler.Trigger(
                name="to_no_parent_whom_it_may_not_reach",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"to_whom\" = 'parent')",
                    func="\n                    IF NEW.parent_of_concern <> 'no' OR NEW.parents_apart = 'unknown'\n                    OR NEW.parents_apart = 'yes' AND NEW.which_parent = '' THEN\n                        RAISE EXCEPTION 'A parent is written to where it is known to be safe.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    IF EXISTS (\n                        SELECT FROM cases_case JOIN referrals_individual person ON person.id = individual_id\n                        -- By an age alone as if their birthday had been on the day on which it was said.\n                        WHERE cases_case.id = NEW.case_id AND coalesce(person.age_given, 0) + date_part(\n                            'year', age(\n                                (NEW.asked_at AT TIME ZONE 'Europe/London')::date,\n                                coalesce(person.born_on, person.age_given_on)\n                            )\n                        ) >= 18\n                    ) THEN\n                        RAISE EXCEPTION 'Nothing is written to a parent of an adult.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="45eeeeafe8c9c5af6777f16ddf0e3aaba655c39c",
                    operation="INSERT",
                    pgid="pgtrigger_to_no_parent_whom_it_may_not_reach_9b961",
                    table="cases_letter",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="exitplan",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="91d4451f0f019496042c95ffbb176b1a9c86857f",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_3e14d",
                    table="cases_exitplan",
                    when="BEFORE",
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
            model_name="outsidedisclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e825057368145e48e9ca553ca19deb26990fa24",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_68365",
                    table="cases_outsidedisclosure",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="outsidedisclosure",
            trigger=pgtrigger.compiler.Trigger(
                name="recorded_afterwards",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.disclosed_on > (NEW.recorded_at AT TIME ZONE 'Europe/London')::date)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="50cf37a0022fe8379f6a909f9d4af1b858e8be77",
                    operation="INSERT",
                    pgid="pgtrigger_recorded_afterwards_b563c",
                    table="cases_outsidedisclosure",
                    when="BEFORE",
                ),
            ),
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
            model_name="sharingagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kept_where" IS DISTINCT FROM (NEW."kept_where") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."until" IS DISTINCT FROM (NEW."until"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f2d3dbab12c28a452e454d691d5378a9fb57039d",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_e0980",
                    table="cases_sharingagreement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f8472e31ba537d647804cba3b2b8d6d399b179fa",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_once_4d6ef",
                    table="cases_sharingagreement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="is_with_somebody",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n                    IF NOT EXISTS (SELECT FROM cases_agreementparty party WHERE party.agreement_id = NEW.id) THEN\n                        RAISE EXCEPTION 'An agreement is with some agency.' USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NULL;\n                ",
                    hash="eaf1f9b51d76337c3d0e67c5c60f60b3a277a868",
                    operation="INSERT",
                    pgid="pgtrigger_is_with_somebody_64b69",
                    table="cases_sharingagreement",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_sharingagreementevent" ("area_id", "ended_at", "ended_because", "ended_by_id", "id", "kept_where", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "reference", "starts_on", "title", "until") VALUES (NEW."area_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."kept_where", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."starts_on", NEW."title", NEW."until"); RETURN NULL;',
                    hash="1af6e68c48bda5bf6fac2e32dd2c2f7eaf5f6e82",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2383c",
                    table="cases_sharingagreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sharingagreement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_sharingagreementevent" ("area_id", "ended_at", "ended_because", "ended_by_id", "id", "kept_where", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "recorded_at", "recorded_by_id", "reference", "starts_on", "title", "until") VALUES (NEW."area_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."kept_where", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."starts_on", NEW."title", NEW."until"); RETURN NULL;',
                    hash="e65169fd6cb17ee07d57999bb299bfd505b8a39d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b71b7",
                    table="cases_sharingagreement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreementparty",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61ea60c8650a6720be1aed7e152dbce342e52af9",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_b83ac",
                    table="cases_agreementparty",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreementparty",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_agreementpartyevent" ("agency_id", "agreement_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agency_id", NEW."agreement_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id"); RETURN NULL;',
                    hash="a37342f096bf6a90908e3923d28b2374cc6764a6",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e7b8c",
                    table="cases_agreementparty",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreementparty",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_agreementpartyevent" ("agency_id", "agreement_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."agency_id", NEW."agreement_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id"); RETURN NULL;',
                    hash="e9c578e1b12c8216cda71816696b5a5286a94a21",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cbcdd",
                    table="cases_agreementparty",
                    when="AFTER",
                ),
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
        AddTrigger(
            model_name="casetransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="all_confirmed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."signed_at" IS NOT NULL)',
                    func="\n        IF (TG_OP = 'INSERT' OR OLD.signed_at IS NULL OR NEW.outcome = 'accepted') AND EXISTS (\n            SELECT FROM cases_casereferral carried JOIN referrals_referral referral ON referral.id = carried.referral_id\n            JOIN accounts_agency agency ON agency.id = referral.for_agency_id\n            WHERE carried.case_id = NEW.case_id AND agency.type IN ('health', 'police')\n            AND NOT EXISTS (\n                SELECT FROM cases_transferredreferral confirmed\n                WHERE confirmed.transfer_id = NEW.id AND confirmed.referral_id = referral.id\n            )\n        ) THEN\n            RAISE EXCEPTION 'What health or the police have referred goes over only as it was confirmed.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="4e7d9db0bdd4732e5ab1e65c47acc309229a27f3",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_all_confirmed_b5355",
                    table="cases_casetransfer",
                    when="BEFORE",
                ),
            ),
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
        AddTrigger(
            model_name="transferredcontribution",
            trigger=pgtrigger.compiler.Trigger(
                name="for_all_members_of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_contribution piece ON piece.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL\n                        AND piece.id = NEW.contribution_id\n                        AND piece.mark = 'all_members' AND piece.withdrawn_at IS NULL\n                    ) THEN\n                        RAISE EXCEPTION 'What goes over was shared for all members, and was signed off with it.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="3fb6330d702b1b39a8035e748a85f6d9d137218e",
                    operation="INSERT",
                    pgid="pgtrigger_for_all_members_of_its_case_48ee4",
                    table="cases_transferredcontribution",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="02806e14341c4ff563086257fad90d1046526901",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_once_35c05",
                    table="cases_legalhold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."carried_at" IS DISTINCT FROM (NEW."carried_at") OR OLD."carried_from_id" IS DISTINCT FROM (NEW."carried_from_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."matter" IS DISTINCT FROM (NEW."matter") OR OLD."placed_at" IS DISTINCT FROM (NEW."placed_at") OR OLD."placed_by_id" IS DISTINCT FROM (NEW."placed_by_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a229e41b049dd69375438cc8128a5e9ca418f5dc",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_b8622",
                    table="cases_legalhold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalholdevent" ("carried_at", "carried_from_id", "case_id", "ended_at", "ended_because", "ended_by_id", "id", "matter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "review_on") VALUES (NEW."carried_at", NEW."carried_from_id", NEW."case_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."matter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."review_on"); RETURN NULL;',
                    hash="16dd10d11dba151e31f4917462a5e65a5dc697e1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b4e4c",
                    table="cases_legalhold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_legalholdevent" ("carried_at", "carried_from_id", "case_id", "ended_at", "ended_because", "ended_by_id", "id", "matter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "review_on") VALUES (NEW."carried_at", NEW."carried_from_id", NEW."case_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."matter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."review_on"); RETURN NULL;',
                    hash="d65a95246019c8f1368907d238f5ecfd311cd81a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_68752",
                    table="cases_legalhold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3c0bb92485c7fd2eab2540e4688b7d82fe1160ec",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9c199",
                    table="cases_legalholdreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="of_one_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (SELECT FROM cases_legalhold hold WHERE hold.id = NEW.hold_id AND ended_at IS NOT NULL)\n                    THEN\n                        RAISE EXCEPTION 'This legal hold has ended.' USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="4e77397be36ccb2904f9a9adce593b055fb7aaa1",
                    operation="INSERT",
                    pgid="pgtrigger_of_one_that_stands_097be",
                    table="cases_legalholdreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalholdreviewevent" ("hold_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id") VALUES (NEW."hold_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                    hash="b7a9301e522afba68f8f59be335a2fdac2c864a8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e2d15",
                    table="cases_legalholdreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_legalholdreviewevent" ("hold_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id") VALUES (NEW."hold_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                    hash="18fe2200f89f78c35b4628d093d9a787971aaf8a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb1e1",
                    table="cases_legalholdreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_case_that_has_ended",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_case kept WHERE kept.id = NEW.case_id AND kept.ended_at IS NOT NULL\n                    ) THEN\n                        RAISE EXCEPTION 'Whether a case is still needed is asked once it has ended.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="ed710e9d71fa12233bbb692ee8f847fafe4cef3b",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_case_that_has_ended_50b03",
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
                name="made_before_it_is_signed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."checked_by_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot insert rows from % table', TG_TABLE_NAME;",
                    hash="be266f6b1c7bbe8b1ec2d940cf8e9e467b99e83c",
                    operation="INSERT",
                    pgid="pgtrigger_made_before_it_is_signed_79bc3",
                    table="cases_retentionreview",
                    when="BEFORE",
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
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7cd2ae8bd36d6e9fd43149d8b413375f3060d6d8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_a5926",
                    table="cases_transferredreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="carried_by_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_casereferral carried ON carried.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL\n                        AND carried.referral_id = NEW.referral_id\n                    ) THEN\n                        RAISE EXCEPTION 'What was referred goes over with the case that carries it, and was signed off.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="0e3067535fee4403e1e2f7a768b491fd7bbfa01a",
                    operation="INSERT",
                    pgid="pgtrigger_carried_by_its_case_992f6",
                    table="cases_transferredreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_transferredreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "transfer_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."transfer_id"); RETURN NULL;',
                    hash="707094b4a4a9baee04255d77af7a5fb8bb88ce52",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_46d92",
                    table="cases_transferredreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferredreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_transferredreferralevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "transfer_id") VALUES (NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."transfer_id"); RETURN NULL;',
                    hash="f359250f925266405fee620133fd2265a3d54b75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e65cc",
                    table="cases_transferredreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_own_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (SELECT FROM cases_contribution WHERE id = NEW.contribution_id AND case_id <> NEW.case_id)\n                    OR EXISTS (SELECT FROM cases_consent WHERE id = NEW.consent_id AND case_id <> NEW.case_id)\n                    THEN\n                        RAISE EXCEPTION 'What a file belongs to is part of another case.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="a241ccc1b61a9419cd43f91ab33a152bdc622a67",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_own_case_72d2b",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_received",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."consent_id" IS DISTINCT FROM (NEW."consent_id") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."added_at" IS DISTINCT FROM (NEW."added_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="92fcb696a2d4f15a26f7d20cfc36659090a09e26",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_as_received_05b79",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="sealed_for_ever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'sealed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7b2151ce9546ff06c7a73545c4d06cb21c6f450d",
                    operation="UPDATE",
                    pgid="pgtrigger_sealed_for_ever_17bc1",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT (NEW.contribution_id IS NULL) AND EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="d44555f9f44fa185619e8e29d9a25a4bf6809970",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_fe88f",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.in_error_at IS NOT NULL AND (OLD.in_error_at, OLD.in_error_by_id, OLD.in_error_reason) IS DISTINCT FROM (NEW.in_error_at, NEW.in_error_by_id, NEW.in_error_reason))",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a2d67416ad8ae85372619b297b4dc1e49bc30640",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_be793",
                    table="cases_casefile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_casefileevent" ("added_at", "added_by_id", "case_id", "checked_at", "consent_id", "contribution_id", "given_name", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sealed_at", "sealed_by_id", "sha256", "size", "state", "what", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."checked_at", NEW."consent_id", NEW."contribution_id", NEW."given_name", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."what", NEW."why_not"); RETURN NULL;',
                    hash="a8df86855a98d822e82effb7817762c3446a2839",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_69bc1",
                    table="cases_casefile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casefile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_casefileevent" ("added_at", "added_by_id", "case_id", "checked_at", "consent_id", "contribution_id", "given_name", "id", "in_error_at", "in_error_by_id", "in_error_reason", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sealed_at", "sealed_by_id", "sha256", "size", "state", "what", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."case_id", NEW."checked_at", NEW."consent_id", NEW."contribution_id", NEW."given_name", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."what", NEW."why_not"); RETURN NULL;',
                    hash="77238c20695bd6778ac2d5020ce6994f1d0c1998",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a63eb",
                    table="cases_casefile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."opened_by_id" IS DISTINCT FROM (NEW."opened_by_id") OR OLD."opened_at" IS DISTINCT FROM (NEW."opened_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b39131a2db1149a373659569111db52dd8eddc0a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3cee0",
                    table="cases_project",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_projectevent" ("agency_id", "area_id", "closed_at", "id", "name", "offers", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reference") VALUES (NEW."agency_id", NEW."area_id", NEW."closed_at", NEW."id", NEW."name", NEW."offers", NEW."opened_at", NEW."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."places", NEW."reference"); RETURN NULL;',
                    hash="37fc59e0b71b4f80cecef51536d47f655cdf8b20",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa71b",
                    table="cases_project",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_projectevent" ("agency_id", "area_id", "closed_at", "id", "name", "offers", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reference") VALUES (NEW."agency_id", NEW."area_id", NEW."closed_at", NEW."id", NEW."name", NEW."offers", NEW."opened_at", NEW."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."places", NEW."reference"); RETURN NULL;',
                    hash="0ae050e496aceb7aa39a68370723225b6ec51c22",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8956",
                    table="cases_project",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="only_while_support_is_agreed_to",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF (SELECT stage FROM cases_case WHERE id = NEW.case_id) <> 'active' THEN\n            RAISE EXCEPTION 'Nobody is asked to give support to which there is no agreement.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="4ba050c42f8c2f4daf78b3b6d31e1f7f14d4c312",
                    operation="INSERT",
                    pgid="pgtrigger_only_while_support_is_agreed_to_14f16",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL AND OLD."answered_at" IS DISTINCT FROM (NEW."answered_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="34d94f566c588abfc51129aed7229fbeeb0154b9",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_ace13",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4ebccca34efd20fbd2d10161730c1cd49077f702",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_once_c678e",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="as_agreed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE shared_on DATE; of_area BIGINT; kind TEXT; home BIGINT; policy RECORD;",
                    func="\n            IF NEW.despite_agreement <> '' OR NEW.agency_id IS NULL OR FALSE THEN\n                RETURN NEW;\n            END IF;\n            shared_on := (NEW.asked_at AT TIME ZONE 'Europe/London')::date;\n            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);\n            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = NEW.agency_id;\n            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy\n            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL\n            ORDER BY starts_on DESC, id DESC LIMIT 1;\n            IF kind = 'police' AND NOT COALESCE(policy.police_need_one, FALSE)\n            OR kind IN ('council', 'children', 'adults') AND home = of_area\n                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN\n                RETURN NEW;\n            END IF;\n            IF EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.ended_at IS NULL\n                AND shared_on BETWEEN agreement.starts_on AND agreement.until\n            ) THEN\n                RETURN NEW;\n            END IF;\n            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (\n                SELECT FROM cases_agreementparty party\n                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id\n                WHERE party.agency_id = NEW.agency_id AND agreement.area_id = of_area AND agreement.starts_on <= shared_on\n            ) THEN\n                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="90a4102b724507e4b650395bc9f2f7109faac7ac",
                    operation="INSERT",
                    pgid="pgtrigger_as_agreed_9159e",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."called" IS DISTINCT FROM (NEW."called") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."safe_place" IS DISTINCT FROM (NEW."safe_place") OR OLD."to_avoid" IS DISTINCT FROM (NEW."to_avoid") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."sessions" IS DISTINCT FROM (NEW."sessions") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="69caeac5dfc023645c49068d02dc7d78fbaf3059",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_def11",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interventionevent" ("accepted", "agency_id", "answered_at", "answered_by_id", "area_id", "asked_at", "asked_by_id", "called", "case_id", "despite_agreement", "ended_at", "ended_because", "ended_by_id", "id", "lawful_basis", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "reference", "safe_place", "sessions", "starts_on", "to_avoid", "until", "why_declined") VALUES (NEW."accepted", NEW."agency_id", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."called", NEW."case_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."lawful_basis", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."project_id", NEW."purpose", NEW."reference", NEW."safe_place", NEW."sessions", NEW."starts_on", NEW."to_avoid", NEW."until", NEW."why_declined"); RETURN NULL;',
                    hash="4e74ea1a1f0e0fd8bd58489c0874fe4162b29f46",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac66a",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_interventionevent" ("accepted", "agency_id", "answered_at", "answered_by_id", "area_id", "asked_at", "asked_by_id", "called", "case_id", "despite_agreement", "ended_at", "ended_because", "ended_by_id", "id", "lawful_basis", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "reference", "safe_place", "sessions", "starts_on", "to_avoid", "until", "why_declined") VALUES (NEW."accepted", NEW."agency_id", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."called", NEW."case_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."lawful_basis", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."project_id", NEW."purpose", NEW."reference", NEW."safe_place", NEW."sessions", NEW."starts_on", NEW."to_avoid", NEW."until", NEW."why_declined"); RETURN NULL;',
                    hash="02d7053a46e97f1a9f919cefc6e2a5e20c339a11",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d366f",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="where_there_is_a_place",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE approval cases_providerapproval%ROWTYPE; place cases_project%ROWTYPE;",
                    func="\n        IF EXISTS (SELECT FROM accounts_agency WHERE id = NEW.agency_id AND type = 'provider') THEN\n            PERFORM FROM accounts_agency WHERE id = NEW.agency_id FOR NO KEY UPDATE;\n            SELECT * INTO approval FROM cases_providerapproval WHERE agency_id = NEW.agency_id ORDER BY id DESC LIMIT 1;\n            IF approval.id IS NULL OR approval.refused_because <> ''\n                OR (NEW.asked_at AT TIME ZONE 'Europe/London')::date\n                NOT BETWEEN approval.approved_from AND approval.approved_until\n            THEN\n                RAISE EXCEPTION 'A provider is asked for support only while it is approved.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            IF (SELECT count(*) FROM cases_intervention given WHERE given.agency_id = NEW.agency_id AND given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (\n    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL\n))\n                >= approval.capacity\n            THEN\n                RAISE EXCEPTION 'A provider gives support to no more people than it can.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n        END IF;\n        IF NEW.project_id IS NOT NULL THEN\n            SELECT * INTO place FROM cases_project WHERE id = NEW.project_id FOR NO KEY UPDATE;\n            IF place.agency_id <> NEW.agency_id OR place.area_id <> NEW.area_id OR place.closed_at IS NOT NULL\n                OR place.places <= (\n                    SELECT count(*) FROM cases_intervention given WHERE given.project_id = NEW.project_id AND given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (\n    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL\n)\n                )\n            THEN\n                RAISE EXCEPTION 'A place is given in an open project of the agency and area, where one is free.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n        END IF;\n        RETURN NEW;\n    ",
                    hash="b5141ee4ebb3711e9e120bf03946aff5f52f686f",
                    operation="INSERT",
                    pgid="pgtrigger_where_there_is_a_place_48240",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."came" IS DISTINCT FROM (NEW."came") OR OLD."held_on" IS DISTINCT FROM (NEW."held_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."minutes" IS DISTINCT FROM (NEW."minutes") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."reported_at" IS DISTINCT FROM (NEW."reported_at") OR OLD."reported_by_id" IS DISTINCT FROM (NEW."reported_by_id") OR OLD."what" IS DISTINCT FROM (NEW."what") OR OLD."why_missed" IS DISTINCT FROM (NEW."why_missed"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6976db20b2613069c84ebc3d72813217208765ef",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_1f0b3",
                    table="cases_interventionsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b01cba55e675ef3bd62bb4ed0e3fa85bc7a3b023",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_5e3f8",
                    table="cases_interventionsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_what_was_accepted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_intervention given WHERE given.id = NEW.intervention_id AND given.accepted\n        ) THEN\n            RAISE EXCEPTION 'Sessions are reported of support that an agency has accepted to give.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="8b606c2dc3a7323c10109057a04994c5d79d3857",
                    operation="INSERT",
                    pgid="pgtrigger_of_what_was_accepted_c1872",
                    table="cases_interventionsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interventionsessionevent" ("came", "held_on", "id", "in_error_at", "in_error_by_id", "in_error_reason", "intervention_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reported_at", "reported_by_id", "what", "why_missed") VALUES (NEW."came", NEW."held_on", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."intervention_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."reported_at", NEW."reported_by_id", NEW."what", NEW."why_missed"); RETURN NULL;',
                    hash="571db769a80fa3be2efd43d5b0dabcae200627b3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c8156",
                    table="cases_interventionsession",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_interventionsessionevent" ("came", "held_on", "id", "in_error_at", "in_error_by_id", "in_error_reason", "intervention_id", "minutes", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "reported_at", "reported_by_id", "what", "why_missed") VALUES (NEW."came", NEW."held_on", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."intervention_id", NEW."minutes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."reported_at", NEW."reported_by_id", NEW."what", NEW."why_missed"); RETURN NULL;',
                    hash="7cc30185756e0406129551bd381b0b883c467714",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ce35c",
                    table="cases_interventionsession",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="interventionsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="11eae8049ac36ff9e6d90d5c0f738bc2bab123d1",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_e299d",
                    table="cases_interventionsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgentconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."words" IS DISTINCT FROM (NEW."words") OR OLD."raised_by_id" IS DISTINCT FROM (NEW."raised_by_id") OR OLD."raised_at" IS DISTINCT FROM (NEW."raised_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="56e40fb35f48f66312fa007523ac061d9852bb7f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_40457",
                    table="cases_urgentconcern",
                    when="BEFORE",
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
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_what_was_accepted",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_intervention given WHERE given.id = NEW.intervention_id AND given.accepted\n        ) THEN\n            RAISE EXCEPTION 'Sessions are reported of support that an agency has accepted to give.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="cfecc0db990944ba585d875163ee1d46d708d724",
                    operation="INSERT",
                    pgid="pgtrigger_of_what_was_accepted_d32a4",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM cases_intervention WHERE id = NEW.intervention_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="cc49126c5e6a598e323e5fb8345b642e3977266c",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_cf594",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_at" IS DISTINCT FROM (NEW."agreed_at") OR OLD."agreed_by_id" IS DISTINCT FROM (NEW."agreed_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."meets_on" IS DISTINCT FROM (NEW."meets_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a6854e978c763052ed92acdce5ea37298cf7ad83",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_ba3b8",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="taken_back_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."taken_back_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b5e56ba583f02a300118cc4a824e2b53442028b2",
                    operation="UPDATE",
                    pgid="pgtrigger_taken_back_once_f91a2",
                    table="cases_agreedsession",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_agreedsessionevent" ("agreed_at", "agreed_by_id", "id", "intervention_id", "meets_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_because", "taken_back_by_id") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."id", NEW."intervention_id", NEW."meets_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."taken_back_at", NEW."taken_back_because", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="e184b1e355ea410a4aa7505bb91cabc0638adb92",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e80ff",
                    table="cases_agreedsession",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agreedsession",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_agreedsessionevent" ("agreed_at", "agreed_by_id", "id", "intervention_id", "meets_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "taken_back_at", "taken_back_because", "taken_back_by_id") VALUES (NEW."agreed_at", NEW."agreed_by_id", NEW."id", NEW."intervention_id", NEW."meets_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."taken_back_at", NEW."taken_back_because", NEW."taken_back_by_id"); RETURN NULL;',
                    hash="5dd25ab93294182b7be443b56e6691e6797d4a2a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_266f8",
                    table="cases_agreedsession",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="66f5f4dda614126e70b15f5c693eefaabc41eea8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_6964c",
                    table="cases_providerapproval",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_providerapprovalevent" ("agency_id", "approved_from", "approved_until", "capacity", "id", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "refused_because", "specialism") VALUES (NEW."agency_id", NEW."approved_from", NEW."approved_until", NEW."capacity", NEW."id", NEW."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."refused_because", NEW."specialism"); RETURN NULL;',
                    hash="970162335675682ff52df998e5c4b71afece1da9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6966c",
                    table="cases_providerapproval",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_providerapprovalevent" ("agency_id", "approved_from", "approved_until", "capacity", "id", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "refused_because", "specialism") VALUES (NEW."agency_id", NEW."approved_from", NEW."approved_until", NEW."capacity", NEW."id", NEW."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."refused_because", NEW."specialism"); RETURN NULL;',
                    hash="f15e2cdf3dc5f93110ce9153b1a17b5b4dc3bb3f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_81d12",
                    table="cases_providerapproval",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."noted_at" IS DISTINCT FROM (NEW."noted_at") OR OLD."noted_by_id" IS DISTINCT FROM (NEW."noted_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="80ba8e43f731126f15df8ce442ff26b8b6ba898a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_68ee6",
                    table="cases_ownaccount",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d95bf779c871cb5798d7650f0b205b2b4cdb76f5",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_90768",
                    table="cases_ownaccount",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_ownaccountevent" ("case_id", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "name", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_on", "whose", "words") VALUES (NEW."case_id", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."name", NEW."noted_at", NEW."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="5d51ab19967ac4b2aed150637c83b8f1b7256139",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9a0cf",
                    table="cases_ownaccount",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="ownaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_ownaccountevent" ("case_id", "how", "id", "in_error_at", "in_error_by_id", "in_error_reason", "name", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_on", "whose", "words") VALUES (NEW."case_id", NEW."how", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."name", NEW."noted_at", NEW."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="4c77fd0b3fa1350b0bbb5bf9ad24f68aec3e0b1c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_eb9f7",
                    table="cases_ownaccount",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="f843e129c06b9330f558173bfac57b19b41e468e",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_b0366",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."allocation_id" IS DISTINCT FROM (NEW."allocation_id") OR OLD."assessment_id" IS DISTINCT FROM (NEW."assessment_id") OR OLD."being_told_id" IS DISTINCT FROM (NEW."being_told_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."consent_id" IS DISTINCT FROM (NEW."consent_id") OR OLD."contact_id" IS DISTINCT FROM (NEW."contact_id") OR OLD."contribution_id" IS DISTINCT FROM (NEW."contribution_id") OR OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."exit_plan_id" IS DISTINCT FROM (NEW."exit_plan_id") OR OLD."factor_entry_id" IS DISTINCT FROM (NEW."factor_entry_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."information_answer_id" IS DISTINCT FROM (NEW."information_answer_id") OR OLD."intervention_id" IS DISTINCT FROM (NEW."intervention_id") OR OLD."letter_id" IS DISTINCT FROM (NEW."letter_id") OR OLD."own_account_id" IS DISTINCT FROM (NEW."own_account_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."session_id" IS DISTINCT FROM (NEW."session_id") OR OLD."support_plan_id" IS DISTINCT FROM (NEW."support_plan_id") OR OLD."urgent_concern_id" IS DISTINCT FROM (NEW."urgent_concern_id") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1a7471107d108311dc9b35c69ed27e412afe8883",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8f3c8",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NEW.assessment_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_assessment written\n            \n            WHERE written.id = NEW.assessment_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contribution_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_contribution written\n            \n            WHERE written.id = NEW.contribution_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.contact_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_loggedcontact written\n            \n            WHERE written.id = NEW.contact_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.decision_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_section36decision written\n            \n            WHERE written.id = NEW.decision_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.session_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_interventionsession written\n            JOIN cases_intervention part ON part.id = written.intervention_id\n            WHERE written.id = NEW.session_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.exit_plan_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_exitplan written\n            \n            WHERE written.id = NEW.exit_plan_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.consent_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_consent written\n            \n            WHERE written.id = NEW.consent_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.being_told_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_beingtold written\n            \n            WHERE written.id = NEW.being_told_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.support_plan_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_supportplan written\n            \n            WHERE written.id = NEW.support_plan_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.information_answer_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_informationanswer written\n            JOIN cases_informationrequest part ON part.id = written.request_id\n            WHERE written.id = NEW.information_answer_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.urgent_concern_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_urgentconcern written\n            \n            WHERE written.id = NEW.urgent_concern_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.letter_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_letter written\n            \n            WHERE written.id = NEW.letter_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.own_account_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_ownaccount written\n            \n            WHERE written.id = NEW.own_account_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.factor_entry_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_factorentry written\n            JOIN cases_assessment part ON part.id = written.assessment_id\n            WHERE written.id = NEW.factor_entry_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.intervention_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_intervention written\n            \n            WHERE written.id = NEW.intervention_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        \n        IF NEW.allocation_id IS NOT NULL AND NOT EXISTS (\n            SELECT FROM cases_allocation written\n            \n            WHERE written.id = NEW.allocation_id AND case_id = NEW.case_id\n        ) THEN\n            RAISE EXCEPTION 'What is disputed is disputed in its own case.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;",
                    hash="5837bca362b016192b7f419c7c49506ead91101b",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_case_8cdb3",
                    table="cases_dispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_disputeevent" ("allocation_id", "answer", "answered_at", "answered_by_id", "assessment_id", "being_told_id", "case_id", "consent_id", "contact_id", "contribution_id", "decision_id", "due_on", "exit_plan_id", "factor_entry_id", "id", "information_answer_id", "intervention_id", "letter_id", "outcome", "own_account_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "session_id", "support_plan_id", "urgent_concern_id", "whose", "words") VALUES (NEW."allocation_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."being_told_id", NEW."case_id", NEW."consent_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."exit_plan_id", NEW."factor_entry_id", NEW."id", NEW."information_answer_id", NEW."intervention_id", NEW."letter_id", NEW."outcome", NEW."own_account_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."session_id", NEW."support_plan_id", NEW."urgent_concern_id", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="1b120e2ab4a51145ce78100495ba91085320f610",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_386de",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="dispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_disputeevent" ("allocation_id", "answer", "answered_at", "answered_by_id", "assessment_id", "being_told_id", "case_id", "consent_id", "contact_id", "contribution_id", "decision_id", "due_on", "exit_plan_id", "factor_entry_id", "id", "information_answer_id", "intervention_id", "letter_id", "outcome", "own_account_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "said_on", "session_id", "support_plan_id", "urgent_concern_id", "whose", "words") VALUES (NEW."allocation_id", NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."assessment_id", NEW."being_told_id", NEW."case_id", NEW."consent_id", NEW."contact_id", NEW."contribution_id", NEW."decision_id", NEW."due_on", NEW."exit_plan_id", NEW."factor_entry_id", NEW."id", NEW."information_answer_id", NEW."intervention_id", NEW."letter_id", NEW."outcome", NEW."own_account_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."said_on", NEW."session_id", NEW."support_plan_id", NEW."urgent_concern_id", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="4a2b209281f20f64fd2ad98a27efc6bc882a23df",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e24d7",
                    table="cases_dispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="61f29b4c761ccac232924b7455d5f835c43f1605",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_af847",
                    table="cases_purpose",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_purposeevent" ("case_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_at", "said_by_id", "words") VALUES (NEW."case_id", NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."said_at", NEW."said_by_id", NEW."words"); RETURN NULL;',
                    hash="76c05bdd76994e1e155238bb035344486508a431",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_77811",
                    table="cases_purpose",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="purpose",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_purposeevent" ("case_id", "ends_at", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "said_at", "said_by_id", "words") VALUES (NEW."case_id", NEW."ends_at", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."said_at", NEW."said_by_id", NEW."words"); RETURN NULL;',
                    hash="7249d1286530d738ee5c92ebe60f69d27b8fe688",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_dfa8a",
                    table="cases_purpose",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d9606c45f3ff087b4ceeac5a939e51732e2f3375",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_a60bf",
                    table="cases_transferreddecision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="of_the_police_in_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_casetransfer transfer\n                        JOIN cases_section36decision decision ON decision.case_id = transfer.case_id\n                        WHERE transfer.id = NEW.transfer_id AND transfer.outcome = '' AND transfer.signed_at IS NULL\n                        AND decision.id = NEW.decision_id AND decision.decided_as = 'police'\n                    ) THEN\n                        RAISE EXCEPTION 'What the police decided goes over with its case, and was signed off with it.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="6d5882e3ef0e4d66a82f4171c243283190fd2895",
                    operation="INSERT",
                    pgid="pgtrigger_of_the_police_in_its_case_11f04",
                    table="cases_transferreddecision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_transferreddecisionevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (NEW."decision_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."transfer_id"); RETURN NULL;',
                    hash="c8d1ef746bbbf23501b1a721d57cbc89ae5c2b77",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8272b",
                    table="cases_transferreddecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="transferreddecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_transferreddecisionevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "transfer_id") VALUES (NEW."decision_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."transfer_id"); RETURN NULL;',
                    hash="ca753401135ef68f24ae135898c1cec649a03d45",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f412c",
                    table="cases_transferreddecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="carriedbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3b7780e9d34b13a555c8fd6c5d07f6760b83905e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_a7c8f",
                    table="cases_carriedbefore",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="carriedbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_carriedbeforeevent" ("case_id", "id", "joined_at", "left_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id") VALUES (NEW."case_id", NEW."id", NEW."joined_at", NEW."left_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="1a2ab05c5316e8478d06899896618e5ab75b4b40",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bedd6",
                    table="cases_carriedbefore",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="carriedbefore",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_carriedbeforeevent" ("case_id", "id", "joined_at", "left_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id") VALUES (NEW."case_id", NEW."id", NEW."joined_at", NEW."left_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="880e27fe8ae1f4d9440cfcf355344896d1d58c75",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2a08b",
                    table="cases_carriedbefore",
                    when="AFTER",
                ),
            ),
        ),
    ]
