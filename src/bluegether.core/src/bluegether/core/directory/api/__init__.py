"""The verbs and questions of the directory: searching, keeping the index, the chart, the map, cards and tables."""

from bluegether.core.directory.api import chart
from bluegether.core.directory.api.criteria import checked
from bluegether.core.directory.api.criteria import less
from bluegether.core.directory.api.criteria import MAX_TEXT
from bluegether.core.directory.api.criteria import pairs
from bluegether.core.directory.api.criteria import query
from bluegether.core.directory.api.criteria import sorting
from bluegether.core.directory.api.exports import can_export
from bluegether.core.directory.api.exports import table
from bluegether.core.directory.api.hits import Hit
from bluegether.core.directory.api.hits import hit
from bluegether.core.directory.api.hits import hits
from bluegether.core.directory.api.indexing import differences
from bluegether.core.directory.api.indexing import drop
from bluegether.core.directory.api.indexing import index
from bluegether.core.directory.api.indexing import rebuild
from bluegether.core.directory.api.indexing import skill_gone
from bluegether.core.directory.api.readers import view_of
from bluegether.core.directory.api.searches import discard
from bluegether.core.directory.api.searches import forget
from bluegether.core.directory.api.searches import held
from bluegether.core.directory.api.searches import MAX_NAME
from bluegether.core.directory.api.searches import MAX_SEARCHES
from bluegether.core.directory.api.searches import save
from bluegether.core.directory.api.searches import saved
from bluegether.core.directory.api.searches import works
from bluegether.core.directory.api.searching import search
from bluegether.core.directory.api.skills_map import FEWEST
from bluegether.core.directory.api.skills_map import skill_counts
from bluegether.core.directory.api.skills_map import skills_map
from bluegether.core.directory.api.suggesting import suggest
from bluegether.core.directory.api.suggesting import written
from bluegether.core.directory.api.text import anchor
from bluegether.core.directory.api.vcards import MAX_CARDS
from bluegether.core.directory.api.vcards import person_url
from bluegether.core.directory.api.vcards import vcards
from bluegether.core.directory.api.vcards import VERSIONS


__all__ = [
    "FEWEST",
    "MAX_CARDS",
    "MAX_NAME",
    "MAX_SEARCHES",
    "MAX_TEXT",
    "VERSIONS",
    "Hit",
    "anchor",
    "can_export",
    "chart",
    "checked",
    "differences",
    "discard",
    "drop",
    "forget",
    "held",
    "hit",
    "hits",
    "index",
    "less",
    "pairs",
    "person_url",
    "query",
    "rebuild",
    "save",
    "saved",
    "search",
    "skill_counts",
    "skill_gone",
    "skills_map",
    "sorting",
    "suggest",
    "table",
    "vcards",
    "view_of",
    "works",
    "written",
]
