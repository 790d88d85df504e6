"""The consent ledger: what was answered about support, what of it ends by itself, and who was told."""

from datetime import date

import referrals.operations
from cases.models import (
    BeingTold,
    Capacity,
    Case,
    Consent,
    ConsentAnswer,
    ConsentBy,
    Stage,
    answers_possible,
    may_answer,
    may_be_told,
    obstacle_to_agreement_on,
    obstacle_to_asking_for_support,
    obstacle_to_being_asked_on,
)
from cases.operations.interventions import stop_support
from cases.operations.ownership import seen_to_by
from cases.permissions.consent import view_consent
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.later.outbox import later
from prevent_cases.mail import send_mail
from prevent_cases.operations import Refused, operation


@operation("cases.record_consent", unless=Case.obstacle_to_consent)
def record_consent(case: Case, *, by: User, answer: str, **answered) -> Consent:
    """Line added to the consent ledger.

    Given, support may start. Refused, withdrawn, or where the person could not decide, support stops and the case goes
    back to its panel, to be assessed anew (section 36(4)(e)); none of it is ever an indicator of anything. ``answered``
    are the other columns of :class:`Consent`.
    """
    if answer == ConsentAnswer.GIVEN:  # Support would start. That somebody does not want it is recorded at any time.
        referrals.operations.refuse_if_held(case.individual, by=by)
    return _add_line(case, by, answer, **answered)


@operation("cases.record_withdrawal", unless=Case.obstacle_to_consent)
def record_withdrawal(case: Case, *, by: User, answer: str, **answered) -> Consent:
    """Line added to the consent ledger: support is not agreed to, or not any more.

    By whoever works on the case, at once; what follows is what follows from any such answer. ``answered`` are the other
    columns of :class:`Consent`.
    """
    if answer == ConsentAnswer.GIVEN:
        raise Refused(
            "That it was given is recorded by the coordinator, or by whoever chairs the panel.", field="answer"
        )
    return _add_line(case, by, answer, **answered)


@operation("cases.record_consent", unless=obstacle_to_asking_for_support)
def record_asking(
    case: Case,
    *,
    by: User,
    asked_by: str,
    asked_on: date,
    asked_of: str,
    asked_of_name: str = "",
    how: str,
    wording: str,
    language: str,
    what_was_explained: str = "",
    ask_again_on: date,
) -> Consent:
    """Kept in the consent ledger that it was asked, and that no answer came yet.

    It counts for nothing: support waits as before, and the next answer ends it.
    """
    if asked_on > clock.today():
        raise Refused("The day of asking cannot be in the future.", field="asked_on")
    if ask_again_on <= clock.today():
        raise Refused("Choose a day to come on which it is asked again.", field="ask_again_on")
    if case.consent_has_ended:  # Of the day itself, whether or not the round has come by.
        _stand_on(case, None, otherwise=Stage.CONSENT_PENDING)
    _refuse_out_of_order(case, asked_on, field="asked_on")
    if wrong := obstacle_to_being_asked_on(case, asked_on):
        raise Refused(wrong, field="asked_on")
    return Consent.objects.create(
        case=case,
        answer=ConsentAnswer.ASKED,
        answered_by=asked_of,
        answered_name=asked_of_name,
        asked_by=asked_by,
        how=how,
        answered_on=asked_on,
        wording=wording,
        language=language,
        what_was_explained=what_was_explained,
        ask_again_on=ask_again_on,
        recorded_by=by,
        recorded_at=clock.now(),
    )


def _refuse_out_of_order(case: Case, day: date, field: str = "answered_on") -> None:
    """The last answer by its day is the one that counts, so that no line comes before an answer that is there."""
    if case.consents.answers().filter(answered_on__gt=day).exists():
        raise Refused("There is an answer of a later day already.", field=field)


def _add_line(case: Case, by: User, answer: str, answered_by: str, answered_on: date, **said: str) -> Consent:
    given = answer == ConsentAnswer.GIVEN
    if answered_on > clock.today():
        raise Refused("The day of the answer cannot be in the future.", field="answered_on")
    if case.consent_has_ended:  # Of the day itself, whether or not the round has come by.
        _stand_on(case, None, otherwise=Stage.CONSENT_PENDING)
    if answer not in answers_possible(case):
        given_already = case.stage == Stage.ACTIVE or case.is_withdrawn
        words = "It was given already." if given_already else "It has not been given, so it is not withdrawn."
        raise Refused(words, field="answer")
    _refuse_out_of_order(case, answered_on)
    if given and (wrong := obstacle_to_agreement_on(case, answered_on)):
        raise Refused(wrong, field="answered_on")
    # A child's own answer does not become an adult's, nor does a parent's of last week outlast childhood.
    for day in (answered_on, clock.today()):
        if given and (wrong := may_answer(case.individual, answered_by, day)):
            raise Refused(wrong, field="answered_by")
    _refuse_incomplete(answer, answered_by, said)
    by_another = given and answered_by != ConsentBy.PERSON
    consent = Consent.objects.create(
        case=case,
        answer=answer,
        answered_by=answered_by,
        answered_on=answered_on,
        ends_on=case.individual.adult_on if by_another else None,
        recorded_by=by,
        recorded_at=clock.now(),
        **said,
    )
    _stand_on(case, consent if given else None, otherwise=Stage.AWAITING_PANEL)
    if not given and by not in seen_to_by(case):
        later("cases.tell_of_withdrawal", consent.pk)
    return consent


def _refuse_incomplete(answer: str, answered_by: str, said: dict[str, str]) -> None:
    by_person, given = answered_by == ConsentBy.PERSON, answer == ConsentAnswer.GIVEN
    if not by_person and not said.get("answered_name"):
        raise Refused("Say who answered for the person.", field="answered_name")
    if not by_person and not said.get("responsibility"):
        raise Refused("Say by what right they answer, and how you know it.", field="responsibility")
    if given and by_person and said["capacity"] == Capacity.UNABLE:
        raise Refused(
            "Whoever cannot decide this cannot agree to it: the answer is “could not decide”.", field="answer"
        )
    if given and not said.get("agreed_to"):
        raise Refused("Say what they agreed to.", field="agreed_to")


def _stand_on(case: Case, consent: Consent | None, *, otherwise: str) -> None:
    """Let support rest on this line of the ledger; without one, the case goes where it is to be seen to."""
    if case.is_withdrawn:  # It rests on none as long as the panel has not offered it anew.
        case.change(**_resting_on(consent))
        return
    if case.stage == Stage.ACTIVE and not consent:
        stop_support(case)
    case.become(Stage.ACTIVE if consent else otherwise, **_resting_on(consent))


def _resting_on(consent: Consent | None) -> dict[str, date | None]:
    return {"consent_given_on": consent and consent.answered_on, "consent_ends_on": consent and consent.ends_on}


@operation("cases.write_of_case")
def tell_of_withdrawal(case: Case, *, by: User, consent: Consent) -> None:
    """Whoever sees to the case told by e-mail that somebody else recorded something there."""
    for person in seen_to_by(case):
        if view_consent.permits(person, consent):
            # To the page that says what others did since they were there: the address itself tells nothing.
            key = f"withdrawal-{consent.reference}-{person.reference}"
            send_mail("cases/email/withdrawal_recorded.txt", to=person, key=key, path=case.get_absolute_url())


@operation("cases.end_consent", unless=Case.obstacle_to_ending_consent)
def end_consent(case: Case, *, by: User) -> None:
    """Consent of a parent or guardian ended: the person is 18. Support needs their own."""
    _stand_on(case, None, otherwise=Stage.CONSENT_PENDING)


def stand_by_age(case: Case, *, by: User) -> None:
    """Let the agreement on which support stands follow from what is known of the person's age now.

    What a parent agreed to ends on the eighteenth birthday, or at once where that has passed; what has ended stays so,
    and is asked anew. What the person agreed to before it, as is known now, was no agreement.
    """
    person = case.individual
    for line in case.consents.standing().filter(answer=ConsentAnswer.GIVEN):
        if line.answered_by != ConsentBy.PERSON:
            if line.ends_on is None or line.ends_on > clock.today():
                line.change(ends_on=person.adult_on)
        elif person.born_on and may_answer(person, line.answered_by, line.answered_on):
            line.say_in_error(by, "The person was not 18 yet on that day, as was learnt later.")
    in_force = case.consents.in_force_on(clock.today())
    if case.stage == Stage.ACTIVE and not in_force:
        _stand_on(case, None, otherwise=Stage.CONSENT_PENDING)
    elif case.consent_given_on:
        case.change(**_resting_on(in_force))


@operation("cases.record_consent_in_error", unless=Consent.obstacle_to_error)
def record_consent_in_error(consent: Consent, *, by: User, reason: str) -> None:
    """Answer about support recorded in error. It stays in the ledger and counts no more.

    Where the case stood on it, the case stands on what is left: on an earlier consent to what is offered now, or else
    it is to be asked. One that has ended says on what it stood when it did. It stood on the last answer; of answers
    that were recorded out of their order, it may have stood on another.
    """
    case = Case.objects.select_for_update(no_key=True).get(pk=consent.case_id)
    day = clock.today() if case.is_live else clock.day_of(case.ended_at)
    stood_on = consent == case.consents.latest_by(day)
    consent.say_in_error(by, reason)
    left = case.consents.in_force_on(day)
    if left and obstacle_to_agreement_on(case, left.answered_on):
        left = None
    stands_on_it = case.consent_given_on and case.consent_given_on != _resting_on(left)["consent_given_on"]
    if not (stood_on or stands_on_it):
        return
    if not case.is_live:
        case.change(**_resting_on(left))
        return
    if case.may_become(Stage.CONSENT_PENDING):
        if case.stage == Stage.AWAITING_PANEL and not case.is_planned_for:
            raise Refused(
                "The panel has made no plan of support on which this could rest. It decides again first, and makes one."
            )
        _stand_on(case, None, otherwise=Stage.CONSENT_PENDING)
    if left:
        referrals.operations.refuse_if_held(case.individual, by=by)
        _stand_on(case, left, otherwise=Stage.CONSENT_PENDING)


@operation("cases.record_being_told", unless=Case.obstacle_to_hearing)
def record_being_told(
    case: Case,
    *,
    by: User,
    whom: str,
    told: bool,
    on: date,
    what: str = "",
    because: str = "",
    reason: str = "",
    ask_again_on: date | None = None,
) -> BeingTold:
    """Kept who was told, or why they were not.

    Also once the case has ended: they are told of it as long as it is kept (process, part 6). One that another area
    has taken on is told of there.
    """
    if on > clock.today():
        raise Refused("The day cannot be in the future.", field="on")
    if obstacle := may_be_told(case.individual, whom, on):
        raise Refused(obstacle, field="whom")
    if told and not what:
        raise Refused("Say what they were told, and how.", field="what")
    if not told and not because:
        raise Refused("Say why they were not told.", field="because")
    if not told and not reason:
        raise Refused("Say more about why.", field="reason")
    if not told and (ask_again_on is None or ask_again_on <= clock.today()):
        raise Refused("Choose a day to come on which it is asked again.", field="ask_again_on")
    return BeingTold.objects.create(
        case=case,
        whom=whom,
        told=told,
        on=on,
        what=what,
        because=because,
        reason=reason,
        ask_again_on=ask_again_on,
        recorded_by=by,
        recorded_at=clock.now(),
    )


@operation("cases.record_being_told_in_error", unless=BeingTold.obstacle_to_error)
def record_being_told_in_error(being_told: BeingTold, *, by: User, reason: str) -> None:
    """Said that what was kept of who was told was recorded in error."""
    being_told.say_in_error(by, reason)
