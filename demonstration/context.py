"""What pages show in the demonstration and nowhere else."""

from typing import Any

from django.http import HttpRequest

from demonstration.accounts import accounts_shown


def accounts(request: HttpRequest) -> dict[str, Any]:
    """The accounts to try, for the sign-in page."""
    return {"demonstration_accounts": accounts_shown()}
