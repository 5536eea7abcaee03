// SPDX-License-Identifier: GPL-2.0
// Objects that user space makes and removes, each with a directory of debugfs that comes and goes with it.
#include <keel/core/parse.hpp>
#include <keel/debugfs/registration.hpp>
#include <keel/module.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// The words of a text, one after the other; then the empty word.
class KEEL_VIEW Words {
public:
    explicit Words(Str text) : rest_ {text} {}

    Str next()
    {
        usize from = 0;
        while (from < rest_.len() && is_space(rest_[from]))
            from++;
        usize end = from;
        while (end < rest_.len() && !is_space(rest_[end]))
            end++;
        const Str word = rest_.slice(from, end - from);
        rest_ = rest_.slice(end, rest_.len() - end);
        return word;
    }

private:
    Str rest_;
};

} // namespace

/// What user space makes: a name, some numbers, some bytes, and a directory that shows them.
class Device {
    /// A number with a file of its own. In a Box, since what several threads use stays where it is.
    using Numbers = Vec<Box<Atomic<usize>>>;

public:
    /// The device that a line describes: its name, then its numbers.
    static Result<Box<Device>> parse(Words words, const debugfs::Dir& where)
    {
        const Str name = words.next();
        if (name.is_empty())
            return EINVAL;
        const auto dir_name = TRY(CString::create(name, GFP_KERNEL));
        return Box<Device>::init(GFP_KERNEL, [&](Init<Device>& init) -> Device {
            return {.name = init.take(CString::create(name, GFP_KERNEL)),
                    .numbers = init.take(parse_numbers(words)),
                    .blob = init.take(make_blob()),
                    .files = debugfs::Registration<Device>::start(init, dir_name.as_cstr(), &fill, where)};
        });
    }

    CString name;
    Numbers numbers;
    Mutex<Vec<u8>> blob;
    debugfs::Registration<Device> files;

private:
    static void fill(debugfs::Contents<Device>& files)
    {
        for (usize i = 0; i < files.object().numbers.len(); i++) {
            Array<char, 24> room {};
            if (const auto index = CString::create(format::into<"{}">(room, i), GFP_KERNEL); index.ok())
                files.setting<&Device::number_at>(index.value().as_cstr(), i);
        }
        files.writable_blob<&Device::blob>("blob");
    }

    static Result<Numbers> parse_numbers(Words words)
    {
        Numbers numbers;
        for (Str word = words.next(); !word.is_empty(); word = words.next()) {
            const auto number = parse<usize>(word, 10);
            if (!number.ok())
                return EINVAL;
            TRY(numbers.push(TRY(Box<Atomic<usize>>::create(GFP_KERNEL, number.value())), GFP_KERNEL));
        }
        return numbers;
    }

    static Result<Vec<u8>> make_blob()
    {
        Vec<u8> blob;
        TRY(blob.reserve(4096, GFP_KERNEL));
        for (usize i = 0; i < 4096; i++)
            TRY(blob.push(0x42, GFP_KERNEL));
        return blob;
    }

    const Atomic<usize>& number_at(usize i) const KEEL_LIFETIME_BOUND { return *numbers[i]; }
};

class Scoped {
    static constexpr usize longest = 128; // bytes of a command

public:
    static Scoped init(Init<Scoped>& init)
    {
        const auto base = debugfs::Dir::create("rust_scoped_debugfs");
        return {.dynamic = debugfs::Dir::create("dynamic", base),
                .devices = {},
                .control = debugfs::Registration<Scoped>::start(init, "control", &fill, base)};
    }

    debugfs::Dir dynamic;
    Mutex<Vec<Box<Device>>> devices;
    debugfs::Registration<Scoped> control;

private:
    static void fill(debugfs::Contents<Scoped>& files)
    {
        files.write<&Scoped::create>("create");
        files.write<&Scoped::remove>("remove");
    }

    Result<void> create(UserReader& in) const
    {
        Array<char, longest> room {};
        auto device = TRY(Device::parse(Words(TRY(in.read_str(room))), dynamic));
        return devices.lock()->push(move(device), GFP_KERNEL);
    }

    /// Removes all devices of that name.
    Result<void> remove(UserReader& in) const
    {
        Array<char, longest> room {};
        Words words(TRY(in.read_str(room.first(longest - 1))));
        const Str name = words.next();
        devices.lock()->retain([name](const Box<Device>& device) { return device->name.as_cstr().as_str() != name; });
        return {};
    }
};

KEEL_MODULE(Scoped, .license = "GPL", .description = "Keel scoped debugfs sample", .author = "The Keel authors");
