// SPDX-License-Identifier: GPL-2.0
// A device that copies from and to user memory in every way there is: see uaccess.c.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
#include <keel/uaccess/user_ptr.hpp>

using namespace keel;

/// `len` bytes, or elements, at `at`; `arg` is for the command to say.
struct Range {
    UserPtr<u8> at;
    u64 len;
    u64 arg;
};

struct Elements {
    UserPtr<u32> at;
    u64 count;
};

struct Compat {
    CompatUserPtr<u32> at;
    u32 unused;
};

/// A struct that grew: its first version had `a` only.
struct Growing {
    u64 a;
    u32 b;
    u32 c;
};

struct Odd {
    u8 bytes[3];
};

struct Triple {
    u32 x;
    u32 y;
    u32 z;
};

class UserMemory {
public:
    Mutex<Vec<u8>> text;
    SpinLock<u64> kept;
    misc::Registration<UserMemory> device;

    static UserMemory init(Init<UserMemory>& init)
    {
        return {.text = {}, .kept = {}, .device = misc::Registration<UserMemory>::start(init, {"keel-uaccess", 0666})};
    }

    Result<usize> read(const fs::File& file, UserWriter& out, loff_t& pos) const
    {
        if (file.is_nonblocking())
            return out.write_zeros(out.len()).ok() ? Result<usize>(out.len()) : EFAULT;
        return out.write_from(*text.lock(), pos);
    }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        Vec<u8> bytes;
        const usize n = TRY(in.read_all(bytes, 8192, GFP_KERNEL));
        swap(*text.lock(), bytes);
        return n;
    }

    Result<long> ioctl(u32 cmd, ioctl::Arg arg) const
    {
        switch (cmd) {
        case ioctl::iow<Range>('u', 1): { // text of a limited length, into a buffer: its length
            Range range = TRY(arg.read<Range>());
            Array<char, 64> room {};
            UserReader in = move(range.at).reader(range.len);
            const CStr got = TRY(in.read_cstr(Span<char>(room).first(range.arg)));
            return static_cast<long>(got.len() * 100 + in.len());
        }
        case ioctl::iow<Range>('u', 2): { // the same, allocated
            Range range = TRY(arg.read<Range>());
            UserReader in = move(range.at).reader(range.len);
            const CString got = TRY(in.read_cstring(range.arg, GFP_KERNEL));
            return static_cast<long>(got.len() * 100 + in.len());
        }
        case ioctl::iow<Range>('u', 3): { // a struct of any age
            Range range = TRY(arg.read<Range>());
            UserReader in = move(range.at).reader(range.len);
            const auto got = TRY(in.read_struct<Growing>(8));
            return static_cast<long>(got.a * 100 + got.b * 10 + got.c + in.len());
        }
        case ioctl::iow<Range>('u', 4): { // the answer to a process of any age
            Range range = TRY(arg.read<Range>());
            UserWriter out = move(range.at).writer(range.len);
            TRY(out.write_struct(Growing {.a = 1, .b = 2, .c = 3}));
            return static_cast<long>(out.len());
        }
        case ioctl::iow<Elements>('u', 5): { // an array of numbers: doubled
            Elements elements = TRY(arg.read<Elements>());
            const usize count = elements.count;
            auto [in, out] = move(elements.at).reader_writer(count);
            Vec<u32> numbers;
            TRY(in.read_array(numbers, count, 2000, GFP_KERNEL));
            for (u32& number : numbers)
                number *= 2;
            TRY(out.write_array<u32>(numbers));
            return static_cast<long>(numbers.len());
        }
        case ioctl::iow<Range>('u', 6): { // numbers and structs, one behind the other
            Range range = TRY(arg.read<Range>());
            UserReader in = move(range.at).reader(range.len);
            return sum(in);
        }
        case ioctl::iow<Range>('u', 7): { // the same numbers, written
            Range range = TRY(arg.read<Range>());
            UserWriter out = move(range.at).writer(range.len);
            TRY(out.write<u8>(1));
            TRY(out.write<u16>(2));
            TRY(out.write<u32>(3));
            TRY(out.write<u64>(4));
            TRY(out.write(Odd {{5, 6, 7}}));
            out.skip(1);
            TRY(out.write(Triple {8, 9, 10}));
            TRY(out.write_zeros(2));
            return static_cast<long>(out.len());
        }
        case ioctl::iow<Range>('u', 8): { // after a fault
            Range range = TRY(arg.read<Range>());
            UserReader in = move(range.at).reader(range.len);
            Array<u8, 16> bytes {};
            if (in.read_exact(bytes).ok())
                return 0L;
            return in.read<u8>().ok() ? EBUSY : Result<long>(static_cast<long>(in.len()) + 1);
        }
        case ioctl::iow<Range>('u', 9): { // in a section that must not sleep
            Range range = TRY(arg.read<Range>());
            auto [in, out] = move(range.at).reader_writer(range.len);
            auto k = kept.lock();
            *k = TRY(in.read_nofault<u64>());
            TRY(out.write_nofault<u64>(*k + 1));
            return static_cast<long>(in.len() + out.len());
        }
        case ioctl::iow<Elements>('u', 10): { // one element
            Elements elements = TRY(arg.read<Elements>());
            if (elements.at.is_null())
                return ENXIO;
            if (elements.count != 0)
                return move(elements.at).write(77).ok() ? Result<long>(0L) : EFAULT;
            return static_cast<long>(TRY(move(elements.at).read()));
        }
        case ioctl::iow<Compat>('u', 11): { // by 32 bits
            Compat compat = TRY(arg.read<Compat>());
            return static_cast<long>(TRY(move(compat.at).read()));
        }
        default:
            return ENOTTY;
        }
    }

private:
    static Result<long> sum(UserReader& in)
    {
        u64 all = TRY(in.read<u8>());
        all += TRY(in.read<u16>());
        all += TRY(in.read<u32>());
        all += TRY(in.read<u64>());
        const Odd odd = TRY(in.read<Odd>());
        all += odd.bytes[0] + odd.bytes[1] + odd.bytes[2];
        in.skip(1);
        const auto triple = TRY(in.read<Triple>());
        Array<u8, 2> rest {};
        const usize n = TRY(in.read_some(rest));
        return static_cast<long>(all + triple.x + triple.y + triple.z + 1000 * n);
    }
};

KEEL_MODULE(UserMemory, .license = "GPL", .description = "Copies from and to user memory");
