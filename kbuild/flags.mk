# SPDX-License-Identifier: GPL-2.0
# Compiler flags: what the kernel's Kbuild gives its own compiler, said in clang's words.
#
# Included by a Kbuild file; everything here is expanded in recipes, where Kbuild knows the target. Results:
#   keel-cxxflags   clang++: a C++ file of a module (no include paths: C++ never reads kernel headers)
#   keel-cflags     clang: C that includes kernel headers (shims, the bindings generator); absolute paths, no warnings
#   keel-machflags  clang: code generation from merged bitcode
#   keel-ccflags    the kernel's own compiler: C that includes kernel headers, exactly as Kbuild would, absolute paths
#
# A flag that changes code is never guessed. What is not in one of the lists below stops the build.
# KEEL_PASS_FLAGS and KEEL_DROP_FLAGS (make variables, patterns with one %) extend the lists without editing them.

include $(dir $(lastword $(MAKEFILE_LIST)))tools.mk

# Everything Kbuild passes for a C object of this module, apart from include paths and names. Some kernels add
# the module's own folder.
keel-kbuild-flags = $(filter-out -I$(src) -I$(obj),$(_c_flags)) $(modkern_cflags)

# No meaning for code generation: warnings (Keel has its own set), language, dialect, compiler plugins.
keel-drop-language := -W% -w -std=% -ansi -pedantic -pipe -Qunused-arguments -x c c++ -nostdinc -nostdlib \
	-ffreestanding -fdiagnostics% -fplugin% -fno-common -fno-working-directory

# C that kernel headers need to be read, besides the C standard; meaningless in C++.
keel-c-only := -fms-extensions -fms-anonymous-structs -fno-builtin-wcslen

# gcc's optimiser, or its defaults spelled out: no effect on the ABI or on a mitigation, unknown to clang.
keel-drop-gcc := -mno-fp-ret-in-387 -mfp-ret-in-387 -maccumulate-outgoing-args -mindirect-branch-register \
	-fconserve-stack -fno-allow-store-data-races -falign-jumps=% -falign-loops=% -falign-labels=% \
	-fno-ipa-% -fno-tree-% -fno-gcse -fno-var-tracking% -fno-partial-inlining -fno-reorder-blocks% \
	-fno-inline-functions-called-once -fno-isolate-erroneous-paths-dereference -fzero-init-padding-bits=% \
	-fno-stack-clash-protection -flive-patching=% --param=%

# What KASAN checks: gcc is told of it by "--param NAME=VALUE", clang by "-mllvm -NAME=VALUE". Variables of the module's
# own are left out (asan-globals): a constructor would register them.
keel-kasan-offset := -fasan-shadow-offset=% -asan-mapping-offset=%
keel-kasan-same := asan-instrumentation-with-call-threshold=% asan-stack=% asan-kernel-mem-intrinsic-prefix=%
keel-kasan-words := $(keel-kasan-same) asan-globals=% asan-instrument-allocas=%

# Translated below, in keel-translated.
keel-drop-translated := -mindirect-branch=thunk-extern -mpreferred-stack-boundary=3 -fmin-function-alignment=% \
	-fsanitize=bounds-strict -fstrict-flex-arrays=% -mrecord-mcount --param -mllvm \
	$(keel-kasan-offset) $(keel-kasan-words) $(addprefix -,$(keel-kasan-words))

# Understood by clang in the same way.
keel-pass := -D% -U% -I% -O% -g -g% -pg -mfentry \
	-m64 -march=% -mtune=% -mcmodel=kernel -mno-red-zone -mno-sse% -mno-mmx -mno-3dnow% -mno-avx% -mno-80387 -msoft-float \
	-mskip-rax-setup -mstack-alignment=8 -mno-global-merge \
	-mretpoline-external-thunk -mindirect-branch-cs-prefix -mfunction-return=thunk-extern -mfunction-return=keep \
	-mharden-sls=% -mno-harden-sls -mstack-protector-guard=% -mstack-protector-guard-reg=% \
	-mstack-protector-guard-symbol=% -mstack-protector-guard-offset=% \
	-fcf-protection=% -fno-jump-tables -fpatchable-function-entry=% -falign-functions -falign-functions=% \
	-fstack-protector -fstack-protector-strong -fno-stack-protector -fno-stack-check -fzero-call-used-regs=% \
	-ftrivial-auto-var-init=% -fshort-wchar -funsigned-char -fsigned-char \
	-fno-strict-aliasing -fno-strict-overflow -fwrapv -fno-delete-null-pointer-checks -fno-builtin -fno-builtin-% \
	-fno-PIE -fno-pie -fno-PIC -fno-pic \
	-fno-asynchronous-unwind-tables -fno-unwind-tables -fomit-frame-pointer -fno-omit-frame-pointer \
	-fno-optimize-sibling-calls -ffunction-sections -fdata-sections -fno-semantic-interposition \
	-fmacro-prefix-map=% -ffile-prefix-map=% -fdebug-prefix-map=% -fdebug-info-for-profiling \
	-fsanitize=array-bounds -fsanitize=local-bounds -fsanitize=shift -fsanitize=bool -fsanitize=enum \
	-fsanitize=kernel-address -fsanitize=unreachable -fsanitize=integer-divide-by-zero -fsanitize-undefined-trap-on-error -fsanitize-trap=% \
	-fintegrated-as --target=x86_64-linux-gnu

keel-known := $(keel-drop-language) $(keel-c-only) $(keel-drop-gcc) $(keel-drop-translated) $(keel-pass)
keel-unknown = $(strip $(filter-out $(keel-known) $(KEEL_PASS_FLAGS) $(KEEL_DROP_FLAGS),$(keel-kbuild-flags)))
keel-reject-unknown = $(if $(keel-unknown),$(error keel: this kernel is compiled with \
	$(foreach f,$(keel-unknown),"$f"), which Keel does not know how to say to clang. A flag that changes code is \
	not guessed: add it to the right list in kbuild/flags.mk, or try KEEL_PASS_FLAGS="$(keel-unknown)" (clang takes it as \
	it is) or KEEL_DROP_FLAGS="$(keel-unknown)" (it changes neither ABI nor a mitigation)))

# $(call keel-if-flag,FLAG,TEXT): TEXT when the kernel is compiled with FLAG.
keel-if-flag = $(if $(filter $1,$(keel-kbuild-flags)),$2)

keel-translated = \
	$(call keel-if-flag,-mindirect-branch=thunk-extern,-mretpoline-external-thunk) \
	$(call keel-if-flag,-mpreferred-stack-boundary=3,-mstack-alignment=8) \
	$(patsubst -fmin-function-alignment=%,-falign-functions=%,$(filter -fmin-function-alignment=%,$(keel-kbuild-flags))) \
	$(call keel-if-flag,-fsanitize=bounds-strict,-fsanitize=array-bounds) \
	$(call keel-if-flag,-fsanitize=kernel-address,$(addprefix -mllvm -,$(keel-kasan)))

keel-kasan = asan-globals=0 \
	$(foreach o,$(keel-kasan-offset),$(patsubst $o,asan-mapping-offset=%,$(filter $o,$(keel-kbuild-flags)))) \
	$(patsubst -%,%,$(filter $(keel-kasan-same) $(addprefix -,$(keel-kasan-same)),$(keel-kbuild-flags)))

# -mrecord-mcount has no translation: clang emits the calls, rules.mk records them after the merge. Headers
# packages that come without the tool for it give modules that ftrace cannot trace, but that load cleanly.
keel-recordmcount = $(wildcard $(objtree)/scripts/recordmcount)
keel-drop-tracing = $(call keel-if-flag,-mrecord-mcount,$(if $(keel-recordmcount),,-pg -mfentry))

keel-dropped = $(keel-drop-language) $(keel-c-only) $(keel-drop-gcc) $(keel-drop-translated) $(keel-drop-tracing) \
	$(KEEL_DROP_FLAGS)
keel-common-flags = $(keel-reject-unknown)--target=x86_64-linux-gnu $(keel-translated) \
	$(filter-out $(keel-dropped),$(keel-kbuild-flags))

# .llvm_addrsig is a section for linkers of programs.
keel-machflags = $(filter-out -D% -U% -I%,$(keel-common-flags)) -fno-addrsig

# Bindings spell a flexible array T x[0], which -fstrict-flex-arrays=3 would take for an array of no elements.
keel-cxx-language := -std=gnu++23 -ffreestanding -nostdinc -nostdinc++ -fno-exceptions -fno-rtti -fno-use-cxa-atexit \
	-fno-common -fstrict-flex-arrays=2
keel-cxx-warnings := -Werror -Wall -Wextra -Wundef -Wconversion -Wsign-conversion -Wswitch-enum -Wimplicit-fallthrough -Wreturn-type \
	-Wuninitialized -Wconditional-uninitialized -Wdangling -Wunused-result -Wunused-value -Wthread-safety \
	-Wglobal-constructors -Wexit-time-destructors
keel-cxxflags = $(keel-common-flags) $(keel-cxx-language) $(keel-cxx-warnings) \
	$(filter -Wframe-larger-than=%,$(keel-kbuild-flags))

# Kbuild's include paths are relative to its working directory; ours are read elsewhere too.
keel-absolute = $(foreach w,$1,$(if $(filter -I%,$w),-I$(abspath $(w:-I%=%)),$(if $(filter ./%,$w),$(abspath $w),$w)))
keel-clang-config := $(abspath $(dir $(lastword $(MAKEFILE_LIST)))clang_config.h)
# $(call keel-kernel-includes,FLAGS): with FLAGS after the configuration, before the first header that asks for it.
keel-kernel-includes = -nostdinc \
	$(call keel-absolute,$(LINUXINCLUDE) $1 -include $(srctree)/include/linux/compiler_types.h)

keel-c-language = $(or $(filter -std=%,$(keel-kbuild-flags)),-std=gnu11) -fno-common \
	$(filter -ffreestanding $(keel-c-only) -fstrict-flex-arrays=%,$(keel-kbuild-flags))
keel-cflags = $(call keel-kernel-includes,-include $(keel-clang-config)) $(keel-common-flags) $(keel-c-language)

keel-ccflags = $(call keel-kernel-includes,) $(keel-kbuild-flags)
