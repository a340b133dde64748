"""Amounts of money in REST: what is no number is 400, not 500."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from decimal import Decimal
from decimal import InvalidOperation
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.schema.interfaces import IDecimal


@implementer(IFieldDeserializer)
@adapter(IDecimal, IDexterityContent, IBluegetherLayer)
class DecimalDeserializer(DefaultFieldDeserializer):
    """Takes a number, or a text that is one; to the cent."""

    def __call__(self, value):
        found = self.field.missing_value if value in (None, "") else self.number(value)
        self.field.validate(found)
        return found

    def number(self, value) -> Decimal:
        try:
            found = Decimal(str(value)) if not isinstance(value, bool) else Decimal("NaN")
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            raise ValueError(translate(_("This is no number."), context=self.request))
        return found.quantize(Decimal("0.01")) if abs(found) < 10**12 else found
