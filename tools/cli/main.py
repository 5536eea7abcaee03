# SPDX-License-Identifier: GPL-2.0
"""Where ./keel enters Python."""

import sys

# Compiled files are kept beside the sources: every build starts us again, and compiling us takes longer than our work.
sys.dont_write_bytecode = False

if sys.argv[1:2] == ["bindings"]:
    from keel_cli import bindings
    if found := bindings.quick(sys.argv[2:]):
        print(found)
        sys.exit()

from keel_cli.__main__ import main  # noqa: E402

sys.exit(main())
