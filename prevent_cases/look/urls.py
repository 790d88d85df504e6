"""The address of the look."""

from django.urls import path

from prevent_cases.look import views

urlpatterns = [path("components/", views.components, name="components")]
