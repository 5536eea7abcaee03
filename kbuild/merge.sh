#!/bin/bash
# SPDX-License-Identifier: GPL-2.0
# merge.sh OUT "BITCODE ..." SHIMS.bc "C-OBJECTS ..." FLAGS...
#
# Merges the bitcode of a module with what it uses of SHIMS.bc, makes local what neither the kernel nor the module's C
# objects refer to, and compiles the whole with FLAGS to OUT. The tools: KEEL_LLVM_LINK, KEEL_OPT, KEEL_CLANG, NM.
set -euo pipefail
out=$1 shims=$3
read -ra bitcode <<<"$2"
read -ra c_objects <<<"$4"
shift 4

# --only-needed holds for every file but the first: several sources of the module are joined before.
join() {
	if [ ${#bitcode[@]} = 1 ]; then
		"$KEEL_LLVM_LINK" "${bitcode[0]}" --only-needed "$shims" -o -
	else
		"$KEEL_LLVM_LINK" "${bitcode[@]}" -o - | "$KEEL_LLVM_LINK" - --only-needed "$shims" -o -
	fi
}

# Everything else becomes local, and goes if nobody uses it.
public=init_module,cleanup_module
if [ ${#c_objects[@]} != 0 ]; then
	public+=$("$NM" -u "${c_objects[@]}" | awk '$1 == "U" { printf ",%s", $2 }')
fi

join | "$KEEL_OPT" -passes=internalize,globaldce "-internalize-public-api-list=$public" -o - |
	"$KEEL_CLANG" "$@" -Wno-unused-command-line-argument -Wno-override-module -Werror=frame-larger-than \
		-x ir -c -o "$out" -
