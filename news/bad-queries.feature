A batch parameter or a search that cannot be read is answered with 400, also in Plone's own listings.
