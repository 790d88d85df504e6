"""Who may record how somebody describes themselves, and who may ever read it."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.posts import PostKind
from referrals.models import MonitoringAnswers
from referrals.permissions.referral import of_areas

record_monitoring = rule(
    "referrals.record_monitoring",
    on="referrals.Referral",
    grounds=[
        Ground("You coordinate Prevent casework in this area.", lambda user: of_areas(user, PostKind.COORDINATOR))
    ],
)


view_monitoringanswers = rule(
    "referrals.view_monitoringanswers",
    on="referrals.MonitoringAnswers",
    grounds=[
        Ground(
            "You answer for how this area keeps information, and for fairness in its returns.",
            lambda user: MonitoringAnswers.objects.filter(
                individual__area__in=user.posts.areas(PostKind.GOVERNANCE_LEAD)
            ).values("pk"),
        )
    ],
)
