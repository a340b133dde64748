"""The foundation: contracts that rooms plug into, errors, clock, storage helper, REST base, access rules.

Knows Plone only. Every other room may import any public name of it.
"""
