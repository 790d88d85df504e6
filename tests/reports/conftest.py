"""A case that went the whole way, and people of the board."""

import weasyprint  # noqa: F401  Loaded before a PDF's child is forked, as the PDF worker does.

from panels import operations as panels
from prevent_cases.accounts.models import AgencyType, PanelKind, Sector
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.standing import standing


@standing
def whole_case(case, meeting, coordinator, chair, police, police_representative, childrens_services):
    """A case with something of everything: shared, decided on, agreed to, acted on."""
    factories.share(case, police, coordinator)
    factories.share(case, childrens_services, coordinator, purpose="To find out what help there is already.")
    factories.section36(case, police_representative)
    panels.start_meeting(meeting, by=chair, chaired_for="council")
    panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    panels.decide_item(
        meeting.items.get(),
        by=chair,
        **factories.PLAN,
        judgement="enter",
        reached="majority",
        dissent="Housing would rather wait.",
        rationale="A mentor could help him find other company.",
    )
    case.refresh_from_db()
    factories.action(case, childrens_services, chair, what="Meet his grandmother.")
    panels.end_meeting(meeting, by=chair)
    factories.consent(case, coordinator, what_was_explained="What a mentor does.")
    # Asked by the name that its panel wrote into the plan as well.
    provider = factories.agency(
        case.area, "Harrowmere Mentoring", AgencyType.PROVIDER, Sector.OTHER, serves_all_areas=True
    )
    giver = factories.person(provider, PostKind.PROVIDER, "Gil Giver")
    factories.session(factories.intervention(case, provider, coordinator, giver), giver)
    return case


@standing
def board(area):
    return factories.panel(area, "Prevent Board", kind=PanelKind.BOARD)


@standing
def board_member(board):
    """Reads board reports; sees no case."""
    return factories.person(board, PostKind.BOARD_MEMBER, "Bea Board")
