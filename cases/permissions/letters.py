"""Who writes letters to the person or a parent, and who reads them."""

from cases.models import Letter
from cases.permissions.case import COORDINATES, coordinated, seen_with_case
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service

write_letter = rule("cases.write_letter", on="cases.Case", grounds=[COORDINATES])
view_letter = rule("cases.view_letter", on="cases.Letter", grounds=[seen_with_case(Letter)])
say_letter_sent = rule(
    "cases.say_letter_sent",
    on="cases.Letter",
    grounds=[
        Ground(COORDINATES.sentence, lambda user: Letter.objects.filter(case__in=coordinated(user)).values("pk")),
    ],
)
make_letter = rule(
    "cases.make_letter",
    on="cases.Letter",
    grounds=[Ground("The unattended service makes PDFs.", lambda user: everything_for_the_service(user, Letter))],
)
