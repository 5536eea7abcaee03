# SPDX-License-Identifier: GPL-2.0
# The compiler and its companions, all of one version.
KEEL_LLVM ?= -22
KEEL_CLANG ?= clang$(KEEL_LLVM)
KEEL_CLANGXX ?= clang++$(KEEL_LLVM)
KEEL_LLVM_LINK ?= llvm-link$(KEEL_LLVM)
KEEL_OPT ?= opt$(KEEL_LLVM)
# The system's own first: a version manager's stand-in in PATH takes longer than what we ask of Python.
KEEL_PYTHON ?= $(or $(wildcard /usr/bin/python3),python3)
