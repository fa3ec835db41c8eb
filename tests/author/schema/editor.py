"""Talks to the yaml-language-server as an editor does, over its protocol."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

CHOSEN = "QUIZAPP_YAML_LANGUAGE_SERVER"
_NAME = "yaml-language-server"


def command(environment: Mapping[str, str]) -> Sequence[str] | None:
    """How to start the server: as the environment says, from PATH or node_modules; None without it."""
    node = shutil.which("node", path=environment.get("PATH"))
    places = (
        environment.get(CHOSEN),
        shutil.which(_NAME, path=environment.get("PATH")),
        str(Path.cwd() / "node_modules" / ".bin" / _NAME),
    )
    found = next((place for place in places if place and Path(place).exists()), None)
    return None if node is None or found is None else (node, str(Path(found).resolve()), "--stdio")


class Editor:
    """One server with one document open in `folder`, which holds what the document's modeline names."""

    def __init__(self, start: Sequence[str], folder: Path) -> None:
        self._uri = (folder / "try.deck.yaml").as_uri()
        self._number = 0
        self._version = 0
        self._found: dict[int, list[dict[str, Any]]] = {}
        self._server = subprocess.Popen(
            start, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ)
        )
        capabilities = {
            "textDocument": {
                "completion": {
                    "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
                },
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {"versionSupport": True},
            }
        }
        self._ask("initialize", {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities})
        self._tell("initialized", {})
        settings = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": settings}})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def open(self, text: str) -> None:
        """Put `text` in the place of what the document held."""
        self._version += 1
        if self._version == 1:
            document = {"uri": self._uri, "languageId": "yaml", "version": 1, "text": text}
            self._tell("textDocument/didOpen", {"textDocument": document})
            return
        self._tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": self._uri, "version": self._version},
                "contentChanges": [{"text": text}],
            },
        )

    def findings(self) -> list[str]:
        """What the server finds in the document as it is now."""
        while self._version not in self._found:
            self._receive()
        return [found["message"] for found in self._found[self._version]]

    def offered(self, line: int, column: int) -> list[dict[str, Any]]:
        """What is offered at a place, counted from 0."""
        answer = self._ask("textDocument/completion", self._at(line, column))
        items: list[dict[str, Any]] = answer["items"] if isinstance(answer, dict) else answer
        return items

    def explained(self, line: int, column: int) -> str:
        """What is shown to whoever points at a place, counted from 0; empty if nothing."""
        answer = self._ask("textDocument/hover", self._at(line, column))
        return "" if not answer else str(answer["contents"]["value"])

    def _at(self, line: int, column: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri}, "position": {"line": line, "character": column}}

    def _ask(self, method: str, parameters: object) -> Any:
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": parameters})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, parameters: object) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        """Read one message; answer what the server asks, keep what it finds."""
        out = self._server.stdout
        assert out is not None
        length = 0
        while (line := out.readline().strip()) or not length:
            assert line or self._server.poll() is None, "the language server has ended"
            name, _, text = line.partition(b":")
            length = int(text) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(out.read(length))
        method = message.get("method")
        if method and "id" in message:
            asked = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            self._send({"id": message["id"], "result": [None for _ in asked] or None})
        if method == "textDocument/publishDiagnostics":
            shown = message["params"]
            self._found[shown.get("version", self._version)] = shown["diagnostics"]
        return message
