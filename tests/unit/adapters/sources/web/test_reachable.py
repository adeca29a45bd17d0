from __future__ import annotations

import pytest

from adapters.sources.web.reachable import is_public


@pytest.mark.parametrize(
    "host",
    [
        "93.184.215.14",
        "1.1.1.1",
        "2606:4700::1111",
        "::ffff:1.1.1.1",
        "64:ff9b::5db8:d70e",
        "2002:5db8:d70e::",
    ],
)
def test_what_anybody_can_reach_is_public(host: str) -> None:
    assert is_public(host)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1",  # noqa: S104 - one of those that are refused
        "169.254.169.254", "100.64.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12::1",
        "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:a00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_what_is_of_this_machine_or_its_network_or_of_nobody_is_not(host: str) -> None:
    assert not is_public(host)
