"""The profiles of the demo: who reports to whom, skills by job, certifications that expire, wishes, pictures.

What somebody has comes from a generator seeded with their user id: one more person changes nobody else.
"""

from bluegether.core.people import api as people
from bluegether.policy.demo import company
from bluegether.policy.demo.accounts import Persona
from bluegether.policy.demo.pictures import picture
from bluegether.policy.demo.profile_texts import AWAY
from bluegether.policy.demo.profile_texts import BIOGRAPHIES
from bluegether.policy.demo.profile_texts import CERTIFICATIONS
from bluegether.policy.demo.profile_texts import EXPERIENCES
from bluegether.policy.demo.profile_texts import WISHES
from bluegether.policy.demo.skills import FAMILIES
from bluegether.policy.demo.skills import SKILLS
from datetime import date
from datetime import datetime
from datetime import timedelta
from random import Random


HR = "rh"
HEAD = "direction"
# Persona -> whom they report to; consultants report to the head of their unit.
MANAGERS = {
    "animatrice": HEAD, "rh": HEAD, "finance": HEAD, "commerce": HEAD, "manager": HEAD, "redactrice": "animatrice",
}  # fmt: skip
# Group -> audiences to draw from: most people are open, some are not.
CHOICES = {
    "presentation": ("everyone",),
    "contact": ("everyone", "everyone", "everyone", "unit", "business"),
    "photo": ("everyone", "everyone", "everyone", "unit"),
    "skills": ("everyone", "everyone", "everyone", "everyone", "business"),
    "availability": ("business", "everyone", "unit"),
    "wishes": ("business", "business", "everyone", "me"),
}
OTHER_LANGUAGES = ("es", "de", "it", "ar", "pt", "zh", "br")


def build(everyone: list[Persona], moment: datetime) -> None:
    """Fill the profiles that are empty and let everyone have a manager."""
    report(everyone)
    for number, persona in enumerate(everyone, 1):
        fill(persona, number, moment.date())
    for userid, since, until, replacement, message in AWAY:
        person = people.person(userid)
        if "away_from" not in people.values_of(person):
            days = {"away_from": moment.date() + timedelta(since), "away_until": moment.date() + timedelta(until)}
            told = {"away_replacement": replacement, "away_message": message}
            people.update_profile(person, "absence", days | told, actor=userid)


def report(everyone: list[Persona]) -> None:
    """Set managers: the most senior of a unit leads it."""
    heads = {}
    for unit in company.SIZES:
        staff = [one for one in everyone if one.unit == unit and one.kind == "consultant"]
        heads[unit] = "manager" if unit == "donnees-ia" else max(staff, key=lambda one: one.seniority).userid
    for unit, head in heads.items():
        if head != "manager" and not people.manager_of(head):
            job = f"Responsable de l’entité {company.UNITS[unit]}"
            people.update_account(head, actor=HR, manager=HEAD, job=job)
    for persona in everyone:
        manager = MANAGERS.get(persona.userid) or heads.get(persona.unit, "")
        if manager and manager != persona.userid and not people.manager_of(persona.userid):
            people.update_account(persona.userid, actor=HR, manager=manager)


def fill(persona: Persona, number: int, today: date) -> None:
    """Fill one profile; clients have none, newcomers have little."""
    person = people.person(persona.userid)
    if persona.kind == "client" or people.values_of(person):
        return
    random = Random(persona.userid)  # noqa: S311 (a seeded generator is the point)
    if persona.kind != "partner":
        people.update_account(persona.userid, actor=HR, matricule=f"AZ-{1000 + number}")
    groups = {"presentation": biography, "contact": contact, "skills": knowledge}
    if persona.kind == "consultant":
        groups |= {"availability": availability, "wishes": wishes}
    for group, make in groups.items():
        if persona.seniority > 30 or group == "contact":
            values, audience = make(persona, random, today), random.choice(CHOICES[group])
            people.update_profile(person, group, values, actor=persona.userid, audience=audience)
    if persona.seniority > 30 and random.random() < 0.75:
        people.change_photo(person, picture(random), actor=persona.userid, audience=random.choice(CHOICES["photo"]))


def biography(persona: Persona, random: Random, _today: date) -> dict:
    return {"biography": random.choice(BIOGRAPHIES[persona.unit])}


def contact(persona: Persona, random: Random, _today: date) -> dict:
    """Return numbers that the regulator keeps for fiction, and a place."""
    mobile = f"+33 6 39 98 {random.randrange(100):02} {random.randrange(100):02}"
    client, _sector, city = random.choice(company.CLIENTS)
    site = {"client_site": client, "city": city} if persona.kind == "consultant" else {"city": "Marseille"}
    return {"mobile": mobile, "phone": f"+33 1 99 00 {random.randrange(100):02} {random.randrange(100):02}"} | site


def knowledge(persona: Persona, random: Random, today: date) -> dict:
    """Return skills, languages, certifications and experiences that fit the unit and the years."""
    families = FAMILIES.get(persona.unit, ("Méthodes",))
    years = max(1, persona.seniority // 365 + random.randrange(0, 6))
    names = random.sample(SKILLS[families[0]], k=min(5, len(SKILLS[families[0]])))
    for family in families[1:]:
        names += random.sample(SKILLS[family], k=2)
    return {
        "skills": [skill(name, years, random, today) for name in dict.fromkeys(names)],
        "languages": languages(random),
        "certifications": certifications(families, random, today),
        "experiences": experiences(families, random, today),
    }


def skill(name: str, years: int, random: Random, today: date) -> dict:
    practised = random.randrange(1, years + 2)
    level = min(4, 1 + practised // 2 + random.randrange(2))
    used = today.year - random.choice((0, 0, 0, 1, 1, 3))
    return {"skill": name, "level": level, "years": practised, "last_used": used, "again": random.random() < 0.6}


def languages(random: Random) -> list[dict]:
    found = [{"language": "fr", "level": "native"}, {"language": "en", "level": random.choice(("B1", "B2", "C1"))}]
    if random.random() < 0.35:
        found.append({"language": random.choice(OTHER_LANGUAGES), "level": random.choice(("A2", "B1", "B2"))})
    return found


def certifications(families: tuple[str, ...], random: Random, today: date) -> list[dict]:
    """Return up to two; some expire within weeks, a few have expired."""
    known = [one for family in families for one in CERTIFICATIONS[family]]
    found = []
    for title, issuer, valid in random.sample(known, k=random.randrange(0, 3)):
        left = min(random.choice((20, 45, 75, 200, 400, -30)), 365 * valid - 20)
        expires = today + timedelta(left) if valid else None
        obtained = expires - timedelta(365 * valid) if valid else today - timedelta(random.randrange(200, 2500))
        found.append({"title": title, "issuer": issuer, "obtained": obtained, "expires": expires})
    return found


def experiences(families: tuple[str, ...], random: Random, today: date) -> list[dict]:
    """Return one to three, one after another, the last one still going on."""
    known = [(family, *one) for family in families for one in EXPERIENCES[family]]
    found, end = [], None
    for family, title, result in random.sample(known, k=min(len(known), random.randrange(1, 4))):
        client, sector, city = random.choice(company.CLIENTS)
        start = (end or today) - timedelta(random.randrange(200, 900))
        row = {"title": title, "company": client, "sector": sector, "place": city, "description": result}
        row |= {"start": start.replace(day=1), "end": end, "client_confidential": random.random() < 0.2}
        found.append(row | {"skills": random.sample(SKILLS[family], k=3)})
        end = start - timedelta(31)
    return found


def availability(_persona: Persona, random: Random, today: date) -> dict:
    return {
        "available_from": today + timedelta(random.choice((0, 7, 14, 30, 45, 60, 90, 150, 240))),
        "available_share": random.choice((100, 100, 100, 80, 50)),
        "available_places": random.sample(company.PLACES, k=random.randrange(1, 4)),
        "remote": random.choice(("no", "partly", "partly", "full")),
    }


def wishes(persona: Persona, random: Random, today: date) -> dict:
    families = FAMILIES[persona.unit]
    return {
        "wish_skills": random.sample(SKILLS[families[-1]], k=2),
        "wish_sectors": random.sample(sorted({sector for _name, sector, _city in company.CLIENTS}), k=2),
        "wish_places": random.sample(company.PLACES, k=2),
        "wish_date": today + timedelta(random.choice((30, 60, 90, 180))),
        "wish_text": random.choice(WISHES),
    }
