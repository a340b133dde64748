"""Widgets of the fields `Skill` and `SkillList`: text that shows titles and takes any spelling.

They suggest while somebody types (`data-suggest`, the theme's script) and work without it, in rows of tables too.
"""

from bluegether.core import _
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillField
from bluegether.core.skills.interfaces import ISkillListField
from plone import api
from plone.app.z3cform.interfaces import ITextWidget
from plone.app.z3cform.widgets.text import TextWidget
from urllib.parse import urlencode
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IFormLayer
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import implementer_only
from zope.schema import ValidationError


NEAR = 3


class ISkillWidget(ITextWidget):
    """A widget for one skill."""


class ISkillListWidget(ITextWidget):
    """A widget for several skills, separated by commas."""


class UnknownSkill(ValidationError):
    """What was typed is no skill; the message says what is near."""

    def doc(self):
        return self.args[0]


@implementer_only(ISkillWidget)
class SkillWidget(TextWidget):
    """One skill."""

    klass = "skill-widget"
    separator = ""

    @property
    def attributes(self) -> dict:
        found = super().attributes | {"autocomplete": "off", "data-suggest": f"{self.site_url}/@skills"}
        if self.separator:
            found["data-suggest-separator"] = self.separator
        if self.is_subform_widget():  # a cell of a table has no label of its own
            found["aria-label"] = translate(self.label, context=self.request)
        return found

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    @property
    def propose_url(self) -> str:
        return f"{self.site_url}/@@skill-propose?{urlencode({'text': self.missed})}"

    @property
    def missed(self) -> str:
        """Return the first text that is no skill, for the link that proposes it."""
        texts = self.value.split(",") if isinstance(self.value, str) and self.error is not None else ()
        return next((text.strip() for text in texts if text.strip() and not named(text)), "")


@implementer_only(ISkillListWidget)
class SkillListWidget(SkillWidget):
    """Several skills."""

    klass = "skills-widget"
    separator = ","


@adapter(ISkillField, IFormLayer)
@implementer(IFieldWidget)
def skill_widget(field, request):
    """Return the widget of a `Skill`."""
    return FieldWidget(field, SkillWidget(request))


@adapter(ISkillListField, IFormLayer)
@implementer(IFieldWidget)
def skill_list_widget(field, request):
    """Return the widget of a `SkillList`."""
    return FieldWidget(field, SkillListWidget(request))


@adapter(ISkillField, ISkillWidget)
class SkillConverter(BaseDataConverter):
    """Between an id and its title in the reader's language."""

    def toWidgetValue(self, value) -> str:
        return skills.title(value) if value else ""

    def toFieldValue(self, value):
        text = value.strip()
        return resolved(text, self.widget.request) if text else self.field.missing_value


@adapter(ISkillListField, ISkillListWidget)
class SkillListConverter(BaseDataConverter):
    """Between ids and titles separated by commas."""

    def toWidgetValue(self, value) -> str:
        return ", ".join(skills.title(skill_id) for skill_id in value or ())

    def toFieldValue(self, value):
        texts = [text.strip() for text in value.replace("\n", ",").replace(";", ",").split(",")]
        ids = [resolved(text, self.widget.request) for text in texts if text]
        return list(dict.fromkeys(ids)) or self.field.missing_value


def named(text: str) -> str:
    """Return the id that a typed text means: a spelling before an id, since people type words."""
    return skills.find(text) or skills.current(text)


def resolved(text: str, request) -> str:
    """Return the id that the text means; raise UnknownSkill, which says what is near."""
    found = named(text)
    if found:
        return found
    near = ", ".join(suggestion.title for suggestion in skills.suggest(text, limit=NEAR))
    message = _("“${text}” is not in the list of skills.", mapping={"text": text})
    if near:
        message = _("“${text}” is not in the list. Did you mean: ${near}?", mapping={"text": text, "near": near})
    raise UnknownSkill(translate(message, context=request))
