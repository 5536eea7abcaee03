# SPDX-License-Identifier: GPL-2.0
"""./keel check of a folder: the safe profile, the uses of UNSAFE, as text, as JSON, and again and again."""

import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time

from support import ROOT, heed_ctrl_c, keel, refused, scratch, succeeded

MAKEFILE = "obj-m := driver.o\nKEEL ?= {0}\ninclude $(KEEL)/kbuild/module.mk\n"
GLOBAL = "int counter = 0;\n"
UNSAFE = '''
namespace {{
[[maybe_unused]] int {0}(const keel::u8* data)
{{
    UNSAFE("{1}") {{ return data[1]; }}
    return 0; // UNSAFE("in a comment, which is none")
}}
}} // namespace
'''


def driver(directory, more="", name="driver"):
    """A driver outside the checkout: hello, and `more`."""
    folder = directory / name
    folder.mkdir()
    (folder / "Makefile").write_text(MAKEFILE.format(ROOT))
    write(folder, more)
    return folder


def write(folder, more):
    (folder / "driver.cpp").write_text((ROOT / "samples/hello/hello.cpp").read_text() + more)


def lines_of_hello():
    return (ROOT / "samples/hello/hello.cpp").read_text().count("\n")


def test_check_a_correct_driver():
    with scratch() as directory:
        folder = driver(directory)
        before = sorted(folder.iterdir())
        assert "0 problems, 0 uses" in succeeded(keel("check", folder))
        assert sorted(folder.iterdir()) == before, "it left something in the driver's folder"


def test_check_finds_what_the_safe_profile_refuses():
    with scratch() as directory:
        folder = driver(directory, GLOBAL)
        found = keel("check", folder)
        assert found.returncode == 1 and "1 problems" in found.stdout, found
        place = re.escape(f"{folder}/driver.cpp:{lines_of_hello() + 1}:5: error: ")
        assert re.search(f"^{place}.*counter.* \\[keel-mutable-global\\]$", found.stderr, re.M), found.stderr


def test_check_finds_it_in_a_header_once():
    with scratch() as directory:
        folder = driver(directory, '#include "shared.hpp"\n')
        (folder / "shared.hpp").write_text("#pragma once\n" + GLOBAL)
        (folder / "second.cpp").write_text('#include "shared.hpp"\n')
        (folder / "Makefile").write_text("two-y := driver.o second.o\n" + MAKEFILE.format(ROOT).replace("driver.o", "two.o"))
        found = keel("check", folder)
        assert found.stderr.count("shared.hpp:2:5: error: ") == 1, found.stderr


def test_check_json():
    with scratch() as directory:
        folder = driver(directory, GLOBAL + UNSAFE.format("second", "the caller passes two bytes or more"))
        found = keel("check", folder, "--json")
        assert found.returncode == 1
        said = json.loads(found.stdout)
        problem = next(problem for problem in said["problems"] if problem["rule"] == "keel-mutable-global")
        assert problem["file"] == str(folder / "driver.cpp") and problem["line"] == lines_of_hello() + 1
        assert problem["column"] == 5 and "counter" in problem["message"] and "note: " in problem["text"]
        assert [use["line"] for use in said["unsafe"]] == [lines_of_hello() + 6]
        assert said["root"] == str(folder)


def test_unsafe_report_of_a_driver_outside():
    with scratch() as directory:
        folder = driver(directory, UNSAFE.format("second", "the caller passes two bytes or more"))
        (folder / "core").mkdir()
        (folder / "core" / "part.cpp").write_text(UNSAFE.format("a", "first reason") + UNSAFE.format("b", "other reason"))
        said = succeeded(keel("check", folder, "--unsafe-report")).splitlines()
        assert said == [".: 1", f"    driver.cpp:{lines_of_hello() + 5}: the caller passes two bytes or more",
                        "core: 2", "    core/part.cpp:5: first reason", "    core/part.cpp:13: other reason",
                        "3 uses of UNSAFE in 2 folders"], said
        report = json.loads(succeeded(keel("check", folder, "--unsafe-report", "--json")))
        assert report["total"] == 3 and report["folders"] == {".": 1, "core": 2}
        assert report["unsafe"][0] == {"file": "core/part.cpp", "line": 5, "folder": "core", "reason": "first reason"}


def test_unsafe_report_inside_the_checkout():
    report = json.loads(succeeded(keel("check", ROOT / "samples", "--unsafe-report", "--json")))
    assert report["root"] == str(ROOT) and report["total"] == len(report["unsafe"]) == sum(report["folders"].values())
    library = json.loads(succeeded(keel("check", ROOT / "include", "--unsafe-report", "--json")))
    assert library["folders"]["include/keel/sync"] > 0
    assert all((ROOT / use["file"]).is_file() and len(use["reason"]) >= 10 for use in library["unsafe"])


def test_check_of_bad_input():
    with scratch() as directory:
        refused(keel("check", directory / "nowhere"), "nowhere is not a folder")
        refused(keel("check", "--watch"), "--watch goes with the folder of a module")
        refused(keel("check", "--watch", directory), "nothing to watch")


def test_watch():
    with scratch() as directory, Watch(driver(directory)) as watch:
        watch.expect("check: driver: clean")
        write(watch.folder, GLOBAL)
        watch.expect(f"{watch.folder}/driver.cpp:{lines_of_hello() + 1}:5: error: ", "[keel-mutable-global]")
        watch.expect("check: driver: 1 errors")
        write(watch.folder, '#include "shared.hpp"\n')
        watch.expect("'shared.hpp' file not found")
        (watch.folder / "shared.hpp").write_text("constexpr int fine = 1;\n")
        watch.expect("check: driver: clean")
        (watch.folder / "shared.hpp").write_text(GLOBAL)
        watch.expect("shared.hpp:1:5: error: ", "[keel-mutable-global]")
        (watch.folder / "Makefile").write_text("broken\n")
        watch.expect("keel: error: ", "nothing to watch")
        (watch.folder / "Makefile").write_text(MAKEFILE.format(ROOT))
        watch.expect("check: driver: 1 errors")


def test_watch_notices_the_library():
    with scratch() as directory:
        # Of a checkout of its own: the library is not to be touched while other tests read it.
        copy = directory / "keel"
        shutil.copytree(ROOT, copy, symlinks=True, ignore=shutil.ignore_patterns(".git", "build", "*.o", "*.ko"))
        folder = driver(directory)
        with Watch(folder, keel=copy / "keel") as watch:
            watch.expect("check: driver: clean")
            header = copy / "include/keel/core/attributes.hpp"
            header.write_text(header.read_text() + "#error on purpose\n")
            watch.expect("attributes.hpp:", "on purpose")


def test_watch_rests():
    with scratch() as directory, Watch(driver(directory)) as watch:
        watch.expect("check: driver: clean")
        before = watch.processor_time()
        time.sleep(3)
        assert watch.processor_time() - before < 1, "busy while nothing changes"


class Watch:
    """./keel check --watch of a folder, ended as by Ctrl-C. It must then end at once, and well."""

    def __init__(self, folder, keel=ROOT / "keel"):
        self.folder = folder
        self.child = subprocess.Popen([keel, "check", folder, "--watch"], text=True, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=heed_ctrl_c)
        self.said = []
        self.arrived = threading.Condition()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.child.stdout:
            with self.arrived:
                self.said.append(line.rstrip("\n"))
                self.arrived.notify_all()

    def expect(self, *words):
        """Waits for a line with all of `words`, and forgets all up to it."""
        def index():
            return next((i for i, line in enumerate(self.said) if all(word in line for word in words)), None)

        with self.arrived:
            came = self.arrived.wait_for(lambda: index() is not None, timeout=120)
            assert came, f"no {words} in: {self.said}"
            del self.said[:index() + 1]

    def processor_time(self):
        fields = open(f"/proc/{self.child.pid}/stat").read().rsplit(")", 1)[1].split()
        return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")

    def __enter__(self):
        return self

    def __exit__(self, failed, *_):
        self.child.send_signal(signal.SIGINT)
        try:
            status = self.child.wait(30)
        except subprocess.TimeoutExpired:
            self.child.kill()
            raise
        self.reader.join()
        assert failed or status == 0, f"ended with status {status}"
        assert failed or not any("Traceback" in line for line in self.said), self.said
