"""Widget of the field `Member`: text that shows a full name, takes a full name or a user id, and suggests people."""

from bluegether.core import _
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import FORMER
from bluegether.core.people.interfaces import IMemberField
from plone import api
from plone.app.z3cform.interfaces import ITextWidget
from plone.app.z3cform.widgets.text import TextWidget
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema import ValidationError


class IMemberWidget(ITextWidget):
    """A widget for one member."""


class UnknownMember(ValidationError):
    __doc__ = _("There is no such member. Give the full name, or the user id where two people have the same name.")


@implementer_only(IMemberWidget)
class MemberWidget(TextWidget):
    """One member."""

    klass = "member-widget"

    @property
    def attributes(self) -> dict:
        url = f"{api.portal.get().absolute_url()}/@people-suggest?people=1"
        found = super().attributes | {"autocomplete": "off", "data-suggest": url}
        if self.is_subform_widget():  # a cell of a table has no label of its own
            found["aria-label"] = translate(self.label, context=self.request)
        return found


@adapter(IMemberField, IFormLayer)
@implementer(IFieldWidget)
def member_widget(field, request):
    """Return the widget of a `Member`."""
    return FieldWidget(field, MemberWidget(request))


@adapter(IMemberField, IMemberWidget)
class MemberConverter(BaseDataConverter):
    """Between a user id and a full name; the user id stays where the name would not be enough."""

    def toWidgetValue(self, value) -> str:
        person = people.account(value) if value else None
        if person is None:
            return value or ""
        return person.fullname if people.member_named(person.fullname) == value else value

    def toFieldValue(self, value):
        text = (value or "").strip()
        if not text:
            return self.field.missing_value
        return resolved(text)


def resolved(text: str) -> str:
    """Return the user id that the text means; raise UnknownMember."""
    found = people.member_named(text) or (text if FORMER.match(text) else "")
    if not found:
        raise UnknownMember(text)
    return found
