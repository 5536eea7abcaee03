// SPDX-License-Identifier: GPL-2.0
// A device that can go while files of it are open: what its object has, and what the files answer then.
// C headers: include/linux/fs.h, include/linux/srcu.h, include/linux/poll.h
#pragma once

#include <keel/fs/operations.hpp>
#include <keel/sync/arc_borrow.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/srcu.hpp>

namespace keel::cdev {

template <class T, class F, bindings::umode_t mode> class Minors;
template <class T, class F, class Publisher> class MinorOperations;

/// Whether a device of Minors is still there, and where its operations wait: the part `minor` of its object.
///
///     TRY(minor.wait_interruptible([this] { return !received.lock()->is_empty(); }));
///     ...
///     minor.wake_up_poll(fs::PollMask::Readable);
///
/// Who polls a file of the device waits here, too, without saying so: its poll need not name this queue.
///
/// # Invariants
/// Each operation of an open file is in a section of users_, and began it before it saw that is_gone_ was false.
class KEEL_SEND KEEL_SYNC Minor {
public:
    Minor(const Minor&) = delete;
    Minor& operator=(const Minor&) = delete;

    /// # Context
    /// May sleep.
    /// # Errors
    /// Recorded in `init`: ENOMEM.
    template <class T> KEEL_MAY_SLEEP static Minor start(Init<T>& init) { return Minor(init); }

    /// Whether the device was removed. May be out of date when it returns false.
    KEEL_ANY_CONTEXT bool is_gone() const { return is_gone_.load(Relaxed); }

    /// Waits until `ready()`, as WaitQueue::wait_interruptible does; an operation that waits so does not hold up the
    /// removal of the device.
    ///
    /// # Errors
    /// ENODEV: the device was removed. ERESTARTSYS: a signal came first. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_interruptible(Ready ready, Duration timeout = Duration::max()) const
    {
        return unless_gone(news_.wait_interruptible([&] { return is_gone() || ready(); }, timeout));
    }
    /// The same, which only a signal that kills ends.
    ///
    /// # Errors
    /// ENODEV: the device was removed. ERESTARTSYS: the process is being killed. ETIMEDOUT: it took too long.
    template <class Ready>
    KEEL_MAY_SLEEP Result<void> wait_killable(Ready ready, Duration timeout = Duration::max()) const
    {
        return unless_gone(news_.wait_killable([&] { return is_gone() || ready(); }, timeout));
    }

    /// Wakes who waits, and of those who poll who waits for something in `events`: see WaitQueue::wake_up_poll.
    KEEL_ANY_CONTEXT void wake_up_poll(fs::PollMask events) const { news_.wake_up_poll(events); }

private:
    template <class T, class F, bindings::umode_t mode> friend class Minors;
    template <class T, class F, class Publisher> friend class MinorOperations;

    template <class T> KEEL_MAY_SLEEP explicit Minor(Init<T>& init) : users_ {Srcu::start(init)} {}

    Result<void> unless_gone(Result<void> waited) const
    {
        if (is_gone())
            return ENODEV;
        return waited;
    }

    /// From here on operations are refused, and none of those that run waits here.
    KEEL_ANY_CONTEXT void go() const
    {
        is_gone_.store(true, Relaxed);
        news_.wake_up_all();
    }

    static constexpr fs::PollMask gone = fs::PollMask::HangUp | fs::PollMask::Error;

    Atomic<bool> is_gone_ {false};
    WaitQueue news_;
    Srcu users_;
};

KEEL_FS_HOOK(gone)

/// struct file_operations for files of a T that can go: those that fs::Operations has of F, each of which is ENODEV
/// once the device is gone, poll EPOLLHUP and EPOLLERR, and show_fdinfo nothing. Only release is still called then.
///
/// F is T, or a class of its own for each open file, with
///
///     Arc<T> device;
///     static F open(Init<F>&, ArcBorrow<T>, const fs::File&);
///
/// T may have `void gone() const`, called when the device is being removed, before the operations that still run are
/// waited for: to end what they wait for besides `minor`. It neither waits for them nor adds or removes devices.
///
/// Publisher says which T is opened: `static Arc<T> find(bindings::dev_t)`, an empty one if there is none.
///
/// # Invariants
/// From open to release, private_data of a file is an F that the file owns, or a share of the T.
template <class T, class F, class Publisher> class MinorOperations {
    using Open = F (*)(Init<F>&, ArcBorrow<T>, const fs::File&);
    using Ops = bindings::file_operations;

    static constexpr bool is_per_file = !SameAs<T, F>;
    static constexpr fs::Hook open_hook = fs::hook_open<F, Open>();

    static constexpr fs::Held held = is_per_file ? fs::Held::ByFile : fs::Held::ByOwner;

    /// The operations as they are while the device is there.
    static constexpr Ops inner = fs::AllFamilies<F, held>::make();

    static const Minor& minor_of(bindings::file* file)
    {
        UNSAFE("this is called by way of the table of an open file")
        {
            if constexpr (is_per_file)
                return fs::object_of<F>(file).device->minor;
            else
                return fs::object_of<T>(file).minor;
        }
    }

    static bindings::file* file_of(bindings::file* file, ...) { return file; }
    static bindings::file* file_of(bindings::kiocb* call, ...) { return call->ki_filp; }
    static bindings::file* file_of(bindings::seq_file*, bindings::file* file) { return file; }

    /// The operation that `inner` has in `slot`, while the device is there.
    template <auto slot> struct Guarded;
    template <class R, class... Args, R (*Ops::*slot)(Args...)> struct Guarded<slot> {
        static R call(Args... args)
        {
            const Minor& minor = minor_of(file_of(args...));
            const auto section = minor.users_.read();
            if (!minor.is_gone()) [[likely]]
                return (inner.*slot)(args...);
            if constexpr (!SameAs<R, void>)
                return static_cast<R>(ENODEV.to_errno());
        }
    };

    template <auto slot> static consteval void guard(Ops& ops)
    {
        if constexpr (inner.*slot != nullptr)
            ops.*slot = Guarded<slot>::call;
    }

    /// Waits for the removal first, and looks then: so it cannot be missed in between.
    static bindings::__poll_t poll(bindings::file* file, bindings::poll_table* table)
    {
        const Minor& minor = minor_of(file);
        UNSAFE("the file has a share of what the queue is part of, until it waits no more")
        {
            bindings::poll_wait(file, minor.news_.raw(), table);
        }
        const auto section = minor.users_.read();
        return minor.is_gone() ? static_cast<bindings::__poll_t>(Minor::gone) : inner.poll(file, table);
    }

    static int open(bindings::inode* inode, bindings::file* file)
    {
        Arc<T> device = Publisher::find(inode->i_rdev);
        if (device.is_empty())
            return ENXIO.to_errno();
        file->f_mode |= fs::OpenOperations<F, T>::mode;
        if constexpr (is_per_file) {
            const auto section = device->minor.users_.read();
            if (device->minor.is_gone())
                return ENODEV.to_errno();
            auto opened = Box<F>::init(
                GFP_KERNEL, [&](Init<F>& init) -> F { return F::open(init, device, fs::File::from_raw(file)); });
            if (!opened.ok())
                return opened.error().to_errno();
            file->private_data = opened.take().into_raw();
        } else {
            UNSAFE("release makes it an Arc again") { file->private_data = const_cast<T*>(device.into_raw()); }
        }
        return 0;
    }

    static int release(bindings::inode* inode, bindings::file* file)
    {
        if constexpr (inner.release != nullptr)
            inner.release(inode, file);
        if constexpr (!is_per_file)
            UNSAFE("open put an Arc's pointer there, and release is called once")
            {
                Arc<T> closed = Arc<T>::from_raw(static_cast<const T*>(file->private_data));
            }
        return 0;
    }

    static consteval void check()
    {
        static_assert(
            requires { requires SameAs<decltype(&T::minor), Minor T::*>; },
            "the object of a minor has: public: cdev::Minor minor");
        static_assert(hook_gone<T, void (T::*)() const>() != fs::Hook::Wrong,
                      "gone must be: public: void gone() const");
        static_assert(
            !is_per_file || open_hook == fs::Hook::Present,
            "a class for each open file needs: public: static F open(Init<F>&, ArcBorrow<T>, const fs::File&)");
        static_assert(
            !is_per_file || requires { requires SameAs<decltype(&F::device), Arc<T> F::*>; },
            "a class for each open file has: public: Arc<T> device");
        static_assert(is_per_file || open_hook == fs::Hook::Absent,
                      "open is of a class for each open file, and this is the device's own");
        static_assert(fs::AllFamilies<F, held>::is_useful,
                      "a file of which nothing can be read, written or asked: define read, write or ioctl");
    }

    /// fasync stays as it is: it only joins and leaves a queue of F's, and files must leave. What splices does so by
    /// way of read_iter and write_iter.
    static consteval Ops make_table()
    {
        check();
        Ops ops = inner;
        guard<&Ops::read>(ops), guard<&Ops::write>(ops), guard<&Ops::read_iter>(ops), guard<&Ops::write_iter>(ops);
        guard<&Ops::llseek>(ops), guard<&Ops::fsync>(ops), guard<&Ops::flush>(ops), guard<&Ops::mmap>(ops);
        guard<&Ops::unlocked_ioctl>(ops), guard<&Ops::compat_ioctl>(ops), guard<&Ops::show_fdinfo>(ops);
        if constexpr (inner.poll != nullptr)
            ops.poll = poll;
        ops.open = open;
        ops.release = release;
        return ops;
    }

public:
    static constexpr Ops table = make_table();
};

} // namespace keel::cdev
