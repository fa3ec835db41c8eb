"""Signals that ask the program to end, while a conversation goes on."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


@contextmanager
def ending_with(stop: Callable[[], None]) -> Iterator[None]:
    """Within the block, let each signal that asks for the end call `stop` instead of killing."""

    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()

    present = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {number: signal.signal(number, handle) for number in present}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
