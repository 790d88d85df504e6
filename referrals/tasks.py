"""What happens unattended about referrals."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

from celery import shared_task
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Area, User, system_user
from prevent_cases.documents.bringing_in import bring_in
from prevent_cases.documents.keeping import settle
from prevent_cases.documents.making import make_for_reader, remove_those_over
from prevent_cases.documents.models import State, Upload
from prevent_cases.documents.receiving import ASKED_AGAIN
from prevent_cases.later.outbox import errand, later
from prevent_cases.mail import send_mail
from prevent_cases.operations import AlreadyDone
from prevent_cases.pages.models import Draft
from prevent_cases.reference.models import EnquiryPolicy, ReferringPolicy
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations
from referrals.candidates import write_keys
from referrals.forms.task_list import IN_WORD
from referrals.models import (
    DisclosedCopy,
    DraftReferral,
    Enquiry,
    FoundUntrue,
    GatewayRequest,
    IdentityLink,
    Individual,
    OwnCopy,
    PublicConcern,
    Referral,
    ReferralFile,
)
from referrals.operations.deadlines import open_deadlines


@errand("referrals.tell_referrer")
def tell_referrer(referral_id: int):
    operations.tell_referrer(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_colleagues")
def tell_colleagues(referral_id: int):
    operations.tell_colleagues(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_receivers")
def tell_receivers(referral_id: int):
    operations.tell_receivers(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_gateway")
def tell_gateway(referral_id: int):
    operations.tell_gateway(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_best_placed")
def tell_best_placed(referral_id: int):
    operations.tell_best_placed(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_receiving_area")
def tell_receiving_area(referral_id: int):
    operations.tell_receiving_area(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_of_withdrawal")
def tell_of_withdrawal(referral_id: int):
    operations.tell_of_withdrawal(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_advisers")
def tell_advisers(enquiry_id: int):
    operations.tell_advisers(Enquiry.objects.get(pk=enquiry_id), by=system_user())


@errand("referrals.tell_of_addition")
def tell_of_addition(referral_id: int, added_by_id: int):
    operations.tell_of_addition(
        Referral.objects.get(pk=referral_id), by=system_user(), added_by=User.objects.get(pk=added_by_id)
    )


@errand("referrals.tell_of_draft")
def tell_of_draft(draft_id: int, owner_id: int):
    """Tell whoever a draft was handed to. One that has gone on since, or was sent, needs no word."""
    draft = DraftReferral.objects.filter(pk=draft_id, owner=owner_id).first()
    if draft is None or draft.handed_at is None:
        raise AlreadyDone("It is with somebody else by now, or has been sent.")
    send_mail(
        "referrals/email/handed_on.txt",
        to=draft.owner,
        key=f"draft-{draft.reference}-handed-{draft.handed_at:%Y%m%d%H%M%S}",
        path=draft.get_absolute_url(),
    )


@errand("referrals.check_file", queue="files", longest_wait=ASKED_AGAIN)
def check_file(file_id: int):
    settle(ReferralFile.objects.get(pk=file_id), release=operations.release_file, refuse=operations.refuse_file)


@errand("referrals.bring_in_form", queue="files", longest_wait=ASKED_AGAIN)
def bring_in_form(upload_id: int, area_id: int):
    upload = Upload.objects.filter(pk=upload_id, draft=None).first()
    if upload:
        bring_in(upload, IN_WORD, operations.submit_referral, area_id)


@errand("referrals.make_own_copy", queue="pdf")
def make_own_copy(copy_id: int):
    make_for_reader(OwnCopy.objects.get(pk=copy_id), operations.make_own_copy, operations.refuse_own_copy)


@errand("referrals.make_disclosed_copy", queue="pdf")
def make_disclosed_copy(copy_id: int):
    copy = DisclosedCopy.objects.get(pk=copy_id)
    make_for_reader(copy, operations.make_disclosed_copy, operations.refuse_disclosed_copy)


# The page on which each kind of draft is gone on with.
PAGES = {operations.submit_referral.name: "referrals:draft", operations.add_files.name: "referrals:choose_files"}


@shared_task(name="referrals.remind_of_drafts")
def remind_of_drafts():
    """Leave a reminder to be sent of every draft that has lain as long as its area says.

    Also of files that were chosen for a referral: whoever chose them may think that they were sent. Where there is
    none that could be sent, nothing is missing, and nobody is written to.
    """
    to_send = Upload.objects.filter(draft=OuterRef("pk"), state__in=[State.WAITING, State.READY])
    for drafts, policy in drafts_by_policy():
        lain = drafts.filter(reminded_at=None, saved_at__lt=clock.now() - timedelta(days=policy.reminded_after))
        worth_it = ~Q(operation=operations.add_files.name) | Exists(to_send)
        for draft in lain.filter(worth_it, owner__is_active=True):
            with transaction.atomic():
                later("referrals.remind_of_draft", draft.pk)


@errand("referrals.remind_of_draft")
def remind_of_draft(draft_id: int):
    """Acts once: the draft remembers, until somebody goes on with it."""
    draft = Draft.objects.select_for_update().filter(pk=draft_id, reminded_at=None).first()
    if draft is None:
        raise AlreadyDone("The owner has been reminded, or it is no draft any more.")
    policy = ReferringPolicy.of(area_of(draft))
    # Whoever began it and handed it over hears of it too, and can take it back.
    for person in filter(None, [draft.owner, draft.begun_by]):
        send_mail(
            "referrals/email/draft.txt",
            to=person,
            key=f"draft-{draft.reference}-{draft.saved_at:%Y%m%d}-{person.reference}",
            path=reverse(PAGES[draft.operation], args=[draft.reference]),
            removed_on=clock.day_of(draft.saved_at) + timedelta(days=policy.kept_for),
        )
    draft.reminded_at = clock.now()
    draft.save(update_fields=["reminded_at"])


@shared_task(name="referrals.forget_drafts")
def forget_drafts():
    """Remove every draft that nobody has gone on with for as long as its area keeps one.

    What is in it goes with it: answers here, files in the round of ``documents`` that follows.
    """
    for drafts, policy in drafts_by_policy():
        drafts.filter(saved_at__lt=clock.now() - timedelta(days=policy.kept_for)).delete()


def drafts_by_policy() -> Iterator[tuple[models.QuerySet, ReferringPolicy]]:
    """The drafts for each area: of a referral, and of files that are to be added to one."""
    for area, policy in ReferringPolicy.of_each(Area.objects.all()).items():
        referral = Q(operation=operations.submit_referral.name, record=area)
        files = Q(operation=operations.add_files.name, record__in=Referral.objects.filter(area=area).values("pk"))
        yield Draft.objects.filter(referral | files), policy


def area_of(draft: Draft) -> Area:
    if draft.operation == operations.add_files.name:
        return Referral.objects.get(pk=draft.record).area
    return Area.objects.get(pk=draft.record)


@shared_task(name="referrals.forget_match_keys")
def forget_match_keys():
    """Let nobody be found any more by what was found untrue, once the day of its review has come."""
    reviewed = FoundUntrue.objects.filter(agreed=True, review_on__lte=clock.today()).values("referral")
    about = IdentityLink.objects.filter(referral__in=reviewed, ended_at=None).values("individual")
    for individual in Individual.objects.filter(pk__in=about, match_keys__isnull=False).distinct():
        with transaction.atomic():
            write_keys(Individual.objects.select_for_update(no_key=True).get(pk=individual.pk))


@errand("referrals.write_match_keys")
def write_match_keys(individual_id: int):
    """Let somebody be found by all that is known of them."""
    write_keys(Individual.objects.select_for_update(no_key=True).get(pk=individual_id))


@errand("referrals.tell_second_reader")
def tell_second_reader(referral_id: int):
    operations.tell_second_reader(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_sender")
def tell_sender(referral_id: int):
    operations.tell_sender(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.note_untrue_elsewhere")
def note_untrue_elsewhere(referral_id: int):
    operations.note_untrue_elsewhere(Referral.objects.get(pk=referral_id), by=system_user())


@errand("referrals.tell_of_public_concern")
def tell_of_public_concern(concern_id: int):
    operations.tell_of_public_concern(PublicConcern.objects.get(pk=concern_id), by=system_user())


@errand("referrals.tell_enquirer")
def tell_enquirer(enquiry_id: int):
    operations.tell_enquirer(Enquiry.objects.get(pk=enquiry_id), by=system_user())


@shared_task(name="referrals.forget_enquiries")
def forget_enquiries():
    waiting = list(Enquiry.objects.filter(forgotten_at=None).select_related("area"))
    policies = EnquiryPolicy.of_each({enquiry.area for enquiry in waiting})
    for enquiry in waiting:
        policy = policies[enquiry.area_id]
        days = policy.kept_for if enquiry.answered_at else policy.unanswered_kept_for
        if clock.now() - (enquiry.answered_at or enquiry.asked_at) >= timedelta(days=days):
            with suppress(AlreadyDone):  # Somebody has removed it meanwhile.
                operations.forget_enquiry(enquiry, by=system_user())


@shared_task(name="referrals.forget_public_concerns")
def forget_public_concerns():
    answered = list(PublicConcern.objects.exclude(outcome="").filter(forgotten_at=None).select_related("area"))
    policies = ReferringPolicy.of_each({concern.area for concern in answered})
    for concern in answered:
        if clock.now() - concern.answered_at >= timedelta(days=policies[concern.area_id].kept_for):
            with suppress(AlreadyDone):  # Another run has removed them meanwhile.
                operations.forget_public_concern(concern, by=system_user())


@shared_task(name="referrals.move_deadlines")
def move_deadlines():
    """Count anew what is open where a holiday was announced late, a day was changed or the calendar was renewed."""
    areas = Area.objects.in_bulk()
    for key, days in WorkingDays.of_each(areas).items():
        with transaction.atomic():
            if sum(moved(deadline, days) for deadline in open_deadlines(areas[key])):
                later("referrals.tell_of_deadlines", key)


def moved(deadline: Referral | GatewayRequest, days: WorkingDays) -> bool:
    if deadline.counted(days) == deadline.due_on:
        return False
    move = operations.move_gateway_deadline if isinstance(deadline, GatewayRequest) else operations.move_deadline
    with suppress(AlreadyDone):  # Somebody has decided or answered it meanwhile.
        move(deadline, by=system_user())
        return True
    return False


@errand("referrals.tell_of_deadlines")
def tell_of_deadlines(area_id: int):
    operations.tell_of_deadlines(Area.objects.get(pk=area_id), by=system_user())


@shared_task(name="referrals.remove_those_over")
def remove_copies():
    remove_those_over(operations.remove_own_copy)
    remove_those_over(operations.remove_disclosed_copy)
