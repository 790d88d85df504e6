"""What panels say where they refer a case elsewhere, and what they wait for where they put it off."""

from datetime import timedelta

import cases.operations
from cases.models import Stage
from demonstration import words
from demonstration.chance import dice
from panels.judgements import ENDS, Judgement
from prevent_cases import clock

ELSEWHERE = (
    (
        "mental_health",
        "For low mood and sleep. The team has taken the referral; first appointment next month.",
    ),
    ("early_help", "For help at home and with school. The family has agreed, and a worker is named."),
)
AWAITED = (
    ("What the health service knows, and whether it sees the person.", "The mental health trust"),
    ("How the person sees it, asked by somebody they know.", "The school, through the form tutor"),
)
WAITED_FOR = timedelta(days=14)
ASSESSED_ANEW_AFTER = timedelta(days=28)


BECAUSE = {
    Judgement.EXIT: ("risk_addressed", "risk_addressed", "risk_addressed", "moved"),
    Judgement.AGREED_NO_MORE: ("agreed_no_more", "disengaged"),
    Judgement.STAYS_WITHDRAWN: ("withdrawn",),
    Judgement.NO_FURTHER_ACTION: ("explained", "other_need"),
    Judgement.REFER_ELSEWHERE: ("other_need", "signposted"),
    Judgement.POLICE_LED: ("police",),
}


def said(story, judgement: str) -> dict:
    own = dice(f"way out {story.number}")
    because = {"end_reason": own.choice(BECAUSE[judgement])} if judgement in ENDS else {}
    if story.declined and judgement == Judgement.NO_FURTHER_ACTION:
        return {"end_reason": "not_agreed"}
    if judgement == Judgement.REFER_ELSEWHERE:
        return because | dict(zip(("onward_service", "arranged"), own.choice(ELSEWHERE), strict=True))
    if judgement == Judgement.WITHDRAW:
        return {"reassess_on": clock.today() + ASSESSED_ANEW_AFTER}
    if judgement == Judgement.DEFER:
        awaited, awaited_from = own.choice(AWAITED)
        return {"awaited": awaited, "awaited_from": awaited_from, "awaited_by": clock.today() + WAITED_FOR}
    return because


WITHOUT_GROUNDS = {
    Stage.NO_FURTHER_ACTION: "explained",
    Stage.REFERRED_ELSEWHERE: "other_need",
    Stage.POLICE_LED: "police",
}


def without_grounds(story) -> dict:
    """Why, and whether health or social care was considered, where a section 36 decision ends the case."""
    if story.course.grounds:
        return {}
    considered = story.course.instead != Stage.POLICE_LED
    own = dice(f"health or care {story.number}")
    return {
        "end_stage": story.course.instead,
        "end_reason": WITHOUT_GROUNDS[story.course.instead],
        "health_or_care_considered": considered,
        "health_or_care": own.choice(words.HEALTH_OR_CARE) if considered else words.NO_CARE_YET,
    }


def sign(story) -> None:
    """With its second signature the case ends."""
    seen = story.case.section36_decisions.to_sign().get().pk
    cases.operations.sign_section36(story.case, by=story.place.people["supervisor"], seen=seen, agrees=True)
