"""`@@profile-photo`: the person sends a picture, takes it away, chooses who sees it."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from bluegether.core.people.browser.person import TITLES
from bluegether.core.people.browser.person import tone
from bluegether.core.people.interfaces import AUDIENCES
from bluegether.core.people.interfaces.profile import AUDIENCES as NAMES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from ZPublisher.HTTPRequest import FileUpload


class PhotoEdit(Page):
    """The picture is made anew: square, small, without what the camera wrote into it."""

    index = ViewPageTemplateFile("photo_edit.pt")
    title = TITLES["photo"]

    def __call__(self) -> str:
        if not people.can_edit_profile(self.context, self.userid):
            raise NotAllowed(_("Only the person changes what they say of themselves."))
        return super().__call__()

    def post(self) -> str:
        done, _nothing = self.attempt(self.change)
        return self.back(_("Your profile is saved."), url=self.context.absolute_url()) if done else self.show()

    def change(self) -> None:
        """Do what the form says: a new picture, none, or only another audience."""
        audience, sent = self.chosen("audience", NAMES) or None, self.request.form.get("photo")
        has_file = isinstance(sent, FileUpload) and bool(sent.filename)
        if self.request.form.get("remove"):
            people.change_photo(self.context, None, actor=self.userid, audience=audience)
        elif has_file:
            people.change_photo(self.context, sent.read(), actor=self.userid, audience=audience)
        elif audience is not None and people.photo(self.context, self.userid) is not None:
            people.change_audience(self.context, "photo", audience, actor=self.userid)
        else:
            raise Invalid(_("Choose a picture."), field="photo")

    def has_photo(self) -> bool:
        return people.photo(self.context, self.userid) is not None

    def choices(self) -> list[dict]:
        """Return who may be allowed to see it, the present choice marked."""
        chosen = people.audience_of(self.context, "photo")
        allowed = people.allowed_audiences("photo")
        checked = chosen if chosen in allowed else allowed[-1]
        return [
            {"value": name, "title": AUDIENCES.getTerm(name).title, "checked": name == checked or None}
            for name in allowed
        ]

    def fullname(self) -> str:
        return self.context.Title()

    def tone(self) -> int:
        return tone(self.context.getId())
