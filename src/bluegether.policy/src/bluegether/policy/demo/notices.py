"""What the demo's personas were told: comments, answers, reactions, followers of the last days, an urgent message.

The stream's own mentions are told when it is built; here they get their dates, and what is old is read.
"""

from bluegether.core.discussion import api as discussion
from bluegether.core.notifications import api as notifications
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.discussion.interfaces import IConversation
from random import Random


# (hours ago, who, text, number of the comment that is answered or None)
COMMENTS = (
    (50, "consultante", "Très clair, merci. Est-ce que ces délais valent aussi pour les missions à l’étranger ?", None),
    (47, "rh", "Oui, avec une précision sur les jours fériés du pays : je complète la page cette semaine.", 0),
    (
        30,
        "manager",
        "@consultante tu me redis comment vous faisiez sur la mission d’avant ? Utile aux nouveaux.",
        0,
    ),
    (6, "animatrice", "J’ai ajouté les jours pour enfant malade. Dites-moi si quelque chose manque.", None),
    (5, "consultant", "Parfait pour moi, j’ai tout relu, rien à redire.", 3),
    (2, "consultante", "Il manque la personne à prévenir le week-end, sinon c’est complet.", 3),
)
REACTIONS = (
    (4, 0, ("manager", "direction", "commerce", "animatrice")),
    (3, 3, ("consultante", "consultant", "rh", "redactrice", "finance")),
)
FOLLOWERS = ((26, "consultant", "animatrice"), (20, "rh", "consultante"))
URGENT = (
    8 * 24,
    "Coupure du portail samedi de 8 h à 10 h",
    "La salle des machines change d’alimentation samedi matin.\n"
    "Le portail sera coupé de 8 h à 10 h. En cas d’urgence chez un client, appelez l’astreinte.",
)
READ = timedelta(days=2)
PAGE = "conges-et-absences"
TOLD = ("consultante", "animatrice", "consultant", "manager", "rh", "redactrice")


def build(site, random: Random, moment: datetime) -> None:
    """Let the personas be told, unless the urgent message is there."""
    if notifications.announcements():
        return
    page = site.documents[PAGE]
    announce(site, moment)
    written = comment(site, page, moment)
    for hours, number, userids in REACTIONS:
        react(site, moment - timedelta(hours=hours), IConversation(page)[written[number]], userids, random)
    for hours, userid, person in FOLLOWERS:
        with at(site, moment - timedelta(hours=hours)):
            stream.follow(userid, person=person)
    read_old(moment)


def announce(site, moment: datetime) -> None:
    """Send the urgent message to everyone, clients too, in the animator's name."""
    hours, title, text = URGENT
    with at(site, moment - timedelta(hours=hours)):
        notifications.announce(title=title, text=text, userid="animatrice", kinds=tuple(people.KINDS))


def comment(site, page, moment: datetime) -> list[int]:
    """Write the comments at their times and return their ids."""
    written: list[int] = []
    for hours, userid, text, answered in COMMENTS:
        reply_to = written[answered] if answered is not None else None
        with at(site, moment - timedelta(hours=hours)), api.env.adopt_user(username=userid):
            written.append(discussion.write(page, text, userid=userid, reply_to=reply_to))
    return written


def react(site, moment: datetime, comment, userids: tuple[str, ...], random: Random) -> None:
    """Let these people react to the comment, some minutes apart."""
    for number, userid in enumerate(userids):
        when = moment + timedelta(minutes=7 * number)
        with at(site, when), api.env.adopt_user(username=userid):
            discussion.react(comment, random.choice(("like", "applaud", "thank")), userid=userid)


def read_old(moment: datetime) -> None:
    """Let the personas have read what is older than two days."""
    for userid in TOLD:
        cursor = None
        while True:
            page = notifications.notices(userid, cursor=cursor, size=notifications.MAX_SIZE)
            for item in page.items:
                if item.happened < moment - READ:
                    notifications.read(item.id, userid)
            if page.cursor is None:
                break
            cursor = page.cursor
