// SPDX-License-Identifier: GPL-2.0
#include <keel/sysfs/kobject.hpp>

namespace keel {

namespace kobject::detail {

namespace {

/// Asks the member that an event is about, or a folder below it, for its variables. Whether C gives a const kobject
/// differs between kernels.
template <class K> int call_uevent(K* object, bindings::kobj_uevent_env* env)
{
    UNSAFE("a kobject and the environment of its event, which the kernel holds for this call")
    {
        UeventEnv variables(env);
        return static_cast<int>(Node::uevent(const_cast<bindings::kobject*>(object), variables).to_errno());
    }
}

constexpr bindings::kset_uevent_ops uevent_ops {.filter = nullptr, .name = nullptr, .uevent = &call_uevent};

} // namespace

const bindings::kobj_type Set::type = []() consteval {
    bindings::kobj_type type {};
    type.release = &release;
    type.sysfs_ops = &bindings::kobj_sysfs_ops;
    return type;
}();

Set::Set(Init<Set>& init, bindings::kobject* parent, const char* name)
{
    if (*name == '\0') { // of which C would complain in the log
        init.fail(EINVAL);
        return;
    }
    raw_.kobj.ktype = &type;
    raw_.kobj.parent = parent;
    raw_.uevent_ops = &uevent_ops;
    UNSAFE("raw_ stays here until release says that nobody uses it, which is waited for")
    {
        if (bindings::kobject_set_name(&raw_.kobj, "%s", name) != 0) {
            init.fail(ENOMEM);
            return;
        }
        if (Result<void> added = Result<void>::from_errno(bindings::kset_register(&raw_)); !added.ok()) {
            bindings::kobject_put(&raw_.kobj);
            released_.wait();
            init.fail(added.error());
            return;
        }
    }
    is_live_ = true;
}

Set::~Set()
{
    if (!is_live_)
        return;
    UNSAFE("live: the constructor made it, and it is removed once") { bindings::kset_unregister(&raw_); }
    released_.wait();
}

void Set::release(bindings::kobject* raw)
{
    UNSAFE("the kobject of a Set's raw_; the Set lives until it was waited for this")
    {
        auto* set =
            reinterpret_cast<char*>(raw) - __builtin_offsetof(bindings::kset, kobj) - __builtin_offsetof(Set, raw_);
        reinterpret_cast<Set*>(set)->released_.complete();
    }
}

} // namespace kobject::detail

Result<KSet> KSet::create(CStr name, const KObject& parent)
{
    using kobject::detail::Set;
    return KSet(TRY(
        Arc<Set>::init(GFP_KERNEL, [&](Init<Set>& init) -> Set { return Set(init, parent.raw(), name.as_ptr()); })));
}

} // namespace keel
