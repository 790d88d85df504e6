"""Sealing a file that should not be here, before it is sent. Drafts leave no trail, but this does."""

from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.documents import permissions  # noqa: F401
from prevent_cases.documents.models import State, Upload
from prevent_cases.operations import operation


@operation("documents.view_upload", unless=Upload.obstacle_to_sealing)
def seal_upload(upload: Upload, *, by: User) -> None:
    """File sealed. Nobody can open it, and that includes you."""
    Upload.objects.filter(pk=upload.pk).update(state=State.SEALED, sealed_by=by, sealed_at=clock.now())
    upload.refresh_from_db()
