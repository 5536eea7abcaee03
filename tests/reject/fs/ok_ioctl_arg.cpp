// SPDX-License-Identifier: GPL-2.0
// Read, then written; read in one case of several; handed on.
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Pair {
    u32 a;
    u32 b;
};
Result<long> exchange(ioctl::Arg arg)
{
    auto pair = TRY(arg.read<Pair>());
    swap(pair.a, pair.b);
    TRY(arg.write(pair));
    return static_cast<long>(arg.value() & 7);
}
Result<long> answer(u32 cmd, ioctl::Arg arg)
{
    switch (cmd) {
    case ioctl::iow<u32>('x', 1):
        return static_cast<long>(TRY(arg.read<u32>()));
    case ioctl::iowr<Pair>('x', 2):
        return exchange(move(arg));
    case ioctl::ior<u32>('x', 3): {
        UserWriter out = arg.writer(4);
        return out.write(7u).then(0L);
    }
    default:
        return ENOTTY;
    }
}
Result<long> driver(ioctl::Arg arg) { return answer(7, move(arg)); }
