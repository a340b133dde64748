"""`@@journey-templates`, `@@journey-template?id=`: the steps of arrivals, for HR and animators."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.page import Page
from bluegether.core.people import api as people
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ROW = ("day", "who", "title", "text", "link", "id")
BLANK = 3


class Templates(Page):
    """All templates; a first one from the model."""

    index = ViewPageTemplateFile("templates.pt")
    title = _("Steps of arrivals")

    def templates(self) -> list:
        return journeys.templates(actor=self.userid)

    def kinds(self, template) -> list:
        return [words.KINDS[kind] for kind in template.kinds]

    def units(self, template) -> list[str]:
        return [people.units().get(unit, unit) for unit in template.units]


class TemplatePage(Page):
    """A form with a row per step and a few blank ones; a row without a title goes."""

    index = ViewPageTemplateFile("template.pt")
    actions = ("save", "delete")

    def show(self) -> str:
        self.template = self._template()
        return self.index()

    def title(self):
        return self.template.title if self.template is not None else _("New steps of arrivals")

    def _template(self):
        template_id = self.text("id", 20)
        if template_id:
            return journeys.template(template_id, actor=self.userid)
        journeys.templates(actor=self.userid)  # raises for who may not
        return None

    def posted(self) -> bool:
        return self.request.get("REQUEST_METHOD") == "POST"

    def value(self, name: str) -> str:
        if self.posted():
            return self.typed(name)
        return getattr(self.template, name) if self.template is not None else ""

    def has(self, name: str, value: str) -> bool:
        """Return whether a kind or unit is ticked."""
        if self.posted():
            return value in self.many(name)
        return self.template is not None and value in getattr(self.template, name)

    def kinds(self) -> list[tuple]:
        return [(kind, words.KINDS[kind]) for kind in journeys.KINDS]

    def units(self) -> list[tuple]:
        return sorted(people.units().items(), key=lambda pair: pair[1])

    def who(self) -> list[tuple]:
        return [(who, words.WHO[who]) for who in journeys.WHO]

    def steps(self) -> list[dict]:
        """Return the rows of the form: what was typed, the template's, or the model's; then blank ones."""
        if self.posted():
            found = self._typed_steps()
        elif self.template is not None:
            found = [vars(step) for step in self.template.steps]
        else:
            found = journeys.model_steps(api.portal.get_current_language())
        blank = dict.fromkeys(ROW, "") | {"who": "newcomer"}
        return [blank | step for step in found] + [blank] * BLANK

    def error(self, number: int, name: str):
        return self.errors.get(f"steps.{number}.{name}")

    def do_save(self) -> str:
        found = journeys.save_template(
            self.text("id", 20),
            title=self.text("title"),
            kinds=self.many("kinds"),
            units=self.many("units"),
            steps=self._typed_steps(),
            actor=self.userid,
        )
        self.say(_("“${title}” is saved. Arrivals that run keep their steps.", mapping={"title": found.title}))
        return self.address("journey-templates")

    def do_delete(self) -> str:
        journeys.delete_template(self.text("id", 20), actor=self.userid)
        self.say(_("The steps are deleted. Arrivals that run go on."))
        return self.address("journey-templates")

    def _typed_steps(self) -> list[dict]:
        columns = {name: self.many(f"step_{name}") for name in ROW}
        length = min((len(values) for values in columns.values()), default=0)
        rows = [{name: values[number] for name, values in columns.items()} for number in range(length)]
        return [row for row in rows if row["title"].strip() or row["text"].strip() or row["link"].strip()]
