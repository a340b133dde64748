"""The product: every capability of BlueGether, one room each.

`kit` is the foundation; above it, a room imports only rooms below its own line (see docs/architecture.md).
"""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("bluegether")
