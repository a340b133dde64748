"""`@@skill-edit`: add a skill, or with `id` change one."""

from bluegether.core import _
from bluegether.core.skills import api as skills
from bluegether.core.skills.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Edit(Page):
    """Titles, family, synonyms (one a line)."""

    index = ViewPageTemplateFile("edit.pt")
    found = None

    def prepare(self) -> None:
        if self.request.form.get("id"):
            self.found = self.named()

    @property
    def title(self):
        return _("Add a skill") if self.found is None else _("Edit a skill")

    @property
    def back(self) -> str:
        return self.link(self.found.id) if self.found is not None else f"{self.site_url}/@@skills"

    def fields(self) -> list[dict]:
        """Return the form's fields with what is there, or what another page suggests."""
        old = self.found
        parent = old.parent if old is not None else skills.current(self.text("parent", 200))
        return [
            self.field(
                "title_fr",
                label=_("Title in French"),
                value=old.titles["fr"] if old else "",
                maximum=skills.MAX_TITLE,
                required=True,
            ),
            self.field(
                "title_en",
                label=_("Title in English"),
                value=old.titles["en"] if old else "",
                maximum=skills.MAX_TITLE,
                help=_("Left empty, it is the French one."),
            ),
            self.field(
                "family",
                label=_("Stands below"),
                value=skills.title(parent) if parent else "",
                suggest=f"{self.site_url}/@skills?families=1",
                help=_("A family or another skill; left empty, it stands on top and groups others."),
            ),
            self.field(
                "synonyms",
                label=_("Other spellings"),
                value="\n".join(old.synonyms) if old else "",
                type="textarea",
                rows=5,
                help=_("One a line. Upper case, accents, spaces and punctuation do not count."),
            ),
        ]

    def post(self) -> str:
        values = {
            "titles": {"fr": self.text("title_fr"), "en": self.text("title_en")},
            "synonyms": self.text("synonyms").splitlines(),
            "parent": self.chosen("family", _("This family does not exist.")),
        }
        if self.found is None:
            skill_id = skills.add(actor=self.userid, **values)
            self.say(_("The skill was added."))
            return self.link(skill_id)
        skills.update(self.found.id, actor=self.userid, **values)
        self.say(_("The skill was changed: everything that names it follows."))
        return self.link(self.found.id)
