"""These tests need the plug-ins: only `make test-sso` has them, and only it collects what is here."""

from importlib.util import find_spec


collect_ignore_glob = [] if find_spec("pas") and find_spec("pas.plugins.oidc") else ["test_*.py"]
