// SPDX-License-Identifier: GPL-2.0
// Folders of /sys whose members user space (udev) is told of.
// C header: include/linux/kobject.h (struct kset)
#pragma once

#include <bindings/sysfs.hpp>
#include <keel/core/init.hpp>
#include <keel/core/str.hpp>
#include <keel/sync/arc.hpp>
#include <keel/sync/completion.hpp>

namespace keel {

class KObject;

namespace kobject {

template <class T> class Registration;

namespace detail {

/// The kset of a KSet.
///
/// # Invariants
/// raw is registered while is_live, and stays here until its release, which the destructor waits for. Each member keeps
/// this.
class KEEL_SEND KEEL_SYNC Set {
public:
    // Out of line: src/kset.cpp.
    KEEL_MAY_SLEEP Set(Init<Set>& init, bindings::kobject* parent, const char* name);
    Set(const Set&) = delete;
    Set& operator=(const Set&) = delete;
    KEEL_MAY_SLEEP ~Set();

    bindings::kset* raw() const { return &raw_; }

private:
    static void release(bindings::kobject* raw);
    static const bindings::kobj_type type;

    mutable bindings::kset raw_ {};
    Completion released_;
    bool is_live_ = false;
};

} // namespace detail
} // namespace kobject

/// A folder in /sys for folders that user space is told of: when a member (kobject::Registration) comes, goes, or says
/// that something changed, an event is sent, whose SUBSYSTEM is the name of this. It lasts until this and all members
/// are gone.
class [[nodiscard]] KSet {
public:
    /// None: nothing can be made in it.
    KSet() {}

    /// The folder `name` in `parent`, which must be one that is always there (KObject::kernel(), KObject::module()).
    ///
    /// # Context
    /// Process; may sleep.
    /// # Errors
    /// EEXIST: the name is taken. EINVAL: it is empty. ENOMEM: no memory.
    KEEL_MAY_SLEEP static Result<KSet> create(CStr name, const KObject& parent);

private:
    template <class T> friend class kobject::Registration;

    explicit KSet(Arc<kobject::detail::Set> set) : set_ {move(set)} {}

    /// Keeps the folder for a member.
    Arc<kobject::detail::Set> hold() const { return set_.is_empty() ? Arc<kobject::detail::Set>() : set_.clone(); }

    Arc<kobject::detail::Set> set_;
};

} // namespace keel
