"""Set up single sign-on and LDAP of a site, where their plug-ins are installed (PROFILE=sso):

    bin/instance run scripts/sso.py oidc --issuer URL --client-id ID --secret-file FILE [--addresses-are-verified]
    bin/instance run scripts/sso.py ldap --uri URI --base DN --bind-dn DN --secret-file FILE [--filter F]
                                         [--id ATTRIBUTE] [--login ATTRIBUTE] [--start-tls] [--addresses-are-verified]
    bin/instance run scripts/sso.py link USERID PROVIDER SUBJECT    (an administrator, or who has another address there)
    bin/instance run scripts/sso.py unlink USERID
    bin/instance run scripts/sso.py off

Secrets come from files, so that no list of processes shows them. Twice is once; --site ID (before the verb) for
another site than bluegether.
"""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import UnrestrictedUser
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.people import api as people
from bluegether.core.people.sso import setup
from pathlib import Path
from zope.component.hooks import setSite
from zope.i18n import translate
import argparse
import sys
import transaction


OPERATOR = "OPERATOR"  # no account of the portal can have this user id


class Operator(UnrestrictedUser):
    """Who has the server in their hands."""

    def getId(self) -> str:
        return OPERATOR


def parser() -> argparse.ArgumentParser:
    """Return what the arguments mean."""
    found = argparse.ArgumentParser(prog="sso.py")
    found.add_argument("--site", default="bluegether")
    verbs = found.add_subparsers(dest="verb", required=True)
    oidc, ldap, link, unlink = (verbs.add_parser(name) for name in ("oidc", "ldap", "link", "unlink"))
    verbs.add_parser("off")
    for name in ("--issuer", "--client-id"):
        oidc.add_argument(name, required=True)
    for name in ("--uri", "--base", "--bind-dn"):
        ldap.add_argument(name, required=True)
    for one in (oidc, ldap):
        one.add_argument("--secret-file", type=Path, required=True)
        one.add_argument("--addresses-are-verified", action="store_true")
    ldap.add_argument("--filter", default="(objectClass=inetOrgPerson)")
    ldap.add_argument("--id", default="uid")
    ldap.add_argument("--login", default="uid")
    ldap.add_argument("--start-tls", action="store_true")
    for one in (link, unlink):
        one.add_argument("userid")
    link.add_argument("provider")
    link.add_argument("subject")
    return found


def do(options) -> str:
    """Do what was asked and return what to print."""
    if options.verb == "oidc":
        setup.set_up_login(
            issuer=options.issuer,
            client_id=options.client_id,
            client_secret=options.secret_file.read_text().strip(),
            addresses_are_verified=options.addresses_are_verified,
        )
        return f"people log in at {options.issuer}; its redirect address is ADDRESS/acl_users/{setup.LOGIN}/callback"
    if options.verb == "ldap":
        attributes = {"rdn": options.id, "id": options.id, "login": options.login, "fullname": "cn", "email": "mail"}
        more = {
            "users__attrmap": attributes,
            "users__queryFilter": options.filter,
            "server__start_tls": options.start_tls,
        }
        setup.set_up_directory(
            uri=options.uri,
            base=options.base,
            bind_dn=options.bind_dn,
            password=options.secret_file.read_text().strip(),
            addresses_are_verified=options.addresses_are_verified,
            **more,
        )
        return f"passwords are checked by {options.uri} too; links are called ldap:{setup.DIRECTORY}"
    if options.verb == "link":
        people.link_identity(options.userid, options.provider, options.subject, actor=OPERATOR)
        return f"{options.userid} is {options.subject} of {options.provider}"
    if options.verb == "unlink":
        people.unlink_identities(options.userid, actor=OPERATOR)
        return f"{options.userid} is linked to nothing"
    return f"taken away: {', '.join(setup.take_away()) or 'nothing was there'}"


def main(app, arguments: list[str]) -> int:
    """Do it in one transaction; 0 when it was done, 2 with the reason when not."""
    options = parser().parse_args(arguments)
    try:
        site = app.unrestrictedTraverse(options.site)
        setSite(site)
        newSecurityManager(None, Operator(OPERATOR, "", ["Manager"], []).__of__(site.acl_users))
        print(do(options))
    except (BluegetherError, OSError, KeyError) as error:
        transaction.abort()
        reason = translate(error.message, target_language="en") if isinstance(error, BluegetherError) else error
        print(f"sso: {reason}", file=sys.stderr)
        return 2
    transaction.commit()
    return 0


if __name__ == "__main__":
    here = next(place for place, name in enumerate(sys.argv) if name.endswith("sso.py"))
    sys.exit(main(app, sys.argv[here + 1 :]))  # noqa: F821 (`app` is what `bin/instance run` gives)
