# SPDX-License-Identifier: GPL-2.0
"""The rules of ./keel check that need no compiler: each finds what it is for, and leaves the rest alone."""

import json
from pathlib import Path

import shape
import unsafe
from support import keel, scratch, succeeded

SPDX = "// SPDX-License-Identifier: GPL-2.0\n"


def findings(files):
    """What shape says about a tree of these files: {path: text}."""
    with scratch() as root:
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        return [f"{file}:{line}" for file, line, _ in shape.check(root, [Path(path) for path in files])]


def test_shape_of_a_good_file():
    assert findings({"include/keel/a.hpp": SPDX + "int a; // costs 1.5 ms, see section 10.2\n"}) == []


def test_shape_length():
    assert findings({"src/a.cpp": SPDX + "\n" * 799}) == []
    assert findings({"src/a.cpp": SPDX + "\n" * 800}) == ["src/a.cpp:801"]
    assert findings({"include/keel/a.hpp": SPDX + "\n" * 300}) == ["include/keel:1"]


def test_shape_width():
    wide = "# SPDX-License-Identifier: GPL-2.0\n" + "a" * (shape.WIDEST + 1) + "\n"
    assert findings({"tools/a.py": wide}) == ["tools/a.py:2"]


def test_shape_license():
    assert findings({"src/a.cpp": "int a;\n"}) == ["src/a.cpp:1"]
    assert findings({"tools/a.sh": "#!/bin/sh\n" + SPDX}) == []


def test_shape_kernel_versions():
    assert findings({"src/a.cpp": SPDX + "#if LINUX_VERSION_" + "CODE > 1\n"}) == ["src/a.cpp:2"]
    since = SPDX + "// since " + "6" + ".12\n"
    assert findings({"src/a.cpp": since}) == ["src/a.cpp:2"]
    assert findings({"shims/a.c": since}) == []


def test_shape_unfinished():
    assert findings({"src/a.cpp": SPDX + "// TO" + "DO: all of it\n"}) == ["src/a.cpp:2"]
    assert findings({"src/a.py": "# SPDX-License-Identifier: GPL-2.0\nkinds = ('TO" + "DO', 'SKIP')\n"}) == []


def test_shape_machine_paths():
    assert findings({"docs/a.md": "see /ho" + "me/someone/x\n"}) == ["docs/a.md:1"]
    assert findings({"docs/a.md": "see ~/.cache/keel and /usr/src\n"}) == []


def test_shape_unlisted_test():
    test = SPDX + "int a;\n"
    assert findings({"tests/vm/sync/a.cpp": test}) == ["tests/vm/sync/a.cpp:1"]
    assert findings({"tests/vm/sync/a.cpp": test, "tests/vm/Makefile": "obj-m := t.o\nt-y := sync/a.o\n"}) == []
    assert findings({"tests/vm/sync/a.cpp": test, "tests/vm/Makefile": "obj-m := t.o\nt-y := sync/b.o\n"}) != []
    suite = {"tests/vm/sync/a.cpp": test + "KEEL_SUITE(a_suite, ...);\n", "tests/vm/Makefile": "t-y := $(wildcard */*.cpp)\n"}
    assert findings(suite) == ["tests/vm/sync/a.cpp:1"]
    assert findings({**suite, "tests/vm/suites.hpp": SPDX + "#define SUITES(X) X(a)\n"}) == []


def test_unsafe_uses_are_found_with_their_reasons():
    with scratch() as root:
        (root / "a.cpp").write_text('// UNSAFE("in a comment")\nUNSAFE("one " // why\n  "reason") { f(); }\n'
                                    'const char* s = "UNSAFE(\\"in a string\\")";\n'
                                    '#define UNSAFE(reason) if (reason)\n')
        assert [(use["line"], use["reason"]) for use in unsafe.uses(root, [Path("a.cpp")])] == [(2, "one reason")]
        report = json.loads(succeeded(keel("check", str(root), "--unsafe-report", "--json")))
        assert report["total"] == 1 and [use["file"] for use in report["unsafe"]] == ["a.cpp"], report


def test_check_of_a_folder_elsewhere():
    with scratch() as root:
        (root / "a.cpp").write_text(SPDX + "int  a;\n")
        result = keel("check", str(root))
        assert result.returncode == 1 and "a.cpp:2:4: error: not formatted" in result.stderr, result.stderr
        succeeded(keel("check", str(root), "--fix"))
        assert (root / "a.cpp").read_text() == SPDX + "int a;\n"
        succeeded(keel("check", str(root)))
