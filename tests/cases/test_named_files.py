"""Files where the case is told of: named as far as they may be read, opened where it went, and so many at most."""

import re

import pytest
from django.urls import reverse

from cases import operations
from cases.models import Mark
from prevent_cases.accounts.models import system_user
from prevent_cases.documents.kinds import Checked
from prevent_cases.operations import Refused
from reports.operations import hand_out_case_summary, make_case_summary, request_case_summary
from tests import factories
from tests.cases.test_after_a_transfer import held_until_waited_for
from tests.cases.test_files import addresses_of
from tests.standing import standing


def named_in(client, person, *urls) -> set[str]:
    """Which of the canaries that files are called by somebody reads on some pages."""
    client.force_login(person)
    read = " ".join(client.get(url).content.decode() for url in urls)
    return set(re.findall(r"Canary-\w+", read))


@standing
def filed(with_two, childrens_services, coordinator, chair, police_representative, representative):
    """One of the case, of an answer about support, of a piece under each mark, refused, and sealed."""
    factories.section36(with_two, police_representative)
    line = factories.consent(factories.adopted(with_two, chair), coordinator)
    factories.case_file(with_two, coordinator, what="Canary-own")
    factories.case_file(with_two, coordinator, what="Canary-answer", consent=line)
    for mark in Mark.values:
        piece = factories.contribution(with_two, childrens_services, representative, mark)
        factories.case_file(with_two, representative, contribution=piece, what=f"Canary-{mark}")
    refused = factories.case_file(with_two, coordinator, ready=False, what="Canary-refused")
    operations.refuse_case_file(refused, by=system_user(), checked=Checked(why_not="It is no picture."))
    operations.seal_case_file(factories.case_file(with_two, coordinator, what="Canary-sealed"), by=coordinator)
    return with_two


@pytest.fixture
def files(filed):
    return {each.what.removeprefix("Canary-"): each for each in filed.files.standing()}


FOR_ALL = {"Canary-own", "Canary-answer", "Canary-all_members"}
POLICE_TOO = FOR_ALL | {"Canary-police_and_chairs"}


def test_the_chronology_names_those_that_its_reader_may_read(
    client, filed, coordinator, chair, police_representative, stranger
):
    for name in ("reports:chronology", "reports_api:chronology"):
        page = reverse(name, args=[filed.reference])
        assert named_in(client, coordinator, page) == FOR_ALL
        assert named_in(client, police_representative, page) == POLICE_TOO
        assert named_in(client, chair, page) == POLICE_TOO | {"Canary-chair_only"}
        assert named_in(client, stranger, page) == set()
    client.force_login(chair)
    read = client.get(page).json()["happened"]
    (line,) = [each for each in read if each["text"] == "Canary-chair_only"]
    (file,) = filed.files.filter(what=line["text"])
    assert line["title"] == f"File {file.reference} added to what Children's Services shared: form.txt"
    assert line["by"] == "Children's Services"


def test_a_summary_names_them_where_what_they_belong_to_stands(
    filed, childrens_services, representative, coordinator, police_representative, chair, text_of
):
    withdrawn = factories.contribution(filed, childrens_services, representative)
    factories.case_file(filed, representative, contribution=withdrawn, what="Canary-withdrawn")
    operations.withdraw_contribution(withdrawn, by=representative, reason="It is about somebody else.")

    def named(reader, *sections, **handed) -> set[str]:
        ask = hand_out_case_summary if handed else request_case_summary
        summary = ask(filed, by=reader, sections=sections, **handed)
        make_case_summary(summary, by=system_user())
        return set(re.findall(r"Canary-\w+", text_of(summary.read())))

    assert named(police_representative, "agreement", "contributions", "files") == POLICE_TOO
    assert named(coordinator, "files") == {"Canary-own"}
    # Left out, they are named nowhere.
    assert named(police_representative, "agreement", "contributions") == set()
    why = {"purpose": "To treat him.", "lawful_basis": "public_task"}
    # Handed out, besides those of the case those of what is for all members alone, whoever made it.
    assert named(chair, "contributions", "files", body="His GP", recipient_kind="partner", **why) == {
        "Canary-own",
        "Canary-all_members",
    }


def test_where_a_case_goes_they_are_named_and_those_of_what_went_over_are_opened(
    client, filed, files, childrens_services, representative, coordinator, chair, other_area, stranger, there, thea
):
    unticked = factories.contribution(filed, childrens_services, representative)
    of_unticked = factories.case_file(filed, representative, contribution=unticked, what="Canary-unticked")
    went = files["all_members"].contribution
    offer = factories.transfer(filed, other_area, chair, pieces=[went])
    pack = [reverse(name, args=[offer.reference]) for name in ("reports:transfer_pack", "reports_api:transfer_pack")]
    everything = [*files.values(), of_unticked]

    def opened(person) -> set[str]:
        client.force_login(person)
        return {
            each.what for each in everything if {client.get(url).status_code for url in addresses_of(each)[:2]} == {200}
        }

    for page in pack:
        assert named_in(client, stranger, page) == FOR_ALL
    assert opened(stranger) == set()  # Before it is theirs.
    begun = factories.transferred(offer, there, stranger, thea)
    for page in pack:
        assert named_in(client, thea, page) == FOR_ALL
    assert opened(thea) == opened(stranger) == {"Canary-all_members"}
    assert files["all_members"].get_absolute_url() in client.get(pack[0]).content.decode()
    rows = [
        row for each in client.get(pack[1]).json()["sections"] for entry in each["entries"] for row in entry["rows"]
    ]
    assert [row["file"] for row in rows if row["file"]] == [files["all_members"].reference]
    page = client.get(files["all_members"].get_absolute_url()).content.decode()
    assert offer.get_absolute_url() in page
    assert went.get_absolute_url() not in page
    client.force_login(coordinator)
    assert client.get(files["own"].get_absolute_url()).status_code == 200
    assert begun.files.count() == 0
    # Its agency says for whom it is, there as well.
    operations.withdraw_contribution(went, by=representative, reason="It is about somebody else.")
    assert opened(thea) == set()
    for page in pack:
        assert named_in(client, thea, page) == FOR_ALL - {"Canary-all_members"}


# How many


def test_there_are_so_many_of_a_case_and_of_each_agency(
    with_two, police, coordinator, police_representative, representative, childrens_services, monkeypatch
):
    for name, most in (("MOST_OF_CASE", 2), ("MOST_OF_AGENCY", 1)):
        monkeypatch.setattr(f"cases.operations.files.{name}", most)
    refused = factories.case_file(with_two, coordinator, ready=False)
    operations.refuse_case_file(refused, by=system_user(), checked=Checked(why_not="It is no picture."))
    chosen = [factories.chosen_file(coordinator, name=f"{number}.txt") for number in range(3)]
    with pytest.raises(Refused, match="A case can have 2 files"):
        operations.add_case_files(with_two, by=coordinator, files=chosen, what="Forms.")
    assert not with_two.files.taken().exists()
    part_of = factories.contribution(with_two, police, police_representative, "chair_only")
    factories.case_file(with_two, police_representative, contribution=part_of)
    # What is not for them does not count, or they would notice it.
    operations.add_case_files(with_two, by=coordinator, files=chosen[:2], what="Forms.")
    again = factories.contribution(with_two, police, police_representative)
    with pytest.raises(Refused, match="Harrowmere Police can add 1 files"):
        factories.case_file(with_two, police_representative, contribution=again)
    factories.case_file(
        with_two, representative, contribution=factories.contribution(with_two, childrens_services, representative)
    )


def test_two_who_add_the_last_one_at_once_are_counted_together(
    committed, with_two, police, police_representative, monkeypatch
):
    monkeypatch.setattr("cases.operations.files.MOST_OF_AGENCY", 1)
    pieces = [factories.contribution(with_two, police, police_representative) for _ in range(2)]
    chosen = [factories.chosen_file(police_representative) for _ in pieces]

    def add(number):
        operations.add_contribution_files(
            pieces[number], by=police_representative, files=[chosen[number]], what="A log."
        )

    refusal = held_until_waited_for(lambda: add(0), lambda: add(1))
    assert "these would be more" in str(refusal)
    assert with_two.files.count() == 1
