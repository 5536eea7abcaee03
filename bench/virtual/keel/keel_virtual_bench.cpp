// SPDX-License-Identifier: GPL-2.0
// Files of /proc and debugfs, to compare with c_twin.
#include <keel/collections/list.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>

using namespace keel;

class Virtual {
    struct Row {
        u32 number;
        u64 bytes;
        ListLinks links;
    };
    using Rows = List<Box<Row>, &Row::links>;

public:
    static Virtual init(Init<Virtual>& init)
    {
        return {.number = {42},
                .rows = init.take(make_rows()),
                .whole_file = proc::Entry<Virtual>::show<&Virtual::show_whole>(init, "keel_virtual_whole"),
                .rows_file = proc::Entry<Virtual>::show<&Virtual::show_rows>(init, "keel_virtual_rows"),
                .files =
                    debugfs::Registration<Virtual>::start(init, "keel_virtual", [](debugfs::Contents<Virtual>& files) {
                        files.setting<&Virtual::number>("number");
                    })};
    }

    Atomic<u32> number;
    Mutex<Rows> rows;
    proc::Entry<Virtual> whole_file;
    proc::Entry<Virtual> rows_file;
    debugfs::Registration<Virtual> files;

private:
    static Result<Rows> make_rows()
    {
        Rows made;
        for (u32 i = 0; i < 1000; i++)
            made.push_back(TRY(Box<Row>::create(GFP_KERNEL, i, u64 {i} * 4096)));
        return made;
    }

    void show_whole(fs::SeqFile& out) const { out.print<"{} of {}\n">(number.load(Relaxed), 7u); }

    void show_rows(fs::SeqRows& out) const
    {
        const auto list = rows.lock();
        out.each(*list, [](fs::SeqFile& line, const Row& row) { line.print<"{}: {} bytes\n">(row.number, row.bytes); });
    }
};

KEEL_MODULE(Virtual, .license = "GPL", .description = "Files of /proc and debugfs");
