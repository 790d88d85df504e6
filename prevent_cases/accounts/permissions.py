"""Who may see and keep areas, agencies, panels, people and posts. None of it opens a case."""

from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import SYSTEM_EMAIL, Agency, Area, Panel, Post, User
from prevent_cases.accounts.posts import PostKind

ADMINISTRATOR = "You are an administrator of this area."


def areas_administered(user):
    return Area.objects.filter(pk__in=user.posts.areas(PostKind.ADMINISTRATOR)).values("pk")


def unattended_service(user):
    return User.objects.filter(pk=user.pk, email=SYSTEM_EMAIL).values("pk")


view_user = rule(
    "accounts.view_user",
    on="accounts.User",
    grounds=[
        Ground("It is you.", lambda user: User.objects.filter(pk=user.pk).values("pk")),
        Ground(
            "You are an administrator of an area this person works in.",
            lambda user: people_of_areas(user.posts.areas(PostKind.ADMINISTRATOR)),
        ),
    ],
)
open_area = rule(
    "accounts.open_area", on="accounts.User", grounds=[Ground("You are the unattended service.", unattended_service)]
)
appoint_administrator = rule(
    "accounts.appoint_administrator",
    on="accounts.Area",
    grounds=[Ground("Whoever runs the service, by a command.", lambda user: areas_for_the_service(user))],
)
write_to_user = rule(
    "accounts.write_to_user",
    on="accounts.User",
    grounds=[Ground("The unattended service sends e-mails.", lambda user: everything_for_the_service(user, User))],
)
close_account = rule(
    "accounts.close_account",
    on="accounts.User",
    grounds=[
        Ground(
            "You are an administrator of an area this person works in.",
            lambda user: people_of_areas(user.posts.areas(PostKind.ADMINISTRATOR)),
        )
    ],
)
view_area = rule(
    "accounts.view_area",
    on="accounts.Area",
    grounds=[Ground("Everybody who signs in may know the areas.", lambda user: Area.objects.values("pk"))],
)
keep_area = rule("accounts.keep_area", on="accounts.Area", grounds=[Ground(ADMINISTRATOR, areas_administered)])
view_agency = rule(
    "accounts.view_agency",
    on="accounts.Agency",
    grounds=[
        Ground(
            "You work in its area.", lambda user: Agency.objects.filter(area__in=user.posts.home_areas).values("pk")
        ),
        Ground("It serves all areas.", lambda user: Agency.objects.filter(serves_all_areas=True).values("pk")),
    ],
)
view_panel = rule(
    "accounts.view_panel",
    on="accounts.Panel",
    grounds=[
        Ground("You work in its area.", lambda user: Panel.objects.filter(area__in=user.posts.home_areas).values("pk")),
        Ground("The unattended service plans its meetings.", lambda user: everything_for_the_service(user, Panel)),
    ],
)
view_post = rule(
    "accounts.view_post",
    on="accounts.Post",
    grounds=[
        Ground("It is yours.", lambda user: Post.objects.filter(user=user).values("pk")),
        Ground(ADMINISTRATOR, lambda user: posts_of_areas(user.posts.areas(PostKind.ADMINISTRATOR))),
    ],
)
keep_post = rule(
    "accounts.keep_post",
    on="accounts.Post",
    grounds=[Ground(ADMINISTRATOR, lambda user: posts_of_areas(user.posts.areas(PostKind.ADMINISTRATOR)))],
)


def posts_of_areas(areas):
    """Three queries in one: of the areas themselves, of their agencies, of their panels."""
    return (
        Post.objects.filter(area__in=areas)
        .values("pk")
        .union(
            Post.objects.filter(agency__area__in=areas).values("pk"),
            Post.objects.filter(panel__area__in=areas).values("pk"),
        )
    )


def people_of_areas(areas):
    return User.objects.filter(held_posts__in=posts_of_areas(areas)).values("pk")


def everything_for_the_service(user, model):
    """Every record of a model, for the unattended service alone."""
    everything = model.objects.values("pk")
    return everything if user.email == SYSTEM_EMAIL else everything.none()


def areas_for_the_service(user):
    return Area.objects.values("pk") if user.email == SYSTEM_EMAIL else Area.objects.none().values("pk")
