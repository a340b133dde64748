"""Schemas, settings, rows, answers and events of missions."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from bluegether.core.people.interfaces import Member
from bluegether.core.people.interfaces import profile
from bluegether.core.skills.interfaces import SkillList
from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldWidgetFactory
from collective.z3cform.datagridfield.row import DictRow
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.schema.interfaces import IDecimal
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


PLANNED, RUNNING, ENDING, ENDED = STATES = ("planned", "running", "ending", "ended")
CLIENTS = "bluegether.missions.clients"  # vocabulary
AMOUNTS = "bluegether.ViewAmounts"
MAX_ROWS = 60
MAX_AMOUNT = Decimal(100_000_000)
MARKS = SimpleVocabulary(
    [
        SimpleTerm("reached", "reached", _("Objective reached")),
        SimpleTerm("partly", "partly", _("Partly reached")),
        SimpleTerm("missed", "missed", _("Not reached")),
        SimpleTerm("dropped", "dropped", _("No longer wanted")),
    ]
)


class IMoney(IDecimal):
    """A field that holds an amount in euros."""


@implementer(IMoney)
class Money(schema.Decimal):
    """An amount in euros, to the cent."""

    def __init__(self, **values):
        super().__init__(**({"min": Decimal(0), "max": MAX_AMOUNT, "required": False} | values))


def _line(title, **options) -> schema.TextLine:
    return schema.TextLine(
        title=title, **({"required": False, "max_length": 200, "constraint": profile.plain} | options)
    )


def _text(title, **options) -> schema.Text:
    return schema.Text(title=title, **({"required": False, "max_length": 4000, "constraint": profile.plain} | options))


def _rows(title, row, **options) -> schema.List:
    defaults = {"required": False, "max_length": MAX_ROWS, "missing_value": [], "defaultFactory": list}
    return schema.List(title=title, value_type=DictRow(title=title, schema=row), **(defaults | options))


def _revision() -> schema.Int:
    return schema.Int(
        title=_("Revision"), description=_("Counts the changes: tells two people from each other."), required=False
    )


class IClients(model.Schema):
    """The folder of clients."""


class IMissions(model.Schema):
    """The folder of missions."""


class ISiteRow(Interface):
    """A place where a client works."""

    title = _line(_("Site"), required=True)
    address = _line(_("Address"))
    city = _line(_("City"))


class IContactRow(Interface):
    """Somebody at a client."""

    name = _line(_("Name"), required=True)
    job = _line(_("Job"))
    email = _line(_("Mail address"))
    phone = _line(_("Telephone"), max_length=30, constraint=profile.phone_number)


class IClient(model.Schema):
    """A company that consultants work for."""

    title = _line(_("Company"), required=True)
    sector = _line(_("Sector"))
    account_manager = Member(
        title=_("Account manager"), description=_("Is told when missions end. Full name or user id."), required=False
    )
    confidential = schema.Bool(
        title=_("The client’s name is confidential"),
        description=_("Only the people concerned and those who handle business see that we work there."),
        required=False,
        default=False,
    )
    directives.widget("sites", BlockDataGridFieldWidgetFactory)
    sites = _rows(_("Sites"), ISiteRow)
    directives.widget("contacts", BlockDataGridFieldWidgetFactory)
    contacts = _rows(_("Contacts"), IContactRow)
    revision = _revision()


class IConsultantRow(Interface):
    """One agreed period of one consultant."""

    userid = Member(title=_("Consultant"), description=_("Full name or user id."))
    start = schema.Date(title=_("First day"))
    end = schema.Date(title=_("Last day"))
    share = schema.Int(title=_("Share of full time, in percent"), min=1, max=100, default=100, required=False)
    confirmed = schema.Bool(title=_("Confirmed"), required=False, default=False)


class IObjectiveRow(Interface):
    """One objective agreed at the start, marked at the end."""

    objective = _line(_("Objective"), required=True, max_length=500)
    mark = schema.Choice(title=_("Mark at the end"), vocabulary=MARKS, required=False)


class IOrderRow(Interface):
    """One order of the client."""

    reference = _line(_("Order reference"), required=True)
    amount = Money(title=_("Amount, in euros"))
    start = schema.Date(title=_("First day"), required=False)
    end = schema.Date(title=_("Last day"), required=False)


class IMission(model.Schema):
    """Work of one or more consultants for a client."""

    title = _line(_("Role"), description=_("What colleagues read: Data engineer, Scrum master."), required=True)
    client = schema.Choice(title=_("Client"), vocabulary=CLIENTS)
    directives.widget("consultants", BlockDataGridFieldWidgetFactory)
    consultants = _rows(
        _("Consultants"),
        IConsultantRow,
        description=_("A confirmed period keeps its dates: to extend a mission, add a period."),
    )
    place = _line(_("Place"))
    remote = schema.Choice(title=_("Remote work"), vocabulary=profile.REMOTE, required=False)
    contact = _line(_("Contact at the client"))
    context = _text(_("Context"))
    skills = SkillList(
        title=_("Skills used"), required=False, max_length=MAX_ROWS, missing_value=[], defaultFactory=list
    )
    directives.widget("objectives", BlockDataGridFieldWidgetFactory)
    objectives = _rows(_("Objectives agreed at the start"), IObjectiveRow)

    directives.read_permission(rate=AMOUNTS, cost=AMOUNTS, orders=AMOUNTS)
    directives.write_permission(rate=AMOUNTS, cost=AMOUNTS, orders=AMOUNTS)
    rate = Money(title=_("Daily rate, in euros"), description=_("What the client pays."))
    cost = Money(title=_("Daily cost, in euros"), description=_("What the consultant costs the company."))
    directives.widget("orders", BlockDataGridFieldWidgetFactory)
    orders = _rows(_("Orders"), IOrderRow)
    revision = _revision()
    overload_accepted = schema.Bool(
        title=_("Yes, go beyond 100 %"),
        description=_("Needed only when somebody would be booked beyond full time."),
        required=False,
        default=False,
    )


class IMissionsSettings(Interface):
    """Settings of the room, in the registry under `bluegether.missions`."""

    alert_weeks = schema.List(
        title=_("Weeks before the end of a mission that people are told"),
        description=_("One number on each line: the consultant, the manager and the account manager, once each."),
        value_type=schema.Int(min=1, max=52),
        default=[8, 4, 2],
        max_length=10,
        required=False,
        missing_value=[],
    )
    ending_weeks = schema.Int(
        title=_("Weeks before its end from which a mission counts as ending"), default=8, min=1, max=52
    )


@dataclass(frozen=True, order=True)
class Period:
    """When somebody works on a mission, both days included; an early end has cut it already."""

    start: date
    end: date
    share: int
    confirmed: bool
    mission_uid: str = ""


@dataclass(frozen=True)
class Shown:
    """A mission as one reader may know it. Without `whole`, there is nothing but title, client and `running`."""

    uid: str
    title: str
    client: str = ""
    running: bool = False
    whole: bool = False
    client_uid: str = ""
    state: str = ""
    place: str = ""
    url: str = ""
    periods: tuple[Period, ...] = ()


class IPeriodsChanged(IObjectEvent):
    """When or for whom these people work changed, or a period began or ended; `object` is the site."""

    userids = Attribute("Tuple of user ids")


class IMissionMoved(IObjectEvent):
    """A mission came into another state; `object` is the mission. It MUST NOT be told to who may not know of it."""

    actor = Attribute("User id of who caused it, empty for the portal")
    userids = Attribute("Tuple of user ids of its consultants")
    happened = Attribute("Aware datetime in UTC")


class IMissionStarted(IMissionMoved):
    """Its first confirmed period began."""


class IMissionEnding(IMissionMoved):
    """Its latest confirmed period ends within the weeks of the settings."""


class IMissionEnded(IMissionMoved):
    """Its latest confirmed period is over: time to refresh skills profiles and to tell what was learned."""


class IMissionAnnounced(IActivity):
    """A mission at a client that is not confidential began; `object` is the mission, `actor` the consultant."""

    client = Attribute("Name of the client")
    role = Attribute("Title of the mission")
