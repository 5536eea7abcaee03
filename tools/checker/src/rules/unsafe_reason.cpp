// SPDX-License-Identifier: GPL-2.0
// keel-unsafe-reason: the reason of an UNSAFE says why it is sound. What it says nobody can check; that it says
// nothing, we can.
#include "rules.hpp"
#include "visitor.hpp"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringSet.h>

namespace keel::checker {

namespace {

constexpr unsigned least_words = 2;

/// Words that state no fact, however many of them there are.
bool is_filler(llvm::StringRef word)
{
    static const llvm::StringSet<> filler = {
        "a",       "an",       "the",       "this",     "that",      "it",        "its",     "is",        "are",
        "be",      "been",     "was",       "to",       "of",        "for",       "in",      "on",        "at",
        "and",     "or",       "so",        "as",       "but",       "here",      "there",   "now",       "just",
        "only",    "very",     "really",    "totally",  "always",    "never",     "safe",    "unsafe",    "sound",
        "fine",    "ok",       "okay",      "good",     "correct",   "valid",     "right",   "trust",     "me",
        "i",       "we",       "you",       "my",       "our",       "know",      "what",    "am",        "doing",
        "do",      "does",     "done",      "need",     "needs",     "needed",    "must",    "should",    "have",
        "has",     "required", "necessary", "because",  "since",     "why",       "reason",  "reasons",   "some",
        "any",     "no",       "not",       "yes",      "code",      "works",     "work",    "tested",    "test",
        "see",     "above",    "below",     "comment",  "compiler",  "checker",   "error",   "warning",   "silence",
        "please",  "hack",     "todo",      "fixme",    "xxx",       "temporary", "later",   "will",      "can",
        "could",   "would",    "may",       "probably", "hopefully", "obviously", "clearly", "certainly", "with",
        "without", "other",    "way",       "blah",     "foo",       "bar",       "asdf",    "qwerty",    "lorem",
        "ipsum",
    };
    return filler.contains(word);
}

/// The number of different words that say something.
unsigned telling_words(llvm::StringRef reason)
{
    std::set<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (word.size() > 1 && !is_filler(word))
            words.insert(word);
        word.clear();
    };
    for (char c : reason)
        if (llvm::isAlnum(c) || c == '_')
            word += llvm::toLower(c);
        else
            end_word();
    end_word();
    return words.size();
}

const clang::StringLiteral* literal_in(const clang::Stmt* statement)
{
    if (!statement)
        return nullptr;
    if (const auto* literal = llvm::dyn_cast<clang::StringLiteral>(statement))
        return literal;
    for (const clang::Stmt* child : statement->children())
        if (const auto* found = literal_in(child))
            return found;
    return nullptr;
}

class UnsafeReason : public DriverVisitor {
public:
    using DriverVisitor::DriverVisitor;

    bool VisitIfStmt(clang::IfStmt* statement) override
    {
        if (!is_unsafe_region(context_, statement))
            return true;
        const auto* reason =
            llvm::cast<clang::VarDecl>(llvm::cast<clang::DeclStmt>(statement->getInit())->getSingleDecl());
        const clang::StringLiteral* text = literal_in(reason->getInit());
        if (text && text->getCharByteWidth() == 1 && context_.is_driver(text->getBeginLoc()) &&
            telling_words(text->getString()) < least_words)
            context_.error(text->getBeginLoc(), "unsafe-reason", "the reason of this UNSAFE states no fact")
                .note(text->getBeginLoc(),
                      "name the duty, and the fact that meets it: \"kfree wants memory of kmalloc: ptr_ came "
                      "from it in create\"");
        return true;
    }
};

} // namespace

void check_unsafe_reason(Context& context) { UnsafeReason(context).run(); }

} // namespace keel::checker
