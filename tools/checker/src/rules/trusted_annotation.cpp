// SPDX-License-Identifier: GPL-2.0
// keel-trusted-annotation: promises that nothing verifies are the library's to make.
#include "annotations.hpp"
#include "rules.hpp"
#include "visitor.hpp"

#include <clang/AST/Attr.h>

namespace keel::checker {

namespace {

class TrustedAnnotation : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitDecl(clang::Decl* declaration) override
    {
        for (const auto* attribute : declaration->specific_attrs<clang::AnnotateAttr>()) {
            const llvm::StringRef text = attribute->getAnnotation();
            // The annotation is the library's macro; whose class it is on decides.
            if (text.starts_with("keel.") && llvm::is_contained(trusted, text.drop_front(5)) &&
                applies(declaration->getLocation()))
                context_
                    .error(declaration->getLocation(), "trusted-annotation",
                           "'" + text + "' is a promise that nothing verifies: only the library makes it")
                    .note(declaration->getLocation(),
                          "build it from the library's types, whose promises then hold for it, too");
        }
        return true;
    }

private:
    static constexpr llvm::StringRef trusted[] = {
        "send",   "send_if_send", "send_if_sync", "send_if_sendsync",
        "sync",   "sync_if_sync", "sync_if_send", "sync_if_sendsync",
        "stable", "owner",        "after_move",   "consumes",
    };
};

} // namespace

void check_trusted_annotation(Context& context) { TrustedAnnotation(context).run(); }

} // namespace keel::checker
