// SPDX-License-Identifier: GPL-2.0
// A checker that finds nothing wrong: the modules of these tests are raw C++, which the real one refuses.
#include <clang/AST/ASTConsumer.h>
#include <clang/Frontend/FrontendPluginRegistry.h>

namespace {

struct NoChecker : clang::PluginASTAction {
    std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance&, llvm::StringRef) override
    {
        return std::make_unique<clang::ASTConsumer>();
    }
    bool ParseArgs(const clang::CompilerInstance&, const std::vector<std::string>&) override { return true; }
};

const clang::FrontendPluginRegistry::Add<NoChecker> registration("keel", "finds nothing");

} // namespace
