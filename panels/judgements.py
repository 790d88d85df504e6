"""What a panel can conclude on a case, how, and where that leads."""

from django.db import models

from cases.models import LIVE
from cases.models import Stage as CaseStage


class Judgement(models.TextChoices):
    ENTER = "enter", "Enter: offer support"
    REMAIN = "remain", "Remain: go on with support"
    WITHDRAW = "withdraw", "Withdraw support for now, and assess anew on a day"
    EXIT = "exit", "Exit: support ends"
    AGREED_NO_MORE = "agreed_no_more", "End: support is not agreed to any more"
    STAYS_WITHDRAWN = "stays_withdrawn", "End: support stays withdrawn"
    NO_FURTHER_ACTION = "no_further_action", "No further action"
    REFER_ELSEWHERE = "refer_elsewhere", "Refer elsewhere: another service helps instead"
    POLICE_LED = "police_led", "Police-led: the police see to it"
    DEFER = "defer", "Defer: more information is needed"


# Where each judgement leads; remaining and deferring leave the case where it is.
LEADS_TO = {
    Judgement.ENTER: CaseStage.CONSENT_PENDING,
    Judgement.REMAIN: None,
    Judgement.WITHDRAW: CaseStage.AWAITING_PANEL,
    Judgement.EXIT: CaseStage.EXITED,
    Judgement.AGREED_NO_MORE: CaseStage.EXITED,
    Judgement.STAYS_WITHDRAWN: CaseStage.EXITED,
    Judgement.NO_FURTHER_ACTION: CaseStage.NO_FURTHER_ACTION,
    Judgement.REFER_ELSEWHERE: CaseStage.REFERRED_ELSEWHERE,
    Judgement.POLICE_LED: CaseStage.POLICE_LED,
    Judgement.DEFER: None,
}
# The case ends: nothing is left that nobody sees to.
ENDS = tuple(judgement for judgement, stage in LEADS_TO.items() if stage and stage not in LIVE)
# Support has ended: it is said how what gave concern stands now, and the panel looks back after 6 and 12 months.
AFTER_SUPPORT = (Judgement.EXIT, Judgement.AGREED_NO_MORE, Judgement.STAYS_WITHDRAWN)
# No support is given from here on: health or social care is considered (section 36(4)(f)).
WITHOUT_SUPPORT = (
    Judgement.WITHDRAW,
    Judgement.AGREED_NO_MORE,
    Judgement.STAYS_WITHDRAWN,
    Judgement.NO_FURTHER_ACTION,
    Judgement.REFER_ELSEWHERE,
    Judgement.POLICE_LED,
)


class Reached(models.TextChoices):
    """Section 37(6) and (7): unanimous, otherwise by majority, otherwise by the chair."""

    UNANIMOUS = "unanimous", "All agreed"
    MAJORITY = "majority", "By majority"
    CHAIR = "chair", "The chair decided"


class ChangeSinceStart(models.TextChoices):
    """How what gave concern stands at exit, against the start of support: a judgement of people, and no figure."""

    REDUCED = "reduced", "Reduced"
    SAME = "same", "The same"
    INCREASED = "increased", "Increased"
    CANNOT_SAY = "cannot_say", "Cannot say"
