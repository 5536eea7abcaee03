// SPDX-License-Identifier: GPL-2.0
// Views that are passed down, returned where the signature says so, and end before what they show.
#include <keel/prelude.hpp>

using namespace keel;

struct Entry {
    u32 key = 0;
    Vec<u8> text;
};

class KEEL_VIEW Reader {
public:
    explicit Reader(Span<const u8> bytes) : rest_ {bytes} {}

    Option<u8> next()
    {
        if (rest_.is_empty())
            return none;
        const u8 first = rest_[0];
        rest_ = rest_.from(1);
        taken_++;
        return first;
    }
    Span<const u8> rest() const { return rest_; }
    usize taken() const { return taken_; }

private:
    Span<const u8> rest_;
    usize taken_ = 0;
};

class KEEL_VIEW Writer {
public:
    explicit Writer(Span<u8> room) : room_ {room} {}

    Result<void> put(u8 byte)
    {
        if (at_ == room_.len())
            return ENOSPC;
        room_[at_++] = byte;
        return {};
    }
    usize written() const { return at_; }

private:
    Span<u8> room_;
    usize at_ = 0;
};

static Result<u32> number(Reader& from)
{
    u32 value = 0;
    for (u32 i = 0; i < 4; i++) {
        const Option<u8> byte = from.next();
        if (byte.is_none())
            return EINVAL;
        value = value << 8 | byte.value();
    }
    return value;
}
static Result<void> copy(Writer& to, Reader from)
{
    while (true) {
        Option<u8> byte = from.next();
        if (byte.is_none())
            return {};
        TRY(to.put(byte.take()));
    }
}
static Option<Entry&> find(Vec<Entry>& all KEEL_LIFETIME_BOUND, u32 key)
{
    for (Entry& entry : all)
        if (entry.key == key)
            return entry;
    return none;
}
static Span<const u8> longer(Span<const u8> a KEEL_LIFETIME_BOUND, Span<const u8> b KEEL_LIFETIME_BOUND)
{
    return a.len() > b.len() ? a : b;
}

Result<u32> parse(Span<const u8> message)
{
    Reader reader(message);
    const u32 kind = TRY(number(reader));
    const u32 length = TRY(number(reader));
    if (reader.rest().len() < length)
        return EINVAL;
    Reader body(reader.rest().first(length));
    const u32 value = TRY(number(body));
    return kind + value + static_cast<u32>(reader.taken() + body.taken());
}

Result<usize> rewrite(Span<u8> frame, Span<const u8> payload)
{
    Writer writer(frame);
    TRY(writer.put(1));
    TRY(copy(writer, Reader(payload)));
    const usize length = writer.written();
    frame[0] = static_cast<u8>(length);
    return length;
}

// A borrow that a TRY in the middle may end, and one that is taken again after the change.
Result<u32> found_or_made(Vec<Entry>& all, u32 key)
{
    if (Option<Entry&> known = find(all, key); known.is_some()) {
        Entry& entry = known.value();
        entry.key++;
        TRY(entry.text.push(1, GFP_KERNEL));
        return entry.key;
    }
    TRY(all.push(Entry {.key = key, .text = {}}, GFP_KERNEL));
    Entry& made = all[all.len() - 1];
    TRY(made.text.push(2, GFP_KERNEL));
    made.key = key + 1;
    return made.key + static_cast<u32>(find(all, key).is_some());
}

u32 longest(const Vec<Entry>& all)
{
    Span<const u8> best {};
    for (const Entry& entry : all) {
        best = longer(best, entry.text.span());
        if (best.len() > 100)
            break;
    }
    return static_cast<u32>(best.len());
}

// The borrow of one round is no borrow in the next.
Result<void> grow(Vec<Entry>& all)
{
    for (usize i = 0; i < 4; i++) {
        if (i < all.len()) {
            Entry& entry = all[i];
            if (entry.text.is_empty())
                continue;
            entry.text.truncate(1);
        }
        TRY(all.push({}, GFP_KERNEL));
    }
    return {};
}

// A view of what a guard gives lives as long as the guard.
u32 behind_guard(const Mutex<Vec<Entry>>& table, u32 key)
{
    auto guard = table.lock();
    Option<Entry&> entry = find(*guard, key);
    if (entry.is_none())
        return 0;
    Reader reader(entry.value().text.span());
    const u32 first = reader.next().value_or(0);
    guard->truncate(0);
    return first;
}

// Reseated, and the first is then free to change.
u32 reseated(Vec<u32>& first, Vec<u32>& second)
{
    Span<u32> view = first.span();
    view[0] = 1;
    view = second.span();
    first.clear();
    view[0] = 2;
    second.clear();
    view = {};
    return static_cast<u32>(view.len() + first.len());
}
