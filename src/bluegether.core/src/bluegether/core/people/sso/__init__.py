"""Single sign-on (OpenID Connect) and LDAP through the kept PAS plug-ins, where they are installed.

`oidc.zcml` is read where pas.plugins.oidc is, `ldap.zcml` where pas.plugins.ldap is; nothing else imports this package.
"""
