// SPDX-License-Identifier: GPL-2.0
// Parts of the language, and functions of the compiler, that have duties of their own.
#include "unsafe/operation.hpp"

#include <clang/AST/Attr.h>
#include <llvm/ADT/StringSwitch.h>

namespace keel::checker {

namespace {

/// Functions of the compiler that take pointers and yet only do what their arguments allow.
bool is_harmless(llvm::StringRef name)
{
    return llvm::StringSwitch<bool>(name)
        .Cases({"__builtin_add_overflow", "__builtin_sub_overflow", "__builtin_mul_overflow"}, true)
        .Cases({"__builtin_FILE", "__builtin_FUNCTION", "__builtin_FILE_NAME"}, true)
        .Cases(
            {"__builtin_constant_p", "__builtin_addressof", "__builtin_object_size", "__builtin_dynamic_object_size"},
            true)
        .Default(false);
}

/// Functions of the compiler that promise it something, or reach outside the program, and take no pointer for that.
bool is_promise(llvm::StringRef name)
{
    return llvm::StringSwitch<bool>(name)
        .Cases({"__builtin_unreachable", "__builtin_assume", "__builtin_alloca", "__builtin_frame_address"}, true)
        .Cases({"__builtin_return_address", "__builtin_alloca_uninitialized", "__builtin_unwind_init"}, true)
        .Default(name.starts_with("__builtin_ia32_"));
}

bool takes_or_gives_pointer(const clang::CallExpr* call)
{
    const auto is_pointer = [](const clang::Expr* argument) { return argument->getType()->isPointerType(); };
    return call->getType()->isPointerType() || llvm::any_of(call->arguments(), is_pointer);
}

bool assumes(const clang::AttributedStmt* statement)
{
    return llvm::any_of(statement->getAttrs(), [](const clang::Attr* attribute) {
        return llvm::isa<clang::CXXAssumeAttr, clang::MustTailAttr>(attribute);
    });
}

} // namespace

std::optional<UnsafeOperation> unsafe_builtin(const clang::CallExpr* call)
{
    const clang::FunctionDecl* callee = call->getDirectCallee();
    if (!callee || callee->getBuiltinID() == 0 || !callee->getIdentifier())
        return {};
    const llvm::StringRef name = callee->getName();
    if (is_harmless(name) || !(is_promise(name) || takes_or_gives_pointer(call)))
        return {};
    return UnsafeOperation {call->getBeginLoc(), "'" + name.str() + "'", "the library has safe counterparts"};
}

std::optional<UnsafeOperation> unsafe_language(const clang::Stmt* statement)
{
    const clang::SourceLocation where = statement->getBeginLoc();
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(statement))
        return unsafe_builtin(call);
    if (llvm::isa<clang::CXXNewExpr>(statement))
        return UnsafeOperation {where, "new", "Box, Vec and Arc allocate, and free"};
    if (llvm::isa<clang::CXXDeleteExpr>(statement))
        return UnsafeOperation {where, "delete", "Box, Vec and Arc free what they own"};
    if (llvm::isa<clang::AsmStmt>(statement))
        return UnsafeOperation {where, "inline assembly",
                                "the library has safe counterparts of what the kernel offers"};
    if (llvm::isa<clang::VAArgExpr>(statement))
        return UnsafeOperation {where, "va_arg", "a template takes any number of arguments, each with its type"};
    if (llvm::isa<clang::AtomicExpr>(statement))
        return UnsafeOperation {where, "an atomic builtin", "a lock owns what it protects"};
    if (const auto* attributed = llvm::dyn_cast<clang::AttributedStmt>(statement); attributed && assumes(attributed))
        return UnsafeOperation {where, "a promise to the optimiser", "an if states the same, and is checked"};
    return {};
}

} // namespace keel::checker
