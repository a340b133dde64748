"""The steps of a launch, as the two sources name them: what, why, what to write down, where it is done."""

from bluegether.core import _
from dataclasses import dataclass


USERS = "Plone Site Setup: Users and Groups"


@dataclass(frozen=True)
class Question:
    """One thing to write down: a text, or a whole number when `maximum` is set."""

    id: str
    title: str
    maximum: int = 0
    required: bool = True


@dataclass(frozen=True)
class Place:
    """Where in the portal a step is done; `path` is relative to the site, `permission` is what it takes there."""

    title: str
    path: str
    permission: str = "View"


@dataclass(frozen=True)
class Definition:
    """One step. `checked`: the portal sees by itself whether it is done, so nobody can say so."""

    id: str
    title: str
    why: str
    how: str
    questions: tuple[Question, ...] = ()
    places: tuple[Place, ...] = ()
    checked: bool = False


STEPS = (
    Definition(
        "need",
        _("Need and audience defined"),
        _("People come to a network that helps them with something. Say which use, for whom, to what end."),
        _("Ask ten future members what they miss today, and write down the answer that comes back most."),
        questions=(
            Question("use", _("Which use: what will people do here?")),
            Question("audience", _("Which audience: who is it for?")),
            Question("goal", _("Which goal: what will be better?")),
        ),
    ),
    Definition(
        "strategy",
        _("Strategy and target figures set"),
        _("A portal that belongs to the company's strategy, with figures to reach, can be steered; others fade out."),
        _("Agree with the direction on three figures for the first three months."),
        questions=(
            Question("strategy", _("How the portal serves the company's strategy")),
            Question("mobilised", _("Members who take part each month (%)"), maximum=100),
            Question("answer_hours", _("Delay of the first answer to a question (hours)"), maximum=720),
            Question("signed", _("Members who have signed the charter after one month (%)"), maximum=100),
        ),
    ),
    Definition(
        "animator",
        _("Animator named"),
        _("Somebody has to keep the network alive: welcome, publish, relay questions. Without that person it empties."),
        _("Choose a person with time for it (a day a week at least) and add them to the group Animateurs."),
        places=(
            Place(_("Invite people"), "@@invite", "BlueGether: Invite"),
            Place(_("Choose the animators"), "@@usergroup-groupmembership?groupname=Animateurs", USERS),
        ),
        checked=True,
    ),
    Definition(
        "charter",
        _("Rules of use and charter approved"),
        _("Everyone accepts the charter before receiving their access: nobody can be invited until one is in force."),
        _("The animator or HR writes it and submits it; the direction approves it and puts it in force."),
        places=(
            Place(_("Write the charter"), "@@charter-new", "BlueGether: Write Charter"),
            Place(_("Read the charter"), "@@charter"),
        ),
        checked=True,
    ),
    Definition(
        "managers",
        _("Managers made aware"),
        _("Consultants look at what their manager does. A manager who does not answer here silences a whole team."),
        _("Meet the managers before the opening: show the portal, say what is expected of them, hear their doubts."),
        questions=(
            Question("met", _("Number of managers met"), maximum=10_000),
            Question("message", _("What was agreed with them"), required=False),
        ),
        places=(
            Place(_("Invite people"), "@@invite", "BlueGether: Invite"),
            Place(_("Fill the group of managers"), "@@usergroup-groupmembership?groupname=Managers", USERS),
        ),
    ),
    Definition(
        "integrator",
        _("Integrator chosen"),
        _("Do not go alone: somebody who has launched such portals guides the first months and spares you detours."),
        _("Name who installs, adapts and advises: a company or a team of yours. Not needed if you did it before."),
        questions=(
            Question("partner", _("Company or team")),
            Question("mission", _("What they do for you"), required=False),
        ),
    ),
    Definition(
        "communities",
        _("First communities prepared"),
        _("An empty portal is left at once. Two or three lively communities at the opening bring people back."),
        _("For each: a name, an audience, a purpose, an owner; and five contributions ready before the opening."),
        questions=(
            Question("first", _("First community: name, audience, purpose, owner")),
            Question("second", _("Second community"), required=False),
            Question("third", _("Third community"), required=False),
        ),
    ),
)
BY_ID = {step.id: step for step in STEPS}
