"""What there is to say of a person: what the maker may see, and what must not be read whoever may see it."""

from bluegether.core.dossiers.api.letterhead import PHOTO_SIDE
from bluegether.core.dossiers.api.letterhead import plain_picture
from bluegether.core.dossiers.api.letterhead import setting
from bluegether.core.dossiers.api.masking import folded
from bluegether.core.dossiers.api.masking import Mask
from bluegether.core.dossiers.api.masking import Name
from bluegether.core.dossiers.api.words import as_day
from bluegether.core.dossiers.api.words import Words
from bluegether.core.dossiers.interfaces import IExperienceSource
from bluegether.core.dossiers.interfaces import Told
from bluegether.core.kit import found
from bluegether.core.kit.clock import today
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPerson
from datetime import date
from hashlib import sha256
from zope.component import adapter
from zope.component import getAdapters
from zope.interface import implementer


@implementer(IExperienceSource)
@adapter(IPerson)
class ProfileExperiences:
    """The experiences of the person's own profile: the first source."""

    def __init__(self, person):
        self.person = person

    def experiences(self, reader: str) -> list[Told]:
        rows = people.shown(self.person, reader).get("experiences") or ()
        found = {}
        for row in rows:
            told = self.told(row)
            while told.key in found:
                told = Told(**(vars(told) | {"key": f"{told.key}-2"[:40]}))
            found[told.key] = told
        return list(found.values())

    def confidential(self) -> list[tuple[str, str]]:
        rows = people.values_of(self.person).get("experiences") or ()
        return [(row.get("company") or "", row.get("sector") or "") for row in rows if row.get("client_confidential")]

    def told(self, row: dict) -> Told:
        """Return a row as what it tells. The key says nothing of the client: it is read in addresses."""
        texts = {name: row.get(name) or "" for name in ("title", "company", "sector", "place", "description")}
        start, end = as_day(row.get("start")), as_day(row.get("end"))
        sign = "|".join((texts["title"], str(start), str(end), texts["description"]))
        return Told(
            key=f"profile-{sha256(sign.encode()).hexdigest()[:10]}",
            confidential=bool(row.get("client_confidential")),
            start=start,
            end=end,
            skills=tuple(row.get("skills") or ()),
            **texts,
        )


def sources(person) -> list:
    """Return every room's experiences of a person."""
    return [source for _name, source in sorted(getAdapters((person,), IExperienceSource))]


@implementer(IExperienceSource)
@adapter(IPerson)
class MissionExperiences:
    """The missions that the company knows of: role, client, dates, place, context, skills used; no amount, no contact.

    A mission that the person has written up in their own words (same client, days in common) is told by the profile.
    """

    def __init__(self, person):
        self.person = person
        self.userid = person.getId()

    def experiences(self, reader: str) -> list[Told]:
        seen = [one.uid for one in missions.missions_of(self.userid, reader=reader) if one.whole]
        told = filter(None, (self.told(missions.record(uid)) for uid in seen))
        own = ProfileExperiences(self.person).experiences(reader)
        return [one for one in told if not any(_same(one, other) for other in own)]

    def confidential(self) -> list[tuple[str, str]]:
        """Return every confidential client of the company: people write of others' clients too."""
        return [(client.title, client.sector) for client in missions.clients() if client.confidential]

    def told(self, record) -> Told | None:
        """Return a mission as it is told, None before its first confirmed day."""
        day = today()
        mine = [one for other, one in record.periods if other == self.userid and one.confirmed and one.start <= day]
        content = found.anything(record.uid)
        if not mine or content is None:
            return None
        client, end = missions.client(record.client), max(one.end for one in mine)
        return Told(
            key=f"missions-{record.uid[:31]}",
            title=record.title,
            company=client.title if client is not None else "",
            confidential=client is None or client.confidential,
            sector=client.sector if client is not None else "",
            start=min(one.start for one in mine),
            end=None if end >= day else end,
            place=record.place,
            description=content.context or "",
            skills=record.skills,
        )


def _same(mission: Told, own: Told) -> bool:
    """Return whether both tell of the same work: the same client, and days in common."""
    if not own.company or folded(mission.company)[0].strip() != folded(own.company)[0].strip():
        return False
    return (own.start or date.min) <= (mission.end or date.max) and (mission.start <= (own.end or date.max))


def experiences(person, reader: str) -> list[Told]:
    """Return what the reader may see, what runs or ended last first."""
    told = [one for source in sources(person) for one in source.experiences(reader)]
    return sorted(told, key=lambda one: (one.end or date.max, one.start or date.min), reverse=True)


def confidential_clients(person) -> dict[str, tuple[str, str]]:
    """Return folded name -> (name, sector): the person's own confidential clients, and the company's."""
    found = {}
    for line in setting("confidential_clients") or ():
        name, _bar, sector = line.partition("|")
        found[folded(name)[0].strip()] = (name.strip(), sector.strip())
    for source in sources(person):
        for name, sector in source.confidential():
            key = folded(name)[0].strip()
            found[key] = (name, sector or found.get(key, ("", ""))[1])
    return {key: pair for key, pair in found.items() if key}


def is_confidential(told: Told, clients: dict) -> bool:
    """Return whether this client's name must not be read."""
    return told.confidential or folded(told.company)[0].strip() in clients


def mask(person, words: Words, *, known_as: str = "") -> Mask:
    """Return what takes confidential clients, rates and the employee number out of a text.

    `known_as` is what stands in place of the person's own names, mail and phone in an anonymous dossier, else empty.
    """
    clients = confidential_clients(person)
    sectors = Mask([Name(name, "…") for name, _sector in clients.values()])
    names = [Name(name, words.account(sectors(sector))) for name, sector in clients.values()]
    account = people.account(person.getId())
    if account.matricule:
        names.append(Name(account.matricule, "…", initials=False))
    if known_as:
        names.append(Name(account.fullname, known_as, shortest=2, initials=False))
        names.append(Name(person.getId(), known_as, initials=False))
    return Mask(names, contacts=bool(known_as))


def photo(person, reader: str) -> bytes:
    """Return the person's picture without its metadata, empty when there is none or the reader does not see it."""
    found = people.photo(person, reader)
    return plain_picture(found.large, PHOTO_SIDE) if found is not None else b""
