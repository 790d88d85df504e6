import django.contrib.postgres.fields
from django.conf import settings
from django.db import migrations, models

import reports.models
from prevent_cases.migration_operations import AddConstraint, AlterField, RemoveConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0048_own_accounts_and_more_in_error"),
        ("reports", "0007_referrals_confirmed_for_a_summary"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveConstraint(
            model_name="casesummary",
            name="a_summary_holds_some_section",
        ),
        RemoveConstraint(
            model_name="casesummary",
            name="a_summary_handed_out_names_no_other_readers",
        ),
        AlterField(
            model_name="casesummary",
            name="sections",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("referrals", "Referrals, as sent"),
                        ("own_words", "In their own words"),
                        ("section36", "Section 36 decision"),
                        ("agreement", "Agreement to support"),
                        ("assessment", "Last assessment"),
                        ("contributions", "What agencies have shared"),
                        ("meetings", "Meetings and decisions"),
                        ("support", "Support"),
                        ("actions", "Actions"),
                        ("files", "Names of files"),
                        ("access", "Who can see this case"),
                    ],
                    max_length=20,
                ),
                default=reports.models.every_section,
                size=None,
            ),
        ),
        AlterField(
            model_name="casesummaryevent",
            name="sections",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("referrals", "Referrals, as sent"),
                        ("own_words", "In their own words"),
                        ("section36", "Section 36 decision"),
                        ("agreement", "Agreement to support"),
                        ("assessment", "Last assessment"),
                        ("contributions", "What agencies have shared"),
                        ("meetings", "Meetings and decisions"),
                        ("support", "Support"),
                        ("actions", "Actions"),
                        ("files", "Names of files"),
                        ("access", "Who can see this case"),
                    ],
                    max_length=20,
                ),
                default=reports.models.every_section,
                size=None,
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "sections__contained_by",
                        [
                            "referrals",
                            "own_words",
                            "section36",
                            "agreement",
                            "assessment",
                            "contributions",
                            "meetings",
                            "support",
                            "actions",
                            "files",
                            "access",
                        ],
                    ),
                    ("sections__len__gte", 1),
                ),
                name="a_summary_holds_some_section",
            ),
        ),
        AddConstraint(
            model_name="casesummary",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("handed_to", None), ("handed_to_body", "")),
                    (
                        "sections__contained_by",
                        [
                            "referrals",
                            "own_words",
                            "section36",
                            "agreement",
                            "assessment",
                            "contributions",
                            "meetings",
                            "support",
                            "actions",
                            "files",
                        ],
                    ),
                    _connector="OR",
                ),
                name="a_summary_handed_out_names_no_other_readers",
            ),
        ),
    ]
