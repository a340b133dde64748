"""Members in content as REST takes them: a user id, or a full name that only one person has."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import FORMER
from bluegether.core.people.interfaces import IMemberField
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(IMemberField, IDexterityContent, IBluegetherLayer)
class MemberDeserializer(DefaultFieldDeserializer):
    """Raises ValueError (400) for nobody."""

    def __call__(self, value):
        found = self.resolved(value) if value not in (None, "") else self.field.missing_value
        self.field.validate(found)
        return found

    def resolved(self, value) -> str:
        found = people.member_named(value) if isinstance(value, str) else ""
        if not found and isinstance(value, str) and FORMER.match(value):
            return value
        if not found:
            message = _("There is no member “${text}”.", mapping={"text": str(value)[:80]})
            raise ValueError(translate(message, context=self.request))
        return found
