"""What somebody types is kept by their browser until the portal says that it arrived (kit/static/comfort.js).

A form that wants it has `data-keep="<user id> <name>"`; the script adds a number to it. The page that keeps what was
sent calls `arrived`; a session that ran out, an error or a closed connection call nothing, and the text is there again.
"""

import re


COOKIE = "bluegether-sent"
NONCE = re.compile(r"[0-9a-f]{16}")
SECONDS = 300


def arrived(request) -> None:
    """Tell the browser that what this form carried is kept; without the script's number, nothing."""
    nonce = request.form.get("nonce", "")
    if isinstance(nonce, str) and NONCE.fullmatch(nonce):
        request.response.setCookie(COOKIE, nonce, path="/", max_age=SECONDS, same_site="Lax")
