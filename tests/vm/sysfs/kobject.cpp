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

} // namespace

KEEL_SUITE(kobject_suite, "sysfs/kobject", KEEL_CASE(a_folder_comes_and_goes), KEEL_CASE(a_folder_needs_a_name),
           KEEL_CASE(folders_are_in_folders), KEEL_CASE(links_go_with_their_folder));
