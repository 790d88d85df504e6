"""The words of the screens: what nobody is called here, what is said instead, and whose words may stand all the same.

Whatever people read is measured against this by tests/test_glossary.py: pages, messages, e-mails, documents.
"""

# A pattern of whole words, in small letters, and what to say instead.
NEVER_SAID = {
    r"extremists?": "what was said or done, in the words of whoever saw or heard it",
    r"radicali[sz]ed": "susceptible to being drawn into terrorism",
    r"vulnerable": "susceptible, the word of the guidance since 2023",
    r"subjects?": "the person; in the code, the individual",
    r"suspects?": "the person; a referral is a question and no accusation",
    r"offenders?|perpetrators?|culprits?": "the person; what is recorded here comes before any crime",
    r"clients?|nominals?": "the person",
    r"high[- ]risk|risk (score|rating|level)s?": "what is urgent; nobody is given a score",
}

# What is quoted word for word, and from where.
QUOTED = {
    "reasonable grounds to believe that the person is vulnerable to being drawn into terrorism": (
        "Counter-Terrorism and Security Act 2015, section 36(3), as to the person before us"
    ),
}
