"""Every address."""
urlpatterns = []
