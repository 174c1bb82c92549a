"""The raw Python client of Bruce Eckel's "Calling Go from Python via JSON-RPC" (2011), written anew for Python 3: a
request is some bytes on a socket, and so is the answer.

Usage: echo_client.py [--one-read] HOST PORT LENGTH...

Calls RPCFunc.Echo a hundred times, then once for each length with a text of so many characters. With --one-read it reads
an answer as the article does, by one recv(4096); without, until the answer is whole.
"""
import itertools
import json
import socket
import sys


class Client:
    """Calls by position, one after another."""

    def __init__(self, host, port):
        self.socket = socket.create_connection((host, port), timeout=30)
        self.ids = itertools.count()

    def call(self, method, *params):
        request = {"id": next(self.ids), "method": method, "params": list(params)}
        self.socket.sendall(json.dumps(request).encode())
        response = json.loads(self.receive().decode())
        if response["id"] != request["id"]:
            raise ValueError("expected id %s, found %s" % (request["id"], response["id"]))
        if response.get("error") is not None:
            raise RuntimeError(response["error"])
        return response["result"]

    def receive(self):
        """An answer is a line, in however many pieces it comes."""
        answer = b""
        while not answer.endswith(b"\n"):
            piece = self.socket.recv(4096)
            if not piece:
                raise EOFError("closed within an answer")
            answer += piece
        return answer


class OneReadClient(Client):
    """What the article printed, with its limit."""

    def receive(self):
        return self.socket.recv(4096)


def main(words):
    kind = OneReadClient if words[0] == "--one-read" else Client
    host, port, *lengths = words[1:] if kind is OneReadClient else words
    client = kind(host, int(port))
    texts = ["Cupid's Arrow"] + ["hello %d" % i for i in range(99)] + ["y" * int(length) for length in lengths]
    for text in texts:
        if client.call("RPCFunc.Echo", text) != ">" + text + "<":
            sys.exit("a wrong answer to %.20s" % text)
    print("%d answers" % len(texts))


main(sys.argv[1:])
