// SPDX-License-Identifier: GPL-2.0
// Places: names for objects, as far as a function can tell them apart. "device.name", "*box", "some element of v".
#pragma once

#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace keel::checker::flow {

/// A step from an object to a part of it, or to what it leads to.
struct Step {
    enum Kind {
        /// A field.
        Field,
        /// The object that an owner owns: it ends with the owner.
        Owned,
        /// The object behind a guard: access to it ends with the guard.
        Guarded,
        /// The object behind a raw pointer or a view: it has a life of its own.
        Borrowed,
        /// An element of an array or container.
        Element,
        /// Some part, nobody knows which.
        Part,
    };

    Kind kind;
    const clang::FieldDecl* field = nullptr;
    /// Of an element, if it is a constant.
    std::optional<uint64_t> index = {};

    bool operator<(const Step& other) const
    {
        return std::tie(kind, field, index) < std::tie(other.kind, other.field, other.index);
    }
    bool operator==(const Step& other) const
    {
        return kind == other.kind && field == other.field && index == other.index;
    }
};

/// Variables in the order in which they are declared: what is reported first is so on every run.
struct InOrder {
    bool operator()(const clang::VarDecl* a, const clang::VarDecl* b) const
    {
        const auto position = [](const clang::VarDecl* variable) {
            return variable ? variable->getLocation().getRawEncoding() : 0;
        };
        return std::make_tuple(position(a), a) < std::make_tuple(position(b), b);
    }
};

/// Where an object is: a variable, a temporary or *this, and the steps from there.
///
/// The place of a variable of reference type is the object it refers to.
struct Place {
    const clang::VarDecl* variable = nullptr;
    const clang::MaterializeTemporaryExpr* temporary = nullptr;
    std::vector<Step> steps;

    bool is_this() const { return !variable && !temporary; }

    /// Whether a pointer or a view lies on the way: the object is not in the storage of the root.
    bool is_behind_borrow() const;

    /// The place one step further. There is no way back from "some part".
    Place then(Step step) const;

    bool operator<(const Place& other) const
    {
        return std::tie(variable, temporary, steps) < std::tie(other.variable, other.temporary, other.steps);
    }
    bool operator==(const Place& other) const
    {
        return std::tie(variable, temporary, steps) == std::tie(other.variable, other.temporary, other.steps);
    }
};

inline Place place_of(const clang::VarDecl* variable) { return {variable, nullptr, {}}; }
inline Place place_of(const clang::MaterializeTemporaryExpr* temporary) { return {nullptr, temporary, {}}; }

/// Whether the objects at `a` and `b` may have storage in common, or one hold the other.
bool overlap(const Place& a, const Place& b);

/// Whether both are reached from one object, by different fields or elements of it: then they have no storage in
/// common, whatever else they are called. Of elements with unknown indexes `unknown` says whether they are taken to be
/// apart.
bool are_apart(const Place& a, const Place& b, bool unknown = false);

/// Whether the object at `outer` is the one at `inner` or holds it.
bool holds(const Place& outer, const Place& inner);

/// The place in words, quoted: "'device.name'", "a temporary", "the loop" over a range.
std::string describe(const Place& place);

} // namespace keel::checker::flow
