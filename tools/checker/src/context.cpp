// SPDX-License-Identifier: GPL-2.0
#include "context.hpp"

namespace keel::checker {

Finding& Finding::note(clang::SourceLocation location, const llvm::Twine& text)
{
    if (shown_)
        diagnostics_.Report(location, diagnostics_.getCustomDiagID(clang::DiagnosticsEngine::Note, "%0")) << text.str();
    return *this;
}

Finding Context::error(clang::SourceLocation location, llvm::StringRef rule, const llvm::Twine& message)
{
    auto& diagnostics = compiler_.getDiagnostics();
    const clang::SourceLocation at = sources().getFileLoc(location);
    const bool fresh = reported_.insert({at.getRawEncoding(), rule.str()}).second;
    if (fresh)
        diagnostics.Report(at, diagnostics.getCustomDiagID(clang::DiagnosticsEngine::Error, "%0 [keel-%1]"))
            << message.str() << rule;
    return Finding(diagnostics, fresh);
}

} // namespace keel::checker
