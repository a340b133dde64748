"""`@@skills-import`: a table of skills, first what would become of each line, then the deed; `@@skills-csv`: all."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.skills import api as skills
from bluegether.core.skills.browser.page import Page
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


OUTCOMES = {
    skills.NEW: (_("New skill"), "text-bg-success"),
    skills.CHANGED: (_("Changed skill"), "text-bg-info"),
    skills.SAME: (_("Unchanged"), "text-bg-light"),
    skills.MERGED: (_("Merged"), "text-bg-secondary"),
    skills.WRONG: (_("Not imported"), "text-bg-danger"),
}
SHOWN = 500  # lines; the counts tell of all


class Import(Page):
    """The file is kept between check and import: the browser is not trusted with it."""

    index = ViewPageTemplateFile("many.pt")
    title = _("Import and export of skills")
    lines: list[skills.Line] | None = None
    done = False
    columns = ", ".join(skills.COLUMNS)

    def post(self) -> str:
        if self.request.form.get("confirm"):
            self.do()
        else:
            self.check()
        return ""

    def check(self) -> None:
        """Keep the file and find out what would become of its lines."""
        sent = self.request.form.get("file")
        data = sent.read(skills.MAX_BYTES + 1) if hasattr(sent, "read") else b""
        if not data:
            raise Invalid(_("Choose a file that is not empty."), field="file")
        self.lines = skills.import_csv(data, actor=self.userid, dry_run=True)
        skills.keep_upload(data, actor=self.userid)

    def do(self) -> None:
        """Import the file that was checked."""
        data = skills.upload(self.userid)
        if data is None:
            raise Invalid(_("The file does not wait any more: choose it again."), field="file")
        self.lines = skills.import_csv(data, actor=self.userid)
        skills.drop_upload(self.userid)
        self.done = True

    def counts(self) -> list[dict]:
        """Return how many lines have each outcome."""
        outcomes = [line.outcome for line in self.lines]
        return [
            {"title": title, "css": css, "count": outcomes.count(outcome)}
            for outcome, (title, css) in OUTCOMES.items()
            if outcome in outcomes
        ]

    def report(self) -> list[dict]:
        """Return the lines that matter: wrong ones first, unchanged ones left out."""
        order = list(reversed(OUTCOMES))
        lines = [line for line in self.lines if line.outcome != skills.SAME]
        lines.sort(key=lambda line: (order.index(line.outcome) if line.outcome == skills.WRONG else 9, line.number))
        return [self.row(line) for line in lines[:SHOWN]]

    def row(self, line: skills.Line) -> dict:
        title, css = OUTCOMES[line.outcome]
        return {"number": line.number, "title": line.title, "outcome": title, "css": css, "message": line.message}

    @property
    def useful(self) -> bool:
        return any(line.outcome in (skills.NEW, skills.CHANGED) for line in self.lines)


class Export(BrowserView):
    """The whole taxonomy as CSV."""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader("Content-Disposition", 'attachment; filename="skills.csv"')
        return skills.export_csv().encode("utf-8-sig")
