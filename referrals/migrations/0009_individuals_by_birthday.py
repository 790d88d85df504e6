from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("referrals", "0008_what_came_before_waits_too"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="individual",
            index=models.Index(fields=["born_on"], name="individuals_by_birthday"),
        ),
    ]
