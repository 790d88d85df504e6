"""What an area assesses by: drafted by one administrator, published by a second, and from then on never changed."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import Error, IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.pages.models import Draft
from prevent_cases.reference import operations
from prevent_cases.reference.framework_templates import VAF_2012
from prevent_cases.reference.models import Framework, FrameworkVersion, read_whole, said_by, scale_of
from tests import factories
from tests.pages.test_once import key_on
from tests.standing import standing

HISTORIC = "historic template, wording unverified"
LONG = "x" * 201


@standing
def version(area):
    return factories.framework(area)


def shape(version):
    """Its domains, each with its scale and its factors, in words."""
    whole = read_whole(FrameworkVersion.objects.filter(pk=version.pk)).get()
    return [
        (domain.title, [str(point) for point in scale_of(domain, whole)], [str(each) for each in domain.factors.all()])
        for domain in whole.domains.all()
    ]


def next_of(version):
    """What the next version says, if nothing is changed."""
    return said_by(read_whole(FrameworkVersion.objects.filter(pk=version.pk)).get())


# From a template to what people are assessed by


def test_a_template_is_taken_in_checked_edited_put_forward_and_confirmed(
    client, area, administrator, second_administrator
):
    client.force_login(administrator)
    frameworks = reverse("reference:frameworks", args=[area.slug])
    assert HISTORIC in client.get(frameworks).content.decode()
    draft = client.post(reverse("reference:start_framework", args=[area.slug]), {"template": "vaf-2012"}).url
    parts = client.get(draft).context["parts"]
    assert [each.part.title for each in parts] == [
        "What it is",
        "Domain: Engagement",
        "Domain: Intent",
        "Domain: Capability",
    ]
    assert all(each.is_complete for each in parts)
    assert [len(each.form.cleaned_data["factors"]) for each in parts[1:]] == [13, 6, 3]

    def save(slug, **changed):
        page = client.get(f"{draft}{slug}/")
        kept = Draft.objects.get().answers[slug]
        return client.post(f"{draft}{slug}/", kept | changed | {"known": str(page.context["known"])})

    assert save("domain-3", **{"factors-3-wording": "What they have done before"}).url == draft
    # A scale of one point is refused beside its question, and what was typed is kept.
    wrong = save("domain-2", scale="Seen\n\n")
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["scale"])
    assert client.get(f"{draft}check/").url == draft
    assert save("domain-2", scale="Seen\nNot seen").url == draft
    pressed = {"once": key_on(client.get(draft))}
    (added,) = {client.post(f"{draft}add/", pressed).url for _ in range(2)}
    assert client.get(added).status_code == 200
    assert client.post(f"{added}remove/").url == draft
    check = client.get(f"{draft}check/").content.decode()
    assert HISTORIC in check
    assert "What they have done before" in check
    put_forward = client.post(f"{draft}check/").url
    version = FrameworkVersion.objects.get()
    assert (version.get_absolute_url(), Draft.objects.exists()) == (put_forward, False)
    assert str(version) == f"Vulnerability Assessment Framework 2012, version 1 ({HISTORIC})"
    titles, scales, factors = zip(*shape(version), strict=True)
    assert titles == ("Engagement", "Intent", "Capability")
    assert scales == (["Present", "Partly present", "Not present"], ["Seen", "Not seen"], list(scales[0]))
    assert ([len(each) for each in factors], factors[2][2]) == ([13, 6, 3], "C03: What they have done before")
    # Whoever put it forward does not confirm it; the other is asked on their home page.
    confirm = reverse("reference:confirm_framework", args=[version.reference])
    assert client.post(confirm).status_code == 409
    asked = f"{version}. {area}, put forward by {administrator}"
    assert asked not in client.get("/").content.decode()
    client.force_login(second_administrator)
    assert asked in client.get("/").content.decode()
    assert not FrameworkVersion.objects.in_use().exists()
    assert client.post(confirm).url == put_forward
    assert FrameworkVersion.objects.in_use().get() == version
    assert AuditEntry.objects.about(area).first().sentence == (
        "Framework published. New assessments are made by this version."
    )


def test_the_model_takes_another_shape_and_a_domain_its_own_scale(version):
    assert shape(version) == [
        ("At home", ["A lot", "A little"], ["H1: Quarrels", "H2: Being alone"]),
        ("Strengths", ["Strong", "Growing"], ["A grown-up to talk to"]),
    ]


def test_the_next_version_begins_as_a_copy_and_takes_the_place_of_one_only_once_it_is_published(
    client, area, version, administrator, second_administrator
):
    client.force_login(administrator)
    before = list(version.factors.values_list("key", "wording"))
    begun = client.post(reverse("reference:start_framework", args=[area.slug]), {"version": version.reference}).url
    assert client.post(f"{begun}check/").status_code == 302
    lapsed = version.framework.versions.get(number=2)
    assert list(lapsed.factors.values_list("key", "wording")) == before
    said = next_of(version)
    said["domains"][0]["factors"][0]["wording"] = "Quarrels and silence"
    said["domains"][0]["factors"].append({"wording": "Money", "key": before[1][0]})
    said["domains"][1]["factors"].append({"wording": "A place to go", "key": "NOT-A-KEY"})
    changed = operations.put_framework_forward(area, by=administrator, framework=version.framework, **said)
    assert set(FrameworkVersion.objects.waiting()) == {changed}
    with pytest.raises(Refused, match="does not wait any more"):
        operations.confirm_framework(lapsed, by=second_administrator)
    assert FrameworkVersion.objects.in_use().get() == version
    operations.confirm_framework(changed, by=second_administrator)
    assert FrameworkVersion.objects.in_use().get() == changed
    # The same factor, worded anew, keeps its key; a key stands once, and none is taken from elsewhere.
    keys = dict(changed.factors.values_list("wording", "key"))
    assert keys["Quarrels and silence"] == before[0][0]
    assert len({*keys.values(), "NOT-A-KEY"}) == len(keys) + 1
    assert "It was never confirmed" in client.get(lapsed.get_absolute_url()).content.decode()


def test_a_retired_one_is_used_no_more_and_stays_readable(client, area, version, administrator):
    client.force_login(administrator)
    page = reverse("reference:retire_framework", args=[version.framework.reference])
    assert client.post(page).url == reverse("reference:frameworks", args=[area.slug])
    assert not FrameworkVersion.objects.in_use().exists()
    assert "Retired on" in client.get(version.get_absolute_url()).content.decode()
    version.framework.refresh_from_db()
    with pytest.raises(Refused, match="No new assessment uses"):
        operations.retire_framework(version.framework, by=administrator)
    with pytest.raises(Refused, match="that this area uses"):
        operations.put_framework_forward(area, by=administrator, framework=version.framework, **next_of(version))


# What is refused


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"domains": []}, "at least one domain"),
        ({"scale": "Only one"}, "at least two points"),
        ({"scale": "Yes\nyes"}, "each point once"),
        ({"scale": "Yes\nNot known"}, "can always be chosen"),
        ({"scale": f"Yes\n{LONG}"}, "200 characters"),
        ({"scale": ""}, "“At home” has no scale"),
        ({"domains": [{"title": "At home", "factors": []}]}, "“At home” has no factor"),
        ({"domains": [{"title": "A", "factors": [{"code": "A1", "wording": each} for each in "ab"]}]}, "two factors"),
    ],
)
def test_what_nobody_could_be_assessed_by_is_refused(area, administrator, version, said, sentence):
    with pytest.raises(Refused, match=sentence):
        operations.put_framework_forward(area, by=administrator, **next_of(version) | said)
    assert FrameworkVersion.objects.count() == 1


def test_a_framework_of_another_area_gets_no_version_here(area, other_area, administrator, version):
    elsewhere = factories.framework(other_area)
    with pytest.raises(Refused, match="that this area uses"):
        operations.put_framework_forward(area, by=administrator, framework=elsewhere.framework, **next_of(version))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reference_frameworkversion SET title = 'x'",
        "UPDATE reference_frameworkversion SET confirmed_at = NULL, confirmed_by_id = NULL",
        "DELETE FROM reference_frameworkversion",
        "UPDATE reference_frameworkfactor SET wording = 'x'",
        "DELETE FROM reference_frameworkfactor",
        "UPDATE reference_frameworkdomain SET about = 'x'",
        "UPDATE reference_scalepoint SET label = 'x'",
        "DELETE FROM reference_scalepoint",
        "INSERT INTO reference_scalepoint (version_id, reference, position, label) SELECT id, 'X', 9, 'x' FROM"
        " reference_frameworkversion",
        "INSERT INTO reference_frameworkfactor (version_id, domain_id, key, position, code, wording, help_text)"
        " SELECT version_id, id, 'X', 99, '', 'x', '' FROM reference_frameworkdomain LIMIT 1",
        "INSERT INTO reference_frameworkdomain (version_id, position, title, about) SELECT id, 9, 'x', '' FROM"
        " reference_frameworkversion",
        "UPDATE reference_framework SET area_id = area_id + 1",
    ],
)
def test_the_database_itself_keeps_what_has_been_published(version, statement):
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_database_publishes_nothing_without_factors_and_nothing_by_one_person(area, administrator, version):
    said = next_of(version)
    waiting = operations.put_framework_forward(area, by=administrator, **said)

    def execute(statement, *values):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)

    by_one = "UPDATE reference_frameworkversion SET confirmed_at = now(), confirmed_by_id = put_forward_by_id"
    with pytest.raises(IntegrityError, match="confirmed_by_a_second_person"):
        execute(f"{by_one} WHERE id = %s", waiting.pk)
    empty = (
        "INSERT INTO reference_frameworkversion (reference, framework_id, number, title, origin, guidance,"
        " put_forward_by_id, put_forward_at, confirmed_by_id, confirmed_at)"
        " SELECT 'X', framework_id, 9, 'x', '', '', confirmed_by_id, now(), put_forward_by_id, now()"
        " FROM reference_frameworkversion WHERE id = %s"
    )
    with pytest.raises(IntegrityError, match="published with a factor"):
        execute(empty, version.pk)
    # A factor is never of one version and of another's domain.
    astray = (
        "INSERT INTO reference_frameworkfactor (version_id, domain_id, key, position, code, wording, help_text)"
        " VALUES (%s, %s, 'X', 99, '', 'x', '')"
    )
    with pytest.raises(IntegrityError, match="belongs to the version"):
        execute(astray, waiting.pk, version.domains.first().pk)


# Who may


def test_administrators_keep_them_and_whoever_works_in_the_area_reads_them(
    client, area, version, administrator, coordinator, officer, stranger
):
    pages = [
        reverse("reference:frameworks", args=[area.slug]),
        reverse("reference:confirm_framework", args=[version.reference]),
        reverse("reference:retire_framework", args=[version.framework.reference]),
    ]
    api = reverse("reference_api:view_frameworkversion", args=[version.reference])
    for person, kept, read in (
        (administrator, [200] * 3, 200),
        (coordinator, [403] * 3, 200),
        (officer, [403] * 3, 200),
        (stranger, [403, 404, 404], 404),
    ):
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == kept, person
        assert [client.get(page).status_code for page in (version.get_absolute_url(), api)] == [read] * 2, person
        begun = client.post(reverse("reference:start_framework", args=[area.slug]), {"version": version.reference})
        assert begun.status_code == (302 if person == administrator else 403), person
    with pytest.raises(PermissionDenied):
        operations.put_framework_forward(area, by=coordinator, **VAF_2012.said())
    with pytest.raises(PermissionDenied):
        operations.retire_framework(version.framework, by=coordinator)
    with pytest.raises(NotVisible):
        operations.confirm_framework(version, by=stranger)


def test_a_draft_is_its_owners_and_begins_with_nothing_from_elsewhere(
    client, area, other_area, administrator, second_administrator
):
    elsewhere = factories.framework(other_area)
    start = reverse("reference:start_framework", args=[area.slug])
    client.force_login(administrator)
    assert client.post(start, {"version": elsewhere.reference}).status_code == 404
    assert client.post(start, {"template": "paf"}).status_code == 404
    begun = client.post(start).url
    assert [each.part.title for each in client.get(begun).context["parts"]] == ["What it is", "Domain: not named yet"]
    client.force_login(second_administrator)
    assert client.get(begun).status_code == client.post(f"{begun}remove/").status_code == 404
    client.force_login(administrator)
    assert client.post(f"{begun}remove/").url == reverse("reference:frameworks", args=[area.slug])
    assert not Draft.objects.exists()


# The endpoints


def test_a_program_puts_one_forward_whole_and_another_administrators_confirms_it(
    client, area, administrator, second_administrator
):
    def post(name, record, by, **sent):
        client.force_login(by)
        return client.post(reverse(f"reference_api:{name}", args=[record]), sent, content_type="application/json")

    said = {
        "title": "From a program",
        "scale": "Yes\nNo",
        "domains": [
            {"title": "One", "factors": [{"code": "A", "wording": "First"}, {"wording": "Second"}]},
            {"title": "Two", "scale": "Big\nSmall", "factors": [{"wording": "Third"}]},
        ],
    }
    wrong = post("put_framework_forward", area.slug, administrator, **said | {"domains": [{"title": "One"}]})
    assert (wrong.status_code, list(wrong.json()["errors"])) == (422, ["domains"])
    sent = post("put_framework_forward", area.slug, administrator, **said)
    version = FrameworkVersion.objects.get()
    assert (sent.status_code, sent.json()["address"]) == (201, version.get_absolute_url())
    assert post("confirm_framework", version.reference, administrator).status_code == 409
    assert post("confirm_framework", version.reference, second_administrator).status_code == 200
    read = client.get(reverse("reference_api:view_frameworkversion", args=[version.reference])).json()
    scales = [[each["label"] for each in domain["scale"]] for domain in read["domains"]]
    assert scales == [["Yes", "No"], ["Big", "Small"]]
    keys = [factor["key"] for domain in read["domains"] for factor in domain["factors"]]
    listed = client.get(reverse("reference_api:list_frameworkversions")).json()["results"]
    assert [each["reference"] for each in listed] == [version.reference]
    said["domains"][0]["factors"][1]["key"] = keys[1]
    again = post("put_framework_forward", area.slug, administrator, framework=read["framework"], **said)
    assert again.status_code == 201
    assert version.framework.versions.get(number=2).factors.get(wording="Second").key == keys[1]
    assert post("retire_framework", read["framework"], administrator).status_code == 200
    assert Framework.objects.exclude(retired_at=None).exists()


def test_as_many_queries_at_one_as_at_many(client, area, version, administrator, queries_of):
    client.force_login(administrator)
    pages = [reverse("reference:frameworks", args=[area.slug]), version.get_absolute_url(), "/"]
    operations.put_framework_forward(area, by=factories.administrators(area)[1], **next_of(version))
    at_one = [queries_of(page) for page in pages]
    for _ in range(3):
        factories.framework(area, VAF_2012.said())
        operations.put_framework_forward(area, by=factories.administrators(area)[1], **next_of(version))
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12
