// SPDX-License-Identifier: GPL-2.0
// The library's annotations (include/keel/core/attributes.hpp), as the checker reads them.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>

namespace keel::checker {

/// Whether `declaration`, or the template it was made from, carries [[clang::annotate("keel.NAME")]].
bool is_annotated(const clang::Decl* declaration, llvm::StringRef name);

/// Whether what `function` returns borrows from its parameter `index` ([[clang::lifetimebound]]).
bool is_lifetime_bound(const clang::FunctionDecl* function, unsigned index);

/// Whether what `function` returns borrows from the object it is called on.
bool is_lifetime_bound_to_this(const clang::FunctionDecl* function);

/// Takes the library's annotations off functions, parameters and variables once all rules have run. Code generation
/// would write them into the bitcode, where they keep functions alive that nobody calls.
void remove_annotations(clang::ASTContext& ast);

} // namespace keel::checker
