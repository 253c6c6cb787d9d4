"""A digest sent by mail."""

import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Literal

from scraper.errors import DeliveryError, UsageError
from scraper.health.alerts import Digest

TIMEOUT = 30.0
"""Seconds until a mail server that says nothing is given up."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over."""

    host: str
    port: int = 587
    security: Literal["starttls", "tls", "none"] = "starttls"
    """STARTTLS (587), TLS from the first byte (465), or nothing: only for a server on the same machine, without a password."""
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    """Never shown."""
    timeout: float = TIMEOUT
    """Seconds."""
    context: ssl.SSLContext | None = field(default=None, repr=False)
    """Whom to trust; the system's authorities where none is given."""


def send_mail(digest: Digest, server: MailServer, sender: str, recipients: Sequence[str]) -> None:
    """Hand ``digest`` over to ``server``, for all ``recipients``.

    Raises DeliveryError where the server is not reached, cannot be trusted, or refuses sender or recipients, and UsageError
    where a password would travel in the clear or cannot travel at all.
    """
    place = f"mail to {server.host}:{server.port}"
    if server.security == "none" and server.password:
        raise UsageError(f"{place}: a password is not sent without encryption; use starttls or tls")
    if not f"{server.user or ''}{server.password or ''}".isascii():
        raise UsageError(f"{place}: user and password can only have ASCII letters here")  # all that smtplib sends
    try:
        with _connected(server) as session:
            if server.user and server.password:
                session.login(server.user, server.password)
            refused = session.send_message(message_of(digest, sender, recipients), sender, list(recipients))
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(f"{place}: {_words(error)}") from None
    if refused:
        raise DeliveryError(f"{place}: {len(refused)} of {len(recipients)} recipients refused")


def message_of(digest: Digest, sender: str, recipients: Sequence[str]) -> EmailMessage:
    """Return ``digest`` as a mail; it says that a machine wrote it, so that no machine answers."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, ", ".join(recipients), digest.subject
    message["Date"], message["Message-ID"] = formatdate(), make_msgid("vusta", sender.rpartition("@")[2] or None)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(digest.text)
    return message


def _connected(server: MailServer) -> smtplib.SMTP:
    """Return a session, encrypted as asked for."""
    context = server.context or ssl.create_default_context()
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    session = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    if server.security == "starttls":
        try:
            session.starttls(context=context)
        except (OSError, smtplib.SMTPException):
            session.close()
            raise
    return session


def _words(error: OSError) -> str:
    """Return what went wrong in a few words; what the server wrote is left out, for it may repeat what it was sent."""
    match error:
        case smtplib.SMTPAuthenticationError():
            return f"user or password refused ({error.smtp_code})"
        case smtplib.SMTPNotSupportedError():
            return "the server does not offer what was asked for (STARTTLS, login)"
        case smtplib.SMTPRecipientsRefused():
            return "all recipients refused"
        case smtplib.SMTPResponseException():
            return f"refused ({error.smtp_code})"
        case ssl.SSLCertVerificationError():
            return f"its certificate is not trusted: {error.verify_message}"
        case TimeoutError():
            return "no answer in time"
        case smtplib.SMTPServerDisconnected() if isinstance(error.__context__, TimeoutError):  # smtplib's word for it
            return "no answer in time"
        case smtplib.SMTPException():
            return "the connection broke"
    return error.strerror or "no connection"
