# SPDX-License-Identifier: GPL-2.0
"""`./keel`: builds, boots, loads and tests kernel modules written in C++."""
