"""`GET, POST @referrals/<id>/consent`: the candidate's answer by a program. The token is what opens it, not the id.

It is registered as `@referral-consent`: its class is open, and nothing else of `@referrals` is.
"""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.interfaces import LANGUAGES
from bluegether.core.referrals.services.base import Reading
from bluegether.core.referrals.services.base import Writing
from zope.interface import implementer
import base64
import binascii
import io


class ByToken:
    """What both methods share."""

    def check_permission(self) -> None:
        """The token stands for a log-in."""

    def publishTraverse(self, _request, name):
        self.params.append(name)
        return self

    def asked(self, token):
        """Return the referral of this token; the id must be its own, and the same is said of every mistake."""
        found = referrals.asked(token)
        if self.params != [str(found.id)] and self.params:
            raise Missing(referrals.GONE)
        return found

    def shown(self, found, language: str) -> dict:
        return {
            "state": "asked" if found.state == "submitted" else "agreed",
            "name": found.name,
            "referrer": referrals.referrer_name(found),
            "language": language,
            "notice": [{"title": title, "text": text} for title, text in referrals.paragraphs(found, language)],
            "sha256": referrals.sha256(found, language),
        }

    def language(self, asked, found) -> str:
        return asked if asked in LANGUAGES else found.language


@implementer(IOpen)
class ConsentGet(ByToken, Reading):
    """The notice, and its hash, which an agreement names."""

    def answer(self) -> dict:
        found = self.asked(self.request.form.get("token", ""))
        return self.shown(found, self.language(self.request.form.get("language"), found))


@implementer(IOpen)
class ConsentPost(ByToken, Writing):
    """`{"token", "answer": "agree" | "add" | "refuse"}`; `sha256` and `language` to agree; `skills`, `words`, `cv`."""

    def answer(self) -> dict:
        body = self.sent("token", "answer", "sha256", "language", "skills", "words", "cv")
        token, answer = body.get("token", ""), body.get("answer")
        found = self.asked(token)
        language = self.language(body.get("language"), found)
        if answer == "refuse":
            referrals.refuse(token, reader=self.userid)
            return {"state": "erased"}
        if answer == "agree":
            values = {"sha256": body.get("sha256"), "language": language}
            referrals.accept(token, **values, **self.details(body), reader=self.userid)
        elif answer == "add":
            referrals.add(token, **self.details(body), reader=self.userid)
        else:
            raise Invalid(_("Choose an answer."), field="answer")
        return self.shown(found, language)

    def details(self, body: dict) -> dict:
        values = {name: body[name] for name in ("skills", "words") if name in body}
        if body.get("cv") is not None:
            values["cv"] = _file(body["cv"])
        return values


def _file(cv) -> tuple:
    """Return (name, stream) of `{"filename", "data"}`; what is too long is refused before it is decoded."""
    data = cv.get("data") if isinstance(cv, dict) else None
    if not isinstance(data, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "cv"}), field="cv")
    megabytes = referrals.setting("cv_megabytes")
    if len(data) > megabytes * 1_400_000:
        raise Invalid(_("The file is larger than ${size} MB.", mapping={"size": megabytes}), field="cv")
    try:
        return cv.get("filename"), io.BytesIO(base64.b64decode(data, validate=True))
    except (binascii.Error, ValueError):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "cv"}), field="cv") from None
