"""From a person and choices to a dossier: everything that may be read, and nothing else."""

from bluegether.core import _
from bluegether.core.dossiers.api import gathering
from bluegether.core.dossiers.api.choices import Choices
from bluegether.core.dossiers.api.choices import MAX_EXPERIENCES
from bluegether.core.dossiers.api.letterhead import letterhead
from bluegether.core.dossiers.api.model import Dossier
from bluegether.core.dossiers.api.model import Experience
from bluegether.core.dossiers.api.model import Family
from bluegether.core.dossiers.api.model import Line
from bluegether.core.dossiers.api.model import Paragraph
from bluegether.core.dossiers.api.model import Section
from bluegether.core.dossiers.api.model import Skill
from bluegether.core.dossiers.api.rules import checked_person
from bluegether.core.dossiers.api.words import as_day
from bluegether.core.dossiers.api.words import ENVIRONMENT
from bluegether.core.dossiers.api.words import LABEL
from bluegether.core.dossiers.api.words import OTHER_SKILLS
from bluegether.core.dossiers.api.words import SECTIONS
from bluegether.core.dossiers.api.words import Words
from bluegether.core.dossiers.interfaces import Told
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
import re


MAX_CHARACTERS = 150_000
POINT = re.compile(r"\s*(?:[-*•·–▪]|\d{1,2}[.)])\s+")
# What somebody is reached by, in this order; where they work at present is not for other clients.
CONTACT = ("email", "mobile", "phone", "city")


def build(userid: str, choices: Choices, *, maker: str) -> Dossier:
    """Return the dossier as this maker may make it. Raises Missing, NotAllowed, Invalid for what cannot be chosen."""
    person = checked_person(userid, maker)
    return Builder(person, choices, maker).dossier()


def offered(userid: str, *, maker: str, language: str) -> list[Experience]:
    """Return every experience that this maker may choose, masked, in the order of time."""
    person = checked_person(userid, maker)
    builder = Builder(person, Choices(language=language), maker)
    return [builder.experience(told) for told in builder.told]


def initials(fullname: str) -> str:
    """Return `S. G.` for Sofia Garnier."""
    words = re.split(r"[\s’'-]+", fullname)
    return " ".join(f"{word[0].upper()}." for word in words if word and word[0].isalnum()) or "–"


def reference(person) -> str:
    """Return a number that names the person to the company alone: it is drawn, not made of anything about them."""
    return f"DC-{person.UID()[:6].upper()}"


class Builder:
    """One person's dossier on its way."""

    def __init__(self, person, choices: Choices, maker: str):
        self.person, self.choices, self.maker = person, choices, maker
        self.words = Words(choices.language)
        self.shown = people.shown(person, maker)
        self.known_as = self._known_as()
        self.clients = gathering.confidential_clients(person)
        self.mask = gathering.mask(person, self.words, known_as=self.known_as)
        self.told = gathering.experiences(person, maker)
        self.today = local(now()).date()

    def _known_as(self) -> str:
        """Return what stands in place of the person's name, empty when it is the name itself."""
        if self.choices.naming == "initials":
            return initials(self.shown["fullname"])
        plain = gathering.mask(self.person, self.words, known_as="…")
        chosen = plain(self.choices.reference) or reference(self.person)
        return chosen if self.choices.naming == "reference" else ""

    def dossier(self) -> Dossier:
        """Return the whole."""
        made = Dossier(
            language=self.choices.language,
            anonymous=self.choices.anonymous,
            label=self.words.say(LABEL),
            name=self.known_as or self.shown["fullname"],
            made=now(),
            headline=self.mask(self.choices.target or self.shown.get("job") or ""),
            cover=self.mask(self.choices.cover),
            contact=self.contact(),
            sections=tuple(filter(None, map(self.section, self.choices.sections))),
            skills_title=self.words.say(ENVIRONMENT),
            letterhead=letterhead(),
            photo=self.photo(),
        )
        if characters(made) > MAX_CHARACTERS:
            raise Invalid(_("This would be too long: choose fewer experiences."), field="experiences")
        return made

    def contact(self) -> tuple[str, ...]:
        """Return how the person is reached, where that is wanted and they are named."""
        if not self.choices.contact or self.choices.anonymous:
            return ()
        return tuple(self.mask(self.shown[name]) for name in CONTACT if self.shown.get(name))

    def photo(self) -> bytes:
        """Return the picture, where it is wanted, the person is named and the maker sees it."""
        wanted = self.choices.photo and not self.choices.anonymous
        return gathering.photo(self.person, self.maker) if wanted else b""

    def section(self, kind: str) -> Section | None:
        """Return one section, None when there is nothing to say."""
        found = getattr(self, f"_{kind}")()
        return Section(kind, self.words.say(SECTIONS[kind]), **found) if any(found.values()) else None

    def _profile(self) -> dict:
        return {"text": paragraphs(self.mask(self.shown.get("biography") or ""))}

    def _skills(self) -> dict:
        families: dict[str, list[Skill]] = {}
        for row in self.shown.get("skills") or ():
            skill_id = skills.current(row["skill"]) or row["skill"]
            family = (skills.ancestors(skill_id) or [""])[-1]
            title = self.skill_title(family) if family else self.words.say(OTHER_SKILLS)
            families.setdefault(title, []).append(self.skill(skill_id, row))
        ordered = sorted(families.items(), key=lambda pair: (-sum(one.level for one in pair[1]), pair[0]))
        if len(ordered) == 1 and ordered[0][0] == self.words.say(OTHER_SKILLS):
            ordered = [("", ordered[0][1])]
        return {"families": tuple(Family(title, tuple(best_first(found))) for title, found in ordered)}

    def skill(self, skill_id: str, row: dict) -> Skill:
        """Return a row of skills as it is shown."""
        level, years, last = row.get("level") or 0, row.get("years"), row.get("last_used")
        parts = [self.words.years(years) if years else "", str(last) if last else ""]
        detail = " · ".join(part for part in parts if part)
        return Skill(self.skill_title(skill_id), level, self.words.skill_level(level), detail)

    def skill_title(self, skill_id: str) -> str:
        return self.mask(skills.title(skill_id, self.choices.language))

    def _experiences(self) -> dict:
        return {"experiences": tuple(self.experience(told) for told in self.chosen())}

    def chosen(self) -> list[Told]:
        """Return the experiences in the order wanted; those that are not there any more are left out."""
        if self.choices.experiences is None:
            return self.told[:MAX_EXPERIENCES]
        known = {told.key: told for told in self.told}
        return [known[key] for key in self.choices.experiences if key in known]

    def experience(self, told: Told) -> Experience:
        """Return one experience as it may be read."""
        hidden = gathering.is_confidential(told, self.clients)
        sector = self.mask(told.sector)
        return Experience(
            key=told.key,
            title=self.mask(told.title),
            client=self.client(told, sector) if hidden else self.mask(told.company),
            period=self.words.period(told.start, told.end, self.today),
            place=self.mask(told.place),
            sector="" if hidden else sector,
            text=paragraphs(self.mask(told.description)),
            skills=tuple(dict.fromkeys(self.skill_title(one) for one in told.skills)),
        )

    def client(self, told: Told, sector: str) -> str:
        """Return what is said of a confidential client."""
        known = self.clients.get(gathering.folded(told.company)[0].strip(), ("", ""))[1]
        return self.words.account(sector or self.mask(known))

    def _certifications(self) -> dict:
        return {"lines": tuple(self.certification(row) for row in self.shown.get("certifications") or ())}

    def certification(self, row: dict) -> Line:
        """Return a certification: who gave it, when, until when."""
        obtained, expires = as_day(row.get("obtained")), as_day(row.get("expires"))
        parts = [self.mask(row.get("issuer") or ""), self.words.month(obtained) if obtained else ""]
        if expires:
            parts.append(self.words.say(_("valid until ${date}"), date=self.words.month(expires)))
        return Line(self.mask(row["title"]), " · ".join(part for part in parts if part))

    def _languages(self) -> dict:
        rows = self.shown.get("languages") or ()
        ordered = sorted(rows, key=lambda row: RANKS.index(row["level"]) if row["level"] in RANKS else len(RANKS))
        lines = (Line(self.words.spoken(row["language"]), self.words.spoken_level(row["level"])) for row in ordered)
        return {"lines": tuple(lines)}


RANKS = ("native", "C2", "C1", "B2", "B1", "A2", "A1")


def best_first(found: list[Skill]) -> list[Skill]:
    """Return skills by level, then by name."""
    return sorted(found, key=lambda skill: (-skill.level, skill.title.casefold()))


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs and points: each line is one; a dash, star or number before it makes it a point."""
    lines = [line.strip() for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    return tuple(_paragraph(line) for line in lines)


def _paragraph(line: str) -> Paragraph:
    mark = POINT.match(line)
    return Paragraph(line[mark.end() :], point=True) if mark else Paragraph(line)


def characters(made: Dossier) -> int:
    """Return how much there is to lay out."""
    total = len(made.cover)
    for section in made.sections:
        total += sum(len(paragraph.text) for paragraph in section.text)
        for experience in section.experiences:
            total += sum(len(paragraph.text) for paragraph in experience.text) + 200
    return total
