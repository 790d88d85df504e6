import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.documents.models.document
import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraintNotValid, AddTrigger, CreateModel

# The panel looks back 6 and 12 months after support has ended, by what it has held; but where nothing follows, of which a
# case says that it is so only as the decision does with which it ended. Asked at the commit, of cases and of reviews.
FUNCTIONS = """
    CREATE FUNCTION panels_day_of_looking_back() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (
            SELECT FROM cases_case looked_at
            WHERE looked_at.id = (to_jsonb(NEW) ->> TG_ARGV[0])::bigint
            AND looked_at.review_after_support_on IS DISTINCT FROM (
                SELECT ((looked_at.ended_at AT TIME ZONE 'Europe/London')::date + make_interval(months => due.months))::date
                FROM (VALUES (6), (12)) due (months)
                WHERE looked_at.stage = 'exited' AND NOT looked_at.nothing_follows AND NOT EXISTS (
                    SELECT FROM panels_review held
                    WHERE held.case_id = looked_at.id AND held.months = due.months AND held.in_error_at IS NULL
                )
                ORDER BY due.months LIMIT 1
            )
        ) THEN
            RAISE EXCEPTION 'The panel looks back 6 and 12 months after support has ended, by what it has held.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER will_be_looked_back_on AFTER INSERT OR UPDATE OF stage, ended_at, review_after_support_on
        ON cases_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION panels_day_of_looking_back('id');
    CREATE CONSTRAINT TRIGGER leads_to_the_next AFTER INSERT OR UPDATE OF in_error_at ON panels_review
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION panels_day_of_looking_back('case_id');

    CREATE FUNCTION panels_ended_for(ended bigint) RETURNS varchar LANGUAGE sql STABLE AS $$
        SELECT decision.end_reason FROM (
            SELECT made.end_reason, made.decided_at FROM panels_decision made
            JOIN panels_agendaitem item ON item.id = made.item_id
            WHERE item.case_id = ended AND made.in_error_at IS NULL
            UNION ALL SELECT end_reason, coalesce(checked_at, decided_at) FROM cases_section36decision
            WHERE case_id = ended AND in_error_at IS NULL AND stands
        ) decision
        WHERE decision.end_reason <> '' ORDER BY decision.decided_at DESC LIMIT 1
    $$;
    CREATE FUNCTION panels_nothing_follows() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NOT EXISTS (
            SELECT FROM (SELECT panels_ended_for(NEW.id) AS end_reason) ended WHERE ended.end_reason IN (
                SELECT code FROM reference_caseendreason WHERE nothing_follows
                UNION ALL SELECT reference FROM reference_areaendreason WHERE nothing_follows
            )
        ) THEN
            RAISE EXCEPTION 'Nothing follows on a case only as the reason says for which it ended.'
            USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER nothing_follows_as_decided AFTER INSERT OR UPDATE OF nothing_follows
        ON cases_case DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.nothing_follows)
        EXECUTE FUNCTION panels_nothing_follows();
"""
WITHOUT = """
    DROP TRIGGER nothing_follows_as_decided ON cases_case;
    DROP FUNCTION panels_nothing_follows();
    DROP FUNCTION panels_ended_for(bigint);
    DROP TRIGGER leads_to_the_next ON panels_review;
    DROP TRIGGER will_be_looked_back_on ON cases_case;
    DROP FUNCTION panels_day_of_looking_back();
"""


class Migration(migrations.Migration):
    replaces = [
        ("panels", "0001_meetings_and_their_conferences"),
        ("panels", "0002_channel_counts_only_what_its_case_carries"),
        ("panels", "0003_what_changed_is_said_at_exit"),
        ("panels", "0004_found_by_words"),
        ("panels", "0005_reviews_after_support"),
        ("panels", "0006_what_is_disputed_of_decisions"),
        ("panels", "0007_conferences_that_come_with_a_case"),
        ("panels", "0008_when_panels_next_look_back"),
        ("panels", "0009_the_day_of_looking_back_follows_from_the_reviews"),
        ("panels", "0010_what_is_disputed_of_reviews"),
        ("panels", "0011_of_which_item_earlier_disputes_are"),
        ("panels", "0012_every_dispute_is_of_an_item"),
        ("panels", "0013_nothing_is_listed_or_decided_of_an_ended_case"),
        ("panels", "0014_more_is_found_by_words"),
        ("panels", "0015_other_ways_out_of_a_panel"),
        ("panels", "0016_decisions_and_reviews_can_be_in_error"),
        ("panels", "0017_a_review_in_error_is_due_again"),
        ("panels", "0018_services_are_kept_as_rows"),
        ("panels", "0019_it_is_said_for_whom_a_meeting_is_chaired"),
        ("panels", "0020_support_goes_on_until_it_is_looked_at_again"),
        ("panels", "0021_a_decision_that_ends_a_case_says_why"),
        ("panels", "0022_support_is_withdrawn_until_a_day"),
        ("panels", "0023_where_nothing_follows_nobody_says_what_changed"),
        ("panels", "0024_no_panel_looks_back_where_nothing_follows"),
        ("panels", "0025_nothing_follows_as_the_end_says"),
        ("panels", "0026_ended_by_a_death_before_that_was_asked"),
        ("panels", "0027_end_reasons_of_an_area_are_named_in_its_cases"),
        ("panels", "0028_attendance_can_be_in_error"),
        ("panels", "0029_when_an_attendance_was_recorded"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("cases", "0001_squashed_0082_in_a_new_database"),
        ("reference", "0026_nothing_follows_after_a_death"),
        ("referrals", "0001_squashed_0019_in_a_new_database"),
    ]

    operations = [
        CreateModel(
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "chaired_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "panel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="accounts.panel"
                    ),
                ),
                (
                    "chaired_for",
                    models.CharField(
                        blank=True,
                        choices=[("council", "The council"), ("police", "The police"), ("another", "Another agency")],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["panel", "starts_at"], name="meetings_of_a_panel")],
                "constraints": [
                    models.UniqueConstraint(fields=("panel", "starts_at"), name="one_meeting_of_a_panel_at_a_time"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("chaired_by", None), ("started_at", None)),
                            models.Q(("chaired_by__isnull", False), ("started_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_started_meeting_has_a_chair",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ended_at", None), ("started_at__isnull", False), _connector="OR"),
                        name="a_meeting_starts_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("chaired_for", ""),
                            models.Q(
                                ("chaired_for__in", ["council", "police", "another"]), ("started_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="whom_a_meeting_is_chaired_for_is_said_at_its_start",
                    ),
                ],
            },
        ),
        CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="agenda_items", to="cases.case"
                    ),
                ),
                (
                    "listed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="panels.meeting"
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [models.Index(fields=["case", "-id"], name="items_of_a_case")],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "case"), name="a_case_is_listed_once_at_a_meeting")
                ],
            },
        ),
        CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                (
                    "presence",
                    models.CharField(choices=[("present", "Present"), ("apologies", "Apologies")], max_length=10),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="attendances", to="panels.meeting"
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
                ("recorded_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="an_attendance_names_somebody"
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
                        name="attendance_in_error_says_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("in_error_at", None)),
                        fields=("meeting", "agency"),
                        name="an_agency_attends_a_meeting_once",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ConferenceRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("reason", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("called_at", models.DateTimeField(null=True)),
                ("organisers_told_at", models.DateTimeField(null=True)),
                ("members_told_at", models.DateTimeField(null=True)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.agency"
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "called_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conference_requests",
                        to="referrals.referral",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.meeting"
                    ),
                ),
                ("first_asked_at", models.DateTimeField(null=True)),
                ("not_called_at", models.DateTimeField(null=True)),
                ("not_called_because", models.TextField(blank=True)),
                (
                    "not_called_by",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_conference_is_asked_for_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("called_at", None), ("called_by", None), ("meeting", None)),
                            models.Q(
                                ("called_at__isnull", False), ("called_by__isnull", False), ("meeting__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="a_called_conference_says_by_whom_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("members_told_at", None), ("meeting__isnull", False), _connector="OR"),
                        name="members_are_invited_to_a_conference_that_was_called",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("meeting", None), ("not_called_at", None)),
                        fields=("referral",),
                        name="one_conference_is_asked_for_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("not_called_at", None), ("not_called_because", ""), ("not_called_by", None)),
                            models.Q(
                                ("first_asked_at__isnull", False),
                                ("not_called_at__isnull", False),
                                ("not_called_by__isnull", False),
                                ("meeting", None),
                                models.Q(("not_called_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="only_what_came_with_a_case_is_not_called_for_a_reason",
                    ),
                ],
            },
        ),
        CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "judgement",
                    models.CharField(
                        choices=[
                            ("enter", "Enter: offer support"),
                            ("remain", "Remain: go on with support"),
                            ("withdraw", "Withdraw support for now, and assess anew on a day"),
                            ("exit", "Exit: support ends"),
                            ("agreed_no_more", "End: support is not agreed to any more"),
                            ("stays_withdrawn", "End: support stays withdrawn"),
                            ("no_further_action", "No further action"),
                            ("refer_elsewhere", "Refer elsewhere: another service helps instead"),
                            ("police_led", "Police-led: the police see to it"),
                            ("defer", "Defer: more information is needed"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reached",
                    models.CharField(
                        choices=[
                            ("unanimous", "All agreed"),
                            ("majority", "By majority"),
                            ("chair", "The chair decided"),
                        ],
                        max_length=10,
                    ),
                ),
                ("rationale", models.TextField()),
                ("dissent", models.TextField(blank=True)),
                ("health_or_care", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField()),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decision", to="panels.agendaitem"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("change_reason", models.TextField(blank=True)),
                (
                    "change_since_start",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reduced", "Reduced"),
                            ("same", "The same"),
                            ("increased", "Increased"),
                            ("cannot_say", "Cannot say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("arranged", models.TextField(blank=True)),
                ("awaited", models.TextField(blank=True)),
                ("awaited_by", models.DateField(null=True)),
                ("awaited_from", models.CharField(blank=True, max_length=300)),
                ("onward_service", models.CharField(blank=True, max_length=20)),
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
                ("looks_again_on", models.DateField(null=True)),
                ("end_reason", models.CharField(blank=True, max_length=20)),
                ("reassess_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rationale", ""), _negated=True), name="a_panel_decision_has_its_rationale"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reached", "unanimous"), models.Q(("dissent", ""), _negated=True), _connector="OR"
                        ),
                        name="dissent_is_recorded_where_not_all_agreed",
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
                        name="decision_in_error_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("judgement", "refer_elsewhere"),
                                models.Q(("onward_service", ""), _negated=True),
                                models.Q(("arranged", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("judgement", "refer_elsewhere"), _negated=True),
                                ("arranged", ""),
                                ("onward_service", ""),
                            ),
                            _connector="OR",
                        ),
                        name="elsewhere_says_who_helps_and_what_was_arranged",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "judgement__in",
                                    (
                                        "withdraw",
                                        "agreed_no_more",
                                        "stays_withdrawn",
                                        "no_further_action",
                                        "refer_elsewhere",
                                        "police_led",
                                    ),
                                ),
                                _negated=True,
                            ),
                            models.Q(("health_or_care", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="no_support_only_with_health_or_care_considered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judgement", "withdraw"), ("reassess_on__isnull", False)),
                            models.Q(models.Q(("judgement", "withdraw"), _negated=True), ("reassess_on", None)),
                            _connector="OR",
                        ),
                        name="support_is_withdrawn_until_a_day",
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector("rationale", "dissent", config="english"),
                        name="decisions_by_words",
                    )
                ],
            },
        ),
        CreateModel(
            name="DecisionEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "judgement",
                    models.CharField(
                        choices=[
                            ("enter", "Enter: offer support"),
                            ("remain", "Remain: go on with support"),
                            ("withdraw", "Withdraw support for now, and assess anew on a day"),
                            ("exit", "Exit: support ends"),
                            ("agreed_no_more", "End: support is not agreed to any more"),
                            ("stays_withdrawn", "End: support stays withdrawn"),
                            ("no_further_action", "No further action"),
                            ("refer_elsewhere", "Refer elsewhere: another service helps instead"),
                            ("police_led", "Police-led: the police see to it"),
                            ("defer", "Defer: more information is needed"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reached",
                    models.CharField(
                        choices=[
                            ("unanimous", "All agreed"),
                            ("majority", "By majority"),
                            ("chair", "The chair decided"),
                        ],
                        max_length=10,
                    ),
                ),
                ("rationale", models.TextField()),
                ("dissent", models.TextField(blank=True)),
                ("health_or_care", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.agendaitem",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panels.decision",
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
                ("change_reason", models.TextField(blank=True)),
                (
                    "change_since_start",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reduced", "Reduced"),
                            ("same", "The same"),
                            ("increased", "Increased"),
                            ("cannot_say", "Cannot say"),
                        ],
                        max_length=10,
                    ),
                ),
                ("arranged", models.TextField(blank=True)),
                ("awaited", models.TextField(blank=True)),
                ("awaited_by", models.DateField(null=True)),
                ("awaited_from", models.CharField(blank=True, max_length=300)),
                ("onward_service", models.CharField(blank=True, max_length=20)),
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
                ("looks_again_on", models.DateField(null=True)),
                ("end_reason", models.CharField(blank=True, max_length=20)),
                ("reassess_on", models.DateField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ConferenceRequestEvent",
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
                ("asked_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("called_at", models.DateTimeField(null=True)),
                ("organisers_told_at", models.DateTimeField(null=True)),
                ("members_told_at", models.DateTimeField(null=True)),
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
                    "called_by",
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
                        to="panels.conferencerequest",
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
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.meeting",
                    ),
                ),
                ("first_asked_at", models.DateTimeField(null=True)),
                ("not_called_at", models.DateTimeField(null=True)),
                ("not_called_because", models.TextField(blank=True)),
                (
                    "not_called_by",
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
            name="AttendanceEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("name", models.CharField(max_length=200)),
                (
                    "presence",
                    models.CharField(choices=[("present", "Present"), ("apologies", "Apologies")], max_length=10),
                ),
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
                        to="panels.attendance",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.meeting",
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
                ("recorded_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="AgendaItemEvent",
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
                    "listed_by",
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
                        to="panels.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="MeetingEvent",
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
                ("starts_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "chaired_by",
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
                        to="panels.meeting",
                    ),
                ),
                (
                    "chaired_for",
                    models.CharField(
                        blank=True,
                        choices=[("council", "The council"), ("police", "The police"), ("another", "Another agency")],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Minutes",
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
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="minutes", to="panels.agendaitem"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "minutes",
                "abstract": False,
                "default_permissions": ("view",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_at", None), ("sha256", "")),
                            models.Q(("made_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="a_made_minutes_has_its_hash",
                    )
                ],
            },
        ),
        CreateModel(
            name="MinutesEvent",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.agendaitem",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panels.minutes",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("months", models.PositiveSmallIntegerField(choices=[(6, "6 months"), (12, "12 months")])),
                ("from_partners", models.TextField()),
                ("is_concern", models.BooleanField()),
                ("reason", models.TextField()),
                ("what_follows", models.TextField(blank=True)),
                ("reviewed_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="cases.case"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="panels.agendaitem"
                    ),
                ),
                (
                    "reviewed_by",
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
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.search.SearchVector(
                            "from_partners", "reason", "what_follows", config="english"
                        ),
                        name="reviews_by_words",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("months__in", (6, 12))), name="a_review_is_after_6_or_12_months"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_partners", ""), ("reason", ""), _connector="OR", _negated=True),
                        name="a_review_says_what_partners_say_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("is_concern", True), ("what_follows", ""), _connector="XOR"),
                        name="a_concern_at_a_review_says_what_follows",
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
                        name="review_in_error_says_why",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("in_error_at", None)),
                        fields=("case", "months"),
                        name="each_review_after_support_is_held_once",
                    ),
                ],
            },
        ),
        CreateModel(
            name="ReviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("months", models.PositiveSmallIntegerField(choices=[(6, "6 months"), (12, "12 months")])),
                ("from_partners", models.TextField()),
                ("is_concern", models.BooleanField()),
                ("reason", models.TextField()),
                ("what_follows", models.TextField(blank=True)),
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.agendaitem",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panels.review",
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
            name="DecisionDispute",
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
                    "decision",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.decision"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.review"
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at", None)), fields=["due_on"], name="disputes_of_decisions_due"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True), name="a_dispute_of_a_decision_says_something"
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
                        name="its_answer_says_what_came_of_it",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__isnull", False)),
                        name="a_dispute_of_a_decision_is_answered_by_a_day",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.Exact(
                            models.Func(
                                "decision", "review", function="NUM_NONNULLS", output_field=models.IntegerField()
                            ),
                            1,
                        ),
                        name="a_dispute_is_of_a_decision_or_of_a_review",
                    ),
                ],
            },
        ),
        CreateModel(
            name="DecisionDisputeEvent",
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
                    "decision",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.decision",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="panels.decisiondispute",
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
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.agendaitem",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="panels.review",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_meetingevent" ("chaired_by_id", "chaired_for", "ended_at", "id", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "started_at", "starts_at") VALUES (NEW."chaired_by_id", NEW."chaired_for", NEW."ended_at", NEW."id", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."started_at", NEW."starts_at"); RETURN NULL;',
                    hash="e04249197561a9fe13e99f90132e1cf30d8439ae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8d3af",
                    table="panels_meeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="meeting",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_meetingevent" ("chaired_by_id", "chaired_for", "ended_at", "id", "panel_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "started_at", "starts_at") VALUES (NEW."chaired_by_id", NEW."chaired_for", NEW."ended_at", NEW."id", NEW."panel_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."started_at", NEW."starts_at"); RETURN NULL;',
                    hash="64cd865a99717e6ce4341def8a2d866beb8a6989",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c6610",
                    table="panels_meeting",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="stays_one_case_at_one_meeting",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="59eba7180cdb067a12cd2fe9e3b40d582cf28f2c",
                    operation="UPDATE",
                    pgid="pgtrigger_stays_one_case_at_one_meeting_6193f",
                    table="panels_agendaitem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_agendaitemevent" ("case_id", "id", "listed_by_id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference") VALUES (NEW."case_id", NEW."id", NEW."listed_by_id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."position", NEW."reference"); RETURN NULL;',
                    hash="d640aa5f6f116b4bc7ac08dcd12636f575137986",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_33134",
                    table="panels_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_agendaitemevent" ("case_id", "id", "listed_by_id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "reference") VALUES (NEW."case_id", NEW."id", NEW."listed_by_id", NEW."meeting_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."position", NEW."reference"); RETURN NULL;',
                    hash="166eb9a706007236173a6615d58606770147c118",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_1fab2",
                    table="panels_agendaitem",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="agendaitem",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF NOT EXISTS (\n    SELECT FROM cases_case exited WHERE exited.id = NEW.case_id AND exited.stage = 'exited'\n) AND EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (NEW.case_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="d6382905deb543d4dbd9ae1041680a9e306ae174",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_26477",
                    table="panels_agendaitem",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="27a7ab6d62b265072a5ec75bb730ad623ddf9e2a",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_b8d3f",
                    table="panels_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_attendanceevent" ("agency_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "recorded_at") VALUES (NEW."agency_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."meeting_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."presence", NEW."recorded_at"); RETURN NULL;',
                    hash="f16cca9cab5de48b419d3215a30d1f43f3b05452",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_269ad",
                    table="panels_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_attendanceevent" ("agency_id", "id", "in_error_at", "in_error_by_id", "in_error_reason", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "recorded_at") VALUES (NEW."agency_id", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."meeting_id", NEW."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."presence", NEW."recorded_at"); RETURN NULL;',
                    hash="1b37547e83a65857aac3683a463d2ff80c4679e4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_da05b",
                    table="panels_attendance",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."referral_id" IS DISTINCT FROM (NEW."referral_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."first_asked_at" IS DISTINCT FROM (NEW."first_asked_at") OR OLD."due_at" IS DISTINCT FROM (NEW."due_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="928479bb8529027c7922f5aa4ce3f0f2c4c45c2e",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_72187",
                    table="panels_conferencerequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="not_called_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."not_called_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="16ec9a12aa53b104107c3b9fa6682c76de51c734",
                    operation="UPDATE",
                    pgid="pgtrigger_not_called_once_e1382",
                    table="panels_conferencerequest",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_conferencerequestevent" ("agency_id", "asked_at", "asked_by_id", "called_at", "called_by_id", "due_at", "first_asked_at", "id", "meeting_id", "members_told_at", "not_called_at", "not_called_because", "not_called_by_id", "organisers_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "referral_id") VALUES (NEW."agency_id", NEW."asked_at", NEW."asked_by_id", NEW."called_at", NEW."called_by_id", NEW."due_at", NEW."first_asked_at", NEW."id", NEW."meeting_id", NEW."members_told_at", NEW."not_called_at", NEW."not_called_because", NEW."not_called_by_id", NEW."organisers_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="5017e2502519d82bcc68e3ba1e6f4fa0851186df",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6301c",
                    table="panels_conferencerequest",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="conferencerequest",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_conferencerequestevent" ("agency_id", "asked_at", "asked_by_id", "called_at", "called_by_id", "due_at", "first_asked_at", "id", "meeting_id", "members_told_at", "not_called_at", "not_called_because", "not_called_by_id", "organisers_told_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "reference", "referral_id") VALUES (NEW."agency_id", NEW."asked_at", NEW."asked_by_id", NEW."called_at", NEW."called_by_id", NEW."due_at", NEW."first_asked_at", NEW."id", NEW."meeting_id", NEW."members_told_at", NEW."not_called_at", NEW."not_called_because", NEW."not_called_by_id", NEW."organisers_told_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."reference", NEW."referral_id"); RETURN NULL;',
                    hash="b6839ceb7ee57ad28b5a5de765d8c5faeca5215e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_7fc53",
                    table="panels_conferencerequest",
                    when="AFTER",
                ),
            ),
        ),
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
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(("judgement", "remain"), ("looks_again_on__isnull", False)),
                    models.Q(models.Q(("judgement", "remain"), _negated=True), ("looks_again_on", None)),
                    _connector="OR",
                ),
                name="support_goes_on_until_it_is_looked_at_again",
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("in_error_at__isnull", False),
                    models.Q(
                        (
                            "judgement__in",
                            (
                                "exit",
                                "agreed_no_more",
                                "stays_withdrawn",
                                "no_further_action",
                                "refer_elsewhere",
                                "police_led",
                            ),
                        ),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(
                            (
                                "judgement__in",
                                (
                                    "exit",
                                    "agreed_no_more",
                                    "stays_withdrawn",
                                    "no_further_action",
                                    "refer_elsewhere",
                                    "police_led",
                                ),
                            ),
                            _negated=True,
                        ),
                        ("end_reason", ""),
                    ),
                    _connector="OR",
                ),
                name="a_decision_that_ends_a_case_says_why",
            ),
        ),
        AddConstraintNotValid(
            model_name="decision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("change_since_start__in", ["reduced", "same", "increased", "cannot_say"]),
                        ("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")),
                        models.Q(("change_reason", ""), _negated=True),
                    ),
                    models.Q(
                        ("change_reason", ""),
                        ("change_since_start", ""),
                        ("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")),
                        models.Q(("end_reason", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("judgement__in", ("exit", "agreed_no_more", "stays_withdrawn")), _negated=True),
                        ("change_reason", ""),
                        ("change_since_start", ""),
                    ),
                    _connector="OR",
                ),
                name="exit_and_only_exit_says_what_changed_and_why",
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_live_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n            IF EXISTS (\n                SELECT FROM cases_case ended WHERE ended.id = (SELECT case_id FROM panels_agendaitem WHERE id = NEW.item_id) AND ended.ended_at IS NOT NULL\n            ) THEN\n                RAISE EXCEPTION 'This case has ended. Nothing about it can be changed.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="4a99f19fd1760cc0b5f9613b3968e7f14ba1df08",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_live_case_67157",
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
                name="names_a_service",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"onward_service\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_onwardservice WHERE code = NEW.onward_service)\n            AND NOT EXISTS (SELECT FROM reference_areaonwardservice WHERE reference = NEW.onward_service)\n        THEN\n            RAISE EXCEPTION 'Whoever helps instead is one of the services that are kept.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="30ef91e6c6723e89ccc53ea168c2760645e156de",
                    operation="INSERT",
                    pgid="pgtrigger_names_a_service_ba6b7",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="goes_on_until_it_is_looked_at",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'remain')",
                    constraint="CONSTRAINT",
                    func="\n        IF NEW.looks_again_on <= (NEW.decided_at AT TIME ZONE 'Europe/London')::date\n        -- By now it may have been looked at again, and go on until a later day.\n        OR NEW.looks_again_on > coalesce((\n            SELECT plan.review_on FROM cases_supportplan plan JOIN panels_agendaitem item ON item.case_id = plan.case_id\n            WHERE item.id = NEW.item_id AND plan.in_error_at IS NULL ORDER BY plan.id DESC LIMIT 1\n        ), '-infinity') THEN\n            RAISE EXCEPTION 'Support goes on until a day to come, on which its plan is looked at again.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="b3bbd6bb1ab33c1970cf7206333e855e40bee48f",
                    operation="INSERT",
                    pgid="pgtrigger_goes_on_until_it_is_looked_at_c7170",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."arranged" IS DISTINCT FROM (NEW."arranged") OR OLD."awaited" IS DISTINCT FROM (NEW."awaited") OR OLD."awaited_by" IS DISTINCT FROM (NEW."awaited_by") OR OLD."awaited_from" IS DISTINCT FROM (NEW."awaited_from") OR OLD."change_reason" IS DISTINCT FROM (NEW."change_reason") OR OLD."change_since_start" IS DISTINCT FROM (NEW."change_since_start") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."dissent" IS DISTINCT FROM (NEW."dissent") OR OLD."end_reason" IS DISTINCT FROM (NEW."end_reason") OR OLD."health_or_care" IS DISTINCT FROM (NEW."health_or_care") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."judgement" IS DISTINCT FROM (NEW."judgement") OR OLD."looks_again_on" IS DISTINCT FROM (NEW."looks_again_on") OR OLD."onward_service" IS DISTINCT FROM (NEW."onward_service") OR OLD."rationale" IS DISTINCT FROM (NEW."rationale") OR OLD."reached" IS DISTINCT FROM (NEW."reached") OR OLD."reassess_on" IS DISTINCT FROM (NEW."reassess_on") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="23c8d70e55af7f899312e4d44e26d9f358bec536",
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
                name="assessed_anew_on_a_day_to_come",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'withdraw')",
                    func="\n        IF NEW.reassess_on <= (NEW.decided_at AT TIME ZONE 'Europe/London')::date THEN\n            RAISE EXCEPTION 'Where support is withdrawn, the panel assesses anew on a day to come.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="1ac85782dcbefa498010c9c45c7d400e8bde1df9",
                    operation="INSERT",
                    pgid="pgtrigger_assessed_anew_on_a_day_to_come_54376",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "end_reason", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "reassess_on", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."end_reason", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."rationale", NEW."reached", NEW."reassess_on", NEW."recorded_by_id"); RETURN NULL;',
                    hash="3b574263ba3d4b9b291dec9b1a63c95b99b65384",
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
                    func='INSERT INTO "panels_decisionevent" ("arranged", "awaited", "awaited_by", "awaited_from", "change_reason", "change_since_start", "decided_at", "dissent", "end_reason", "health_or_care", "id", "in_error_at", "in_error_by_id", "in_error_reason", "item_id", "judgement", "looks_again_on", "onward_service", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rationale", "reached", "reassess_on", "recorded_by_id") VALUES (NEW."arranged", NEW."awaited", NEW."awaited_by", NEW."awaited_from", NEW."change_reason", NEW."change_since_start", NEW."decided_at", NEW."dissent", NEW."end_reason", NEW."health_or_care", NEW."id", NEW."in_error_at", NEW."in_error_by_id", NEW."in_error_reason", NEW."item_id", NEW."judgement", NEW."looks_again_on", NEW."onward_service", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."rationale", NEW."reached", NEW."reassess_on", NEW."recorded_by_id"); RETURN NULL;',
                    hash="938ef916f8f6dea9b76880d3bbb7b470408b1276",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3abd1",
                    table="panels_decision",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="says_what_changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"change_since_start\" = '' AND NEW.\"judgement\" IN ('exit', 'agreed_no_more', 'stays_withdrawn') AND NOT (NEW.\"end_reason\" = ''))",
                    func="\n        IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason AND nothing_follows)\n            AND NOT EXISTS (SELECT FROM reference_areaendreason WHERE reference = NEW.end_reason AND nothing_follows)\n        THEN\n            RAISE EXCEPTION 'Where support has ended, it is said what changed and why, unless nothing follows.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="9c7964e7d1053aa78b6577c362e09ce5f0e37a33",
                    operation="INSERT",
                    pgid="pgtrigger_says_what_changed_29bcc",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="names_an_end_reason",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NOT (NEW.\"end_reason\" = ''))",
                    func="\n            IF NOT EXISTS (SELECT FROM reference_caseendreason WHERE code = NEW.end_reason) AND NOT EXISTS (\n                SELECT FROM reference_areaendreason own JOIN cases_case ended ON ended.area_id = own.area_id\n                WHERE own.reference = NEW.end_reason AND ended.id = (SELECT case_id FROM panels_agendaitem WHERE id = NEW.item_id)\n            ) THEN\n                RAISE EXCEPTION 'A case ends for one of the reasons that are kept for its area.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NEW;\n        ",
                    hash="c2b62daf5b0c47381517f2e15ffa3fc2fa5d5983",
                    operation="INSERT",
                    pgid="pgtrigger_names_an_end_reason_7e5a6",
                    table="panels_decision",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decision",
            trigger=pgtrigger.compiler.Trigger(
                name="police_lead_where_they_were_there",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.\"judgement\" = 'police_led')",
                    constraint="CONSTRAINT",
                    func="\n        IF NOT EXISTS (\n            SELECT FROM panels_agendaitem item\n            JOIN cases_case taken ON taken.id = item.case_id\n            JOIN panels_attendance there ON there.meeting_id = item.meeting_id AND there.presence = 'present'\n                AND there.in_error_at IS NULL\n            JOIN accounts_agency agency ON agency.id = there.agency_id\n            WHERE item.id = NEW.item_id AND agency.type = 'police' AND agency.area_id = taken.area_id\n        ) THEN\n            RAISE EXCEPTION 'A case becomes police-led only where the police of the person''s home area are present.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n    ",
                    hash="de46f401d61acc195d8d4d0f9b08836178622b3e",
                    operation="INSERT",
                    pgid="pgtrigger_police_lead_where_they_were_there_1d7cd",
                    table="panels_decision",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_minutesevent" ("asked_at", "asked_by_id", "file", "id", "item_id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."file", NEW."id", NEW."item_id", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."sha256"); RETURN NULL;',
                    hash="9f6d5540c1c607576e29e01e024d129ac4f693dd",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b2549",
                    table="panels_minutes",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="minutes",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_minutesevent" ("asked_at", "asked_by_id", "file", "id", "item_id", "made_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."file", NEW."id", NEW."item_id", NEW."made_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."sha256"); RETURN NULL;',
                    hash="20665a2047ccdf624f338e38279c2cad57ef63c7",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_07889",
                    table="panels_minutes",
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
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="9d30e47aa173771a4c0ba1358ea65796e38e3c32",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f8d29",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="557d3810088ba9a2571fba992d2fca13fca470c4",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_beb0f",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_item",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (SELECT FROM panels_decision WHERE id = NEW.decision_id AND item_id = NEW.item_id)\n        AND NOT EXISTS (SELECT FROM panels_review WHERE id = NEW.review_id AND item_id = NEW.item_id) THEN\n            RAISE EXCEPTION 'What is disputed of a panel is disputed at its own item.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="85bc3244e37dcae4e41539b426e494cb35d024be",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_item_1c85a",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisiondisputeevent" ("answer", "answered_at", "answered_by_id", "decision_id", "due_on", "id", "item_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "review_id", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."item_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."review_id", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="54132474a33b075cf7a4119c17830b1b11bc4288",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_80f10",
                    table="panels_decisiondispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_decisiondisputeevent" ("answer", "answered_at", "answered_by_id", "decision_id", "due_on", "id", "item_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "review_id", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."item_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."review_id", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="915fbc9ddb3180a88a1acc4e4329aa170d73b6c0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea576",
                    table="panels_decisiondispute",
                    when="AFTER",
                ),
            ),
        ),
        migrations.RunSQL(FUNCTIONS, WITHOUT),
    ]
