"""The accounts of the demonstration: who there is, which posts each holds and, for those to try, what each may do."""

from dataclasses import dataclass

from prevent_cases.accounts.posts import PostKind


@dataclass(frozen=True)
class Account:
    """One person. ``posts`` are pairs of a kind and the name of an agency or panel; "" is the area itself.

    ``may`` says in a few words what the account shows; those without it are there only because the history needs them.
    """

    email: str
    name: str
    posts: tuple[tuple[PostKind, str], ...]
    may: str = ""
    # Which area's administrators give the posts.
    area: str = ""

    def __post_init__(self):
        object.__setattr__(self, "area", self.area or self.email.partition("@")[2].removesuffix(".example").title())


def accounts_shown() -> list[Account]:
    """The accounts to try, for the sign-in page and for whoever started the demonstration."""
    return [account for account in ACCOUNTS if account.may]


ACCOUNTS = [
    Account(
        "teacher@eastmarsh.example",
        "Rosalind Quayle",
        ((PostKind.OFFICER, "Osier Lane Academy"),),
        "A teacher: makes a referral and follows it.",
    ),
    Account(
        "lead@eastmarsh.example",
        "Desmond Achebe-Lunt",
        ((PostKind.SAFEGUARDING_LEAD, "Osier Lane Academy"),),
        "The school's safeguarding lead: refers, and handles the cases shared with the school.",
    ),
    Account(
        "gateway@eastmarsh.example",
        "Kwabena Lindqvist",
        ((PostKind.GATEWAY_OFFICER, "Eastmarsh Police"),),
        "Police gateway officer: answers what the coordinator asks, and puts somebody on hold.",
    ),
    Account(
        "supervisor@eastmarsh.example",
        "Oonagh Varma-Price",
        ((PostKind.GATEWAY_SUPERVISOR, "Eastmarsh Police"),),
        "Police gateway supervisor: signs an answer, or a section 36 decision, that ends something.",
    ),
    Account(
        "police@eastmarsh.example",
        "Gwen Tattersall",
        ((PostKind.REPRESENTATIVE, "Eastmarsh Police"),),
        "Speaks for the police at panels and makes the section 36 decision.",
    ),
    Account(
        "nhs@eastmarsh.example",
        "Anjali Verhoeven",
        ((PostKind.REPRESENTATIVE, "Eastmarsh NHS Trust"),),
        "Speaks for the NHS trust at panels; sees the cases shared with it.",
    ),
    Account(
        "socialcare@eastmarsh.example",
        "Martin Olusoga-Pike",
        ((PostKind.REPRESENTATIVE, "Children's Social Care"),),
        "Speaks for children's social care at panels; sees the cases shared with it.",
    ),
    Account(
        "frontdoor@eastmarsh.example",
        "Marguerite Osei-Fenwick",
        ((PostKind.FRONT_DOOR, ""), (PostKind.OFFICER, "Eastmarsh Council")),
        "Front door: receives referrals, judges how urgent each is and passes it on; sees no case.",
    ),
    Account(
        "coordinator@eastmarsh.example",
        "Helen Dragomir",
        ((PostKind.COORDINATOR, ""), (PostKind.OFFICER, "Eastmarsh Council")),
        "Prevent coordinator: triages referrals and keeps every case of Eastmarsh moving.",
    ),
    Account(
        "organiser@eastmarsh.example",
        "Piotr Fairweather",
        ((PostKind.ORGANISER, ""),),
        "Organises conferences, writes agendas and takes minutes.",
    ),
    Account(
        "chair@eastmarsh.example",
        "Yvonne Blackadder-Singh",
        (
            (PostKind.CHAIR, "Social Inclusion Panel"),
            (PostKind.CHAIR, "Safeguarding Adults Panel"),
            (PostKind.CHAIR, "Prevent Programme Board"),
        ),
        "Chairs the panels and the board for the council; a meeting is ready to be run today.",
    ),
    Account(
        "cochair@eastmarsh.example",
        "Conall MacReady",
        ((PostKind.DEPUTY, "Safeguarding Adults Panel"),),
        "Co-chairs the Safeguarding Adults Panel for the police.",
    ),
    Account(
        "governance@eastmarsh.example",
        "Saoirse Nwachukwu",
        ((PostKind.GOVERNANCE_LEAD, ""),),
        "Information governance lead: who saw what, and why.",
    ),
    Account(
        "board@eastmarsh.example",
        "Leonard Vaszary",
        ((PostKind.BOARD_MEMBER, "Prevent Programme Board"),),
        "Board member: reads figures, sees no case.",
    ),
    Account(
        "admin@eastmarsh.example",
        "Ottilie Barraclough",
        ((PostKind.ADMINISTRATOR, ""),),
        "Administrator: keeps agencies, people and posts; sees no case.",
    ),
    Account(
        "admin2@eastmarsh.example",
        "Naveed Thornicroft",
        ((PostKind.ADMINISTRATOR, ""),),
        "The second administrator: confirms the posts that the first has given.",
    ),
    Account(
        "coordinator@havenbrook.example",
        "Frances Ilunga",
        ((PostKind.COORDINATOR, ""), (PostKind.ORGANISER, "")),
        "Prevent coordinator of Havenbrook; sees nothing of Eastmarsh.",
    ),
    Account(
        "chair@havenbrook.example",
        "Bernard Sokolowski-Hay",
        ((PostKind.CHAIR, "Channel Panel"), (PostKind.CHAIR, "Prevent Steering Group")),
        "Chairs the Channel Panel of Havenbrook.",
    ),
    Account(
        "admin@havenbrook.example",
        "Imelda Crowhurst",
        ((PostKind.ADMINISTRATOR, ""),),
        "Administrator of Havenbrook.",
    ),
    Account(
        "admin2@havenbrook.example",
        "Tunde Applegarth",
        ((PostKind.ADMINISTRATOR, ""),),
        "The second administrator of Havenbrook.",
    ),
    Account(
        "coordinator@stonewharf.example",
        "Elwyn Castellan",
        ((PostKind.COORDINATOR, ""), (PostKind.ORGANISER, "")),
        "Prevent coordinator of Stonewharf.",
    ),
    Account(
        "chair@stonewharf.example",
        "Paulette Grimshaw-Diaz",
        ((PostKind.CHAIR, "Channel Panel"), (PostKind.CHAIR, "Prevent Partnership Board")),
        "Chairs the Channel Panel of Stonewharf.",
    ),
    Account(
        "admin@stonewharf.example",
        "Kestutis Merriweather",
        ((PostKind.ADMINISTRATOR, ""),),
        "Administrator of Stonewharf.",
    ),
    Account(
        "admin2@stonewharf.example",
        "Dilys Okparaocha",
        ((PostKind.ADMINISTRATOR, ""),),
        "The second administrator of Stonewharf.",
    ),
    Account(
        "provider@interventions.example",
        "Marek Oyelowo-Strand",
        ((PostKind.PROVIDER, "Lanternfold Mentoring"),),
        "An intervention provider for all three areas: reads its briefs, reports sessions; opens no case.",
        area="Eastmarsh",
    ),
    # Eastmarsh, for the history
    Account("college@eastmarsh.example", "Ingrid Balakrishnan", ((PostKind.SAFEGUARDING_LEAD, "Reedholm College"),)),
    Account(
        "primary@eastmarsh.example", "Tessa Umbridge-Cole", ((PostKind.SAFEGUARDING_LEAD, "Ternbank Primary School"),)
    ),
    Account("constable@eastmarsh.example", "Declan Ferreira-Moss", ((PostKind.OFFICER, "Eastmarsh Police"),)),
    Account("adults@eastmarsh.example", "Winifred Sarpong", ((PostKind.REPRESENTATIVE, "Adult Social Care"),)),
    Account("council@eastmarsh.example", "Jonty Abdelrahman", ((PostKind.REPRESENTATIVE, "Eastmarsh Council"),)),
    Account("housing@eastmarsh.example", "Carys Lindholm", ((PostKind.REPRESENTATIVE, "Eastmarsh Homes"),)),
    Account(
        "probation@eastmarsh.example", "Rohan Micklethwait", ((PostKind.REPRESENTATIVE, "Probation in Eastmarsh"),)
    ),
    Account("community@eastmarsh.example", "Miriam Papadakis", ((PostKind.OFFICER, "Marsh Lane Community Project"),)),
    # Havenbrook and Stonewharf, for the history
    Account(
        "school@havenbrook.example", "Adaeze Winterbourne", ((PostKind.SAFEGUARDING_LEAD, "Havenbrook High School"),)
    ),
    Account(
        "police@havenbrook.example",
        "Tobias Rankine",
        ((PostKind.GATEWAY_OFFICER, "Havenbrook Police"), (PostKind.REPRESENTATIVE, "Havenbrook Police")),
    ),
    Account(
        "supervisor@havenbrook.example", "Delphine Achterberg", ((PostKind.GATEWAY_SUPERVISOR, "Havenbrook Police"),)
    ),
    Account("nhs@havenbrook.example", "Lucja Pemberton", ((PostKind.REPRESENTATIVE, "Havenbrook NHS Trust"),)),
    Account("children@havenbrook.example", "Hal Ogunbanjo", ((PostKind.REPRESENTATIVE, "Children's Social Care"),)),
    Account("adults@havenbrook.example", "Noor Haversham", ((PostKind.REPRESENTATIVE, "Adult Social Care"),)),
    Account("community@havenbrook.example", "Eluned Costa", ((PostKind.OFFICER, "Brookside Volunteers"),)),
    Account("school@stonewharf.example", "Gareth Mukherjee", ((PostKind.SAFEGUARDING_LEAD, "Stonewharf Academy"),)),
    Account("police@stonewharf.example", "Asha Lockwood", ((PostKind.REPRESENTATIVE, "Stonewharf Police"),)),
    Account("supervisor@stonewharf.example", "Ambrose Kettleby", ((PostKind.GATEWAY_SUPERVISOR, "Stonewharf Police"),)),
    Account("nhs@stonewharf.example", "Emil Trelawney", ((PostKind.REPRESENTATIVE, "Stonewharf NHS Trust"),)),
    Account("children@stonewharf.example", "Bryony Kamara", ((PostKind.REPRESENTATIVE, "Children's Social Care"),)),
    Account("adults@stonewharf.example", "Stellan Hussain-Ward", ((PostKind.REPRESENTATIVE, "Adult Social Care"),)),
    Account("community@stonewharf.example", "Olwen Da Silva", ((PostKind.OFFICER, "Quayside Volunteers"),)),
]

# Given this many days ago by one administrator; the other has not confirmed them yet.
WAITING = [
    (
        4,
        Account(
            "deputylead@eastmarsh.example", "Clement Adeoti", ((PostKind.SAFEGUARDING_LEAD, "Ternbank Primary School"),)
        ),
    ),
    (
        1,
        Account("youthjustice@eastmarsh.example", "Zuzanna Hartley", ((PostKind.REPRESENTATIVE, "Eastmarsh Council"),)),
    ),
    (6, Account("housing@havenbrook.example", "Ravi Stonehouse", ((PostKind.REPRESENTATIVE, "Havenbrook Homes"),))),
]
