#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0
"""compile_commands.py OUT COMMAND-FILE...: a compilation database of the files that rules.mk writes.

Each has three lines: the working directory, the source, the compiler's command as a shell would read it. Files that do
not exist belong to sources that no compiler knows (assembly).
"""

import json
import os
import shlex
import sys


def entry(path):
    with open(path, encoding="utf-8") as file:
        directory, source, command = file.read().rstrip("\n").split("\n")
    return {"directory": directory, "file": source, "arguments": shlex.split(command)}


def main(out, paths):
    entries = {e["file"]: e for e in map(entry, filter(os.path.exists, paths))}
    with open(out + ".tmp", "w", encoding="utf-8") as file:
        json.dump(list(entries.values()), file, indent=1)
        file.write("\n")
    os.replace(out + ".tmp", out)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
