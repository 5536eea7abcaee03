// SPDX-License-Identifier: GPL-2.0
// What the checker knows of types: which borrow, which own, which may cross threads.
#pragma once

#include "context.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace keel::checker {

/// The record that `type` is, with its definition, or null.
const clang::CXXRecordDecl* record_of(clang::QualType type);

/// The record that `type` is, or null; without a definition if it is a template that nothing has asked for yet.
const clang::CXXRecordDecl* declared_record_of(clang::QualType type);

/// `type` as a message shows it, in quotes.
std::string quoted(const Context& context, clang::QualType type);

class Types {
public:
    explicit Types(const Context& context) : context_ {context} {}

    /// Whether `type` is a class marked KEEL_VIEW.
    bool is_view(clang::QualType type) const;

    /// Whether an object of `type` refers to something it does not own: a reference, a raw pointer to an object, a
    /// view, or a closure or aggregate with one of these in it; an owner with one of these as its template argument.
    bool is_borrow(clang::QualType type);

    /// Whether a borrow of `type` lets its object be changed: one at a time may, as with a mutable reference.
    bool is_mutable_borrow(clang::QualType type);

    /// Whether assigning an object of `type` ends nothing: a plain value.
    bool is_flat(clang::QualType type);

    /// Whether an object of type `owner` may own, directly or through others, an object of type `part`.
    bool may_own(clang::QualType owner, clang::QualType part);

    /// As may_own, for what the members show: bytes are bytes only, and not those of an object.
    bool owns(clang::QualType owner, clang::QualType part);

    /// Calls `visit` with the types of what an object of `type` refers to.
    void each_referent(clang::QualType type, const std::function<void(clang::QualType)>& visit);

    /// Why an object of `type` must not go to another thread ("field 'x' of type T: raw pointer"), or nothing if it
    /// may.
    std::optional<std::string> why_not_send(clang::QualType type);

    /// Why a const object of `type` must not be used by several threads at once, or nothing if it may.
    std::optional<std::string> why_not_sync(clang::QualType type);

private:
    /// The classes that a search has come by: a list is made of more of its own kind.
    using Seen = std::set<const clang::CXXRecordDecl*>;

    bool find_borrow(clang::QualType type);
    bool is_mutable_borrow(clang::QualType type, Seen& seen);
    void each_referent(clang::QualType type, const std::function<void(clang::QualType)>& visit, Seen& seen);
    bool has_view(const clang::CXXRecordDecl* record) const;

    const Context& context_;
    std::map<const clang::Type*, bool> borrows_;
    std::set<const clang::Type*> searched_;
};

} // namespace keel::checker
