"""What the verbs share: the trees, who someone is to a referral, texts checked, where a referral stands."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.text import cleaned
from bluegether.core.people import api as people
from bluegether.core.referrals import storage
from bluegether.core.referrals.interfaces import OPEN
from bluegether.core.referrals.storage import KEY
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from bluegether.core.referrals.storage import Step
from datetime import datetime
from datetime import timedelta
from plone import api
import hashlib
import hmac
import unicodedata


HR = "HR Referent"
MEMBERS = frozenset({"Consultant", "Staff", "Director"})
PAYS = frozenset({HR, "Finance Referent"})
SEES_AMOUNTS = PAYS | {"Director"}


def kept() -> Referrals | None:
    """Return the trees, or None while nothing was ever written."""
    return stored(api.portal.get(), KEY)


def writable() -> Referrals:
    """Return the trees to change them."""
    return store(api.portal.get(), KEY, Referrals)


def setting(name: str):
    """Return a setting of the room."""
    return api.portal.get_registry_record(f"bluegether.referrals.{name}")


def company() -> str:
    """Return the company's name, as candidates know it."""
    return setting("company") or api.portal.get().Title()


def can_refer(userid: str) -> bool:
    """Return whether this person may refer somebody: the company's own people."""
    return bool(people.roles_of(userid) & MEMBERS) and people.account(userid) is not None


def is_hr(userid: str) -> bool:
    """Return whether this person handles referrals: HR, and no administrator."""
    return HR in people.roles_of(userid)


def can_pay(userid: str) -> bool:
    """Return whether this person sends bonuses to payroll and notes them as paid: HR and finance."""
    return bool(people.roles_of(userid) & PAYS)


def sees_amounts(userid: str) -> bool:
    """Return whether this person sees everybody's bonuses: HR, finance, direction."""
    return bool(people.roles_of(userid) & SEES_AMOUNTS)


def can_set_rules(userid: str) -> bool:
    """Return whether this person publishes the rules of bonuses: direction."""
    return "Director" in people.roles_of(userid)


def can_handle(found: Referral, userid: str) -> bool:
    """Return whether this person reads the candidate's file and moves it: HR, and the recruiter named for it.

    Never who referred them, whatever their role: a colleague does.
    """
    if not userid or userid == found.by or userid == found.userid:
        return False
    return userid == found.recruiter or is_hr(userid)


def nothing() -> Missing:
    """Return what somebody is told who may not see it, the same as for what is not there."""
    return Missing(_("There is no such referral."))


def referral(number: int, *, userid: str) -> Referral:
    """Return the referral for its referrer or who handles it; raise Missing for everybody else."""
    root = kept()
    found = root.referrals.get(number) if root is not None else None
    if found is None or not (can_handle(found, userid) or (userid and found.by == userid)):
        raise nothing()
    return found


def handled(number: int, *, userid: str) -> Referral:
    """Return the referral for who handles it; raise Missing, NotAllowed for its referrer."""
    found = referral(number, userid=userid)
    if not can_handle(found, userid):
        raise NotAllowed(_("Whom you referred yourself, a colleague handles."))
    return found


def expires(found: Referral) -> datetime:
    """Return until when the person may answer."""
    return found.created + timedelta(days=setting("consent_days"))


def text(value, *, field: str, maximum: int, required: bool = False, lines: bool = False) -> str:
    """Return the text, cleaned; raise Invalid for none, too much, or no text."""
    if not isinstance(value, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": field}), field=field)
    plain = cleaned(value)
    if not lines:
        plain = " ".join(plain.split())
    if required and not plain:
        raise Invalid(_("Please fill this in."), field=field)
    if len(plain) > maximum:
        raise Invalid(_("At most ${max} characters.", mapping={"max": maximum}), field=field)
    return plain


def folded(value: str) -> str:
    """Return the text without case and accents, to search and compare by."""
    plain = unicodedata.normalize("NFKD", value.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def put(root: Referrals, found: Referral) -> None:
    """Let the board find the referral where it stands."""
    storage.place(root, found, folded(f"{found.name} {found.company}"))


def enter(root: Referrals, found: Referral, state: str, *, actor: str) -> None:
    """Let the referral reach a stage: history, board, figures, recruiter's list, who is named."""
    before = found.steps[-1]
    note_days(root, before.state, (now() - before.at).days)
    found.state = state
    found.steps = (*found.steps, Step(now(), state, actor))
    note_count(root, state)
    if actor and actor != "candidate":
        storage.members(root.touched, actor).insert(found.id)
    if found.recruiter and state not in OPEN:
        storage.drop(root.recruiting, found.recruiter, found.id)
    put(root, found)


def note_count(root: Referrals, what: str, number: int = 1, *, at: datetime | None = None) -> None:
    """Count something in its quarter."""
    key = (quarter(at or now()), what)
    root.counts[key] = root.counts.get(key, 0) + number


def note_days(root: Referrals, stage: str, days: int) -> None:
    """Count how long somebody stayed in a stage."""
    root.days[(stage, days)] = root.days.get((stage, days), 0) + 1


def quarter(moment: datetime) -> str:
    """Return the quarter of the year, such as 2026-Q4."""
    day = local(moment)
    return f"{day.year}-Q{(day.month + 2) // 3}"


def fingerprint(root: Referrals, word: str) -> str:
    """Return what stands for a word that is not kept: the same word gives the same, nobody gets back."""
    return hmac.new(root.salt.encode(), word.encode(), hashlib.sha256).hexdigest()


def reference(found: Referral) -> str:
    """Return what people call a referral by, without naming anybody."""
    return f"C-{local(found.created):%y%m%d-%H%M%S}"
