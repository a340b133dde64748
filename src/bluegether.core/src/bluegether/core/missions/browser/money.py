"""Amounts in forms: a comma or a dot before the cents, whatever the browser's language; nothing is guessed."""

from bluegether.core import _
from bluegether.core.missions.interfaces import IMoney
from decimal import Decimal
from plone import api
from plone.app.z3cform.interfaces import ITextWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.converter import FormatterValidationError
from zope.component import adapter
import re


SPACES = re.compile("[\\s\u00a0\u202f€]")
AMOUNT = re.compile(r"\d{1,12}(?:[.,]\d{1,2})?\Z")


@adapter(IMoney, ITextWidget)
class MoneyConverter(BaseDataConverter):
    """Between a decimal and what people type: 1 250,50 or 1250.50."""

    def toWidgetValue(self, value) -> str:
        if value is None:
            return ""
        text = f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}"
        return text if api.portal.get_current_language() == "en" else text.replace(".", ",")

    def toFieldValue(self, value):
        text = SPACES.sub("", value or "")
        if not text:
            return self.field.missing_value
        if not AMOUNT.match(text):
            raise FormatterValidationError(_("Write an amount such as 1250 or 1250,50, without other signs."), value)
        return Decimal(text.replace(",", "."))
