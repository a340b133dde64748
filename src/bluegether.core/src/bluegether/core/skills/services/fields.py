"""Skills in content as REST shows and takes it: out as token and title, in as an id or any spelling."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillField
from bluegether.core.skills.interfaces import ISkillListField
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from plone.restapi.interfaces import IFieldSerializer
from plone.restapi.serializer.dxfields import DefaultFieldSerializer
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


def shown(skill_id: str) -> dict:
    """Return a stored id as REST shows it; a merged one shows what took it over."""
    return {"token": skills.current(skill_id) or skill_id, "title": skills.title(skill_id)}


@implementer(IFieldSerializer)
@adapter(ISkillField, IDexterityContent, IBluegetherLayer)
class SkillSerializer(DefaultFieldSerializer):
    """One skill, null without."""

    def __call__(self):
        value = self.get_value()
        return shown(value) if value else None


@implementer(IFieldSerializer)
@adapter(ISkillListField, IDexterityContent, IBluegetherLayer)
class SkillListSerializer(DefaultFieldSerializer):
    """Several skills."""

    def __call__(self):
        return [shown(value) for value in self.get_value() or ()]


@implementer(IFieldDeserializer)
@adapter(ISkillField, IDexterityContent, IBluegetherLayer)
class SkillDeserializer(DefaultFieldDeserializer):
    """Takes an id, any spelling, or what the serializer shows."""

    def __call__(self, value):
        found = self.resolved(value) if value not in (None, "") else self.field.missing_value
        self.field.validate(found)
        return found

    def resolved(self, value) -> str:
        """Return the id; raise ValueError (400)."""
        text = value.get("token") if isinstance(value, dict) else value
        found = skills.resolve(text) if isinstance(text, str) else ""
        if not found:
            message = _("“${text}” is not in the list of skills.", mapping={"text": str(text)[:80]})
            raise ValueError(translate(message, context=self.request))
        return found


@implementer(IFieldDeserializer)
@adapter(ISkillListField, IDexterityContent, IBluegetherLayer)
class SkillListDeserializer(SkillDeserializer):
    """Takes a list of these."""

    def __call__(self, value):
        if value is not None and not isinstance(value, list):
            raise ValueError(translate(_("The skills must be a list."), context=self.request))
        found = list(dict.fromkeys(self.resolved(item) for item in value or ())) or self.field.missing_value
        self.field.validate(found)
        return found
