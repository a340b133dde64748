"""`@@referral-consent?token=`: the candidate, who has no account, reads what would be kept and answers.

GET only shows: programs that follow links in mail change nothing. Whatever is wrong with a link, the answer is one and
the same. The page names nobody but the person themselves and who refers them, and leads nowhere else.
"""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.browser.page import Page
from bluegether.core.referrals.interfaces import LANGUAGES
from bluegether.core.referrals.interfaces import MAX_LINE
from bluegether.core.referrals.interfaces import MAX_TEXT
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.interface import implementer


ENDS = ("refused", "withdrawn")


@implementer(IOpen)
class Consent(Page):
    """The token stands for a log-in, and opens nothing but this page."""

    index = ViewPageTemplateFile("consent.pt")
    title = _("Your data")
    found = None

    def __call__(self):
        self.request.set("disable_border", True)
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        self.request.response.setHeader("X-Robots-Tag", "noindex")
        return super().__call__()

    def open(self) -> None:
        self.found = self.problem = None
        self.ended = self.text("ended", 20) if self.text("ended", 20) in ENDS else ""
        try:
            self.found = None if self.ended and not self.token else referrals.asked(self.token)
        except BluegetherError as problem:
            self.problem = problem
            self.request.response.setStatus(problem.status)
        self.speak()

    def speak(self) -> None:
        """Show the whole page in the candidate's language."""
        language = self.language
        self.request.set("LANGUAGE", language)
        binding = self.request.get("LANGUAGE_TOOL")
        if binding is not None:
            binding.LANGUAGE = language
        self.request.response.setHeader("Content-Language", language)

    @property
    def language(self) -> str:
        asked = self.request.form.get("language")
        if asked in LANGUAGES:
            return asked
        return self.found.language if self.found is not None else "fr"

    @property
    def token(self) -> str:
        return self.text("token", 400)

    def post(self) -> str:
        verb = {"agree": self.agree, "add": self.add, "refuse": self.refuse_, "withdraw": self.withdraw}.get(
            self.text("verb", 20)
        )
        if verb is None:
            raise Invalid(_("Choose an answer."))
        return verb()

    def agree(self) -> str:
        values = {"sha256": self.text("notice", 100), "language": self.language}
        referrals.accept(self.token, **values, **self.details(), reader=self.userid)
        return self.address(said="agreed")

    def add(self) -> str:
        referrals.add(self.token, **self.details(), reader=self.userid)
        return self.address(said="added")

    def refuse_(self) -> str:
        referrals.refuse(self.token, reader=self.userid)
        return self.url("referral-consent", ended="refused", language=self.language)

    def withdraw(self) -> str:
        referrals.refuse(self.token, reader=self.userid)
        return self.url("referral-consent", ended="withdrawn", language=self.language)

    def details(self) -> dict:
        """Return what the person says of themselves; no file is no change."""
        values: dict = {name: self.text(name) for name in ("skills", "words")}
        upload = self.request.form.get("cv")
        if getattr(upload, "filename", ""):
            values["cv"] = (upload.filename, upload)
        return values

    def address(self, **more: str) -> str:
        values = {"token": self.token, "language": self.language} | more
        return f"{self.site_url}/@@referral-consent?{urlencode(values)}"

    def other_language(self) -> dict:
        code = "en" if self.language == "fr" else "fr"
        query = {"language": code} | ({"token": self.token} if self.token else {})
        if self.ended:
            query["ended"] = self.ended
        titles = {"en": "English", "fr": "Français"}
        return {"code": code, "title": titles[code], "url": f"{self.site_url}/@@referral-consent?{urlencode(query)}"}

    def waiting(self) -> bool:
        return self.found is not None and self.found.state == "submitted"

    def closed(self) -> bool:
        return self.found.state in ("trial_passed", "declined", "withdrawn", "expired")

    def notice(self) -> list:
        return referrals.paragraphs(self.found, self.language)

    def notice_hash(self) -> str:
        return referrals.sha256(self.found, self.language)

    def referrer(self) -> str:
        return referrals.referrer_name(self.found)

    def said(self) -> str:
        return self.text("said", 20) if self.error is None else ""

    def until(self) -> str:
        return self.day(referrals.expires(self.found))

    def fields(self) -> list[dict]:
        dossier = self.found.dossier
        skills = self.field(
            "skills",
            label=_("Your skills, in a line"),
            maximum=MAX_LINE,
            value=dossier.skills if dossier is not None else "",
        )
        words = self.field(
            "words",
            label=_("A few words to us"),
            type="textarea",
            maximum=MAX_TEXT,
            value=dossier.words if dossier is not None else "",
        )
        return [skills, words]

    def megabytes(self) -> int:
        return referrals.setting("cv_megabytes")

    def cv_name(self) -> str:
        dossier = self.found.dossier
        return dossier.cv.name if dossier is not None and dossier.cv is not None else ""
