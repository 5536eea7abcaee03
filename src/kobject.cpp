// SPDX-License-Identifier: GPL-2.0
#include <keel/sysfs/kobject.hpp>

namespace keel::kobject {

Result<void> Node::add(const Type& type, Place place, const char* name)
{
    if (*name == '\0' || (place.above && !place.above->live_))
        return EINVAL;
    if (!place.parent && place.set.is_empty())
        return ENODEV;
    UNSAFE("raw_ is zero and stays here until release says that nobody uses it, which remove waits for")
    {
        if (!place.set.is_empty())
            raw_.kset = place.set->raw();
        bindings::kobject_init(&raw_, &type.raw);
        Result<void> added = Result<void>::from_errno(bindings::kobject_add(&raw_, place.parent, "%s", name));
        if (!added.ok()) {
            bindings::kobject_put(&raw_);
            released_.wait();
            return added;
        }
    }
    if (!place.set.is_empty()) {
        if (Result<void> told = object().uevent(KObject::Action::Add); !told.ok()) {
            take_away();
            return told;
        }
    }
    set_ = move(place.set);
    above_ = place.above;
    if (above_)
        above_->children_.fetch_add(1, Relaxed);
    live_ = true;
    return {};
}

/// Its removal is told by C, if it was told that it is there.
void Node::take_away()
{
    UNSAFE("add made it, and it is taken away once")
    {
        bindings::kobject_del(&raw_);
        bindings::kobject_put(&raw_);
    }
    released_.wait();
}

void Node::remove()
{
    if (!live_)
        return;
    if (children_.load(Acquire) != 0)
        trap("a folder of sysfs ends before one that is in it");
    take_away();
    if (above_)
        above_->children_.fetch_add(-1, Release);
}

Result<void> Node::uevent(bindings::kobject* raw, UeventEnv& env)
{
    if (raw->ktype->release != &release)
        return {}; // a set below a member
    UNSAFE("the ktype with this release is the raw of the Type of a Node")
    {
        const auto* type = reinterpret_cast<const Type*>(raw->ktype);
        return type->uevent ? type->uevent(of(raw), env) : Result<void> {};
    }
}

void Node::release(bindings::kobject* raw)
{
    UNSAFE("the raw_ of a Node, which lives until it was waited for this") { of(raw).released_.complete(); }
}

namespace {

bool is_name(const char* name)
{
    if (*name == '\0')
        return false;
    for (; *name != '\0'; name++)
        if (*name == '/')
            return false;
    return true;
}

} // namespace

Result<void> Node::link(const KObject& target, CStr name) const
{
    if (!live_)
        return ENODEV;
    if (!is_name(name.as_ptr()))
        return EINVAL;
    UNSAFE("two live kobjects; the link goes with the folder, and needs nothing of the target's later")
    {
        return Result<void>::from_errno(bindings::sysfs_create_link_nowarn(&raw_, target.raw(), name.as_ptr()));
    }
}

void Node::unlink(CStr name) const
{
    UNSAFE("a live kobject")
    {
        if (live_)
            bindings::sysfs_remove_link(&raw_, name.as_ptr());
    }
}

} // namespace keel::kobject
