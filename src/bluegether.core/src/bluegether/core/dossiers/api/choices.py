"""What somebody chooses of a dossier, read from a form, an address or JSON; every way in checks here."""

from bluegether.core import _
from bluegether.core.dossiers.api.words import LANGUAGES
from bluegether.core.dossiers.api.words import SECTIONS
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.rules import check_text
from dataclasses import dataclass
import re


NAMINGS = ("name", "initials", "reference")
MAX_EXPERIENCES = 60
MAX_TARGET, MAX_COVER, MAX_REFERENCE = 120, 600, 40
KEY = re.compile(r"[a-z0-9-]{1,40}\Z")
YES = frozenset({"1", "on", "true", "yes", "True"})


@dataclass(frozen=True)
class Choices:
    """`experiences` None means all of them; `photo` and `contact` count only with the name."""

    language: str = "fr"
    naming: str = "name"
    reference: str = ""
    sections: tuple[str, ...] = tuple(SECTIONS)
    experiences: tuple[str, ...] | None = None
    target: str = ""
    cover: str = ""
    photo: bool = False
    contact: bool = False

    @property
    def anonymous(self) -> bool:
        return self.naming != "name"

    def query(self) -> dict[str, str]:
        """Return them as `read` takes them, for addresses and hidden fields."""
        flags = {name: "1" for name in ("photo", "contact") if getattr(self, name)}
        texts = {name: getattr(self, name) for name in ("reference", "target", "cover") if getattr(self, name)}
        found = {"language": self.language, "naming": self.naming, "sections": ",".join(self.sections)}
        if self.experiences is not None:
            found["experiences"] = ",".join(self.experiences)
        return found | texts | flags


def read(form, *, language: str = "fr") -> Choices:
    """Return what a form chooses; raise Invalid, naming the field.

    `sections` and `experiences` are lists, or texts with commas. A number `order_<name>` puts them in order. A form
    that shows all choices sends `chosen`: nothing ticked then means none.
    """
    everything = None if not form.get("chosen") else ()
    sections = _listed(form, "sections", everything)
    experiences = _listed(form, "experiences", everything)
    return Choices(
        language=_one_of(form, "language", LANGUAGES, language if language in LANGUAGES else "en"),
        naming=_one_of(form, "naming", NAMINGS, "name"),
        reference=_text(form, "reference", MAX_REFERENCE),
        sections=tuple(SECTIONS) if sections is None else _sections(sections),
        experiences=None if experiences is None else _experiences(experiences),
        target=_text(form, "target", MAX_TARGET),
        cover=_text(form, "cover", MAX_COVER, lines=True),
        photo=_flag(form, "photo"),
        contact=_flag(form, "contact"),
    )


def _text(form, name: str, maximum: int, *, lines: bool = False) -> str:
    value = form.get(name) or ""
    if not isinstance(value, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    value = value.replace("\r\n", "\n").strip()
    check_text(value, field=name, maximum=maximum, lines=lines)
    return value


def _flag(form, name: str) -> bool:
    value = form.get(name, False)
    return value is True or str(value) in YES


def _one_of(form, name: str, known, default: str) -> str:
    value = form.get(name) or default
    if not isinstance(value, str) or value not in known:
        raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    return value


def _listed(form, name: str, default) -> tuple[str, ...] | None:
    value = form.get(name)
    if value is None:
        return default
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list | tuple) or not all(isinstance(part, str) for part in parts):
        raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    parts = [part.strip() for part in parts if part.strip()]
    return tuple(sorted(dict.fromkeys(parts), key=lambda part: _place(form, part)))


def _place(form, name: str) -> int:
    value = form.get(f"order_{name}") or "0"
    try:
        return max(-999, min(int(value), 999))
    except (TypeError, ValueError):
        raise Invalid(_("The order is a whole number."), field=f"order_{name}") from None


def _sections(names: tuple[str, ...]) -> tuple[str, ...]:
    if not set(names) <= set(SECTIONS):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "sections"}), field="sections")
    return names


def _experiences(keys: tuple[str, ...]) -> tuple[str, ...]:
    if len(keys) > MAX_EXPERIENCES:
        message = _("Choose at most ${maximum} experiences.", mapping={"maximum": MAX_EXPERIENCES})
        raise Invalid(message, field="experiences")
    if not all(KEY.match(key) for key in keys):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "experiences"}), field="experiences")
    return keys
