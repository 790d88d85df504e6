"""Where a case stands, and the ways between."""

from django.db import models
from django.db.models import F, Q


class Stage(models.TextChoices):
    INFORMATION_GATHERING = "information_gathering", "Gathering information"
    AWAITING_PANEL = "awaiting_panel", "Awaiting panel"
    CONSENT_PENDING = "consent_pending", "Consent to be asked"
    ACTIVE = "active", "Receiving support"
    EXITED = "exited", "Exited"
    NO_FURTHER_ACTION = "no_further_action", "No further action"
    REFERRED_ELSEWHERE = "referred_elsewhere", "Referred elsewhere"
    POLICE_LED = "police_led", "Police-led"
    # By a handshake with another area alone (``CaseTransfer``), from wherever it stands: while that is offered it goes
    # on, so there is no stage of being offered.
    TRANSFERRED = "transferred", "Transferred to another area"


_ENDS = (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED)

# The ways that are open; docs/states.md is drawn from this.
TRANSITIONS = {
    Stage.INFORMATION_GATHERING: (Stage.AWAITING_PANEL, *_ENDS, Stage.TRANSFERRED),
    # To an exit from here only where support was given, and is not agreed to any more.
    Stage.AWAITING_PANEL: (Stage.CONSENT_PENDING, Stage.EXITED, *_ENDS, Stage.TRANSFERRED),
    Stage.CONSENT_PENDING: (Stage.ACTIVE, Stage.AWAITING_PANEL, Stage.EXITED, *_ENDS, Stage.TRANSFERRED),
    # Back to be asked: where a parent's consent ended with childhood, or was recorded in error.
    Stage.ACTIVE: (Stage.EXITED, Stage.CONSENT_PENDING, Stage.AWAITING_PANEL, Stage.POLICE_LED, Stage.TRANSFERRED),
    **dict.fromkeys((Stage.EXITED, *_ENDS, Stage.TRANSFERRED), ()),
}
# A case begins at the first where its panel acts as Channel, which takes it only after the section 36 decision
# (section 36(3)); at the second where no such decision is asked.
BEGINNINGS = (Stage.INFORMATION_GATHERING, Stage.AWAITING_PANEL)
LIVE = tuple(stage for stage, ways in TRANSITIONS.items() if ways)
# What its coordinator is to move on: see to the section 36 decision, or ask for consent.
TO_MOVE_ON = Q(awaits_section36=True) | Q(stage=Stage.CONSENT_PENDING)
# That somebody disputes the consent that it stands on, or stood on when it ended.
CONSENT_IS_DISPUTED = Q(
    consents__answer="given",
    consents__in_error_at=None,
    consents__answered_on=F("consent_given_on"),
    consents__disputed_by__isnull=False,
)
# The months after support has ended at which the panel looks back, on every case.
REVIEWED_AFTER = (6, 12)
