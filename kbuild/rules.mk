# SPDX-License-Identifier: GPL-2.0
# How Kbuild compiles the C++ of a module. Included by module.mk, after the module's lists of objects and before
# Kbuild works on them.
#
# Every C++ source becomes bitcode (%.bc). The bitcode of one module, and what it uses of the bindings' keel.bc (shims
# and runtime), is merged, optimised and compiled as one: NAME.keel.o. It takes the place of the C++ objects in
# NAME-y, beside the objects of C sources, which stay Kbuild's.
#
# The merge comes before recordmcount and objtool because templates and inline functions are COMDAT groups: tables
# that these tools make for each file keep entries for copies that the linker drops, and ftrace warns when it meets
# them.

include $(keel-root)/kbuild/flags.mk

keel-lint := $(keel-root)/tools/lint/module_lint.py
keel-ccache := $(if $(KEEL_CCACHE),ccache)

# Lazy: cleaning needs none.
keel-bindings = $(or $(KEEL_BINDINGS),$(error keel: KEEL_BINDINGS is not set: run make in the module's folder, \
	or ./keel build))

# The safe profile is part of the compiler here: without the checker nothing is compiled.
keel-checker = $(or $(wildcard $(KEEL_CHECKER)),$(error keel: the checker, without which no C++ is compiled, is \
	$(if $(KEEL_CHECKER),not at "$(KEEL_CHECKER)",not named: run make in the module's folder$(keel-comma) \
	or ./keel build)))
keel-comma := ,
# -add-plugin is an error when the file has not that plugin in it. tools/cli/keel_cli/checker.py says the same.
keel-checker-flags = -fplugin=$(keel-checker) -Xclang -add-plugin -Xclang keel \
	-fplugin-arg-keel-library=$(keel-root)/include -fplugin-arg-keel-library=$(keel-root)/src \
	-fplugin-arg-keel-bindings=$(keel-bindings)/include

keel-folder := $(abspath $(src))
keel-token = $(subst -,_,$(notdir $1))

# --- C++ -> bitcode -------------------------------------------------------------------------------------------------

# No optimisation yet: it is done once, after the merge, when shims and all files of the module are in sight.
keel-cxx-command = $(KEEL_CLANGXX) $(keel-cxxflags) \
	-fmacro-prefix-map=$(keel-folder)/= -fmacro-prefix-map=$(keel-root)/= \
	-DKBUILD_MODNAME='"$(call keel-token,$(keel-modname))"' -DKBUILD_BASENAME='"$(call keel-token,$*)"' \
	-I$(keel-root)/include -I$(keel-bindings)/include -I$(keel-folder) $(cxxflags-y) $(CXXFLAGS_$(target-stem).o) \
	$(keel-checker-flags)

quiet_cmd_keel_cxx = CXX [M]  $@
      cmd_keel_cxx = $(keel-ccache) $(keel-cxx-command) -Wp,-MMD,$(depfile) \
	-Xclang -disable-llvm-passes -emit-llvm -c -o $@ $<

$(obj)/%.bc: $(src)/%.cpp FORCE
	$(call if_changed_dep,keel_cxx)

# --- bitcode -> NAME.keel.o -----------------------------------------------------------------------------------------

keel-tus = $(filter-out $(KEEL_BINDINGS)/%,$(filter %.bc,$(real-prereqs)))
keel-c-objects = $(filter %.o,$(real-prereqs))

# gcc records the calls to __fentry__ as it compiles; clang leaves that to a tool. objtool could do it too, but on
# older kernels it also removes the calls, which ftrace does not expect.
keel-record-mcount = $(if $(CONFIG_FTRACE_MCOUNT_USE_OBJTOOL),,$(if $(filter -pg,$(keel-machflags)), ; \
	$(keel-recordmcount) $@))

quiet_cmd_keel_merge = CXXLD [M] $@
      cmd_keel_merge = KEEL_LLVM_LINK=$(KEEL_LLVM_LINK) KEEL_OPT=$(KEEL_OPT) KEEL_CLANG=$(KEEL_CLANG) NM=$(NM) \
	$(keel-root)/kbuild/merge.sh $@ "$(keel-tus)" $(keel-bindings)/keel.bc "$(keel-c-objects)" $(keel-machflags) \
	$(keel-record-mcount) $(cmd_objtool); \
	$(KEEL_PYTHON) -IS $(keel-lint) $@

# --- the lists ------------------------------------------------------------------------------------------------------

keel-source = $(wildcard $(src)/$(1:.o=.cpp))
keel-members = $(or $(strip $($1-y) $($1-objs) $($1-m)),$1.o)

# $(call keel-check,MODULE,OBJECT): mistakes that Kbuild would report as a missing rule, or not at all.
define keel-check
$(foreach s,$(wildcard $(addprefix $(src)/$(2:.o=),.cc .cxx .C)),\
	$(error keel: $(notdir $s): the name of a C++ source ends in .cpp))
$(if $(call keel-source,$2),$(if $(wildcard $(src)/$(2:.o=.c)),\
	$(error keel: $(2:.o=.c) and $(2:.o=.cpp) would both become $2: rename one)))
$(if $(filter $1.o,$2),$(if $(call keel-source,$2),,$(if $(strip $($1-y) $($1-objs) $($1-m)),\
	$(error keel: $1-y lists $2, the name of the module itself: rename $1.c),\
	$(if $(wildcard $(addprefix $(src)/$1,.c .S .rs)),,$(error keel: module $1 has no source: there is no $1.cpp here, \
	and no list $1-y above the include of module.mk)))))
endef

# $(call keel-module,MODULE)
define keel-module
$(foreach o,$(call keel-members,$1),$(call keel-check,$1,$o))
keel-tus-$1 := $(foreach o,$(call keel-members,$1),$(if $(call keel-source,$o),$(o:.o=.bc)))
keel-rest-$1 := $(foreach o,$(call keel-members,$1),$(if $(call keel-source,$o),,$o))
ifneq ($$(keel-tus-$1),)
$1-y := $1.keel.o $$(keel-rest-$1)
$1-objs :=
$1-m :=
targets += $$(keel-tus-$1)
$$(foreach t,$$(keel-tus-$1),$(obj)/$$t $(obj)/$$(t:.bc=.command)): private part-of-module := y
$$(foreach t,$$(keel-tus-$1),$(obj)/$$t $(obj)/$$(t:.bc=.command)): private keel-modname := $1
$(obj)/compile_commands.i: $$(patsubst %,$(obj)/%.command,$$(basename $$(keel-tus-$1) $$(keel-rest-$1)))
$(obj)/$1.keel.o: $$(addprefix $(obj)/,$$(keel-tus-$1) $$(keel-rest-$1)) $(KEEL_BINDINGS)/keel.bc \
		$(keel-root)/kbuild/merge.sh $(keel-lint) FORCE
	$$(call if_changed,keel_merge)
endif
endef
$(foreach m,$(patsubst %.o,%,$(filter %.o,$(obj-m))),$(eval $(call keel-module,$m)))

# --- compile_commands.json ------------------------------------------------------------------------------------------

# For editors and ./keel check, who want it when the code does not compile, too: only says the commands. Its name makes
# it one of the targets that Kbuild makes on request without going on to link modules.
keel-commands := $(or $(KEEL_COMMANDS),$(keel-folder)/compile_commands.json)
$(obj)/compile_commands.i:
	@$(KEEL_PYTHON) -IS $(keel-root)/kbuild/compile_commands.py $(keel-commands) $^ && rm -f $^

keel-say = $(file >$@,$(CURDIR)$(keel-newline)$(abspath $<)$(keel-newline)$1 -c $(abspath $<))
define keel-newline


endef
$(obj)/%.command: $(src)/%.cpp
	$(call keel-say,$(keel-cxx-command))@:
$(obj)/%.command: $(src)/%.c
	$(call keel-say,$(KEEL_CLANG) $(keel-cflags) $(basename_flags) $(modname_flags))@:
$(obj)/%.command:
	@:
