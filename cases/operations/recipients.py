"""To whom something of a case may go outside the agencies that work here."""

from cases.models import AUTHORISED_KINDS, RecipientKind
from prevent_cases.accounts.models import Agency, User
from prevent_cases.operations import Refused
from referrals.models.people import plain_words


def said_to_whom(
    by: User, agency: Agency | None, body: str, recipient_kind: str, authorised_by: str, authorised_post: str
) -> dict[str, str]:
    """What is kept of a recipient beside its name: one agency, or one other body of a kind.

    To immigration, the border or a port, and to whoever is of no other kind, somebody else authorises it, by name and
    post. What is said of an authority that nobody needs is kept nowhere.
    """
    if bool(agency) == bool(body):
        raise Refused("Say to whom: one agency, or one other body or person.", field="agency")
    if agency:
        return {}
    if not recipient_kind:
        raise Refused("Say what kind of body or person it is.", field="recipient_kind")
    if recipient_kind not in AUTHORISED_KINDS:
        return {"recipient_kind": recipient_kind}
    kind = RecipientKind(recipient_kind).label
    for name, said in (("authorised_by", authorised_by), ("authorised_post", authorised_post)):
        if not said:
            raise Refused(f"“{kind}”: say who authorised it, and their post.", field=name)
    if plain_words(authorised_by) == plain_words(str(by)):
        raise Refused("Somebody else than you authorises it.", field="authorised_by")
    return {"recipient_kind": recipient_kind, "authorised_by": authorised_by, "authorised_post": authorised_post}
