"""The criteria as the page shows them: the fields of the form, and chips that take one away."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory import vocabularies as words
from bluegether.core.directory.browser.page import Page
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from functools import cached_property


class Filters(Page):
    """Reads the criteria of the address once."""

    @cached_property
    def criteria(self) -> Criteria:
        return directory.checked(self.request.form)

    @cached_property
    def sort(self) -> str:
        return directory.sorting(self.request.form)

    @cached_property
    def view(self) -> str:
        return self.choice("view", words.VIEWS) or "faces"

    def address(self, criteria: Criteria | None = None, **more: str) -> str:
        """Return the address of a search; by default this one. Order and view stay."""
        shown = {"sort": self.sort, "view": "" if self.view == "faces" else self.view} | more
        found = directory.query(self.criteria if criteria is None else criteria, **shown)
        return f"{self.directory_url}?{found}" if found else self.directory_url

    @property
    def query(self) -> str:
        """Return the criteria and the order as exports take them."""
        return directory.query(self.criteria, sort=self.sort)

    def hidden(self, *names: str) -> list[tuple[str, str]]:
        """Return what a form carries along: criteria that it has no field for, order and view."""
        carried = [("view", self.view)] if self.view != "faces" else []
        carried += [("sort", self.sort)] if self.sort else []
        return [pair for pair in directory.pairs(self.criteria) if pair[0] in names] + carried

    def orders(self) -> list[dict]:
        """Return the orders; the usual one is relevance when there is something to be relevant to, else the name."""
        usual = "relevance" if self.criteria.text or self.criteria.skills else "name"
        current = self.sort or usual
        names = [name for name in words.SORTS if name != "relevance" or "relevance" in (usual, current)]
        return [
            {
                "title": words.SORTS[name],
                "url": self.address(sort="" if name == usual else name),
                "current": "true" if name == current else None,
            }
            for name in names
        ]

    def views(self) -> list[dict]:
        """Return faces and list."""
        return [
            {
                "title": title,
                "icon": {"faces": "grid-3x3-gap-fill", "list": "list-ul"}[name],
                "url": self.address(view="" if name == "faces" else name),
                "current": "true" if name == self.view else None,
            }
            for name, title in words.VIEWS.items()
        ]

    def selects(self) -> list[dict]:
        """Return the fields with a choice."""
        units = sorted(people.units().items(), key=lambda pair: pair[1])
        return [
            self._select("unit", _("Unit"), units),
            self._select("remote", _("Remote work"), words.REMOTES.items()),
            self._select("share", _("Share of full time"), words.SHARES.items()),
            self._select("language", _("Language"), self.languages()),
            self._select("language_level", _("Level of the language"), words.LANGUAGE_LEVELS.items()),
            self._select("kind", _("Kind of account"), self._kinds()),
            self._select("employment", _("Employment"), words.EMPLOYMENTS.items()),
        ]

    def texts(self) -> list[dict]:
        """Return the fields for words that people write themselves, with those that the reader may know."""
        fields = (
            ("place", _("Place"), ("city", "place")),
            ("client", _("Client’s site"), ("client_site",)),
            ("certification", _("Certification"), ("certification",)),
        )
        return [
            {
                "name": name,
                "title": title,
                "value": getattr(self.criteria, name),
                "known": self._known(facets),
            }
            for name, title, facets in fields
        ]

    def levels(self) -> list[tuple]:
        return list(words.LEAST.items())

    def languages(self) -> list[tuple[str, str]]:
        """Return the languages that somebody speaks, as far as the reader may know."""
        codes = [value for value, _title in directory.written(self.userid, "language", 100)]
        codes += [self.criteria.language] if self.criteria.language and self.criteria.language not in codes else []
        return sorted(((code, self.language_title(code)) for code in codes), key=lambda pair: pair[1])

    def language_title(self, code: str) -> str:
        """Return the name of a language in the reader's language."""
        return self.language_names.get(code, code)

    @cached_property
    def language_names(self) -> dict[str, str]:
        names = self.request.locale.displayNames.languages or {}
        return {code: name[:1].upper() + name[1:] for code, name in names.items()}

    def chips(self) -> list[dict]:
        """Return what narrows the search, each with the address without it."""
        found = [
            self._chip(name, say(self, getattr(self.criteria, name)))
            for name, say in SAID.items()
            if getattr(self.criteria, name)
        ]
        for pair in self.criteria.skills:
            found.append(self._chip("skills", self._skill(pair), pair))
        return found

    def _chip(self, name: str, text, value=None) -> dict:
        return {"label": LABELS[name], "text": text, "url": self.address(directory.less(self.criteria, name, value))}

    def _skill(self, pair: tuple[str, int]) -> str:
        title = skills.title(pair[0])
        return title if pair[1] == 1 else f"{title} ≥ {pair[1]}"

    def _select(self, name: str, title, options) -> dict:
        value, options = str(getattr(self.criteria, name) or ""), list(options)
        options += [(value, value)] if value and value not in dict(options) else []
        found = [
            {"value": key, "title": said, "selected": "selected" if key == value else None} for key, said in options
        ]
        return {"name": name, "title": title, "options": found, "value": value}

    def _kinds(self) -> list[tuple]:
        view = directory.view_of(self.userid)
        kinds = {value for value, _title in view.values("kind")} if view is not None else set()
        return [(kind, title) for kind, title in words.KINDS.items() if kind in kinds or kind == self.criteria.kind]

    def _known(self, facets: tuple[str, ...]) -> list[str]:
        found = {value: title for facet in facets for value, title in directory.written(self.userid, facet)}
        return [found[value] for value in sorted(found)]


LABELS = {
    "text": _("Search"),
    "unit": _("Unit"),
    "kind": _("Kind of account"),
    "employment": _("Employment"),
    "place": _("Place"),
    "client": _("Client’s site"),
    "available": _("Available by"),
    "share": _("Share of full time"),
    "remote": _("Remote work"),
    "language": _("Language"),
    "language_level": _("Level of the language"),
    "certification": _("Certification"),
    "expert": _("Recognised expert"),
    "since": _("Arrived since"),
    "skills": _("Skill"),
}


def _same(_page, value) -> str:
    return value


def _from(titles: dict):
    return lambda _page, value: titles.get(str(value), value)


# Criterion -> how its value is said.
SAID = {
    "text": _same,
    "unit": lambda page, value: page.unit_title(value),
    "kind": _from(words.KINDS),
    "employment": _from(words.EMPLOYMENTS),
    "place": _same,
    "client": _same,
    "available": lambda page, value: page.day(value),
    "share": lambda _page, value: f"≥ {value} %",
    "remote": _from(words.REMOTES),
    "language": lambda page, value: page.language_title(value),
    "language_level": _from(words.LANGUAGE_LEVELS),
    "certification": _same,
    "expert": lambda page, value: page.skill_title(value),
    "since": lambda page, value: page.day(value),
}
