"""`@@invite-csv`: invite many people from a CSV file: choose it, read what would happen, confirm."""

from bluegether.core import _
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
import csv
import io


SHOWN = 200
MODEL = ("Prénom", "Nom", "Courriel", "Type", "Statut", "Entité", "Fonction")
EXAMPLE = ("Chloé", "Lefèvre", "chloe.lefevre@example.com", "consultant", "salarié", "", "Architecte Java")


class InviteCsv(Page):
    """Three steps; the file itself stays on the server between the second and the third."""

    index = ViewPageTemplateFile("invite_csv.pt")
    title = _("Invite many people")
    shown = SHOWN

    def show(self) -> str:
        self.plan = None
        self.done = False
        step = self.chosen("step", ("check", "done"))
        if step:
            found, plan = self.attempt(
                people.plan_upload if step == "check" else people.rejected_lines, actor=self.userid
            )
            self.plan, self.done = plan, found and step == "done"
        return self.index()

    def post(self) -> str:
        if "confirm" in self.request.form:
            return self.confirm()
        upload = self.request.form.get("file")
        data = upload.read(people.MAX_BYTES + 1) if hasattr(upload, "read") else b""
        done, _nothing = self.attempt(people.keep_upload, data, actor=self.userid)
        if not done:
            return self.show()
        self.request.response.redirect(f"{self.url}?step=check")
        return ""

    def confirm(self) -> str:
        done, plan = self.attempt(people.invite_upload, actor=self.userid)
        if not done:
            return self.show()
        message = _(
            "${good} people are invited. Rows left out: ${bad}.",
            mapping={"good": len(plan.good), "bad": len(plan.bad)},
        )
        return self.back(message, url=f"{self.url}?step=done")

    def step(self) -> int:
        """Return which of the three steps this is."""
        if self.done:
            return 3
        return 2 if self.plan is not None else 1

    def steps(self) -> list[dict]:
        """Return the steps with their state."""
        titles = (_("Choose the file"), _("Read what would happen"), _("Invitations sent"))
        return [
            {"title": title, "current": number == self.step(), "done": number < self.step()}
            for number, title in enumerate(titles, start=1)
        ]


class CsvDownload(BrowserView):
    """A CSV file that spreadsheets of French companies open at once, in which no cell is a formula."""

    name = ""

    def rows(self) -> list:
        raise NotImplementedError

    def __call__(self) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows([_harmless(cell) for cell in row] for row in self.rows())
        self.request.response.setHeader("Content-Type", "text/csv; charset=utf-8")
        self.request.response.setHeader("Content-Disposition", f'attachment; filename="{self.name}"')
        return out.getvalue().encode("utf-8-sig")


class Rejected(CsvDownload):
    """`@@invite-csv-rejected`: the rows left out, as they were written, with the reasons."""

    name = "lignes-rejetees.csv"

    def rows(self) -> list:
        plan = people.rejected_lines(actor=api.user.get_current().getId())
        titles = [translate(text, context=self.request) for text in (_("Line"), _("Reasons"))]
        rows = [[*plan.header, *titles]]
        for bad in plan.bad:
            cells = [*bad.cells, *[""] * (len(plan.header) - len(bad.cells))]
            rows.append([*cells, str(bad.number), " ; ".join(map(self.reason, bad.problems))])
        return rows

    def reason(self, problem) -> str:
        text = translate(problem.reason, context=self.request)
        return f"{problem.column} : {text}" if problem.column else text


class Model(CsvDownload):
    """`@@invite-csv-model`: a file to fill in."""

    name = "modele-invitations.csv"

    def rows(self) -> list:
        return [MODEL, EXAMPLE]


def _harmless(cell: str) -> str:
    # A spreadsheet would compute a cell that begins like this.
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
