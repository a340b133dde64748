"""What the pages of the directory share: who reads, forms with their token, titles, turning pages."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory import vocabularies as words
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
# Parameters of a page's address that are no criteria.
MAX_PARAMETER = 200


class Page(Looks):
    """GET shows `index`; POST, with Plone's form token, calls `post`, which redirects or raises."""

    index = None
    error = None

    def __init__(self, _context, request):
        # The page of the folder of people is the site's, as the others are: a folder would show its author and dates.
        super().__init__(api.portal.get(), request)

    def __call__(self):
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.post()
        except BluegetherError as error:
            transaction.doom()
            self.request.response.setStatus(error.status)
            self.error = error
            return self.show()

    def show(self):
        return self.page()

    def page(self):
        """Return the page: it needs its width for people, not for Plone's portlets."""
        self.request.set("disable_plone.rightcolumn", 1)
        return self.index()

    def nav(self) -> list[dict]:
        """Return the pages of the directory; the one that is shown is current."""
        urls = ((name, f"{self.site_url}/@@{name}") for name in words.PAGES)
        return [
            {
                "title": words.PAGES[name][0],
                "icon": words.PAGES[name][1],
                "url": self.directory_url if name == "directory" else url,
                "current": "page" if name == self.__name__ else None,
            }
            for name, url in urls
        ]

    def post(self):
        raise Invalid(_("This page takes no form."))

    @property
    def macros(self):
        return MACROS.macros

    @property
    def directory_url(self) -> str:
        return f"{self.site_url}/people"

    def person_url(self, userid: str) -> str:
        return directory.person_url(userid)

    def text(self, name: str, maximum: int = MAX_PARAMETER) -> str:
        """Return a parameter as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value.strip()

    def choice(self, name: str, known) -> str:
        """Return a parameter; raise Invalid (400) when it is none of those known, or empty."""
        value = self.text(name)
        if value and value not in known:
            raise Invalid(_("${value} is no choice here.", mapping={"value": value[:40]}), field=name)
        return value

    def back(self, message, url: str) -> str:
        """Redirect with a message."""
        api.portal.show_message(message, request=self.request)
        self.request.response.redirect(url)
        return ""

    def initials(self, fullname: str) -> str:
        """Return the letters shown in place of a picture."""
        found = [word for word in fullname.split() if word[0].isalnum()] or ["?"]
        return (found[0][0] + (found[-1][0] if len(found) > 1 else "")).upper()

    def tone(self, userid: str) -> str:
        """Return the class of the colour behind somebody's initials: always the same for one person."""
        return words.TONES[sum(userid.encode()) % len(words.TONES)]

    def unit_title(self, unit: str) -> str:
        return people.units().get(unit, unit)

    def skill_title(self, skill_id: str) -> str:
        return skills.title(skill_id)

    def day(self, day) -> str:
        return api.portal.get_localized_time(day)

    def pager(self, url: str, total: int, start: int, size: int, query: str = "") -> dict | None:
        """Return addresses of the pages before and after, None when there is one page."""
        if total <= size and not start:
            return None

        def address(where: int) -> str:
            return f"{url}?{'&'.join(filter(None, (query, urlencode({'b_start': where}) if where else '')))}".rstrip(
                "?"
            )

        last = max(0, (total - 1) // size * size)
        return {
            "first": min(start + 1, total),
            "last": min(start + size, total),
            "total": total,
            "before": address(min(max(0, start - size), last)) if start else None,
            "after": address(start + size) if start + size < total else None,
        }
