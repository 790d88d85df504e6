from dateutil.relativedelta import relativedelta
from django.db import migrations
from django.utils import timezone

# By how a case ended, after how many months it is looked at: of an adult, and of anybody else.
MONTHS = {
    "exited": (72, 36),
    "police_led": (72, 36),
    "referred_elsewhere": (36, 24),
    "no_further_action": (12, 6),
}


def set_days(apps, schema_editor):
    cases = apps.get_model("cases", "Case").objects.using(schema_editor.connection.alias)
    ended = cases.filter(ended_at__isnull=False, retention_review_on=None).select_related("individual")
    for case in ended.iterator():
        ended_on = timezone.localdate(case.ended_at)
        born_on = case.individual.born_on
        was_adult = born_on is not None and born_on + relativedelta(years=18) <= ended_on
        of_adults, of_others = MONTHS[case.stage]
        case.retention_review_on = ended_on + relativedelta(months=of_adults if was_adult else of_others)
        case.save(update_fields=["retention_review_on"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0010_another_panel_and_days_of_review")]

    operations = [migrations.RunPython(set_days, migrations.RunPython.noop)]
