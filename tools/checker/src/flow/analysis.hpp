// SPDX-License-Identifier: GPL-2.0
// The flow analysis of one function: walks its control flow graph until the facts no longer change, then once more to
// report. Who may use what when is as in Rust: many may read, or one may change; a borrow ends with its last use.
//
// What it assumes: two parameters never name the same object (exclusive-args sees to that where a call is made), and
// a call does what its signature says: its result borrows from what is KEEL_LIFETIME_BOUND, it changes what it takes
// by a reference that is not const, unless it is KEEL_STABLE.
#pragma once

#include "body.hpp"
#include "borrows.hpp"
#include "liveness.hpp"

namespace keel::checker::flow {

/// The UNSAFE regions of a translation unit: their authors answer for them.
class UnsafeRegions {
public:
    explicit UnsafeRegions(const clang::SourceManager& sources) : sources_ {sources} {}

    void add(clang::SourceRange range);
    bool contain(clang::SourceLocation location) const;

private:
    const clang::SourceManager& sources_;
    std::vector<clang::SourceRange> ranges_;
};

class Analysis {
public:
    Analysis(Context& context, Types& types, const UnsafeRegions& unsafe, const clang::FunctionDecl* function);

    void run();

private:
    /// An object is changed in a way that may end borrows of what is in it.
    struct Change {
        const Loans& target;
        clang::QualType object; // null: what is changed is not known
        clang::SourceLocation at;
        llvm::StringRef verb;
        bool is_gone = false; // moved: all borrows of it end
    };

    /// An object is read or written, or borrowed for that.
    struct Touch {
        const Loans& target;
        const clang::Expr* through; // the variables it names are how the object is reached
        clang::SourceLocation at;
        bool is_write;
        llvm::StringRef verb;
        const clang::VarDecl* borrower = nullptr; // who borrows by this
    };

    /// What a call gets for one parameter, or the object it is called on.
    struct Operand {
        const clang::Expr* expression;
        clang::QualType type; // null: a closure
        Loans loans {};
        bool changes = false;     // the call may end borrows of what is in it
        bool is_consumed = false; // moved into the call
        bool is_read = false;     // the call reads the object
        bool is_written = false;  // the call writes it, or may
    };

    struct Effect {
        Loans target;
        clang::QualType object;
    };

    // analysis.cpp
    void run_block(const clang::CFGBlock* block, const Liveness* liveness);
    void element(const clang::CFGElement& element);
    void statement(const clang::Stmt* statement);
    bool speaks(clang::SourceLocation location) const;

    // scopes.cpp: variables begin and end
    void declaration(const clang::VarDecl* variable);
    void initializer(const clang::CXXCtorInitializer* initializer);
    void end_of_scope(const clang::VarDecl* variable, clang::SourceLocation at);
    void destroyed(const clang::VarDecl* holder, clang::SourceLocation at);
    void check_temporaries(const clang::VarDecl* holder, const Loans& loans);
    void report_short_life(const clang::VarDecl* holder, const Loan& loan, const clang::VarDecl* ended,
                           clang::SourceLocation end, clang::SourceLocation use);

    // changes.cpp: what a change ends
    void change(const Change& change);
    using Seen = std::set<const clang::CXXRecordDecl*>;
    bool may_end(clang::QualType object, clang::QualType holder) const;
    bool may_end(clang::QualType object, clang::QualType holder, Seen& seen) const;

    // accesses.cpp: who reads and writes what others borrow
    void access(const Touch& touch);
    void read(const clang::Expr* object);
    void write(const clang::Expr* object, clang::SourceLocation at);
    bool conflicts(const Touch& touch, const Loan& loan, const Loans& names) const;
    bool is_told(const Loans& target, const clang::VarDecl* holder) const;

    // calls.cpp
    void call(const Call& call);
    std::vector<Operand> operands(const Call& call) const;
    Operand object_operand(const Call& call) const;
    Operand argument_operand(const Call& call, size_t index) const;
    void check_operands(const Call& call, const std::vector<Operand>& operands);
    void check_evaluation(const Call& call, const std::vector<Operand>& operands);
    void capture(const Call& call);

    // moves.cpp
    void move(const clang::Expr* expression, const clang::Expr* operand);
    void use(const clang::DeclRefExpr* name);
    const char* why_immovable(const clang::Expr* operand, const std::optional<Place>& place) const;

    // stores.cpp
    void assignment(const clang::Stmt* whole, const Assignment& assignment);
    void store(const clang::Expr* target, const Loans& loans, clang::SourceLocation at, bool replaces);
    void escape(const Place* where, const Loans& loans, clang::SourceLocation at);

    // returns.cpp
    void returned(const clang::ReturnStmt* statement);
    void returned_loan(const Loan& loan, clang::SourceLocation at);
    bool may_return_this(const Loan& loan) const;

    Context& context_;
    Types& types_;
    const UnsafeRegions& unsafe_;
    const clang::FunctionDecl* function_;
    Body body_;
    State state_;
    Borrows borrows_;
    Uses uses_;
    Live live_;
    bool reporting_ = false;
    /// Variables that may not both be used, and the reason has been reported.
    std::set<std::pair<const clang::VarDecl*, const clang::VarDecl*>> told_;
    /// Who borrows an object that was read or written meanwhile: that is reported once.
    std::set<std::pair<const clang::VarDecl*, Place>> disturbed_;
    const clang::Stmt* current_ = nullptr;
    clang::SourceLocation last_;
    std::map<const clang::Expr*, std::vector<Effect>> effects_;
};

/// What a note says of the next use of `holder`, and how not to need it after `what`: "the change".
std::string advice(const clang::VarDecl* holder, llvm::StringRef what);

/// Whether `target` is reached through `holder`: that is what it is there for.
bool goes_through(const Loans& target, const clang::VarDecl* holder);

} // namespace keel::checker::flow
