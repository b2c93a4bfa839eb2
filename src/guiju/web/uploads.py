"""Uploads are refused at the limit while they arrive, so that nothing of them is stored."""

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.files.uploadhandler import FileUploadHandler

from guiju.core.errors import InputError

CHUNK = 64 * 1024
READ_ON = 8  # times the limit


class TooLargeError(InputError, BadRequest):
    """A file above the limit (文件过大).

    It is also Django's BadRequest, since the CSRF check reads the form before any view could
    answer for it; `error_pages.bad_request` then shows the sentence.
    """

    code = "too_large"
    zh = "文件“{subject}”超过 {limit} MB 的上限，没有保存。请拆分或压缩后再上传。"
    en = "The file “{subject}” is above the limit of {limit} MB; nothing was stored. Split it."


class LimitHandler(FileUploadHandler):
    """Counts what arrives and stops at GUIJU_MAX_UPLOAD_MB."""

    arrived = 0
    stream: Any = None

    def handle_raw_input(self, input_data: Any, *args: Any, **kwargs: Any) -> None:
        self.stream = input_data

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        self.arrived += len(raw_data)
        if self.arrived > settings.MAX_UPLOAD_BYTES:
            # A browser reads the answer only once it has sent everything; one that sends without
            # end is not waited for.
            left = READ_ON * settings.MAX_UPLOAD_BYTES
            while left > 0 and (piece := self.stream.read(CHUNK)):
                left -= len(piece)
            for handler in self.request.upload_handlers if self.request else []:
                handler.upload_interrupted()
            limit = settings.MAX_UPLOAD_BYTES // (1024 * 1024)
            raise TooLargeError(self.file_name or "", limit=limit)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
