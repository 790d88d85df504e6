"""The one page on which it stands on whose behalf somebody refers. There is no endpoint that gives it."""

from prevent_cases.pages.views import RecordPage
from referrals.models import SealedSource


class ViewSealedSource(RecordPage):
    model = SealedSource
