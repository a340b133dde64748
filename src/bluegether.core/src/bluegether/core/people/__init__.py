"""People: the kinds of account, units, and how an account comes into being.

Storage: one annotation of the site. Events: `AccountCreated`.
"""
