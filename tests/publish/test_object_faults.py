"""What object storage, or the way to it, refuses: told as findings, and never with a secret."""

import socket

import pytest
from obstore.exceptions import GenericError, PermissionDeniedError

from sitegen.publish.faults import PublishFault
from sitegen.publish.objects import store as objectstore
from sitegen.publish.objects.faults import store_fault
from sitegen.publish.objects.store import open_s3
from sitegen.publish.objects.target import ObjectTarget
from tests.publish.publishing import publish
from tests.publish.s3server import BUCKET, KEY, SECRET, S3Server
from tests.publish.sites import Sites


@pytest.fixture(autouse=True)
def _account(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setattr(objectstore, "_RETRIES", 1)


def fault_of(sites: Sites, address: str, endpoint: str) -> PublishFault:
    """Publish where it must fail; give the fault."""
    with pytest.raises(PublishFault) as refusal:
        publish(ObjectTarget(open_s3(address, endpoint, "us-east-1"), address, 3), sites)
    assert SECRET not in refusal.value.finding("arsip").message
    return refusal.value


@pytest.mark.parametrize(
    ("name", "value"),
    [("AWS_SECRET_ACCESS_KEY", "kunci-yang-salah"), ("AWS_ACCESS_KEY_ID", "TIDAKADA00001")],
)
def test_a_wrong_account_is_refused(
    s3_server: S3Server, sites: Sites, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    fault = fault_of(sites, f"s3://{BUCKET}/situs", s3_server.endpoint)
    assert (fault.code, fault.passing) == ("terbit-ditolak", False)
    assert "InvalidAccessKeyId" in str(fault.params) or "SignatureDoesNotMatch" in str(fault.params)
    assert "kunci-yang-salah" not in fault.finding("arsip").message


def test_a_bucket_that_is_not_there_is_said(s3_server: S3Server, sites: Sites) -> None:
    fault = fault_of(sites, "s3://lain/situs", s3_server.endpoint)
    assert (fault.code, fault.params["sebab"]) == ("terbit-gagal", "bucket itu tidak ada")


def test_where_nobody_listens_it_is_worth_another_try(sites: Sites) -> None:
    with socket.socket() as taken:  # bound, but nobody listens
        taken.bind(("127.0.0.1", 0))
        fault = fault_of(sites, "s3://kim", f"http://127.0.0.1:{taken.getsockname()[1]}")
    assert (fault.code, fault.passing) == ("terbit-tak-terhubung", True)
    assert "refused" in str(fault.params["sebab"])


def test_an_unknown_host_is_named_as_such(sites: Sites) -> None:
    fault = fault_of(sites, "s3://kim", "http://penyimpanan.invalid")
    assert (fault.code, fault.passing) == ("terbit-tak-terhubung", True)
    assert "lookup" in str(fault.params["sebab"])


def answer(status: str, code: str, message: str = "Sebab.") -> str:
    """Give what obstore says of a server's answer."""
    return (
        "Generic S3 error: Error performing PUT http://s3.contoh.id/kim/a in 1ms - Server returned "
        f"non-2xx status code: {status}: <Error><Code>{code}</Code>"
        f"<Message>{message}</Message></Error>\n\nDebug source:\nGeneric {{ }}"
    )


@pytest.mark.parametrize(
    ("said", "code", "passing", "reason"),
    [
        (answer("503 Slow Down", "SlowDown"), "terbit-tak-terhubung", True, "SlowDown: Sebab"),
        (answer("500 Internal", "InternalError"), "terbit-tak-terhubung", True, "InternalError"),
        (answer("403 Forbidden", "QuotaExceeded"), "terbit-disk", False, "QuotaExceeded: Sebab"),
        (answer("507 Full", "XMinioStorageFull"), "terbit-disk", False, "XMinioStorageFull"),
        (answer("403 Forbidden", "RequestTimeTooSkewed"), "terbit-ditolak", False, "TooSkewed"),
        (answer("404 Not Found", "NoSuchBucket"), "terbit-gagal", False, "bucket itu tidak ada"),
        (answer("400 Bad", "AuthorizationHeaderMalformed", "expecting 'ap-southeast-3'"),
         "terbit-gagal", False, "expecting 'ap-southeast-3'"),
        (answer("403 Forbidden", "AccessDenied", f"{SECRET} x"), "terbit-ditolak", False, "*** x"),
        ("Error performing PUT http://169.254.169.254/latest/api/token in 1ms - HTTP error",
         "terbit-ditolak", False, "AWS_ACCESS_KEY_ID"),
    ],
)  # fmt: skip
def test_every_answer_has_its_finding(said: str, code: str, passing: bool, reason: str) -> None:
    fault = store_fault(GenericError(said))
    assert (fault.code, fault.passing) == (code, passing)
    assert reason in str(fault.params["sebab"])


def test_an_answer_without_words_is_told_by_its_number() -> None:
    fault = store_fault(PermissionDeniedError("... non-2xx status code: 403 Forbidden: "))
    assert (fault.code, fault.params["sebab"]) == ("terbit-ditolak", "HTTP 403")
