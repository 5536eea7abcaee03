// SPDX-License-Identifier: GPL-2.0
// A list in /proc: each line that is written is a row, and reading shows all of them, however long that takes.
#include <keel/alloc/string.hpp>
#include <keel/collections/list.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>
#include <keel/proc/entry.hpp>

using namespace keel;

class Notes {
    struct Note {
        u64 number;
        String text;
        ListLinks links;
    };
    struct State {
        List<Box<Note>, &Note::links> notes {};
        u64 last = 0;
    };
    static constexpr usize longest = 200; // bytes of a note

public:
    static Notes init(Init<Notes>& init)
    {
        const proc::Dir dir = init.take(proc::Dir::create("keel_notes"));
        return {.state = {},
                .notes = proc::Entry<Notes>::show<&Notes::show, &Notes::add>(init, "notes", {}, dir),
                .count = proc::Entry<Notes>::show<&Notes::show_count>(init, "count", {}, dir),
                .drop = proc::Entry<Notes>::write<&Notes::drop_first>(init, "drop", {}, dir)};
    }

    Mutex<State> state;
    proc::Entry<Notes> notes;
    proc::Entry<Notes> count;
    proc::Entry<Notes> drop;

private:
    /// The lock is held for one buffer full, a page as a rule, and not between two reads: notes come and go meanwhile.
    /// Each note has a number, by which a reader finds its place again.
    void show(fs::SeqRows& rows) const
    {
        auto s = state.lock();
        for (const Note& note : s->notes)
            if (!rows.row_at(note.number,
                             [&](fs::SeqFile& out) { out.print<"{}: {}\n">(note.number, note.text.as_str()); }))
                return;
    }

    Result<void> add(UserReader& in) const
    {
        Array<char, longest> room {};
        Str line = TRY(in.read_str(room));
        if (!line.is_empty() && line[line.len() - 1] == '\n')
            line = line.slice(0, line.len() - 1);
        if (line.find('\n').is_some())
            return EINVAL;
        auto note = TRY(Box<Note>::create(GFP_KERNEL, u64 {0}, TRY(String::create(line, GFP_KERNEL))));
        auto s = state.lock();
        note->number = ++s->last;
        s->notes.push_back(move(note));
        return {};
    }

    void show_count(fs::SeqFile& out) const
    {
        auto s = state.lock();
        usize n = 0;
        for (const Note& note : s->notes)
            n += !note.text.is_empty();
        out.print<"{} notes that say something, {} were written\n">(n, s->last);
    }

    /// Any text drops the first note.
    Result<void> drop_first(UserReader&) const
    {
        Option<Box<Note>> gone = state.lock()->notes.pop_front();
        return gone.is_some() ? Result<void>() : Result<void>(ENOENT);
    }
};

KEEL_MODULE(Notes, .license = "GPL", .description = "Keel procfs sample", .author = "The Keel authors");
