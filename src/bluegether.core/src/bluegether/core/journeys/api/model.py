"""The steps that a first template may start from. Texts are translatable; HR makes them the company's."""

from bluegether.core import _


# (day, who, title, explanation, link)
ROWS = (
    (
        1, "hr", _("Hand over equipment and badge"),
        _("Computer, telephone, badge and accesses are ready on the first morning."), "",
    ),
    (
        1, "manager", _("Welcome the newcomer"),
        _("Half an hour: the team, the first week, whom to ask what."), "",
    ),
    (
        1, "newcomer", _("Read the charter again, at ease"),
        _("It says what the company owes you, too."), "/@@charter",
    ),
    (
        2, "newcomer", _("Say who you are"),
        _("A photo and two sentences are enough to begin with."), "/@@profile",
    ),
    (
        3, "buddy", _("Have lunch together"),
        _("No agenda. Questions that one does not dare to ask in a meeting."), "",
    ),
    (
        7, "newcomer", _("Write what you know"),
        _("Three skills to start: colleagues and sales find you by them."), "/@@profile",
    ),
    (
        7, "manager", _("End of the first week"),
        _("What was clear, what was missing, what comes next."), "",
    ),
    (
        14, "newcomer", _("Say hello in the stream"),
        _("A few words on your work; people who do the same will answer."), "/@@stream",
    ),
    (
        30, "manager", _("First month: look back together"),
        _("Goals of the next two months, in writing."), "",
    ),
    (
        30, "hr", _("First month: a call"),
        _("Contract, pay slip, health cover: is everything in order?"), "",
    ),
    (
        60, "buddy", _("Introduce two people from other units"),
        _("A network is made of people one would not have met."), "",
    ),
    (
        90, "manager", _("Three months: look back together"),
        _("What was reached, what to learn next."), "",
    ),
    (
        90, "newcomer", _("Tell what would have helped you"),
        _("The next newcomers start from what you say."), "",
    ),
)  # fmt: skip
MODEL = tuple(dict(zip(("day", "who", "title", "text", "link"), row, strict=True)) for row in ROWS)
