"""`@@sync-accounts`: the HR system's file: choose it, read what would change, confirm."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.people import api as people
from bluegether.core.people.browser.invite_csv import CsvDownload
from bluegether.core.people.browser.page import Page
from datetime import date
from itertools import islice
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


SHOWN = 200
AT_ONCE = 200  # lines that one confirmation does: the request of a person ends within a minute
FIELDS = {
    "": "",
    "userid": _("User id"),
    "matricule": _("Employee number"),
    "fullname": _("Full name"),
    "email": _("Mail address"),
    "kind": _("Kind of account"),
    "employment": _("Employment"),
    "unit": _("Unit"),
    "job": _("Job"),
    "manager": _("Manager"),
    "arrived": _("Day of arrival"),
    "leaves": _("Last day"),
}
ACTS = {
    "invite": _("To invite"),
    "update": _("To change"),
    "waits": _("Nothing to do now"),
    "refused": _("Left out"),
    "same": _("As in the portal"),
}


class SyncPage(Page):
    """What the page and its report share: the plan of the kept file, and how a change is told."""

    def read_plan(self) -> people.SyncPlan:
        return people.plan_sync(people.kept_export(actor=self.userid), actor=self.userid)

    def told(self, name: str, value) -> str:
        """Return a value of a field as people read it."""
        if isinstance(value, date):
            return spoken(value)
        titles = {
            "kind": self.kind_title,
            "employment": self.employment_title,
            "unit": self.unit_title,
            "manager": self.name_of,
        }
        return (titles[name](value) if name in titles and value else value) or ""

    def changes(self, item) -> list[dict]:
        return [
            {"field": FIELDS[name], "old": self.told(name, old), "new": self.told(name, new)}
            for name, (old, new) in item.changes.items()
        ]

    def whose(self, item) -> str:
        """Return the name in the portal of whose line it is, else the file's."""
        return self.name_of(item.userid) if item.userid else item.name


class SyncAccounts(SyncPage):
    """The file stays on the server between the steps, for its sender alone and for a day."""

    index = ViewPageTemplateFile("sync.pt")
    title = _("Sync with the HR system")
    shown = SHOWN

    def show(self) -> str:
        self.plan = None
        if self.chosen("step", ("check",)):
            _found, self.plan = self.attempt(self.read_plan)
        return self.index()

    def post(self) -> str:
        if "confirm" in self.request.form:
            return self.confirm()
        upload = self.request.form.get("file")
        data = upload.read(people.MAX_EXPORT + 1) if hasattr(upload, "read") else b""
        done, _nothing = self.attempt(people.keep_export, data, actor=self.userid)
        if not done:
            return self.show()
        self.request.response.redirect(f"{self.url}?step=check")
        return ""

    def confirm(self) -> str:
        done, items = self.attempt(self.apply)
        if not done:
            return self.show()
        refused = [item for item in items if item.problems]
        for item in refused[:10]:
            reason = translate(item.problems[0].reason, context=self.request)
            message = _("Line ${line}: ${reason}", mapping={"line": item.number, "reason": reason})
            api.portal.show_message(message, request=self.request, type="warning")
        message = _("Lines done: ${count}.", mapping={"count": len(items) - len(refused)})
        return self.back(message, url=f"{self.url}?step=check")

    def apply(self) -> list:
        """Do the first lines that change something and return them; raise what refuses the whole."""
        plan = self.read_plan()
        steps = people.apply_sync(plan, actor=self.userid, many=bool(self.request.form.get("many")))
        try:
            return list(islice(steps, AT_ONCE))
        finally:
            steps.close()

    def step(self) -> int:
        """Return which of the steps this is."""
        return 2 if self.plan is not None else 1

    def steps(self) -> list[dict]:
        titles = (_("Choose the file"), _("Read what would change"), _("Done"))
        finished = self.plan is not None and not self.plan.to_do()
        now = 3 if finished else self.step()
        return [
            {"title": title, "current": number == now, "done": number < now} for number, title in enumerate(titles, 1)
        ]

    def totals(self) -> list[dict]:
        """Return how many lines have each outcome, for the head of the page."""
        counts = self.plan.counts()
        return [{"title": ACTS[act], "count": counts[act]} for act in ACTS]

    def sections(self) -> list[dict]:
        """Return the lists of lines that a person reads before confirming."""
        titles = (
            ("update", _("Who is changed")),
            ("invite", _("Who is invited")),
            ("waits", _("Lines with nothing to do now")),
        )
        found = ({"act": act, "title": title, "items": self.plan.of(act)} for act, title in titles)
        return [section for section in found if section["items"]]

    def absent(self) -> list[dict]:
        """Return the first of those who are in the portal and not in the file."""
        found = (people.account(userid) for userid in self.plan.absent[:SHOWN])
        return [
            {
                "fullname": one.fullname,
                "userid": one.userid,
                "unit": self.unit_title(one.unit),
                "matricule": one.matricule,
            }
            for one in found
        ]


class Report(CsvDownload, SyncPage):
    """`@@sync-accounts-report`: every line with its outcome, and who is not in the file, as CSV."""

    name = "synchronisation.csv"

    def rows(self) -> list:
        plan = self.read_plan()
        titles = (_("Line"), _("Name"), _("Employee number"), _("Outcome"), _("Details"))
        rows = [[self.say(title) for title in titles]]
        for act in ACTS:
            for item in plan.of(act):
                rows.append([str(item.number), item.name, item.row.matricule, self.say(ACTS[act]), self.details(item)])
        for userid in plan.absent:
            person = people.account(userid)
            rows.append(["", person.fullname, person.matricule, self.say(_("Not in the file")), ""])
        return rows

    def details(self, item) -> str:
        told = [
            f"{self.say(one['field'])} : {one['old']} → {one['new']}" for one in map(self.plain, self.changes(item))
        ]
        told += [" : ".join(filter(None, (problem.column, self.say(problem.reason)))) for problem in item.problems]
        return " ; ".join([*told, *map(self.say, item.remarks)])

    def plain(self, change: dict) -> dict:
        return {name: self.say(value) for name, value in change.items()}

    def say(self, message) -> str:
        return translate(message, context=self.request)
