"""Tables for a spreadsheet: `@@needs.xlsx` of the board, `@@need-candidates.xlsx`, `@@needs-figures.xlsx`."""

from bluegether.core import _
from bluegether.core.kit import sheet
from bluegether.core.needs import api as needs
from bluegether.core.needs import vocabularies
from bluegether.core.needs.browser.figures import Figures
from bluegether.core.needs.browser.needs import Filters
from bluegether.core.needs.browser.page import Page
from zope.i18n import translate


class Table(Page):
    """Mixin: a workbook of `lines`, under a translatable name."""

    heading = ""

    def show(self) -> bytes:
        title = self.say_text(self.heading)
        return sheet.send(self.request, f"{title}.xlsx", sheet.workbook(title, self.lines()))

    def lines(self):
        raise NotImplementedError

    def say_text(self, text) -> str:
        return translate(text, context=self.request)


class Board(Table, Filters):
    """The needs that the filters leave, as far as the reader may see them."""

    heading = _("Needs")

    def lines(self):
        return needs.board_table(
            self.criteria, reader=self.userid, say=self.say_text, state=lambda name: vocabularies.STATES[name][0]
        )


class Candidates(Table):
    """The candidates of a need."""

    heading = _("Candidates")

    def lines(self):
        return needs.candidates_table(
            self.context,
            reader=self.userid,
            say=self.say_text,
            state=lambda name: vocabularies.CANDIDATES[name][0],
        )


class FiguresTable(Table, Figures):
    """The figures by month."""

    heading = _("Figures of needs")

    def lines(self):
        yield [
            self.say_text(title)
            for title in (_("Month"), _("Opened"), _("Answered by the network"), _("Won"), *needs.SPAN_TITLES.values())
        ]
        for month in self.months:
            yield [
                month.first,
                month.opened,
                month.answered,
                month.won,
                *("" if span.days is None else span.days for span in month.spans.values()),
            ]
