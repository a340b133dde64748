"""Icons are parsed once a process, not per tag."""

from functools import lru_cache
from html import escape
from lxml import etree
from Products.CMFPlone.browser.icons import IconsView as PloneIconsView
import os


TAGS = 4096


class Icons(PloneIconsView):
    """Plone's resolver, its tags kept in memory under the file that the registry names now."""

    def tag(self, name: str, tag_class: str = "", tag_alt: str = "") -> str:
        icon = self.lookup(name)
        if not icon.endswith(".svg"):
            return f'<img src="{escape(self.url(name))}" class="{escape(tag_class)}" alt="{escape(tag_alt)}" />'
        path = getattr(self._iconfile(icon), "path", None)
        if path is None:  # an icon kept in the database
            return f'<img src="{escape(self.url(name))}" class="{escape(tag_class)}" alt="{escape(tag_alt)}" />'
        return drawn(path, os.stat(path).st_mtime_ns, tag_class, tag_alt)


@lru_cache(maxsize=TAGS)
def drawn(path: str, changed: int, tag_class: str, tag_alt: str) -> str:
    """Return the file's `<svg>` for use inside a page; `changed` only makes a new file a new key.

    With a text it is an image of that name, without one it is hidden from assistive technology.
    """
    root = etree.parse(path).getroot()
    for element in root.xpath("//*[@id]"):
        del element.attrib["id"]
    root.attrib["class"] = " ".join(filter(None, ("plone-icon", tag_class, root.attrib.get("class", ""))))
    if tag_alt:
        root.attrib.update({"role": "img", "aria-label": tag_alt})
    else:
        root.attrib["aria-hidden"] = "true"
    return etree.tostring(root, with_tail=False).decode("utf-8")
