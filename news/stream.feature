Stream: write to everyone or to a unit, follow people and hashtags, keep and pin publications; news, pages and arrivals enter by themselves.
What a person shared is a view of its own; entries of older databases get their place by activity.
