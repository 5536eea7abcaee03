// SPDX-License-Identifier: GPL-2.0
// Commands in text: words split off views, numbers parsed, settings shared by Arc and replaced as a whole.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

namespace {

/// Words of a line, one after the other. Shows the line; copies nothing.
class KEEL_VIEW Words {
public:
    explicit Words(Str line KEEL_LIFETIME_BOUND) : rest_ {line} {}

    Option<Str> next()
    {
        usize begin = 0;
        while (begin < rest_.len() && is_space(rest_[begin]))
            begin++;
        usize end = begin;
        while (end < rest_.len() && !is_space(rest_[end]))
            end++;
        if (begin == end)
            return none;
        const Str word = rest_.slice(begin, end - begin);
        rest_ = rest_.slice(end, rest_.len() - end);
        return word;
    }

    bool is_done() const
    {
        for (usize i = 0; i < rest_.len(); i++)
            if (!is_space(rest_[i]))
                return false;
        return true;
    }

private:
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

    Str rest_;
};

Option<u32> digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<u32>(c - '0');
    return none;
}

Result<u32> parse_u32(Str text)
{
    if (text.is_empty())
        return EINVAL;
    u32 value = 0;
    for (usize i = 0; i < text.len(); i++) {
        const Option<u32> digit = digit_of(text[i]);
        if (digit.is_none())
            return EINVAL;
        const Option<u32> tens = checked_mul(value, 10u);
        if (tens.is_none())
            return ERANGE;
        const Option<u32> sum = checked_add(tens.value(), digit.value());
        if (sum.is_none())
            return ERANGE;
        value = sum.value();
    }
    return value;
}

Result<bool> parse_bool(Str text)
{
    if (text == Str("on") || text == Str("1"))
        return true;
    if (text == Str("off") || text == Str("0"))
        return false;
    return EINVAL;
}

/// What the device does; never changed, only replaced.
struct Settings {
    u32 rate = 100;
    u32 depth = 8;
    bool verbose = false;
    CString label;

    Result<Settings> copy() const
    {
        Settings made;
        made.rate = rate;
        made.depth = depth;
        made.verbose = verbose;
        made.label = TRY(CString::create(label.as_cstr().as_str(), GFP_KERNEL));
        return made;
    }
};

enum class Key { Rate, Depth, Verbose, Label };

Option<Key> key_of(Str name)
{
    if (name == Str("rate"))
        return Key::Rate;
    if (name == Str("depth"))
        return Key::Depth;
    if (name == Str("verbose"))
        return Key::Verbose;
    if (name == Str("label"))
        return Key::Label;
    return none;
}

Result<void> apply(Settings& settings, Key key, Str value)
{
    switch (key) {
    case Key::Rate:
        settings.rate = TRY(parse_u32(value));
        if (settings.rate == 0)
            return EDOM;
        break;
    case Key::Depth:
        settings.depth = TRY(parse_u32(value));
        break;
    case Key::Verbose:
        settings.verbose = TRY(parse_bool(value));
        break;
    case Key::Label:
        settings.label = TRY(CString::create(value, GFP_KERNEL));
        break;
    }
    return {};
}

/// Text that is built piece by piece.
class Text {
public:
    Result<void> add(Str piece) { return bytes_.extend(bytes_of(piece), GFP_KERNEL); }

    Result<void> add(u32 number)
    {
        Array<char, 10> digits {};
        usize at = digits.len();
        do {
            at--;
            digits[at] = static_cast<char>('0' + number % 10);
            number /= 10;
        } while (number != 0);
        for (; at < digits.len(); at++)
            TRY(bytes_.push(static_cast<u8>(digits[at]), GFP_KERNEL));
        return {};
    }

    Span<const u8> bytes() const KEEL_LIFETIME_BOUND { return bytes_.span(); }

private:
    static Span<const u8> bytes_of(Str piece KEEL_LIFETIME_BOUND)
    {
        UNSAFE("char and u8 are both bytes, and the view borrows what the piece does")
        {
            return Span<const u8>::from_raw(reinterpret_cast<const u8*>(piece.data()), piece.len());
        }
    }

    Vec<u8> bytes_;
};

Result<void> describe(Text& text, const Settings& settings)
{
    TRY(text.add("rate "));
    TRY(text.add(settings.rate));
    TRY(text.add("\ndepth "));
    TRY(text.add(settings.depth));
    TRY(text.add(settings.verbose ? Str("\nverbose on\n") : Str("\nverbose off\n")));
    TRY(text.add("label "));
    TRY(text.add(settings.label.as_cstr().as_str()));
    return text.add("\n");
}

class Control {
    static constexpr usize max_line = 256;

public:
    Mutex<Arc<Settings>> settings;
    misc::Registration<Control> device;

    static Control init(Init<Control>& init)
    {
        return {.settings = {init.take(Arc<Settings>::create(GFP_KERNEL))},
                .device = misc::Registration<Control>::start(init, "keel-control")};
    }

    /// The settings as they are now; stay valid while they are replaced.
    Arc<Settings> now() const
    {
        auto s = settings.lock();
        return s->clone();
    }

    Result<usize> read(UserWriter& out, loff_t& pos) const
    {
        const Arc<Settings> current = now();
        Text text;
        TRY(describe(text, *current));
        return out.write_from(text.bytes(), pos);
    }

    Result<usize> write(UserReader& in, loff_t&) const
    {
        Vec<u8> line;
        const usize len = TRY(in.read_all(line, max_line, GFP_KERNEL));
        Vec<char> characters;
        TRY(characters.reserve(len, GFP_KERNEL));
        for (u8 byte : line)
            TRY(characters.push_within_capacity(static_cast<char>(byte)));
        const Str text(characters.span());
        Words words(text);
        Settings fresh = TRY(now()->copy());
        while (!words.is_done()) {
            const Option<Str> name = words.next();
            const Option<Str> value = words.next();
            if (name.is_none() || value.is_none())
                return EINVAL;
            const Option<Key> key = key_of(name.value());
            if (key.is_none())
                return ENOENT;
            TRY(apply(fresh, key.value(), value.value()));
        }
        auto replaced = TRY(Arc<Settings>::create(GFP_KERNEL, move(fresh)));
        {
            auto s = settings.lock();
            swap(*s, replaced);
        }
        return len;
    }
};

} // namespace

KEEL_MODULE(Control, .license = "GPL", .description = "Settings in text");
