Single sign-on (OpenID Connect) and LDAP as an optional profile: they prove who somebody is and give neither an account nor a role.
