import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("reference", "0016_how_early_reviews_are_prepared"),
        ("referrals", "0014_what_holds_of_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndex(
            model_name="ownwords",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("words", "answer", config="english"),
                name="own_words_by_words",
            ),
        ),
        AddIndex(
            model_name="referral",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "address",
                    "online_names",
                    "parents",
                    "household_children",
                    "setting",
                    "other_concerns",
                    "if_nothing_is_done",
                    "told_reason",
                    "danger_called",
                    "urgency_reason",
                    "family_spoken_result",
                    "early_help_result",
                    "team_around_result",
                    "social_care_result",
                    "police_called_result",
                    "other_services_result",
                    "mappa_marac_result",
                    config="english",
                ),
                name="referrals_by_words",
            ),
        ),
        AddIndex(
            model_name="referraladdition",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", config="english"),
                name="referral_additions_by_words",
            ),
        ),
        AddIndex(
            model_name="referralquestion",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", "answer", config="english"),
                name="referral_questions_by_words",
            ),
        ),
        AddIndex(
            model_name="supportneed",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("fact", config="english"), name="support_needs_by_words"
            ),
        ),
    ]
