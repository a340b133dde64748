"""A small OpenID Connect provider on the loopback interface: as strict as one must be, and wrong on demand."""

from cryptography.hazmat.primitives.asymmetric import rsa
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs
from urllib.parse import urlencode
from urllib.parse import urlsplit
import base64
import hashlib
import json
import jwt
import secrets
import time


CLIENT = ("bluegether", "very-secret")


class Provider:
    """`person` is who is signed in there; `lies` overrides claims of the token, `tells` those of the second answer."""

    def __init__(self, port: int = 0):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signs_with = self.key
        self.person = {}
        self.lies = {}
        self.tells = {}
        self.codes = {}
        self.tokens = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                provider.answer(self, {})

            def do_POST(self):
                size = int(self.headers.get("Content-Length") or 0)
                provider.answer(self, parse_qs(self.rfile.read(size).decode()))

            def log_message(self, *_arguments):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler, body: dict) -> None:
        url = urlsplit(handler.path)
        pages = {
            "/.well-known/openid-configuration": lambda: self.configuration(),
            "/jwks": lambda: self.jwks(),
            "/authorize": lambda: self.authorize(handler, parse_qs(url.query)),
            "/token": lambda: self.token(handler, body),
            "/userinfo": lambda: self.userinfo(handler),
        }
        found = pages.get(url.path, lambda: None)()
        if found is None:
            return
        status, data = found if isinstance(found, tuple) else (200, found)
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        handler.wfile.write(json.dumps(data).encode())

    def configuration(self) -> dict:
        return {
            "issuer": self.issuer,
            **{f"{name}_endpoint": f"{self.issuer}/{path}" for name, path in ENDPOINTS.items()},
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def jwks(self) -> dict:
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [key | {"kid": "one", "use": "sig", "alg": "RS256"}]}

    def authorize(self, handler, query: dict) -> None:
        """Send whoever asks straight back: they are signed in here."""
        asked = {name: values[0] for name, values in query.items()}
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        handler.send_response(302)
        back = urlencode({"code": code, "state": asked["state"]})
        handler.send_header("Location", f"{asked['redirect_uri']}?{back}")
        handler.end_headers()

    def token(self, handler, body: dict):
        given = {name: values[0] for name, values in body.items()}
        expected = base64.b64encode(":".join(CLIENT).encode()).decode()
        asked = self.codes.pop(given.get("code"), None)
        if handler.headers.get("Authorization") != f"Basic {expected}" or asked is None:
            return 400, {"error": "invalid_grant"}
        challenge = base64.urlsafe_b64encode(hashlib.sha256(given.get("code_verifier", "").encode()).digest())
        same = (asked["redirect_uri"], asked["code_challenge"]) == (
            given["redirect_uri"],
            challenge.decode().rstrip("="),
        )
        if not same:
            return 400, {"error": "invalid_grant"}
        access = secrets.token_urlsafe(16)
        self.tokens[access] = dict(self.person)
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT[0], "iat": now, "exp": now + 300, "nonce": asked.get("nonce")}
        claims |= self.person | self.lies
        signed = jwt.encode(claims, self.signs_with, "RS256", headers={"kid": "one"})
        return {"access_token": access, "token_type": "Bearer", "expires_in": 300, "id_token": signed}

    def userinfo(self, handler):
        found = self.tokens.get((handler.headers.get("Authorization") or "").removeprefix("Bearer "))
        return (401, {"error": "invalid_token"}) if found is None else found | self.tells


ENDPOINTS = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
