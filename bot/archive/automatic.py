"""Where the backups go that `migrate` and `restore` take by themselves, and how many of them stay."""

from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from bot.config import Settings
from bot.errors import OperatorError

BACKUPS_KEPT = 3
STAMP, STAMPS = "%Y%m%d-%H%M%S-%f", f"{'[0-9]' * 8}-{'[0-9]' * 6}-{'[0-9]' * 6}"


def next_backup(settings: Settings, *, now: datetime) -> Path:
    """A new name in a folder that is there."""
    folder, name = _place(settings)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OperatorError(f"backup: cannot make {folder} ({error.strerror}); see BOTE_BACKUP_FOLDER") from error
    return folder / f"{name}.{now.strftime(STAMP)}.backup"


def drop_old_backups(settings: Settings) -> None:
    """All but the newest go; what people named themselves stays."""
    folder, name = _place(settings)
    for old in sorted(folder.glob(f"{name}.{STAMPS}.backup"))[:-BACKUPS_KEPT]:
        old.unlink()


def _place(settings: Settings) -> tuple[Path, str]:
    file = settings.sqlite_file
    name = file.name if file else urlsplit(settings.database_url.get_secret_value()).path.strip("/")
    return settings.backup_folder or (file.parent if file else Path()), name
