"""What is asked at panels, in which words."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone

from cases.forms.contact_log import InErrorForm
from cases.forms.interventions import YesOrNoForm, yes_or_no
from cases.forms.support import SupportPlanForm
from cases.models import EXIT_ITEMS, PLAN_ITEMS, Case, Stage, live_case_for
from panels.judgements import AFTER_SUPPORT, ENDS, LEADS_TO, ChangeSinceStart, Judgement, Reached
from panels.models import AWAITED, Attendance, ChairedFor, Presence, Review, to_review
from panels.permissions import ASK_FOR_THEMSELVES
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Panel, PanelKind
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.look.forms import DateField, Form, LongTextField, RadioSelect
from prevent_cases.reference.models import end_reasons_today, onward_services
from referrals.models import WhoseWords, causes_for_a_reason, suggested_row


class AcceptReferralForm(Form):
    panel = forms.ModelChoiceField(
        label="To which panel?",
        queryset=Panel.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    panel_reason = LongTextField(label="Why this panel?", rows=3, max_length=4000, required=False)
    rationale = LongTextField(label="Your reasons", max_length=8000)
    words_for_referrer = LongTextField(
        label="What may the referrer be told?",
        max_length=4000,
        help_text="They read exactly these words, after signing in.",
    )

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        panels = Panel.objects.filter(area=referral.area_id).exclude(kind=PanelKind.BOARD)
        form.fields["panel"].queryset = panels
        suggested = suggested_row(referral)
        if live := live_case_for(referral).permitted(user, "cases.view_case").select_related("panel").first():
            form.initial["panel"] = live.panel.slug
            form.fields["panel"].help_text = f"The person has a live case with {live.panel}, which this joins."
        elif suggested:
            form.initial["panel"] = suggested.panel.slug
            form.fields["panel"].help_text = f"Suggested: {suggested.panel} ({suggested.words})."
        elif len(panels) == 1:
            form.initial["panel"] = panels[0].slug
        causes = causes_for_a_reason(referral, None, suggested)
        form.fields["panel_reason"].help_text = (
            " ".join(causes) or "Only if you choose another panel than the one suggested."
        )
        return form


class ListCaseForm(Form):
    case = forms.ModelChoiceField(
        label="Which case?", queryset=Case.objects.none(), to_field_name="reference", empty_label="Choose a case"
    )

    @classmethod
    def for_record(cls, meeting, user, *data):
        form = cls(*data)
        seen = Case.objects.permitted(user, "cases.view_case").filter(panel=meeting.panel_id)
        reviews = to_review(Case.objects.filter(panel=meeting.panel_id)).values("pk")
        form.fields["case"].queryset = seen.filter(Q(ended_at=None) | Q(pk__in=reviews)).exclude(
            agenda_items__meeting=meeting
        )
        return form


class AskForConferenceForm(Form):
    agency = forms.ModelChoiceField(
        label="For which agency do you ask?",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label=None,
        widget=RadioSelect,
    )
    reason = LongTextField(label="Why can it not wait for the next meeting?", rows=4, max_length=4000)

    @classmethod
    def for_record(cls, referral, user, *data):
        form = cls(*data)
        own = Agency.objects.filter(pk__in=user.posts.agencies(*HANDLES_CASES))
        for_themselves = user.posts.holds(*ASK_FOR_THEMSELVES)
        if for_themselves and not own:
            del form.fields["agency"]
            return form
        field = form.fields["agency"]
        field.queryset, field.required = own, not for_themselves
        if for_themselves:
            field.empty_label = "For none, in my own name"
        elif len(own) == 1:
            form.initial["agency"] = own[0].slug
        return form


class CallConferenceForm(Form):
    starts_on = DateField(label="On which day?")
    starts_time = forms.TimeField(label="At what time?", help_text="For example, 14:30")

    @classmethod
    def for_record(cls, request, user, *data):
        """An hour or two from now is proposed, so that a press is enough."""
        soon = timezone.localtime(clock.now() + timedelta(hours=2)).replace(minute=0)
        return cls(*data, initial={"starts_on": soon.date(), "starts_time": f"{soon:%H:%M}"})


class LeaveConferenceUncalledForm(Form):
    because = LongTextField(
        label="Why is none called?",
        rows=4,
        max_length=4000,
        help_text="What has changed since it was asked for, and how you know. It stands with the meetings of the case.",
    )


class NoQuestionsForm(Form):
    """A press is all that is asked."""


class StartMeetingForm(Form):
    chaired_for = forms.ChoiceField(
        label="For whom do you chair it?",
        choices=ChairedFor,
        widget=RadioSelect,
        help_text="By law the council chairs a panel that acts as Channel. The meeting can start all the same: where "
        "another chairs, the record of each case says so.",
    )


class AttendanceForm(Form):
    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.none(),
        to_field_name="slug",
        empty_label="Choose an agency",
        error_messages={"required": "Choose an agency"},
    )
    name = forms.CharField(
        label="Who speaks for it?",
        max_length=200,
        help_text="Somebody who works for it. What the person or their family says stands with their case.",
    )
    presence = forms.ChoiceField(label="Are they here?", choices=Presence, widget=RadioSelect)

    @classmethod
    def for_record(cls, meeting, user, *data):
        form = cls(*data)
        form.fields["agency"].queryset = Agency.objects.filter(Q(area=meeting.panel.area_id) | Q(serves_all_areas=True))
        return form


class AttendanceInErrorForm(InErrorForm):
    attendance = forms.ModelChoiceField(
        label="Which?", queryset=Attendance.objects.none(), empty_label=None, widget=RadioSelect
    )

    field_order = ("attendance", "reason")

    @classmethod
    def for_record(cls, meeting, user, *data):
        form = cls(*data)
        form.fields["attendance"].queryset = meeting.attendances.standing().select_related("agency")
        form.fields["reason"].help_text = "It stays when a case is let go of: name nobody whom a case is about."
        return form


CHANGE = ("change_since_start", "change_reason")


class DecideItemForm(SupportPlanForm):
    judgement = forms.ChoiceField(
        label="What is the panel's judgement?",
        choices=Judgement,
        widget=RadioSelect(
            hints={
                Judgement.WITHDRAW: "It is paused or withdrawn. On that day the panel offers it anew, or ends it.",
                Judgement.EXIT: "Also where the panel itself withdraws it for good.",
                Judgement.AGREED_NO_MORE: "It was given and the person, or a parent, does not want it any more, which "
                "says nothing about them. The panel looks back on it, as after an exit.",
                Judgement.POLICE_LED: "Their representative for the person's home area must be present.",
            }
        ),
    )
    reached = forms.ChoiceField(label="How was it reached?", choices=Reached, widget=RadioSelect)
    rationale = LongTextField(label="Why?", rows=6, max_length=8000)
    dissent = LongTextField(label="If not all agreed, who disagreed and why?", rows=3, max_length=4000, required=False)
    end_reason = forms.ChoiceField(label="If the case ends, why?", required=False)
    health_or_care = LongTextField(
        label="If no support is offered, was health or social care considered?",
        rows=3,
        max_length=4000,
        required=False,
        help_text="The Act asks for it. Say what was considered and what was arranged.",
    )
    onward_service = forms.ChoiceField(label="Who helps instead?")
    arranged = LongTextField(label="For what, and what was arranged with them?", rows=3, max_length=4000)
    awaited = LongTextField(label="What does the panel wait for?", rows=2, max_length=4000)
    awaited_from = forms.CharField(label="From whom?", max_length=300)
    awaited_by = DateField(label="By when?")
    looks_again_on = DateField(label="On which day does the panel look at support again?")
    reassess_on = DateField(
        label="On which day does the panel assess the person anew?",
        help_text="The case is on the agenda of the first meeting from that day on. Whoever gives support is told that "
        "it has stopped.",
    )
    change_since_start = forms.ChoiceField(
        label="How does what gave concern stand now, against the start of support?",
        choices=ChangeSinceStart,
        widget=RadioSelect,
        error_messages={"required": "Say whether the concern is reduced, the same or increased"},
    )
    change_reason = LongTextField(label="What is that judgement based on?", rows=3, max_length=4000)

    continues = LongTextField(label="What goes on after support?", rows=2, max_length=4000)
    turn_to = LongTextField(
        label="Whom does the person turn to?", rows=2, max_length=2000, help_text="By name, and how to reach them."
    )
    handed_over_to = LongTextField(
        label="To whom is it handed over?", rows=2, max_length=2000, help_text="Which agency takes over what, and who."
    )

    asked_after = {
        **dict.fromkeys(CHANGE + EXIT_ITEMS, ("judgement", Judgement.EXIT)),
        **dict.fromkeys(("onward_service", "arranged"), ("judgement", Judgement.REFER_ELSEWHERE)),
        **dict.fromkeys(AWAITED, ("judgement", Judgement.DEFER)),
        "looks_again_on": ("judgement", Judgement.REMAIN),
        "reassess_on": ("judgement", Judgement.WITHDRAW),
        **dict.fromkeys((*PLAN_ITEMS, "review_on"), ("judgement", Judgement.ENTER)),
    }

    @classmethod
    def for_record(cls, item, user, *data):
        """Of support that was given and has stopped nobody says that it goes on, or that it was none."""
        case, kind = item.case, cls
        left_out = {Judgement.AGREED_NO_MORE, Judgement.STAYS_WITHDRAWN}
        if case.stage != Stage.ACTIVE:
            left_out |= {Judgement.REMAIN, Judgement.WITHDRAW, Judgement.EXIT}
        if case.is_agreed_no_more or case.is_withdrawn:
            kind = DecideAfterWithdrawalForm if case.is_withdrawn else DecideAfterSupportForm
            left_out.add(Judgement.NO_FURTHER_ACTION)
            left_out.remove(kind.ends_by)
        form = super(DecideItemForm, kind).for_record(case, user, *data)
        form.fields["judgement"].choices = [each for each in Judgement.choices if each[0] not in left_out]
        ends = [LEADS_TO[judgement] for judgement, _ in form.fields["judgement"].choices if judgement in ENDS]
        reasons = end_reasons_today(case.area_id, *ends)
        named = [(each.kept_by, each.name) for each in reasons]
        form.fields["end_reason"].choices = [("", "Choose a reason"), *named]
        form.nothing_follows = {each.kept_by for each in reasons if each.nothing_follows}
        last = ", ".join(f"“{each.name}”" for each in reasons if each.nothing_follows)
        if last and {*AFTER_SUPPORT} & dict(form.fields["judgement"].choices).keys():
            form.fields["end_reason"].help_text = f"After {last} nothing follows: leave out how things stand and plans."
        services = onward_services(item.case.area_id)
        form.fields["onward_service"].choices = [("", "Choose a service"), *services]
        return form

    def is_asked(self, name):
        if name in CHANGE + EXIT_ITEMS and self.cleaned_data.get("end_reason") in self.nothing_follows:
            return False
        return super().is_asked(name)

    def clean(self):
        """Asked of several judgements, so under none of them: of another what is written there does not count."""
        cleaned = super().clean()
        if cleaned.get("judgement") not in ENDS:
            cleaned["end_reason"] = ""
        return cleaned


class DecideAfterSupportForm(DecideItemForm):
    """How things stand now is asked of support that is not agreed to any more; nothing is planned for afterwards."""

    ends_by = Judgement.AGREED_NO_MORE
    asked_after = DecideItemForm.asked_after | dict.fromkeys(CHANGE, ("judgement", ends_by))


class DecideAfterWithdrawalForm(DecideItemForm):
    """The same of support that the panel has withdrawn."""

    ends_by = Judgement.STAYS_WITHDRAWN
    asked_after = DecideItemForm.asked_after | dict.fromkeys(CHANGE, ("judgement", ends_by))


class ReviewForm(YesOrNoForm):
    asked_after = {"what_follows": ("is_concern", "yes")}
    from_partners = LongTextField(
        label="What do the partners say?",
        rows=5,
        max_length=8000,
        help_text="Each agency by name, and what it knows of the time since support ended, also if it is nothing.",
    )
    is_concern = yes_or_no("Is there concern now?")
    what_follows = LongTextField(
        label="What follows, and who sees to it?",
        rows=3,
        max_length=4000,
        help_text="The case stays as it ended. If the person needs a panel again, somebody refers them.",
    )
    reason = LongTextField(label="What is that judgement based on?", rows=3, max_length=4000)


class DisputeActionForm(Form):
    whose = forms.ChoiceField(label="Who disputes it?", choices=WhoseWords, widget=RadioSelect)
    said_on = DateField(label="When did they say so?", past=True, initial=clock.today)
    words = LongTextField(label="What do they say?", help_text="In their own words.", max_length=8000)


class ReviewInErrorForm(InErrorForm):
    review = forms.ModelChoiceField(
        label="Which review?",
        queryset=Review.objects.none(),
        to_field_name="months",
        empty_label=None,
        widget=RadioSelect,
    )

    field_order = ("review", "reason")

    @classmethod
    def for_record(cls, item, user, *data):
        form = cls(*data)
        form.fields["review"].queryset = item.reviews.standing()
        return form


class DisputeDecisionForm(Form):
    """At an item with reviews after support one of these is chosen; there is no decision then."""

    review = forms.ModelChoiceField(
        label="What do they dispute?",
        queryset=Review.objects.none(),
        to_field_name="months",
        empty_label=None,
        widget=RadioSelect,
    )
    whose = forms.ChoiceField(label="Who disputes it?", choices=WhoseWords, widget=RadioSelect)
    said_on = DateField(label="When did they say so?", past=True, initial=clock.today)
    words = LongTextField(label="What do they say?", help_text="In their own words.", max_length=8000)

    @classmethod
    def for_record(cls, item, user, *data):
        form = cls(*data)
        form.fields["review"].queryset = item.reviews.standing()
        if not form.fields["review"].queryset:
            del form.fields["review"]
        return form
