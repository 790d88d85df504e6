"""Free text in a summary: wherever somebody may write, it is printed as typed, and makes the renderer do nothing."""

import sys

import pytest

from panels import operations as panels
from prevent_cases.accounts.models import system_user
from prevent_cases.documents import pdf
from prevent_cases.reference.models import LawfulBasis
from reports import operations
from tests import factories
from tests.documents.conftest import listening
from tests.documents.test_pdf import CANARY, PAYLOADS, inside, secret_file

__all__ = ["listening", "secret_file"]

OF_REFERRAL = (
    "other_names", "address", "parents", "household_children", "setting", "other_concerns", "if_nothing_is_done",
    "told_reason", "urgency_reason", "family_spoken_result", "early_help_result", "team_around_result",
    "social_care_result", "police_called_result", "other_services_result",
)  # fmt: skip
# What is opened to print: fonts and what goes with them, the letters' properties, and code that is loaded late.
OF_FONTS_AND_CODE = (sys.prefix, sys.base_prefix, "/usr/share/fonts", "/etc/fonts", "/etc/hostname")


@pytest.fixture
def done_by_child(monkeypatch) -> list[str]:
    """What the child opened, connected to or started, said at the end of what it made."""
    rendered = pdf.write_pdf

    def watched(html: str) -> bytes:
        done = []
        names = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.exec", "os.system")
        sys.addaudithook(lambda name, said: done.append(f"{name} {said[0]}") if name in names else None)
        made = rendered(html)
        open("/etc/hostname", "rb").close()  # That it is seen.
        return made + b"%%DONE" + "\n".join(done).encode()

    pdf.load()
    monkeypatch.setattr(pdf, "write_pdf", watched)


def test_nothing_that_anybody_writes_makes_it_read_or_call(
    done_by_child, officer, coordinator, chair, panel, police, police_representative, childrens_services,
    representative, area, secret_file, listening, text_of,
):  # fmt: skip
    address, heard = listening
    written = []

    def hostile(field: str, most: int = 10_000) -> str:
        words = [f"FIELD{len(written)}"]
        for payload in PAYLOADS:
            for url in (secret_file, address):
                if sum(map(len, words)) + len(payload) + len(url) < most - 50:
                    words.append(payload.format(url=url))
        written.append(field)
        return " ".join(words)

    said = {name: hostile(name, 1000) for name in OF_REFERRAL}
    steps = {name.removesuffix("_result"): "yes" for name in OF_REFERRAL if name.endswith("_result")}
    steps["early_help_consent"] = "given"
    referral = factories.referral(officer, **said, **steps)
    case = factories.case(referral, coordinator, panel)
    for agency in (police, childrens_services):
        factories.share(case, agency, coordinator, purpose=hostile("purpose of a share"))
    factories.contribution(case, childrens_services, representative, text=hostile("contribution"))
    factories.section36(case, police_representative, grounds=hostile("grounds"))
    meeting = factories.meeting(panel)
    panels.list_case(meeting, by=coordinator, case=case)
    panels.start_meeting(meeting, by=chair)
    panels.record_attendance(meeting, by=chair, agency=police, name="Perry Police", presence="present")
    decided = {name: hostile(name, 2000) for name in ("rationale", "dissent", "support", "provider", "arrangements")}
    item = meeting.items.get(case=case)
    panels.decide_item(item, by=chair, **factories.PLAN | decided, judgement="enter", reached="majority")
    factories.action(case, childrens_services, chair, what=hostile("action", 1000))
    panels.end_meeting(meeting, by=chair)
    case.refresh_from_db()
    agreed = {name: hostile(name, 2000) for name in ("what_was_explained", "agreed_to", "own_view")}
    factories.consent(case, coordinator, **agreed)
    concluded = {name: hostile(name, 2000) for name in ("summary", "plan", "what_changed")}
    factories.assessment(case, coordinator, factories.framework(area), **concluded)
    of_own = operations.request_case_summary(case, by=coordinator, **factories.confirmed(case, coordinator))
    handed = operations.hand_out_case_summary(
        case,
        by=chair,
        body=hostile("body", 200),
        recipient_kind="partner",
        purpose=hostile("purpose"),
        lawful_basis=LawfulBasis.PUBLIC_TASK,
    )
    texts = ""
    for summary in (of_own, handed):
        operations.make_case_summary(summary, by=system_user())
        made, _, done = summary.read().rpartition(b"%%DONE")
        assert CANARY.encode() not in inside(made)
        texts += text_of(made)
        opened = done.decode().splitlines()
        assert "open /etc/hostname" in opened
        assert [each for each in opened if not each.removeprefix("open ").startswith(OF_FONTS_AND_CODE)] == []
    assert heard() == 0
    assert CANARY not in texts
    # Each of them was printed, as typed.
    missing = [field for number, field in enumerate(written) if f"FIELD{number} " not in " ".join(texts.split())]
    assert missing == []
    assert texts.count("<img src=") >= len(written)
