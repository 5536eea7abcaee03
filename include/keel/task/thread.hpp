// SPDX-License-Identifier: GPL-2.0
// A thread of the kernel.
// C header: include/linux/kthread.h
#pragma once

#include <bindings/task.hpp>
#include <keel/core/init.hpp>
#include <keel/core/str.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/task/gate.hpp>
#include <keel/time/jiffies.hpp>

namespace keel {

/// How a Thread is called and where it runs.
struct KEEL_VIEW ThreadOptions {
    /// As ps shows it, cut to 15 characters.
    CStr name;
    /// The only CPU that it runs on; none: wherever the scheduler puts it.
    Option<u32> cpu = none;
};

/// The thread that runs, as its own function sees it.
///
/// # Lifetime
/// Borrowed for the length of the function.
class KEEL_VIEW KEEL_NOT_SEND KEEL_NOT_SYNC ThisThread {
public:
    ThisThread(const ThisThread&) = delete;
    ThisThread& operator=(const ThisThread&) = delete;

    /// Whether to go on: false once the thread is to stop. Stands still here as long as it is parked.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP bool goes_on() const
    {
        UNSAFE("called by the kthread itself: a ThisThread exists only there")
        {
            if (bindings::kthread_should_park())
                bindings::kthread_parkme();
            return !bindings::kthread_should_stop();
        }
    }

    /// Sleeps until `timeout` has passed or somebody calls `wake` (or did since the last wait), and not once the thread
    /// is to stop or to park. Returns what `goes_on` does.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP bool wait(Duration timeout) const
    {
        UNSAFE("called by the kthread itself: a ThisThread exists only there")
        {
            bindings::kthread_wait(woken_, static_cast<long>(Ticks::at_least(timeout).count()));
        }
        return goes_on();
    }

private:
    template <class T> friend class Thread;
    explicit ThisThread(bool* woken) : woken_ {woken} {}

    bool* woken_;
};

/// A thread of the T that it is a member of: runs one member function of T from when it is built until T goes.
///
///     void Logger::write_out(const ThisThread& thread) const
///     {
///         while (thread.wait(Duration::secs(1)))
///             flush();
///     }
///     .writer = Thread<Logger>::start<&Logger::write_out>(init, {.name = "logger"})
///
/// The function may return before; the thread then sleeps until T goes.
///
/// # Context
/// The function runs in process context and may sleep.
/// # Lifetime
/// The destructor lets `goes_on` and `wait` return false, and waits until the function has returned. The checker
/// demands that it is declared after all members that the function touches. Work that goes later than the thread may
/// wake it, park it and let it go on until then: that does nothing any more.
/// # Invariants
/// raw_ is null (the start failed) or a kthread that runs `run` with this, and ends only after it is told to.
template <class T> class KEEL_PUBLISHES KEEL_SEND KEEL_SYNC Thread {
public:
    Thread(const Thread&) = delete;
    Thread& operator=(const Thread&) = delete;

    /// Starts a thread that calls `function`, a `void T::function(const ThisThread&) const`.
    ///
    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: ENOMEM; EINTR: the current process is being killed; EINVAL: there is no such CPU.
    template <auto function> KEEL_MAY_SLEEP static Thread start(Init<T>& init, ThreadOptions options)
    {
        static_assert(SameAs<decltype(function), void (T::*)(const ThisThread&) const>,
                      "a Thread runs: void function(const ThisThread&) const, of its T");
        return Thread(init, &run<function>, options);
    }

    KEEL_MAY_SLEEP ~Thread()
    {
        if (!raw_)
            return;
        // What the kernel keeps of the thread is freed, but members of T that end later can still call this.
        gate_.close();
        *pace_.lock() = Pace::ended;
        UNSAFE("a live kthread: invariant; it is told to stop once") { bindings::kthread_stop(raw_); }
    }

    /// Ends the `wait` of the thread, or the next one if it is not waiting.
    ///
    /// # Context
    /// Any.
    KEEL_ANY_CONTEXT void wake() const
    {
        gate_.pass([&]() __attribute__((always_inline)) {
            UNSAFE("a live kthread, whose end waits for who is in the gate")
            {
                if (raw_)
                    bindings::kthread_wake(raw_, &woken_);
            }
            return true;
        });
    }

    /// Lets the thread stand still in its next `goes_on` or `wait`, and waits until it does. Does nothing if it is
    /// parked already.
    ///
    /// # Context
    /// May sleep. Not while holding what the function waits for.
    KEEL_MAY_SLEEP void park() const
    {
        auto pace = pace_.lock();
        UNSAFE("a live kthread, which was not told to park: pace_ says so")
        {
            if (raw_ && *pace == Pace::running && bindings::kthread_park(raw_) == 0)
                *pace = Pace::parked;
        }
    }

    /// Lets it go on.
    ///
    /// # Context
    /// May sleep.
    KEEL_MAY_SLEEP void unpark() const
    {
        auto pace = pace_.lock();
        if (*pace != Pace::parked)
            return;
        UNSAFE("a live kthread, which was told to park: pace_ says so") { bindings::kthread_unpark(raw_); }
        *pace = Pace::running;
    }

private:
    enum class Pace : u8 { running, parked, ended };

    KEEL_MAY_SLEEP Thread(Init<T>& init, int (*run)(void*), ThreadOptions options) : owner_ {init.self()}
    {
        if (init.failed())
            return;
        Result<bindings::task_struct*> made = create(run, options);
        if (!made.ok()) {
            init.fail(made.error());
            return;
        }
        raw_ = made.take();
        UNSAFE("a new kthread, which has not run yet")
        {
            if (options.cpu.is_some())
                bindings::kthread_bind(raw_, options.cpu.value());
            bindings::wake_up_process(raw_);
        }
    }

    KEEL_MAY_SLEEP Result<bindings::task_struct*> create(int (*run)(void*), ThreadOptions options)
    {
        UNSAFE("the name is NUL-terminated; the thread is ended by the destructor, before this goes")
        {
            if (options.cpu.is_some() && !bindings::cpu_is_online(options.cpu.value()))
                return EINVAL;
            return from_err_ptr(bindings::kthread_create_on_node(run, this, -1, "%s", options.name.as_ptr()));
        }
    }

    template <auto function> static int run(void* data)
    {
        auto* started = static_cast<Thread*>(data);
        const ThisThread thread(&started->woken_);
        UNSAFE("data is the Thread, whose destructor waits for this call") { (started->owner_->*function)(thread); }
        // Who stops or parks a kthread that has ended, meets freed memory or a warning.
        while (thread.wait(Duration::max()))
            ;
        return 0;
    }

    const T* owner_;
    bindings::task_struct* raw_ = nullptr;
    detail::Gate gate_ {};
    Mutex<Pace> pace_ {Pace::running};
    mutable bool woken_ = false;
};

} // namespace keel
