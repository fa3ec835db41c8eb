"""A conversation over two streams."""

import io
import os
import signal

import pytest

from quizapp.line.signals import ending_with
from quizapp.line.talk import Ended, StreamTalk


class Hung(io.StringIO):
    """Output to a terminal that was hung up."""

    def write(self, _text: str) -> int:
        raise OSError(5, "Input/output error")


def test_a_line_that_no_terminal_echoes_is_repeated_behind_its_prompt() -> None:
    sink = io.StringIO()
    talk = StreamTalk(io.StringIO("yes\r\n"), sink)
    assert talk.ask("Ready: ") == "yes"
    assert sink.getvalue() == "Ready: yes\n"


def test_what_could_steer_a_terminal_is_shown_as_its_code() -> None:
    sink = io.StringIO()
    talk = StreamTalk(io.StringIO("\x1b[2J\n"), sink)
    talk.say("\x07bell")
    assert talk.ask("\x1b: ") == "\x1b[2J"
    assert sink.getvalue() == "\\x07bell\n\\x1b: \\x1b[2J\n"


def test_a_last_line_without_its_end_is_taken() -> None:
    assert StreamTalk(io.StringIO("half"), io.StringIO()).ask(": ") == "half"


def test_the_end_of_the_input_ends_the_conversation_on_a_line_of_its_own() -> None:
    sink = io.StringIO()
    with pytest.raises(Ended):
        StreamTalk(io.StringIO(), sink).ask("Ready: ")
    assert sink.getvalue() == "Ready: \n"


def test_after_stop_nothing_more_is_asked() -> None:
    talk = StreamTalk(io.StringIO("yes\n"), io.StringIO())
    talk.stop()
    with pytest.raises(Ended):
        talk.ask("Ready: ")


def test_a_terminal_that_was_hung_up_does_not_matter_once_the_end_is_asked_for() -> None:
    talk = StreamTalk(io.StringIO("yes\n"), Hung())
    with pytest.raises(OSError, match="Input/output"):
        talk.say("hello")
    talk.stop()
    talk.say("goodbye")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_signals_stop_the_conversation_and_then_mean_what_they_meant_before(name: str) -> None:
    number = getattr(signal, name)
    before = signal.getsignal(number)
    stopped: list[bool] = []
    with ending_with(lambda: stopped.append(True)):
        os.kill(os.getpid(), number)
    assert stopped == [True]
    assert signal.getsignal(number) == before
