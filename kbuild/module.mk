# SPDX-License-Identifier: GPL-2.0
# The one include of a module's Makefile:
#
#     obj-m := echo.o
#     KEEL ?= ../..
#     include $(KEEL)/kbuild/module.mk
#
# make reads that Makefile twice. The first time, here, it only starts the kernel's own build (KDIR) on this folder;
# that build reads it again, and rules.mk tells it how to compile C++. docs/build.md has the targets and variables.

keel-root := $(patsubst %/kbuild/,%,$(dir $(abspath $(lastword $(MAKEFILE_LIST)))))

ifneq ($(KBUILD_EXTMOD),)
include $(keel-root)/kbuild/rules.mk
else

KDIR ?= /lib/modules/$(shell uname -r)/build
keel-kdir := $(abspath $(KDIR))
keel-goals := $(or $(MAKECMDGOALS),modules)

keel-stop = $(error keel: $1)
ifeq ($(strip $(obj-m)),)
$(call keel-stop,this Makefile names no module: put "obj-m := NAME.o" above the include of module.mk)
endif
ifneq ($(words $(CURDIR)),1)
$(call keel-stop,Kbuild cannot work in "$(CURDIR)": move the module to a path without spaces)
endif
ifeq ($(wildcard $(keel-kdir)/Makefile),)
$(call keel-stop,"$(KDIR)" is not the build directory of a kernel: install the headers of the running kernel \
	(package linux-headers-$(shell uname -r)) or name another one with KDIR=)
endif

keel-comma := ,
# Cleaning needs no bindings and no checker, and must work when they cannot be made.
ifneq ($(filter-out clean modules_install,$(keel-goals)),)
ifeq ($(and $(KEEL_BINDINGS),$(KEEL_CHECKER)),)
keel-made := $(shell $(keel-root)/keel bindings $(keel-kdir) --checker)
ifneq ($(.SHELLSTATUS),0)
$(call keel-stop,no bindings for $(keel-kdir)$(keel-comma) or no checker$(keel-comma) without which no C++ is compiled: see above)
endif
KEEL_BINDINGS := $(or $(KEEL_BINDINGS),$(word 1,$(keel-made)))
KEEL_CHECKER := $(or $(KEEL_CHECKER),$(word 2,$(keel-made)))
endif
endif

# Beside the bindings, where those are in the cache: see answers.mk.
keel-bindings-home := $(patsubst %/,%,$(dir $(abspath $(KEEL_BINDINGS))))
ifeq ($(notdir $(keel-bindings-home)),bindings)
KEEL_ANSWERS ?= $(dir $(keel-bindings-home))answers
endif
keel-kept := $(if $(KEEL_ANSWERS),MAKEFILES="$(MAKEFILES) $(keel-root)/kbuild/answers.mk" KEEL_ANSWERS=$(KEEL_ANSWERS))

# pahole refuses the DWARF of C++, and would take the module with it: no BTF for modules.
# Everything is given on the command line: what the caller gave there, perhaps relative, must not win.
# The lock: two makes in one folder at a time would write the same files.
keel-kbuild := $(keel-kept) flock -o $(CURDIR) $(MAKE) --no-print-directory -C $(keel-kdir) M=$(CURDIR) KEEL=$(keel-root) \
	KEEL_BINDINGS=$(abspath $(KEEL_BINDINGS)) KEEL_CHECKER=$(abspath $(KEEL_CHECKER)) CONFIG_DEBUG_INFO_BTF_MODULES=

# A compiler's message is the last thing worth reading: what every level of make adds to it is left out.
# (Descriptor 9, because the low ones are make's jobserver.)
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
keel-quietly = { $1 2>&1 >&9 9>&- | sed -uE '/^make(\[[0-9]+\])?: \*\*\* (\[|Waiting for|Deleting file)/d' >&2; } 9>&1
# The message goes through a pipe, so clang has to be told that it may be coloured.
keel-hash := \#
keel-colour := $(shell [ ! -t 2 ] || echo "CCC_OVERRIDE_OPTIONS='$(keel-hash) +-fcolor-diagnostics'")

.NOTPARALLEL:
.DEFAULT_GOAL := modules
.PHONY: modules clean modules_install compile_commands.json

include $(keel-root)/kbuild/tools.mk
keel-explain = for tool in $(KEEL_CLANG) $(KEEL_CLANGXX) $(KEEL_LLVM_LINK) $(KEEL_OPT); do \
	command -v $$tool >/dev/null || echo "keel: $$tool is not installed: run ./keel setup" >&2; done

# What was built before must not be taken for what was asked for now.
modules:
	@+$(call keel-quietly,$(keel-colour) $(keel-kbuild) modules) || \
		{ rm -f $(patsubst %.o,%.ko,$(filter %.o,$(obj-m))); $(keel-explain); exit 1; }
	@$(KEEL_PYTHON) -IS $(keel-root)/tools/lint/module_lint.py $$(sed 's/\.o$$/.ko/' modules.order)

clean:
	@+$(keel-kbuild) clean

modules_install:
	@[ -f modules.order ] || { echo "keel: nothing is built here yet: run make first" >&2; exit 1; }
	@+$(keel-kbuild) modules_install

compile_commands.json:
	@+$(call keel-quietly,$(keel-kbuild) -s compile_commands.i)

endif
