from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddIndex


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0019_pieces_are_signed_off_with_the_offer"),
        ("referrals", "0014_what_holds_of_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("ended_at", None)), fields=["area", "owner"], name="live_cases_of_an_area"
            ),
        ),
    ]
