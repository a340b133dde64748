"""A year in a form: digits, without the space that separates thousands in French."""

from bluegether.core.people.interfaces.profile import IYear
from z3c.form.converter import IntegerDataConverter
from z3c.form.interfaces import ITextWidget
from zope.component import adapter


@adapter(IYear, ITextWidget)
class YearConverter(IntegerDataConverter):
    """Reads what a number field reads, writes digits."""

    def toWidgetValue(self, value) -> str:
        return "" if value is self.field.missing_value else str(value)
