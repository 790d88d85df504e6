from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("referrals", "0004_none_is_withdrawn_unassessed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddConstraint(
            model_name="enquiry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("forgotten_at__isnull", False),
                    models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                    models.Q(
                        models.Q(("answer", ""), _negated=True),
                        ("answered_at__isnull", False),
                        ("answered_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="an_answered_enquiry_says_something_and_who_says_it",
            ),
        ),
    ]
