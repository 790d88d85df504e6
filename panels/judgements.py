"""What a panel can conclude on a case, how, and where that leads."""

from django.db import models

from cases.models import Stage as CaseStage


class Judgement(models.TextChoices):
    ENTER = "enter", "Enter: offer support"
    REMAIN = "remain", "Remain: go on with support"
    EXIT = "exit", "Exit: support ends"
    NO_FURTHER_ACTION = "no_further_action", "No further action"
    DEFER = "defer", "Defer: more information is needed"


# Where each judgement leads; remaining and deferring leave the case where it is.
LEADS_TO = {
    Judgement.ENTER: CaseStage.CONSENT_PENDING,
    Judgement.REMAIN: None,
    Judgement.EXIT: CaseStage.EXITED,
    Judgement.NO_FURTHER_ACTION: CaseStage.NO_FURTHER_ACTION,
    Judgement.DEFER: None,
}


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
