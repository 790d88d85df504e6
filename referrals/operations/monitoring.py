"""Recording how somebody describes themselves."""

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.operations import Refused, operation
from referrals import permissions  # noqa: F401
from referrals.models import CHARACTERISTICS, DESCRIBED, MonitoringAnswers, Referral


@operation("referrals.record_monitoring", unless=Referral.obstacle_to_monitoring)
def record_monitoring(referral: Referral, *, by: User, source: str, **described: str) -> MonitoringAnswers:
    """Monitoring answers recorded, for the returns.

    ``described`` are the person's own words for some of the ``CHARACTERISTICS``, held under the individual.
    """
    if source not in DESCRIBED and any(described.values()):
        raise Refused("Leave these blank where nobody described the person.", field="source")
    return MonitoringAnswers.objects.create(
        individual=referral.individual,
        recorded_by=by,
        recorded_at=clock.now(),
        source=source,
        **{name: described.get(name, "") for name in CHARACTERISTICS},
    )
