// SPDX-License-Identifier: GPL-2.0
// Writes a C type down again, as C++ for the bindings or as C for the shims.
#pragma once

#include "names.hpp"

#include <string>

namespace bindgen {

// c_without_spaces: C, with address spaces taken off all pointers.
enum class Language { c, c_without_spaces, cpp };

// Told about every type that a declaration mentions, so that it is declared before.
class Needs {
public:
    // Only its name; its definition before the declaration; or its definition anywhere (it is passed by value).
    enum class How { name, complete, eventually };

    virtual void need_record(CXCursor record, How how) = 0;
    virtual void need_enum(CXCursor definition) = 0;
    virtual void need_typedef(const std::string& name) = 0;

protected:
    ~Needs() = default;
};

class Speller {
public:
    Speller(Language language, const Declarations& declarations, Names& names, Needs* needs)
        : language_(language), declarations_(declarations), names_(names), needs_(needs)
    {}

    // `type` declaring `declarator`: ("int (*)(void)", "f") -> "int (*f)(void)". Throws Unsupported.
    std::string declare(CXType type, const std::string& declarator) const;

    // As a parameter list with names p0, p1, ... for a shim: "(int p0, char *p1)".
    std::string parameters(CXType function, bool named) const;

private:
    struct Qualified;
    Qualified strip(CXType type) const;
    bool keeps(CXType alias) const;

    bool is_c() const { return language_ != Language::cpp; }
    std::string pointer(const Qualified& type, const std::string& declarator) const;
    std::string address_space_pointer(const Qualified& type, unsigned space, const std::string& declarator) const;
    std::string base(const Qualified& type) const;
    std::string record(CXType type) const;
    std::string enumeration(CXType type) const;
    std::string alias(CXType type) const;
    void passed_by_value(CXType type) const;
    std::string scoped(const std::string& name) const;

    Language language_;
    const Declarations& declarations_;
    Names& names_;
    Needs* needs_;
};

// Whether the typedef can be kept as it is; if not (its alignment differs from its type's, it is a builtin of C++, it
// is a vector) the type it stands for is written instead.
bool typedef_survives(CXType type, const std::string& name);

// The C++ name of an arithmetic type, or nullptr.
const char* arithmetic(CXTypeKind kind);

} // namespace bindgen
