// SPDX-License-Identifier: GPL-2.0
#include "resolve.hpp"

#include "failure.hpp"

#include <unordered_set>

namespace bindgen {

namespace {

// Provided by types.hpp.
const std::unordered_set<std::string> built_in = {"user_ptr", "iomem_ptr", "percpu_ptr", "rcu_ptr", "size_t"};

} // namespace

void Resolver::want(const std::string& cpp_name)
{
    if (built_in.contains(cpp_name))
        return;
    const std::string name = c_name_of(cpp_name);
    try {
        if (callable(name))
            return;
        if (const auto variable = find(declarations_.variables, name))
            return emitter_.variable(name, *variable);
        if (type(name))
            return;
        if (const auto owner = find(declarations_.enumerators, name))
            return emitter_.need_enum(*owner);
        const auto value = find(declarations_.values, name);
        if (value && emitter_.constant(name, *value))
            return;
        missing_[cpp_name] = why_missing(name);
    } catch (const Unsupported& reason) {
        missing_[cpp_name] = reason.what();
    }
}

// A hand-written shim goes before the kernel's own function: it has the same signature on every kernel.
bool Resolver::callable(const std::string& name)
{
    if (const auto shim = find(declarations_.functions, shim_prefix + name)) {
        emitter_.function(name, *shim, shim_prefix + name);
        return true;
    }
    if (const auto function = find(declarations_.functions, name)) {
        emitter_.function(name, *function, text(clang_Cursor_getMangling(*function)));
        return true;
    }
    if (const auto inlined = find(declarations_.inlines, name)) {
        shims_.add(name, *inlined); // throws first when there can be no shim
        emitter_.function(name, *inlined, shim_prefix + name);
        return true;
    }
    return false;
}

bool Resolver::type(const std::string& name)
{
    const auto alias = find(declarations_.typedefs, name);
    auto tag = find(declarations_.records, name);
    if (!tag)
        tag = find(declarations_.enums, name);
    if (alias && !(tag && names_.typedef_is(name, *tag))) {
        const CXType meant = clang_getCanonicalType(clang_getTypedefDeclUnderlyingType(*alias));
        if (is_record(meant))
            emitter_.need_record(clang_getTypeDeclaration(meant), Needs::How::complete);
        if (meant.kind == CXType_Enum)
            emitter_.need_enum(definition_of(clang_getTypeDeclaration(meant)));
        const bool named_by_tag = (is_record(meant) || meant.kind == CXType_Enum) &&
                                  names_.tag(definition_of(clang_getTypeDeclaration(meant))) == identifier(name);
        if (!named_by_tag && typedef_survives(clang_getCursorType(*alias), name))
            emitter_.need_typedef(name);
        return true;
    }
    if (!tag)
        return false;
    if (clang_getCursorKind(*tag) == CXCursor_EnumDecl)
        emitter_.need_enum(*tag);
    else
        emitter_.need_record(*tag, Needs::How::complete);
    return true;
}

std::string Resolver::why_missing(const std::string& name) const
{
    if (declarations_.macro_defined(name))
        return "a macro that is no constant: wrap it in a shim";
    return "not declared by the headers of bindings/headers.list";
}

} // namespace bindgen
