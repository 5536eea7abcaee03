// SPDX-License-Identifier: GPL-2.0
// Two CPUs as far as memory goes; everything runs on the one that the thread was bound to, or the first. A static
// variable has the address of its initial value, which is the first CPU's; the second's is made when it is asked for.
#include "context.hpp"
#include "fake.hpp"
#include "process.hpp"

#include <bindings/alloc.hpp>
#include <bindings/sync.hpp>

#include <cstring>
#include <map>

namespace {

constexpr unsigned cpus = 2;

/// How large a dynamic variable is for each CPU, in front of the first one's.
struct alignas(4'096) Header {
    bindings::size_t size;
};
constexpr bindings::size_t aligned(bindings::size_t size) { return (size + 4'095) / 4'096 * 4'096; }

Header* header_of(void* base) { return static_cast<Header*>(base) - 1; }
std::map<void*, void*> memory_of; // of each dynamic variable

/// The second CPU's copies of static variables.
std::map<void*, char[4'096]> copies;

} // namespace

namespace bindings {
extern "C" {

void preempt_disable() { fake::begin_atomic(); }
void preempt_enable() { fake::end_atomic(); }

bool cpu_is_possible(unsigned cpu) { return cpu < cpus; }
unsigned next_possible_cpu(int cpu) { return static_cast<unsigned>(cpu + 1); }

percpu_ptr<void> alloc_percpu_bytes(size_t size, size_t)
{
    void* memory = kmalloc(aligned(size) * cpus + 2 * sizeof(Header), GFP_KERNEL);
    if (!memory)
        return {nullptr};
    const auto at = aligned(reinterpret_cast<unsigned long>(memory));
    auto* header = reinterpret_cast<Header*>(at);
    header->size = aligned(size);
    memset(header + 1, 0, header->size * cpus);
    memory_of[header + 1] = memory;
    return {header + 1};
}
void free_percpu(percpu_ptr<void> base)
{
    const auto found = memory_of.find(base.raw);
    kfree(found->second);
    memory_of.erase(found);
}
void* per_cpu_at(percpu_ptr<void> base, unsigned cpu)
{
    if (cpu >= cpus)
        fake::die("there is no such CPU");
    if (cpu == 0)
        return base.raw;
    if (memory_of.contains(base.raw))
        return static_cast<char*>(base.raw) + header_of(base.raw)->size * cpu;
    return copies[base.raw];
}
void* per_cpu_here(percpu_ptr<void> base) { return per_cpu_at(base, fake::this_cpu()); }

// A counter is its sum.
int percpu_counter_start(percpu_counter* counter, s64 value)
{
    counter->counters.raw = static_cast<int*>(kmalloc(sizeof(int), GFP_KERNEL));
    counter->count = value;
    return counter->counters.raw ? 0 : -ENOMEM;
}
void percpu_counter_end(percpu_counter* counter) { kfree(counter->counters.raw); }
void percpu_counter_add(percpu_counter* counter, s64 amount) { counter->count += amount; }
s64 percpu_counter_read(percpu_counter* counter) { return counter->count; }
s64 percpu_counter_sum(percpu_counter* counter) { return counter->count; }

} // extern "C"
} // namespace bindings
