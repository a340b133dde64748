"""Batch parameters, ours and Plone's: 400 with the name of the one at fault, never 500, never without bounds."""

from bluegether.core.kit import query
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from urllib.parse import quote
import json
import transaction
import unittest


OPERATION = "plone.app.querystring.operation.selection.any"
PASSWORD = "Correct-horse-1"
BAD = ("abc", "-1", "true", "1.5", "999999999999", "9" * 5000, "%00", "1;drop", "0x10", "NaN", "é", "")


class TestNumbers(unittest.TestCase):
    def test_bounds(self):
        self.assertEqual((0, 25), query.batch({}))
        self.assertEqual((50, 200), query.batch({"b_start": "50", "b_size": "200"}))
        for form in ({"b_size": "0"}, {"b_size": "201"}, {"b_start": "-1"}, {"b_start": "x"}, {"b_start": ["1", "2"]}):
            with self.assertRaises(Invalid) as caught:
                query.batch(form)
            self.assertEqual(next(iter(form)), caught.exception.field)

    def test_what_is_no_number_at_all(self):
        for value in (None, [], {}, object()):
            with self.assertRaises(Invalid):
                query.integer({"n": value}, "n", default=0)


class TestPlonesListings(unittest.TestCase):
    """What a member can ask Plone's own listings for."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            people.create_account("zoe", fullname="Zoé", email="z@example.com", kind="staff", password=PASSWORD)
            api.content.create(self.portal, "Document", "plan", title="Plan")
        transaction.commit()

    def session(self, accept):
        session = Session(self.portal, "zoe", PASSWORD, accept)
        self.addCleanup(session.close)
        return session

    def test_values_that_do_not_fit_the_type_in_their_name(self):
        session = self.session("text/html")
        for name in ("b_start:int=abc", "b_start:int=", "x:float=1,5", "d:date=demain", "x:json={", "r:list:int=a"):
            self.assertEqual(400, session.get(f"@@search?{name}").status_code, name)
        self.assertEqual(200, session.get("@@search?b_start:int=0&x:text=abc").status_code)

    def test_plain_text_where_a_record_or_an_object_belongs(self):
        session = self.session("text/html")
        catalog = "@@getVocabulary?name=plone.app.vocabularies.Catalog"
        builder = "@@querybuilder_html_results?query=abc"
        for path in ("@@search?created=abc", f"{catalog}&query=[]", f"{catalog}&batch=[]", builder):
            self.assertEqual(400, session.get(path).status_code, path)

    def test_numbers_of_versions_and_levels(self):
        session = self.session("application/json")
        for name in ("version", "expand.contextnavigation.bottomLevel", "expand.contextnavigation.topLevel"):
            answer = session.get(f"plan?{name}=abc")
            self.assertEqual((400, name), (answer.status_code, answer.json()["field"]))

    def test_rest(self):
        session = self.session("application/json")
        for value in BAD:
            for path in ("@search?b_size=", "@search?b_start=", "@users?limit=", "?b_size=", "@search?sort_limit="):
                answer = session.get(path + value)
                self.assertEqual(400, answer.status_code, path + value[:20])
                self.assertEqual("Invalid", answer.json()["type"])
                self.assertEqual(path.rpartition("?")[2].rstrip("="), answer.json()["field"])

    def test_pages(self):
        session = self.session("text/html")
        for value in BAD:
            for path in (
                "@@search?SearchableText=plan&b_start=",
                "?b_start=",
                "@@search?b_size=",
            ):
                answer = session.get(path + value)
                self.assertEqual(400, answer.status_code, path + value[:20])
                self.assertIn("must be", answer.text)

    def test_twice_the_same_parameter(self):
        self.assertEqual(400, self.session("application/json").get("@search?b_size=1&b_size=2").status_code)

    def test_inside_json(self):
        session = self.session("application/json")
        for data in ({"b_size": "abc"}, {"b_start": -1}, {"limit": 10**12}, {"b_size": [1]}, {"b_size": {}}):
            body = {"query": [], **data}
            self.assertEqual(400, session.post("@querystring-search", json=body).status_code, data)
            self.assertEqual(400, session.get(f"@querystring-search?query={quote(json.dumps(body))}").status_code, data)
        for batch in ('{"page": "x", "size": 10}', '{"page": 1, "size": 100000}', "{page"):
            answer = session.get(f"@@getVocabulary?name=plone.app.vocabularies.PortalTypes&batch={quote(batch)}")
            self.assertEqual(400, answer.status_code, batch)

    def test_queries_that_the_catalog_cannot_read(self):
        odd = ("effective=abc", "SearchableText=a+AND", "path.query=/&path.depth=x", "created.range=foo")
        for query_string in odd:
            answer = self.session("application/json").get(f"@search?{query_string}")
            self.assertEqual((400, "Invalid"), (answer.status_code, answer.json()["type"]), query_string)
        self.assertEqual(400, self.session("text/html").get("@@ajax-search?perPage=-1").status_code)

    def test_good_values_still_work(self):
        session = self.session("application/json")
        self.assertEqual(1, session.get("@search?b_size=1&b_start=0&portal_type=Document").json()["items_total"])
        found = {"query": [{"i": "portal_type", "o": OPERATION, "v": ["Document"]}]}
        self.assertEqual(200, session.post("@querystring-search", json=found | {"b_size": 10}).status_code)
        self.assertEqual(200, self.session("text/html").get("@@search?b_start=0&b_size=10").status_code)
