Stream: write to everyone or to a unit, follow people and hashtags, keep and pin publications; news, pages and arrivals enter by themselves.
