"""Mail, handed over to a small server that speaks SMTP in a thread."""

import socketserver
import ssl
import threading
from base64 import b64decode
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from scraper.errors import DeliveryError, UsageError
from scraper.health import Digest, MailServer, send_mail

DIGEST = Digest("vusta 2026-11-24: hà_nội dead", "59 of 64 sites complete, 5 need attention.\n- hà_nội: dead × 4\n")
SECRET = "a-long-and-secret-word"
ADDRESSES = ("vusta@archive.example", ["a@example.org", "b@example.org"])


class Smtp(socketserver.StreamRequestHandler):
    """One session: EHLO, STARTTLS, AUTH PLAIN, MAIL, RCPT, DATA."""

    timeout = 5

    def handle(self):
        self.say("220 ready")
        while line := self.rfile.readline().rstrip(b"\r\n"):
            verb, _, rest = line.decode().partition(" ")
            if not getattr(self, verb.lower(), self.fine)(rest):
                return

    def finish(self):
        super().finish()
        self.connection.close()

    def say(self, *lines):
        for number, line in enumerate(lines, 1):
            code, _, text = line.partition(" ")
            self.wfile.write(f"{code}{' ' if number == len(lines) else '-'}{text}\r\n".encode())
        return True

    def fine(self, rest):
        return self.say("250 fine")

    def ehlo(self, rest):
        secured = isinstance(self.connection, ssl.SSLSocket)
        offers = ["250 AUTH PLAIN"] if secured else ["250 STARTTLS"] * bool(self.server.tls)
        return self.say("250 archive", *offers)

    def starttls(self, rest):
        self.say("220 go")
        try:
            self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        except ssl.SSLError:  # the client does not trust us
            return False
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", buffering=0)
        return True

    def auth(self, rest):
        self.server.logins.append(b64decode(rest.split()[1]).decode().split("\0")[1:])
        return self.say("235 welcome" if self.server.opens else f"535 wrong: {rest}")

    def rcpt(self, rest):
        return self.say("550 unknown" if rest.partition("<")[2].startswith(self.server.refused) else "250 fine")

    def data(self, rest):
        self.say("354 go on")
        lines = iter(self.rfile.readline, b".\r\n")
        self.server.mails.append(message_from_bytes(b"".join(lines), policy=policy.default))
        return self.say("250 kept")

    def quit(self, rest):
        self.say("221 bye")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@contextmanager
def served(tls=None, opens=True, refused="nobody"):
    with Server(("127.0.0.1", 0), Smtp) as server:
        server.tls, server.opens, server.refused, server.mails, server.logins = tls, opens, refused, [], []
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A file with a key and a certificate for localhost, signed by itself."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number(), now - timedelta(1), now + timedelta(1)
        )
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "server.pem"
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(key.private_bytes(*form) + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def tls(certificate):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusting(certificate):
    return ssl.create_default_context(cafile=certificate)


def login(server, **more):
    return MailServer("localhost", server.server_address[1], user="vusta", password=SECRET, timeout=5, **more)


def test_mail_is_sent_encrypted_and_with_a_login(tls, trusting):
    with served(tls) as server:
        send_mail(DIGEST, login(server, context=trusting), *ADDRESSES)
    (mail,) = server.mails
    assert server.logins == [["vusta", SECRET]]
    assert (mail["Subject"], mail["From"], mail["To"]) == (DIGEST.subject, ADDRESSES[0], "a@example.org, b@example.org")
    assert mail.get_content().replace("\r\n", "\n") == DIGEST.text
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"].endswith("@archive.example>")


def test_a_server_on_the_same_machine_needs_neither():
    with served() as server:
        send_mail(DIGEST, MailServer("127.0.0.1", server.server_address[1], security="none"), *ADDRESSES)
    assert len(server.mails) == 1


def test_a_password_is_never_sent_in_the_clear():
    with served() as server:
        with pytest.raises(UsageError, match="a password is not sent without encryption") as told:
            send_mail(DIGEST, login(server, security="none"), *ADDRESSES)
        with pytest.raises(DeliveryError, match="does not offer what was asked for"):
            send_mail(DIGEST, login(server), *ADDRESSES)
    assert (server.logins, server.mails) == ([], [])
    assert SECRET not in str(told.value)


def test_a_password_that_cannot_be_sent_is_not_told(tls, trusting):
    with served(tls) as server, pytest.raises(UsageError, match="ASCII") as told:
        send_mail(DIGEST, replace(login(server, context=trusting), password="mật khẩu"), *ADDRESSES)
    assert "mật" not in str(told.value)


def test_a_certificate_that_nobody_vouches_for_is_refused(tls):
    with served(tls) as server, pytest.raises(DeliveryError, match="its certificate is not trusted"):
        send_mail(DIGEST, login(server), *ADDRESSES)
    assert (server.logins, server.mails) == ([], [])


def test_a_refused_login_tells_no_secret_though_the_server_does(tls, trusting):
    with served(tls, opens=False) as server, pytest.raises(DeliveryError) as told:
        send_mail(DIGEST, login(server, context=trusting), *ADDRESSES)
    assert str(told.value) == f"mail to localhost:{server.server_address[1]}: user or password refused (535)"
    assert told.value.__cause__ is None
    assert SECRET not in repr(login(server))


@pytest.mark.parametrize(
    ("refused", "kept", "words"), [("a@", 1, "1 of 2 recipients refused"), ("", 0, "all recipients refused")]
)
def test_refused_recipients_are_told(refused, kept, words):
    with served(refused=refused) as server, pytest.raises(DeliveryError, match=words):
        send_mail(DIGEST, MailServer("127.0.0.1", server.server_address[1], security="none"), *ADDRESSES)
    assert len(server.mails) == kept


def test_a_server_that_is_not_there_or_says_nothing():
    with socketserver.TCPServer(("127.0.0.1", 0), None) as mute:
        port = mute.server_address[1]
        with pytest.raises(DeliveryError, match=f"mail to 127.0.0.1:{port}: no answer in time"):
            send_mail(DIGEST, MailServer("127.0.0.1", port, timeout=0.2), *ADDRESSES)
    with pytest.raises(DeliveryError, match="Connection refused"):
        send_mail(DIGEST, MailServer("127.0.0.1", port), *ADDRESSES)


def test_a_subject_cannot_smuggle_headers():
    with pytest.raises(ValueError, match="linefeed"), served() as server:
        send_mail(
            Digest("a\nBcc: c@example.org", ""), MailServer("127.0.0.1", server.server_address[1], security="none"), *ADDRESSES
        )
