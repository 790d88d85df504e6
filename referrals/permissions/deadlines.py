"""Who moves deadlines where the working days changed: nobody, it is counted."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area
from prevent_cases.accounts.permissions import everything_for_the_service
from referrals.models import GatewayRequest, Referral

COUNTS = "The unattended service counts deadlines anew."

move_deadline = rule(
    "referrals.move_deadline",
    on="referrals.Referral",
    grounds=[Ground(COUNTS, lambda user: everything_for_the_service(user, Referral))],
)
move_gateway_deadline = rule(
    "referrals.move_gateway_deadline",
    on="referrals.GatewayRequest",
    grounds=[Ground(COUNTS, lambda user: everything_for_the_service(user, GatewayRequest))],
)
tell_of_deadlines = rule(
    "referrals.tell_of_deadlines",
    on="accounts.Area",
    grounds=[Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, Area))],
)
