"""The files of a case: from every referral about the person, from its meetings, and made for whoever reads."""

from django.urls import reverse

from reports import operations
from tests import factories


def files_for(client, person, case) -> str:
    client.force_login(person)
    return client.get(reverse("reports:case_files", args=[case.reference])).content.decode()


def test_each_sees_the_files_they_may_open(
    client, case, referral, officer, coordinator, chair, police, police_representative, stranger, queries_of
):
    factories.share(case, police, coordinator)
    factories.file(referral, name="of-this-case.txt")
    earlier = factories.referral_about(case.individual, officer)
    factories.file(earlier, name="of-an-earlier-one.txt")
    summary = operations.request_case_summary(case, by=chair)
    shown = ["of-this-case.txt", "of-an-earlier-one.txt", f"Summary {summary.reference}"]
    for person, sees in {
        coordinator: [True, True, False],
        chair: [True, False, True],
        police_representative: [True, False, False],
    }.items():
        page = files_for(client, person, case)
        assert [each in page for each in shown] == sees, person
    client.force_login(stranger)
    address = reverse("reports:case_files", args=[case.reference])
    assert client.get(address).status_code == 404
    client.force_login(coordinator)
    one = queries_of(address)
    for number in range(4):
        factories.file(referral, name=f"another-{number}.txt")
    assert queries_of(address) == one <= 12
