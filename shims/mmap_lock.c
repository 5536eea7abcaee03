// SPDX-License-Identifier: GPL-2.0
#include <linux/mm.h>
#include <linux/mmap_lock.h>
#include <linux/version.h>
#include "shim.h"

KEEL_SHIM void keel_shim_mmap_read_lock(struct mm_struct *mm) { mmap_read_lock(mm); }
KEEL_SHIM int keel_shim_mmap_read_lock_killable(struct mm_struct *mm) { return mmap_read_lock_killable(mm); }
KEEL_SHIM bool keel_shim_mmap_read_trylock(struct mm_struct *mm) { return mmap_read_trylock(mm); }
KEEL_SHIM void keel_shim_mmap_read_unlock(struct mm_struct *mm) { mmap_read_unlock(mm); }
KEEL_SHIM void keel_shim_mmap_write_lock(struct mm_struct *mm) { mmap_write_lock(mm); }
KEEL_SHIM int keel_shim_mmap_write_lock_killable(struct mm_struct *mm) { return mmap_write_lock_killable(mm); }
KEEL_SHIM void keel_shim_mmap_write_unlock(struct mm_struct *mm) { mmap_write_unlock(mm); }

/* Locks of single areas are for modules since 7.0; before, and when the area is being changed, there is none. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(7, 0, 0)
KEEL_SHIM struct vm_area_struct *keel_shim_lock_vma_under_rcu(struct mm_struct *mm, unsigned long address)
{
	return NULL;
}
KEEL_SHIM void keel_shim_vma_end_read(struct vm_area_struct *vma) {}
#else
KEEL_SHIM struct vm_area_struct *keel_shim_lock_vma_under_rcu(struct mm_struct *mm, unsigned long address)
{
	return lock_vma_under_rcu(mm, address);
}
KEEL_SHIM void keel_shim_vma_end_read(struct vm_area_struct *vma) { vma_end_read(vma); }
#endif
