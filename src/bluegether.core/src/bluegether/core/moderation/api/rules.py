"""Who may do what, and the bounds of what is accepted.

Nobody decides about what they wrote, what they reported, or an appeal against their own decision. Animators decide
about what others than animators wrote; Direction and administrators about everything; Direction alone judges appeals.
"""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.moderation.storage import Case
from bluegether.core.people import api as people
from plone import api
import unicodedata


MAX_WORDS = 2000
ADMINISTRATORS = frozenset({"Manager", "Site Administrator"})
ABOVE = ADMINISTRATORS | {"Director"}
MODERATORS = ABOVE | {"Animator"}
PREFIX = "bluegether.moderation."


def setting(name: str) -> int:
    """Return one of IModerationSettings."""
    return api.portal.get_registry_record(PREFIX + name)


def roles(userid: str) -> set[str]:
    """Return the roles that count here; none for who has no access."""
    return people.roles_of(userid) if userid and people.has_access(userid) else set()


def may_report(userid: str) -> bool:
    """Return whether this person reports things: members of the network, no clients."""
    return bool(roles(userid) & (ADMINISTRATORS | {"Member"}))


def may_moderate(userid: str) -> bool:
    """Return whether this person sees the queue at all."""
    return bool(roles(userid) & MODERATORS)


def may_read_log(userid: str) -> bool:
    """Return whether this person reads the log."""
    return bool(roles(userid) & ABOVE)


def may_judge(userid: str) -> bool:
    """Return whether this person judges appeals: Direction alone."""
    return "Director" in roles(userid)


def sees_line(userid: str, line: str) -> bool:
    """Return whether this person works on the queue of `animators` or `direction`."""
    return may_moderate(userid) if line == "animators" else may_read_log(userid)


def sees(case: Case, userid: str) -> bool:
    """Return whether this person may read the case; never its author nor who reported: names of reporters are in it.

    An animator also sees what became of a case that they decided.
    """
    if userid in (case.author, "") or userid in case.reports:
        return False
    own = case.decision is not None and case.decision.by == userid
    for_direction = case.direction or (case.line[0] == "direction" and not own)
    return sees_line(userid, "direction" if for_direction else "animators")


def may_decide(case: Case, userid: str) -> bool:
    """Return whether this person decides the case."""
    return sees(case, userid)


def may_judge_case(case: Case, userid: str) -> bool:
    """Return whether this person judges the appeal: who did not decide, and whom it does not concern."""
    return may_judge(userid) and sees(case, userid) and case.decision is not None and case.decision.by != userid


def require(allowed: bool) -> None:
    """Raise NotAllowed unless it is allowed."""
    if not allowed:
        raise NotAllowed(_("You may not do this."))


def checked_words(value, field: str, *, required: bool = True) -> str:
    """Return a text that a person typed; raise Invalid when it is none, missing or too long."""
    if not isinstance(value, str):
        raise Invalid(_("The text must be plain text."), field=field)
    text = "".join(sign for sign in value.replace("\r\n", "\n") if sign in "\n\t" or _is_plain(sign)).strip()
    if required and not text:
        raise Invalid(_("Say why in a few words."), field=field)
    if len(text) > MAX_WORDS:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": MAX_WORDS}), field=field)
    return text


def _is_plain(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cf", "Cs") or sign in "\u200c\u200d"


def checked_article(value) -> int:
    """Return the number of an article of the charter in force; raise Invalid when there is none such."""
    number = int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 6 else value
    if isinstance(number, bool) or not isinstance(number, int) or not number:
        raise Invalid(_("Choose the article of the charter that it breaks."), field="article")
    try:
        return charter.article(number).number
    except Missing as error:
        raise Invalid(error.message, field="article") from None
