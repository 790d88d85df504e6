import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.documents.models.document
import prevent_cases.pages.models
from prevent_cases.migration_operations import AddTrigger, CreateModel


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_people_and_the_posts_they_hold"),
        ("accounts", "__first__"),
        ("pages", "0001_drafts_in_several_windows"),
        ("reference", "0001_code_lists_policies_contacts"),
    ]

    operations = [
        CreateModel(
            name="Referral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("due_before", models.DateField(null=True)),
                ("due_moved_at", models.DateTimeField(null=True)),
                ("due_move_told_at", models.DateTimeField(null=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("from_draft", models.CharField(blank=True, max_length=10)),
                ("submitted_at", models.DateTimeField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("submitted", "To be received"),
                            ("in_triage", "In triage"),
                            ("returned", "With the referrer"),
                            ("at_gateway", "With the police gateway"),
                            ("ending", "With a second person"),
                            ("transferring", "Offered to another area"),
                            ("accepted", "Accepted"),
                            ("ended", "Ended"),
                            ("withdrawn", "Withdrawn"),
                            ("transferred", "Passed to another area"),
                        ],
                        default="submitted",
                        max_length=20,
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False)),
                ("due_on", models.DateField(null=True)),
                ("search_words", models.TextField(blank=True)),
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(blank=True, max_length=200)),
                ("other_names", models.TextField(blank=True)),
                ("born_on", models.DateField(null=True)),
                ("age_given", models.PositiveSmallIntegerField(null=True)),
                (
                    "gender",
                    models.CharField(
                        choices=[
                            ("male", "Male"),
                            ("female", "Female"),
                            ("other", "Other"),
                            ("unknown", "I do not know"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("address", models.TextField(blank=True)),
                (
                    "lives_here",
                    models.CharField(
                        choices=[
                            ("here", "In this area"),
                            ("elsewhere", "Somewhere else"),
                            ("unknown", "I do not know"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("telephone", models.CharField(blank=True, max_length=100)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("online_names", models.TextField(blank=True)),
                ("first_language", models.CharField(blank=True, max_length=100)),
                (
                    "under_supervision",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("parents", models.TextField(blank=True)),
                (
                    "lives_with_children",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("household_children", models.TextField(blank=True)),
                ("setting", models.TextField(blank=True)),
                ("first_noticed_on", models.DateField(null=True)),
                ("noticed_by", models.CharField(blank=True, max_length=300)),
                ("told_lead_on", models.DateField(null=True)),
                ("other_concerns", models.TextField(blank=True)),
                ("if_nothing_is_done", models.TextField(blank=True)),
                ("rests_on_lawful_expression", models.BooleanField(default=False)),
                (
                    "person_told",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("unknown", "I do not know"),
                            ("adult", "The person is an adult"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agrees_with_referral",
                    models.CharField(
                        blank=True, choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "parent_told",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("unknown", "I do not know"),
                            ("adult", "The person is an adult"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "not_told_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "Somebody could come to harm"),
                            ("evidence", "It could spoil what the police need to find out"),
                            ("other", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_reason", models.TextField(blank=True)),
                (
                    "source_at_risk",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "family_spoken",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("family_spoken_result", models.TextField(blank=True)),
                (
                    "early_help",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "early_help_consent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "They agreed"),
                            ("refused", "They did not want it"),
                            ("not_asked", "They have not been asked"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("early_help_result", models.TextField(blank=True)),
                (
                    "team_around",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("team_around_result", models.TextField(blank=True)),
                (
                    "social_care",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("social_care_result", models.TextField(blank=True)),
                (
                    "other_services",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("other_services_result", models.TextField(blank=True)),
                (
                    "in_danger",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("danger_called", models.CharField(blank=True, max_length=300)),
                ("danger_called_on", models.DateField(null=True)),
                ("danger_called_time", models.TimeField(null=True)),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("normal", "No: it can wait for the next working day"),
                            ("urgent", "Yes: somebody should look at this today"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("urgency_reason", models.TextField(blank=True)),
                ("referrer_role", models.CharField(blank=True, max_length=200)),
                ("referrer_telephone", models.CharField(blank=True, max_length=100)),
                ("relationship", models.CharField(blank=True, max_length=300)),
                ("safeguarding_lead", models.CharField(blank=True, max_length=300)),
                (
                    "lead_may_know",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No, keep it from them")], default="yes", max_length=10
                    ),
                ),
                ("kept_from_lead_because", models.TextField(blank=True)),
                (
                    "feedback_wanted",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("no_intelligence", models.BooleanField()),
                ("as_far_as_known", models.BooleanField()),
                ("news_at", models.DateTimeField(null=True)),
                ("referrer_told_at", models.DateTimeField(null=True)),
                ("colleagues_told_at", models.DateTimeField(null=True)),
                ("lead_let_in_at", models.DateTimeField(null=True)),
                ("lead_let_in_because", models.TextField(blank=True)),
                ("untrue_elsewhere_at", models.DateTimeField(null=True)),
                ("national_reference", models.CharField(blank=True, max_length=50)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="accounts.area"
                    ),
                ),
                (
                    "concern_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.concerntype"
                    ),
                ),
                (
                    "first_sent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passed_on_as",
                        to="referrals.referral",
                    ),
                ),
                (
                    "for_agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="accounts.agency"
                    ),
                ),
                (
                    "handled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead_let_in_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referred_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
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
                    models.Index(fields=["area", "-id"], name="referrals_of_an_area"),
                    models.Index(
                        condition=models.Q(("due_on__isnull", False)),
                        fields=["area", "due_on", "id"],
                        name="referrals_to_be_decided",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("search_words", config="simple"),
                        name="referrals_by_names",
                    ),
                    models.Index(fields=["referred_by", "-id"], name="referrals_of_a_referrer"),
                    models.Index(fields=["started_by", "-id"], name="referrals_of_a_starter"),
                    models.Index(fields=["for_agency", "-id"], name="referrals_of_an_agency"),
                    models.Index(
                        condition=models.Q(("national_reference", ""), _negated=True),
                        fields=["national_reference"],
                        name="referrals_by_national_ref",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_before", None), ("due_moved_at", None)),
                            models.Q(("due_before__isnull", False), ("due_moved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_says_from_which_day_its_deadline_moved",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("given_names", ""), _negated=True), name="a_referral_names_somebody"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("as_far_as_known", True), ("no_intelligence", True)),
                        name="a_referral_is_sent_with_its_declarations",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person_told", "no"), ("parent_told", "no"), _connector="OR", _negated=True),
                            models.Q(("not_told_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_referral_chooses_why_somebody_is_not_told",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person_told", "no"), ("parent_told", "no"), _connector="OR", _negated=True),
                            models.Q(("told_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_referral_says_why_somebody_is_not_told",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("early_help", "yes"), _negated=True),
                            models.Q(("early_help_consent", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="early_help_that_was_offered_was_agreed_to_or_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("in_danger", "yes"), _negated=True),
                            models.Q(("danger_called", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="where_somebody_is_in_danger_somebody_was_called",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("urgency", "urgent"), _negated=True),
                            models.Q(("urgency_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="an_urgent_referral_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lead_may_know", "no"), _negated=True),
                            models.Q(("kept_from_lead_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_referral_kept_from_a_lead_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lead_let_in_at", None), ("lead_let_in_because", ""), ("lead_let_in_by", None)),
                            models.Q(
                                ("lead_let_in_at__isnull", False),
                                ("lead_let_in_by__isnull", False),
                                models.Q(("lead_let_in_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_lead_let_in_later_is_let_in_by_somebody_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_by", None),
                            models.Q(("started_by", models.F("referred_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="somebody_else_starts_what_is_handed_over",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ConcernEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "how_known",
                    models.CharField(
                        choices=[
                            ("seen", "I saw or heard it myself"),
                            ("told", "Somebody told me"),
                            ("opinion", "It is my opinion"),
                        ],
                        max_length=10,
                    ),
                ),
                ("happened_on", models.DateField(null=True)),
                ("text", models.TextField()),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="an_entry_says_something"
                    )
                ],
            },
        ),
        CreateModel(
            name="DraftReferral",
            fields=[],
            options={
                "verbose_name": "referral not sent yet",
                "verbose_name_plural": "referrals not sent yet",
                "proxy": True,
                "default_permissions": ("view",),
                "indexes": [],
                "constraints": [],
            },
            bases=("pages.draft",),
        ),
        CreateModel(
            name="DisclosedCopy",
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
                    "door",
                    models.CharField(
                        choices=[
                            ("early_help", "Early help"),
                            ("children", "Children's social care"),
                            ("adults", "Adult social care"),
                        ],
                        max_length=20,
                    ),
                ),
                ("to_whom", models.CharField(max_length=200)),
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
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosed_copies",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "verbose_name": "copy for another service",
                "verbose_name_plural": "copies for other services",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("sha256", "")),
                            models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_made_disclosedcopy_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("not_made_because", ""), ("made_at", None), _connector="OR"),
                        name="a_refused_disclosedcopy_is_not_made",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("to_whom", ""), _negated=True), models.Q(("purpose", ""), _negated=True)
                        ),
                        name="a_disclosure_says_to_whom_and_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="EndProposal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "end_reason",
                    models.CharField(
                        choices=[
                            ("explained", "Out of context, or explained"),
                            ("other_need", "A safeguarding need, but not this one"),
                            ("signposted", "Helped better by another service"),
                            ("managed_elsewhere", "Already in hand elsewhere"),
                            ("police", "The police are dealing with it"),
                            ("supervised", "In prison or on probation, whose own arrangements apply"),
                            ("too_little", "Too little to go on, after asking"),
                            ("not_resident", "Lives in another area"),
                            ("duplicate", "The same referral was made before"),
                            ("not_in_good_faith", "Not made in good faith"),
                            ("gone", "The person has died or left the country"),
                        ],
                        max_length=20,
                    ),
                ),
                ("rationale", models.TextField()),
                ("words_for_referrer", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("confirmed", models.BooleanField(null=True)),
                ("answer", models.TextField(blank=True)),
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
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="end_proposals",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("referral",),
                        name="one_proposal_to_end_waits_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "end_reason__in",
                                ("explained", "too_little", "not_resident", "duplicate", "not_in_good_faith", "gone"),
                            )
                        ),
                        name="only_no_further_action_is_proposed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rationale", ""), _negated=True), name="a_proposal_has_its_rationale"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words_for_referrer", ""), _negated=True),
                        name="a_proposal_has_its_released_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("confirmed", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("confirmed__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answered_proposal_says_by_whom_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", None),
                            models.Q(("answered_by", models.F("proposed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_second_person_answers_a_proposal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed", None),
                            ("confirmed", True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_sent_back_says_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="Enquiry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("police", "Police"),
                            ("local_authority", "Local authority"),
                            ("health", "Health"),
                            ("justice", "Prisons and probation"),
                            ("community", "Community"),
                            ("family", "Friends and family"),
                            ("other", "Other"),
                            ("unspecified", "Unspecified"),
                        ],
                        max_length=20,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("question", models.TextField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("forgotten_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="enquiries", to="accounts.area"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enquiries",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "for_agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "enquiries",
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["area", "-id"], name="enquiries_of_an_area"),
                    models.Index(fields=["asked_by", "-id"], name="enquiries_of_a_person"),
                    models.Index(
                        condition=models.Q(("forgotten_at", None)), fields=["asked_at"], name="enquiries_not_forgotten"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("asked_by__isnull", False),
                                ("for_agency__isnull", False),
                                ("forgotten_at", None),
                                models.Q(("question", ""), _negated=True),
                            ),
                            models.Q(
                                ("answer", ""),
                                ("answered_by", None),
                                ("asked_by", None),
                                ("for_agency", None),
                                ("forgotten_at__isnull", False),
                                ("question", ""),
                            ),
                            _connector="OR",
                        ),
                        name="a_forgotten_enquiry_holds_no_words_and_no_names",
                    )
                ],
            },
        ),
        CreateModel(
            name="EnquiryEvent",
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
                    "sector",
                    models.CharField(
                        choices=[
                            ("education", "Education"),
                            ("police", "Police"),
                            ("local_authority", "Local authority"),
                            ("health", "Health"),
                            ("justice", "Prisons and probation"),
                            ("community", "Community"),
                            ("family", "Friends and family"),
                            ("other", "Other"),
                            ("unspecified", "Unspecified"),
                        ],
                        max_length=20,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("forgotten_at", models.DateTimeField(null=True)),
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
                        to="referrals.enquiry",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="FoundUntrue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("agreed", models.BooleanField(null=True)),
                ("answer_reason", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("review_on", models.DateField(null=True)),
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
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings_of_untruth",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_finding_of_untruth_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreed", None), ("answer_reason", ""), ("answered_at", None), ("answered_by", None)
                            ),
                            models.Q(
                                ("agreed__isnull", False),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer_reason", ""), _negated=True),
                                models.Q(("answered_by", models.F("proposed_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="untrue_is_found_by_two_people",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed", True), ("review_on__isnull", False)),
                            models.Q(("agreed", False), ("review_on", None)),
                            models.Q(("agreed", None), ("review_on", None)),
                            _connector="OR",
                        ),
                        name="what_was_found_untrue_has_its_review",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreed", None), ("agreed", True), _connector="OR"),
                        fields=("referral",),
                        name="one_finding_of_untruth_stands",
                    ),
                ],
            },
        ),
        CreateModel(
            name="GatewayRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("due_before", models.DateField(null=True)),
                ("due_moved_at", models.DateTimeField(null=True)),
                ("due_move_told_at", models.DateTimeField(null=True)),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("asked", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gateway_requests",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "verbose_name": "request to the police gateway",
                "verbose_name_plural": "requests to the police gateway",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None), ("recalled_at", None)),
                        fields=["agency", "referral"],
                        name="waiting_at_a_gateway",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_before", None), ("due_moved_at", None)),
                            models.Q(("due_before__isnull", False), ("due_moved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="gatewayrequest_says_from_which_day_its_deadline_moved",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None), ("recalled_at", None)),
                        fields=("referral",),
                        name="the_gateway_is_asked_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked", ""), _negated=True), name="the_gateway_is_asked_in_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answered_at", None), ("recalled_at", None), _connector="OR"),
                        name="a_recalled_request_has_no_answer",
                    ),
                ],
            },
        ),
        CreateModel(
            name="GatewayAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "deconfliction",
                    models.CharField(
                        choices=[
                            ("clear", "Clear: support would not cut across police work"),
                            ("hold", "Hold: nothing is to be done for now"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("clear", "A: clear"),
                            ("limited", "B: limited information"),
                            ("not_appropriate", "C: not appropriate for a panel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("proposes_end", models.BooleanField(default=False)),
                ("reasons", models.TextField()),
                ("earlier_checked", models.BooleanField()),
                ("no_intelligence", models.BooleanField()),
                ("answered_at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                ("stands", models.BooleanField(null=True)),
                ("why_not", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gateway_answers",
                        to="referrals.gatewayrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "answer of the police gateway",
                "verbose_name_plural": "answers of the police gateway",
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stands", None), ("stands", True), _connector="OR"),
                        fields=("request",),
                        name="a_request_has_one_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("earlier_checked", True)), name="earlier_referrals_are_checked_first"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("no_intelligence", True)), name="no_intelligence_material_is_declared"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reasons", ""), _negated=True), name="an_answer_has_its_reasons"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("category", "not_appropriate"), ("proposes_end", True), _connector="OR"),
                                ("stands", True),
                                _negated=True,
                            ),
                            ("checked_by__isnull", False),
                            _connector="OR",
                        ),
                        name="an_answer_that_ends_something_takes_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at", None), ("checked_by", None)),
                            models.Q(
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                                models.Q(("checked_by", models.F("answered_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_second_person_checks_an_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stands", False), _negated=True),
                            models.Q(("checked_by__isnull", False), models.Q(("why_not", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="an_answer_is_sent_back_with_a_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="GatewayAnswerEvent",
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
                    "deconfliction",
                    models.CharField(
                        choices=[
                            ("clear", "Clear: support would not cut across police work"),
                            ("hold", "Hold: nothing is to be done for now"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("clear", "A: clear"),
                            ("limited", "B: limited information"),
                            ("not_appropriate", "C: not appropriate for a panel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("proposes_end", models.BooleanField(default=False)),
                ("reasons", models.TextField()),
                ("earlier_checked", models.BooleanField()),
                ("no_intelligence", models.BooleanField()),
                ("answered_at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                ("stands", models.BooleanField(null=True)),
                ("why_not", models.TextField(blank=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.gatewayanswer",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.gatewayrequest",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Individual",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(blank=True, max_length=200)),
                ("born_on", models.DateField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="Hold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("set_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("lifted_at", models.DateTimeField(null=True)),
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
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "individual",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holds", to="referrals.individual"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(condition=models.Q(("lifted_at", None)), fields=["review_on"], name="holds_by_review")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("individual",),
                        name="one_hold_on_somebody_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_lifted_hold_says_by_whom_and_when",
                    ),
                ],
            },
        ),
        CreateModel(
            name="IdentityLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "individual",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identity_links",
                        to="referrals.individual",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identity_links",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("referral",),
                        name="a_referral_is_about_one_individual",
                    )
                ],
            },
        ),
        CreateModel(
            name="IdentityDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("same", "The same person"),
                            ("different", "Somebody else"),
                            ("undone", "Not the same person after all"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("decided_at", models.DateTimeField()),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="referrals.identitydecision",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.individual"
                    ),
                ),
                (
                    "individual",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="referrals.individual"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identity_decisions",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="an_identity_decision_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "undone"), ("undoes__isnull", False)),
                            models.Q(models.Q(("answer", "undone"), _negated=True), ("undoes", None)),
                            _connector="OR",
                        ),
                        name="only_what_was_decided_is_undone",
                    ),
                ],
            },
        ),
        CreateModel(
            name="HoldEvent",
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
                ("set_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("lifted_at", models.DateTimeField(null=True)),
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
                        to="referrals.hold",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="IndividualEvent",
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
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(blank=True, max_length=200)),
                ("born_on", models.DateField(null=True)),
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
                        to="referrals.individual",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="MatchKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "individual_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
                (
                    "individual",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="match_keys",
                        to="referrals.individual",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
            },
        ),
        CreateModel(
            name="MonitoringAnswers",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recorded_at", models.DateTimeField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("person", "The person described themselves"),
                            ("family", "A parent or guardian described them"),
                            ("declined", "They were asked and did not want to say"),
                            ("not_asked", "They have not been asked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=200)),
                ("religion", models.CharField(blank=True, max_length=200)),
                ("nationality", models.CharField(blank=True, max_length=200)),
                ("disability", models.CharField(blank=True, max_length=200)),
                (
                    "individual",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="monitoring_answers",
                        to="referrals.individual",
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
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source__in", ("person", "family")),
                            models.Q(("disability", ""), ("ethnicity", ""), ("nationality", ""), ("religion", "")),
                            _connector="OR",
                        ),
                        name="nobody_is_described_by_guessing",
                    )
                ],
            },
        ),
        CreateModel(
            name="MonitoringAnswersEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("person", "The person described themselves"),
                            ("family", "A parent or guardian described them"),
                            ("declined", "They were asked and did not want to say"),
                            ("not_asked", "They have not been asked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=200)),
                ("religion", models.CharField(blank=True, max_length=200)),
                ("nationality", models.CharField(blank=True, max_length=200)),
                ("disability", models.CharField(blank=True, max_length=200)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.monitoringanswers",
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
            name="OwnCopy",
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="own_copies", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "verbose_name": "copy of a referral",
                "verbose_name_plural": "copies of referrals",
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("sha256", "")),
                            models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_made_owncopy_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("not_made_because", ""), ("made_at", None), _connector="OR"),
                        name="a_refused_owncopy_is_not_made",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ParallelReferral",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("children", "Yes, children's social care"),
                            ("adults", "Yes, adult social care"),
                            ("both", "Yes, both"),
                            ("not_needed", "No, it is not needed"),
                            ("unknown", "I do not know yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parallel_referrals",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "not_needed"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="social_care_is_left_out_only_with_a_reason",
                    )
                ],
            },
        ),
        CreateModel(
            name="PublicConcern",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("sent_at", models.DateTimeField()),
                ("who", models.TextField()),
                ("where", models.TextField(blank=True)),
                ("worry", models.TextField()),
                ("sender_name", models.CharField(blank=True, max_length=200)),
                ("sender_contact", models.CharField(blank=True, max_length=300)),
                ("sender_relation", models.CharField(blank=True, max_length=300)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("referred", "Somebody was referred"),
                            ("elsewhere", "Passed on: an emergency, or another service"),
                            ("place", "It is about a place or an event: the area’s contact was told"),
                            ("nothing", "Nothing in it is a concern for Prevent"),
                            ("misuse", "Not meant seriously, or meant to harm somebody"),
                        ],
                        max_length=10,
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("forgotten_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="public_concerns", to="accounts.area"
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["area", "-id"], name="public_concerns_of_an_area"),
                    models.Index(
                        condition=models.Q(("outcome", "")), fields=["area", "id"], name="public_concerns_to_answer"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("outcome", ""), ("referral", None)),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_public_concern_is_answered_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "referred"), ("referral__isnull", False)),
                            models.Q(models.Q(("outcome", "referred"), _negated=True), ("referral", None)),
                            _connector="OR",
                        ),
                        name="a_public_concern_names_its_referral_or_has_none",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("forgotten_at", None),
                                models.Q(("who", ""), _negated=True),
                                models.Q(("worry", ""), _negated=True),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("forgotten_at__isnull", False),
                                ("sender_contact", ""),
                                ("sender_name", ""),
                                ("sender_relation", ""),
                                ("where", ""),
                                ("who", ""),
                                ("why", ""),
                                ("worry", ""),
                            ),
                            _connector="OR",
                        ),
                        name="a_forgotten_public_concern_holds_no_words",
                    ),
                ],
            },
        ),
        CreateModel(
            name="PublicConcernEvent",
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
                ("sent_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("referred", "Somebody was referred"),
                            ("elsewhere", "Passed on: an emergency, or another service"),
                            ("place", "It is about a place or an event: the area’s contact was told"),
                            ("nothing", "Nothing in it is a concern for Prevent"),
                            ("misuse", "Not meant seriously, or meant to harm somebody"),
                        ],
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("forgotten_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.publicconcern",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
            name="ParallelReferralEvent",
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
                            ("children", "Yes, children's social care"),
                            ("adults", "Yes, adult social care"),
                            ("both", "Yes, both"),
                            ("not_needed", "No, it is not needed"),
                            ("unknown", "I do not know yet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.parallelreferral",
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
            name="OwnCopyEvent",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.owncopy",
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
            name="IdentityLinkEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.identitylink",
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
            name="IdentityDecisionEvent",
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
                            ("same", "The same person"),
                            ("different", "Somebody else"),
                            ("undone", "Not the same person after all"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("decided_at", models.DateTimeField()),
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
                        to="referrals.identitydecision",
                    ),
                ),
                (
                    "undoes",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.identitydecision",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.individual",
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
            name="GatewayRequestEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("due_before", models.DateField(null=True)),
                ("due_moved_at", models.DateTimeField(null=True)),
                ("due_move_told_at", models.DateTimeField(null=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("asked", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("recalled_at", models.DateTimeField(null=True)),
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
                        to="referrals.gatewayrequest",
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
            name="FoundUntrueEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("agreed", models.BooleanField(null=True)),
                ("answer_reason", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("review_on", models.DateField(null=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.founduntrue",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="EndProposalEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "end_reason",
                    models.CharField(
                        choices=[
                            ("explained", "Out of context, or explained"),
                            ("other_need", "A safeguarding need, but not this one"),
                            ("signposted", "Helped better by another service"),
                            ("managed_elsewhere", "Already in hand elsewhere"),
                            ("police", "The police are dealing with it"),
                            ("supervised", "In prison or on probation, whose own arrangements apply"),
                            ("too_little", "Too little to go on, after asking"),
                            ("not_resident", "Lives in another area"),
                            ("duplicate", "The same referral was made before"),
                            ("not_in_good_faith", "Not made in good faith"),
                            ("gone", "The person has died or left the country"),
                        ],
                        max_length=20,
                    ),
                ),
                ("rationale", models.TextField()),
                ("words_for_referrer", models.TextField()),
                ("proposed_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("confirmed", models.BooleanField(null=True)),
                ("answer", models.TextField(blank=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.endproposal",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="DisclosedCopyEvent",
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
                    "door",
                    models.CharField(
                        choices=[
                            ("early_help", "Early help"),
                            ("children", "Children's social care"),
                            ("adults", "Adult social care"),
                        ],
                        max_length=20,
                    ),
                ),
                ("to_whom", models.CharField(max_length=200)),
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
                        to="referrals.disclosedcopy",
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
            name="ConcernEntryEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "how_known",
                    models.CharField(
                        choices=[
                            ("seen", "I saw or heard it myself"),
                            ("told", "Somebody told me"),
                            ("opinion", "It is my opinion"),
                        ],
                        max_length=10,
                    ),
                ),
                ("happened_on", models.DateField(null=True)),
                ("text", models.TextField()),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.concernentry",
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
            name="ReferralAddition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("added_at", models.DateTimeField()),
                ("text", models.TextField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="additions", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ReferralAdditionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("added_at", models.DateTimeField()),
                ("text", models.TextField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.referraladdition",
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
            name="ReferralEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("due_within", models.PositiveSmallIntegerField(null=True)),
                ("due_before", models.DateField(null=True)),
                ("due_moved_at", models.DateTimeField(null=True)),
                ("due_move_told_at", models.DateTimeField(null=True)),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("from_draft", models.CharField(blank=True, max_length=10)),
                ("submitted_at", models.DateTimeField()),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("submitted", "To be received"),
                            ("in_triage", "In triage"),
                            ("returned", "With the referrer"),
                            ("at_gateway", "With the police gateway"),
                            ("ending", "With a second person"),
                            ("transferring", "Offered to another area"),
                            ("accepted", "Accepted"),
                            ("ended", "Ended"),
                            ("withdrawn", "Withdrawn"),
                            ("transferred", "Passed to another area"),
                        ],
                        default="submitted",
                        max_length=20,
                    ),
                ),
                ("is_urgent", models.BooleanField(default=False)),
                ("due_on", models.DateField(null=True)),
                ("search_words", models.TextField(blank=True)),
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(blank=True, max_length=200)),
                ("other_names", models.TextField(blank=True)),
                ("born_on", models.DateField(null=True)),
                ("age_given", models.PositiveSmallIntegerField(null=True)),
                (
                    "gender",
                    models.CharField(
                        choices=[
                            ("male", "Male"),
                            ("female", "Female"),
                            ("other", "Other"),
                            ("unknown", "I do not know"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("address", models.TextField(blank=True)),
                (
                    "lives_here",
                    models.CharField(
                        choices=[
                            ("here", "In this area"),
                            ("elsewhere", "Somewhere else"),
                            ("unknown", "I do not know"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("telephone", models.CharField(blank=True, max_length=100)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("online_names", models.TextField(blank=True)),
                ("first_language", models.CharField(blank=True, max_length=100)),
                (
                    "under_supervision",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("parents", models.TextField(blank=True)),
                (
                    "lives_with_children",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("household_children", models.TextField(blank=True)),
                ("setting", models.TextField(blank=True)),
                ("first_noticed_on", models.DateField(null=True)),
                ("noticed_by", models.CharField(blank=True, max_length=300)),
                ("told_lead_on", models.DateField(null=True)),
                ("other_concerns", models.TextField(blank=True)),
                ("if_nothing_is_done", models.TextField(blank=True)),
                ("rests_on_lawful_expression", models.BooleanField(default=False)),
                (
                    "person_told",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("unknown", "I do not know"),
                            ("adult", "The person is an adult"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "agrees_with_referral",
                    models.CharField(
                        blank=True, choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "parent_told",
                    models.CharField(
                        choices=[
                            ("yes", "Yes"),
                            ("no", "No"),
                            ("unknown", "I do not know"),
                            ("adult", "The person is an adult"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "not_told_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safety", "Somebody could come to harm"),
                            ("evidence", "It could spoil what the police need to find out"),
                            ("other", "Another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_reason", models.TextField(blank=True)),
                (
                    "source_at_risk",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "family_spoken",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("family_spoken_result", models.TextField(blank=True)),
                (
                    "early_help",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                (
                    "early_help_consent",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("given", "They agreed"),
                            ("refused", "They did not want it"),
                            ("not_asked", "They have not been asked"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("early_help_result", models.TextField(blank=True)),
                (
                    "team_around",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("team_around_result", models.TextField(blank=True)),
                (
                    "social_care",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("social_care_result", models.TextField(blank=True)),
                (
                    "other_services",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("other_services_result", models.TextField(blank=True)),
                (
                    "in_danger",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("danger_called", models.CharField(blank=True, max_length=300)),
                ("danger_called_on", models.DateField(null=True)),
                ("danger_called_time", models.TimeField(null=True)),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("normal", "No: it can wait for the next working day"),
                            ("urgent", "Yes: somebody should look at this today"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("urgency_reason", models.TextField(blank=True)),
                ("referrer_role", models.CharField(blank=True, max_length=200)),
                ("referrer_telephone", models.CharField(blank=True, max_length=100)),
                ("relationship", models.CharField(blank=True, max_length=300)),
                ("safeguarding_lead", models.CharField(blank=True, max_length=300)),
                (
                    "lead_may_know",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No, keep it from them")], default="yes", max_length=10
                    ),
                ),
                ("kept_from_lead_because", models.TextField(blank=True)),
                (
                    "feedback_wanted",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("no_intelligence", models.BooleanField()),
                ("as_far_as_known", models.BooleanField()),
                ("news_at", models.DateTimeField(null=True)),
                ("referrer_told_at", models.DateTimeField(null=True)),
                ("colleagues_told_at", models.DateTimeField(null=True)),
                ("lead_let_in_at", models.DateTimeField(null=True)),
                ("lead_let_in_because", models.TextField(blank=True)),
                ("untrue_elsewhere_at", models.DateTimeField(null=True)),
                ("national_reference", models.CharField(blank=True, max_length=50)),
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
                    "concern_type",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="reference.concerntype",
                    ),
                ),
                (
                    "first_sent",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="referrals.referral",
                    ),
                ),
                (
                    "for_agency",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "handled_by",
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
                    "lead_let_in_by",
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
                        to="referrals.referral",
                    ),
                ),
                (
                    "referred_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
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
            name="ReferralFeedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what_helped", models.TextField()),
                ("next_time", models.TextField(blank=True)),
                ("given_at", models.DateTimeField()),
                ("word_back", models.TextField(blank=True)),
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
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feedback", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what_helped", ""), _negated=True), name="feedback_says_first_what_helped"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("word_back", "")),
                            models.Q(
                                models.Q(("word_back", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_word_back_says_something_and_who_gave_it",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ReferralFeedbackEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("what_helped", models.TextField()),
                ("next_time", models.TextField(blank=True)),
                ("given_at", models.DateTimeField()),
                ("word_back", models.TextField(blank=True)),
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
                    "given_by",
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
                        to="referrals.referralfeedback",
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
            name="ReferralFile",
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
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="referrals.referral"
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
            ],
            options={
                "verbose_name": "file of a referral",
                "verbose_name_plural": "files of referrals",
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
                        name="a_ready_referralfile_was_checked_and_has_its_hash",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "refused"), ("why_not", ""), _connector="XOR"),
                        name="a_refused_referralfile_says_why_and_no_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sealed_at__isnull", False), ("sealed_by__isnull", False), ("state", "sealed")),
                            models.Q(
                                models.Q(("state", "sealed"), _negated=True), ("sealed_at", None), ("sealed_by", None)
                            ),
                            _connector="OR",
                        ),
                        name="a_sealed_referralfile_says_when_and_by_whom",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ReferralFileEvent",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.referralfile",
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
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ReferralQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("text", models.TextField()),
                ("asked_at", models.DateTimeField()),
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
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="questions", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="a_question_asks_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answer_says_something_and_who_gave_it",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ReferralQuestionEvent",
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
                ("text", models.TextField()),
                ("asked_at", models.DateTimeField()),
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
                        to="referrals.referralquestion",
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
            name="ReferralTransfer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("offered_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting for an answer"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("taken_back", "Taken back"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transferred_by",
                        to="referrals.referral",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="transfers", to="referrals.referral"
                    ),
                ),
                (
                    "to_area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["to_area", "outcome"], name="transfers_to_an_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "waiting")),
                        fields=("referral",),
                        name="one_offer_waits_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_transfer_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", None), ("outcome", "waiting")),
                            models.Q(
                                models.Q(("outcome", "waiting"), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="an_answered_transfer_says_by_whom_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("becomes__isnull", False), ("outcome", "accepted")),
                            models.Q(models.Q(("outcome", "accepted"), _negated=True), ("becomes", None)),
                            _connector="OR",
                        ),
                        name="an_accepted_transfer_becomes_a_referral_there",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "declined"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_declined_transfer_says_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ReferralTransferEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("offered_at", models.DateTimeField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting for an answer"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("taken_back", "Taken back"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
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
                        to="referrals.referral",
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
                        to="referrals.referraltransfer",
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
                    "to_area",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.area",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="RoutingRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("youngest", models.PositiveSmallIntegerField(null=True)),
                ("oldest", models.PositiveSmallIntegerField(null=True)),
                (
                    "lives_here",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("here", "In this area"),
                            ("elsewhere", "Somewhere else"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "kind_of_need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("prevent", "Support against being drawn into terrorism"),
                            ("child", "Help or protection as a child"),
                            ("care", "Care and support as an adult"),
                            ("health", "Health, mental health among it"),
                            ("other", "Another kind of help"),
                            ("none", "None that anybody has seen"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="routing_rows", to="accounts.area"
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
            ],
            options={
                "ordering": ("position", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("area", "position"),
                        name="one_row_in_one_place_of_the_table",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("youngest", None), ("oldest", None), ("youngest__lte", models.F("oldest")), _connector="OR"
                        ),
                        name="the_youngest_is_not_older_than_the_oldest",
                    ),
                ],
            },
        ),
        CreateModel(
            name="RoutingRowEvent",
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
                ("position", models.PositiveSmallIntegerField()),
                ("youngest", models.PositiveSmallIntegerField(null=True)),
                ("oldest", models.PositiveSmallIntegerField(null=True)),
                (
                    "lives_here",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("here", "In this area"),
                            ("elsewhere", "Somewhere else"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "kind_of_need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("prevent", "Support against being drawn into terrorism"),
                            ("child", "Help or protection as a child"),
                            ("care", "Care and support as an adult"),
                            ("health", "Health, mental health among it"),
                            ("other", "Another kind of help"),
                            ("none", "None that anybody has seen"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("added_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
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
                        to="referrals.routingrow",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="SealedSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                (
                    "brought_by",
                    models.CharField(
                        choices=[
                            ("public", "A member of the public"),
                            ("voluntary", "A voluntary or community body"),
                            ("other", "Somebody else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source_name", models.CharField(blank=True, max_length=300)),
                ("source_contact", models.CharField(blank=True, max_length=300)),
                ("source_relation", models.CharField(blank=True, max_length=300)),
                (
                    "source_may_be_named",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sealed_source",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "verbose_name": "sealed part of a referral",
                "verbose_name_plural": "sealed parts of referrals",
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("brought_by__in", ["public", "voluntary", "other"]),
                            ("source_may_be_named__in", ["yes", "no", "unknown"]),
                        ),
                        name="a_source_is_of_some_kind_and_was_asked",
                    )
                ],
            },
        ),
        CreateModel(
            name="SealedSourceEvent",
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
                    "brought_by",
                    models.CharField(
                        choices=[
                            ("public", "A member of the public"),
                            ("voluntary", "A voluntary or community body"),
                            ("other", "Somebody else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("source_name", models.CharField(blank=True, max_length=300)),
                ("source_contact", models.CharField(blank=True, max_length=300)),
                ("source_relation", models.CharField(blank=True, max_length=300)),
                (
                    "source_may_be_named",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.sealedsource",
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
            name="SecondReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                (
                    "remains",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes: a safeguarding worry remains"),
                            ("no", "No: nothing else in it is a worry"),
                            ("unsure", "I cannot tell from what is written"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reasons", models.TextField(blank=True)),
                ("read_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_readings",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(condition=models.Q(("read_at", None)), fields=["reader"], name="second_readings_to_do")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("read_at", None)),
                        fields=("referral",),
                        name="one_second_reader_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reader", models.F("asked_by")), _negated=True),
                        name="nobody_reads_second_for_themselves",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read_at", None), ("reasons", ""), ("remains", "")),
                            models.Q(
                                models.Q(("remains", ""), _negated=True),
                                models.Q(("reasons", ""), _negated=True),
                                ("read_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_second_reading_says_what_and_why",
                    ),
                ],
            },
        ),
        CreateModel(
            name="SecondReadingEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("asked_at", models.DateTimeField()),
                (
                    "remains",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes: a safeguarding worry remains"),
                            ("no", "No: nothing else in it is a worry"),
                            ("unsure", "I cannot tell from what is written"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reasons", models.TextField(blank=True)),
                ("read_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
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
                        to="referrals.secondreading",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            name="SupportNeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("interpreter", "An interpreter, or another language"),
                            ("adjustment", "Something done differently, such as more time or a quiet room"),
                            ("disability", "A disability, or a special educational need"),
                            ("mental_health", "A mental health condition"),
                            ("neurodiversity", "Autism, ADHD or the like"),
                        ],
                        max_length=20,
                    ),
                ),
                ("fact", models.CharField(max_length=1000)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("person", "The person told us"),
                            ("family", "Their family told us"),
                            ("record", "A record or a letter says so"),
                            ("being_assessed", "It is being assessed now"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="support_needs",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fact", ""), _negated=True), name="a_need_says_something"
                    )
                ],
            },
        ),
        CreateModel(
            name="SupportNeedEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("interpreter", "An interpreter, or another language"),
                            ("adjustment", "Something done differently, such as more time or a quiet room"),
                            ("disability", "A disability, or a special educational need"),
                            ("mental_health", "A mental health condition"),
                            ("neurodiversity", "Autism, ADHD or the like"),
                        ],
                        max_length=20,
                    ),
                ),
                ("fact", models.CharField(max_length=1000)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("person", "The person told us"),
                            ("family", "Their family told us"),
                            ("record", "A record or a letter says so"),
                            ("being_assessed", "It is being assessed now"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.supportneed",
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
            name="TriageAssessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what_worries", models.TextField()),
                ("what_speaks_against", models.TextField()),
                ("what_protects", models.TextField()),
                ("what_would_change_your_mind", models.TextField()),
                (
                    "kind_of_need",
                    models.CharField(
                        choices=[
                            ("prevent", "Support against being drawn into terrorism"),
                            ("child", "Help or protection as a child"),
                            ("care", "Care and support as an adult"),
                            ("health", "Health, mental health among it"),
                            ("other", "Another kind of help"),
                            ("none", "None that anybody has seen"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "complex_needs",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                ("assessed_at", models.DateTimeField()),
                (
                    "assessed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="referrals.referral"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("what_worries", ""), _negated=True),
                            models.Q(("what_speaks_against", ""), _negated=True),
                            models.Q(("what_protects", ""), _negated=True),
                            models.Q(("what_would_change_your_mind", ""), _negated=True),
                        ),
                        name="an_assessment_says_both_sides",
                    )
                ],
            },
        ),
        CreateModel(
            name="TriageAssessmentEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("what_worries", models.TextField()),
                ("what_speaks_against", models.TextField()),
                ("what_protects", models.TextField()),
                ("what_would_change_your_mind", models.TextField()),
                (
                    "kind_of_need",
                    models.CharField(
                        choices=[
                            ("prevent", "Support against being drawn into terrorism"),
                            ("child", "Help or protection as a child"),
                            ("care", "Care and support as an adult"),
                            ("health", "Health, mental health among it"),
                            ("other", "Another kind of help"),
                            ("none", "None that anybody has seen"),
                            ("unknown", "I do not know"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "complex_needs",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")], max_length=10
                    ),
                ),
                ("assessed_at", models.DateTimeField()),
                (
                    "assessed_by",
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
                        to="referrals.triageassessment",
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
            name="TriageDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("decided_at", models.DateTimeField()),
                ("panel_reason", models.TextField(blank=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("explained", "Out of context, or explained"),
                            ("other_need", "A safeguarding need, but not this one"),
                            ("signposted", "Helped better by another service"),
                            ("managed_elsewhere", "Already in hand elsewhere"),
                            ("police", "The police are dealing with it"),
                            ("supervised", "In prison or on probation, whose own arrangements apply"),
                            ("too_little", "Too little to go on, after asking"),
                            ("not_resident", "Lives in another area"),
                            ("duplicate", "The same referral was made before"),
                            ("not_in_good_faith", "Not made in good faith"),
                            ("gone", "The person has died or left the country"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "onward_service",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("children", "Children's social care"),
                            ("early_help", "Early help"),
                            ("adults", "Adult social care"),
                            ("health", "A health service"),
                            ("mental_health", "A mental health service"),
                            ("school", "The school or college"),
                            ("youth", "Youth services or youth justice"),
                            ("housing", "Housing"),
                            ("police", "The police"),
                            ("probation", "Probation or the prison"),
                            ("voluntary", "A voluntary or community service"),
                            ("other", "Another service"),
                        ],
                        max_length=20,
                    ),
                ),
                ("arranged", models.TextField(blank=True)),
                ("rationale", models.TextField()),
                ("words_for_referrer", models.TextField()),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
                (
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decision", to="referrals.referral"
                    ),
                ),
                (
                    "suggested_panel",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.panel"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end_reason", ""), ("panel__isnull", False)),
                            models.Q(("panel", None), models.Q(("end_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_decision_names_a_panel_or_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end_reason", ""),
                            (
                                "end_reason__in",
                                [
                                    "explained",
                                    "other_need",
                                    "signposted",
                                    "managed_elsewhere",
                                    "police",
                                    "supervised",
                                    "too_little",
                                    "not_resident",
                                    "duplicate",
                                    "not_in_good_faith",
                                    "gone",
                                ],
                            ),
                            _connector="OR",
                        ),
                        name="no_referral_ends_for_another_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("panel", None),
                            ("suggested_panel", None),
                            ("panel", models.F("suggested_panel")),
                            models.Q(("panel_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="another_panel_than_suggested_has_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rationale", ""), _negated=True), name="a_triage_decision_has_its_rationale"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words_for_referrer", ""), _negated=True),
                        name="a_triage_decision_has_its_released_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "end_reason__in",
                                    ("other_need", "signposted", "managed_elsewhere", "police", "supervised"),
                                ),
                                models.Q(("onward_service", ""), _negated=True),
                                models.Q(("arranged", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "end_reason__in",
                                        ("other_need", "signposted", "managed_elsewhere", "police", "supervised"),
                                    ),
                                    _negated=True,
                                ),
                                ("arranged", ""),
                                ("onward_service", ""),
                            ),
                            _connector="OR",
                        ),
                        name="an_end_with_help_names_the_service",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "end_reason__in",
                                    (
                                        "explained",
                                        "too_little",
                                        "not_resident",
                                        "duplicate",
                                        "not_in_good_faith",
                                        "gone",
                                    ),
                                ),
                                _negated=True,
                            ),
                            models.Q(
                                ("confirmed_by__isnull", False),
                                models.Q(("confirmed_by", models.F("decided_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="no_further_action_takes_two",
                    ),
                ],
            },
        ),
        CreateModel(
            name="TriageDecisionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("decided_at", models.DateTimeField()),
                ("panel_reason", models.TextField(blank=True)),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("explained", "Out of context, or explained"),
                            ("other_need", "A safeguarding need, but not this one"),
                            ("signposted", "Helped better by another service"),
                            ("managed_elsewhere", "Already in hand elsewhere"),
                            ("police", "The police are dealing with it"),
                            ("supervised", "In prison or on probation, whose own arrangements apply"),
                            ("too_little", "Too little to go on, after asking"),
                            ("not_resident", "Lives in another area"),
                            ("duplicate", "The same referral was made before"),
                            ("not_in_good_faith", "Not made in good faith"),
                            ("gone", "The person has died or left the country"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "onward_service",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("children", "Children's social care"),
                            ("early_help", "Early help"),
                            ("adults", "Adult social care"),
                            ("health", "A health service"),
                            ("mental_health", "A mental health service"),
                            ("school", "The school or college"),
                            ("youth", "Youth services or youth justice"),
                            ("housing", "Housing"),
                            ("police", "The police"),
                            ("probation", "Probation or the prison"),
                            ("voluntary", "A voluntary or community service"),
                            ("other", "Another service"),
                        ],
                        max_length=20,
                    ),
                ),
                ("arranged", models.TextField(blank=True)),
                ("rationale", models.TextField()),
                ("words_for_referrer", models.TextField()),
                (
                    "confirmed_by",
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
                    "panel",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
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
                        to="referrals.triagedecision",
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
                    "suggested_panel",
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
            name="UrgencyJudgement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("usual", "It can go the usual way"),
                            ("urgent", "It needs somebody today"),
                            ("emergency", "Somebody may be in danger now"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("called", models.CharField(blank=True, max_length=200)),
                ("called_at", models.DateTimeField(null=True)),
                ("judged_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "best_placed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "judged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urgency_judgements",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("superseded_at", None)),
                        fields=["best_placed", "referral"],
                        name="best_placed_now",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("referral",),
                        name="one_judgement_of_urgency_stands",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="urgency_is_judged_with_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("urgency", "emergency"), _negated=True),
                            models.Q(models.Q(("called", ""), _negated=True), ("called_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_emergency_says_who_was_called",
                    ),
                ],
            },
        ),
        CreateModel(
            name="UrgencyJudgementEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "urgency",
                    models.CharField(
                        choices=[
                            ("usual", "It can go the usual way"),
                            ("urgent", "It needs somebody today"),
                            ("emergency", "Somebody may be in danger now"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                ("called", models.CharField(blank=True, max_length=200)),
                ("called_at", models.DateTimeField(null=True)),
                ("judged_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
                (
                    "best_placed",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "judged_by",
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
                        to="referrals.urgencyjudgement",
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
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("withdrawn_at", models.DateTimeField()),
                ("goes_on", models.BooleanField(null=True)),
                ("rationale", models.TextField(blank=True)),
                ("words_for_referrer", models.TextField(blank=True)),
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="withdrawals", to="referrals.referral"
                    ),
                ),
                (
                    "withdrawn_by",
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
                        condition=models.Q(("answered_at", None)),
                        fields=("referral",),
                        name="one_withdrawal_waits_for_its_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="a_withdrawal_has_its_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None),
                                ("answered_by", None),
                                ("goes_on", None),
                                ("rationale", ""),
                                ("words_for_referrer", ""),
                            ),
                            models.Q(
                                models.Q(("rationale", ""), _negated=True),
                                models.Q(("words_for_referrer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                ("goes_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_withdrawal_is_answered_with_reasons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", None),
                            models.Q(("answered_by", models.F("withdrawn_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_confirms_their_own_withdrawal",
                    ),
                ],
            },
        ),
        CreateModel(
            name="WithdrawalEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("withdrawn_at", models.DateTimeField()),
                ("goes_on", models.BooleanField(null=True)),
                ("rationale", models.TextField(blank=True)),
                ("words_for_referrer", models.TextField(blank=True)),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="referrals.withdrawal",
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
                    "withdrawn_by",
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
        AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_enquiryevent" ("answered_at", "area_id", "asked_at", "forgotten_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sector", "told_at") VALUES (NEW."answered_at", NEW."area_id", NEW."asked_at", NEW."forgotten_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sector", NEW."told_at"); RETURN NULL;',
                    hash="bceebe7685aa09bb37a6fc17b7ab3b2ea3fe89fb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_14609",
                    table="referrals_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="enquiry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."forgotten_at" IS DISTINCT FROM (NEW."forgotten_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."sector" IS DISTINCT FROM (NEW."sector") OR OLD."told_at" IS DISTINCT FROM (NEW."told_at"))',
                    func='INSERT INTO "referrals_enquiryevent" ("answered_at", "area_id", "asked_at", "forgotten_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sector", "told_at") VALUES (NEW."answered_at", NEW."area_id", NEW."asked_at", NEW."forgotten_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sector", NEW."told_at"); RETURN NULL;',
                    hash="d149817a53fed8b41f284cb13060831f63f533d0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b842c",
                    table="referrals_enquiry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewayanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="is_never_rewritten",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."request_id" IS DISTINCT FROM (NEW."request_id") OR OLD."deconfliction" IS DISTINCT FROM (NEW."deconfliction") OR OLD."category" IS DISTINCT FROM (NEW."category") OR OLD."proposes_end" IS DISTINCT FROM (NEW."proposes_end") OR OLD."reasons" IS DISTINCT FROM (NEW."reasons") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="34601d65a718ae17ba3d16259c2d94e5cc32e750",
                    operation="UPDATE",
                    pgid="pgtrigger_is_never_rewritten_2e1be",
                    table="referrals_gatewayanswer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewayanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_gatewayanswerevent" ("answered_at", "answered_by_id", "category", "checked_at", "checked_by_id", "deconfliction", "earlier_checked", "id", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposes_end", "reasons", "reference", "request_id", "stands", "why_not") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."category", NEW."checked_at", NEW."checked_by_id", NEW."deconfliction", NEW."earlier_checked", NEW."id", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposes_end", NEW."reasons", NEW."reference", NEW."request_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="43525397a370a3e91eca5b76f0e41bac46395a64",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8c50c",
                    table="referrals_gatewayanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewayanswer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_gatewayanswerevent" ("answered_at", "answered_by_id", "category", "checked_at", "checked_by_id", "deconfliction", "earlier_checked", "id", "no_intelligence", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposes_end", "reasons", "reference", "request_id", "stands", "why_not") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."category", NEW."checked_at", NEW."checked_by_id", NEW."deconfliction", NEW."earlier_checked", NEW."id", NEW."no_intelligence", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposes_end", NEW."reasons", NEW."reference", NEW."request_id", NEW."stands", NEW."why_not"); RETURN NULL;',
                    hash="e9acd0faa4f30e3225c7feb338c4586919400942",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1629e",
                    table="referrals_gatewayanswer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="individual",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_individualevent" ("area_id", "born_on", "family_name", "given_names", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."area_id", NEW."born_on", NEW."family_name", NEW."given_names", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="70e61e678e622dba3893b2a5493084c399bab037",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_100af",
                    table="referrals_individual",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="individual",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_individualevent" ("area_id", "born_on", "family_name", "given_names", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference") VALUES (NEW."area_id", NEW."born_on", NEW."family_name", NEW."given_names", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference"); RETURN NULL;',
                    hash="59c6fc26d3c03208d9b86eddc33e5131d41c8d20",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c98e8",
                    table="referrals_individual",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."individual_id" IS DISTINCT FROM (NEW."individual_id") OR OLD."set_by_id" IS DISTINCT FROM (NEW."set_by_id") OR OLD."set_at" IS DISTINCT FROM (NEW."set_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="2ad885e7cc2f50fd422b575774c4f008c83a12c6",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_bf8ba",
                    table="referrals_hold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_holdevent" ("id", "individual_id", "lifted_at", "lifted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_on", "set_at", "set_by_id") VALUES (NEW."id", NEW."individual_id", NEW."lifted_at", NEW."lifted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."review_on", NEW."set_at", NEW."set_by_id"); RETURN NULL;',
                    hash="5212cc2bfcd3bc991121f3d439b1a8a140d9259e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37113",
                    table="referrals_hold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="hold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_holdevent" ("id", "individual_id", "lifted_at", "lifted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "review_on", "set_at", "set_by_id") VALUES (NEW."id", NEW."individual_id", NEW."lifted_at", NEW."lifted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."review_on", NEW."set_at", NEW."set_by_id"); RETURN NULL;',
                    hash="b9f8f17504c3af532b8f45d83b614c591b6842e0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6f6d3",
                    table="referrals_hold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="monitoringanswers",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6ef23b5760c12b1154520c55d2fb705944f2e858",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_bf26d",
                    table="referrals_monitoringanswers",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="monitoringanswers",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_monitoringanswersevent" ("disability", "ethnicity", "id", "individual_id", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "religion", "source") VALUES (NEW."disability", NEW."ethnicity", NEW."id", NEW."individual_id", NEW."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."religion", NEW."source"); RETURN NULL;',
                    hash="c4750f0f0e911202e783cf90b9084d4028420320",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c84be",
                    table="referrals_monitoringanswers",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="monitoringanswers",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_monitoringanswersevent" ("disability", "ethnicity", "id", "individual_id", "nationality", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "religion", "source") VALUES (NEW."disability", NEW."ethnicity", NEW."id", NEW."individual_id", NEW."nationality", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."religion", NEW."source"); RETURN NULL;',
                    hash="ddf0f85476f7af88c558495089c331c12dcf26bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c9843",
                    table="referrals_monitoringanswers",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."given_names" IS DISTINCT FROM (NEW."given_names") OR OLD."family_name" IS DISTINCT FROM (NEW."family_name") OR OLD."other_names" IS DISTINCT FROM (NEW."other_names") OR OLD."born_on" IS DISTINCT FROM (NEW."born_on") OR OLD."age_given" IS DISTINCT FROM (NEW."age_given") OR OLD."gender" IS DISTINCT FROM (NEW."gender") OR OLD."address" IS DISTINCT FROM (NEW."address") OR OLD."lives_here" IS DISTINCT FROM (NEW."lives_here") OR OLD."telephone" IS DISTINCT FROM (NEW."telephone") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."online_names" IS DISTINCT FROM (NEW."online_names") OR OLD."first_language" IS DISTINCT FROM (NEW."first_language") OR OLD."under_supervision" IS DISTINCT FROM (NEW."under_supervision") OR OLD."parents" IS DISTINCT FROM (NEW."parents") OR OLD."lives_with_children" IS DISTINCT FROM (NEW."lives_with_children") OR OLD."household_children" IS DISTINCT FROM (NEW."household_children") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."first_noticed_on" IS DISTINCT FROM (NEW."first_noticed_on") OR OLD."noticed_by" IS DISTINCT FROM (NEW."noticed_by") OR OLD."told_lead_on" IS DISTINCT FROM (NEW."told_lead_on") OR OLD."other_concerns" IS DISTINCT FROM (NEW."other_concerns") OR OLD."if_nothing_is_done" IS DISTINCT FROM (NEW."if_nothing_is_done") OR OLD."rests_on_lawful_expression" IS DISTINCT FROM (NEW."rests_on_lawful_expression") OR OLD."person_told" IS DISTINCT FROM (NEW."person_told") OR OLD."agrees_with_referral" IS DISTINCT FROM (NEW."agrees_with_referral") OR OLD."parent_told" IS DISTINCT FROM (NEW."parent_told") OR OLD."not_told_because" IS DISTINCT FROM (NEW."not_told_because") OR OLD."told_reason" IS DISTINCT FROM (NEW."told_reason") OR OLD."source_at_risk" IS DISTINCT FROM (NEW."source_at_risk") OR OLD."family_spoken" IS DISTINCT FROM (NEW."family_spoken") OR OLD."family_spoken_result" IS DISTINCT FROM (NEW."family_spoken_result") OR OLD."early_help" IS DISTINCT FROM (NEW."early_help") OR OLD."early_help_result" IS DISTINCT FROM (NEW."early_help_result") OR OLD."team_around" IS DISTINCT FROM (NEW."team_around") OR OLD."team_around_result" IS DISTINCT FROM (NEW."team_around_result") OR OLD."social_care" IS DISTINCT FROM (NEW."social_care") OR OLD."social_care_result" IS DISTINCT FROM (NEW."social_care_result") OR OLD."other_services" IS DISTINCT FROM (NEW."other_services") OR OLD."other_services_result" IS DISTINCT FROM (NEW."other_services_result") OR OLD."early_help_consent" IS DISTINCT FROM (NEW."early_help_consent") OR OLD."in_danger" IS DISTINCT FROM (NEW."in_danger") OR OLD."danger_called" IS DISTINCT FROM (NEW."danger_called") OR OLD."danger_called_on" IS DISTINCT FROM (NEW."danger_called_on") OR OLD."danger_called_time" IS DISTINCT FROM (NEW."danger_called_time") OR OLD."urgency" IS DISTINCT FROM (NEW."urgency") OR OLD."urgency_reason" IS DISTINCT FROM (NEW."urgency_reason") OR OLD."referrer_role" IS DISTINCT FROM (NEW."referrer_role") OR OLD."referrer_telephone" IS DISTINCT FROM (NEW."referrer_telephone") OR OLD."relationship" IS DISTINCT FROM (NEW."relationship") OR OLD."safeguarding_lead" IS DISTINCT FROM (NEW."safeguarding_lead") OR OLD."lead_may_know" IS DISTINCT FROM (NEW."lead_may_know") OR OLD."kept_from_lead_because" IS DISTINCT FROM (NEW."kept_from_lead_because") OR OLD."feedback_wanted" IS DISTINCT FROM (NEW."feedback_wanted") OR OLD."no_intelligence" IS DISTINCT FROM (NEW."no_intelligence") OR OLD."as_far_as_known" IS DISTINCT FROM (NEW."as_far_as_known") OR OLD."for_agency_id" IS DISTINCT FROM (NEW."for_agency_id") OR OLD."referred_by_id" IS DISTINCT FROM (NEW."referred_by_id") OR OLD."started_by_id" IS DISTINCT FROM (NEW."started_by_id") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."first_sent_id" IS DISTINCT FROM (NEW."first_sent_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4e414b7beaca5a1614f2a27edc738f21d5b60e60",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_bb9d8",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="none_ends_unassessed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"stage\" IN ('ending', 'accepted', 'ended'))",
                    func="\n                    IF NOT EXISTS (SELECT FROM referrals_triageassessment WHERE referral_id = NEW.id) THEN\n                        RAISE EXCEPTION 'no referral ends or reaches a panel without a short assessment'\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'none_ends_unassessed';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="1752e525e6419ce0ce5f25b336602bcb92466074",
                    operation='UPDATE OF "stage" OR INSERT',
                    pgid="pgtrigger_none_ends_unassessed_f6f99",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="none_is_accepted_unread",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (NEW."rests_on_lawful_expression" AND NEW."stage" = \'accepted\')',
                    func="\n            IF NOT EXISTS (SELECT FROM referrals_secondreading WHERE referral_id = NEW.id AND read_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'what rests on lawful expression reaches no panel without a second reading'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'none_is_accepted_unread';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="2c33574969c8fc1e4651eaa47aa54129f8416e58",
                    operation='UPDATE OF "stage" OR INSERT',
                    pgid="pgtrigger_none_is_accepted_unread_b4074",
                    table="referrals_referral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "colleagues_told_at", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "first_sent_id", "for_agency_id", "from_draft", "gender", "given_names", "handled_by_id", "household_children", "id", "if_nothing_is_done", "in_danger", "is_urgent", "kept_from_lead_because", "lead_let_in_at", "lead_let_in_because", "lead_let_in_by_id", "lead_may_know", "lives_here", "lives_with_children", "national_reference", "news_at", "no_intelligence", "not_told_because", "noticed_by", "online_names", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "search_words", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "started_by_id", "submitted_at", "team_around", "team_around_result", "telephone", "told_lead_on", "told_reason", "under_supervision", "untrue_elsewhere_at", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."colleagues_told_at", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."first_sent_id", NEW."for_agency_id", NEW."from_draft", NEW."gender", NEW."given_names", NEW."handled_by_id", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_danger", NEW."is_urgent", NEW."kept_from_lead_because", NEW."lead_let_in_at", NEW."lead_let_in_because", NEW."lead_let_in_by_id", NEW."lead_may_know", NEW."lives_here", NEW."lives_with_children", NEW."national_reference", NEW."news_at", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."search_words", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."started_by_id", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."untrue_elsewhere_at", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="25be63de4e4b5f1a982d97f9c4ed4c7ecdc85611",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_a74c8",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralevent" ("address", "age_given", "agrees_with_referral", "area_id", "as_far_as_known", "born_on", "colleagues_told_at", "concern_type_id", "danger_called", "danger_called_on", "danger_called_time", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "early_help", "early_help_consent", "early_help_result", "email", "family_name", "family_spoken", "family_spoken_result", "feedback_wanted", "first_language", "first_noticed_on", "first_sent_id", "for_agency_id", "from_draft", "gender", "given_names", "handled_by_id", "household_children", "id", "if_nothing_is_done", "in_danger", "is_urgent", "kept_from_lead_because", "lead_let_in_at", "lead_let_in_because", "lead_let_in_by_id", "lead_may_know", "lives_here", "lives_with_children", "national_reference", "news_at", "no_intelligence", "not_told_because", "noticed_by", "online_names", "other_concerns", "other_names", "other_services", "other_services_result", "parent_told", "parents", "person_told", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referred_by_id", "referrer_role", "referrer_telephone", "referrer_told_at", "relationship", "rests_on_lawful_expression", "safeguarding_lead", "search_words", "setting", "social_care", "social_care_result", "source_at_risk", "stage", "started_by_id", "submitted_at", "team_around", "team_around_result", "telephone", "told_lead_on", "told_reason", "under_supervision", "untrue_elsewhere_at", "urgency", "urgency_reason") VALUES (NEW."address", NEW."age_given", NEW."agrees_with_referral", NEW."area_id", NEW."as_far_as_known", NEW."born_on", NEW."colleagues_told_at", NEW."concern_type_id", NEW."danger_called", NEW."danger_called_on", NEW."danger_called_time", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."early_help", NEW."early_help_consent", NEW."early_help_result", NEW."email", NEW."family_name", NEW."family_spoken", NEW."family_spoken_result", NEW."feedback_wanted", NEW."first_language", NEW."first_noticed_on", NEW."first_sent_id", NEW."for_agency_id", NEW."from_draft", NEW."gender", NEW."given_names", NEW."handled_by_id", NEW."household_children", NEW."id", NEW."if_nothing_is_done", NEW."in_danger", NEW."is_urgent", NEW."kept_from_lead_because", NEW."lead_let_in_at", NEW."lead_let_in_because", NEW."lead_let_in_by_id", NEW."lead_may_know", NEW."lives_here", NEW."lives_with_children", NEW."national_reference", NEW."news_at", NEW."no_intelligence", NEW."not_told_because", NEW."noticed_by", NEW."online_names", NEW."other_concerns", NEW."other_names", NEW."other_services", NEW."other_services_result", NEW."parent_told", NEW."parents", NEW."person_told", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referred_by_id", NEW."referrer_role", NEW."referrer_telephone", NEW."referrer_told_at", NEW."relationship", NEW."rests_on_lawful_expression", NEW."safeguarding_lead", NEW."search_words", NEW."setting", NEW."social_care", NEW."social_care_result", NEW."source_at_risk", NEW."stage", NEW."started_by_id", NEW."submitted_at", NEW."team_around", NEW."team_around_result", NEW."telephone", NEW."told_lead_on", NEW."told_reason", NEW."under_supervision", NEW."untrue_elsewhere_at", NEW."urgency", NEW."urgency_reason"); RETURN NULL;',
                    hash="99a9a6a0dfe86354815266d1927fa3007c336dbf",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_223e7",
                    table="referrals_referral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_publicconcernevent" ("answered_at", "answered_by_id", "area_id", "forgotten_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "sent_at", "told_at") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."forgotten_at", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id", NEW."sent_at", NEW."told_at"); RETURN NULL;',
                    hash="0510f152936a1c01b47963cc73b9866959471143",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d9813",
                    table="referrals_publicconcern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="publicconcern",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."answered_by_id" IS DISTINCT FROM (NEW."answered_by_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."forgotten_at" IS DISTINCT FROM (NEW."forgotten_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."told_at" IS DISTINCT FROM (NEW."told_at"))',
                    func='INSERT INTO "referrals_publicconcernevent" ("answered_at", "answered_by_id", "area_id", "forgotten_at", "id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "sent_at", "told_at") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."forgotten_at", NEW."id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id", NEW."sent_at", NEW."told_at"); RETURN NULL;',
                    hash="18adcce40a6a21a3190ad802c806022d3499e617",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_863d7",
                    table="referrals_publicconcern",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="parallelreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added_to",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="0611ff3cff33a4b870aa792b59509101591cd934",
                    operation="UPDATE",
                    pgid="pgtrigger_only_added_to_a163a",
                    table="referrals_parallelreferral",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="parallelreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_parallelreferralevent" ("answer", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "referral_id") VALUES (NEW."answer", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."referral_id"); RETURN NULL;',
                    hash="d18432e6304bedbe02108cb910c1bee0cda0d1b3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_24eff",
                    table="referrals_parallelreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="parallelreferral",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_parallelreferralevent" ("answer", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recorded_at", "recorded_by_id", "referral_id") VALUES (NEW."answer", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."referral_id"); RETURN NULL;',
                    hash="293c18e835aef332280c8c87567f505c7aab2229",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2e5f",
                    table="referrals_parallelreferral",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="owncopy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_owncopyevent" ("asked_at", "asked_by_id", "file", "id", "made_at", "not_made_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."file", NEW."id", NEW."made_at", NEW."not_made_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id", NEW."sha256"); RETURN NULL;',
                    hash="c2933b1a067e7a72a8134fc25eb986cafa6592c8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_65b61",
                    table="referrals_owncopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="owncopy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_owncopyevent" ("asked_at", "asked_by_id", "file", "id", "made_at", "not_made_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."file", NEW."id", NEW."made_at", NEW."not_made_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id", NEW."sha256"); RETURN NULL;',
                    hash="c3cde238979203566285530d330b3f4596b7548d",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da9c8",
                    table="referrals_owncopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="identitylink",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_identitylinkevent" ("ended_at", "id", "individual_id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (NEW."ended_at", NEW."id", NEW."individual_id", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id"); RETURN NULL;',
                    hash="cb118d61c9086f9f5fbeaae1d70f170cfa40d1a4",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_50c49",
                    table="referrals_identitylink",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="identitylink",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_identitylinkevent" ("ended_at", "id", "individual_id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id") VALUES (NEW."ended_at", NEW."id", NEW."individual_id", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id"); RETURN NULL;',
                    hash="b6e7f17c377f61cdc4031ece0aa744be472c4e86",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c0fd5",
                    table="referrals_identitylink",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="identitydecision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7774f33ebd5448679ef6916cdb36a1fbfed7f1e7",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3b85f",
                    table="referrals_identitydecision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="identitydecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_identitydecisionevent" ("answer", "before_id", "decided_at", "decided_by_id", "id", "individual_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "referral_id", "undoes_id") VALUES (NEW."answer", NEW."before_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."individual_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."referral_id", NEW."undoes_id"); RETURN NULL;',
                    hash="51b727da54c2b05dc4710add859d9b012b99981c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4047a",
                    table="referrals_identitydecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="identitydecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_identitydecisionevent" ("answer", "before_id", "decided_at", "decided_by_id", "id", "individual_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "referral_id", "undoes_id") VALUES (NEW."answer", NEW."before_id", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."individual_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."referral_id", NEW."undoes_id"); RETURN NULL;',
                    hash="7f4363d1d248ae06c750e323b5e66f4ea369bb80",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1e923",
                    table="referrals_identitydecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewayrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."asked" IS DISTINCT FROM (NEW."asked") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."due_within" IS DISTINCT FROM (NEW."due_within"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="33934e40ff4ce535d12776afb829f9d71752bc35",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9ef3e",
                    table="referrals_gatewayrequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewayrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_gatewayrequestevent" ("agency_id", "answered_at", "asked", "asked_at", "asked_by_id", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recalled_at", "reference", "referral_id") VALUES (NEW."agency_id", NEW."answered_at", NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recalled_at", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="aa6bfd8e333c182b1be500a98b4e00968599bca8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7c7b2",
                    table="referrals_gatewayrequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="gatewayrequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_gatewayrequestevent" ("agency_id", "answered_at", "asked", "asked_at", "asked_by_id", "due_before", "due_move_told_at", "due_moved_at", "due_on", "due_within", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recalled_at", "reference", "referral_id") VALUES (NEW."agency_id", NEW."answered_at", NEW."asked", NEW."asked_at", NEW."asked_by_id", NEW."due_before", NEW."due_move_told_at", NEW."due_moved_at", NEW."due_on", NEW."due_within", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recalled_at", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="bdaa861c870d46ff213779061ec09a2b64c7b2dd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b4d17",
                    table="referrals_gatewayrequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="founduntrue",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ef168af2cbbe63d6f82cfa0f0df33b90852ff8c0",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_e4184",
                    table="referrals_founduntrue",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="founduntrue",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_founduntrueevent" ("agreed", "answer_reason", "answered_at", "answered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "referral_id", "review_on") VALUES (NEW."agreed", NEW."answer_reason", NEW."answered_at", NEW."answered_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."referral_id", NEW."review_on"); RETURN NULL;',
                    hash="8a82a2eee25006381a72b7a365054b00aa6ffcbc",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0b57b",
                    table="referrals_founduntrue",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="founduntrue",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_founduntrueevent" ("agreed", "answer_reason", "answered_at", "answered_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "reason", "referral_id", "review_on") VALUES (NEW."agreed", NEW."answer_reason", NEW."answered_at", NEW."answered_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."reason", NEW."referral_id", NEW."review_on"); RETURN NULL;',
                    hash="fd2977698c920900853ff44607a60835aeb9993c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ca9cd",
                    table="referrals_founduntrue",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="endproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."words_for_referrer" IS DISTINCT FROM (NEW."words_for_referrer") OR OLD."proposed_by_id" IS DISTINCT FROM (NEW."proposed_by_id") OR OLD."proposed_at" IS DISTINCT FROM (NEW."proposed_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1f2b354383e2ba4c57aa8bcb8523f8d714780c59",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f9c11",
                    table="referrals_endproposal",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="endproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_endproposalevent" ("answer", "answered_at", "answered_by_id", "confirmed", "end_reason", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "rationale", "referral_id", "words_for_referrer") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confirmed", NEW."end_reason", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."rationale", NEW."referral_id", NEW."words_for_referrer"); RETURN NULL;',
                    hash="408732f5a7eaee8e8353b8d2ab6516eeec843a9a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_08f37",
                    table="referrals_endproposal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="endproposal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_endproposalevent" ("answer", "answered_at", "answered_by_id", "confirmed", "end_reason", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_at", "proposed_by_id", "rationale", "referral_id", "words_for_referrer") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."confirmed", NEW."end_reason", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."proposed_at", NEW."proposed_by_id", NEW."rationale", NEW."referral_id", NEW."words_for_referrer"); RETURN NULL;',
                    hash="37984226b7df6c9377ac4a26332ae1e7e2f248e3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9240b",
                    table="referrals_endproposal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="disclosedcopy",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_it_said",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."door" IS DISTINCT FROM (NEW."door") OR OLD."to_whom" IS DISTINCT FROM (NEW."to_whom") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e7f21ab1fed1ac2ce2ae542543c845d4c9ed336",
                    operation="UPDATE",
                    pgid="pgtrigger_says_what_it_said_82cc7",
                    table="referrals_disclosedcopy",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="disclosedcopy",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_disclosedcopyevent" ("asked_at", "asked_by_id", "door", "file", "id", "lawful_basis", "made_at", "not_made_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "referral_id", "sha256", "to_whom") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."door", NEW."file", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."referral_id", NEW."sha256", NEW."to_whom"); RETURN NULL;',
                    hash="9d9860a4c9d6eecf7407d61bd70497c72bce5fe3",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_82261",
                    table="referrals_disclosedcopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="disclosedcopy",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_disclosedcopyevent" ("asked_at", "asked_by_id", "door", "file", "id", "lawful_basis", "made_at", "not_made_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "referral_id", "sha256", "to_whom") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."door", NEW."file", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."referral_id", NEW."sha256", NEW."to_whom"); RETURN NULL;',
                    hash="488f579760aba3a2c83334675eb380637aa6f8a4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_16574",
                    table="referrals_disclosedcopy",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernentry",
            trigger=pgtrigger.compiler.Trigger(
                name="stands_as_sent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="990f445084a016b46ddb2db491fea862f32291b4",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_as_sent_3e323",
                    table="referrals_concernentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernentry",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_concernentryevent" ("happened_on", "how_known", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "text") VALUES (NEW."happened_on", NEW."how_known", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."text"); RETURN NULL;',
                    hash="f3508397364b59f036b8e9dd8a036688965db848",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_2c7f7",
                    table="referrals_concernentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="concernentry",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_concernentryevent" ("happened_on", "how_known", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "text") VALUES (NEW."happened_on", NEW."how_known", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."text"); RETURN NULL;',
                    hash="7398f235b52aeb88daab2a4a3a4c982bb2dd9a6c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fb40f",
                    table="referrals_concernentry",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraladdition",
            trigger=pgtrigger.compiler.Trigger(
                name="only_added_to",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7ab48d032893170cf044694fe27de175dae4c774",
                    operation="UPDATE",
                    pgid="pgtrigger_only_added_to_b0531",
                    table="referrals_referraladdition",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraladdition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referraladditionevent" ("added_at", "added_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "text") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."text"); RETURN NULL;',
                    hash="b9162d29e4ae6c0c8167b5861ae8c1a8f4656014",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_edcdf",
                    table="referrals_referraladdition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraladdition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referraladditionevent" ("added_at", "added_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "text") VALUES (NEW."added_at", NEW."added_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."text"); RETURN NULL;',
                    hash="bab0f3aebc6cd47ff7b999c59c50a1b7803386f8",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e82a7",
                    table="referrals_referraladdition",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfeedback",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."what_helped" IS DISTINCT FROM (NEW."what_helped") OR OLD."next_time" IS DISTINCT FROM (NEW."next_time") OR OLD."given_by_id" IS DISTINCT FROM (NEW."given_by_id") OR OLD."given_at" IS DISTINCT FROM (NEW."given_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="280f590c44ed24badf93785952d389fa721bc087",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_17ec2",
                    table="referrals_referralfeedback",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfeedback",
            trigger=pgtrigger.compiler.Trigger(
                name="answer_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="790cf1b60ad59ac0d56c871ada32d7e81ac4efca",
                    operation="UPDATE",
                    pgid="pgtrigger_answer_stands_64fde",
                    table="referrals_referralfeedback",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfeedback",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralfeedbackevent" ("answered_at", "answered_by_id", "given_at", "given_by_id", "id", "next_time", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "what_helped", "word_back") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."given_at", NEW."given_by_id", NEW."id", NEW."next_time", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."what_helped", NEW."word_back"); RETURN NULL;',
                    hash="e8b1b96032a69a2ad912d385a3a6334b5003dc57",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_cdfd5",
                    table="referrals_referralfeedback",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfeedback",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralfeedbackevent" ("answered_at", "answered_by_id", "given_at", "given_by_id", "id", "next_time", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "what_helped", "word_back") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."given_at", NEW."given_by_id", NEW."id", NEW."next_time", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."what_helped", NEW."word_back"); RETURN NULL;',
                    hash="b1aae63e34261fc5fd7f778832ef9032563a51fb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c0a0b",
                    table="referrals_referralfeedback",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfile",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_as_received",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."given_name" IS DISTINCT FROM (NEW."given_name") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."added_by_id" IS DISTINCT FROM (NEW."added_by_id") OR OLD."added_at" IS DISTINCT FROM (NEW."added_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ce04da48c0a10287d241ab852e80f52067d35499",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_as_received_62257",
                    table="referrals_referralfile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfile",
            trigger=pgtrigger.compiler.Trigger(
                name="sealed_for_ever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'sealed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4d7597fc8eb66015ac60366f399d9bc826d4bbb5",
                    operation="UPDATE",
                    pgid="pgtrigger_sealed_for_ever_6807b",
                    table="referrals_referralfile",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfile",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralfileevent" ("added_at", "added_by_id", "checked_at", "given_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "sealed_at", "sealed_by_id", "sha256", "size", "state", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."checked_at", NEW."given_name", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."why_not"); RETURN NULL;',
                    hash="8d408d942cab170701b0891900f0cee18418e098",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_33985",
                    table="referrals_referralfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralfile",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralfileevent" ("added_at", "added_by_id", "checked_at", "given_name", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "sealed_at", "sealed_by_id", "sha256", "size", "state", "why_not") VALUES (NEW."added_at", NEW."added_by_id", NEW."checked_at", NEW."given_name", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id", NEW."sealed_at", NEW."sealed_by_id", NEW."sha256", NEW."size", NEW."state", NEW."why_not"); RETURN NULL;',
                    hash="e3c06a74bab5b1e544d3abe76814f5dd5b188b19",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b2f0b",
                    table="referrals_referralfile",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="d6c0258d4376ae923b597cc532dcf453a3aea7b0",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_27156",
                    table="referrals_referralquestion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="answer_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7326822471119b16aa8382361c19d5e3ba96b451",
                    operation="UPDATE",
                    pgid="pgtrigger_answer_stands_b3b2b",
                    table="referrals_referralquestion",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referralquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "text") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id", NEW."text"); RETURN NULL;',
                    hash="58cc9ea68cf9df9443c95933646baaffcc3c356b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e2010",
                    table="referrals_referralquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referralquestion",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referralquestionevent" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "text") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."asked_at", NEW."asked_by_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id", NEW."text"); RETURN NULL;',
                    hash="db662217d125df510474d1343403cd0295dc1827",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_39f8e",
                    table="referrals_referralquestion",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraltransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."to_area_id" IS DISTINCT FROM (NEW."to_area_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."offered_by_id" IS DISTINCT FROM (NEW."offered_by_id") OR OLD."offered_at" IS DISTINCT FROM (NEW."offered_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="1cd85a640073072cbe2c42902da53625a7c598ec",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_aa95b",
                    table="referrals_referraltransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraltransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="answer_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL AND (OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at")))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="5c8d12c1f8fde00a839d4a94b751b219972cd75a",
                    operation="UPDATE",
                    pgid="pgtrigger_answer_stands_f38cf",
                    table="referrals_referraltransfer",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraltransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_referraltransferevent" ("answer", "answered_at", "answered_by_id", "becomes_id", "id", "offered_at", "offered_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "referral_id", "to_area_id", "told_at") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."becomes_id", NEW."id", NEW."offered_at", NEW."offered_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."referral_id", NEW."to_area_id", NEW."told_at"); RETURN NULL;',
                    hash="8595d7012591bf80acb0f21f3520ecab298f653f",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6dcb",
                    table="referrals_referraltransfer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="referraltransfer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_referraltransferevent" ("answer", "answered_at", "answered_by_id", "becomes_id", "id", "offered_at", "offered_by_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "referral_id", "to_area_id", "told_at") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."becomes_id", NEW."id", NEW."offered_at", NEW."offered_by_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."referral_id", NEW."to_area_id", NEW."told_at"); RETURN NULL;',
                    hash="2fa0342d225ac2d817aa08cb7734c7d7a0ceb150",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a8515",
                    table="referrals_referraltransfer",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="routingrow",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_routingrowevent" ("added_at", "added_by_id", "area_id", "id", "kind_of_need", "lives_here", "oldest", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "removed_at", "youngest") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."kind_of_need", NEW."lives_here", NEW."oldest", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."reference", NEW."removed_at", NEW."youngest"); RETURN NULL;',
                    hash="c28038cb78d061bab85fbae8e6cebac02fd60e1b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b6dcc",
                    table="referrals_routingrow",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="routingrow",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_routingrowevent" ("added_at", "added_by_id", "area_id", "id", "kind_of_need", "lives_here", "oldest", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference", "removed_at", "youngest") VALUES (NEW."added_at", NEW."added_by_id", NEW."area_id", NEW."id", NEW."kind_of_need", NEW."lives_here", NEW."oldest", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."reference", NEW."removed_at", NEW."youngest"); RETURN NULL;',
                    hash="ce5c86028e59a688e0137427403aebb104f78d9e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_44b63",
                    table="referrals_routingrow",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sealedsource",
            trigger=pgtrigger.compiler.Trigger(
                name="stands_as_sent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b40065362b2d386aa583367d33dd26c533ff17f9",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_as_sent_63a28",
                    table="referrals_sealedsource",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="sealedsource",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_sealedsourceevent" ("brought_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "source_contact", "source_may_be_named", "source_name", "source_relation") VALUES (NEW."brought_by", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."referral_id", NEW."source_contact", NEW."source_may_be_named", NEW."source_name", NEW."source_relation"); RETURN NULL;',
                    hash="6a813ae4fd4f49f0de9b0213d36fab5f0faedad5",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_13d93",
                    table="referrals_sealedsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="sealedsource",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_sealedsourceevent" ("brought_by", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "referral_id", "source_contact", "source_may_be_named", "source_name", "source_relation") VALUES (NEW."brought_by", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."referral_id", NEW."source_contact", NEW."source_may_be_named", NEW."source_name", NEW."source_relation"); RETURN NULL;',
                    hash="37c1166edc0a82f06b830ae69bd9fbdff11d6471",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9db6a",
                    table="referrals_sealedsource",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="secondreading",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."reader_id" IS DISTINCT FROM (NEW."reader_id") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3e2e30a6cdb2ef617e35397f5980fe0464f2218d",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_90061",
                    table="referrals_secondreading",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="secondreading",
            trigger=pgtrigger.compiler.Trigger(
                name="reading_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."read_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7028d40cc804c2b93f688299616983ace0d54465",
                    operation="UPDATE",
                    pgid="pgtrigger_reading_stands_09691",
                    table="referrals_secondreading",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="secondreading",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_secondreadingevent" ("asked_at", "asked_by_id", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reader_id", "reasons", "referral_id", "remains", "told_at") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."read_at", NEW."reader_id", NEW."reasons", NEW."referral_id", NEW."remains", NEW."told_at"); RETURN NULL;',
                    hash="e798e5da61ee3b5167f8b5f47d3be8af20b88bb1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9b485",
                    table="referrals_secondreading",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="secondreading",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_secondreadingevent" ("asked_at", "asked_by_id", "ended_at", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "read_at", "reader_id", "reasons", "referral_id", "remains", "told_at") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."ended_at", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."read_at", NEW."reader_id", NEW."reasons", NEW."referral_id", NEW."remains", NEW."told_at"); RETURN NULL;',
                    hash="f54d9e7eb58d40196d68c78aa3dc16a529f699ff",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aa979",
                    table="referrals_secondreading",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportneed",
            trigger=pgtrigger.compiler.Trigger(
                name="stands_as_sent",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3a110b1002362da13519e24d58c1c53fed3a4f70",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_as_sent_fd9f5",
                    table="referrals_supportneed",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportneed",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_supportneedevent" ("fact", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "source") VALUES (NEW."fact", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."source"); RETURN NULL;',
                    hash="e1a824813b1f05323505e895ee3f7bc1ec275681",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_55f98",
                    table="referrals_supportneed",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="supportneed",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_supportneedevent" ("fact", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "source") VALUES (NEW."fact", NEW."id", NEW."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."source"); RETURN NULL;',
                    hash="90b4b3d21603bcd5e8855f5d27430244c4533693",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_30673",
                    table="referrals_supportneed",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triageassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e3fe3d5ee556305fdc19d0d1072b417d38655851",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_7d683",
                    table="referrals_triageassessment",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="triageassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_triageassessmentevent" ("assessed_at", "assessed_by_id", "complex_needs", "id", "kind_of_need", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "what_protects", "what_speaks_against", "what_worries", "what_would_change_your_mind") VALUES (NEW."assessed_at", NEW."assessed_by_id", NEW."complex_needs", NEW."id", NEW."kind_of_need", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."referral_id", NEW."what_protects", NEW."what_speaks_against", NEW."what_worries", NEW."what_would_change_your_mind"); RETURN NULL;',
                    hash="1f9e9060a61c1490c4ea3a6031b5f23c694ed5ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_773ef",
                    table="referrals_triageassessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triageassessment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_triageassessmentevent" ("assessed_at", "assessed_by_id", "complex_needs", "id", "kind_of_need", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referral_id", "what_protects", "what_speaks_against", "what_worries", "what_would_change_your_mind") VALUES (NEW."assessed_at", NEW."assessed_by_id", NEW."complex_needs", NEW."id", NEW."kind_of_need", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."referral_id", NEW."what_protects", NEW."what_speaks_against", NEW."what_worries", NEW."what_would_change_your_mind"); RETURN NULL;',
                    hash="2003e3bc7eab2e6bac5ee424800acc79004f049e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e544e",
                    table="referrals_triageassessment",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4f1f935f0d577382b871e5b007a465d6b00a310e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_138ea",
                    table="referrals_triagedecision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_triagedecisionevent" ("arranged", "confirmed_by_id", "decided_at", "decided_by_id", "end_reason", "id", "onward_service", "panel_id", "panel_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "referral_id", "suggested_panel_id", "words_for_referrer") VALUES (NEW."arranged", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."id", NEW."onward_service", NEW."panel_id", NEW."panel_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."referral_id", NEW."suggested_panel_id", NEW."words_for_referrer"); RETURN NULL;',
                    hash="5831e5a52abe6bc7b16d1a7c7085c6c147ef0eef",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3804e",
                    table="referrals_triagedecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="triagedecision",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_triagedecisionevent" ("arranged", "confirmed_by_id", "decided_at", "decided_by_id", "end_reason", "id", "onward_service", "panel_id", "panel_reason", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "referral_id", "suggested_panel_id", "words_for_referrer") VALUES (NEW."arranged", NEW."confirmed_by_id", NEW."decided_at", NEW."decided_by_id", NEW."end_reason", NEW."id", NEW."onward_service", NEW."panel_id", NEW."panel_reason", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."referral_id", NEW."suggested_panel_id", NEW."words_for_referrer"); RETURN NULL;',
                    hash="5d8924c374c6cd50bddc6e0c4b4683fcfc2c024a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6854e",
                    table="referrals_triagedecision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgencyjudgement",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."urgency" IS DISTINCT FROM (NEW."urgency") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."best_placed_id" IS DISTINCT FROM (NEW."best_placed_id") OR OLD."called" IS DISTINCT FROM (NEW."called") OR OLD."called_at" IS DISTINCT FROM (NEW."called_at") OR OLD."judged_by_id" IS DISTINCT FROM (NEW."judged_by_id") OR OLD."judged_at" IS DISTINCT FROM (NEW."judged_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="7fa09ad52ccfe41131ef304bd7aac7001cebb6a5",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_98d39",
                    table="referrals_urgencyjudgement",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgencyjudgement",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_urgencyjudgementevent" ("best_placed_id", "called", "called_at", "id", "judged_at", "judged_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "referral_id", "superseded_at", "urgency") VALUES (NEW."best_placed_id", NEW."called", NEW."called_at", NEW."id", NEW."judged_at", NEW."judged_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."referral_id", NEW."superseded_at", NEW."urgency"); RETURN NULL;',
                    hash="87a623c1bda2ced262908e54b7e9caac1d6e35a2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_1aac7",
                    table="referrals_urgencyjudgement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="urgencyjudgement",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_urgencyjudgementevent" ("best_placed_id", "called", "called_at", "id", "judged_at", "judged_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "referral_id", "superseded_at", "urgency") VALUES (NEW."best_placed_id", NEW."called", NEW."called_at", NEW."id", NEW."judged_at", NEW."judged_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."referral_id", NEW."superseded_at", NEW."urgency"); RETURN NULL;',
                    hash="446e92d3dc1be5d5a992991416f3149b14cbd328",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d8ff9",
                    table="referrals_urgencyjudgement",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="withdrawal",
            trigger=pgtrigger.compiler.Trigger(
                name="never_edited",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="ec6ff940d68beaaa2595d33936da780f195d53fd",
                    operation="UPDATE",
                    pgid="pgtrigger_never_edited_fca70",
                    table="referrals_withdrawal",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="withdrawal",
            trigger=pgtrigger.compiler.Trigger(
                name="answer_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="af9fd1a9fcd03664ae731d08011f4ac464973fc0",
                    operation="UPDATE",
                    pgid="pgtrigger_answer_stands_d3bf5",
                    table="referrals_withdrawal",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="withdrawal",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "referrals_withdrawalevent" ("answered_at", "answered_by_id", "goes_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reason", "referral_id", "withdrawn_at", "withdrawn_by_id", "words_for_referrer") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."goes_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reason", NEW."referral_id", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."words_for_referrer"); RETURN NULL;',
                    hash="b9b2be591f318a428c07419ed6d98acae3ce860b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_15bd5",
                    table="referrals_withdrawal",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="withdrawal",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "referrals_withdrawalevent" ("answered_at", "answered_by_id", "goes_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reason", "referral_id", "withdrawn_at", "withdrawn_by_id", "words_for_referrer") VALUES (NEW."answered_at", NEW."answered_by_id", NEW."goes_on", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reason", NEW."referral_id", NEW."withdrawn_at", NEW."withdrawn_by_id", NEW."words_for_referrer"); RETURN NULL;',
                    hash="411c23d9bb783a24062abc0876e9f074688dbd27",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_40e24",
                    table="referrals_withdrawal",
                    when="AFTER",
                ),
            ),
        ),
    ]
