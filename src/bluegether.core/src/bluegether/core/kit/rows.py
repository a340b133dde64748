"""Tables of rows (datagridfield) in REST: each column as its own kind of field, what does not fit is 400.

The deserializer that comes with datagridfield answers 500 to a row that is no object, refuses every moment in time and
stores None for a column that is left out; and rows are shown as they are stored, whatever their columns are.
"""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from collective.z3cform.datagridfield.interfaces import IRow
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.dxfields import CollectionFieldSerializer
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.component import queryMultiAdapter
from zope.i18n import translate
from zope.interface import implementer
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IList
from zope.schema.interfaces import ValidationError


@implementer(IFieldDeserializer)
@adapter(IRow, IDexterityContent, IBluegetherLayer)
class RowDeserializer(DefaultFieldDeserializer):
    """Makes a row of what was sent: columns left out have their default, unknown ones are left out."""

    def __call__(self, row) -> dict:
        if not isinstance(row, dict):
            raise ValueError(translate(_("A row must be an object."), context=self.request))
        columns = getFieldsInOrder(self.field.schema)
        return {name: self.cell(name, column, row) for name, column in columns if not column.readonly}

    def cell(self, name: str, column, row: dict):
        if name not in row and not column.required:
            return column.default
        found = queryMultiAdapter((column, self.field, self.request), IFieldDeserializer)
        found = found or getMultiAdapter((column, self.context, self.request), IFieldDeserializer)
        try:
            return found(row.get(name))
        except ValidationError as error:
            raise ValueError(f"{name}: {translate(error.doc(), context=self.request)}") from None
        except (TypeError, ValueError) as error:
            raise ValueError(f"{name}: {error}") from None


@implementer(IFieldSerializer)
@adapter(IList, IDexterityContent, IBluegetherLayer)
class RowsSerializer(CollectionFieldSerializer):
    """Shows each cell as a field of its kind outside a table is shown; lists without rows as ever."""

    def __call__(self):
        if not IRow.providedBy(self.field.value_type):
            return super().__call__()
        columns = getFieldsInOrder(self.field.value_type.schema)
        return [{name: self.cell(column, row.get(name)) for name, column in columns} for row in self.get_value() or ()]

    def cell(self, column, value):
        found = getMultiAdapter((column, self.context, self.request), IFieldSerializer)
        found.get_value = lambda default=None: value
        return found()
