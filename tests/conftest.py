"""The database of the tests, and the people in it."""

import contextlib
import gc
import socket
import time
from datetime import timedelta
from functools import lru_cache

import pypdfium2
import pytest
from _pytest.runner import pytest_runtest_protocol as as_ever
from celery import current_app
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from prevent_cases import clock, prepared
from prevent_cases.accounts.models import AgencyType, PanelKind, Sector, kept_posts
from prevent_cases.accounts.posts import PostKind
from prevent_cases.deep_calls import with_room
from prevent_cases.documents import pdf
from prevent_cases.later.models import OutboxRow
from tests import factories
from tests.server import restore_database
from tests.server import scanner as started_scanner
from tests.standing import put_together, pytest_runtest_teardown, standing, stands
from tests.todays import leave_out_what_asks_all_each_day, pytest_addoption, todays

__all__ = ["pytest_addoption", "pytest_runtest_teardown", "stands", "todays"]

# One thread and its connection are those of hundreds of people here, each of whom asks their own questions.
prepared.MOST_PLANNED *= 8
kept_posts.held = lru_cache(maxsize=400)(kept_posts.held.__wrapped__)


def pytest_configure(config):
    """Let what is named of one folder follow one another.

    Where a file of the folder above is named in between, pytest 9.1 gives those named behind it none of the fixtures of
    their folder, and says nothing.
    """
    config.args.sort()


@pytest.hookimpl(tryfirst=True)  # Before xdist reads the groups.
def pytest_collection_modifyitems(config, items):
    leave_out_what_asks_all_each_day(config, items)
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    put_together(items)
    # What stays in one worker for minutes begins first, so that neither waits for the other at the end. What puts the
    # database back is the last: each test after it would find a connection that knows no table and no question yet;
    # and of those the short ones, which are those of the lower apps.
    place = {item: number for number, item in enumerate(items)}

    def turn(item):
        commits = "committed" in getattr(item, "fixturenames", ())
        return not is_of_browser(item), commits, -place[item] if commits else place[item]

    items.sort(key=turn)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    """What a test asks is asked from as deep as pytest is, and then as deep as a page."""
    done = with_room(as_ever)(item, nextitem)
    leave_what_is_there()
    return done


def leave_what_is_there():
    """Let nobody look for garbage in what is there now.

    A worker looks five seconds through all that it holds, some ten times and at its end, and gets half a gigabyte back.
    """
    gc.freeze()
    gc.disable()


def is_of_browser(item) -> bool:
    return any(mark.args == ("browser",) for mark in item.iter_markers("xdist_group"))


def pytest_collection_finish(session):
    apart = (item for item in session.items if item.get_closest_marker("xdist_group") and "@" not in item.nodeid)
    if getattr(session.config.option, "loadgroup", False) and any(apart):
        # As with pytest 9.2: nothing fails, but what is made once for a group is made in every process.
        raise pytest.UsageError("xdist does not keep the tests of a group together.")
    gc.collect()
    leave_what_is_there()


@pytest.fixture(scope="session")
def django_db_setup():
    """tests/server.py has made and migrated it."""


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Transactions truly commit, also those of other threads; afterwards the database is as the migrations left it."""
    with django_db_blocker.unblock():
        yield
        restore_database()


@pytest.fixture
def database(request):
    """One rolled-back transaction, or the real thing in a test that asks for ``committed``."""
    return request.getfixturevalue("committed" if "committed" in request.fixturenames else "db")


@pytest.fixture(autouse=True)
def empty_cache():
    """No test counts another's wrong guesses, or hears its bells."""
    cache.clear()


@pytest.fixture
def unprinted(monkeypatch):
    """Where it matters that a PDF was made and not what stands in it: printing takes longer than everything else."""
    monkeypatch.setattr(pdf, "in_child", lambda work, *limits: b"%PDF")


@pytest.fixture
def do_errands():
    """Carries out what operations left for later, as the workers would."""

    def carry_out() -> int:
        rows = list(OutboxRow.objects.filter(done_at=None).order_by("pk"))
        for row in rows:
            current_app.tasks[row.task](row.pk)
        return len(rows)

    return carry_out


@pytest.fixture
def text_of():
    """What a PDF says, page after page."""

    def read(made: bytes) -> str:
        return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))

    return read


@pytest.fixture
def scanner():
    """A real clamd that knows one signature, answering."""
    return answering_scanner()


def answering_scanner():
    """The same, started if it does not run."""
    clamd = started_scanner()
    if not clamd.is_running:
        assert clamd.program(), "clamd is not on this machine; as root: apt-get install -y clamav-daemon"
        clamd.start()
        until = time.monotonic() + 10
        while not is_listening(clamd.socket):
            assert time.monotonic() < until, clamd.last_words()
            time.sleep(0.02)
    return clamd


def is_listening(place) -> bool:
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(place))
        return True
    return False


@standing
def area():
    return factories.area()


@standing
def other_area():
    return factories.area("Eastvale")


@standing
def administrator(area):
    return factories.administrators(area)[0]


@standing
def second_administrator(area):
    return factories.administrators(area)[1]


@standing
def school(area):
    return factories.agency(area)


@standing
def childrens_services(area):
    return factories.agency(area, "Children's Services", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY)


@standing
def police(area):
    return factories.agency(area, "Harrowmere Police", AgencyType.POLICE, Sector.POLICE)


@standing
def panel(area):
    """Acts as Channel, for those under 18; meets every fortnight from tomorrow."""
    return factories.panel(
        area,
        acts_as_channel=True,
        cadence="FREQ=WEEKLY;INTERVAL=2",
        first_meeting_at=clock.now() + timedelta(days=1),
    )


@standing
def officer(school):
    """Refers people for the school; sees no case."""
    return factories.person(school, PostKind.OFFICER, "Olive Officer")


@standing
def lead(school):
    """Answers for the school's referrals."""
    return factories.person(school, PostKind.SAFEGUARDING_LEAD, "Lee Lead")


@standing
def teacher(school):
    """Another officer of the school."""
    return factories.person(school, PostKind.OFFICER, "Tess Teacher")


@standing
def coordinator(area):
    return factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")


@standing
def chair(panel):
    return factories.person(panel, PostKind.CHAIR, "Charles Chair")


@standing
def representative(childrens_services):
    """Speaks for children's services at panels and handles their cases."""
    return factories.person(childrens_services, PostKind.REPRESENTATIVE, "Rosa Representative")


@standing
def police_representative(police):
    return factories.person(police, PostKind.REPRESENTATIVE, "Perry Police")


@standing
def gateway(police):
    """Answers for the police gateway, and puts people on hold."""
    return factories.person(police, PostKind.GATEWAY_OFFICER, "Greta Gateway")


@standing
def supervisor(police):
    """Signs what the police gateway answers, where it ends something."""
    return factories.person(police, PostKind.GATEWAY_SUPERVISOR, "Sunil Supervisor")


@standing
def organiser(area):
    return factories.person(area, PostKind.ORGANISER, "Oren Organiser")


@standing
def governance(area):
    return factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")


@standing
def colleague(childrens_services):
    """Works beside the representative but handles no cases."""
    return factories.person(childrens_services, PostKind.OFFICER, "Colin Colleague")


@standing
def stranger(other_area):
    """Has the widest post there is, in another area."""
    return factories.person(other_area, PostKind.COORDINATOR, "Stella Stranger")


@standing
def referral(officer):
    return factories.referral(officer)


@standing
def assessed(referral, coordinator):
    """The referral, received and shortly assessed by the coordinator: it can be decided."""
    return factories.assessed(referral, coordinator)


@standing
def front_door(area):
    """Receives referrals and passes them on; decides nothing."""
    return factories.person(area, PostKind.FRONT_DOOR, "Fay Frontdoor")


@standing
def second_coordinator(area):
    return factories.person(area, PostKind.COORDINATOR, "Cem Coordinator")


@standing
def case(referral, coordinator, panel):
    """Open, and listed for the panel's first meeting; shared with nobody."""
    factories.meeting(panel)
    return factories.case(referral, coordinator, panel)


@standing
def adopted(case, police, coordinator, police_representative, chair):
    """Section 36 decided, and the panel has offered support."""
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative)
    return factories.adopted(case, chair)


@standing
def meeting(panel):
    return factories.meeting(panel)


@pytest.fixture
def queries_of(client):
    """How many queries a page asks of the person who is signed in; the second time, when caches of types are warm."""

    def count(url: str) -> int:
        # At one moment: the session is written now and then, and must not be written in between.
        with clock.at(clock.now()):
            client.get(url)
            with CaptureQueriesContext(connection) as captured:
                page = client.get(url)
        assert page.status_code == 200
        return len(captured)

    return count


@standing
def youth(area):
    """A panel for those under 18, which does not act as Channel."""
    made = factories.panel(area, "Youth Panel", PanelKind.SOCIAL_INCLUSION)
    factories.routing_row(made, 10, oldest=17)
    return made


@standing
def yara(youth):
    return factories.person(youth, PostKind.CHAIR, "Yara Youth")


@standing
def at_youth(referral, coordinator, youth):
    """A case with the youth panel."""
    return factories.case(referral, coordinator, youth)


@standing
def adults(area, youth):
    first_meeting_at = clock.now() + timedelta(days=1)
    made = factories.panel(
        area, "Adults Panel", PanelKind.SAFEGUARDING_ADULTS, cadence="FREQ=WEEKLY", first_meeting_at=first_meeting_at
    )
    factories.routing_row(made, 20, youngest=18)
    return made


@standing
def ada(adults):
    return factories.person(adults, PostKind.CHAIR, "Ada Adults")


@standing
def there(other_area):
    """A panel of the other area, which acts as Channel, and meets every week from tomorrow."""
    meets = {"cadence": "FREQ=WEEKLY", "first_meeting_at": clock.now() + timedelta(days=1)}
    return factories.panel(other_area, "Channel there", acts_as_channel=True, **meets)


@standing
def thea(there):
    return factories.person(there, PostKind.CHAIR, "Thea There")
