"""By what it is seen that something kept is what was kept."""

from __future__ import annotations

from zlib import crc32


def checksum_of(*values: object) -> int:
    """A sum over `values`, and what kind each of them is."""
    found = 0
    for value in values:
        piece = value if type(value) is bytes else str(value).encode("utf-8", "surrogatepass")
        found = crc32(piece, crc32(f"{type(value).__name__}{len(piece)}".encode(), found))
    return found
