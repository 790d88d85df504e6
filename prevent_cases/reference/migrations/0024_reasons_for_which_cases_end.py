"""The reasons for which cases end, of the returns and of guidance. Their words are unverified.

Those for which a referral may end at the front door too have the same codes there, and are counted together.
"""

from datetime import date

from django.db import migrations

EXITED, NOTHING, ELSEWHERE, POLICE = "exited", "no_further_action", "referred_elsewhere", "police_led"
REASONS = [
    ("risk_addressed", "What gave concern is gone, or much less", [EXITED]),
    ("explained", "Out of context, or explained", [NOTHING]),
    ("not_suitable", "Nothing that this panel is for", [NOTHING, ELSEWHERE]),
    ("other_need", "A safeguarding need, but not this one", [NOTHING, ELSEWHERE]),
    ("signposted", "Helped better by another service", [EXITED, ELSEWHERE]),
    ("managed_elsewhere", "Already in hand elsewhere", [NOTHING, ELSEWHERE]),
    ("too_little", "Too little to go on, after asking", [NOTHING]),
    ("not_in_good_faith", "Not made in good faith", [NOTHING]),
    ("duplicate", "The same referral was made before", [NOTHING]),
    ("not_agreed", "Support was not agreed to", [NOTHING, ELSEWHERE, POLICE]),
    ("agreed_no_more", "Support is not agreed to any more", [EXITED, ELSEWHERE, POLICE]),
    ("disengaged", "The person took part in support no more", [EXITED, ELSEWHERE]),
    ("withdrawn", "The panel withdrew support", [EXITED, ELSEWHERE, POLICE]),
    ("police", "The police are dealing with it", [NOTHING, POLICE]),
    ("too_great", "More than support can answer", [POLICE]),
    ("arrested", "Arrested, charged or in prison", [EXITED, NOTHING, ELSEWHERE, POLICE]),
    ("moved", "The person has moved away", [EXITED, NOTHING, ELSEWHERE]),
    ("not_resident", "Lives in another area", [NOTHING, ELSEWHERE]),
    ("left_country", "The person has left the country", [EXITED, NOTHING]),
    ("died", "The person has died", [EXITED, NOTHING]),
]


def add(apps, schema_editor):
    CaseEndReason = apps.get_model("reference", "CaseEndReason")
    CaseEndReason.objects.using(schema_editor.connection.alias).bulk_create(
        CaseEndReason(code=code, label=label, ends=ends, position=position, starts_on=date(2015, 7, 1))
        for position, (code, label, ends) in enumerate(REASONS)
    )


class Migration(migrations.Migration):
    dependencies = [("reference", "0023_why_cases_end")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
