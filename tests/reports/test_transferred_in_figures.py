"""A case that another area took on is counted there from that moment, and here as gone: nobody in both."""

from datetime import timedelta

from django.urls import reverse

from prevent_cases import clock
from reports.figures.board_report import figures
from reports.figures.periods import financial_year
from tests import factories


def counted(area, moment) -> dict[str, str]:
    """What is not nought in the figures of this year as they stood at a moment."""
    report = figures(area, financial_year(clock.day_of(moment)), exact=True, moment=moment)
    return {name: row.now.words for name, row in report.journey.items() if row.now.words != "0"}


def test_a_transferred_case_has_left_here_and_counts_there_from_the_moment_it_was_taken_on(
    client, whole_case, officer, area, other_area, panel, coordinator, chair, stranger, there, thea
):
    """One that is supported, and one whose panel has not taken it yet."""
    waiting = factories.case(factories.referral(officer), coordinator, panel)
    before = clock.now() + timedelta(minutes=1)
    here = {"referrals": "2", "before_panel": "1", "discussed": "1", "adopted": "1", "given": "1"}
    assert counted(area, before) == here | {"waiting": "1"}
    assert counted(other_area, before) == {}
    with clock.at(before + timedelta(minutes=1)):
        for case in (whole_case, waiting):
            factories.transferred(factories.transfer(case, other_area, chair), there, stranger, thea)
    after = before + timedelta(minutes=2)
    with clock.at(after):
        assert counted(area, after) == here | {"passed_on": "1", "transferred": "1"}
        # There each begins anew: before its panel, and supported by nobody yet.
        assert counted(other_area, after) == {"referrals": "2", "before_panel": "2", "waiting": "2"}
        # A period that was over by then does not change.
        assert counted(area, before) == here | {"waiting": "1"}
        # In the table, its picture and the endpoint.
        client.force_login(coordinator)
        page = client.get(reverse("reports:board_report", args=[area.slug])).content.decode()
        assert '<th scope="row">Transferred after consent: with another area</th><td class="numeric">1</td>' in page
        in_the_picture = figures(area, financial_year(clock.today()), exact=True, moment=after).in_a_sentence
        assert "passed to another area before panel 1" in in_the_picture
        assert "transferred after consent: with another area 1" in in_the_picture
        assert in_the_picture in page
        told = client.get(reverse("reports_api:board_report", args=[area.slug])).json()["journey"]
        assert {row["label"]: row["now"]["number"] for row in told}["Passed to another area before panel"] == 1
        # In the lists of cases it is open in one area alone.
        listed = reverse("cases:list_cases")
        for person, live, ended in ((coordinator, 0, 2), (stranger, 2, 2)):
            client.force_login(person)
            assert len(client.get(listed).context["page"].records) == live, person
            assert len(client.get(listed + "?ended").context["page"].records) == ended, person
