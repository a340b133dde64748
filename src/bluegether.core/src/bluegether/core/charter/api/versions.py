"""What the charter says: versions, articles, readings, the company's engagements."""

from bluegether.core import _
from bluegether.core.charter.interfaces import COMPANY
from bluegether.core.charter.interfaces import ICharterVersion
from bluegether.core.charter.interfaces import MEMBER
from bluegether.core.charter.interfaces import STATES
from bluegether.core.charter.storage import Charters
from bluegether.core.charter.storage import KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.chain import canonical
from bluegether.core.kit.chain import sha256
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from dataclasses import dataclass
from datetime import datetime
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.base.interfaces import IPloneSiteRoot
from plone.dexterity.utils import createContentInContainer
from zope.component.hooks import getSite
from zope.interface import Invalid as SchemaInvalid
from zope.schema import getFieldsInOrder
from zope.schema import ValidationError
import json


NOTE_LENGTH = 500


@dataclass(frozen=True)
class Article:
    """One article as a reader sees it; `state`, `note`, `updated` belong to the company's commitments."""

    number: int
    title: str
    text: str
    commitment: str
    state: str = ""
    note: str = ""
    updated: datetime | None = None


@dataclass(frozen=True)
class Reading:
    """The exact text of a version in one language; `sha256` is what a signature names."""

    title: str
    label: str
    language: str
    articles: tuple[Article, ...]
    sha256: str

    def half(self, commitment: str) -> list[Article]:
        """Return the articles of the company or of the member."""
        return [article for article in self.articles if article.commitment == commitment]

    @property
    def company(self) -> list[Article]:
        return self.half(COMPANY)

    @property
    def member(self) -> list[Article]:
        return self.half(MEMBER)


def charters() -> Charters | None:
    """Return the room's storage, or None before its first write."""
    here = getSite()  # the portal itself in a request; `api.portal.get` walks to it and costs the gate too much
    return stored(here if IPloneSiteRoot.providedBy(here) else api.portal.get(), KEY)


def create_charter(title: str, *, container=None, charter_id: str = "charte"):
    """Create a charter, which holds versions, in the site (or the container) and return it."""
    container = container if container is not None else api.portal.get()
    return createContentInContainer(container, "Charter", checkConstraints=False, title=title, id=charter_id)


def create_version(charter, **values):
    """Create a draft in the charter from the fields of ICharterVersion and return it; raise Invalid for bad values.

    Rows of `articles` need number, title, text and commitment; state and note are optional.
    """
    rows = [{"state": "not_yet", "note": ""} | row for row in values.get("articles", [])]
    version = createContentInContainer(
        charter, "CharterVersion", checkConstraints=False, **(values | {"articles": rows})
    )
    validate(version)
    return version


def revise(charter, **values):
    """Create a draft in the charter from the version in force (from nothing without one) and return it.

    Its label is the next number that no version has. Raises Invalid as `create_version` does.
    """
    base = version_in_force()
    taken = {version.label for version in charter.objectValues("Dexterity Item")} | set(charter.objectIds())
    label = next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
    rows = {name: [dict(row) for row in getattr(base, name, None) or []] for name in ("articles", "articles_en")}
    return create_version(charter, **({"label": label} | rows | values))


def validate(version) -> None:
    """Raise Invalid when a field or a rule of ICharterVersion is not met."""
    for name, field in getFieldsInOrder(ICharterVersion):
        try:
            field.bind(version).validate(getattr(version, name))
        except ValidationError as error:
            raise Invalid(_reason(error), field=name) from None
    try:
        ICharterVersion.validateInvariants(version)
    except SchemaInvalid as error:
        raise Invalid(error.args[0], field="articles") from None


def _reason(error: ValidationError):
    """Return what a person can understand of a field's error: the innermost one's message."""
    inner = getattr(error, "errors", None) or next((item for item in error.args if isinstance(item, list)), ())
    return _reason(inner[0]) if inner and isinstance(inner[0], ValidationError) else error.doc()


def main_language() -> str:
    """Return the language of `articles`: the site's default."""
    return (api.portal.get_registry_record("plone.default_language", default="fr") or "fr")[:2]


def languages(version) -> list[str]:
    """Return the languages that a version is worded in, the main one first."""
    main = main_language()
    return [main, "en"] if version.articles_en and main != "en" else [main]


def text_of(version, language: str) -> str:
    """Return the version's canonical text: all that a person signs, nothing that may change afterwards."""
    wordings = {row["number"]: row for row in version.articles_en or []} if language != main_language() else {}
    articles = [
        {
            "number": row["number"],
            "commitment": row["commitment"],
            "title": wordings.get(row["number"], row)["title"],
            "text": wordings.get(row["number"], row)["text"].replace("\r\n", "\n"),
        }
        for row in sorted(version.articles, key=lambda row: row["number"])
    ]
    title = version.__parent__.title
    return canonical({"charter": title, "version": version.label, "language": language, "articles": articles})


def reading_of(version, language: str = "") -> Reading:
    """Return a version's text in this language, or else in its main one."""
    spoken = languages(version)
    return parsed(text_of(version, language if language in spoken else spoken[0]))


def reading_of_text(text_hash: str) -> Reading:
    """Return a text that was signed, even when its version is gone; raise Missing when none has this hash."""
    kept = charters()
    if kept is None or text_hash not in kept.texts:
        raise Missing(_("No text of the charter has this hash."))
    return parsed(kept.texts[text_hash])


def parsed(text: str) -> Reading:
    """Return the reading that a canonical text holds."""
    data = json.loads(text)
    articles = tuple(Article(**row) for row in data["articles"])
    return Reading(data["charter"], data["version"], data["language"], articles, sha256(text))


def reading(language: str = "") -> Reading | None:
    """Return the text in force in this language, or else in its main one; None without a charter in force.

    It is the text as it came into force, whatever became of the version since.
    """
    kept = charters()
    if kept is None or kept.current is None:
        return None
    texts = kept.current.texts
    return parsed(kept.texts[texts.get(language) or next(iter(texts.values()))])


def languages_in_force() -> list[str]:
    """Return the languages that the charter in force is worded in, the main one first."""
    kept = charters()
    return list(kept.current.texts) if kept is not None and kept.current is not None else []


def in_force_since() -> datetime | None:
    """Return when the version in force came into force, or None."""
    kept = charters()
    return kept.current.since if kept is not None and kept.current is not None else None


def version_in_force():
    """Return the version in force, unrestricted, or None."""
    kept = charters()
    if kept is None or kept.current is None:
        return None
    return uuidToObject(kept.current.version, unrestricted=True)


def article(number: int, language: str = "") -> Article:
    """Return article N of the version in force; raise Missing when there is none."""
    text = reading(language)
    for found in text.articles if text else ():
        if found.number == number:
            return found
    raise Missing(_("The charter in force has no article ${number}.", mapping={"number": number}))


def engagements(language: str = "") -> list[Article]:
    """Return the company's half of the charter in force, each article with its state, note and last change."""
    text, version = reading(language), version_in_force()
    if text is None:
        return []
    rows = {row["number"]: row for row in version.articles} if version is not None else {}
    updates = charters().updates
    return [_engagement(found, rows.get(found.number, {}), updates) for found in text.company]


def _engagement(found: Article, row: dict, updates) -> Article:
    moment, _userid = updates.get((charters().current.version, found.number), (charters().current.since, ""))
    return Article(
        found.number,
        found.title,
        found.text,
        found.commitment,
        state=row.get("state") or "not_yet",
        note=row.get("note") or "",
        updated=moment,
    )


def update_commitments(version, states: dict[int, tuple[str, str]], *, userid: str) -> None:
    """Set state and note of the company's commitments, by article number, in the version in force.

    What was signed stays as it is. Raises Conflict when the version is not in force, Invalid for a bad state or note.
    """
    kept = charters()
    if kept is None or kept.current is None or kept.current.version != api.content.get_uuid(version):
        raise Conflict(_("Only the version in force has commitments to follow."))
    for state, note in states.values():
        _check_state(state, note)
    rows = [dict(row) for row in version.articles]
    for row in rows:
        if row["commitment"] == COMPANY and row["number"] in states:
            _update(row, states[row["number"]], (kept.current.version, row["number"]), userid)
    version.articles = rows
    version.reindexObject()


def _check_state(state: str, note: str) -> None:
    if state not in STATES:
        raise Invalid(_("${state} is no state of a commitment.", mapping={"state": state}), field="state")
    if len(note) > NOTE_LENGTH:
        raise Invalid(_("A note has at most ${max} characters.", mapping={"max": NOTE_LENGTH}), field="note")


def _update(row: dict, values: tuple[str, str], key: tuple, userid: str) -> None:
    if (row.get("state"), row.get("note") or "") == values:
        return
    row["state"], row["note"] = values
    store(api.portal.get(), KEY, Charters).updates[key] = (now(), userid)
