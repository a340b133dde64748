Business applications: a list of links kept by animators, for whom each is, in everyone's own order, on the home page; how often each is opened, never by whom.
