"""The clients of the demo and its missions over two years, made from what the profiles say: they agree with each other.

Everything goes through the verbs, at its own date; then the dates move the missions to where they are today.
"""

from bluegether.core.missions import api as missions
from bluegether.core.missions.events import PeriodsChanged
from bluegether.core.people import api as people
from bluegether.core.stream.api import silence
from bluegether.policy.demo import company
from bluegether.policy.demo import missions_text as texts
from bluegether.policy.demo import past
from bluegether.policy.demo.accounts import Persona
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue
from random import Random
from zope.event import notify


SALES = "commerce"
DIRECTION = "direction"
TWO_YEARS = 730
PERIOD = 182  # days that are agreed at a time
# Persona -> (client, days ago that it began, days until it ends): what the walk through the demo shows.
PERSONAS = {
    "consultante": ("Banque Méridionale", 300, 24),
    "consultant": ("Télécom Armorique", 420, 52),
    "independant": ("Arsenal de Kervegan", 150, 11),
    "nouvelle": ("Mutuelle du Levant", 20, 200),
}


@dataclass(frozen=True)
class Stay:
    """One consultant at one client: what becomes a mission."""

    persona: Persona
    title: str
    client: str
    city: str
    start: date
    end: date
    skills: tuple[str, ...]
    goes_on: bool


def build(site, everyone: list[Persona], random: Random, moment: datetime) -> None:
    """Create clients and missions unless there are some."""
    if missions.clients():
        return
    today = moment.date()
    uids = clients(random)
    stays = [stay for persona in everyone if persona.kind == "consultant" for stay in found(persona, random, today)]
    made = [(stay, mission(site, stay, uids, random, today)) for stay in stays]
    for stay in stays:
        if stay.goes_on:
            note_site(stay)
    begin(site, [stay.start for stay in stays if stay.goes_on], today)
    changed(site, [pair for pair in made if pair[0].goes_on], uids, random, today)
    catch_up()
    ended(site, [pair for pair in made if not pair[0].goes_on], today)


def begin(site, starts: list[date], today: date) -> None:
    """Let the missions begin; the stream tells of those of the last weeks, on their day."""
    with past.at(site, at(today - timedelta(29))):
        catch_up()
    for day in sorted(start for start in starts if timedelta(0) <= today - start < timedelta(29)):
        with past.at(site, at(day)):
            catch_up(quietly=False)


def catch_up(*, quietly: bool = True) -> None:
    """Move every mission to where the dates say that it is now, those that came of won needs too."""
    processQueue()
    with silence() if quietly else nullcontext():
        while missions.run_due():
            pass


def tell_all(site) -> None:
    """Let those who keep something of consultants see where they work today: some was filed on a day of the past."""
    notify(PeriodsChanged(site, userids=tuple(people.userids(kind="consultant"))))


def clients(random: Random) -> dict[str, str]:
    """Create the clients; return name -> UID."""
    known = [(*client, False) for client in company.CLIENTS] + list(texts.MORE_CLIENTS)
    found = {}
    for number, (name, sector, city, confidential) in enumerate(known):
        contacts = random.sample(texts.CONTACTS, k=random.randrange(1, 4))
        sites = [{"title": "Siège", "address": random.choice(texts.STREETS), "city": city}]
        rows = [{"name": who, "job": job, "email": address(who), "phone": phone(random)} for who, job in contacts]
        manager = DIRECTION if number % 5 == 4 else SALES
        content = missions.create_client(
            actor=SALES, title=name, sector=sector, account_manager=manager, confidential=confidential, sites=sites,
            contacts=rows,
        )  # fmt: skip
        found[name] = IUUID(content)
    return found


def address(name: str) -> str:
    first, _space, last = name.lower().partition(" ")
    return f"{first[0]}.{last.replace(' ', '')}@client.example"


def phone(random: Random) -> str:
    """Return a number that the regulator keeps for fiction."""
    return f"+33 1 99 00 {random.randrange(100):02} {random.randrange(100):02}"


def found(persona: Persona, random: Random, today: date) -> list[Stay]:
    """Return what the profile tells of the last two years; the present one ends when the person says to be free."""
    values = people.values_of(people.person(persona.userid))
    rows = [row for row in values.get("experiences", ()) if row.get("start") and row.get("company")]
    if persona.userid in PERSONAS:
        rows = [row for row in rows if row.get("end")]
        client, since, left = PERSONAS[persona.userid]
        begun, end = today - timedelta(since), today + timedelta(left)
        present = [Stay(persona, persona.job, client, city_of(client), begun, end, skills(values), True)]
        rows = [row for row in rows if row["end"] < begun]
    else:
        present = [current(persona, row, values, random, today) for row in rows if not row.get("end")]
    past_rows = [row for row in rows if row.get("end") and row["end"] > today - timedelta(TWO_YEARS)]
    return [*present, *(earlier(persona, row, values) for row in past_rows)]


def current(persona: Persona, row: dict, values: dict, random: Random, today: date) -> Stay:
    free = values.get("available_from") or today + timedelta(120)
    late = free <= today + timedelta(14) and random.random() < 0.6  # the mission ended some weeks ago
    if late:
        person = people.person(persona.userid)
        people.update_profile(person, "availability", {"available_from": today}, actor=persona.userid)
    end = today - timedelta(random.randrange(3, 70)) if late else free - timedelta(days=1)
    start = min(max(row["start"], today - timedelta(TWO_YEARS)), end - timedelta(30))
    return Stay(persona, persona.job, row["company"], row["place"], start, end, tuple(row["skills"]), not late)


def earlier(persona: Persona, row: dict, values: dict) -> Stay:
    start = min(row["start"], row["end"] - timedelta(30))
    return Stay(persona, persona.job, row["company"], row["place"], start, row["end"], tuple(row["skills"]), False)


def skills(values: dict) -> tuple[str, ...]:
    return tuple(row["skill"] for row in values.get("skills", ())[:4])


def city_of(client: str) -> str:
    known = {name: city for name, _sector, city in company.CLIENTS}
    return known.get(client) or next(city for name, _s, city, _c in texts.MORE_CLIENTS if name == client)


def at(day: date) -> datetime:
    return datetime.combine(day, time(9), UTC)


def note_site(stay: Stay) -> None:
    """Let the person's page name the client's site where they work, unless nobody may know."""
    confidential = any(name == stay.client and hidden for name, _s, _c, hidden in texts.MORE_CLIENTS)
    person = people.person(stay.persona.userid)
    values = {"client_site": "" if confidential else stay.client, "city": stay.city}
    people.update_profile(person, "contact", values, actor=stay.persona.userid)


def mission(site, stay: Stay, uids: dict[str, str], random: Random, today: date):
    """Create one mission, before its first day; it was extended as often as half years went by."""
    ends = [stay.start + timedelta(PERIOD * number) for number in range(1, 5)]
    ends = [day for day in ends if day < stay.end - timedelta(45)] + [stay.end]
    starts = [stay.start, *(day + timedelta(days=1) for day in ends[:-1])]
    rows = [
        {"userid": stay.persona.userid, "start": start, "end": end, "share": 100, "confirmed": True}
        for start, end in zip(starts, ends, strict=True)
    ]
    rate = 420 + 20 * random.randrange(0, 15)
    objectives = texts.OBJECTIVES[stay.persona.unit]
    with past.at(site, at(min(stay.start - timedelta(20), today))):
        return missions.create_mission(
            actor=SALES,
            accept=True,
            title=stay.title,
            client=uids[stay.client],
            consultants=rows,
            place=stay.city,
            remote=random.choice(("no", "partly", "partly", "full")),
            contact=random.choice(texts.CONTACTS)[0],
            context=random.choice(texts.CONTEXTS),
            skills=list(stay.skills),
            objectives=[{"objective": one, "mark": None} for one in random.sample(objectives, k=2)],
            rate=money(rate),
            cost=money(rate * random.choice((0.62, 0.66, 0.7, 0.74))),
            orders=[order(number, row, rate) for number, row in enumerate(rows, random.randrange(100, 900))],
        )


def order(number: int, row: dict, rate: int) -> dict:
    days = max(1, round((row["end"] - row["start"]).days * 5 / 7))
    reference = f"BC-{row['start'].year}-{number:04}"
    return {"reference": reference, "amount": money(rate * days), "start": row["start"], "end": row["end"]}


def changed(site, running: list, uids: dict[str, str], random: Random, today: date) -> None:
    """Let one end early, somebody take over in another, two have a forecast, and one be planned."""
    others = [pair for pair in running if pair[0].persona.userid not in PERSONAS and (pair[0].end - today).days > 60]
    with past.at(site, at(today - timedelta(9))):
        stay, thing = others[0]
        day, reason = today + timedelta(20), texts.REASONS[0]
        missions.end_early(thing, stay.persona.userid, actor=SALES, revision=thing.revision, day=day, reason=reason)
        stay, thing = others[1]
        by = next(one.userid for one in missions.on_bench(today) if one.userid not in PERSONAS)
        values = {"day": today + timedelta(10), "reason": texts.REPLACED, "revision": thing.revision, "accept": True}
        missions.replace_by(thing, stay.persona.userid, by, actor=SALES, **values)
        for stay, thing in [pair for pair in running if 0 < (pair[0].end - today).days < 40][:3]:
            end = stay.end + timedelta(120)
            who = stay.persona.userid
            missions.extend(thing, who, actor=SALES, revision=thing.revision, end=end, confirmed=False, accept=True)
    waiting = [one.userid for one in missions.on_bench(today) if one.userid != by]
    if waiting:
        person = people.account(waiting[0])
        row = {"userid": person.userid, "start": today + timedelta(12), "end": today + timedelta(190), "share": 80}
        missions.create_mission(
            actor=SALES, title=person.job, client=uids["Laboratoires Orsenne"], place="Lyon",
            consultants=[row | {"confirmed": True}], rate=money(560), cost=money(390),
        )  # fmt: skip


def ended(site, past_ones: list, today: date) -> None:
    """Let both sides say how the last two went; of the third only the consultant has, the others wait."""
    recent = sorted((pair for pair in past_ones if (today - pair[0].end).days < 80), key=lambda pair: pair[0].end)
    for number, (stay, thing) in enumerate(recent[:3]):
        userid, manager = stay.persona.userid, missions.account_manager(thing.client)
        marks, words, their_marks, their_words = texts.SAID[number % 2]
        with past.at(site, at(min(stay.end + timedelta(5), today))):
            missions.evaluate(thing, userid, missions.CONSULTANT, marks, words, actor=userid, revision=0)
            missions.tick(thing, userid, "documents", True, actor=userid)
            missions.tick(thing, userid, "equipment", True, actor=userid)
            if number < 2 and manager:
                missions.evaluate(thing, userid, missions.ACCOUNT, their_marks, their_words, actor=manager, revision=1)
                missions.tick(thing, userid, "cv", True, actor=userid)


def money(value: float):
    """Return an amount to the cent."""
    return Decimal(str(round(value, 2))).quantize(Decimal("0.01"))
