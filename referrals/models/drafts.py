"""A referral in the making, and how it goes from its author to a safeguarding lead and back."""

from django.db import models
from django.db.models import QuerySet
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.access import PermittedQuerySet
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.pages.models import Draft
from referrals.models.answers import YesNo
from referrals.models.leads import leads_of

# The part in which somebody says who they are: it is each one's own.
ABOUT_ONESELF = "referrer"
# The part that asks on whose behalf somebody refers, and what in it says who that is: sealed once it is sent, and read
# by nobody else before.
ABOUT_SOURCE = "told"
WHO_SOURCE_IS = ("source_name", "source_contact", "source_relation")


class DraftReferralManager(models.Manager.from_queryset(PermittedQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(operation="referrals.submit_referral")


class DraftReferral(Draft):
    """A draft that is to become a referral."""

    objects = DraftReferralManager()

    fetch_with = ("owner", "begun_by", "handed_by")

    class Meta:
        proxy = True
        default_permissions = ("view",)
        verbose_name = "referral not sent yet"
        verbose_name_plural = "referrals not sent yet"

    def get_absolute_url(self) -> str:
        return reverse("referrals:draft", args=[self.reference])

    @property
    def area(self) -> Area:
        return Area.objects.get(pk=self.record)

    @property
    def names_source(self) -> bool:
        """Whether it says, so far unsealed, on whose behalf it is."""
        return YesNo.YES in self.answers.get(ABOUT_SOURCE, {}).get("on_behalf", [])

    def source_aside(self) -> dict[str, list[str]]:
        """Who brought the worry, as whoever began this wrote it, where nothing else stands there now."""
        said, begun = ((kept or {}).get(ABOUT_SOURCE, {}) for kept in (self.answers, self.begun_answers))
        return {name: begun[name] for name in WHO_SOURCE_IS if any(begun.get(name, [])) and not any(said.get(name, []))}

    @property
    def begun_answers(self) -> dict:
        return self.as_begun["answers"] if self.as_begun else {}

    def leads(self) -> QuerySet[User]:
        """The safeguarding leads to whom its owner can hand it over: of an agency of both, in the area it is for."""
        agencies = Agency.objects.filter(area=self.record, pk__in=self.owner.posts.agencies())
        return leads_of(agencies).exclude(pk=self.owner_id)

    def obstacle_to_handing_over(self) -> str:
        if self.leads().exists():
            return ""
        return "Your agency has no other safeguarding lead here. You can send your referral yourself."

    def pass_to(self, person: User, *, by: User, word: str = "") -> None:
        """Give it to somebody, who has as long for it as if they had begun it now."""
        self.owner, self.handed_by, self.handed_at, self.word = person, by, clock.now(), word
        self.saved_at, self.reminded_at, self.place = clock.now(), None, ""
        self.save()

    def put_own_words_aside(self) -> None:
        """Keep it as its author leaves it; whoever has it next says anew who they are, and reads of no source."""
        self.begun_by = self.owner
        self.as_begun = {"answers": dict(self.answers), "windows": dict(self.windows)}
        for kept in (self.answers, self.windows):
            kept.pop(ABOUT_ONESELF, None)
        self.windows.pop(ABOUT_SOURCE, None)
        if said := self.answers.get(ABOUT_SOURCE):
            self.answers[ABOUT_SOURCE] = {name: words for name, words in said.items() if name not in WHO_SOURCE_IS}

    def restore(self, *, as_begun: bool) -> None:
        """Its author's again: as it was handed over, or as it is now with what they said of themselves."""
        before = self.as_begun
        if as_begun:
            self.answers, self.windows = before["answers"], before["windows"]
        else:
            for kept, earlier in ((self.answers, before["answers"]), (self.windows, before["windows"])):
                kept.pop(ABOUT_ONESELF, None)
                kept |= {name: said for name, said in earlier.items() if name == ABOUT_ONESELF}
            if aside := self.source_aside():
                self.answers[ABOUT_SOURCE] = self.answers.get(ABOUT_SOURCE, {}) | aside
        self.begun_by, self.as_begun = None, None
