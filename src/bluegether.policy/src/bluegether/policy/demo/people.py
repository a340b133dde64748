"""The people of the demo: the personas, then consultants from a seeded generator."""

from bluegether.core.people import api as people
from bluegether.core.people.api.rules import userid_from
from bluegether.policy.demo import company
from bluegether.policy.demo.accounts import Persona
from bluegether.policy.demo.accounts import PERSONAS
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta
from faker import Faker
from plone import api
from random import Random


# Visitors who ask for an account: (name, mail address, message, days ago).
REQUESTS = (
    (
        "Gaëtan Le Bihan",
        "gaetan.lebihan@freelance.example",
        "Architecte données indépendant, recommandé par Sofia Garnier. Je rejoins la mission Hespéride en décembre.",
        3,
    ),
    ("Mireille Causse", "m.causse@nordlys.example", "Je remplace Claire Hoffmann pendant son congé.", 1),
)
# Days since the arrival of the people who came last, whoever the generator made them.
LAST_ARRIVALS = (2, 5, 9, 16)
FREELANCE_SHARE = 0.25
OLDEST_DAYS = 3200


def crowd(random: Random) -> list[Persona]:
    """Return the consultants beyond the personas: the same for the same seed."""
    faker = Faker("fr_FR")
    faker.seed_instance(random.randrange(2**32))
    taken = {persona.fullname for persona in PERSONAS}
    found = [consultant(random, faker, unit, taken) for unit, count in company.SIZES.items() for _ in range(count)]
    latest = dict(zip(random.sample(range(len(found)), len(LAST_ARRIVALS)), LAST_ARRIVALS, strict=True))
    return [
        person if place not in latest else Persona(**(vars(person) | {"seniority": latest[place]}))
        for place, person in enumerate(found)
    ]


def consultant(random: Random, faker: Faker, unit: str, taken: set[str]) -> Persona:
    """Return one consultant of this unit whose name is nobody's yet."""
    while True:
        woman = random.random() < 0.42
        fullname = f"{random.choice(company.WOMEN if woman else company.MEN)} {faker.last_name()}"
        if fullname not in taken:
            break
    taken.add(fullname)
    woman_s, man_s = random.choice(company.JOBS[unit])
    return Persona(
        userid_from(fullname),
        fullname,
        woman_s if woman else man_s,
        "consultant",
        "",
        unit=unit,
        employment="freelance" if random.random() < FREELANCE_SHARE else "employee",
        seniority=random.randrange(60, OLDEST_DAYS),
    )


def address(persona: Persona) -> str:
    """Return the mail address: partners and clients have one elsewhere."""
    domain = {"partner": "nordlys.example", "client": "meridionale.example"}.get(persona.kind, company.DOMAIN)
    return f"{userid_from(persona.fullname)}@{domain}"


def build(random: Random, moment: datetime, password: str) -> list[Persona]:
    """Create the units and every account that is missing; return everyone, personas first."""
    api.portal.set_registry_record("bluegether.people.units", dict(company.UNITS))
    for persona in PERSONAS:
        create(persona, moment, password)
    others = crowd(random)
    for person in others:
        create(person, moment, None)
    return [*PERSONAS, *others]


def create(persona: Persona, moment: datetime, password: str | None) -> None:
    """Create one account with its groups and roles, unless it is there."""
    if people.account(persona.userid) is not None:
        return
    people.create_account(
        persona.userid,
        fullname=persona.fullname,
        email=address(persona),
        kind=persona.kind,
        employment=persona.employment,
        unit=persona.unit,
        job=persona.job,
        arrived=moment - timedelta(days=persona.seniority),
        password=password,
        actor="rh",
    )
    for group in persona.groups:
        api.group.add_user(groupname=group, username=persona.userid)
    if persona.roles:
        api.user.grant_roles(username=persona.userid, roles=list(persona.roles))


def ask(site, moment: datetime) -> None:
    """Let the visitors ask for an account, once."""
    if people.account_requests().total:
        return
    for fullname, email, message, days in REQUESTS:
        with at(site, moment - timedelta(days=days)):
            people.request_account(fullname=fullname, email=email, message=message, language="fr")


def invite() -> str:
    """Open one invitation and return its token, which is kept nowhere but in what is printed."""
    email = f"maelle.kerdoncuff@{company.DOMAIN}"
    for found in people.invitations(state="open", text=email).rows:
        return people.resend(found.id, actor="rh", send=False)
    return people.invite(
        fullname="Maëlle Kerdoncuff",
        email=email,
        kind="consultant",
        employment="employee",
        unit="ouest",
        job="Développeuse full-stack",
        invited_by="rh",
        send=False,
    )
