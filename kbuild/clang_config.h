/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What the kernel's configuration says of gcc and does not hold for clang, for kernel headers that clang reads.
 *
 * Per-CPU variables in a segment that the compiler knows (__seg_gs): clang drops the segment from the memory operands
 * of inline assembly, so that preempt_disable() or this_cpu_add() would write to an absolute address. Without the
 * option the headers spell the segment out in the assembly.
 */
#undef CONFIG_USE_X86_SEG_SUPPORT
#undef CONFIG_CC_HAS_NAMED_AS
