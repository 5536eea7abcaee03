// SPDX-License-Identifier: GPL-2.0
// An enumerator passed on from template to template: no cast is written.
#include <keel/prelude.hpp>

using namespace keel;

enum class Kind : u8 { reads, writes };

template <Kind kind> struct Queue {
    static constexpr Kind what = kind;
    u32 depth;
};
template <Kind kind> struct Channel {
    Queue<kind> queue;

    bool is_for_reads() const { return kind == Kind::reads; }
};

u32 depth_of_both(const Channel<Kind::reads>& in, const Channel<Kind::writes>& out)
{
    return in.is_for_reads() && !out.is_for_reads() ? in.queue.depth + out.queue.depth : 0;
}
