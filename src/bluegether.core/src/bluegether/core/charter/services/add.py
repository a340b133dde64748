"""`POST @charter`: accept or decline the version in force."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.interfaces import ACCEPTED
from bluegether.core.charter.interfaces import DECLINED
from bluegether.core.charter.services.get import my_status
from bluegether.core.charter.services.get import signed_in
from bluegether.core.kit import turn
from bluegether.core.kit.access import site_user
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.service import WriteService
from plone import api
from zope.interface import implementer
import re


SHA256 = re.compile(r"[0-9a-f]{64}\Z")


@implementer(IOpen)
class CharterPost(WriteService):
    """Body: `accept` (true or false), `version` (UID or SHA-256 of what was shown), `language` of what was shown."""

    def answer(self):
        userid = signed_in()
        if site_user() is None:
            raise NotAllowed(_("An administrator of the server has no account here and signs nothing."))
        accept, version, language = self.checked()
        turn.take("charter")
        text_hash = version if SHA256.match(version) else self.hash_of(version, language)
        outcome = ACCEPTED if accept else DECLINED
        record = charter.sign(userid, outcome=outcome, language=language, text_hash=text_hash)
        self.request.response.setStatus(201)
        return {"seq": record.seq, "time": record.time, "outcome": outcome, "hash": record.hash} | my_status(userid)

    def checked(self) -> tuple[bool, str, str]:
        """Return the body's values; raise Invalid."""
        body = self.body()
        accept, version = body.get("accept"), body.get("version")
        language = body.get("language", api.portal.get_current_language())
        if not isinstance(accept, bool):
            raise Invalid(_("Say whether you accept: true or false."), field="accept")
        if not isinstance(version, str) or not 0 < len(version) <= 64:
            raise Invalid(_("Say which version was shown: its UID or its SHA-256."), field="version")
        if not isinstance(language, str) or len(language) > 10:
            raise Invalid(_("Say the language of what was shown, such as fr."), field="language")
        return accept, version, language

    def hash_of(self, version: str, language: str) -> str | None:
        """Return the hash of the text in force in this language; raise Conflict when the UID is another's."""
        text = charter.reading(language)
        if text is None:
            return None
        if version != api.content.get_uuid(charter.version_in_force()):
            raise Conflict(_("The charter changed while you were reading it. Please read the new version."))
        return text.sha256
