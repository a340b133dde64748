"""`make test-sso`: test single sign-on and LDAP with the real plug-ins, a provider and a directory of the tests' own.

The plug-ins live in a virtual environment of their own (`.venv-sso`): Plone loads whatever is installed beside it, so
the portal's own environment must not have them. Needs a compiler, OpenLDAP's headers and slapd (Debian: by apt).
"""

from pathlib import Path
import house
import os
import shutil
import subprocess
import sys


VENV = house.ROOT / ".venv-sso"
PYTHON = VENV / "bin" / "python"
DEBIAN = ("gcc", "python3-dev", "libldap-dev", "libsasl2-dev", "slapd", "ldap-utils")
LOCK = house.ROOT / "constraints-sso.txt"
REQUIREMENTS = ("requirements-sso.in", "requirements-test.in")
OURS = ("src/bluegether.core", "src/bluegether.theme", "src/bluegether.policy")


def ensure_programs() -> None:
    """Install what the plug-ins are compiled with and tested against, through apt when we may."""
    if Path("/usr/sbin/slapd").exists() and Path("/usr/include/ldap.h").exists() and shutil.which("gcc"):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise house.Stop(f"the tests of LDAP need Debian's {', '.join(DEBIAN)}, or the same of your system.")
    house.say("installing what LDAP needs")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    house.run("apt-get update", "apt-get", "update", "-qq")
    house.run("apt-get install", "apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN, env=quiet)


def ensure_environment() -> None:
    """Make the virtual environment with the locked packages unless that is done."""
    stamp = VENV / ".stamp"
    inputs = [
        LOCK,
        *(house.ROOT / name for name in REQUIREMENTS),
        *(house.ROOT / f"{path}/pyproject.toml" for path in OURS),
    ]
    value = house.digest(*inputs)
    if house.done(stamp, value):
        return
    house.say("installing the locked packages with the plug-ins")
    shutil.rmtree(VENV, ignore_errors=True)
    house.run("making the virtual environment", sys.executable, "-m", "venv", VENV)
    house.run("installing uv", PYTHON, "-m", "pip", "install", "-q", "-c", LOCK, "uv", "setuptools", "wheel")
    uv = [VENV / "bin" / "uv", "pip", "install", "-q", "--python", PYTHON]
    files = [part for name in REQUIREMENTS for part in ("-r", name)]
    house.run("installing packages", *uv, *files, "-c", LOCK)
    ours = [part for path in OURS for part in ("-e", path)]
    house.run("installing our packages", *uv, "--no-deps", "--no-build-isolation", *ours)
    stamp.write_text(value)


def main() -> int:
    """Install, then run the tests."""
    house.stop_on_signals()
    house.check_space()
    ensure_programs()
    ensure_environment()
    more = {"zope_i18n_compile_mo_files": "true", "BLUEGETHER_VAR": str(house.VAR)}
    house.VAR.mkdir(exist_ok=True)
    command = [str(PYTHON), "-m", "pytest", "-q", "tests/sso", *sys.argv[1:]]
    return subprocess.run(command, cwd=house.ROOT, env=house.environment(more)).returncode


if __name__ == "__main__":
    sys.exit(house.guarded(main))
