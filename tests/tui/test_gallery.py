"""The pictures of the screens: each scene can be played, and shows what it says."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def pictures(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(DOCS))
    return import_module("pictures")


@pytest.fixture(autouse=True)
def no_shipped_decks() -> None:
    """The pictures show the decks that come along."""


def test_scenes_have_names_of_their_own_and_learners_there_are(pictures: ModuleType) -> None:
    names = [scene.name for scene in pictures.SCENES]
    assert len(set(names)) == len(names)
    assert {scene.learner for scene in pictures.SCENES} <= set(sys.modules["madeup"].LEARNERS)


def test_a_picture_is_the_same_each_time(pictures: ModuleType, tmp_path: Path) -> None:
    (scene,) = (scene for scene in pictures.SCENES if scene.name == "home-no-decks")
    job = pictures.Job(scene, (80, 24), ("dark",))
    first, second = (next(pictures.play([job], tmp_path)) for _ in range(2))
    assert first[0] == "home-no-decks-dark-80x24"
    assert first == second


@pytest.mark.long
def test_every_scene_can_be_played(pictures: ModuleType, tmp_path: Path) -> None:
    names = [name for name, svg in pictures.play(pictures.modest(), tmp_path / "room") if "</svg>" in svg]
    assert len(names) == len(pictures.SCENES) + 2 * len(pictures.SHOWN_IN_ALL_THEMES)
