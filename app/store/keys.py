"""Keys that manage a link: whoever holds one may delete it. Only their hashes are ever kept."""

import secrets
from hashlib import sha256


def new() -> str:
    return secrets.token_urlsafe(24)


def hashed(key: str) -> str:
    """A plain hash is enough: with 192 random bits there is nothing to guess."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def fits(key: str, key_hash: str | None) -> bool:
    """Compared in constant time."""
    return secrets.compare_digest(hashed(key), key_hash or "")
