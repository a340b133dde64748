"""Schemas, settings, events and markers of spaces."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.interface.interfaces import IObjectEvent
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


OPEN, LISTED, SECRET = VISIBILITIES = ("open", "listed", "secret")
FREE, REQUEST, INVITATION = JOININGS = ("free", "request", "invitation")
READ, COMMENT, ADD, PUBLISH, EDIT = RIGHTS = ("read", "comment", "add", "publish", "edit")
OWNER, MODERATOR, MEMBER = ROLES = ("owner", "moderator", "member")
TEMPLATES = ("project", "community", "client", "training", "direction")
# Visibility -> the ways in that make sense: nobody asks to enter what they do not know of, and a space that everybody
# enters at a click is not closed.
PAIRS = {OPEN: JOININGS, LISTED: (REQUEST, INVITATION), SECRET: (INVITATION,)}
CONFIGURE = "bluegether.ConfigureSpace"


def _terms(*pairs) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in pairs])


VISIBILITY = _terms(
    (OPEN, _("Open: every member of the network reads it")),
    (LISTED, _("Listed: everyone sees that it exists, only its members read it")),
    (SECRET, _("Secret: only its members know of it")),
)
JOINING = _terms(
    (FREE, _("Free: whoever wants to joins")),
    (REQUEST, _("On request: a moderator accepts")),
    (INVITATION, _("By invitation only")),
)
RIGHT = _terms(
    (READ, _("read")),
    (COMMENT, _("read, publish in the space's stream and comment")),
    (ADD, _("also add documents, which a moderator publishes")),
    (PUBLISH, _("also publish documents")),
    (EDIT, _("also change the documents of all")),
)
TEMPLATE = _terms(
    ("project", _("Project")),
    ("community", _("Community")),
    ("client", _("Client account")),
    ("training", _("Training")),
    ("direction", _("Dialogue with the direction")),
)
ROLE = _terms((OWNER, _("Owner of the space")), (MODERATOR, _("Moderator")), (MEMBER, _("Member")))


class ISpaces(Interface):
    """The folder of all spaces: `<portal>/spaces`."""


class ISpace(model.Schema):
    """A space: what it is for, who sees it, who enters, what members do. Only who configures it changes this."""

    directives.write_permission(
        title=CONFIGURE,
        description=CONFIGURE,
        public=CONFIGURE,
        rules=CONFIGURE,
        visibility=CONFIGURE,
        joining=CONFIGURE,
        powers=CONFIGURE,
        reason=CONFIGURE,
        target_members=CONFIGURE,
        target_posts=CONFIGURE,
        template=CONFIGURE,
    )
    title = schema.TextLine(title=_("Name of the space"), max_length=100)
    description = schema.Text(
        title=_("Purpose"), description=_("What it is for, in a sentence or two."), max_length=500
    )
    public = schema.TextLine(title=_("Public"), description=_("For whom: a job, a unit, everybody…"), max_length=200)
    rules = schema.Text(
        title=_("Rules of use"),
        description=_("Shown at joining and beside the post box, with the charter, which holds everywhere."),
        max_length=4000,
        required=False,
        default="",
        missing_value="",
    )
    template = schema.Choice(title=_("Kind of space"), vocabulary=TEMPLATE, default="community")
    visibility = schema.Choice(title=_("Who sees it"), vocabulary=VISIBILITY, default=OPEN)
    joining = schema.Choice(title=_("Who enters"), vocabulary=JOINING, default=FREE)
    powers = schema.Choice(title=_("What members may do"), vocabulary=RIGHT, default=PUBLISH)
    reason = schema.TextLine(
        title=_("Why it is closed"),
        description=_("Required unless the space is open: everything that can be shared should be."),
        max_length=300,
        required=False,
        default="",
        missing_value="",
    )
    target_members = schema.Int(title=_("Target: members"), min=1, max=100_000, default=10)
    target_posts = schema.Int(title=_("Target: publications in 30 days"), min=1, max=100_000, default=4)

    @invariant
    def pair_is_possible(data) -> None:
        """Raise Invalid when nobody could enter so, or the space would not be what it says."""
        if data.joining and data.visibility and data.joining not in PAIRS[data.visibility]:
            raise Invalid(_("These two do not go together: see who sees it and who enters."))

    @invariant
    def closed_says_why(data) -> None:
        """Raise Invalid when a closed space does not say why."""
        if data.visibility != OPEN and not (data.reason or "").strip():
            raise Invalid(_("A space that is not open says why."))


class ISpacesSettings(Interface):
    """What the company chose, in the registry under `bluegether.spaces`."""

    creator_kinds = schema.Tuple(
        title=_("Who may create a space"),
        description=_("Kinds of accounts. Animators and administrators always may."),
        value_type=schema.Choice(
            vocabulary=_terms(
                ("consultant", _("Consultants")),
                ("staff", _("Staff")),
                ("direction", _("Direction")),
                ("partner", _("Partners")),
            )
        ),
        default=("consultant", "staff", "direction"),
        required=False,
        missing_value=(),
    )
    templates = schema.Tuple(
        title=_("Kinds of spaces that are offered"),
        value_type=schema.Choice(vocabulary=TEMPLATE),
        default=TEMPLATES,
        min_length=1,
    )
    outside_kinds = schema.Tuple(
        title=_("Outside members"),
        description=_("Kinds of accounts that see their own spaces only, and the people of these."),
        value_type=schema.Choice(vocabulary=_terms(("partner", _("Partners")), ("freelance", _("Freelances")))),
        default=(),
        required=False,
        missing_value=(),
    )
    anonymous_questions = schema.Bool(
        title=_("Questions to the direction may be anonymous"),
        description=_("The portal then keeps nothing of who asked; one anonymous question per person and day."),
        default=True,
        required=False,
    )
    answer_days = schema.Int(title=_("Days in which the direction answers a question"), min=1, max=365, default=14)


class IOpenToKnowers(Interface):
    """Marks a view of a space that also those open who know of the space and may not see what is inside."""


class ISpaceCreated(IActivity):
    """A space was created; `object` is the space."""


class IMembershipChanged(IObjectEvent):
    """Somebody joined, left or has another role; `object` is the space."""

    userid = Attribute("User id of whose membership it is")
    before = Attribute('Role before, "" for none')
    after = Attribute('Role now, "" for none')
