The home page gathers the cards of every room: shortcuts, things to do, news.
