"""`GET @dossier/<userid>`: the dossier as it will be. `?format=` sends one's own as a file."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.services.base import OfSomebody
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import batch
from bluegether.core.kit.service import ReadService
from dataclasses import asdict
from plone import api


class Get(OfSomebody, ReadService):
    """Choices are those of the page: language, naming, reference, target, cover, sections, experiences..."""

    def answer(self):
        choices = self.choices(self.request.form)
        if self.request.form.get("format"):
            return self.file(choices)
        made = dossiers.build(self.of, choices, maker=self.maker)
        offered = dossiers.offered(self.of, maker=self.maker, language=choices.language)
        moment = dossiers.refreshed(self.of)
        return {
            "@id": self.address,
            "choices": asdict(choices),
            "offered": [{"key": one.key, "title": one.title, "period": one.period} for one in offered],
            "refreshed": moment.isoformat() if moment else None,
            "files": {kind: {"@id": self.address, "method": "POST", "format": kind} for kind in dossiers.FORMATS},
            **self.shown(made),
        }

    def shown(self, made: dossiers.Dossier) -> dict:
        """Return the dossier as JSON: of pictures, whether there is one."""
        found = asdict(made)
        found["letterhead"]["logo"] = bool(made.letterhead.logo)
        return found | {"photo": bool(made.photo), "made": made.made.isoformat(), "title": made.title}

    def file(self, choices: dossiers.Choices):
        """Send one's own; of others it is noted and told, which a GET does not."""
        if self.of != self.maker:
            dossiers.build(self.of, choices, maker=self.maker)
            raise Invalid(_("Send a POST that says what the dossier is for: the person is told."), field="format")
        return dossiers.make(self.of, choices, self.request.form["format"], maker=self.maker)


class Stale(ReadService):
    """`GET @dossiers-stale`: profiles to refresh, oldest first; HR gets all, a manager the team's."""

    def answer(self) -> dict:
        start, size = batch(self.request.form)
        found, more = dossiers.stale(api.user.get_current().getId() or "", start=start, size=size)
        url = f"{self.context.absolute_url()}/@dossiers-stale"
        return {
            "@id": url,
            "items": [
                {"userid": one.userid, "refreshed": one.refreshed.isoformat(), "asked": one.asked} for one in found
            ],
            "next": f"{url}?b_start={start + size}&b_size={size}" if more else None,
        }
