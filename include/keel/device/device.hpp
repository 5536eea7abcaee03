// SPDX-License-Identifier: GPL-2.0
// A device of the driver core, and messages that carry its name.
// C headers: include/linux/device.h, include/linux/dev_printk.h
#pragma once

#include <bindings/device.hpp>
#include <keel/core/print.hpp>
#include <keel/sync/aref.hpp>

namespace keel {

/// A device, counted by the kernel: keep one with ARef<Device>.
class KEEL_SEND KEEL_SYNC Device {
public:
    Device() = delete;
    Device(const Device&) = delete;

    /// # Safety
    /// `raw` is a live device for as long as the result is used.
    KEEL_UNSAFE_FUNCTION static const Device& from_raw(bindings::device* raw)
    {
        UNSAFE("a Device is a bindings::device and adds nothing") { return *reinterpret_cast<const Device*>(raw); }
    }
    bindings::device* raw() const { return &raw_; }

    KEEL_ANY_CONTEXT static void get(const Device& device)
    {
        UNSAFE("a live device: lifetime of the reference") { bindings::get_device(device.raw()); }
    }
    KEEL_MAY_SLEEP static void put(const Device& device)
    {
        UNSAFE("the caller gives up a reference it holds: ARef's invariant") { bindings::put_device(device.raw()); }
    }

private:
    mutable bindings::device raw_;
};

namespace print {

/// The C functions that print for a device, by level.
enum class DeviceLevel : u8 { Error, Warning, Notice, Info, Debug };

/// What dev_info and its sisters expand to: one call of the C function of that level.
template <DeviceLevel level, format::Literal text, class... Args>
KEEL_ANY_CONTEXT KEEL_INLINE void emit_for(const Device& device, const Args&... args)
{
    format::apply<"", text>(
        [&device](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
            KEEL_FORMAT_IS_DERIVED_BEGIN
            UNSAFE("the format was derived from the types of these very arguments")
            {
                if constexpr (level == DeviceLevel::Error)
                    bindings::_dev_err(device.raw(), compiled, raws...);
                else if constexpr (level == DeviceLevel::Warning)
                    bindings::_dev_warn(device.raw(), compiled, raws...);
                else if constexpr (level == DeviceLevel::Notice)
                    bindings::_dev_notice(device.raw(), compiled, raws...);
                else if constexpr (level == DeviceLevel::Info)
                    bindings::_dev_info(device.raw(), compiled, raws...);
                else
                    bindings::_dev_printk("\0017", device.raw(), compiled, raws...);
            }
            KEEL_FORMAT_IS_DERIVED_END
        },
        args...);
}

#if KEEL_HAS_FUNC___dynamic_dev_dbg

/// Prints a message for a device that is switched on.
template <class Record, format::Literal text, class... Args>
KEEL_ANY_CONTEXT KEEL_INLINE void emit_debug_for(const Device& device, const Args&... args)
{
    format::apply<"", text>(
        [&device](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
            KEEL_FORMAT_IS_DERIVED_BEGIN
            UNSAFE("the format was derived from the types of these very arguments")
            {
                bindings::__dynamic_dev_dbg(&Record::value, device.raw(), compiled, raws...);
            }
            KEEL_FORMAT_IS_DERIVED_END
        },
        args...);
}

#endif

} // namespace print
} // namespace keel

// As pr_info and its sisters, with the driver's and the device's name in front: `dev_info(device, "{} bytes\n", n)`.
//
// # Context
// Any.
#define KEEL_DEV_PRINT(level, device, text, ...)                                                                       \
    ::keel::print::emit_for<::keel::print::DeviceLevel::level, text>(device, ##__VA_ARGS__)

/// Errors.
#define dev_err(device, text, ...) KEEL_DEV_PRINT(Error, device, text, ##__VA_ARGS__)
/// Warnings.
#define dev_warn(device, text, ...) KEEL_DEV_PRINT(Warning, device, text, ##__VA_ARGS__)
/// Normal but significant conditions.
#define dev_notice(device, text, ...) KEEL_DEV_PRINT(Notice, device, text, ##__VA_ARGS__)
/// Information.
#define dev_info(device, text, ...) KEEL_DEV_PRINT(Info, device, text, ##__VA_ARGS__)

/// Debugging: as pr_debug.
#if KEEL_HAS_FUNC___dynamic_dev_dbg
#define dev_dbg(device, text, ...)                                                                                     \
    KEEL_DEBUG((::keel::print::emit_debug_for<keel_record_, text>(device, ##__VA_ARGS__)), "", text, ##__VA_ARGS__)
#elif defined DEBUG
#define dev_dbg(device, text, ...) KEEL_DEV_PRINT(Debug, device, text, ##__VA_ARGS__)
#else
#define dev_dbg(device, text, ...)                                                                                     \
    do {                                                                                                               \
        if (false)                                                                                                     \
            KEEL_DEV_PRINT(Debug, device, text, ##__VA_ARGS__);                                                        \
    } while (false)
#endif

/// As pr_err_once and pr_err_ratelimited: each place in the source counts for itself, whatever the device.
#define dev_err_once(device, text, ...) KEEL_ONCE(dev_err(device, text, ##__VA_ARGS__))
#define dev_warn_once(device, text, ...) KEEL_ONCE(dev_warn(device, text, ##__VA_ARGS__))
#define dev_info_once(device, text, ...) KEEL_ONCE(dev_info(device, text, ##__VA_ARGS__))
#define dev_err_ratelimited(device, text, ...) KEEL_RATELIMITED(dev_err(device, text, ##__VA_ARGS__))
#define dev_warn_ratelimited(device, text, ...) KEEL_RATELIMITED(dev_warn(device, text, ##__VA_ARGS__))
#define dev_info_ratelimited(device, text, ...) KEEL_RATELIMITED(dev_info(device, text, ##__VA_ARGS__))
