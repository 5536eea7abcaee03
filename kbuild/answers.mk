# SPDX-License-Identifier: GPL-2.0
# Kbuild asks the compiler whether it knows an option some thirty times in every build, each time by a compile of nothing:
# together more than a small module takes. It gets the same answers as long as the compiler is the same, so they are kept,
# in KEEL_ANSWERS.
#
# Read by every make of a build before the kernel's own Makefiles (MAKEFILES). What asks there is
# $(call try-run,COMMAND,TEXT,OTHERWISE), of scripts/Makefile.compiler: TEXT if the command, which can write to $$TMP,
# succeeds. This takes its place.

keel-empty :=
keel-blank := $(keel-empty) $(keel-empty)
keel-tab := $(keel-empty)	$(keel-empty)
keel-number-sign := \#

override try-run = $(if $(filter y,$(call keel-ask,$(call keel-name,$(1)),$(1))),$(2),$(3))

# A command as the name of a variable, which has no blank in it and nothing that make would read as its own.
keel-name = $(subst $(keel-blank),~s,$(subst $(keel-tab),~t,$(subst =,~e,$(subst :,~c,$(subst $$,~d,$(subst \,~b,$(subst \
	$(keel-number-sign),~n,$(subst ~,~~,$(1)))))))))

keel-ask = $(keel-read)$(or $(keel-answer-$(1)),$(call keel-learn,$(1),$(2)))

# Once: the answers of these very compilers for this very kernel.
keel-read = $(if $(keel-answers),,$(eval keel-answers := $(KEEL_ANSWERS)/$(shell \
	{ pwd; stat -Lc "%n %s %Y" $$(command -v $(CC) $(AS) $(LD)) "$$($(CC) -print-prog-name=cc1)" as; } 2>/dev/null | \
	cksum | cut -d" " -f1))$(foreach kept,$(wildcard $(keel-answers)/*),$(call keel-take,$(file <$(kept)))))
# Not what somebody else put there.
keel-take = $(if $(and $(filter keel-answer-%,$(word 1,$(1))),$(filter y n,$(word 3,$(1))),$(filter 3,$(words $(1)))),$(eval $(1)))

keel-learn = $(eval keel-answer-$(1) := $(shell scratch=$$(mktemp -d) && TMP=$$scratch/tmp && \
	{ if ($(2)) >/dev/null 2>&1; then echo y; else echo n; fi; rm -rf "$$scratch"; }))$(call keel-keep,$(1),$(shell \
	mkdir -p $(keel-answers) && mktemp $(keel-answers)/.XXXXXX))$(keel-answer-$(1))

# Under its name only when it is whole: another make may be reading. A folder that cannot be written keeps nothing.
keel-keep = $(if $(2),$(file >$(2),keel-answer-$(1) := $(keel-answer-$(1)))$(shell mv $(2) $(dir $(2))$(patsubst .%,%,$(notdir $(2)))))
