"""How a match is shown: the score, missing skills first, and every number with its reason."""

from bluegether.core.needs.browser.page import Page
from plone import api
from urllib.parse import urlencode


# From which score on a badge has which colour.
COLOURS = ((75, "text-bg-success"), (50, "text-bg-warning"), (0, "text-bg-light"))


class Fits(Page):
    """Mixin of pages that explain matches."""

    def match(self, found) -> dict | None:
        """Return a match as the macro `why` shows it."""
        if found is None:
            return None
        return {
            "score": found.score,
            "css": next(css for least, css in COLOURS if found.score >= least),
            "missing": [self.gap(one) for one in found.missing],
            "skills": [self.gap(one) for one in found.skills],
            "parts": [self.part(one) for one in found.parts],
            "excluded": [{"title": one.title, "why": one.why} for one in found.excluded_by],
            "forecast": list(found.forecast),
        }

    def gap(self, fit) -> dict:
        return {
            "title": self.skill_title(fit.skill_id),
            "asked": self.level(fit.asked),
            "own": self.level(fit.own) if fit.own else "",
            "missing": fit.missing,
            "met": fit.counted >= fit.asked,
            "required": fit.required,
        }

    def part(self, one) -> dict:
        return {
            "title": one.title,
            "why": one.why,
            "weight": one.weight,
            "percent": round(one.value * 100),
            "known": one.known,
        }

    def dossier_url(self, userid: str, naming: str, title: str) -> str:
        """Return where the dossier of a candidate is chosen and made, with the need as its target."""
        values = {"userid": userid, "naming": naming or "name", "target": title[:120]}
        return f"{api.portal.get().absolute_url()}/@@dossier?{urlencode(values)}"
