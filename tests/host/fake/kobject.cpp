// SPDX-License-Identifier: GPL-2.0
// Folders of sysfs, links and sets of them: names that are taken, counts, and allocations that fail. Nobody reads
// attributes; events ask for their variables, and go nowhere.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/sysfs.hpp>

extern "C" {
int strcmp(const char*, const char*);
__SIZE_TYPE__ strlen(const char*);
void* memcpy(void*, const void*, __SIZE_TYPE__);
extern bindings::kobject kobject_of_sys_kernel;
bindings::kobject* kernel_kobj = &kobject_of_sys_kernel;
bindings::kobject kobject_of_sys_kernel {};
/// Only its address is used.
char sysfs_ops_of_kobjects asm("kobj_sysfs_ops");
}

namespace {

/// One of the things that are in a folder.
struct Entry {
    const bindings::kobject* folder;
    char* name;
};
constexpr int room = 32;
Entry entries[room];

char* copy(const char* name)
{
    auto* made = static_cast<char*>(bindings::kmalloc(strlen(name) + 1, bindings::GFP_KERNEL));
    if (made)
        memcpy(made, name, strlen(name) + 1);
    return made;
}

Entry* find(const bindings::kobject* folder, const char* name)
{
    for (Entry& e : entries)
        if (e.name && e.folder == folder && strcmp(e.name, name) == 0)
            return &e;
    return nullptr;
}

int insert(const bindings::kobject* folder, const char* name)
{
    if (find(folder, name))
        return -bindings::EEXIST;
    for (Entry& e : entries)
        if (!e.name) {
            e = {folder, copy(name)};
            return e.name ? 0 : -bindings::ENOMEM;
        }
    fake::die("there are too many names in sysfs");
}

void erase(Entry& e)
{
    bindings::kfree(e.name);
    e = {};
}

int& count(bindings::kobject* object) { return *reinterpret_cast<int*>(&object->kref); }

int add(bindings::kobject* object, bindings::kobject* parent)
{
    const int code = insert(parent, object->name);
    if (code == 0 && parent) {
        object->parent = parent;
        if (parent != kernel_kobj)
            count(parent)++;
    }
    return code;
}

} // namespace

extern "C" {

void kobject_init(bindings::kobject* object, const bindings::kobj_type* type)
{
    if (object->ktype)
        fake::die("a kobject is initialised twice");
    object->ktype = const_cast<bindings::kobj_type*>(type);
    count(object) = 1;
}

void kobject_put(bindings::kobject* object)
{
    if (--count(object) > 0)
        return;
    if (count(object) < 0)
        fake::die("a kobject is put once too often");
    char* name = const_cast<char*>(object->name);
    object->ktype->release(object);
    bindings::kfree(name);
}

int kobject_add(bindings::kobject* object, bindings::kobject* parent, const char* format, ...)
{
    fake::may_sleep("kobject_add");
    __builtin_va_list arguments;
    __builtin_va_start(arguments, format);
    const char* name = __builtin_va_arg(arguments, const char*);
    __builtin_va_end(arguments);
    object->name = copy(name);
    if (!object->name)
        return -bindings::ENOMEM;
    return add(object, !parent && object->kset ? &object->kset->kobj : parent);
}

int kobject_set_name(bindings::kobject* object, const char* format, ...)
{
    __builtin_va_list arguments;
    __builtin_va_start(arguments, format);
    object->name = copy(__builtin_va_arg(arguments, const char*));
    __builtin_va_end(arguments);
    return object->name ? 0 : -bindings::ENOMEM;
}

int kset_register(bindings::kset* set)
{
    fake::may_sleep("kset_register");
    count(&set->kobj) = 1;
    return add(&set->kobj, set->kobj.parent);
}

void kset_unregister(bindings::kset* set)
{
    kobject_del(&set->kobj);
    kobject_put(&set->kobj);
}

int kobject_uevent(bindings::kobject* object, bindings::kobject_action action)
{
    fake::may_sleep("kobject_uevent");
    const bindings::kobject* top = object;
    while (!top->kset && top->parent)
        top = top->parent;
    if (!top->kset)
        return -bindings::EINVAL;
    auto* env = static_cast<bindings::kobj_uevent_env*>(
        bindings::kmalloc(sizeof(bindings::kobj_uevent_env), bindings::GFP_KERNEL));
    if (!env)
        return -bindings::ENOMEM;
    env->envp_idx = 3; // ACTION, DEVPATH, SUBSYSTEM
    env->buflen = 100;
    const int code = top->kset->uevent_ops->uevent(object, env);
    if (env->envp_idx >= bindings::UEVENT_NUM_ENVP || env->buflen + 30 > bindings::UEVENT_BUFFER_SIZE)
        fake::die("an event has no room for what the kernel says");
    bindings::kfree(env);
    if (code == 0 && action == bindings::KOBJ_ADD)
        object->state_add_uevent_sent = 1;
    return code;
}

void kobject_del(bindings::kobject* object)
{
    fake::may_sleep("kobject_del");
    if (object->state_add_uevent_sent)
        (void)kobject_uevent(object, bindings::KOBJ_REMOVE);
    bindings::kobject* parent = object->parent;
    for (Entry& e : entries)
        if (e.name && (e.folder == object || (e.folder == parent && strcmp(e.name, object->name) == 0)))
            erase(e);
    object->parent = nullptr;
    if (parent && parent != kernel_kobj)
        kobject_put(parent);
}

int sysfs_create_link_nowarn(bindings::kobject* folder, bindings::kobject*, const char* name)
{
    fake::may_sleep("sysfs_create_link");
    return insert(folder, name);
}

void sysfs_remove_link(bindings::kobject* folder, const char* name)
{
    fake::may_sleep("sysfs_remove_link");
    if (Entry* e = find(folder, name))
        erase(*e);
}

void sysfs_notify(bindings::kobject* folder, const char*, const char*)
{
    fake::may_sleep("sysfs_notify");
    if (!folder->ktype)
        fake::die("an attribute of a kobject that is none is notified");
}

bindings::kobject* keel_shim_kobject_of_module() { return nullptr; }

int kstrtobool(const char* text, bool* result)
{
    const char first = static_cast<char>(text[0] | 0x20), second = static_cast<char>(text[1] | 0x20);
    const bool yes = text[0] == '1' || first == 'y' || first == 't' || (first == 'o' && second == 'n');
    const bool no = text[0] == '0' || first == 'n' || first == 'f' || (first == 'o' && second == 'f');
    if (yes || no)
        *result = yes;
    return yes || no ? 0 : -bindings::EINVAL;
}
}
