"""`@@skills-map`: which unit knows what, as a picture made here (SVG) and as a table that says the same."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory import vocabularies as words
from bluegether.core.directory.browser.page import Page
from bluegether.core.skills import api as skills
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


CELL, HEIGHT, LABEL, HEAD = 92, 34, 220, 72  # pixels
SHADES = 6
MAX_LABEL = 30


class SkillsMap(Page):
    """Families of skills first; a family opens into its skills. Only what every member may see is counted."""

    index = ViewPageTemplateFile("skills_map.pt")
    title = _("Map of skills")

    def show(self):
        asked = self.text("skill", 100)
        self.skill = skills.current(asked)
        if asked and not self.skill:
            return self.refuse_skill(asked)
        self.level = self.choice("level", ("1", "2", "3", "4")) or "1"
        return self.page()

    def refuse_skill(self, asked: str):
        # The same refusal as for a filter of the directory.
        return directory.checked({"skill": asked})

    @cached_property
    def map(self):
        return directory.skills_map(self.skill, level=int(self.level))

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@skills-map"

    @property
    def fewest(self) -> int:
        return directory.FEWEST

    def levels(self) -> list[dict]:
        return [
            {
                "value": str(level),
                "title": words.LEAST[str(level)],
                "selected": "selected" if str(level) == self.level else None,
            }
            for level in words.LEVELS
        ]

    def path(self) -> list[dict]:
        """Return the way down to the skill of this page."""
        ids = [*reversed(skills.ancestors(self.skill)), self.skill] if self.skill else []
        return [{"title": skills.title(one), "url": self.address(one)} for one in ids]

    def address(self, skill_id: str = "") -> str:
        asked = {"skill": skill_id, "level": self.level if self.level != "1" else ""}
        found = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.url}?{found}" if found else self.url

    def row_url(self, row) -> str:
        """Return where a row leads: into its skills, or to the people who have the skill."""
        return self.address(row.skill_id) if row.opens else self.people_url(row.skill_id)

    def people_url(self, skill_id: str, unit: str = "") -> str:
        asked = {"unit": unit, "skill": f"{skill_id}:{self.level}" if self.level != "1" else skill_id}
        return f"{self.directory_url}?{urlencode({name: value for name, value in asked.items() if value})}"

    def size(self) -> tuple[int, int]:
        return LABEL + CELL * len(self.map.units), HEAD + HEIGHT * len(self.map.rows)

    def heads(self) -> list[dict]:
        """Return the titles of the columns, on at most three lines."""
        return [
            {"x": LABEL + CELL * place + CELL // 2, "lines": self.lines(title, LABEL + CELL * place + CELL // 2)}
            for place, (_unit, title) in enumerate(self.map.units)
        ]

    def lines(self, title: str, x: int) -> list[dict]:
        found: list[str] = []
        for word in title.split():
            if found and len(found[-1]) + len(word) < 13:
                found[-1] += f" {word}"
            else:
                found.append(word)
        found = [line if len(line) < 15 else f"{line[:13]}…" for line in found[:3]]
        return [
            {"text": line, "x": x, "y": HEAD - 12 - 15 * (len(found) - 1 - place)} for place, line in enumerate(found)
        ]

    def drawn(self) -> list[dict]:
        """Return the rows as they are drawn."""
        return [
            {
                "title": row.title if len(row.title) <= MAX_LABEL else f"{row.title[: MAX_LABEL - 1]}…",
                "y": HEAD + HEIGHT * line,
                "text_y": HEAD + HEIGHT * line + HEIGHT // 2 + 5,
                "cells": [self.cell(line, place, count) for place, count in enumerate(row.counts)],
            }
            for line, row in enumerate(self.map.rows)
        ]

    def cell(self, line: int, place: int, count: int | None) -> dict:
        shade = 0 if count is None else max(1, -(-count * SHADES // self.map.most))
        x, y = LABEL + CELL * place, HEAD + HEIGHT * line
        return {
            "x": x + 2,
            "y": y + 2,
            "width": CELL - 4,
            "height": HEIGHT - 4,
            "css": f"heat heat-{shade}",
            "ink": f"heat-ink-{shade}",
            "count": "" if count is None else str(count),
            "text_x": x + CELL // 2,
            "text_y": y + HEIGHT // 2 + 5,
        }
