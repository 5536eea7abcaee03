// SPDX-License-Identifier: GPL-2.0
// Trace events of a module, as tracefs shows them.
// C headers: include/linux/tracepoint.h, include/linux/trace_events.h; Documentation/trace/events.rst
#pragma once

#include <bindings/core.hpp>
#include <keel/core/trace_fields.hpp>
#include <keel/core/unsafe.hpp>

namespace keel::trace {
namespace detail {

/// Puts `payload` into the ring buffer that `data`, a trace_event_file, stands for: called by the tracepoint.
template <usize size> void record(void* data, const void* payload)
{
    UNSAFE(
        "data is what trace_event_reg registered this probe with; payload has `size` bytes, as has the room reserved")
    {
        auto* file = static_cast<bindings::trace_event_file*>(data);
        if (bindings::trace_trigger_soft_disabled(file))
            return;
        constexpr usize header = sizeof(bindings::trace_entry);
        bindings::trace_event_buffer buffer {};
        void* entry = bindings::trace_event_buffer_reserve(&buffer, file, header + size);
        if (!entry)
            return;
        __builtin_memcpy(static_cast<u8*>(entry) + header, payload, size);
        bindings::trace_event_buffer_commit(&buffer);
    }
}

/// The same for perf and BPF, on behalf of `data`, a trace_event_call.
template <usize size> void record_for_perf(void* data, const void* payload)
{
    UNSAFE("data is what trace_event_reg registered this probe with; payload has `size` bytes; preemption is off")
    {
        bindings::trace_perf(static_cast<bindings::trace_event_call*>(data), payload, size);
    }
}

} // namespace detail

/// A trace event `name` with fields, which appears as MODULE:name below tracefs/events while the module is loaded.
///
///     using Transfer = trace::Event<"transfer", "pos={} bytes={:#x} who={}", u64, u32, trace::Text<16>>;
///     Transfer::emit(pos, bytes, who);
///
/// Each `{}` of the pattern is a field, and the word before its `=` the field's name in the filters and in the trace.
/// Fields are integers, bools and Text. Switched off, it costs an instruction that does nothing. perf counts,
/// filters and records it as it does the kernel's own.
template <format::Literal name, format::Literal pattern, class... Fields> class Event {
    using Layout = detail::Layout<pattern, Fields...>;
    static_assert(Layout::names.problem == nullptr, "each {} of a trace event follows its field's name and an =");
    static_assert(sizeof...(Fields) > 0, "a trace event has fields");

public:
    /// Records the event, if somebody listens.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT KEEL_INLINE static void emit(const Fields&... values)
    {
        // What nothing refers to is not in the module.
        asm volatile("" ::"i"(&listed_));
        if (enabled()) [[unlikely]]
            publish(values...);
    }

    /// Whether somebody listens: for values that cost something to find out.
    KEEL_ANY_CONTEXT KEEL_INLINE static bool enabled()
    {
        UNSAFE("it lives as long as the module") { return bindings::trace_enabled(&point_); }
    }

private:
    KEEL_ANY_CONTEXT [[gnu::cold, gnu::noinline]] static void publish(const Fields&... values)
    {
        // Zeroed, so that the gaps between fields show nothing of the stack.
        alignas(8) u8 payload[Layout::size] = {};
        UNSAFE("the layout has a place for each field inside the payload")
        {
            usize i = 0;
            (__builtin_memcpy(&payload[Layout::offsets[i++] - Layout::header], &values, sizeof(values)), ...);
            bindings::trace_call(&point_, payload);
        }
    }

    /// Prints a recorded event for the file `trace`.
    static bindings::print_line_t print(bindings::trace_iterator* iterator, int, bindings::trace_event* event)
    {
        UNSAFE("the kernel passes an iterator that stands at an event of this kind")
        {
            if (int code = bindings::trace_raw_output_prep(iterator, event); code != bindings::TRACE_TYPE_HANDLED)
                return static_cast<bindings::print_line_t>(code);
            Layout::apply(reinterpret_cast<const u8*>(iterator->ent),
                          [iterator](const char* compiled, const auto&... raws) {
                              KEEL_FORMAT_IS_DERIVED_BEGIN
                              UNSAFE("the format was derived from the types of these very arguments")
                              {
                                  bindings::trace_event_printf(iterator, compiled, raws...);
                              }
                              KEEL_FORMAT_IS_DERIVED_END
                          });
            bindings::trace_seq_putc(&iterator->seq, '\n');
            return bindings::trace_handle_return(&iterator->seq);
        }
    }

    // The kernel's tables: zero where nothing is said.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wmissing-designated-field-initializers"
    static inline constinit bindings::tracepoint point_ {.name = name.text};
    static inline constinit bindings::trace_event_functions functions_ {.trace = print};
    // Not constinit: a function's address as a void* is no constant of the language, though it is one of the linker.
    static inline bindings::trace_event_class class_ {
        .system = KBUILD_MODNAME,
        .probe = reinterpret_cast<void*>(detail::record<Layout::size>),
        .perf_probe = reinterpret_cast<void*>(detail::record_for_perf<Layout::size>),
        .reg = bindings::trace_event_reg,
        .fields_array = Layout::fields,
        .fields = {&class_.fields, &class_.fields},
        .raw_init = bindings::trace_event_raw_init,
    };
    static inline constinit bindings::trace_event_call call_ {
        .class_ = &class_,
        .tp = &point_,
        .event = {.funcs = &functions_},
        .print_fmt = Layout::print_format.text,
        .flags = bindings::TRACE_EVENT_FL_TRACEPOINT,
    };
#pragma clang diagnostic pop
    /// Where the kernel finds the events of a module.
    [[gnu::used, gnu::section("_ftrace_events")]] static inline constinit bindings::trace_event_call* listed_ {&call_};
};

} // namespace keel::trace
