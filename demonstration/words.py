"""What is written when a referral or a case is decided: reasons, the words released to referrers, actions, consent."""

# -- Triage -----------------------------------------------------------------------------------------------------------

# By reason, where nothing more is needed: the rationale, and what the referrer is told. The rationale of an explained
# referral comes with its text.
ENDED = {
    "explained": [
        ("", "Thank you for telling us. We asked, and there is a simple explanation. Nothing more will happen."),
        ("", "You were right to ask. What you saw has been explained, and nobody needs to do anything."),
        ("", "We looked into this with you and there is no concern. Please refer again whenever you are in doubt."),
    ],
    "too_little": [
        (
            "Asked the referrer twice and the school once. Nobody has seen or heard anything themselves.",
            "We asked further and found nothing to go on. If you learn more, please send it.",
        )
    ],
    "not_resident": [
        (
            "Moved away in the spring. The coordinator of the area where the person lives now has been told.",
            "This person lives in another area, which has what you sent.",
        )
    ],
    "duplicate": [
        ("The same matter was sent by another agency some days ago. Nothing new in this one.", "We have this already."),
    ],
    "not_in_good_faith": [
        (
            "A long dispute between neighbours. Nothing of what is said was seen by anybody. No record is kept with "
            "the police.",
            "We looked into this and it goes no further.",
        )
    ],
}
# By reason, where another service helps: the rationale, what the referrer is told, the service, what was arranged.
ENDED_WITH_HELP = {
    "other_need": [
        (
            "There is a need here, but no sign of being drawn into anything. Passed to early help, who have "
            "accepted it.",
            "There is no Prevent concern, but this person needs help. Early help will be in touch with you this week.",
            "early_help",
            "Early help opens a plan this week and visits the home on Thursday.",
        ),
        (
            "The worry is about safety at home and among peers. Social care has it now.",
            "Thank you. Social care has taken this on and will speak with you.",
            "children",
            "The social worker on duty took it at noon and will see the person with the family.",
        ),
        (
            "Health and welfare are the matter. The mental health team has been asked to bring an appointment forward.",
            "This is not a matter for us, but it matters. A health service will contact the person.",
            "mental_health",
            "An appointment in nine days; the team rings the family tomorrow.",
        ),
    ],
    "signposted": [
        (
            "What was said is a worry, but the school's own work and a mentor answer it better than a panel would.",
            "We have agreed with you that a mentor at school is the best help. Tell us if anything changes.",
            "school",
            "A mentor at school from Monday, and a word with the form tutor every Friday.",
        ),
        (
            "Low level and open to talk. Youth services have offered a place on a programme about life online.",
            "Youth services will offer support. No panel is needed.",
            "youth",
            "A place on the programme from the first of the month. The youth worker rings the family.",
        ),
        (
            "Views that offend, and no sign of more. The family asked for help and has been put in touch with "
            "a counsellor.",
            "A counselling service will offer help. You did right to refer.",
            "voluntary",
            "A counsellor offered two first talks, which the family accepted.",
        ),
    ],
    "managed_elsewhere": [
        (
            "The youth justice team is working with the person on the same matter and knows of this referral.",
            "Another service is dealing with this already, and has what you sent.",
            "youth",
            "The youth justice worker keeps the plan and has this referral.",
        ),
    ],
}
# How urgent it was judged to be, and why.
URGENCY = {
    "usual": [
        "Nobody is in danger. The person is seen every day by people who know how to ask for help.",
        "Worrying, but it has gone on for weeks and nothing points to this week.",
        "The referrer is in touch with the family and will ring if anything changes.",
    ],
    "urgent": [
        "Something was said about a day soon to come. Somebody should speak with the person today.",
        "The person has not been seen since yesterday, and a meeting with strangers is planned.",
    ],
}
# Why it cannot wait for the next meeting, by who asks.
WHY_A_CONFERENCE = {
    "police": "Somebody has offered a bed away from home from Friday. The six weeks to the next meeting are too long.",
    "nhs": "The clinic was told on the telephone that appointments stop from tomorrow. Support was to begin there.",
}
# Whether of a child.
SOCIAL_CARE_NOT_NEEDED = {
    True: "Social care knows the family and has an open plan. Their worker was told by telephone.",
    False: "No children in the household, and no need for care and support.",
}
# The short assessment, on both sides.
ASSESSED = {
    "what_worries": [
        "What was said is new, and more than one person heard it.",
        "The person spends much time alone and looks for company among people whom nobody knows.",
        "The words are not the person's own, and somebody must have given them.",
    ],
    "what_speaks_against": [
        "It may be bravado among friends. Nobody outside that circle has heard it.",
        "There may be an ordinary explanation that nobody has asked for yet.",
        "Much of it is told at second hand, and two accounts do not agree.",
    ],
    "what_protects": [
        "A grown-up whom the person trusts, and a place to go every day.",
        "The family asks for help and keeps appointments.",
        "A sport or a hobby with friends of the same age.",
    ],
    "what_would_change_your_mind": [
        "If the person spoke of a plan, or of somebody to meet.",
        "A talk with the person, which has not happened yet.",
        "What another agency knows, once it has been asked.",
    ],
}
# What was needed most, by the reason for which a referral ended; otherwise support.
NEEDS = {
    "explained": "none",
    "other_need": "other",
    "signposted": "other",
    "managed_elsewhere": "other",
    "too_little": "unknown",
    "not_resident": "unknown",
    "duplicate": "unknown",
    "not_in_good_faith": "none",
}
RIGHT_ALL_THE_SAME = "Read again with that in mind. Who knows the person sees no need, and will ring if that changes."
THIS_PANEL = "The others concerned have been told and go on with their own work. What the panel knows is needed too."
ACCEPTED = [
    (
        "Several things come together: what is said, who is met online, and that it is growing. The panel should see "
        "it.",
        "Thank you. We are asking other agencies what they know; you may be asked too.",
    ),
    (
        "Seen at first hand by two members of staff, and the person speaks of a plan. More than advice is needed.",
        "We have accepted this. A panel of agencies will look at what help can be offered.",
    ),
    (
        "Not clear what lies behind it. Information from other agencies is needed before anybody decides.",
        "We are looking into this with other agencies and will tell you what comes of it.",
    ),
]

# -- The same person -------------------------------------------------------------------------------------------------

SAME_PERSON = [
    "Same date of birth and same school. The school confirms that there is only one.",
    "Asked whoever referred them: the family moved in the spring and the old address is the one we have.",
    "The referrer knows of the earlier referral and was at the meeting about it.",
]
SOMEBODY_ELSE = [
    "Asked the school: two cousins of one family, a year apart.",
    "Asked whoever referred them: another person of that name, who has always lived here.",
]

# -- Sharing and section 36 -------------------------------------------------------------------------------------------

# By type of agency: what it needs the case for, and on which basis.
PURPOSES = {
    "police": (
        "To decide under section 36 and to check that support would not cut across other work.",
        "law_enforcement",
    ),
    "children": ("To say what is known of the child and the family, and to sit on the panel.", "public_task"),
    "adults": ("To say what is known of the person's care, and to sit on the panel.", "public_task"),
    "school": ("To say how the person is at school, and to help there.", "public_task"),
    "health": ("To say whether health services are involved, and to sit on the panel.", "public_task"),
    "council": ("To chair and to prepare the panel.", "public_task"),
    "housing": ("To say whether the home is secure. Until the tenancy has been looked at.", "public_task"),
    "probation": ("To say what is known from supervision, and to sit on the panel.", "legal_obligation"),
    "voluntary": ("To say how the person is at the project.", "public_task"),
}
GROUNDS = [
    "First-hand accounts of violent talk, contact with people online who encourage it, and no answer to advice so far.",
    "The person spreads material that calls for violence and has looked for others who do. Isolated, and open to "
    "influence.",
    "Repeated interest in past attacks together with a wish to be noticed. Nothing criminal. Support may well help.",
    "Two agencies independently describe the same change over three months. Susceptible, and being sought out by "
    "others.",
]
NO_GROUNDS = {
    "no_further_action": [
        "Strong views, heard in anger and not repeated. No contact with others who share them. Health and social care "
        "were asked and know of no need.",
        "The account changed when it was asked about again, and the videos were news reports. No reasonable grounds.",
    ],
    "referred_elsewhere": [
        "No reasonable grounds. There is a need for help with health; the mental health team has accepted the person.",
        "No reasonable grounds. The family wants help, and children's or adult social care will give it.",
    ],
    "police_led": [
        "There is a live matter which support would cut across. It is led by the police until that has ended."
    ],
}

# -- The panel --------------------------------------------------------------------------------------------------------

RATIONALE = {
    "enter": [
        "All agencies describe the same pull from outside. The person has said that somebody to talk to would be "
        "welcome.",
        "The concern is real and support is at hand that suits: a mentor, help with sleep and school, and work with "
        "the family.",
        "Without help this is likely to grow. A mentor from outside the school has the best chance of being heard.",
    ],
    "remain": [
        "Meets the mentor every week and has begun to question what is said online. Too early to end.",
        "Attendance is better and the late nights are fewer. Old contacts have tried to come back, so support goes on.",
        "A setback after an argument at home. The mentor is trusted, and the family wants it to go on.",
        "Doing well. The panel wants to see one more month before it speaks of ending.",
    ],
    "exit": [
        "All members agree that the concern has gone or is much smaller. Back in lessons or work, and with people to "
        "turn to.",
        "The aims of the plan are met. The person can say what drew them in and what would help another time.",
    ],
    "withdraw": [
        "Three meetings with the mentor came to nothing, and each side asks for a rest. The school stays in touch.",
    ],
    "stays_withdrawn": [
        "Assessed anew: things are calmer, school goes on, and nothing would be gained by beginning again.",
    ],
    "no_further_action": [
        "What was known at referral has not been borne out. Other needs are being met by others.",
        "The person has moved on from it with the help of the family. Support by this panel would add nothing.",
    ],
    "refer_elsewhere": [
        "The need is for help with health and at home, and there is a service that gives it. Support by this panel "
        "would add nothing to it.",
    ],
    "police_led": [
        "There is a live matter that support would cut across. All members agree that the police see to it.",
    ],
    "defer": [
        "What the health service knows is missing, and it would change what the panel can offer. Taken again at the "
        "next meeting.",
        "The person's own view has not been heard yet. Taken again at the next meeting.",
    ],
    "after refusal": [
        "Support was offered and is not wanted, which is the person's right and says nothing about them. Assessed "
        "anew: the concern is lower, and other services stay in touch.",
        "Support was ended by the person. Assessed anew: much was gained, and what remains is for other services.",
    ],
}
HEALTH_OR_CARE = [
    "The mental health team will offer an appointment and has accepted the referral.",
    "Social care is involved already, and was asked. No new referral is needed.",
    "Neither is needed now; the general practitioner has been told whom to call.",
]
NO_CARE_YET = "The police see to it first, and ask health themselves if there is need."
DISSENT = [
    "The school would have gone on for another month. The others thought that it can be seen to without the panel.",
    "Health would have waited for the assessment. The chair noted this; the others saw no reason to wait.",
]
EXPLAINED_ABOUT_SUPPORT = [
    "What Channel is, that it is voluntary and can be ended at any time, who would know, and how to complain.",
    "What the mentor would do and would not do, what is written down, and who reads it. The leaflet was read together.",
]

# -- Actions ----------------------------------------------------------------------------------------------------------

# By type of agency: what will be done, and what came of it.
ACTIONS = {
    "school": [
        (
            "Name one adult whom the person can go to at any time, and tell the family who it is.",
            "Named, and used twice.",
        ),
        (
            "Meet the person every week and write a line about how it goes.",
            "Met six times out of seven. Easier each time.",
        ),
        ("Arrange a place at the lunchtime club.", "Goes twice a week and has been asked to help run it."),
    ],
    "police": [
        ("Visit the family about safety online, out of uniform.", "Visited. Settings changed together; well received."),
        ("Check the new contacts named at the meeting.", "Checked. Nothing that changes the plan."),
    ],
    "health": [
        ("Bring the mental health appointment forward.", "Seen on the ninth. A second appointment is booked."),
        ("Say where the assessment for autism stands.", "On the list since May; expected in ten weeks."),
    ],
    "children": [
        ("Visit the family and offer early help.", "Offered and accepted; a worker has been named."),
        (
            "Hear what the child would like to happen, and tell the panel.",
            "Heard. Wants help with school, not with views.",
        ),
    ],
    "adults": [
        ("Assess needs for care and support.", "Assessed. A support worker for six weeks."),
        (
            "Ask the person what a good week would look like, and tell the panel.",
            "Asked. Work, and less quarrel at home.",
        ),
    ],
    "housing": [("Look at the tenancy and at the dispute with the neighbour.", "Looked at. Mediation has begun.")],
    "probation": [("Tell the panel what was agreed in supervision.", "Told. The condition on devices stays.")],
    "council": [("Find a place on a training course.", "A place from next month; travel is paid.")],
    "voluntary": [("Keep a place at the project open.", "Comes on Thursdays.")],
}
HANDED_OVER = "Not finished when the panel ended its work; handed over to the agency's own service."

# What a coordinator asks a referrer, and what they answer.
ASKED = {
    "Who was there when this was said?": "Only me and one other member of staff, who remembers it the same way.",
    "Has anybody spoken with the family since?": "Not yet. I would like to do it together with somebody.",
}
MOVED = "The person has lived there since the beginning of the month, and the school there knows them."
TAKEN_BACK = "We have talked since, and what was said was a quotation from a play we did not know."
WITHDRAWAL_CONFIRMED = (
    "The play was looked up and the words are in it. Nothing else was said that would worry anybody.",
    "Thank you for telling us. We have read it once more, and nothing further will happen.",
)
# What helped in a referral, and what would help next time, if anything.
FEEDBACK = [
    ("You wrote what was said, word for word, and when. That made it quick to look into.", ""),
    ("It was clear what you had seen yourself and what you had been told.", "It helps to know who else was there."),
    ("You told the family first, and said how they took it. Thank you.", "A date for each thing would help."),
]
WORDS_BACK = ["Thank you, that is good to know.", "I was not sure whether to send it. Next time I will be."]

# What turned out later, and what the second person says to it.
MADE_UP_AFTER_ALL = "Those who told it have said since, each of them alone, that they had made it up after a quarrel."
ASKED_THEM_TOO = "I have read what each of them says now and asked the referrer, who takes it back. I agree."

# Begun by a teacher and handed over.
TO_THE_LEAD = "I teach the class on Tuesday and saw it myself. You know the family better than I do."
BEGUN = {
    "person": {"given_names": ["Perran"], "family_name": ["Oldacre"], "age_given": ["13"], "gender": ["male"]},
    "concern": {
        "entries-first-row": ["0"],
        "entries-first-text": [
            "Perran read out a list of names from his telephone and said that these people would get what they "
            "deserve. When I asked, he said that it was from a film."
        ],
        "entries-first-how_known": ["seen"],
    },
}

# Who came to the referrer with a worry; sealed when it is sent.
SOURCE = {
    "on_behalf": "yes",
    "brought_by": "public",
    "source_name": "Hester Malkin",
    "source_contact": "01632 960 188, in the evening",
    "source_relation": "Lives next door",
    "source_may_be_named": "no",
    "source_at_risk": "yes",
}

# -- The police gateway -----------------------------------------------------------------------------------------------

ASKED_OF_GATEWAY = "Would support cut across police work? Has this person been referred before?"
GATEWAY = {
    "clear": [
        "Nothing that support would cut across. No earlier referral found.",
        "No police work concerns this person. Checked under the spellings given.",
    ],
    "limited": ["Known once, two years ago, as a witness. Nothing that support would cut across."],
}
NO_GATEWAY = "Signed by the council and the police: the police sit on every panel, and say there what is against it."
