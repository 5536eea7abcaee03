# SPDX-License-Identifier: GPL-2.0
"""The uses of UNSAFE("reason"): where each is, and why its author says it is sound."""

import re
from pathlib import Path

SOURCES = {".hpp", ".cpp"}
USE = re.compile(r'\bUNSAFE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/', re.S)


def uses(root, files):
    """Every use in `files`: {"file", "line", "folder", "reason"}."""
    found = []
    for file in sorted(files):
        if file.suffix not in SOURCES or not (root / file).is_file():
            continue
        text = without_comments((root / file).read_text(errors="replace"))
        for match in USE.finditer(text):
            reason = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[1]))
            found.append({"file": str(file), "line": text.count("\n", 0, match.start()) + 1, "folder": folder(file),
                          "reason": reason})
    return found


def folder(file):
    """The folder a use is counted under: one level below the top, two in include/keel."""
    depth = 3 if file.parts[:2] == ("include", "keel") else 2
    return str(Path(*file.parts[:-1][:depth])) if len(file.parts) > 1 else "."


def without_comments(text):
    """Blanks comments, keeping line numbers and strings."""
    def blank(match):
        return match[0] if match[0].startswith('"') else re.sub(r"[^\n]", " ", match[0])
    return COMMENT.sub(blank, text)
