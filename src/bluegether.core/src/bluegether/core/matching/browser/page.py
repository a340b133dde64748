"""What the room's pages share: who reads, parameters, names, pictures."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from zope.i18n import translate


class Page(Looks):
    """A page that takes no form; `open` finds what it shows, or raises. Kept by nobody on the way."""

    index = None

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.open()
        return self.index()

    def open(self) -> None:
        """Find what the page shows."""

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@{self.__name__}"

    def text(self, name: str) -> str:
        """Return a parameter as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > 100:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value.strip()

    def name_of(self, userid: str) -> str:
        account = people.account(userid)
        return account.fullname if account is not None else userid

    def say(self, text) -> str:
        return translate(text, context=self.request)
