"""What every test stands on: a home of its own, a clock of its own, and examples that repeat."""

import os
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from quizapp.clock import SetClock

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", parent=settings.get_profile("ci"), derandomize=False, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

START = "2026-03-02T10:00:00+01:00"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that holds this test's data, config and cache; nothing of the user's own is touched."""
    for name in list(os.environ):
        if name.startswith("QUIZAPP_") or name in {"NO_COLOR", "FORCE_COLOR", "EDITOR", "VISUAL"}:
            monkeypatch.delenv(name)
    folder = tmp_path / "home"
    monkeypatch.setenv("QUIZAPP_HOME", str(folder))
    return folder


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands at ten o'clock on a Monday morning until it is moved on."""
    return SetClock(datetime.fromisoformat(START))
