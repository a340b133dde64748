"""`@@match-macros`: the explanation of a match as other rooms show it.

    <metal:match use-macro="context/@@match-macros/explained" />      with `match` defined, an `api.Match`

`explained` is everything; `badge` the score alone; `gaps` the missing skills in a line.
"""

from bluegether.core.kit.clock import spoken
from bluegether.core.matching import api as matching
from bluegether.core.people.interfaces import profile
from bluegether.core.skills import api as skills
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


MACROS = ViewPageTemplateFile("macros.pt")
GOOD, FAIR = 75, 50  # scores from which a badge is of another colour


class Fragments(BrowserView):
    """The macros by name, and what they ask for."""

    def __getitem__(self, name: str):
        return MACROS.macros[name]

    def told(self, match: matching.Match) -> dict:
        """Return a match in the reader's words."""
        total = sum(part.weight for part in match.parts) or 1
        return {
            "score": match.score,
            "css": self.css(match.score),
            "missing": [self.skill(fit) for fit in match.missing],
            "parts": [self.part(part, total) for part in match.parts],
            "skills": [self.skill(fit) for fit in match.skills],
            "excluded": match.excluded_by,
            "forecast": [self.stretch(one) for one in match.forecast],
        }

    def css(self, score: int) -> str:
        return "match-good" if score >= GOOD else "match-fair" if score >= FAIR else "match-low"

    def part(self, part, total: int) -> dict:
        most = 100 * part.weight / total
        return {
            "title": part.title,
            "percent": round(100 * part.value),
            "points": self.number(most * part.value),
            "most": self.number(most),
            "why": part.why,
            "known": part.known,
        }

    def skill(self, fit) -> dict:
        return {
            "title": skills.title(fit.skill_id),
            "asked": self.level(fit.asked),
            "own": self.level(fit.own),
            "near": self.level(fit.near) if fit.near and fit.near > fit.own else "",
            "counted": self.number(fit.counted),
            "of": fit.asked,
            "required": fit.required,
            "missing": fit.missing,
            "below": not fit.missing and fit.counted < fit.asked,
        }

    def stretch(self, one) -> dict:
        return {"start": spoken(one.start), "end": spoken(one.end), "share": one.share}

    def level(self, number: int) -> str:
        return profile.LEVELS.getTerm(number).title if number else ""

    def number(self, value: float) -> str:
        """Return the number with at most one decimal, as the reader's language writes it."""
        text = f"{value:.1f}".removesuffix(".0")
        return text.replace(".", ",") if api.portal.get_current_language().startswith("fr") else text
