"""An OpenLDAP server of the tests' own, on the loopback interface, with three people in it."""

from pathlib import Path
import shutil
import socket
import subprocess
import tempfile
import time


BASE = "dc=example,dc=com"
PEOPLE = f"ou=people,{BASE}"
ROOT = (f"cn=reader,{BASE}", "reader-secret")
CONFIG = """
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile {folder}/slapd.pid
database mdb
directory {folder}/data
suffix "{base}"
rootdn "{root}"
rootpw {password}
"""
ENTRIES = f"""
dn: {BASE}
objectClass: organization
objectClass: dcObject
dc: example
o: Example

dn: {PEOPLE}
objectClass: organizationalUnit
ou: people
"""
PERSON = """
dn: uid={uid},{people}
objectClass: inetOrgPerson
uid: {uid}
cn: {uid}
sn: {uid}
mail: {mail}
userPassword: {password}
"""


class Slapd:
    """Started with these people: uid -> (mail address, password)."""

    def __init__(self, people: dict[str, tuple[str, str]]):
        self.folder = Path(tempfile.mkdtemp(prefix="slapd-"))
        (self.folder / "data").mkdir()
        config = CONFIG.format(folder=self.folder, base=BASE, root=ROOT[0], password=ROOT[1])
        (self.folder / "slapd.conf").write_text(config)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.uri = f"ldap://127.0.0.1:{probe.getsockname()[1]}"
        command = ["/usr/sbin/slapd", "-f", str(self.folder / "slapd.conf"), "-h", self.uri, "-d", "0"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        entries = [
            PERSON.format(uid=uid, people=PEOPLE, mail=mail, password=word) for uid, (mail, word) in people.items()
        ]
        self.ldap("ldapadd", "\n".join([ENTRIES, *entries]), patient=True)

    def ldap(self, program: str, text: str, *, patient: bool = False) -> None:
        """Run ldapadd or ldapmodify; wait for the server when it has just been started."""
        command = [program, "-x", "-H", self.uri, "-D", ROOT[0], "-w", ROOT[1]]
        for _attempt in range(100 if patient else 1):
            done = subprocess.run(command, input=text, text=True, capture_output=True)
            if done.returncode == 0:
                return
            time.sleep(0.05)
        raise RuntimeError(done.stderr)

    def change_mail(self, uid: str, mail: str) -> None:
        self.ldap("ldapmodify", f"dn: uid={uid},{PEOPLE}\nchangetype: modify\nreplace: mail\nmail: {mail}\n")

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
