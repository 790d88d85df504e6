from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Rows that were there before meet these: the one form through which they came asked the same."""

    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("reference", "0004_blocks_of_the_national_form"),
        ("referrals", "0006_ends_have_known_reasons_and_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("person_told", "no"), ("parent_told", "no"), _connector="OR", _negated=True),
                    models.Q(("not_told_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_referral_chooses_why_somebody_is_not_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("early_help", "yes"), _negated=True),
                    models.Q(("early_help_consent", ""), _negated=True),
                    _connector="OR",
                ),
                name="early_help_that_was_offered_was_agreed_to_or_not",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_danger", "yes"), _negated=True),
                    models.Q(("danger_called", ""), _negated=True),
                    _connector="OR",
                ),
                name="where_somebody_is_in_danger_somebody_was_called",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("urgency", "urgent"), _negated=True),
                    models.Q(("urgency_reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="an_urgent_referral_says_why",
            ),
        ),
    ]
