"""`GET @charter`: the charter in force and where I stand; `GET @charter-register`: the proof."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.interfaces import COMPANY
from bluegether.core.kit import query
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.service import ReadService
from plone import api
from zExceptions import Unauthorized
from zope.interface import implementer


def signed_in() -> str:
    """Return who asks; raise Unauthorized (401) for a visitor."""
    if api.user.is_anonymous():
        raise Unauthorized("Sign in first")
    return api.user.get_current().getId()


def my_status(userid: str) -> dict:
    """Return where this person stands with the version in force."""
    until = charter.grace_until()
    status = charter.status(userid)
    return {"status": status.value, "grace_until": until.isoformat() if until and status.name == "GRACE" else None}


@implementer(IOpen)
class CharterGet(ReadService):
    """The version in force, its articles, my status; 404 without a charter in force."""

    def answer(self):
        userid = signed_in()
        language = self.request.form.get("language")
        text = charter.reading(language if isinstance(language, str) else api.portal.get_current_language())
        if text is None:
            raise Missing(_("No charter is in force."))
        found = {
            "@id": f"{self.context.absolute_url()}/@charter",
            "version": api.content.get_uuid(charter.version_in_force()),
            "label": text.label,
            "title": text.title,
            "language": text.language,
            "sha256": text.sha256,
            "articles": self.articles(text),
        }
        return found | my_status(userid)

    def articles(self, text) -> list[dict]:
        """Return the articles; the company's with the state of its commitment."""
        states = {found.number: found for found in charter.engagements(text.language)}
        return [self.article(found, states.get(found.number)) for found in text.articles]

    def article(self, found, kept) -> dict:
        data = {"number": found.number, "title": found.title, "text": found.text, "commitment": found.commitment}
        if found.commitment == COMPANY and kept is not None:
            data |= {"state": kept.state, "note": kept.note}
        return data


class RegisterGet(ReadService):
    """The register's records, the newest first, `b_size` of them from `b_start`."""

    def answer(self):
        start, size = query.batch(self.request.form)
        return {
            "@id": f"{self.context.absolute_url()}/@charter-register",
            "items_total": charter.total(),
            "items": [self.item(record) for record in charter.records(start=start, size=size)],
        }

    def item(self, record) -> dict:
        names = {"userid": charter.person(record.subject), "acted_by_userid": charter.person(record.acted_by)}
        return record.data() | {"hash": record.hash} | names
