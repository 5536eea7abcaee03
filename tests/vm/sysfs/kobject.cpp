// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/sysfs/kobject.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// A folder with an attribute, in another one if there is one.
class Folder {
public:
    kobject::Registration<Folder> folder;

    Folder(Init<Folder>& init, CStr name) : folder {kobject::Registration<Folder>::start(init, KObject::kernel(), name)}
    {}
    Folder(Init<Folder>& init, const Folder& parent, CStr name)
        : folder {kobject::Registration<Folder>::start(init, parent.folder, name)}
    {}

    Result<void> show(TextPage& page) const
    {
        page.emit<"{}\n">(7);
        return {};
    }
    using Attributes = sysfs::Group<"", sysfs::Attr<"number", &Folder::show>>;
};

Result<Box<Folder>> make(CStr name)
{
    return Box<Folder>::init(GFP_KERNEL, [&](Init<Folder>& init) -> Folder { return Folder(init, name); });
}
Result<Box<Folder>> make_in(const Folder& parent, CStr name)
{
    return Box<Folder>::init(GFP_KERNEL, [&](Init<Folder>& init) -> Folder { return Folder(init, parent, name); });
}

void a_folder_comes_and_goes(Test& test)
{
    for (int round = 0; round < 2; round++) {
        auto made = make("keel-suite");
        if (!made.ok()) {
            KEEL_EXPECT(test, made.error() == ENOMEM);
            continue;
        }
        Box<Folder> folder = made.take();
        folder->folder.notify<"number">();
        folder->folder.object().notify("number");
        KEEL_EXPECT(test, !folder->folder.object().uevent(KObject::Action::Change).ok());
    }
}

void a_folder_needs_a_name(Test& test)
{
    auto made = make("");
    KEEL_EXPECT(test, !made.ok() && (made.error() == EINVAL || made.error() == ENOMEM));
}

void folders_are_in_folders(Test& test)
{
    auto outer = make("keel-suite");
    if (!outer.ok()) {
        KEEL_EXPECT(test, outer.error() == ENOMEM);
        return;
    }
    Box<Folder> parent = outer.take();
    for (int round = 0; round < 2; round++) {
        auto inner = make_in(*parent, "inner");
        if (!inner.ok()) {
            KEEL_EXPECT(test, inner.error() == ENOMEM);
            continue;
        }
        Box<Folder> child = inner.take();
        auto second = make_in(*child, "inner");
        KEEL_EXPECT(test, second.ok() || second.error() == ENOMEM);
    }
}

void links_go_with_their_folder(Test& test)
{
    auto made = make("keel-suite");
    if (!made.ok()) {
        KEEL_EXPECT(test, made.error() == ENOMEM);
        return;
    }
    Box<Folder> box = made.take();
    const Folder& folder = *box;
    const KObject& itself = folder.folder.object();
    Result<void> linked = folder.folder.link(itself, "me");
    KEEL_EXPECT(test, linked.ok() || linked.error() == ENOMEM);
    if (linked.ok()) {
        Result<void> again = folder.folder.link(itself, "me");
        KEEL_EXPECT(test, !again.ok() && (again.error() == EEXIST || again.error() == ENOMEM));
        folder.folder.unlink("me");
        folder.folder.unlink("me");
        Result<void> stays = folder.folder.link(itself, "me");
        KEEL_EXPECT(test, stays.ok() || stays.error() == ENOMEM);
    }
    const Array<CStr, 2> bad_names = {"", "a/b"};
    for (CStr bad : bad_names) {
        Result<void> refused = folder.folder.link(itself, bad);
        KEEL_EXPECT(test, !refused.ok() && refused.error() == EINVAL);
    }
}

/// A member of a set, with as many variables as it is told.
class Member {
public:
    u32 variables;
    Atomic<u32> asked;
    kobject::Registration<Member> folder;

    Member(Init<Member>& init, const KSet& set, CStr name, u32 variables)
        : variables {variables}, asked {0u}, folder {kobject::Registration<Member>::start(init, set, name)}
    {}

    Result<void> uevent(kobject::UeventEnv& env) const
    {
        asked.inc();
        for (u32 i = 0; i < variables; i++)
            TRY(env.add<"NUMBER={:20}">(i));
        return {};
    }
    Result<void> show(TextPage& page) const
    {
        page.emit<"{}\n">(asked.load(Relaxed));
        return {};
    }
    using Attributes = sysfs::Group<"", sysfs::Attr<"asked", &Member::show>>;
};

Result<Box<Member>> make_member(const KSet& set, CStr name, u32 variables)
{
    return Box<Member>::init(GFP_KERNEL,
                             [&](Init<Member>& init) -> Member { return Member(init, set, name, variables); });
}

void a_set_tells_of_its_members(Test& test)
{
    for (int round = 0; round < 2; round++) {
        auto made = KSet::create("keel-suite-set", KObject::kernel());
        if (!made.ok()) {
            KEEL_EXPECT(test, made.error() == ENOMEM);
            continue;
        }
        KSet set = made.take();
        auto first = make_member(set, "first", 50);
        if (!first.ok()) {
            KEEL_EXPECT(test, first.error() == ENOMEM);
            continue;
        }
        Box<Member> member = first.take();
        KEEL_EXPECT(test, member->asked.load(Relaxed) == 1);
        Result<void> changed = member->folder.object().uevent(KObject::Action::Change);
        KEEL_EXPECT(test, changed.ok() || changed.error() == ENOMEM);
        auto full = make_member(set, "full", 80);
        KEEL_EXPECT(test, !full.ok() && full.error() == ENOMEM);
        // The folder of the set stays for its member.
        set = KSet();
        changed = member->folder.object().uevent(KObject::Action::Change);
        KEEL_EXPECT(test, changed.ok() || changed.error() == ENOMEM);
    }
}

void a_set_needs_a_name(Test& test)
{
    auto made = KSet::create("", KObject::kernel());
    KEEL_EXPECT(test, !made.ok() && (made.error() == EINVAL || made.error() == ENOMEM));
    auto member = make_member(KSet(), "member", 0);
    KEEL_EXPECT(test, !member.ok() && (member.error() == ENODEV || member.error() == ENOMEM));
}

} // namespace

KEEL_SUITE(kobject_suite, "sysfs/kobject", KEEL_CASE(a_folder_comes_and_goes), KEEL_CASE(a_folder_needs_a_name),
           KEEL_CASE(folders_are_in_folders), KEEL_CASE(links_go_with_their_folder),
           KEEL_CASE(a_set_tells_of_its_members), KEEL_CASE(a_set_needs_a_name));
