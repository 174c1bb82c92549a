"""Calls the phone book in CBOR: each message is written by cbor2, behind its length in four bytes.

usage: cbor_client.py HOST PORT
"""

import datetime
import decimal
import socket
import struct
import sys

import cbor2


def ask(connection, message):
    data = cbor2.dumps(message, timezone=datetime.timezone.utc)
    connection.sendall(struct.pack(">I", len(data)) + data)
    return answer(connection)


def answer(connection):
    (length,) = struct.unpack(">I", exactly(connection, 4))
    return cbor2.loads(exactly(connection, length))


def exactly(connection, length):
    data = b""
    while len(data) < length:
        part = connection.recv(length - len(data))
        if not part:
            raise SystemExit("the server closed the connection")
        data += part
    return data


def call(method, params, identifier):
    return {"jsonrpc": "2.0", "method": method, "params": params, "id": identifier}


def check(found, expected):
    if found != expected:
        raise SystemExit(f"expected {expected!r}, found {found!r}")


def result(value, identifier):
    return {"jsonrpc": "2.0", "id": identifier, "result": value}


def error(code, message, identifier):
    return {"jsonrpc": "2.0", "id": identifier, "error": {"code": code, "message": message}}


with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=30) as link:
    check(ask(link, call("echo", ["héllo 😀"], 1)), result("héllo 😀", 1))
    check(ask(link, call("echo", ["x" * 100_000], "a")), result("x" * 100_000, "a"))
    brian = {"first_name": "Brian", "last_name": "Python", "id": 1979, "number": 42}
    check(ask(link, call("search", {"first_name": "Brian"}, 2)), result([brian], 2))
    # The id comes back as it was, whatever it is.
    check(ask(link, call("echo", ["y"], 2**70)), result("y", 2**70))
    check(ask(link, call("echo", ["y"], decimal.Decimal("1.50"))), result("y", decimal.Decimal("1.50")))
    # A number that cbor2 writes as a big integer with its first bit set; a date, which has a tag; bytes.
    for odd in (2**64 + 2**71, 1.5, None):
        found = ask(link, call("echo", [odd], 3))
        check((found["id"], found["error"]["code"]), (3, -32602))
    date = datetime.datetime(2026, 1, 31, tzinfo=datetime.timezone.utc)
    check(ask(link, call("echo", [date], 4)), result("2026-01-31T00:00:00Z", 4))
    check(ask(link, call("echo", [b"\1\2\3\4"], 5)), result("AQIDBA==", 5))
    check(ask(link, call("nothing", [], 6)), error(-32601, "Method not found", 6))
    batch = ask(link, [call("echo", ["a"], 7), {"jsonrpc": "2.0", "method": "log", "params": ["noted"]}, call("echo", ["b"], 8)])
    check(sorted(batch, key=lambda entry: entry["id"]), [result("a", 7), result("b", 8)])
    # What is no CBOR costs one message.
    link.sendall(b"\0\0\0\1\xff")
    check(answer(link)["error"]["code"], -32700)
    check(ask(link, call("echo", ["still there"], 9)), result("still there", 9))

print("all answers are right")
