"""Areas, agencies, panels, people, and the posts they hold: the ground of every permission."""
