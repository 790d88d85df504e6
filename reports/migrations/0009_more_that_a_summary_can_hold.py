import django.contrib.postgres.fields
from django.conf import settings
from django.db import migrations, models

import reports.models
from prevent_cases.migration_operations import AddConstraint, AlterField, RemoveConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0058_no_share_is_prolonged_without_an_agreement"),
        ("reports", "0008_names_of_files_and_own_words_in_summaries"),
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
        ),
    ]
