"""Questions, polls, praise, shares of the demo's stream, what is said below posts, who reacted: data, then a builder.

Everything is written at its own date; people are personas.
"""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.picture import picture
from bluegether.core.stream import api as stream
from bluegether.policy.demo import past
from bluegether.policy.demo import pictures
from datetime import datetime
from datetime import timedelta
from plone import api
from random import Random


READERS = ("consultante", "consultant", "manager", "animatrice", "rh", "direction", "redactrice")
# (days ago, who, people praised, number of the charter's article, text)
PRAISE = (
    (
        3, "manager", ("consultante",), "3",
        "Merci à @consultante, qui a pris deux heures un vendredi soir pour débloquer la reprise des données.",
    ),
    (
        34, "animatrice", ("redactrice", "consultant"), "2",
        "Vous avez répondu à tout le monde, toute la semaine. Bravo.",
    ),
    (71, "direction", ("rh",), "1", "Le plan de formation est prêt un mois plus tôt que l’an dernier."),
)  # fmt: skip
# (days ago, who, text, options, several answers, days until the end or None, votes)
POLLS = (
    (
        2, "animatrice", "Rencontre du réseau : quel format préférez-vous pour les ateliers ? #rencontre",
        ("Trois ateliers en parallèle", "Un seul, tous ensemble", "Des tables rondes de vingt minutes"), False, 12,
        {"consultante": (0,), "manager": (2,), "rh": (0,), "redactrice": (2,), "direction": (0,)},
    ),
    (
        48, "consultant", "Quels sujets pour les déjeuners techniques de l’hiver ? #ouest",
        ("Tests de bout en bout", "Kubernetes au quotidien", "Revue de code", "Accessibilité"), True, 10,
        {"consultante": (0, 2), "manager": (2,), "animatrice": (3,), "redactrice": (2, 3)},
    ),
)  # fmt: skip
# (days ago, who, text)
QUESTIONS = (
    (1, "consultante", "Quelqu’un a-t-il un modèle de compte rendu d’incident relu par un client bancaire ? #donnees"),
    (57, "consultant", "Comment gérez-vous les jeux de données de test sans copier la production ? #tests"),
)
# Below the post of a persona that begins so: (persona, beginning, ((hours later, who, text), ...))
COMMENTS = (
    (
        "consultante", "Quelqu’un a-t-il un modèle",
        (
            (2, "manager", "Oui, celui de l’an dernier. Je te l’envoie, il est anonymisé."),
            (5, "redactrice", "Si vous êtes d’accord, j’en fais une page dans les documents."),
            (6, "consultante", "Volontiers, merci à vous deux."),
        ),
    ),
    (
        "animatrice", "Rencontre du réseau",
        ((3, "consultant", "Des tables rondes, on y parle plus."), (8, "rh", "On pourra suivre à distance ?")),
    ),
    (
        "manager", "Merci à @consultante",
        ((1, "direction", "Bravo @consultante !"), (4, "consultante", "C’était un travail d’équipe.")),
    ),
    ("direction", "Merci pour vos questions", ((20, "consultant", "Merci pour la franchise des réponses."),)),
    (
        "consultant", "Comment gérez-vous",
        ((5, "consultante", "Des données fabriquées, et un jeu anonymisé rafraîchi tous les mois."),),
    ),
)  # fmt: skip


def build(site, random: Random, moment: datetime) -> None:
    """Write it all."""
    articles = {key.partition(":")[2]: key for key, _title in stream.values("fr")}
    for days, who, praised, number, text in PRAISE:
        value = articles.get(number, next(iter(articles.values()), ""))
        write(site, moment, days, who, text, kind="praise", praised=praised, value=value)
    for days, who, text, options, several, end, votes in POLLS:
        ask(site, moment - timedelta(days=days), who, text, options, several, end, votes)
    for days, who, text in QUESTIONS:
        write(site, moment, days, who, text, kind="question")
    share(site, random, moment)
    for who, beginning, comments in COMMENTS:
        below = [entry for entry in newest(who) if entry.text.startswith(beginning)]
        comment(site, below[0], comments, moment)
    for who in READERS:
        react(site, random, newest(who)[:4], moment)


def write(site, moment: datetime, days: int, who: str, text: str, **values):
    """Write a post of that day, in the person's name."""
    with past.at(site, moment - timedelta(days=days, hours=2)), api.env.adopt_user(username=who):
        return stream.post(text, author=who, **values)


def ask(site, when: datetime, who: str, text: str, options, several: bool, end: int, votes: dict) -> None:
    """Write a poll and let people vote in the hours after."""
    with past.at(site, when):
        ends = when + timedelta(days=end)
        found = stream.post(text, author=who, kind="poll", options=options, several=several, ends=ends)
        for userid, chosen in votes.items():
            stream.vote(found.id, chosen, userid=userid)


def share(site, random: Random, moment: datetime) -> None:
    """Share a guide and a post, and show portraits of who led workshops."""
    guide = api.content.find(context=site, id="guide-du-consultant")
    documents = [brain.UID for brain in guide[:1]]
    write(site, moment, 9, "redactrice", "Le guide du consultant est à jour : relisez la page 3.", documents=documents)
    original = newest("direction")[0]
    write(site, moment, 0, "animatrice", "À lire jusqu’au bout, y compris les réponses qui fâchent.", quote=original.id)
    shown = [
        picture(pictures.picture(random), alt="Portrait dessiné d’une personne qui a animé un atelier")
        for _n in range(2)
    ]
    write(
        site,
        moment,
        25,
        "animatrice",
        "Merci à celles et ceux qui ont animé les ateliers de la rencontre d’automne. #rencontre",
        pictures=shown,
    )


def newest(who: str) -> list:
    """Return the posts of this person, newest first, that everyone may see."""
    items = stream.entries(stream.view("person", who), userid="animatrice", size=30).items
    return [item.entry for item in items if item.entry.verb == ""]


def comment(site, entry, comments, moment: datetime) -> None:
    """Say something below a post, some hours later but never in the future."""
    for place, (hours, who, text) in enumerate(comments):
        when = min(entry.created + timedelta(hours=hours), moment - timedelta(minutes=9 - place))
        with past.at(site, when), api.env.adopt_user(username=who):
            discussion.write(stream.publication(entry.id), text, userid=who)


def react(site, random: Random, entries, moment: datetime) -> None:
    """Let some of the personas react to these posts."""
    for entry in entries:
        for who in random.sample([one for one in READERS if one != entry.author], random.randrange(0, 5)):
            with past.at(site, min(entry.created + timedelta(hours=3), moment)), api.env.adopt_user(username=who):
                discussion.react(stream.publication(entry.id), random.choice(("like", "applaud", "thank")), userid=who)
