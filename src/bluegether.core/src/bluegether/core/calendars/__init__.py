"""Calendars: what a person's rooms put into their days, as a page and as a feed behind a revocable secret address.

Storage: one annotation of the site. Permission: BlueGether: Own Calendar. Events: none.
Pages: `@@my-calendar`, the feed `@@calendar/<token>.ics`, a card of the home page. REST: `@calendar`.
Rooms plug in with `kit.interfaces.ICalendarSource`.
"""
