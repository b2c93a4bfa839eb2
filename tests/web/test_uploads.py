"""A file above the limit is refused with a sentence, and nothing of it is kept."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.web.pages import words

pytestmark = pytest.mark.urls("tests.web.urls")


@pytest.fixture(autouse=True)
def small_limit(settings):
    settings.MAX_UPLOAD_BYTES = 1024 * 1024


@pytest.fixture(autouse=True)
def upload_folder(settings, tmp_path):
    """Where Django keeps what arrives; empty after a refusal."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    return tmp_path


def post(client, size, address="/files/"):
    token = client.get("/").cookies["csrftoken"].value
    file = SimpleUploadedFile("计划.txt", b"a" * size)
    return client.post(address, {"csrfmiddlewaretoken": token, "file": file})


@pytest.mark.parametrize("strict", [True, False])
def test_at_the_limit_is_taken(strict):
    response = post(Client(enforce_csrf_checks=strict), 1024 * 1024)
    assert response.content.decode() == "计划.txt"


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/files/", "文件“计划.txt”超过 1 MB 的上限，没有保存。请拆分或压缩后再上传。"),
        (
            "/en/files/",
            "The file “计划.txt” is above the limit of 1 MB; nothing was stored. Split it.",
        ),
    ],
)
def test_above_the_limit_is_refused(strict, address, sentence, upload_folder):
    """Whether the CSRF check or the view reads the form first."""
    response = post(Client(enforce_csrf_checks=strict), 1024 * 1024 + 1, address)
    assert response.status_code == 400
    assert words(response, "//*[@class='gj-lead']") == [sentence]
    assert list(upload_folder.iterdir()) == []


def test_what_follows_is_read_so_that_the_browser_sees_the_answer(client):
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
        + b"a" * (3 * 1024 * 1024)
        + b"\r\n--x--\r\n"
    )
    stream = BytesIO(body)
    environ = {
        "CONTENT_TYPE": "multipart/form-data; boundary=x",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": stream,
    }
    response = client.generic("POST", "/files/", **environ)
    assert (response.status_code, stream.read()) == (400, b"")
