# SPDX-License-Identifier: GPL-2.0
"""Kernel logs with the calls of a module: ./keel run and ./keel decode name the line of the source."""

import re

from support import ROOT, keel, refused, scratch, succeeded

DRIVER = """// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;

class Shelf {
public:
    Mutex<Array<u8, 16>> bytes;
    misc::Registration<Shelf> device;

    static Shelf init(Init<Shelf>& init)
    {
        return {.bytes = {}, .device = misc::Registration<Shelf>::start(init, "shelf")};
    }
    Result<usize> write(UserReader& in, loff_t&) const
    {
        const u8 at = TRY(in.read<u8>());
        auto held = bytes.lock();
        put(*held, at); // the call
        return usize {1};
    }

private:
    [[gnu::noinline]] static void put(Array<u8, 16>& bytes, u8 at)
    {
        bytes[at] = 1; // the mistake
    }
};
KEEL_MODULE(Shelf, .license = "GPL", .description = "Has sixteen places");
"""


def line_of(words):
    return next(number for number, line in enumerate(DRIVER.splitlines(), 1) if words in line)


def shelf(directory):
    """A driver whose write makes a mistake, and what uses it."""
    target = directory / "shelf"
    target.mkdir()
    (target / "shelf.cpp").write_text(DRIVER)
    (target / "Makefile").write_text(f"obj-m := shelf.o\nKEEL ?= {ROOT}\ninclude $(KEEL)/kbuild/module.mk\n")
    (target / "exercise.sh").write_text('. ktap.sh\ncheck "a byte is taken" sh -c "echo z >/dev/shelf"\nfinish\n')
    return target


def test_decode_names_the_line_of_the_source():
    with scratch() as directory:
        target = shelf(directory)
        result = keel("run", str(target))
        assert result.returncode == 1, result.stdout
        assert "FAILED: kernel log: trap: index out of bounds at " in result.stdout, result.stdout
        assert re.search(rf"Shelf::put \[shelf\] at .*shelf\.cpp:{line_of('the mistake')}$", result.stderr, re.M), result.stderr
        assert re.search(rf"write \[shelf\] at .*shelf\.cpp:{line_of('the call')}$", result.stderr, re.M), result.stderr

        log = directory / "log"
        log.write_text("Call Trace:\n _ZN5Shelf4initERN4keel4InitIS_EE+0x1/0x2 [other]\n init_module+0x5/0xc0 [shelf]\n")
        out = succeeded(keel("decode", str(target / "shelf.ko"), "--log", str(log))).splitlines()
        assert out[1] == " _ZN5Shelf4initERN4keel4InitIS_EE+0x1/0x2 [other]", out
        assert re.fullmatch(r" init_module \[shelf\] at .*shelf\.cpp:\d+", out[2]), out


def test_decode_refuses_what_is_no_module():
    with scratch() as directory:
        text = directory / "text.ko"
        text.write_text("no module\n")
        refused(keel("decode", str(text)), "text.ko is no module")
        refused(keel("decode", "/nowhere.ko"), "/nowhere.ko is no module", "No such file")
