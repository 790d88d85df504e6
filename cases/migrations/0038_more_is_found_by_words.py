import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.conf import settings
from django.db import migrations

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0037_files_of_cases"),
        ("referrals", "0015_more_is_found_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndex(
            model_name="beingtold",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("what", "reason", config="english"),
                name="being_told_by_words",
            ),
        ),
        AddIndex(
            model_name="consent",
            index=django.contrib.postgres.indexes.GinIndex(
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
        ),
        AddIndex(
            model_name="exitplan",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("continues", "turn_to", "handed_over_to", config="english"),
                name="exit_plans_by_words",
            ),
        ),
        AddIndex(
            model_name="informationanswer",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("why_not", "who_tells", config="english"),
                name="information_answers_by_words",
            ),
        ),
        AddIndex(
            model_name="interventionsession",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("what", "why_missed", config="english"),
                name="sessions_by_words",
            ),
        ),
        AddIndex(
            model_name="letter",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("text", "easy_text", config="english"),
                name="letters_by_words",
            ),
        ),
        AddIndex(
            model_name="section36decision",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("grounds", config="english"), name="section36_by_words"
            ),
        ),
        AddIndex(
            model_name="supportplan",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector(
                    "consent_request", "support", "provider", "arrangements", config="english"
                ),
                name="support_plans_by_words",
            ),
        ),
        AddIndex(
            model_name="urgentconcern",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("words", "what_was_done", config="english"),
                name="urgent_concerns_by_words",
            ),
        ),
    ]
