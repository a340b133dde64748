"""Who comes and who leaves: the account of somebody hired, bonuses whose day they do not reach, former members."""

from bluegether.core.kit.clock import local
from bluegether.core.people import api as people
from bluegether.core.referrals.api import contacts
from bluegether.core.referrals.api.bonuses import end
from bluegether.core.referrals.api.model import fingerprint
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.api.stages import give
from bluegether.core.referrals.api.stages import leave
from bluegether.core.referrals.api.stages import tie
from bluegether.core.referrals.storage import free_key
from datetime import timedelta
from dateutil.relativedelta import relativedelta


def arrived(userid: str) -> None:
    """Let the referral of somebody hired know the account with the same mail address."""
    root, account = kept(), people.account(userid)
    if root is None or account is None:
        return
    number = root.claims.get(f"mail:{contacts.mailbox(account.email)}", 0)
    found = root.referrals.get(number)
    if found is not None and found.state in ("offer", "hired", "trial_passed") and found.by != userid:
        tie(root, found, userid)


def left(userid: str) -> None:
    """Cancel what was to become due after the last day of somebody whose access is over; remember that they left."""
    if not people.has_ended(userid):
        return
    last_day = local(people.closing(userid).ends - timedelta(microseconds=1)).date()
    root = kept()
    if root is not None:
        end(root, [root.bonuses[number] for number in root.earned.get(userid, ())], "referrer_left", after=last_day)
        hired = root.referrals.get(root.hires.get(userid, 0))
        if hired is not None:
            leave(root, hired, last_day, "hire_left")
        for number in list(root.recruiting.get(userid, ())):
            give(root, root.referrals[number], "")
    remember(userid)


def remember(userid: str) -> None:
    """Keep, for the months that count, what the address of a former member is recognised by, and nothing else."""
    account, months = people.account(userid), setting("former_months")
    if account is None or account.kind == "client" or not months:
        return
    root = writable()
    mark = fingerprint(root, contacts.mailbox(account.email))
    if mark not in root.former:
        key = free_key(root.due, people.closing(userid).ends + relativedelta(months=months))
        root.due[key] = ("former", mark)
        root.former[mark] = key
