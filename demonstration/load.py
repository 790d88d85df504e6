"""Loading the demonstration: two years are lived through once, in one transaction, by the operations themselves."""

import gc
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.test.utils import override_settings

from demonstration.accounts import ACCOUNTS
from demonstration.advice import ask_for_advice
from demonstration.area_settings import settle_in
from demonstration.assessments import publish_frameworks
from demonstration.diary import Diary
from demonstration.drawing import draw_plan
from demonstration.errands import carry_out_errands
from demonstration.from_public import send_from_public
from demonstration.handing_over import leave_one_waiting
from demonstration.history import Story
from demonstration.information import be_away
from demonstration.keeping import keep_and_dispute
from demonstration.letters import write_letters
from demonstration.meetings import Sittings
from demonstration.panel_offers import offer_to_the_other_panel
from demonstration.places import let_everybody_sign_in, open_places
from demonstration.planned import Planned
from demonstration.sharing import acknowledge_what_is_shared, share_some_way
from demonstration.shut import shut_and_open
from demonstration.transfers import go_between_areas
from demonstration.untrue import find_untrue
from prevent_cases import clock
from prevent_cases.accounts.models import SYSTEM_EMAIL, Area, User
from prevent_cases.operations import asked_at_the_commit

BEGAN = timedelta(days=745)


def load(now: datetime, draw: Callable[[date], list[Planned]] = draw_plan) -> bool:
    """Load everything up to ``now``, or do nothing where it is loaded. Returns whether it was done.

    ``draw`` says which referrals there are: its tests load fewer.
    """
    if not settings.DEMO_PASSWORD:
        raise ImproperlyConfigured("DEMO_PASSWORD is not set. The accounts of the demonstration need it.")
    with transaction.atomic(), asked_at_the_commit():
        # A second load that starts meanwhile waits here, and then finds everything there.
        User.objects.select_for_update(no_key=True).get(email=SYSTEM_EMAIL)
        if Area.objects.filter(name="Eastmarsh").exists():
            if not User.objects.get(email=ACCOUNTS[0].email).check_password(settings.DEMO_PASSWORD):
                let_everybody_sign_in(settings.DEMO_PASSWORD)
            return False
        # Looking for rings of garbage would take a tenth of the time and find none worth it.
        gc.disable()
        try:
            live_through_two_years(now.astimezone(UTC), draw)
        finally:
            gc.enable()
        let_everybody_sign_in(settings.DEMO_PASSWORD)
    return True


# The addresses do not exist: what was written to them in the past is not sent today.
@override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend")
def live_through_two_years(now: datetime, draw: Callable[[date], list[Planned]]) -> None:
    diary, stories = Diary(until=now), {}
    with clock.at(now - BEGAN):
        places = open_places(now, diary)
        carry_out_errands()
        for place in places.values():
            for panel in place.panels.values():
                Sittings(panel, place, diary, stories).begin()
        settle_in(places, diary)
        publish_frameworks(places)
    ask_for_advice(places["Eastmarsh"], diary)
    leave_one_waiting(places["Eastmarsh"], diary)
    send_from_public(places["Eastmarsh"], diary)
    find_untrue(places["Eastmarsh"], diary)
    be_away(places["Eastmarsh"], diary)
    offer_to_the_other_panel(places["Eastmarsh"], diary)
    write_letters(places["Eastmarsh"], diary)
    share_some_way(places["Eastmarsh"], diary)
    for place in places.values():
        acknowledge_what_is_shared(place, diary)
    shut_and_open(places["Eastmarsh"], diary)
    keep_and_dispute(places["Eastmarsh"], diary)
    go_between_areas(places, diary)
    for number, planned in enumerate(draw(clock.day_of(now))):
        Story(number, planned, places[planned.area], diary, stories).begin()
    diary.live_through()
