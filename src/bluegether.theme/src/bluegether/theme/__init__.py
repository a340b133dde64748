"""The looks of BlueGether: the shell that every room lives in. Knows Plone only, never the rooms."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("bluegether")
