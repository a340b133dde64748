Every response carries a content security policy under which no script inside a page runs, and the session cookie is Secure behind TLS.
