"""Everything home can be asked."""

from django.urls import path

from home import api, views

app_name = "home"
urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("search/", views.Search.as_view(), name="search"),
]
endpoints = [path("search/", api.Search.as_view(), name="search")]
