"""Icons are found and parsed once a process, not per tag."""

from functools import lru_cache
from html import escape
from lxml import etree
from Products.CMFPlone.browser.icons import IconsView as PloneIconsView
import App.config


TAGS = 4096
_paths: dict[str, str] = {}  # name of a resource in the registry -> path of its file


class Icons(PloneIconsView):
    """Plone's resolver, its tags kept in memory under the resource that the registry names now.

    A file that changes on disk is seen after a restart, in debug mode at once.
    """

    def tag(self, name: str, tag_class: str = "", tag_alt: str = "") -> str:
        icon = self.lookup(name)
        path = self._path(icon) if icon.endswith(".svg") else None
        if path is None:  # another kind of picture, or an icon kept in the database
            return f'<img src="{escape(self.url(name))}" class="{escape(tag_class)}" alt="{escape(tag_alt)}" />'
        return drawn(path, tag_class, tag_alt)

    def _path(self, icon: str) -> str | None:
        if App.config.getConfiguration().debug_mode:
            drawn.cache_clear()
            _paths.clear()
        path = _paths.get(icon)
        if path is None:
            path = getattr(self._iconfile(icon), "path", None)
            if path is not None:
                _paths[icon] = path
        return path


@lru_cache(maxsize=TAGS)
def drawn(path: str, tag_class: str, tag_alt: str) -> str:
    """Return the file's `<svg>` for use inside a page.

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
