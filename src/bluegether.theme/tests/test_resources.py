"""Icons in memory, the built CSS, the tokens."""

from bluegether.theme.browser import icons
from bluegether.theme.browser import resources
from bluegether.theme.interfaces import IThemeLayer
from bluegether.theme.testing import INTEGRATION
from pathlib import Path
from plone import api
from plone.app.testing import logout
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.resources.browser.resource import ScriptsView
from unittest import mock
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides
import bluegether.theme
import re
import unittest


PACKAGE = Path(bluegether.theme.__file__).parent
SCSS = PACKAGE.parents[2] / "scss"
CSS = PACKAGE / "static" / "theme.min.css"


class TestIcons(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        alsoProvides(self.layer["request"], IThemeLayer)
        self.resolver = api.content.get_view("iconresolver", self.portal, self.layer["request"])
        icons.drawn.cache_clear()

    def test_a_file_is_parsed_once(self):
        first = self.resolver.tag("people")
        self.assertEqual([self.resolver.tag("people") for _ in range(5)], [first] * 5)
        self.assertEqual(icons.drawn.cache_info().misses, 1)

    def test_class_and_text_make_another_tag(self):
        plain, classed = self.resolver.tag("people"), self.resolver.tag("people", tag_class="big")
        named = self.resolver.tag("people", tag_alt="Équipe")
        self.assertIn('class="plone-icon big', classed)
        self.assertNotIn("big", plain)
        self.assertIn('aria-hidden="true"', plain)
        self.assertIn('aria-label="&#201;quipe"', named)
        self.assertNotIn("aria-hidden", named)

    def test_a_text_with_markup_is_escaped(self):
        tag = self.resolver.tag("people", tag_alt='"><script>')
        self.assertNotIn("<script>", tag)

    def test_a_change_in_the_registry_is_seen_at_once(self):
        registry = getUtility(IRegistry)
        before = self.resolver.tag("people")
        registry["plone.icon.people"] = registry["plone.icon.house"]
        self.assertEqual(self.resolver.tag("people"), self.resolver.tag("house"))
        self.assertNotEqual(self.resolver.tag("people"), before)

    def test_an_unknown_name_gives_plones_icon(self):
        self.assertIn("<svg", self.resolver.tag("no-such-icon-at-all"))

    def test_a_picture_that_is_no_svg_is_an_img(self):
        getUtility(IRegistry)["plone.icon.people"] = "++plone++static/select2.png"
        self.assertIn('<img src="', self.resolver.tag("people"))


class TestTags(unittest.TestCase):
    """The tags of scripts and styles, worked out once."""

    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.request = self.layer["request"]
        resources._kept.clear()

    def tags(self, viewlet=resources.Scripts, **bundles):
        request = self.request.clone()
        alsoProvides(request, IThemeLayer)
        for name, value in bundles.items():
            setattr(request, name, value)
        found = viewlet(self.portal, request, None)
        found.update()
        return found.index()

    def test_they_are_plones_own_and_worked_out_once(self):
        plones = ScriptsView(self.portal, self.request.clone(), None)
        plones.update()
        with mock.patch.object(ScriptsView, "update", autospec=True, side_effect=ScriptsView.update) as worked_out:
            found = [self.tags() for _ in range(3)]
        self.assertEqual([plones.index()] * 3, found)
        self.assertIn("<script", found[0])
        self.assertEqual(1, worked_out.call_count)

    def test_a_bundle_that_is_changed_is_seen_at_once(self):
        self.assertIn("bluegether-theme", self.tags(resources.Styles))
        getUtility(IRegistry)["plone.bundles/bluegether-theme.enabled"] = False
        self.assertNotIn("bluegether-theme", self.tags(resources.Styles))

    def test_what_a_request_switches_off_is_its_own_matter(self):
        self.assertNotIn("bluegether-theme", self.tags(resources.Styles, disabled_bundles=["bluegether-theme"]))
        self.assertIn("bluegether-theme", self.tags(resources.Styles))

    def test_members_and_visitors_have_their_own(self):
        getUtility(IRegistry)["plone.bundles/bluegether-theme.expression"] = "python: member is not None"
        self.assertIn("bluegether-theme", self.tags(resources.Styles))
        logout()
        self.assertNotIn("bluegether-theme", self.tags(resources.Styles))

    def test_a_condition_of_another_kind_is_asked_each_time(self):
        getUtility(IRegistry)["plone.bundles/bluegether-theme.expression"] = "python: request.get('odd')"
        self.assertNotIn("bluegether-theme", self.tags(resources.Styles))
        self.request.set("odd", 1)
        self.assertIn("bluegether-theme", self.tags(resources.Styles))


class TestStyles(unittest.TestCase):
    layer = INTEGRATION

    def tokens(self, name):
        text = (SCSS / "_tokens.scss").read_text()
        block = re.search(rf"\$by-{name}: \((.*?)\n\);", text, re.S).group(1)
        return dict(re.findall(r'"([\w-]+)":\s*(#[0-9a-f]{6})', block))

    def test_day_and_night_name_the_same_colours(self):
        self.assertEqual(set(self.tokens("day")), set(self.tokens("night")))
        self.assertGreater(len(self.tokens("day")), 25)

    def test_the_built_css_holds_every_token_of_the_source(self):
        css = CSS.read_text()
        for palette in ("day", "night"):
            for name, value in self.tokens(palette).items():
                short = re.sub(r"#(.)\1(.)\2(.)\3$", r"#\1\2\3", value)
                self.assertRegex(css, rf"--bg-{name}: ?({value}|{short})\b", name)

    def test_text_has_contrast_on_what_it_stands_on(self):
        pairs = [("ink", s) for s in ("canvas", "surface", "surface-2", "sunken")]
        pairs += [("ink-soft", s) for s in ("canvas", "surface", "surface-2", "sunken")]
        pairs += [("brand-ink", s) for s in ("canvas", "surface", "surface-2", "brand-soft")]
        pairs += [("on-brand", "brand"), ("on-brand", "brand-hover"), ("rail-ink", "rail"), ("rail-ink", "rail-soft")]
        kinds = ("success", "warning", "danger", "info", "accent")
        pairs += [(f"{kind}-ink", f"{kind}-soft") for kind in kinds]
        pairs += [(f"{kind}-ink", "surface") for kind in kinds]
        for palette in ("day", "night"):
            colours = self.tokens(palette)
            for text, ground in pairs:
                self.assertGreaterEqual(contrast(colours[text], colours[ground]), 4.5, (palette, text, ground))
            for ground in ("surface", "canvas"):
                self.assertGreaterEqual(contrast(colours["line-strong"], colours[ground]), 3, (palette, ground))

    def test_nothing_is_fetched_from_elsewhere(self):
        self.assertEqual(re.findall(r"url\(\"?(?:https?:)?//", CSS.read_text()), [])
        self.assertEqual(re.findall(r"https?://(?!www\.w3\.org)", (PACKAGE / "static" / "shell.js").read_text()), [])

    def test_the_bundle_is_registered_and_diazo_is_off(self):
        registry = getUtility(IRegistry)
        bundle = registry["plone.bundles/bluegether-theme.csscompilation"]
        self.assertIsNotNone(self.layer["portal"].restrictedTraverse(bundle))
        self.assertFalse(registry["plone.app.theming.interfaces.IThemeSettings.enabled"])

    def test_lock_names_no_host(self):
        self.assertNotIn('"resolved"', (SCSS.parent / "package-lock.json").read_text())


def contrast(one, other):
    """Return the contrast ratio of two colours as WCAG defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class TestTexts(unittest.TestCase):
    layer = INTEGRATION

    def test_the_buttons_of_datagrids_are_french(self):
        found = translate(
            "label_datagridwidget_manipulators_addrow",
            domain="collective.z3cform.datagridfield",
            target_language="fr",
        )
        self.assertEqual("Ajouter une ligne", found)
