"""The courses that referrals take: how far each goes, by which way, and how often in the two years behind us."""

from dataclasses import dataclass

from cases.models import ConsentAnswer
from cases.models import Stage as CaseStage
from panels.judgements import Judgement
from referrals.models import EndReason, GatewayCategory


@dataclass(frozen=True)
class Course:
    """How far a referral goes, and by which way."""

    received: bool = True
    decided: bool = True
    # The reason for which it ends at the front door; "" when it is accepted. No further action waits to be confirmed.
    ends: str = ""
    confirmed: bool = True
    # What is said with the referrer: "asked", "answered", "returned", "taking back" or "withdrawn";
    # or with another area: "offered" or "passed".
    conversation: str = ""
    # What the police gateway says, where the area asks it; "" when it has not answered. Then it is accepted, or waits.
    gateway: str = GatewayCategory.CLEAR
    accepted: bool = True
    on_hold: bool = False
    # The answer under section 36, when it has been given; and where the case goes without grounds.
    grounds: bool | None = None
    instead: str = ""
    # What the panel concludes at one meeting after another; the last is repeated while the case waits.
    judgements: tuple[Judgement, ...] = (Judgement.DEFER,)
    # What is answered about support, if anything yet; after how many days of it the person withdraws, or it may end.
    answer: str = ""
    withdraws_after: int = 0
    may_end_after: int = 10_000
    # After how many days of it the panel withdraws it, and at its next look leaves it so.
    withdrawn_after: int = 10_000
    # How long ago the referral must lie for all this to have happened.
    takes: int = 0

    @property
    def is_accepted(self) -> bool:
        return self.received and self.decided and self.accepted and not self.ends


def ended(reason: EndReason) -> Course:
    return Course(ends=reason, takes=16)


def no_grounds(instead: CaseStage) -> Course:
    return Course(grounds=False, instead=instead, takes=40)


GIVEN = ConsentAnswer.GIVEN

# Where those stand that are open today.
WAITING = Course(received=False)
IN_TRIAGE = Course(decided=False)
ASKED, ANSWERED, TAKING_BACK = (
    Course(received=False, conversation=conversation) for conversation in ("asked", "answered", "taking back")
)
RETURNED, OFFERED, PASSED = (
    Course(decided=False, conversation=conversation) for conversation in ("returned", "offered", "passed")
)
ENDING = Course(ends=EndReason.EXPLAINED, confirmed=False)
AT_GATEWAY = Course(gateway="", accepted=False)
LIMITED = Course(gateway=GatewayCategory.LIMITED, accepted=False)
GATHERING = Course()
ON_HOLD = Course(on_hold=True)
AWAITING = Course(grounds=True)
PENDING = Course(grounds=True, judgements=(Judgement.ENTER,))
SUPPORTED = Course(grounds=True, judgements=(Judgement.ENTER,), answer=GIVEN)

# What lies behind us, and how often: most of it ends at the front door.
PAST = {
    ended(EndReason.EXPLAINED): 24,
    ended(EndReason.OTHER_NEED): 26,
    ended(EndReason.SIGNPOSTED): 20,
    Course(decided=False, conversation="withdrawn", takes=16): 1,
    ended(EndReason.MANAGED_ELSEWHERE): 6,
    ended(EndReason.TOO_LITTLE): 8,
    ended(EndReason.NOT_RESIDENT): 3,
    ended(EndReason.NOT_IN_GOOD_FAITH): 2,
    ended(EndReason.DUPLICATE): 3,
    no_grounds(CaseStage.NO_FURTHER_ACTION): 6,
    no_grounds(CaseStage.REFERRED_ELSEWHERE): 7,
    no_grounds(CaseStage.POLICE_LED): 2,
    Course(grounds=True, judgements=(Judgement.NO_FURTHER_ACTION,), takes=75): 3,
    Course(grounds=True, judgements=(Judgement.REFER_ELSEWHERE,), takes=75): 1,
    Course(grounds=True, judgements=(Judgement.POLICE_LED,), takes=75): 1,
    Course(grounds=True, judgements=(Judgement.DEFER, Judgement.NO_FURTHER_ACTION), takes=130): 2,
    Course(grounds=True, judgements=(Judgement.ENTER,), answer=ConsentAnswer.REFUSED, takes=140): 1,
    Course(grounds=True, judgements=(Judgement.ENTER,), answer=GIVEN, withdraws_after=80, takes=250): 1,
    Course(grounds=True, judgements=(Judgement.ENTER,), answer=GIVEN, withdrawn_after=60, takes=290): 1,
    Course(grounds=True, judgements=(Judgement.ENTER,), answer=GIVEN, may_end_after=150, takes=310): 1,
    Course(grounds=True, judgements=(Judgement.DEFER, Judgement.ENTER), answer=GIVEN, may_end_after=100, takes=330): 1,
}
