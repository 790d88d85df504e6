"""What the world has to do with other areas: what they offer to its own, and what its own has taken on."""

from cases import operations as cases
from panels import operations as panels
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, PanelKind, Sector, User
from prevent_cases.accounts.posts import PostKind
from referrals import operations as of_referrals
from tests import factories


def go_between_areas(panel: Panel, police: Agency, in_post: dict) -> None:
    """A case of another area that is offered to this panel; one that it has taken on, and offers back."""
    (coordinator,) = in_post[PostKind.COORDINATOR].values()
    chair, speaks_for = in_post[PostKind.CHAIR][panel], in_post[PostKind.REPRESENTATIVE][police]
    elsewhere = factories.area("Northvale")
    surgery = factories.agency(elsewhere, "Northvale Surgery", AgencyType.HEALTH, Sector.HEALTH)
    officer = factories.person(surgery, PostKind.OFFICER, "Nick of Northvale")
    there = factories.panel(elsewhere, "Northvale Panel", PanelKind.SAFEGUARDING_ADULTS)
    sends, chairs = (
        factories.person(place, kind, f"{kind.label} of Northvale")
        for place, kind in ((elsewhere, PostKind.COORDINATOR), (there, PostKind.CHAIR))
    )
    offered, taken_on = (factories.case(factories.referral(officer), sends, there) for _ in range(2))
    panels.ask_for_conference(taken_on.carried_referrals.get().referral, by=sends, reason="He means to travel.")
    factories.share(taken_on, surgery, sends)
    doctor = factories.person(surgery, PostKind.REPRESENTATIVE, "Nora of Northvale")
    piece = factories.contribution(taken_on, surgery, doctor)
    factories.case_file(taken_on, doctor, contribution=piece)
    offered = factories.transfer(offered, panel.area, chairs)
    taken_on = factories.transfer(taken_on, panel.area, chairs, pieces=[piece])
    case = factories.transferred(taken_on, panel, coordinator, chair)
    cases.place_transfer(offered, by=coordinator, panel=panel)
    away = User.objects.get(name="A coordinator who is away", held_posts__area=panel.area)
    cases.allocate_case(case, by=coordinator, owner=away, note="She has met him.")
    factories.share(case, police, coordinator)
    shared = factories.contribution(case, police, speaks_for)
    factories.section36(case, speaks_for)
    factories.transfer(case, elsewhere, coordinator, pieces=[shared])


def offer_from_elsewhere(area: Area, receiver: User) -> None:
    """A referral that another area offers to this one, and one that it has passed on."""
    elsewhere = factories.area("Westvale")
    school = factories.agency(elsewhere, "Westvale School")
    officer = factories.person(school, PostKind.OFFICER, "An officer of Westvale")
    coordinator = factories.person(elsewhere, PostKind.COORDINATOR, "The coordinator of Westvale")
    offered, passed_on = (factories.assessed(factories.referral(officer), coordinator) for _ in range(2))
    factories.file(passed_on)
    of_referrals.record_own_words(
        passed_on,
        by=coordinator,
        whose="person",
        words="I did not say that.",
        said_on=clock.today(),
        entry=passed_on.entries.first(),
    )
    for referral in (offered, passed_on):
        of_referrals.offer_transfer(referral, by=coordinator, to_area=area, reason="He lives there now.")
    of_referrals.accept_transfer(passed_on, by=receiver)
