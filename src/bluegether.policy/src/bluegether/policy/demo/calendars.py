"""Events of the demo, and the consultant's calendar, which shows them."""

from bluegether.core.calendars import api as calendars
from bluegether.core.kit.clock import zone
from bluegether.policy.demo.content import publish
from datetime import datetime
from datetime import time
from datetime import timedelta
from pytz import timezone
from random import Random


# Id, days from now, hour, hours (0: the whole day), title, place, description
EVENTS = (
    (
        "petit-dejeuner-kubernetes",
        3,
        time(8, 30),
        1.5,
        "Petit-déjeuner technique : Kubernetes en production",
        "Agence de Lyon, salle Rhône",
        "Retour d’expérience de l’équipe Plateforme. Café et viennoiseries offerts.",
    ),
    (
        "reunion-agence-novembre",
        9,
        time(18),
        2,
        "Réunion d’agence",
        "Agence de Nantes",
        "Résultats du trimestre, nouvelles missions et questions à la direction.",
    ),
    (
        "hackathon-interne",
        16,
        time(0),
        0,
        "Hackathon interne",
        "Siège, Paris",
        "Une journée pour prototyper une idée de la boîte à idées, par équipes de quatre.",
    ),
    (
        "atelier-cv",
        23,
        time(12, 30),
        1,
        "Atelier : mettre à jour son dossier de compétences",
        "En visioconférence",
        "Avec l’équipe RH, sur l’heure du déjeuner.",
    ),
)


def build(site, random: Random, moment: datetime) -> None:
    """Create the events that are missing and the consultant's feed."""
    here = timezone(zone().key)  # Plone's events want this kind of zone
    for name, days, hour, hours, title, place, description in EVENTS:
        start = here.localize(datetime.combine(moment.date() + timedelta(days), hour))
        values = {"title": title, "location": place, "description": description, "whole_day": not hours}
        written = moment - timedelta(days=random.randrange(2, 20))
        values |= {"start": start, "end": start + timedelta(hours=hours)}
        publish(site.actualites, "Event", name, "redactrice", written, **values)
    if calendars.feed("consultante") is None:
        calendars.open_feed("consultante", language="fr", chosen=[one.name for one in calendars.sources()])
