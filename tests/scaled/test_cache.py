"""What nginx keeps is nobody's own; what a person sees is asked for anew each time."""

from running import browser
import re
import requests


PAGES = ("/", "/people/membre{0}", "/@@personal-information")
# As if a file for everybody were asked for below a page: the cache must not keep what a person would see.
DECEPTIONS = ("/@@personal-information/++resource++x.css", "/people/membre1/++plone++static/../x.js", "/++theme++x/../")


def test_two_accounts_never_see_each_other_s_page(portal):
    one, two = browser(1, portal.entry), browser(2, portal.entry)
    for page in PAGES:
        for number, session in ((1, one), (2, two), (1, one)):
            answer = session.get(portal.entry + page.format(number), timeout=60)
            assert answer.status_code == 200 and "X-Cache" not in answer.headers
            assert f"Membre {number}" in answer.text and "public" not in answer.headers["Cache-Control"]
    assert "Membre 1" not in two.get(f"{portal.entry}/", timeout=60).text


def test_a_page_cannot_be_put_into_the_cache(portal):
    victim, stranger = browser(1, portal.entry), requests.Session()
    for path in DECEPTIONS:
        request = requests.Request("GET", portal.entry + path).prepare()
        request.url = portal.entry + path  # requests would take the dots away
        request.headers["Cookie"] = "; ".join(f"{cookie.name}={cookie.value}" for cookie in victim.cookies)
        victim.send(request, timeout=60)
        del request.headers["Cookie"]
        answer = stranger.send(request, timeout=60)
        assert "Membre 1" not in answer.text and "membre1@example.org" not in answer.text


def test_files_for_everybody_come_from_the_cache_and_rest_never(portal):
    page = requests.get(f"{portal.entry}/login", timeout=60).text
    url = re.search(r'"([^"]+\+\+webresource\+\+[^"]+\.css)"', page)[1]
    requests.get(url, timeout=60)
    answer = browser(1, portal.entry).get(url, timeout=60)
    assert answer.headers["X-Cache"] == "HIT" and "Set-Cookie" not in answer.headers
    answer = requests.get(f"{portal.entry}/++api++/++plone++static/x", timeout=60)
    assert "X-Cache" not in answer.headers


def test_what_watches_is_not_published(portal):
    for path in ("/metrics", "/readyz", "/healthz"):
        assert requests.get(portal.entry + path, timeout=60).status_code == 404
    metrics = requests.get(f"{portal.direct(0)}/metrics", timeout=60).text
    assert "bluegether_request_seconds_count" in metrics and "membre" not in metrics
    assert "membre" not in (portal.folder / "log" / "node0-access.log").read_text()
    assert "membre" not in (portal.folder / "log" / "nginx-access.log").read_text()
