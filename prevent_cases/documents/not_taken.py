"""Why a file is not taken: a sentence for whoever sent it, which says what to do instead."""

# A picture of more is not decoded: 40 million points are 160 MB.
MOST_PIXELS = 40_000_000


class NotTaken(Exception):
    """This file is refused; its text is the sentence that says why."""


OTHER_KIND = (
    "Files of this kind cannot be taken. Add a PDF, a picture (JPEG or PNG), a Word document (.docx) or plain text."
)
BROKEN = "This file is broken, or is not what it says it is. Save it again, and add the new copy."
TOO_MUCH = "This file takes too much to open. Add a smaller one, or describe what it shows."
ARCHIVE = "Archives cannot be taken. Add the files that are in it one by one."
HEIC = "Pictures in the HEIC format cannot be taken. Save the picture as a JPEG, and add that."
RECORDING = "Films and sound cannot be taken. Describe what is seen and heard, and say where the recording is."
PROTECTED = "This file is protected by a password. Save a copy without protection, and add that."
MACROS = "This document holds macros. Save it as a PDF, and add that."
FILE_INSIDE = "This document holds another file inside. Save it as a PDF, and add that."
DRAWING = "This document holds a drawing that cannot be checked. Save it as a PDF, and add that."
WEB_PAGE = "Web pages and drawings made of code cannot be taken. Save what it shows as a PDF, and add that."
NO_TEXT = "This file is neither plain text nor of a kind that can be taken. Save it as a PDF, and add that."
EMPTY = "This file is empty. Choose another."
VIRUS = (
    "The virus scanner found something harmful in this file. Tell your IT support, and describe what the file shows."
)
NO_WORD_FORM = "This is no Word document (.docx). Save the form as one, and bring in that."
NOT_OUR_FORM = (
    "Nothing in this document could be recognised as an answer to a question of our form. Choose one made from "
    "our blank form, or answer the questions here."
)
