// SPDX-License-Identifier: GPL-2.0
#include <keel/sysfs/kobject.hpp>

namespace keel::kobject {

Result<void> Node::add(const bindings::kobj_type* type, bindings::kobject* parent, const Node* above, const char* name)
{
    if (*name == '\0' || (above && !above->live_))
        return EINVAL;
    UNSAFE("raw_ is zero and stays here until release says that nobody uses it, which remove waits for")
    {
        bindings::kobject_init(&raw_, type);
        Result<void> added = Result<void>::from_errno(bindings::kobject_add(&raw_, parent, "%s", name));
        if (!added.ok()) {
            bindings::kobject_put(&raw_);
            released_.wait();
            return added;
        }
    }
    above_ = above;
    if (above)
        above->children_.fetch_add(1, Relaxed);
    live_ = true;
    return {};
}

void Node::remove()
{
    if (!live_)
        return;
    if (children_.load(Acquire) != 0)
        trap("a folder of sysfs ends before one that is in it");
    UNSAFE("live: add made it, and it is removed once")
    {
        bindings::kobject_del(&raw_);
        bindings::kobject_put(&raw_);
    }
    released_.wait();
    if (above_)
        above_->children_.fetch_add(-1, Release);
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
