"""Whose a draft is."""

from prevent_cases.access import Ground, rule
from prevent_cases.pages.models import Draft

view_draft = rule(
    "pages.view_draft",
    on="pages.Draft",
    grounds=[Ground("You have it.", lambda user: Draft.objects.filter(owner=user).values("pk"))],
)
