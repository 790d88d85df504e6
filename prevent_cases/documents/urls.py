"""Files that are not sent yet: what programs can ask of them, and the page that seals one. Others are their drafts'."""

from django.urls import path

from prevent_cases.documents import api, choosing

app_name = "documents"
urlpatterns = [path("uploads/<slug:reference>/seal/", choosing.SealUpload.as_view(), name="seal_upload")]
endpoints = [
    path("files/", api.ReceiveFile.as_view(), name="receive_file"),
    path("files/<slug:reference>/", api.ViewUpload.as_view(), name="view_upload"),
    path("files/<slug:reference>/seal/", api.SealUpload.as_view(), name="seal_upload"),
]
