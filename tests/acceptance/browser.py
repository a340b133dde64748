"""A real browser on the test layer's own site: a page at a width and in a theme, a person logged in, axe.

    with browser.page(layer, width=390, theme="dark") as page:
        browser.login(page, "consultante", PASSWORD)
        page.goto("directory")          # relative to the site
        assert browser.axe(page) == []

What a test made in the database is seen only after `transaction.commit()`.
"""

from axe_playwright_python.sync_playwright import Axe
from contextlib import contextmanager
from functools import cache
from playwright.sync_api import sync_playwright
import atexit
import os
import shutil


WIDTHS = (1440, 768, 390)
THEMES = ("light", "dark")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
WAIT_MS = 20_000


@cache
def chromium():
    """Return the one browser of this test run."""
    path = os.environ.get("BLUEGETHER_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    driver = sync_playwright().start()
    started = driver.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    atexit.register(driver.stop)
    atexit.register(started.close)
    return started


@contextmanager
def page(layer, width: int = 1440, theme: str = "light", scripts: bool = True):
    """Yield a fresh page (own cookies) whose addresses are relative to the layer's site."""
    context = chromium().new_context(
        base_url=layer["portal"].absolute_url() + "/",
        viewport={"width": width, "height": 900},
        color_scheme=theme,
        reduced_motion="reduce",
        locale="fr-FR",
        java_script_enabled=scripts,
    )
    context.set_default_timeout(WAIT_MS)
    try:
        yield context.new_page()
    finally:
        context.close()


def login(page, userid: str, password: str) -> None:
    """Log in through the form, as a person does."""
    page.goto("login")
    page.fill("#__ac_name", userid)
    page.fill("#__ac_password", password)
    page.press("#__ac_password", "Enter")
    page.wait_for_load_state("load")


def axe(page) -> list[str]:
    """Return the page's violations of WCAG 2.2 AA, one line each: rule, then where."""
    options = {"runOnly": {"type": "tag", "values": list(WCAG)}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def overflow(page) -> int:
    """Return by how many pixels the page is wider than the window; 0 is right."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
