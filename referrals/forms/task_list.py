"""The subjects of a referral's task list, in their order; and the same questions as a Word document."""

from prevent_cases.documents.word_form import WordForm
from prevent_cases.pages.drafts import Part
from referrals.forms.concern import BackgroundForm, ConcernForm, StepsForm, UrgencyForm
from referrals.forms.person import ContactForm, FamilyForm, NeedsForm, PersonForm
from referrals.forms.referring import ReferrerForm, ToldForm

PARTS = (
    Part("person", "The person", PersonForm),
    Part("contact", "Where the person is", ContactForm),
    Part("family", "Family, and school or work", FamilyForm),
    Part("concern", "What worries you", ConcernForm),
    Part("background", "More about your worry", BackgroundForm),
    Part("needs", "What support must know", NeedsForm),
    Part("told", "Who knows of this referral", ToldForm),
    Part("steps", "What has been done already", StepsForm),
    Part("urgency", "How urgent it is", UrgencyForm),
    Part("referrer", "Who you are", ReferrerForm),
)

IN_WORD = WordForm(
    title="Referral of somebody you are worried about",
    before=(
        "If anybody is in danger now, call 999 before you fill this in.",
        "Answer what you can. “I do not know” is always an answer. Write in the right-hand column.",
        "When you have filled it in, sign in, choose “Bring in a filled form” on the page “Refer somebody”, and check "
        "what was read. Do not send this form by e-mail, and delete it when you have sent your referral.",
    ),
    parts=PARTS,
)
