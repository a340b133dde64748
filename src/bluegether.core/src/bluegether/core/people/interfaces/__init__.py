"""Settings, content, events and plug-ins of people; the groups of fields of a profile are in `profile`."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from bluegether.core.people.interfaces.member import FORMER as FORMER
from bluegether.core.people.interfaces.member import IMemberField as IMemberField
from bluegether.core.people.interfaces.member import Member as Member
from bluegether.core.people.interfaces.profile import AUDIENCES as PROFILE_AUDIENCES
from bluegether.core.people.interfaces.profile import BUSINESS
from bluegether.core.people.interfaces.profile import EVERYONE
from bluegether.core.people.interfaces.profile import GROUPS
from bluegether.core.people.interfaces.profile import ME
from bluegether.core.people.interfaces.profile import UNIT
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface.interfaces import IObjectEvent
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class IPeopleSettings(Interface):
    """Settings of the people room, in the registry under `bluegether.people`."""

    units = schema.Dict(
        title=_("Units"),
        description=_("Identifier and title of each unit of the company."),
        key_type=schema.ASCIILine(title=_("Identifier")),
        value_type=schema.TextLine(title=_("Name of the unit")),
        default={},
        required=False,
    )
    invitation_days = schema.Int(
        title=_("Days an invitation is valid"),
        description=_("After that the link no longer works; the invitation can be sent again."),
        default=14,
        min=1,
        max=90,
    )
    kept_days = schema.Int(
        title=_("Days a closed invitation is kept"),
        description=_("Accepted, declined, expired and revoked invitations and answered requests are then erased."),
        default=90,
        min=1,
        max=730,
    )
    certification_days = schema.Int(
        title=_("Days before a certification expires"),
        description=_("Its holder is then reminded, once."),
        default=60,
        min=1,
        max=365,
    )
    requests_open = schema.Bool(
        title=_("Visitors may ask for an account"),
        default=True,
        required=False,
    )


AUDIENCES = SimpleVocabulary(
    [
        SimpleTerm(EVERYONE, EVERYONE, _("Everyone in the network")),
        SimpleTerm(UNIT, UNIT, _("My unit")),
        SimpleTerm(BUSINESS, BUSINESS, _("HR and sales")),
        SimpleTerm(ME, ME, _("Only me (and HR)")),
    ]
)


def _allowed(title) -> schema.Tuple:
    return schema.Tuple(
        title=title, value_type=schema.Choice(vocabulary=AUDIENCES), default=tuple(PROFILE_AUDIENCES), min_length=1
    )


def _default(title, audience: str) -> schema.Choice:
    return schema.Choice(title=title, vocabulary=AUDIENCES, default=audience)


class IAudienceSettings(Interface):
    """Within what limits people choose who sees their profile, in the registry under `bluegether.people`.

    Two records for each group of fields: what may be chosen, and what holds for who has not chosen.
    """

    presentation_audiences = _allowed(_("Presentation: choices"))
    presentation_default = _default(_("Presentation: unless chosen"), EVERYONE)
    contact_audiences = _allowed(_("Contact: choices"))
    contact_default = _default(_("Contact: unless chosen"), EVERYONE)
    photo_audiences = _allowed(_("Photo: choices"))
    photo_default = _default(_("Photo: unless chosen"), EVERYONE)
    skills_audiences = _allowed(_("Skills: choices"))
    skills_default = _default(_("Skills: unless chosen"), EVERYONE)
    availability_audiences = _allowed(_("Availability: choices"))
    availability_default = _default(_("Availability: unless chosen"), BUSINESS)
    wishes_audiences = _allowed(_("Wishes: choices"))
    wishes_default = _default(_("Wishes: unless chosen"), BUSINESS)

    @invariant
    def defaults_are_choices(data) -> None:
        """Raise Invalid when a default is none of the choices."""
        for group in GROUPS:
            if getattr(data, f"{group}_default") not in getattr(data, f"{group}_audiences"):
                raise Invalid(_("What holds unless chosen must be one of the choices."))


class IPeople(Interface):
    """The folder of everybody: `<portal>/people/<user id>`."""


class IPerson(Interface):
    """The content of one person. It has no fields: see `profile` for what people say of themselves."""


class IPersonChanged(IObjectEvent):
    """A person was made, or something of their account or profile changed; `object` is the Person."""


class IPersonForgotten(IObjectEvent):
    """A person was erased; `object` is the site."""

    userid = Attribute("User id of who it was")


class IPersonFacets(Interface):
    """Named adapter of a Person: what a room lets the directory find them by."""

    def facets():
        """Return a list of `api.Facet`s. Each has an audience: who may find the person by it, and nobody else."""


class IPeopleListing(Interface):
    """Adapter of (site, request): what `GET @people` lists. The directory provides it."""

    def answer():
        """Return the service's answer as JSON-compatible data; raise BluegetherError."""


class IAccountCreated(IActivity):
    """A person received an account; `object` is the site, `userid` who it is."""


class IInvitationExpired(IObjectEvent):
    """An invitation was not answered in time; `object` is the site. No activity of a member."""

    userid = Attribute("User id that the person would have had")
    invited_by = Attribute("User id of who invited")
    language = Attribute("Language that the person was written to in")


class IAccessChanged(IObjectEvent):
    """A person's access ended, was suspended, or was given back; `object` is the site. `api.has_access` tells which."""

    userid = Attribute("User id of whose access it is")


class IThrottle(Interface):
    """Utility that slows down visitors who ask for accounts again and again."""

    def allowed(address):
        """Count one attempt from this address and return whether it is one too many (False) or not (True)."""

    def clear():
        """Forget every address."""
