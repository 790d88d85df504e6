from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("referrals", "0005_told_of_public_concerns"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="endproposal",
            constraint=models.CheckConstraint(
                condition=models.Q(("words_for_referrer", ""), _negated=True), name="a_proposal_has_its_released_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="triagedecision",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="triagedecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("words_for_referrer", ""), _negated=True),
                name="a_triage_decision_has_its_released_words",
            ),
        ),
    ]
