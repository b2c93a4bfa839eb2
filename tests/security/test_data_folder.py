"""The folder of the data is its owner's alone; its key is whole or the start stops."""

import stat
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from guiju.config.environment import SettingsError, kept_secret


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_folder_and_key_are_private(tmp_path):
    folder = tmp_path / "var"
    kept_secret(folder)
    assert (mode(folder), mode(folder / "secret-key")) == (0o700, 0o600)
    assert [one.name for one in folder.iterdir()] == ["secret-key"]


def test_processes_that_start_at_once_share_one_key(tmp_path):
    keys = []
    threads = [Thread(target=lambda: keys.append(kept_secret(tmp_path))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(keys), len(set(keys))) == (8, 1)


def test_a_cut_key_stops_the_start(tmp_path):
    (tmp_path / "secret-key").write_text("")
    with pytest.raises(SettingsError):
        kept_secret(tmp_path)


def test_what_is_handed_in_is_private(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    name = default_storage.save("evidence/2026/01/x.bin", ContentFile(b"x"))
    stored = tmp_path / "media" / name
    assert (mode(stored), mode(stored.parent)) == (0o600, 0o700)
