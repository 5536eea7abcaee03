// SPDX-License-Identifier: GPL-2.0
#include "context_list.hpp"

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/LineIterator.h>
#include <llvm/Support/MemoryBuffer.h>

namespace keel::checker::effects {

std::optional<ContextList> ContextList::read(const std::string& path, std::string& problem)
{
    auto file = llvm::MemoryBuffer::getFile(path, /*IsText=*/true);
    if (!file) {
        problem = path + ": " + file.getError().message();
        return std::nullopt;
    }
    ContextList list;
    for (llvm::line_iterator line(**file, /*SkipBlanks=*/true, '#'); !line.is_at_end(); ++line) {
        llvm::SmallVector<llvm::StringRef, 4> words;
        line->split('#').first.split(words, ' ', -1, /*KeepEmpty=*/false);
        const bool whole = words.size() == 2;
        if (whole && llvm::is_contained({"any_context", "begins", "ends"}, words[0]))
            list.known_[words[1]] = Sleeps::Never;
        else if (whole && words[0] == "by_flags")
            list.known_[words[1]] = Sleeps::ByFlags;
        else {
            problem = path + ":" + std::to_string(line.line_number()) +
                      ": expected any_context, begins, ends or by_flags, and the name of a function";
            return std::nullopt;
        }
    }
    return list;
}

Sleeps ContextList::of(llvm::StringRef function) const
{
    const auto found = known_.find(function);
    return found == known_.end() ? Sleeps::May : found->second;
}

} // namespace keel::checker::effects
