from __future__ import annotations

import platform
import subprocess
import sys

import pytest

MEGABYTES = 80

MEASURED = f"""
import ctypes, os
from concurrent.futures import ThreadPoolExecutor
from bot.running import freed_memory

libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]


def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def burst(number):
    held = [libc.malloc(10_000) for _ in range({MEGABYTES} * 100)]
    for each in held:
        ctypes.memset(each, 1, 10_000)
    for each in held[:-1]:  # what is kept at the end keeps all of it from going back by itself
        libc.free(each)


freed_memory.limit_arenas()
with ThreadPoolExecutor(4) as threads:
    before = resident()
    list(threads.map(burst, range(8)))
    kept = resident() - before
    freed_memory.return_freed()
    print(kept, resident() - before)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be asked to")
def test_what_a_burst_freed_goes_back_to_the_system() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], capture_output=True, text=True, check=True
    )
    kept, left = map(int, done.stdout.split())
    assert kept > MEGABYTES / 2
    assert left < kept / 4
