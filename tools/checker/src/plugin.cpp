// SPDX-License-Identifier: GPL-2.0
// The door to clang: runs the rules on each translation unit, before code is generated, so that a violation is an
// error.
//
//   clang++-22 -fplugin=keel-checker.so -fplugin-arg-keel-library=DIR -fplugin-arg-keel-bindings=DIR ...
//
// context=FILE, the list of C functions that never sleep, is bindings/context.list beside the library unless given.
#include "annotations.hpp"
#include "rules.hpp"

#include <clang/AST/ASTConsumer.h>
#include <clang/Basic/Version.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

namespace keel::checker {

namespace {

/// The folders to trust, from the command line, and the list of C functions that never sleep.
struct Roots {
    std::vector<std::string> library;
    std::vector<std::string> bindings;
    std::string context;

    std::string context_list() const
    {
        return context.empty() && !library.empty() ? library.front() + "/../bindings/context.list" : context;
    }
};

class Consumer : public clang::ASTConsumer {
public:
    Consumer(clang::CompilerInstance& compiler, Roots roots) : compiler_ {compiler}, roots_ {std::move(roots)} {}

    void HandleTranslationUnit(clang::ASTContext&) override
    {
        // A program that does not compile is reported as that: rules on half an AST would only add noise.
        if (compiler_.getDiagnostics().hasUncompilableErrorOccurred())
            return;
        Context context(compiler_, Trust(compiler_.getPreprocessor(), roots_.library, roots_.bindings),
                        roots_.context_list());
        check(context);
        remove_annotations(context.ast());
    }

private:
    clang::CompilerInstance& compiler_;
    Roots roots_;
};

class Action : public clang::PluginASTAction {
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override
    {
        return std::make_unique<Consumer>(compiler, roots_);
    }

    bool ParseArgs(const clang::CompilerInstance& compiler, const std::vector<std::string>& arguments) override
    {
        // Its symbols may be found and yet mean something else in another version.
        if (!llvm::StringRef(clang::getClangFullVersion()).contains(CLANG_VERSION_STRING))
            return refuse(compiler, "keel-checker was built for clang " CLANG_VERSION_STRING ": run ./keel setup");
        for (llvm::StringRef argument : arguments) {
            if (argument.consume_front("library="))
                roots_.library.push_back(argument.str());
            else if (argument.consume_front("bindings="))
                roots_.bindings.push_back(argument.str());
            else if (argument.consume_front("context="))
                roots_.context = argument.str();
            else
                return refuse(compiler,
                              "keel-checker knows library=DIR, bindings=DIR and context=FILE, not '" + argument + "'");
        }
        return true;
    }

    static bool refuse(const clang::CompilerInstance& compiler, const llvm::Twine& why)
    {
        auto& diagnostics = compiler.getDiagnostics();
        diagnostics.Report(diagnostics.getCustomDiagID(clang::DiagnosticsEngine::Error, "%0")) << why.str();
        return false;
    }

    ActionType getActionType() override { return AddBeforeMainAction; }

    Roots roots_;
};

const clang::FrontendPluginRegistry::Add<Action> registration("keel", "the safe profile of Keel");

} // namespace

} // namespace keel::checker
