// SPDX-License-Identifier: GPL-2.0
#include "spelling.hpp"

#include "address_space.hpp"
#include "failure.hpp"

#include <unordered_set>

namespace bindgen {

const char* arithmetic(CXTypeKind kind)
{
    switch (kind) {
    case CXType_Void:
        return "void";
    case CXType_Bool:
        return "bool";
    case CXType_Char_U:
    case CXType_Char_S:
        return "char";
    case CXType_UChar:
        return "unsigned char";
    case CXType_SChar:
        return "signed char";
    case CXType_UShort:
        return "unsigned short";
    case CXType_UInt:
        return "unsigned int";
    case CXType_ULong:
        return "unsigned long";
    case CXType_ULongLong:
        return "unsigned long long";
    case CXType_Short:
        return "short";
    case CXType_Int:
        return "int";
    case CXType_Long:
        return "long";
    case CXType_LongLong:
        return "long long";
    case CXType_Int128:
        return "__int128";
    case CXType_UInt128:
        return "unsigned __int128";
    case CXType_Float:
        return "float";
    case CXType_Double:
        return "double";
    default:
        return nullptr;
    }
}

bool typedef_survives(CXType type, const std::string& name)
{
    static const std::unordered_set<std::string> builtins = {"bool", "wchar_t", "char8_t", "char16_t", "char32_t"};
    if (builtins.contains(name))
        return false;
    const CXType meant = clang_getCanonicalType(type);
    if (meant.kind == CXType_Vector || meant.kind == CXType_ExtVector || meant.kind == CXType_Unexposed)
        return false;
    const CXType bare = is_record(meant) ? clang_getCursorType(clang_getTypeDeclaration(meant)) : meant;
    const long long align = clang_Type_getAlignOf(type), bare_align = clang_Type_getAlignOf(bare);
    return align == bare_align || align <= 0 || bare_align <= 0;
}

static bool is_va_list(const std::string& name)
{
    return name == "va_list" || name == "__gnuc_va_list" || name == "__builtin_va_list";
}

// A type without the sugar around it (attributes, elaboration) but with all qualifiers met on the way: `const char
// __user` is an attributed type around a const one.
struct Speller::Qualified {
    CXType type;
    bool is_const = false, is_volatile = false, is_restrict = false;

    std::string text() const { return std::string(is_const ? "const " : "") + (is_volatile ? "volatile " : ""); }
    std::string after_star() const { return text() + (is_restrict ? "__restrict " : ""); }
};

Speller::Qualified Speller::strip(CXType type) const
{
    Qualified result = {type};
    for (;;) {
        result.is_const |= clang_isConstQualifiedType(result.type) != 0;
        result.is_volatile |= clang_isVolatileQualifiedType(result.type) != 0;
        result.is_restrict |= clang_isRestrictQualifiedType(result.type) != 0;
        if (result.type.kind == CXType_Elaborated)
            result.type = clang_Type_getNamedType(result.type);
        else if (result.type.kind == CXType_Attributed || result.type.kind == CXType_BTFTagAttributed)
            result.type = clang_Type_getModifiedType(result.type);
        else if (result.type.kind == CXType_Unexposed && clang_getCanonicalType(result.type).kind != CXType_Unexposed)
            result.type = clang_getCanonicalType(result.type);
        else if (result.type.kind == CXType_Typedef && !keeps(result.type))
            result.type = clang_getCanonicalType(result.type);
        else
            return result;
    }
}

// C keeps every typedef: there it is known to be declared. C++ also drops those that the tag of the type replaces
// (`typedef struct x {...} x;`).
bool Speller::keeps(CXType alias) const
{
    const std::string name = text(clang_getTypedefName(alias));
    if (is_c() || is_va_list(name))
        return true;
    if (!typedef_survives(alias, name) || !declarations_.typedefs.contains(name))
        return false;
    const CXType meant = clang_getCanonicalType(alias);
    if (clang_isConstQualifiedType(meant) || (!is_record(meant) && meant.kind != CXType_Enum))
        return true;
    return names_.tag(definition_of(clang_getTypeDeclaration(meant))) != identifier(name);
}

std::string Speller::declare(CXType type, const std::string& declarator) const
{
    const Qualified stripped = strip(type);
    const CXType bare = stripped.type;
    switch (bare.kind) {
    case CXType_Pointer:
        return pointer(stripped, declarator);
    case CXType_ConstantArray:
        return declare(clang_getArrayElementType(bare),
                       declarator + "[" + std::to_string(clang_getArraySize(bare)) + "]");
    case CXType_IncompleteArray:
        return declare(clang_getArrayElementType(bare), declarator + "[]");
    case CXType_FunctionProto:
    case CXType_FunctionNoProto:
        passed_by_value(clang_getResultType(bare));
        return declare(clang_getResultType(bare), declarator + parameters(bare, false));
    default: {
        const std::string name = base(stripped);
        return declarator.empty() ? name : name + " " + declarator;
    }
    }
}

std::string Speller::parameters(CXType function, bool named) const
{
    std::string list;
    const int count = clang_getNumArgTypes(function);
    for (int i = 0; i < count; i++) {
        const CXType type = clang_getArgType(function, static_cast<unsigned>(i));
        passed_by_value(type);
        list += (i ? ", " : "") + declare(type, named ? "p" + std::to_string(i) : "");
    }
    if (clang_isFunctionTypeVariadic(function))
        list += count > 0 ? ", ..." : "...";
    if (list.empty() && is_c())
        list = "void";
    return "(" + list + ")";
}

void Speller::passed_by_value(CXType type) const
{
    const CXType meant = clang_getCanonicalType(type);
    if (needs_ && is_record(meant))
        needs_->need_record(definition_of(clang_getTypeDeclaration(meant)), Needs::How::eventually);
}

std::string Speller::pointer(const Qualified& type, const std::string& declarator) const
{
    const CXType pointee = clang_getPointeeType(type.type);
    const CXType meant = clang_getCanonicalType(pointee);
    if (is_record(meant) && name_of(clang_getTypeDeclaration(meant)) == "__va_list_tag")
        return "__builtin_va_list " + declarator; // as a parameter; va_list decays to a pointer there
    const bool function = meant.kind == CXType_FunctionProto || meant.kind == CXType_FunctionNoProto;
    const unsigned space = function ? 0 : clang_getAddressSpace(meant);
    if (space && language_ != Language::c_without_spaces)
        return address_space_pointer(type, space, declarator);
    const CXTypeKind kind = strip(pointee).type.kind;
    const bool binds_tighter = kind == CXType_FunctionProto || kind == CXType_FunctionNoProto ||
                               kind == CXType_ConstantArray || kind == CXType_IncompleteArray;
    std::string starred = "*" + type.after_star() + declarator;
    if (starred.ends_with(' '))
        starred.pop_back();
    return declare(pointee, binds_tighter ? "(" + starred + ")" : starred);
}

std::string Speller::address_space_pointer(const Qualified& type, unsigned space, const std::string& declarator) const
{
    const CXType pointee = clang_getPointeeType(type.type);
    if (language_ == Language::c)
        return declare(pointee, annotation(space) + " *" + type.after_star() + declarator);
    const std::string name = pointer_template(space);
    if (name.empty())
        throw Unsupported("pointer into address space " + std::to_string(space));
    const std::string result = type.text() + "::bindings::" + name + "<" + declare(pointee, "") + ">";
    return declarator.empty() ? result : result + " " + declarator;
}

std::string Speller::scoped(const std::string& name) const { return is_c() ? name : "::bindings::" + name; }

std::string Speller::base(const Qualified& type) const
{
    if (const char* name = arithmetic(type.type.kind))
        return type.text() + (is_c() && type.type.kind == CXType_Bool ? "_Bool" : name);
    switch (type.type.kind) {
    case CXType_Record:
        return type.text() + record(type.type);
    case CXType_Enum:
        return type.text() + enumeration(type.type);
    case CXType_Typedef:
        return type.text() + alias(type.type);
    default:
        throw Unsupported("type " + text(clang_getTypeSpelling(type.type)));
    }
}

std::string Speller::record(CXType type) const
{
    const CXCursor cursor = definition_of(clang_getTypeDeclaration(type));
    if (is_c()) {
        const std::string name = names_.c_type(cursor);
        if (name.empty())
            throw Unsupported("anonymous type");
        return name;
    }
    if (needs_)
        needs_->need_record(cursor, Needs::How::name);
    return keyword_of(cursor) + (" ::bindings::" + names_.tag(cursor));
}

std::string Speller::enumeration(CXType type) const
{
    const CXCursor cursor = definition_of(clang_getTypeDeclaration(type));
    if (needs_)
        needs_->need_enum(cursor);
    if (clang_Cursor_isAnonymous(cursor))
        return arithmetic(clang_getCanonicalType(clang_getEnumDeclIntegerType(cursor)).kind);
    return is_c() ? names_.c_type(cursor) : "enum ::bindings::" + names_.tag(cursor);
}

std::string Speller::alias(CXType type) const
{
    const std::string name = text(clang_getTypedefName(type));
    if (is_va_list(name))
        return "__builtin_va_list";
    if (needs_)
        needs_->need_typedef(name);
    return scoped(is_c() ? name : identifier(name));
}

} // namespace bindgen
