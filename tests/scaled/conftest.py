"""These tests need RelStorage and PostgreSQL: only `make test-scaled` has them, and only it collects what is here."""

from importlib.util import find_spec
import pytest


collect_ignore_glob = [] if find_spec("relstorage") else ["test_*.py"]


@pytest.fixture(scope="session")
def portal():
    from running import Portal

    with Portal() as running:
        yield running
