"""The page of a person: what this reader may see, in sections, those of other rooms too; and the folder's address."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.clock import today
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.kit.report import report_url
from bluegether.core.people import api as people
from bluegether.core.people import vocabularies
from bluegether.core.people.browser.page import Page
from bluegether.core.people.interfaces import AUDIENCES
from bluegether.core.people.interfaces import profile
from bluegether.core.skills import api as skills
from datetime import timedelta
from operator import attrgetter
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getAdapters


SOON = timedelta(days=90)
MAX_TEAM = 12
TONES = 6
TITLES = {
    "presentation": _("Presentation"),
    "contact": _("Contact"),
    "photo": _("Photo"),
    "skills": _("Skills and experience"),
    "availability": _("Availability"),
    "wishes": _("Wishes for the next mission"),
    "absence": _("Out of office"),
}


def tone(userid: str) -> int:
    """Return which of the quiet colours stands for this person."""
    return sum(userid.encode()) % TONES + 1


class Person(Page):
    """The default view."""

    index = ViewPageTemplateFile("person.pt")

    def __call__(self) -> str:
        self.errors = {}
        self.request.set("disable_plone.rightcolumn", 1)
        self.whose = self.context.getId()
        self.shown = people.shown(self.context, self.userid)
        self.left = self.shown.get("left")
        self.away = people.away(self.whose) if self.left is None else None
        return self.index()

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    @property
    def title(self) -> str:
        return self.shown["fullname"]

    def mine(self) -> bool:
        return self.whose == self.userid

    def consults(self) -> bool:
        """Return whether this is one's own page, and missions are one's job."""
        return self.mine() and self.get("kind") == "consultant"

    def may_keep_record(self) -> bool:
        return people.can_update_account(self.userid)

    def may_handle_data(self) -> bool:
        return people.can_handle_data(self.userid) and not self.mine()

    def may_close(self) -> bool:
        return not self.mine() and people.can_suspend(self.whose, self.userid)

    def may_report(self) -> bool:
        return not self.mine() and self.left is None and self.has("biography", "photo")

    def report_url(self) -> str:
        return report_url(self.site_url, "person", self.whose)

    def tone(self) -> int:
        return tone(self.whose)

    def get(self, name: str):
        """Return a field that this reader sees, or None."""
        return self.shown.get(name)

    def sees(self, group: str) -> bool:
        return people.sees_group(self.context, group, self.userid)

    def has(self, *names: str) -> bool:
        """Return whether there is anything of these fields to show."""
        return any(name in self.shown for name in names)

    def group_title(self, group: str):
        return TITLES[group]

    def audience(self, group: str):
        """Return who sees this group, in words, for the person and for HR; None for everybody else."""
        if not self.mine() and (self.get("kind") == "client" or not people.is_hr(self.userid)):
            return None
        return AUDIENCES.getTerm(people.audience_of(self.context, group)).title

    def completion(self):
        """Return how complete one's own profile is, None for others' and for a complete one."""
        found = people.completion(self.context) if self.mine() else None
        return found if found is not None and found.missing else None

    def manager(self) -> dict | None:
        return self.member(self.get("manager"))

    def replacement(self) -> dict | None:
        return self.member(self.away.replacement) if self.away is not None else None

    def member(self, userid: str) -> dict | None:
        """Return who this is, for a link; None for nobody."""
        found = people.account(userid) if userid else None
        if found is None:
            return None
        url = f"{self.site_url}/people/{userid}"
        return {"name": found.fullname, "job": found.job, "url": url, "tone": tone(userid)}

    def team(self) -> list[dict]:
        """Return the first of those who report to the person."""
        return [self.member(userid) for userid in people.team(self.whose)[:MAX_TEAM]]

    def team_size(self) -> int:
        return len(people.team(self.whose))

    def dialled(self, name: str) -> str:
        """Return a telephone number as a link takes it."""
        return "".join(sign for sign in self.shown[name] if sign.isdigit() or sign == "+")

    def date(self, day) -> str:
        return spoken(day)

    def skill_rows(self) -> list[dict]:
        """Return the skills, the best first."""
        rows = [
            row | {"title": skills.title(row["skill"]), "words": profile.LEVELS.getTerm(row["level"]).title}
            for row in self.get("skills") or ()
        ]
        return sorted(rows, key=lambda row: (-row["level"], row["title"].casefold()))

    def years(self, number: int):
        return _("one year") if number == 1 else _("${number} years", mapping={"number": number})

    def skill_titles(self, ids) -> list[str]:
        return [skills.title(skill_id) for skill_id in ids or ()]

    def languages(self) -> list[dict]:
        reader = api.portal.get_current_language()
        return [
            {
                "name": vocabularies.language_name(row["language"], reader).capitalize(),
                "level": profile.LANGUAGE_LEVELS.getTerm(row["level"]).title,
            }
            for row in self.get("languages") or ()
        ]

    def certifications(self) -> list[dict]:
        """Return certifications with the state of their expiry."""
        return [row | {"state": self._expiry(row["expires"])} for row in self.get("certifications") or ()]

    def _expiry(self, expires) -> dict | None:
        if expires is None:
            return None
        mapping = {"date": spoken(expires)}
        if expires < today():
            return {"css": "text-bg-danger", "title": _("Expired on ${date}", mapping=mapping)}
        if expires - today() <= SOON:
            return {"css": "text-bg-warning", "title": _("Expires soon: ${date}", mapping=mapping)}
        return {"css": "text-bg-success", "title": _("Valid until ${date}", mapping=mapping)}

    def experiences(self) -> list[dict]:
        """Return experiences, the latest first; those without dates last."""
        rows = self.get("experiences") or ()
        return sorted(rows, key=lambda row: str(row["end"] or ("9" if row["start"] else "")), reverse=True)

    def period(self, row: dict):
        """Return from when until when, in months."""
        start, end = (day.strftime("%m/%Y") if day else "" for day in (row["start"], row["end"]))
        if start and end:
            return f"{start} – {end}"
        return _("since ${month}", mapping={"month": start}) if start else end

    def remote(self):
        return profile.REMOTE.getTerm(self.shown["remote"]).title

    def sections(self) -> list:
        """Return the parts that other rooms add below, in order."""
        return [part for part in self.parts() if not getattr(part, "in_head", False)]

    def heads(self) -> list:
        """Return the parts that stand beside the name, in order: buttons."""
        return [part for part in self.parts() if getattr(part, "in_head", False)]

    def parts(self) -> list:
        """Return the parts that other rooms add; of who left, those that are about it."""
        found = [part for _name, part in getAdapters((self.context, self.request), IProfileSection)]
        if people.has_ended(self.whose):
            found = [part for part in found if getattr(part, "of_left", False)]
        return sorted((part for part in found if part.available()), key=attrgetter("order"))
