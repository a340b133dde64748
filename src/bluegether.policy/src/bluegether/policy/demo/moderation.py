"""A few reports of the demo, one in every state: to decide, for Direction, kept, hidden, appealed, judged. All mild."""

from bluegether.core.moderation import api as moderation
from bluegether.core.stream import api as stream
from bluegether.policy.demo.past import at
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone import api


@dataclass(frozen=True)
class Told:
    """One post that was reported: `days` ago it was written, the reports one and two hours later."""

    days: int
    author: str
    text: str
    reports: tuple[tuple[str, int, str], ...]  # who, article, words
    decision: tuple[str, int, str] | None = None  # decision, article, reason
    appeal: str = ""
    judged: tuple[str, str] | None = None  # outcome, reason


CASES = (
    Told(
        64,
        "independant",
        "Le planning de la plateforme cloud de notre client hôtelier a encore glissé, leur chef de projet n’y est pas "
        "pour rien, si vous voyez ce que je veux dire.",
        (("manager", 8, "On reconnaît tout de suite le client et la personne."),),
        ("hide", 8, "Le client est reconnaissable. Republiez sans le nommer ni le viser, le sujet est intéressant."),
        "Je n’ai cité aucun nom et le client a plusieurs chefs de projet.",
        ("confirmed", "Deux collègues ont reconnu la personne : la règle protège nos clients comme nous-mêmes."),
    ),
    Told(
        37,
        "consultant",
        "Ceux qui ne documentent pas leur code devraient relire le leur au réveil, un lundi.",
        (("commerce", 7, "Le ton est blessant pour l’équipe qui vient de livrer."),),
        ("warn", 7, "L’humour vise ici des collègues qui se reconnaissent. Restons sur les pratiques."),
        "C’était de l’autodérision : je parlais de mon propre code, comme le montre la suite de la discussion.",
        ("reversed", "La suite de la discussion le confirme : l’avertissement est retiré."),
    ),
    Told(
        20,
        "commerce",
        "Petit sondage : qui préfère les réunions avant neuf heures ? Personne ? Bon, je range mon café.",
        (("finance", 11, "Ce n’est pas un sujet professionnel."),),
        ("keep", 0, "Un trait d’humour entre collègues ne contrevient à aucun article."),
    ),
    Told(
        6,
        "consultant",
        "Le schéma de ce billet vient d’un livre que j’ai photographié, page entière, c’est plus simple.",
        (("redactrice", 11, "La page est reproduite sans autorisation ni nom d’auteur."),),
        ("hide", 11, "La page entière d’un livre ne peut pas être publiée. Un résumé avec la référence convient."),
        "Je veux bien retirer la photo, mais la discussion en dessous était utile à plusieurs personnes.",
    ),
    Told(
        2,
        "independant",
        "Encore une migration où l’on nous demande d’aller vite et de ne rien casser. Bravo aux décideurs de salon.",
        (
            ("manager", 7, "Le ton est méprisant envers l’équipe du client."),
            ("consultante", 7, "Je comprends l’agacement, mais ce n’est pas la façon d’en parler."),
        ),
    ),
    Told(
        1,
        "animatrice",
        "Rappel : les billets de retour de mission sont attendus vendredi, même des plus discrets d’entre vous.",
        (("consultant", 7, "Je me sens visé, cela met mal à l’aise devant tout le monde."),),
    ),
)


def build(site, moment: datetime) -> None:
    """Let people report and the animator decide, unless a case is there."""
    if moderation.figures(userid="direction"):
        return
    for told in CASES:
        begin = moment - timedelta(days=told.days, hours=3)
        entry = stream.post(told.text, author=told.author, moment=begin)
        case = None
        for hours, (userid, article, words) in enumerate(told.reports, 1):
            with at(site, begin + timedelta(hours=hours)), api.env.adopt_user(username=userid):
                case = moderation.report("post", str(entry.id), article=article, words=words, userid=userid)
        after(site, case, told, begin)


def after(site, case, told: Told, begin: datetime) -> None:
    """Take the case as far as it went."""
    if told.decision is not None:
        verb, article, reason = told.decision
        with at(site, begin + timedelta(hours=7)), api.env.adopt_user(username="animatrice"):
            moderation.decide(case.number, verb=verb, article=article, reason=reason, userid="animatrice")
    if told.appeal:
        with at(site, begin + timedelta(days=1)), api.env.adopt_user(username=told.author):
            moderation.appeal(case.number, words=told.appeal, userid=told.author)
    if told.judged is not None:
        outcome, reason = told.judged
        with at(site, begin + timedelta(days=3)), api.env.adopt_user(username="direction"):
            moderation.judge(case.number, outcome=outcome, reason=reason, userid="direction")
