"""Who may share a case, and stop."""

from cases.models import Share
from cases.permissions.case import (
    CHAIRS_PANEL,
    CONTRIBUTES,
    COORDINATES,
    HANDLES,
    KNOWS,
    chaired,
    coordinated,
    seen_with_case,
)
from prevent_cases.access import Ground, rule

share_case = rule("cases.share_case", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])
put_colleague_on_case = rule("cases.put_colleague_on_case", on="cases.Case", grounds=[HANDLES, CONTRIBUTES, KNOWS])
view_share = rule("cases.view_share", on="cases.Share", grounds=[seen_with_case(Share)])
SHARES_IT = [
    Ground(
        "You coordinate Prevent casework in this area.",
        lambda user: Share.objects.filter(case__in=coordinated(user)).values("pk"),
    ),
    Ground("You chair its panel.", lambda user: Share.objects.filter(case__in=chaired(user)).values("pk")),
]
stop_sharing_case = rule("cases.stop_sharing_case", on="cases.Share", grounds=SHARES_IT)
change_share = rule("cases.change_share", on="cases.Share", grounds=SHARES_IT)
