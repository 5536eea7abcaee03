// SPDX-License-Identifier: GPL-2.0
// A thermostat in /sys: attributes of text, in a group and beside it, one of bytes, and poll that wakes on a change.
#include <keel/core/parse.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>

using namespace keel;

enum class Mode : u8 { Off, Heat, Cool };
using Modes = Choices<Choice<"off", Mode::Off>, Choice<"heat", Mode::Heat>, Choice<"cool", Mode::Cool>>;

class Thermostat {
    static constexpr usize remembered = 8;

    struct State {
        i32 target = 20;
        Mode mode = Mode::Off;
        u32 changes = 0;
        Array<i32, remembered> history {}; // the last targets, the newest first
    };

    Mutex<State> state_;
    kobject::Registration<Thermostat> folder_; // last: the attributes reach the rest from here on

    Result<void> show_target(TextPage& page) const
    {
        page.emit<"{}\n">(state_.lock()->target);
        return {};
    }
    Result<void> store_target(Str text) const
    {
        const i32 wanted = TRY(parse<i32>(text));
        if (wanted < 5 || wanted > 30)
            return EDOM;
        {
            auto state = state_.lock();
            for (usize i = remembered - 1; i > 0; i--)
                state->history[i] = state->history[i - 1];
            state->history[0] = state->target;
            state->target = wanted;
            state->changes++;
        }
        folder_.notify<"target">();
        return {};
    }

    Result<void> show_mode(TextPage& page) const
    {
        Modes::print(state_.lock()->mode, page);
        return {};
    }
    Result<void> store_mode(Str text) const
    {
        const Mode wanted = TRY(Modes::parse(text));
        state_.lock()->mode = wanted;
        return {};
    }

    Result<void> show_changes(TextPage& page) const
    {
        page.emit<"{}\n">(state_.lock()->changes);
        return {};
    }
    Result<void> read_history(ByteSink& out, loff_t from) const
    {
        auto state = state_.lock();
        out.write_from(as_bytes(state->history), from);
        return {};
    }

public:
    using Attributes =
        sysfs::Groups<sysfs::Group<"", sysfs::Attr<"target", &Thermostat::show_target, &Thermostat::store_target>,
                                   sysfs::Attr<"mode", &Thermostat::show_mode, &Thermostat::store_mode>>,
                      sysfs::Group<"statistics", sysfs::Attr<"changes", &Thermostat::show_changes>,
                                   sysfs::Bin<"history", sizeof(State::history), &Thermostat::read_history>>>;

    explicit Thermostat(Init<Thermostat>& init)
        : state_ {State {}},
          folder_ {kobject::Registration<Thermostat>::start(init, KObject::kernel(), "keel_thermostat")}
    {}
    static Thermostat init(Init<Thermostat>& init) { return Thermostat(init); }
};

KEEL_MODULE(Thermostat, .license = "GPL", .description = "Keel sysfs sample", .author = "The Keel authors");
