"""Everything home can be asked."""

from django.urls import path

from home import views

app_name = "home"
urlpatterns = [path("", views.Home.as_view(), name="home")]
