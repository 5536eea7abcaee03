// SPDX-License-Identifier: GPL-2.0
// A table of keys and values: sorted, searched by halves, changed by ioctl, listed by read.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

struct Request {
    u64 key;
    u64 value;
};

/// One value and how often it was asked for.
struct Entry {
    u64 key;
    u64 value;
    u32 hits;
    u32 reserved;
};

class Table {
public:
    usize len() const { return entries_.len(); }

    Option<const Entry&> find(u64 key) const KEEL_LIFETIME_BOUND
    {
        const usize at = lower_bound(key);
        if (at == entries_.len() || entries_[at].key != key)
            return none;
        return entries_[at];
    }

    Option<Entry&> find(u64 key) KEEL_LIFETIME_BOUND
    {
        const usize at = lower_bound(key);
        if (at == entries_.len() || entries_[at].key != key)
            return none;
        return entries_[at];
    }

    /// The value of `key`, counted as a hit.
    Option<u64> get(u64 key)
    {
        Option<Entry&> entry = find(key);
        if (entry.is_none())
            return none;
        Entry& found = entry.value();
        found.hits++;
        return found.value;
    }

    Result<void> set(u64 key, u64 value)
    {
        if (Option<Entry&> entry = find(key); entry.is_some()) {
            entry.value().value = value;
            return {};
        }
        TRY(entries_.push({.key = key, .value = value, .hits = 0, .reserved = 0}, GFP_KERNEL));
        for (usize at = entries_.len() - 1; at > 0 && entries_[at - 1].key > entries_[at].key; at--)
            swap(entries_[at - 1], entries_[at]);
        return {};
    }

    bool remove(u64 key)
    {
        const usize at = lower_bound(key);
        if (at == entries_.len() || entries_[at].key != key)
            return false;
        for (usize i = at; i + 1 < entries_.len(); i++)
            swap(entries_[i], entries_[i + 1]);
        entries_.truncate(entries_.len() - 1);
        return true;
    }

    Span<const Entry> entries() const KEEL_LIFETIME_BOUND { return entries_.span(); }

    u64 total_hits() const
    {
        u64 total = 0;
        for (const Entry& entry : entries_)
            total += entry.hits;
        return total;
    }

private:
    /// The first entry whose key is not below `key`.
    usize lower_bound(u64 key) const
    {
        usize low = 0;
        usize high = entries_.len();
        while (low < high) {
            const usize middle = low + (high - low) / 2;
            if (entries_[middle].key < key)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    Vec<Entry> entries_;
};

class KeyValue {
    static constexpr u32 get = ioctl::iowr<Request>('K', 1);
    static constexpr u32 set = ioctl::iow<Request>('K', 2);
    static constexpr u32 remove = ioctl::iow<u64>('K', 3);
    static constexpr u32 length = ioctl::ior<u64>('K', 4);
    static constexpr u32 add = ioctl::iowr<Request>('K', 5);

    static inline module::Param<"entries_max", 1024u, "how many keys the table keeps", 0644> entries_max;

public:
    Mutex<Table> table;
    misc::Registration<KeyValue> device;

    static KeyValue init(Init<KeyValue>& init)
    {
        return {.table = {}, .device = misc::Registration<KeyValue>::start(init, "keel-kv")};
    }

    ~KeyValue()
    {
        table.with([](Table& t) { pr_info("{} keys, {} hits\n", t.len(), t.total_hits()); });
    }

    /// Lists the table in binary, as the entries are.
    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        if (pos < 0 || pos % static_cast<loff_t>(sizeof(Entry)) != 0)
            return EINVAL;
        const usize first = static_cast<usize>(pos) / sizeof(Entry);
        auto t = TRY(table.lock_interruptible());
        usize written = 0;
        Span<const Entry> entries = t->entries();
        for (usize at = first; at < entries.len() && out.len() >= sizeof(Entry); at++) {
            TRY(out.write(entries[at]));
            written += sizeof(Entry);
        }
        pos += static_cast<loff_t>(written);
        return written;
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case get: {
            Request request = TRY(arg.read<Request>());
            auto t = TRY(table.lock_interruptible());
            Option<u64> value = t->get(request.key);
            if (value.is_none())
                return ENOENT;
            request.value = value.value();
            TRY(arg.write(request));
            return 0L;
        }
        case set: {
            const Request request = TRY(arg.read<Request>());
            auto t = TRY(table.lock_interruptible());
            const Table& look = *t;
            if (look.len() >= entries_max.get() && look.find(request.key).is_none())
                return ENOSPC;
            TRY(t->set(request.key, request.value));
            return 0L;
        }
        case remove: {
            const u64 key = TRY(arg.read<u64>());
            const bool removed = table.with([key](Table& t) { return t.remove(key); });
            return removed ? Result<long>(0L) : Result<long>(ENOENT);
        }
        case length: {
            const u64 n = table.with([](Table& t) { return static_cast<u64>(t.len()); });
            TRY(arg.write(n));
            return 0L;
        }
        case add: {
            Request request = TRY(arg.read<Request>());
            request.value = TRY(add_to(request.key, request.value));
            TRY(arg.write(request));
            return 0L;
        }
        default:
            return ENOTTY;
        }
    }

private:
    Result<u64> add_to(u64 key, u64 more) const
    {
        auto t = TRY(table.lock_interruptible());
        if (Option<Entry&> entry = t->find(key); entry.is_some()) {
            const Option<u64> sum = checked_add(entry.value().value, more);
            if (sum.is_none())
                return EOVERFLOW;
            entry.value().value = sum.value();
            return sum.value();
        }
        TRY(t->set(key, more));
        return more;
    }
};

} // namespace

KEEL_MODULE(KeyValue, .license = "GPL", .description = "Keys and values");
