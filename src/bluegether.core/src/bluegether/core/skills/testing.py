"""What tests of skills share: a type of content whose fields and rows hold skills."""

from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import Skill
from bluegether.core.skills.interfaces import SkillList
from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidgetFactory
from collective.z3cform.datagridfield.row import DictRow
from plone import api
from plone.autoform import directives
from plone.dexterity.fti import DexterityFTI
from plone.supermodel import model
from zope import schema


class IThingRow(model.Schema):
    """One row."""

    skill = Skill(title="Skill")
    others = SkillList(title="Others", required=False, missing_value=None)
    years = schema.Int(title="Years", required=False, default=1)
    moment = schema.Datetime(title="Moment", required=False)


class IThing(model.Schema):
    """Content with skills."""

    main = Skill(title="Main", required=False)
    wishes = SkillList(title="Wishes", required=False, default=[], missing_value=[])
    directives.widget("rows", DataGridFieldWidgetFactory)
    rows = schema.List(
        title="Rows", value_type=DictRow(title="Row", schema=IThingRow), required=False, default=[], missing_value=[]
    )


def add_type(portal) -> None:
    """Let the site have Things."""
    fti = DexterityFTI("Thing", title="Thing", schema=IThing.__identifier__, klass="plone.dexterity.content.Item")
    fti.behaviors = ("plone.dublincore",)
    fti.add_permission = "cmf.AddPortalContent"
    portal.portal_types._setObject("Thing", fti)


def add_skills() -> None:
    """Add a few skills as the portal itself."""
    api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
    for fr, en, synonyms in (
        ("Python", "Python", ()),
        ("Kubernetes", "Kubernetes", ("k8s",)),
        ("Apprentissage automatique", "Machine learning", ("ML",)),
        ("C++", "C++", ()),
    ):
        skills.add({"fr": fr, "en": en}, synonyms=synonyms, actor="")
