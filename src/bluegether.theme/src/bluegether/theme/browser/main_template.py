"""The frame of every page, and the lean one of fragments (`?ajax_load=1`)."""

from Products.CMFPlone.browser.main_template import MainTemplate as PloneMainTemplate
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MainTemplate(PloneMainTemplate):
    """Plone's choice between the two, with our templates."""

    ajax_template = ViewPageTemplateFile("ajax_main_template.pt")
    main_template = ViewPageTemplateFile("main_template.pt")
