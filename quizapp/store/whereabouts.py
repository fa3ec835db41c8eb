"""What kind of place a file lies in: a network file system, a folder that some program synchronises."""

import re
import sys
from pathlib import Path
from typing import NamedTuple

MOUNTS = Path("/proc/self/mounts")
_NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "ncpfs", "webdav", "davfs"),
        *("davfs2", "fuse.davfs2", "fuse.sshfs", "sshfs", "osxfuse", "macfuse", "fuse.rclone", "fuse.s3fs"),
        *("fuse.gvfsd-fuse", "fuse.glusterfs", "glusterfs", "ceph", "fuse.ceph", "lustre", "gpfs", "9p"),
        *("beegfs", "ocfs2", "gfs2", "fuse.google-drive-ocamlfuse", "fuse.onedriver"),
    }
)
_NO_NUMBERS = frozenset(
    {"vfat", "exfat", "msdos", "fat", "fuseblk", "fuse.exfat", "virtiofs", "ntfs", "ntfs3"}
)
_SYNCED = {
    re.compile(r"dropbox( \(.*\))?", re.IGNORECASE): "Dropbox",
    re.compile(r"onedrive( - .*|-.*)?", re.IGNORECASE): "OneDrive",
    re.compile(r"mobile documents|icloud ?drive|com~apple~clouddocs", re.IGNORECASE): "iCloud Drive",
    re.compile(r"google ?drive|googledrive-.*|my drive", re.IGNORECASE): "Google Drive",
    re.compile(r"nextcloud.*", re.IGNORECASE): "Nextcloud",
    re.compile(r"owncloud.*", re.IGNORECASE): "ownCloud",
    re.compile(r"box( sync)?|box-box", re.IGNORECASE): "Box",
    re.compile(r"mega(sync)?", re.IGNORECASE): "MEGA",
    re.compile(r"pclouddrive|pcloud( ?sync)?", re.IGNORECASE): "pCloud",
    re.compile(r"syncthing", re.IGNORECASE): "Syncthing",
}
# Files that programs which synchronise leave at the top of their folders.
_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".sync": "Resilio Sync",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}


class Whereabouts(NamedTuple):
    """kind: the file system's name, empty if unknown. synced: the program that synchronises the folder."""

    kind: str = ""
    synced: str | None = None

    @property
    def network(self) -> bool:
        """Several machines may reach the file at once, so locks can't be trusted to shared memory."""
        return self.kind in _NETWORK

    @property
    def keeps_numbers(self) -> bool:
        """A file keeps its inode number from one mounting to the next."""
        return not self.network and self.kind not in _NO_NUMBERS

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences the learner should know about this place."""
        told = []
        if self.network:
            told.append(
                f"Your progress lies on a network file system ({self.kind}). quizapp works there, more"
                " slowly; don't study on two machines at the same time."
            )
        if self.synced:
            told.append(
                f"Your progress lies in a folder that {self.synced} synchronises. Two machines that study"
                " before it has caught up lose answers: keep the data elsewhere (QUIZAPP_HOME) and carry"
                " it over with 'quizapp export' and 'quizapp import'."
            )
        return tuple(told)


def look(path: Path) -> Whereabouts:
    """Tell where `path` lies; it need not exist yet."""
    full = path.expanduser().absolute()
    real = full.resolve()
    return Whereabouts(_kind(real), _synced(full) or _synced(real))


def mounted(table: str) -> list[tuple[Path, str]]:
    """Read a table of mounts as Linux writes it: device, folder, kind, ..., separated by spaces."""
    found = []
    for line in table.splitlines():
        fields = line.split(" ")
        if len(fields) >= 3:
            folder = re.sub(r"\\([0-7]{3})", lambda match: chr(int(match.group(1), 8)), fields[1])
            found.append((Path(folder), fields[2]))
    return found


def mounted_mac(table: str) -> list[tuple[Path, str]]:
    """Read what `mount` prints on macOS: `device on /folder (kind, ...)`."""
    lines = re.findall(r"^.* on (/.*) \(([\w.-]+)[,)]", table, re.MULTILINE)
    return [(Path(folder), kind) for folder, kind in lines]


def _kind(real: Path) -> str:
    mounts = _mounts()
    # The deepest folder wins; of two on the same folder, the later hides the earlier.
    best, kind = -1, ""
    for folder, name in mounts:
        if len(folder.parts) >= best and real.is_relative_to(folder):
            best, kind = len(folder.parts), name
    return kind.lower()


def _mounts() -> list[tuple[Path, str]]:
    if sys.platform == "darwin":
        return mounted_mac(_ask_mount())
    try:
        return mounted(MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return []


def _ask_mount() -> str:
    import subprocess  # noqa: PLC0415 - slow to load, and needed on macOS alone

    try:
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def _synced(full: Path) -> str | None:
    for part in full.parts[:-1]:
        for pattern, name in _SYNCED.items():
            if pattern.fullmatch(part):
                return name
    for folder in full.parents:
        for marker, name in _MARKERS.items():
            if (folder / marker).exists():
                return name
    return None
