"""`POST @login`: Plone's, but who has no access gets no token and is told why."""

from bluegether.core.people.gate import refuse
from plone.restapi.services.auth.login import Login
import jwt


class LoginPost(Login):
    """The password was right before anything is told."""

    def reply(self) -> dict:
        answer = super().reply()
        if "token" in answer:
            refuse(jwt.decode(answer["token"], options={"verify_signature": False})["sub"])
        return answer
