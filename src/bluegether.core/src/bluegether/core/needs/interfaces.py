"""Schemas, markers and events of needs."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from bluegether.core.people.interfaces.profile import LEVELS
from bluegether.core.people.interfaces.profile import plain
from bluegether.core.people.interfaces.profile import REMOTE
from bluegether.core.skills.interfaces import Skill
from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldWidgetFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface.interfaces import IObjectEvent
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


AMOUNTS = "bluegether.ViewAmounts"
KNOW_CLIENT = "bluegether.KnowNeedClient"
LINE = 120
MAX_SKILLS = 30
NETWORK, SALES = "network", "sales"
AUDIENCES = SimpleVocabulary(
    [
        SimpleTerm(NETWORK, NETWORK, _("The network, while the need is open")),
        SimpleTerm(SALES, SALES, _("Sales and direction only")),
    ]
)


class INeeds(model.Schema):
    """The folder of needs."""


class INeedSkillRow(Interface):
    """A skill that a need asks for."""

    skill = Skill(title=_("Skill"), max_length=LINE)
    level = schema.Choice(title=_("Level"), vocabulary=LEVELS, default=3)
    source = schema.TextLine(title=_("Suggested by"), required=False, readonly=True)


def _line(title, **options) -> schema.TextLine:
    defaults = {"required": False, "max_length": LINE, "constraint": plain}
    return schema.TextLine(title=title, **(defaults | options))


def _skills(title, **options) -> schema.List:
    defaults = {"required": False, "max_length": MAX_SKILLS, "missing_value": [], "defaultFactory": list}
    return schema.List(title=title, value_type=DictRow(title=title, schema=INeedSkillRow), **(defaults | options))


class INeed(model.Schema):
    """What a client needs. Who sees the client's name and the rates is decided by `api`."""

    title = _line(
        _("What is needed"), required=True, description=_("As a consultant would say it: Data engineer for a bank.")
    )
    background = schema.Text(
        title=_("Context"),
        description=_("The project, the team, what is expected. Never the client’s name if it is hidden."),
        required=False,
        max_length=6000,
        constraint=plain,
    )
    client = schema.Choice(title=_("Client"), vocabulary="bluegether.needs.clients", required=False)
    client_name = _line(_("Client, if it is not in the list yet"))
    client_hidden = schema.Bool(
        title=_("Hide the client’s name from the network"),
        description=_("Sales, finance and direction see it."),
        required=False,
        default=False,
    )
    audience = schema.Choice(title=_("Who sees the need"), vocabulary=AUDIENCES, default=NETWORK)
    directives.widget("required_skills", BlockDataGridFieldWidgetFactory)
    required_skills = _skills(_("Required skills"), description=_("To take a row away, empty it or use its button."))
    directives.widget("welcome_skills", BlockDataGridFieldWidgetFactory)
    welcome_skills = _skills(_("Welcome skills"))
    start = schema.Date(title=_("Start"), required=False)
    end = schema.Date(title=_("End"), required=False)
    number = schema.Int(title=_("Number of people"), min=1, max=100, default=1)
    share = schema.Int(title=_("Share of full time, in percent"), min=1, max=100, default=100)
    place = _line(_("Place"), description=_("City or region."))
    remote = schema.Choice(title=_("Remote work"), vocabulary=REMOTE, default="partly")
    sector = _line(_("Sector"))
    directives.widget("hard", CheckBoxFieldWidget)
    hard = schema.List(
        title=_("Criteria that exclude"),
        description=_("Who does not meet them is not proposed, whatever the rest."),
        value_type=schema.Choice(vocabulary="bluegether.needs.criteria"),
        required=False,
        missing_value=[],
        defaultFactory=list,
    )
    rate_min = schema.Int(title=_("Daily rate from (€)"), required=False, min=0, max=10000)
    rate_max = schema.Int(title=_("Daily rate up to (€)"), required=False, min=0, max=10000)
    deadline = schema.Date(
        title=_("Answer to the client until"),
        description=_("Who follows the need is reminded when it has passed."),
        required=False,
    )
    manager = schema.Choice(
        title=_("Who follows it"),
        description=_("Somebody of sales; you if left empty."),
        vocabulary="bluegether.needs.managers",
        required=False,
    )

    directives.read_permission(rate_min=AMOUNTS, rate_max=AMOUNTS, client=KNOW_CLIENT, client_name=KNOW_CLIENT)
    directives.write_permission(rate_min=AMOUNTS, rate_max=AMOUNTS)

    @invariant
    def dates_in_order(data):
        start, end = getattr(data, "start", None), getattr(data, "end", None)
        if start and end and end < start:
            raise Invalid(_("The end comes before the start."))

    @invariant
    def rates_in_order(data):
        lowest, highest = getattr(data, "rate_min", None), getattr(data, "rate_max", None)
        if lowest is not None and highest is not None and highest < lowest:
            raise Invalid(_("The highest rate is below the lowest."))


class INeedOpened(IActivity):
    """A need was opened to the network; `object` is the need."""


class INeedChanged(IObjectEvent):
    """What a need asks for, its state, or who sees it changed; `object` is the need."""
