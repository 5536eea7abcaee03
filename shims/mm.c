// SPDX-License-Identifier: GPL-2.0
#include <linux/atomic.h>
#include <linux/mm.h>
#include <linux/pagemap.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
#include <linux/sched/signal.h>
#include <linux/version.h>
#include "shim.h"

KEEL_SHIM struct mm_struct *keel_shim_current_mm(void) { return current->mm; }
KEEL_SHIM void keel_shim_mmgrab(struct mm_struct *mm) { mmgrab(mm); }
KEEL_SHIM void keel_shim_mmdrop(struct mm_struct *mm) { mmdrop(mm); }
KEEL_SHIM void keel_shim_mmget(struct mm_struct *mm) { mmget(mm); }
KEEL_SHIM bool keel_shim_mmget_not_zero(struct mm_struct *mm) { return mmget_not_zero(mm); }
KEEL_SHIM struct vm_area_struct *keel_shim_vma_lookup(struct mm_struct *mm, unsigned long address)
{
	return vma_lookup(mm, address);
}

/* The pages that drivers hold on to, in pages; and how many an unprivileged process may make them hold. */
KEEL_SHIM atomic64_t *keel_shim_mm_pinned_vm(struct mm_struct *mm) { return &mm->pinned_vm; }
KEEL_SHIM unsigned long keel_shim_memlock_limit(void) { return rlimit(RLIMIT_MEMLOCK) >> PAGE_SHIFT; }

KEEL_SHIM void keel_shim_get_page(struct page *page) { get_page(page); }
KEEL_SHIM void keel_shim_put_page(struct page *page) { put_page(page); }
KEEL_SHIM void keel_shim_lock_page(struct page *page) { lock_page(page); }
KEEL_SHIM void keel_shim_folio_put(struct folio *folio) { folio_put(folio); }
KEEL_SHIM unsigned int keel_shim_folio_order(struct folio *folio) { return folio_order(folio); }
KEEL_SHIM void *keel_shim_folio_address(struct folio *folio) { return folio_address(folio); }
KEEL_SHIM struct page *keel_shim_folio_page(struct folio *folio, unsigned long n) { return folio_page(folio, n); }
KEEL_SHIM struct page *keel_shim_vmalloc_to_page(const void *address) { return vmalloc_to_page(address); }

KEEL_SHIM unsigned long keel_shim_vm_flags(const struct vm_area_struct *vma) { return vma->vm_flags; }
KEEL_SHIM void keel_shim_vm_flags_set(struct vm_area_struct *vma, unsigned long flags)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
	vma->vm_flags |= flags;
#else
	vm_flags_set(vma, flags);
#endif
}
KEEL_SHIM void keel_shim_vm_flags_clear(struct vm_area_struct *vma, unsigned long flags)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
	vma->vm_flags &= ~flags;
#else
	vm_flags_clear(vma, flags);
#endif
}

/* Ends what the page tables of a part of an area say; the pages are found again by faults. */
KEEL_SHIM void keel_shim_zap_vma_range(struct vm_area_struct *vma, unsigned long address, unsigned long size)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 3, 0)
	zap_page_range(vma, address, size);
#elif LINUX_VERSION_CODE < KERNEL_VERSION(7, 1, 0)
	zap_page_range_single(vma, address, size, NULL);
#else
	zap_vma_range(vma, address, size);
#endif
}

KEEL_SHIM void keel_shim_vma_uncached(struct vm_area_struct *vma)
{
	vma->vm_page_prot = pgprot_noncached(vma->vm_page_prot);
}
KEEL_SHIM void keel_shim_vma_write_combining(struct vm_area_struct *vma)
{
	vma->vm_page_prot = pgprot_writecombine(vma->vm_page_prot);
}
