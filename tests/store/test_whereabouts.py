"""Network file systems and synchronised folders are recognised, ordinary ones are not."""

from pathlib import Path

import pytest

from quizapp.store import whereabouts
from quizapp.store.whereabouts import Whereabouts, look, mounted, mounted_mac


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - School", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("Google Drive", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-me@example.org", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("Documents", None),
        ("dropboxes", None),
    ],
)
def test_folders_of_programs_that_synchronise_are_known_by_name(
    tmp_path: Path, folder: str, name: str | None
) -> None:
    assert look(tmp_path / folder / "quizapp" / "progress.db").synced == name


def test_a_folder_of_syncthing_is_known_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    found = look(tmp_path / "data" / "progress.db")
    assert found.synced == "Syncthing"
    assert "Syncthing" in found.notices[0]


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert look(tmp_path / "mine" / "progress.db").synced == "Dropbox"


@pytest.mark.skipif(not whereabouts.MOUNTS.exists(), reason="reads the table of mounts as Linux writes it")
def test_the_deepest_mount_tells_the_kind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "mounts"
    table.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"server:/x {tmp_path}/far\\040away nfs4 rw 0 0\n"
        f"/dev/sdb1 {tmp_path}/far\\040away/stick vfat rw 0 0\n"
    )
    monkeypatch.setattr(whereabouts, "MOUNTS", table)
    assert look(tmp_path / "near" / "progress.db") == Whereabouts("ext4")
    assert look(tmp_path / "far away" / "progress.db").network
    stick = look(tmp_path / "far away" / "stick" / "progress.db")
    assert (stick.network, stick.keeps_numbers, stick.notices) == (False, False, ())


def test_tables_of_mounts_are_read_as_linux_and_macos_write_them() -> None:
    assert mounted("proc /proc proc rw 0 0\nnonsense\n") == [(Path("/proc"), "proc")]
    table = "/dev/disk1s1 on / (apfs, local, journaled)\n//me@server/share on /Volumes/share (smbfs, nodev)\n"
    assert mounted_mac(table) == [(Path("/"), "apfs"), (Path("/Volumes/share"), "smbfs")]
