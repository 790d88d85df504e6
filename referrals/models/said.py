"""What a referrer says in a referral, by subject: the names of its fields."""

# What a referrer says, by subject. Nothing of it is edited afterwards.
THE_PERSON = ("given_names", "family_name", "other_names", "born_on", "age_given", "gender")
WHERE_THEY_ARE = (
    "address", "lives_here", "telephone", "email", "online_names", "first_language", "under_supervision",
)  # fmt: skip
AROUND_THEM = ("parents", "lives_with_children", "household_children", "setting")
THE_CONCERN = (
    "first_noticed_on", "noticed_by", "told_lead_on", "other_concerns", "if_nothing_is_done",
    "rests_on_lawful_expression",
)  # fmt: skip
WHO_KNOWS = (
    "person_told", "agrees_with_referral", "parent_told", "not_told_because", "told_reason", "source_at_risk",
)  # fmt: skip
# Each step, with what came of it in ``..._result``.
STEPS = {
    "family_spoken": "Family spoken with",
    "early_help": "Early help offered",
    "team_around": "Team around the child or family",
    "social_care": "Social care told",
    "other_services": "Other services asked",
}
DONE_ALREADY = (*(field for step in STEPS for field in (step, f"{step}_result")), "early_help_consent")
HOW_SOON = ("in_danger", "danger_called", "danger_called_on", "danger_called_time", "urgency", "urgency_reason")
THE_REFERRER = (
    "referrer_role", "referrer_telephone", "relationship", "safeguarding_lead", "lead_may_know",
    "kept_from_lead_because", "feedback_wanted",
)  # fmt: skip
DECLARED = ("no_intelligence", "as_far_as_known")
ANSWERS = (
    *THE_PERSON, *WHERE_THEY_ARE, *AROUND_THEM, *THE_CONCERN, *WHO_KNOWS, *DONE_ALREADY, *HOW_SOON, *THE_REFERRER,
    *DECLARED,
)  # fmt: skip
AS_SENT = (*ANSWERS, "for_agency", "referred_by", "started_by", "submitted_at", "first_sent", "area", "reference")
