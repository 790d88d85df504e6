"""Shares that are changed at the same moment as something else of their case: one waits for the other."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial

import pytest
from django.db import connections

from cases import operations
from cases.models import CaseGroupPermission, CaseUserPermission
from prevent_cases.accounts.posts import PostKind
from prevent_cases.operations import NotVisible, Refused
from tests import factories

TIMES = 4


@pytest.fixture
def at_once(committed):
    """Carries out two acts in threads of their own; who comes second may be refused, or see it no more."""

    def apart(operation, record, by, **arguments):
        try:
            with suppress(Refused, NotVisible):
                operation(type(record).objects.get(pk=record.pk), by=type(by).objects.get(pk=by.pk), **arguments)
        finally:
            connections.close_all()

    def carry_out(*acts: partial) -> None:
        with ThreadPoolExecutor(2) as threads:
            for done in [threads.submit(apart, act.func, *act.args, **act.keywords) for act in acts]:
                done.result()

    return carry_out


@pytest.fixture
def put_colleague(case, representative, childrens_services, colleague):
    terms = {"agency": childrens_services, "colleague": colleague, "purpose": "Knows the family."}
    return partial(operations.put_colleague_on_case, case, representative, **terms)


def test_stopped_as_a_colleague_is_put_on_it_nobody_of_the_agency_keeps_it(
    case, childrens_services, coordinator, put_colleague, at_once
):
    for _ in range(TIMES):
        share = factories.share(case, childrens_services, coordinator)
        at_once(put_colleague, partial(operations.stop_sharing_case, share, coordinator))
        assert not case.shares.filter(ended_at=None).exists()
        assert not CaseUserPermission.objects.exists()


def test_lowered_as_a_colleague_is_put_on_it_the_colleague_has_no_more_than_the_agency(
    case, childrens_services, coordinator, put_colleague, at_once
):
    for _ in range(TIMES):
        share = factories.share(case, childrens_services, coordinator)
        at_once(
            put_colleague,
            partial(operations.change_share, share, coordinator, level="know", purpose="They only have to know."),
        )
        in_force = case.shares.filter(ended_at=None)
        assert set(in_force.values_list("level", flat=True)) == {"know"}
        operations.stop_sharing_case(in_force.get(colleague=None), by=coordinator)


def test_lowered_as_the_case_ends_what_is_open_of_it_has_when_that_was(
    officer, coordinator, panel, police, police_representative, childrens_services, at_once
):
    supervisor = factories.person(police, PostKind.GATEWAY_SUPERVISOR, "Sue Supervisor")
    for _ in range(TIMES):
        case = factories.case(factories.referral(officer), coordinator, panel)
        factories.share(case, police, coordinator)
        share = factories.share(case, childrens_services, coordinator)
        referral = case.carried_referrals.get().referral
        said = factories.NO_GROUNDS | {"end_stage": "no_further_action"}
        decision = operations.decide_section36(case, by=police_representative, referral=referral, **said)
        at_once(
            partial(operations.change_share, share, coordinator, level="know", purpose="They only have to know."),
            partial(operations.sign_section36, case, supervisor, seen=decision.pk, agrees=True),
        )
        case.refresh_from_db()
        assert case.ended_at
        (grant,) = CaseGroupPermission.grants.filter(content_object=case, group=childrens_services.group)
        assert grant.permission.codename == "know_of_case"
        assert grant.case_ended_at == case.ended_at
