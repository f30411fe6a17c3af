"""The YAML language server, spoken to as an editor does: JSON-RPC over its standard streams."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NO_NETWORK = Path(__file__).parent / "no_network.cjs"
#: Longest wait for one answer; the first must read the schema.
PATIENCE = 30.0
#: Without these the server would fetch the list of all public schemas.
SETTINGS = {
    "yaml": {
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
        "validate": True,
        "hover": True,
        "completion": True,
    }
}


class Server:
    """One running server. Use it as a context manager; positions count from 1, as ours do."""

    def __init__(self, program: Path, root: Path) -> None:
        self._process = subprocess.Popen(
            ["node", "--require", str(NO_NETWORK), str(program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._told: queue.Queue[dict[str, Any]] = queue.Queue()
        self._last = 0
        self._versions: dict[str, int] = {}
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {"textDocument": {"hover": {"contentFormat": ["markdown"]}}}
        self._ask(
            "initialize",
            {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()

    def show(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Opens or changes a file, whatever stands on the disk; what is wrong with it."""
        uri = path.as_uri()
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        document: dict[str, Any] = {"uri": uri, "version": version}
        self._diagnostics.pop(uri, None)
        if version == 1:
            self._tell(
                "textDocument/didOpen",
                {"textDocument": {**document, "languageId": "yaml", "text": text}},
            )
        else:
            self._tell(
                "textDocument/didChange",
                {"textDocument": document, "contentChanges": [{"text": text}]},
            )
        return self.published(path)

    def published(self, path: Path) -> list[dict[str, Any]]:
        """The next diagnostics of a file."""
        uri = path.as_uri()
        while uri not in self._diagnostics:
            self._take()
        return self._diagnostics[uri]

    def changed_on_disk(self, path: Path) -> None:
        """What an editor tells of a file that something else wrote."""
        self._diagnostics.clear()
        change = {"uri": path.as_uri(), "type": 2}
        self._tell("workspace/didChangeWatchedFiles", {"changes": [change]})

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is shown where the mouse rests."""
        found = self._ask("textDocument/hover", _at(path, line, column))
        return str(found["contents"]["value"]) if found else ""

    def completion(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered, by label, with its explanation."""
        found = self._ask("textDocument/completion", _at(path, line, column))
        return {item["label"]: _words(item.get("documentation")) for item in found["items"]}

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:
        self._last += 1
        number = self._last
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._write({"method": method, "params": params})

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks of an editor is answered."""
        message = self._told.get(timeout=PATIENCE)
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and method is not None:
            asked = message["params"].get("items", ()) if method.endswith("configuration") else ()
            result = [SETTINGS.get(item["section"], {}) for item in asked] or None
            self._write({"id": message["id"], "result": result})
        return message

    def _write(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.split(b":")[1]) if line.lower().startswith(b"content-length") else 0
            while stream.readline().strip():
                pass
            self._told.put(json.loads(stream.read(length)))


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    position = {"line": line - 1, "character": column - 1}
    return {"textDocument": {"uri": path.as_uri()}, "position": position}


def _words(documentation: Any) -> str:
    return str(documentation.get("value") if isinstance(documentation, dict) else documentation)
