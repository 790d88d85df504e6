"""Who may hold a file that was not sent yet: whoever chose it, or whose draft it is in."""

from prevent_cases.access import Ground, rule
from prevent_cases.documents.models import Upload

view_upload = rule(
    "documents.view_upload",
    on="documents.Upload",
    grounds=[
        Ground("It is in a draft of yours.", lambda user: Upload.objects.filter(draft__owner=user).values("pk")),
        Ground(
            "You chose it, and have not sent it.",
            lambda user: Upload.objects.filter(draft=None, added_by=user).values("pk"),
        ),
    ],
)
