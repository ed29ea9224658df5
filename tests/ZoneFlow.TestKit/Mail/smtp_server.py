"""A mail server on loopback: prints its port, then one line for each mail it took, and ends with its input.

An address says how it is treated: unknown@ is refused for good, busy@ for now, and a mail to spam@ after its text.
With the arguments CERTIFICATE KEY it insists on STARTTLS and on the name "office" with the password "secret".
"""
import asyncio
import base64
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unknown@"):
            return "550 5.1.1 no such user"
        if address.startswith("busy@"):
            return "451 4.3.0 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("spam@"):
            return "554 5.7.1 not wanted"
        print(base64.b64encode(envelope.original_content).decode(), flush=True)
        return "250 OK"


class Server(SMTP):
    async def smtp_AUTH(self, arg):
        # .NET's client writes the mechanism in small letters, which RFC 4954 allows and aiosmtpd does not know.
        mechanism, _, rest = (arg or "").partition(" ")
        return await super().smtp_AUTH(f"{mechanism.upper()} {rest}".strip())


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == (b"office", b"secret"), handled=False)


def options():
    if len(sys.argv) < 3:
        return {}
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    return {"tls_context": context, "require_starttls": True, "authenticator": authenticate, "auth_required": True}


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(Handler(), hostname="localhost", **options()), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
