"""Where a referral can stand, and the ways between; a case has stages of its own."""

from django.db import models


class Stage(models.TextChoices):
    SUBMITTED = "submitted", "To be received"
    IN_TRIAGE = "in_triage", "In triage"
    RETURNED = "returned", "With the referrer"
    AT_GATEWAY = "at_gateway", "With the police gateway"
    ENDING = "ending", "With a second person"
    TRANSFERRING = "transferring", "Offered to another area"
    ACCEPTED = "accepted", "Accepted"
    ENDED = "ended", "Ended"
    WITHDRAWN = "withdrawn", "Withdrawn"
    TRANSFERRED = "transferred", "Passed to another area"


# The ways that are open; docs/states.md is drawn from this.
TRANSITIONS = {
    Stage.SUBMITTED: (Stage.IN_TRIAGE,),
    Stage.IN_TRIAGE: (
        Stage.RETURNED,
        Stage.AT_GATEWAY,
        Stage.ENDING,
        Stage.TRANSFERRING,
        Stage.ACCEPTED,
        Stage.ENDED,
        Stage.WITHDRAWN,
    ),
    Stage.RETURNED: (Stage.IN_TRIAGE,),
    Stage.AT_GATEWAY: (Stage.IN_TRIAGE,),
    Stage.ENDING: (Stage.ENDED, Stage.IN_TRIAGE),
    Stage.TRANSFERRING: (Stage.TRANSFERRED, Stage.IN_TRIAGE),
    Stage.ACCEPTED: (),
    Stage.ENDED: (),
    Stage.WITHDRAWN: (),
    Stage.TRANSFERRED: (),
}
LIVE = tuple(stage for stage, ways in TRANSITIONS.items() if ways)

# Why something that is done in triage cannot be done at another stage, and what to do.
NOT_IN_TRIAGE = {
    Stage.SUBMITTED: "Judge how urgent this is first, and name who is best placed to help now.",
    Stage.RETURNED: "The referrer has been asked for what is missing. Wait for their answers, or go on without them.",
    Stage.AT_GATEWAY: "The police gateway has been asked. Wait for its answer, or say that you no longer ask.",
    Stage.TRANSFERRING: "It is offered to another area. Wait for the answer, or take the offer back.",
    Stage.ENDING: "A second person has been asked to confirm that this ends. Nothing is decided until they answer.",
}
