"""Who may receive and triage referrals, and confirm that nothing more is done."""

from prevent_cases.access import Ground, further_ground, rule
from prevent_cases.accounts.models import Panel, PanelKind
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind
from referrals.models import Referral, Stage, UrgencyJudgement
from referrals.permissions.gateway import police
from referrals.permissions.referral import FOLLOWS, MADE_IT, of_areas


def coordinated(user):
    return of_areas(user, PostKind.COORDINATOR)


def ending_where_chaired(user):
    chaired = user.posts.panels(PostKind.CHAIR, PostKind.DEPUTY)
    areas = Panel.objects.filter(pk__in=chaired).exclude(kind=PanelKind.BOARD).values("area")
    return Referral.objects.filter(area__in=areas, stage=Stage.ENDING).values("pk")


def ending_where_police_supervise(user):
    areas = [agency.area for agency in police(user, PostKind.GATEWAY_SUPERVISOR)]
    return Referral.objects.filter(area__in=areas, stage=Stage.ENDING).values("pk")


def best_placed(user):
    agencies = user.posts.agencies(*HANDLES_CASES)
    named = UrgencyJudgement.objects.filter(best_placed__in=agencies, superseded_at=None)
    # Whoever was named goes on helping while another area is asked to take it on.
    return named.filter(referral__stage__in=[Stage.IN_TRIAGE, Stage.AT_GATEWAY, Stage.TRANSFERRING]).values("referral")


RECEIVES = Ground("You receive referrals in this area.", lambda user: of_areas(user, PostKind.FRONT_DOOR))
COORDINATES = Ground("You coordinate Prevent casework in this area.", coordinated)
CHAIRS_IN_AREA = Ground("You chair a panel of this area, and are asked to confirm that it ends.", ending_where_chaired)
SUPERVISES_GATEWAY = Ground(
    "You supervise the police gateway of this area, and are asked to confirm that it ends.",
    ending_where_police_supervise,
)

receive_referral = rule(
    "referrals.receive_referral",
    on="referrals.Referral",
    grounds=[RECEIVES, COORDINATES],
)
# Who sent it, added to it and answered about it: to nobody else by name.
know_referrer = rule("referrals.know_referrer", on="referrals.Referral", grounds=[RECEIVES, COORDINATES, *FOLLOWS])
triage_referral = rule("referrals.triage_referral", on="referrals.Referral", grounds=[COORDINATES])
let_lead_know = rule("referrals.let_lead_know", on="referrals.Referral", grounds=[MADE_IT, COORDINATES])
confirm_no_further_action = rule(
    "referrals.confirm_no_further_action",
    on="referrals.Referral",
    grounds=[COORDINATES, CHAIRS_IN_AREA, SUPERVISES_GATEWAY],
)

BEST_PLACED = Ground("Your agency was named as best placed to help now, and you handle its cases.", best_placed)

for ground in (CHAIRS_IN_AREA, SUPERVISES_GATEWAY, BEST_PLACED):
    further_ground("referrals.view_referral", ground)
