// SPDX-License-Identifier: GPL-2.0
// Casts that say "this is a T" of something that may be none.
#include "unsafe/operation.hpp"

namespace keel::checker {

namespace {

bool is_void_pointer(clang::QualType type) { return !type.isNull() && type->isVoidPointerType(); }

/// Whether the cast makes an enumeration of a number, which may be none of its values.
bool makes_enum(const clang::CastExpr* cast)
{
    const clang::QualType from = cast->getSubExpr()->getType(), to = cast->getType();
    if (!to->isEnumeralType() || from->isDependentType() || from->isRecordType())
        return false;
    return from.getCanonicalType().getUnqualifiedType() != to.getCanonicalType().getUnqualifiedType();
}

/// Whether it is one of the casts that do whatever it takes: (T)x, or T(x) for a pointer.
bool is_c_style(const clang::CastExpr* cast)
{
    if (llvm::isa<clang::CStyleCastExpr>(cast))
        return !cast->getType()->isVoidType();
    const clang::QualType to = cast->getType(), from = cast->getSubExpr()->getType();
    return llvm::isa<clang::CXXFunctionalCastExpr>(cast) && (to->isPointerType() || cast->isGLValue()) &&
           !from->isNullPtrType() && !from->isRecordType() && to.getCanonicalType() != from.getCanonicalType();
}

/// Whether nobody wrote the cast: clang puts one around an enumerator that is a template's argument.
bool is_substituted(const clang::CastExpr* cast)
{
    const auto* written = llvm::dyn_cast<clang::CStyleCastExpr>(cast);
    return written && written->getLParenLoc() == written->getRParenLoc();
}

/// What a cast does, whichever way it is written.
std::optional<UnsafeOperation> of_kind(const clang::CastExpr* cast)
{
    const clang::SourceLocation where = cast->getExprLoc();
    switch (cast->getCastKind()) {
    case clang::CK_IntegralToPointer:
    case clang::CK_PointerToIntegral:
    case clang::CK_LValueBitCast:
    case clang::CK_LValueToRValueBitCast:
    case clang::CK_ReinterpretMemberPointer:
    case clang::CK_AddressSpaceConversion:
        return UnsafeOperation {where, "taking a value for one of another type", "give it the type that it has"};
    case clang::CK_BaseToDerived:
    case clang::CK_BaseToDerivedMemberPointer:
        return UnsafeOperation {where, "a cast down to a derived class", "keep a reference of the derived type"};
    case clang::CK_BitCast:
        if (cast->getType()->isPointerType() && !is_void_pointer(cast->getType()))
            return UnsafeOperation {where, "a cast to another pointer", "a template, or a Box, keeps the type"};
        return {};
    default:
        if (makes_enum(cast))
            return UnsafeOperation {where, "a cast of a number to an enumeration",
                                    "switch over the number, with a default"};
        return {};
    }
}

} // namespace

std::optional<UnsafeOperation> unsafe_conversion(const clang::Stmt* statement)
{
    const auto* cast = llvm::dyn_cast<clang::CastExpr>(statement);
    if (!cast || !cast->getSubExpr() || is_substituted(cast))
        return {};
    const clang::SourceLocation where = cast->getExprLoc();
    if (llvm::isa<clang::CXXReinterpretCastExpr>(cast))
        return UnsafeOperation {where, "reinterpret_cast", "as_bytes shows the bytes of a value"};
    if (llvm::isa<clang::BuiltinBitCastExpr>(cast))
        return UnsafeOperation {where, "a bit cast", "as_bytes shows the bytes of a value"};
    if (llvm::isa<clang::CXXConstCastExpr>(cast))
        return UnsafeOperation {where, "const_cast", "what changes is not const, or is behind a lock"};
    if (is_c_style(cast))
        return UnsafeOperation {where, "a C-style cast", "static_cast converts values, and nothing else"};
    if (llvm::isa<clang::CXXStaticCastExpr>(cast) && cast->isXValue())
        return UnsafeOperation {where, "a cast to an rvalue", "move(x) says that x is given away"};
    return of_kind(cast);
}

} // namespace keel::checker
