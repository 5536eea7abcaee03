// SPDX-License-Identifier: GPL-2.0
// Each address used once, on whatever way; a page that is there is read under a lock.
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

struct Request {
    UserPtr<u8> data;
    u64 len;
};
struct Reply {
    UserPtr<u32> at;
    u32 value;
    u32 unused;
};
Result<u64> receive(UserReader& in, const SpinLock<u64>& total)
{
    Request request = TRY(in.read<Request>());
    if (request.data.is_null())
        return EINVAL;
    UserReader bytes = move(request.data).reader(request.len);
    Array<char, 32> room {};
    const CStr name = TRY(bytes.read_cstr(room));
    auto guard = total.lock();
    *guard += TRY(bytes.read_nofault<u64>());
    return *guard + name.len();
}
Result<void> reply(Reply reply, UserWriter& out)
{
    if (reply.value == 0)
        return out.write(reply);
    return move(reply.at).write(reply.value);
}
Result<void> exchange(UserPtr<u32> at)
{
    auto [in, out] = move(at).reader_writer(1);
    const u32 value = TRY(in.read<u32>());
    return out.write(value + 1);
}
Result<u64> gather(Vec<Request>& pieces)
{
    u64 sum = 0;
    for (Request& piece : pieces)
        sum += TRY(piece.data.take().read());
    return sum;
}
