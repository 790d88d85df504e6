"""What the referrals of the demonstration say: plain, careful, and often with nothing behind it.

Each text suits some people: ``school`` (sent by a school or college), ``child`` (under 18), ``teenager`` (12 to 17),
``older`` (12 and over), ``adult`` or ``any``. {name}, {he}, {him} and {his} are the person; {where} and {teller} come
from who refers.
"""

# Out of context, or explained: what was sent, and what asking showed.
EXPLAINED = [
    (
        "school",
        "{name} drew a flag that I did not recognise on the cover of {his} exercise book and would not say what it "
        "was. I looked for it afterwards and could not find it. It may be nothing.",
        "The flag is of a football club abroad that the family supports; {his} form tutor knew it. There is nothing "
        "else.",
    ),
    (
        "school",
        "In an English lesson {name} said that people who hurt animals should be blown up. Some of the class laughed. "
        "{He} would not take it back when asked.",
        "Said in anger about a dog that had been hurt in the street. There was nothing before it and nothing since.",
    ),
    (
        "school",
        "The web filter reported that {name} had searched for how explosives are made. {He} was in a science room at "
        "the time.",
        "The class had been set work on the history of quarrying. The searches match the worksheet.",
    ),
    (
        "school",
        "{name} has begun to ask for a quiet place to pray at midday and has stopped joining in with music. A "
        "classmate says that {he} has changed.",
        "Religious practice is no concern and was not treated as one. {He} is well and has friends. The school has "
        "found a room.",
    ),
    (
        "school",
        "{name} came in wearing a badge about a war abroad and argued strongly with the teacher who asked {him} to "
        "take it off.",
        "A lawful opinion, strongly held. The school will look at its uniform rule with the student council.",
    ),
    (
        "school",
        "A lunchtime supervisor heard {name} say across the table that {he} would shoot them all tomorrow after tea.",
        "It was about an online game arranged with three friends. The parents showed the messages without being asked.",
    ),
    (
        "child",
        "{teller_} told us that {name} has a film on {his} telephone of men with rifles walking through a street, and "
        "that {he} showed it to others.",
        "The film is the trailer of a series on television. Nobody had looked at it before referring.",
    ),
    (
        "child",
        "{where_} {name} was seen with a notebook with the names of pupils in two columns and arrows between them. "
        "{He} hid it at once.",
        "The columns were teams for a tournament at break time. The notebook was shown and given back.",
    ),
    (
        "child",
        "{name} asked {teller} whether it is wrong to die for something one believes in, and then would not say why "
        "{he} asked.",
        "{He} is preparing a school debate on conscientious objectors. The question was a good one.",
    ),
    (
        "any",
        "{teller_} says that {name} has bought camping gear, water tablets and a book about living off the land, and "
        "speaks of leaving everything behind.",
        "A walking holiday in June, planned with two friends. The tickets were shown.",
    ),
    (
        "any",
        "{name} has deleted all {his} accounts on the internet from one day to the next and will not say why. "
        "{teller_} found this very unlike {him}.",
        "{He} was tired of unkind messages after a friendship ended. There is no sign of anything hidden.",
    ),
    (
        "adult",
        "{name} was seen on three afternoons taking photographs of the railway station and the footbridge. {He} left "
        "when a member of staff walked up to {him}.",
        "{He} attends an evening course in photography and had asked the station for leave. The station confirms it.",
    ),
    (
        "adult",
        "{where_} {name} said more than once that the whole system has to come down and that people will see. {He} "
        "was loud, but nobody was threatened.",
        "{He} was speaking of a payment that had been stopped. It has been put right. Anger at an office is no "
        "concern of this kind.",
    ),
    (
        "adult",
        "{teller_} says that {name} has grown a beard, no longer comes to the pub and reads alone in the breaks.",
        "None of this is a concern, alone or together, and the referrer agrees now. No further enquiry was made.",
    ),
    (
        "adult",
        "{name} asked for several books on the history of political violence, all on one day, and wanted them without "
        "giving {his} name.",
        "{He} has begun a degree in modern history. The books are on the reading list.",
    ),
    (
        "adult",
        "Officers who called about noise saw a large poster in a language they could not read, and {name} was short "
        "with them.",
        "The poster is from a concert. {He} had been asleep after a night shift.",
    ),
]

# A safeguarding need, but not this one.
OTHER_NEED = [
    (
        "school",
        "{name} wrote in {his} book that nobody would notice if {he} was gone and that some people deserve to be. "
        "{He} has been left out by {his} friends since the summer and eats lunch alone.",
    ),
    (
        "school",
        "{name} swung a chair at a boy who had called {his} mother a name. Afterwards {he} said that {he} thinks "
        "about hurting people every day. Staff say {he} is picked on and that it has been reported before.",
    ),
    (
        "school",
        "{name} has missed eleven days since September. {He} comes in without having slept and talks about people "
        "{he} meets at night online, whose names {he} does not know.",
    ),
    (
        "child",
        "{teller_} found a kitchen knife in {name}'s bag. {He} said that it is for the way home and that older boys "
        "wait by the bridge.",
    ),
    (
        "child",
        "{name} has new trainers and two telephones and comes home after midnight. {teller_} believes that {he} is "
        "carrying things for older people and is afraid to stop.",
    ),
    (
        "child",
        "Since {his} grandfather died {name} hardly speaks. {where_} {he} drew graves with names on them, one of them "
        "{his} own. The family is grieving and does not know what to do.",
    ),
    (
        "child",
        "{name} asked {teller} how one finds out where somebody lives. It turned out to be {his} father, who is not "
        "allowed to come to the house. {He} is frightened for {his} mother.",
    ),
    (
        "child",
        "{name} is awake most of the night gaming with adults {he} has never met, who send {him} money. {He} has "
        "begun to use their words about women and will not let anyone see the screen.",
    ),
    (
        "adult",
        "{name} believes that the neighbours listen through the wall and has written down the numbers of their cars. "
        "{where_} {he} was thin and had not taken {his} medicine for some weeks.",
    ),
    (
        "adult",
        "{name} lost {his} work in spring and owes rent. {where_} {he} said that nobody would care if {he} took a few "
        "of them with {him}, then cried and asked for help.",
    ),
    (
        "adult",
        "{name} sleeps in a car and drinks. {He} shouts at people going into the job centre. {teller_} says that {he} "
        "was a quiet person until {his} marriage ended.",
    ),
    (
        "adult",
        "{teller_} told us that {name} is kept from going out by a partner, who reads {his} messages and tells {him} "
        "what to think about everybody else.",
    ),
    (
        "adult",
        "{name} has learning difficulties and has given money three times to people who wrote to {him} online and "
        "called themselves {his} brothers. {He} wants to visit them.",
    ),
]

# By type of concern (the code list of the national returns).
CONCERNS = {
    "none_identified": [
        (
            "school",
            "{name} says that something big is going to happen and that people will be sorry. {He} will not say what. "
            "{He} has drawn the school from above three times this term.",
        ),
        (
            "child",
            "{name} told {teller} that {he} would do anything for people who took {him} seriously, and that some "
            "people online do. {He} did not say who they are.",
        ),
        (
            "any",
            "{where_} {name} spoke of wanting to be remembered and asked whether it matters what one is remembered "
            "for. {He} has asked this before.",
        ),
        (
            "adult",
            "{name} has written to the council nineteen times about being watched. The last letters say that {he} "
            "will have to act if nobody else does, but not how.",
        ),
        (
            "older",
            "{name} follows several accounts that praise violence of very different kinds and passes it on without "
            "saying what {he} thinks. {teller_} says that {he} is angry all the time.",
        ),
    ],
    "extreme_right_wing": [
        (
            "school",
            "In form time {name} said that the country was better before all these people came and that somebody "
            "should clear them out. Two pupils left the room. {He} has said similar things since half term, in the "
            "words of videos {he} watches.",
        ),
        (
            "school",
            "{name} has been drawing runes and numbers on desks. When asked what they mean {he} laughed and said that "
            "the people who need to know, know.",
        ),
        (
            "school",
            "A pupil showed us a group chat in which {name} posts pictures about Jewish and Black people and writes "
            "that it is only a joke. There are adults in the chat whom nobody at school knows.",
        ),
        (
            "child",
            "{teller_} heard {name} say that an attack abroad was brave, and that {he} had read all of what the "
            "attacker wrote. {He} knew passages by heart.",
        ),
        (
            "teenager",
            "{name} has stopped seeing two friends because of where their parents were born. {where_} {he} said that "
            "mixing is how a people dies, and that {he} learned this from a man {he} talks to at night.",
        ),
        (
            "teenager",
            "{name} wears a jacket with signs that {he} has been asked not to wear and has been offered a place at a "
            "training weekend by people {he} knows only from a chat. {His} mother does not want {him} to go.",
        ),
        (
            "older",
            "{teller_} found stickers with a call to drive people out in {name}'s bag, about two hundred of them. "
            "{He} said that {he} was asked to put them up and will not say by whom.",
        ),
        (
            "older",
            "{name} has begun to speak of a war that is coming between races and of being ready for it. {where_} {he} "
            "said that {he} is only waiting to be told where to go.",
        ),
        (
            "adult",
            "{name} has been shouting at people outside the hotel where families who seek asylum are housed. {He} "
            "writes online that it ought to burn. {teller_} says that {he} has changed since {he} lost {his} job.",
        ),
        (
            "adult",
            "At work {name} puts leaflets about a stolen country into the lockers. A colleague of Asian descent has "
            "asked to change shifts because of what {he} says to her.",
        ),
        (
            "adult",
            "{name} has covered the wall of {his} room with pictures of people who carried out attacks and calls them "
            "saints. {where_} {he} was calm and keen to explain.",
        ),
    ],
    "islamist": [
        (
            "school",
            "{name} told a younger pupil that those who do not believe as {he} does will be punished and that it is a "
            "duty to help with it. {He} had a video on {his} telephone of somebody speaking about this over pictures "
            "of fighting.",
        ),
        (
            "school",
            "{name} asked in class how one gets to a country where there is fighting, and who pays for the journey. "
            "{He} has stopped speaking to {his} cousin, who laughed at {him}.",
        ),
        (
            "child",
            "{teller_} is worried because {name} listens at night to talks which say that voting is a sin and that "
            "the time for words is over. {He} plays them to {his} little brother.",
        ),
        (
            "child",
            "{name} said {where} that the people who died in an attack were not innocent. {His} parents are shocked "
            "and say that {he} did not learn this at home or where the family worships.",
        ),
        (
            "older",
            "{name} has been sent money by somebody {he} met online and asked to pass it on. {teller_} saw the "
            "messages: they speak of brothers abroad who need it for their struggle.",
        ),
        (
            "older",
            "{name} has told {teller} that a friend has gone abroad to fight and that {he} admires him for it. {He} "
            "has been looking at flights.",
        ),
        (
            "adult",
            "{name} left the place where {he} used to worship after an argument. {He} called the people there "
            "traitors and wrote online that they have earned what is coming. They are more worried about {him} than "
            "for themselves.",
        ),
        (
            "adult",
            "{where_} {name} said that {he} has nothing to live for here and knows of a place where such a death has "
            "a meaning. {He} showed a film made by fighters.",
        ),
    ],
    "extreme_violence": [
        (
            "school",
            "{name} knows the names of those who carried out shootings in schools abroad, with dates and numbers, and "
            "dressed like one of them on a non-uniform day. {He} says that {he} is only interested.",
        ),
        (
            "school",
            "A story by {name} describes an attack on a school very like ours, room by room. The teacher who set the "
            "task asked for a mystery.",
        ),
        (
            "child",
            "{teller_} saw that {name} spends hours in a forum where films of killings are shared and rated. {He} "
            "offered to show one to a friend and said that one gets used to it.",
        ),
        (
            "child",
            "{name} has made a list of weapons in films of attacks and compares them. {where_} {he} asked which of "
            "them a person of {his} age can buy.",
        ),
        (
            "older",
            "{name} collects pictures of attacks of every kind and has begun to write to people who admire those who "
            "did them. {He} seems to care about the numbers and not about any cause.",
        ),
        (
            "adult",
            "{name} told {teller} that {he} understands people who take a knife to a crowd, and that on some days it "
            "would be a relief. {He} has not slept well for months.",
        ),
    ],
    "conflicted": [
        (
            "school",
            "Last term {name} praised one kind of attacker and this term the opposite kind. What stays is the anger, "
            "and that {he} writes down who has laughed at {him}.",
        ),
        (
            "child",
            "{name} mixes what {he} finds online: a flag here, a prayer there, then something about women. {teller_} "
            "says that {he} is looking for whoever will have {him}.",
        ),
        (
            "older",
            "{where_} {name} said that the government poisons the water, that the end is near, and that two groups "
            "who hate one another are both right. {He} has started to store petrol.",
        ),
        (
            "adult",
            "{name} sends long messages to officials in which very different ideas are set side by side, each ending "
            "in a threat. {teller_} says that {he} believes each while {he} writes it.",
        ),
    ],
    "incel": [
        (
            "teenager",
            "{name} said to a girl who did not want to go out with {him} that she would be among the first. {He} "
            "reads a forum of men who blame women for being alone and uses its words.",
        ),
        (
            "older",
            "{name} has written online that women should be made to pay, and has praised a man who killed several. "
            "{teller_} says that {he} has not left {his} room for weeks.",
        ),
    ],
    "left_anarchist_single_issue": [
        (
            "older",
            "{name} has shared plans for setting fire to the cars of a company and says that windows are not enough "
            "any more. {teller_} says that {he} used to be content with marching.",
        ),
        (
            "adult",
            "{where_} {name} said that somebody ought to do to the managers of a laboratory what they do to animals, "
            "and that {he} knows where two of them live.",
        ),
    ],
    "other": [
        (
            "older",
            "{name} belongs to a small circle online that believes in a coming collapse and wants to help it along. "
            "{He} has learned how to put substations out of use and speaks of it as a game.",
        ),
        (
            "older",
            "{name} has sworn obedience to a person {he} knows from a chat, who sets {him} tasks. The last was to "
            "hurt an animal and film it. {teller_} found the film.",
        ),
    ],
}

# Sent about somebody who had been referred a few days before.
DUPLICATES = [
    (
        "any",
        "I believe that this has been sent to you already by somebody else, but was asked to make sure. {name} was "
        "spoken of at our morning meeting and everybody there was worried.",
    ),
    (
        "any",
        "We were told about {name} by another service, which may have referred {him} too. We have seen nothing "
        "ourselves.",
    ),
    ("any", "{teller_} came to us about {name}. We heard afterwards that you have been told of the same matter."),
]

# Too little to go on: what an unsigned or second-hand worry sounds like.
TOO_LITTLE = [
    ("any", "A caller who gave no name said that {name} is being drawn into something. There were no details."),
    ("any", "{teller_} has a bad feeling about the people {name} spends time with, but cannot say who they are."),
    ("adult", "We heard at second hand that {name} says things about bombs when {he} has been drinking."),
    (
        "child",
        "A note in our box says that {name} watches bad videos. It is not signed and nobody here has seen anything.",
    ),
]

NOT_IN_GOOD_FAITH = [
    (
        "adult",
        "We pass on what a neighbour wrote to us: that {name} supports attacks, that everybody knows it, and that "
        "{he} should not be allowed to live here.",
    ),
    (
        "any",
        "A caller insisted that {name} is dangerous and must be dealt with at once. The same caller has complained of "
        "{him} four times about other things.",
    ),
]

# What else is going on. One of these follows most texts.
CONTEXT = {
    "child": [
        "{He} is waiting for an assessment for autism and finds changes hard.",
        "{He} moved here in the spring and has not made friends.",
        "{His} parents separated last year and {he} goes back and forth.",
        "{He} lives with {his} grandmother, who is kind and tired.",
        "{He} was excluded for five days in the autumn.",
        "{He} is good at drawing and trusts the art teacher.",
        "{He} sleeps little and is online until three or four in the morning.",
        "{His} older brother has been in prison.",
        "There is a social worker for the family for other reasons.",
        "{He} has been bullied for {his} weight.",
        "{He} plays football and the coach speaks well of {him}.",
        "{His} marks have fallen since Christmas.",
        "{He} cares for a younger sister when {his} mother works nights.",
        "{He} lost {his} father two years ago.",
        "{He} has said that {he} wants to talk to somebody, but not at school.",
        "{He} has a diagnosis of ADHD and takes medicine for it.",
    ],
    "adult": [
        "{He} lives alone and sees few people.",
        "{He} has been out of work since last year.",
        "{He} was in the forces and does not speak about it.",
        "{He} has used drugs and is trying to stop.",
        "{He} is known to the community mental health team.",
        "{His} sister visits on Sundays and is worried.",
        "{He} has just moved out of supported housing.",
        "{He} works nights and sleeps badly.",
        "{He} is proud of {his} garden and talks readily about it.",
        "{He} has been told that {he} may be autistic and has not followed it up.",
        "{He} has debts and has been threatened about them.",
        "{He} separated from {his} partner in the spring.",
    ],
}

# What in a text answers the questions that are asked beside it.
POINTS = {
    "online_part": ("online", "internet", "chat", "forum", "accounts", "videos", "film", "gaming", "messages"),
    "in_contact": (
        "adults in the chat", "people online do", "met online", "has never met", "wrote to", "knows only from a chat",
        "talks to at night", "meets at night", "asked to put them up", "waiting to be told", "offered a place",
        "sent money by", "sets {him} tasks", "write to people",
    ),
    "threat_made": (
        "should be blown up", "shoot them", "ought to burn", "ought to do to", "made to pay", "among the first",
        "take a few", "some people deserve", "hurting people", "will be punished", "people will be sorry", "a threat",
    ),
}  # fmt: skip

# Where it was noticed and who told of it, by the sector of who refers.
WHERE = {
    "education": [
        "In the library at lunch",
        "In a history lesson",
        "On the way home",
        "In form time",
        "In the corridor",
    ],
    "police": ["During a visit about another matter", "At the front desk", "In custody for another matter"],
    "local_authority": ["On a home visit", "At the youth hub", "In a review meeting"],
    "health": ["At an appointment", "On the ward", "In the waiting room"],
    "justice": ["In a supervision meeting", "At the probation office"],
    "community": ["At the drop-in", "At the youth club", "At the food bank"],
    "other": ["During a repair", "At the housing office"],
}
TELLER = {
    "education": ["a classmate", "a teaching assistant", "a friend's parent", "the form tutor"],
    "police": ["a relative", "a neighbour", "a shopkeeper", "an officer of another team"],
    "local_authority": ["an aunt", "a youth worker", "a support worker"],
    "health": ["a nurse", "a relative", "a receptionist"],
    "justice": ["an officer on duty", "a relative"],
    "community": ["a volunteer", "a friend of the family", "another visitor"],
    "other": ["a caretaker", "a neighbour"],
}

# What had been done, by the sector of who refers: the steps that were taken, with what came of each.
STEPS_TAKEN = {
    "education": [
        {
            "family_spoken": "We rang home. They were surprised, and want to help.",
            "police_called": "Our school's officer was told on the same day. No crime is being looked into.",
            "other_services": "The form tutor meets them weekly.",
        },
        {
            "family_spoken": "Both parents were open, and worried themselves.",
            "early_help": "In place since last term.",
            "team_around": "The form tutor, the school nurse and a family worker. It meets once in a half-term.",
        },
        {
            "early_help": "We asked the family; they are thinking about it.",
            "other_services": "Our counsellor has met them twice.",
        },
        {},
    ],
    "police": [
        {"other_services": "Words of advice given. No offence is being looked into."},
        {"family_spoken": "They were given a number to ring. No crime is being investigated."},
    ],
    "local_authority": [
        {"early_help": "Offered and accepted.", "social_care": "The family's social worker knows of this referral."},
        {"other_services": "We spoke with the person at length; a further visit is planned for next week."},
    ],
    "health": [
        {"other_services": "The team discussed it. The person will be asked again at an appointment in two weeks."},
        {"other_services": "The general practitioner has been told that there is a safeguarding worry."},
    ],
    "justice": [
        {
            "other_services": "Raised in supervision; nothing in the licence is broken.",
            "mappa_marac": "Managed under MAPPA, level 1. Ask the probation officer in charge.",
        }
    ],
    "community": [{"other_services": "We spoke with the person as we would with anybody, and told our trustees."}, {}],
    "other": [
        {
            "police_called": "Neighbours rang them about noise in spring; somebody called, and that was all.",
            "other_services": "Spoke with the tenant's support worker.",
        },
        {},
    ],
}
# What support must know; drawn without regard to anything else that is said of the person.
NEEDS = [
    ("neurodiversity", "Diagnosed with ADHD, and takes medicine for it.", "family"),
    ("neurodiversity", "Autism: an assessment has begun.", "being_assessed"),
    ("mental_health", "Depression, treated since last year.", "person"),
    ("disability", "Dyslexia: letters should be short, and read aloud.", "record"),
    ("adjustment", "Meetings in the morning, in a room that is not loud.", "person"),
    ("interpreter", "British Sign Language.", "record"),
]
# Of whom this is known is drawn by itself.
OF_IMMIGRATION = ("immigration", "Awaits a decision on leave to remain; a solicitor helps with it.", "person")
PARENTS = [
    "Lives with both parents.",
    "Lives with the mother; the father is seen at weekends. Both have parental responsibility.",
    "Lives with a grandmother, who has parental responsibility by order of a court.",
    "Lives with the father.",
    "",
]
CHILDREN = ["A sister in primary school.", "Two younger brothers.", "A baby born this year.", "An older cousin of 16."]
WORK = ["Out of work.", "Works in a warehouse.", "Works shifts in a bakery.", "A student at the college.", ""]
ROLES = {
    "education": ["Class teacher", "Head of year", "Pastoral lead"],
    "police": ["Neighbourhood officer", "Youth engagement officer"],
    "local_authority": ["Social worker", "Youth worker"],
    "health": ["Nurse", "Therapist"],
    "justice": ["Probation officer"],
    "community": ["Trustee", "Youth club leader"],
    "other": ["Housing officer"],
}
NOT_TOLD = [
    "Telling them now might make them delete what was seen.",
    "We would like your advice before we speak with the family.",
    "The person who told us is afraid of being known.",
]
URGENT = [
    "Wants to travel this week; the passport is gone from the drawer.",
    "Has said that it will happen on Friday.",
    "The family is afraid of tonight and has asked for help.",
    "A weapon was seen, and nobody knows where it is now.",
]
ADDITIONS = [
    "I forgot to say that it happened twice, a week apart.",
    "The family rang us today. They would like to be part of whatever is done.",
    "We have now spoken with the person, who was calm and said that it had been a bad day.",
    "A second member of staff remembers the same words.",
    "There is nothing new since; I only want to say that attendance has been better this week.",
]
