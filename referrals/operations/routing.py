"""Keeping the table from which the panel of a referral is suggested."""

from prevent_cases import clock
from prevent_cases.accounts.models import Area, Panel, PanelKind, User
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import RoutingRow


@operation("accounts.keep_area", locked=False)
def add_routing_row(
    area: Area,
    *,
    by: User,
    position: int,
    panel: Panel,
    youngest: int | None = None,
    oldest: int | None = None,
    lives_here: str = "",
    kind_of_need: str = "",
) -> RoutingRow:
    """Row added to the table of panels."""
    row = RoutingRow(area=area, added_by=by, added_at=clock.now())
    return _set(
        row,
        position=position,
        panel=panel,
        youngest=youngest,
        oldest=oldest,
        lives_here=lives_here,
        kind_of_need=kind_of_need,
    )


@operation("referrals.keep_routingrow", unless=RoutingRow.obstacle_to_change)
def change_routing_row(
    row: RoutingRow,
    *,
    by: User,
    position: int,
    panel: Panel,
    youngest: int | None = None,
    oldest: int | None = None,
    lives_here: str = "",
    kind_of_need: str = "",
) -> RoutingRow:
    """Row of the table of panels changed."""
    return _set(
        row,
        position=position,
        panel=panel,
        youngest=youngest,
        oldest=oldest,
        lives_here=lives_here,
        kind_of_need=kind_of_need,
    )


@operation("referrals.keep_routingrow", unless=RoutingRow.obstacle_to_change)
def remove_routing_row(row: RoutingRow, *, by: User) -> None:
    """Row removed from the table of panels."""
    row.change(removed_at=clock.now())


def _set(row: RoutingRow, **fitting) -> RoutingRow:
    panel, position = fitting["panel"], fitting["position"]
    if panel.area_id != row.area_id or panel.kind == PanelKind.BOARD:
        raise Refused("Choose a panel of this area that takes cases.", field="panel")
    if None not in (fitting["youngest"], fitting["oldest"]) and fitting["youngest"] > fitting["oldest"]:
        raise Refused("The oldest age must be the youngest age or higher.", field="oldest")
    others = RoutingRow.objects.standing().filter(area=row.area_id, position=position).exclude(pk=row.pk)
    if others.exists():
        raise Refused(f"There is a row at place {position} already. Choose another place.", field="position")
    for name, value in fitting.items():
        setattr(row, name, value)
    row.save()
    return row
