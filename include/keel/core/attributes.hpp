// SPDX-License-Identifier: GPL-2.0
// Names for the compiler attributes that carry the library's promises to the compiler and the checker.
#pragma once

/// A word for the checker. What is compiled without it (src/) has no use for the words, and they would keep each
/// function that has one in every module.
#ifdef KEEL_UNCHECKED
#define KEEL_SAYS(word)
#else
#define KEEL_SAYS(word) clang::annotate("keel." word)
#endif

/// The result (or the object built) borrows from this parameter and must not outlive it.
#define KEEL_LIFETIME_BOUND [[clang::lifetimebound]]

/// The function is a few instructions and belongs in its caller, as its C twin is a macro or static inline.
#define KEEL_INLINE [[gnu::always_inline]] inline

// On a class: what its objects are.

/// It borrows what it shows: it must not outlive what it was made from.
#define KEEL_VIEW [[gsl::Pointer, KEEL_SAYS("view")]]
/// It owns one thing and can be passed in registers although it has a destructor.
#define KEEL_OWNER [[clang::trivial_abi, KEEL_SAYS("owner")]]
/// While one lives, this CPU must not sleep: a spinlock is held, interrupts are off, an RCU section is open.
#define KEEL_ATOMIC_GUARD [[KEEL_SAYS("atomic_guard")]]
/// A view that changes what it borrows: after a call of one of its functions that are not const, nothing else that
/// borrows from there is valid any more.
#define KEEL_EDITOR [[KEEL_SAYS("editor")]]
/// While one lives, code outside can reach the object that it is a member of: it is declared after all that it reaches.
#define KEEL_PUBLISHES [[KEEL_SAYS("publishes")]]
/// With KEEL_PUBLISHES: code outside reaches the object only after somebody asked for it, by arming or queueing; it is
/// declared before what publishes at once.
#define KEEL_IDLE [[KEEL_SAYS("idle")]]

// On a class: whether its objects may go to another thread (Send), or be used by several at once through const
// references (Sync). Without one of these the answer follows from the members.

#define KEEL_SEND [[KEEL_SAYS("send")]]
#define KEEL_NOT_SEND [[KEEL_SAYS("not_send")]]
#define KEEL_SEND_IF_SEND [[KEEL_SAYS("send_if_send")]]
#define KEEL_SEND_IF_SEND_SYNC [[KEEL_SAYS("send_if_sendsync")]]
#define KEEL_SYNC [[KEEL_SAYS("sync")]]
#define KEEL_NOT_SYNC [[KEEL_SAYS("not_sync")]]
#define KEEL_SYNC_IF_SYNC [[KEEL_SAYS("sync_if_sync")]]
#define KEEL_SYNC_IF_SEND [[KEEL_SAYS("sync_if_send")]]
#define KEEL_SYNC_IF_SEND_SYNC [[KEEL_SAYS("sync_if_sendsync")]]

// On a function.

/// It may sleep: not to be called in atomic context.
#define KEEL_MAY_SLEEP [[KEEL_SAYS("may_sleep")]]
/// It never sleeps: for every context.
#define KEEL_ANY_CONTEXT [[KEEL_SAYS("any_context")]]
/// With KEEL_ANY_CONTEXT: the body looks to the checker as if it might sleep, and does not; a comment there says why.
#define KEEL_CONTEXT_UNCHECKED [[KEEL_SAYS("context_unchecked")]]
/// It changes its object without ending a borrow of what is in it.
#define KEEL_STABLE [[KEEL_SAYS("stable")]]
/// It may be asked of an object that was moved from: it answers for an empty one.
#define KEEL_AFTER_MOVE [[KEEL_SAYS("after_move")]]
/// It uses its object up, as a move does: what it did cannot be done again. Only what is KEEL_AFTER_MOVE may follow.
#define KEEL_CONSUMES [[KEEL_SAYS("consumes")]]
/// Its # Safety section is a duty of the caller: called inside UNSAFE only.
#define KEEL_UNSAFE_FUNCTION [[KEEL_SAYS("unsafe_function")]]

// On a parameter.

/// The argument goes to another thread: its type must be Send.
#define KEEL_REQUIRES_SEND [[KEEL_SAYS("requires_send")]]
/// The argument is kept after the call: it must own all it needs.
#define KEEL_ESCAPES [[KEEL_SAYS("escapes")]]
/// The argument is called in atomic context: it must not sleep.
#define KEEL_ATOMIC_CALLBACK [[KEEL_SAYS("atomic_callback")]]
