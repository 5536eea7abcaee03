// SPDX-License-Identifier: GPL-2.0
// Names in /proc.
#include <keel/core/format.hpp>
#include <keel/proc/dir.hpp>

namespace keel::proc::detail {

namespace {

bool is_number(Str name)
{
    for (char c : name.span())
        if (c < '0' || c > '9')
            return false;
    return true;
}

/// Whether there is something at `path`, which has a NUL.
bool is_taken(Span<const char> path)
{
    bindings::path found {};
    UNSAFE("path is a text, and what is found is given back at once")
    {
        if (bindings::kern_path(path.data(), 0, &found) != 0)
            return false;
        bindings::path_put(&found);
    }
    return true;
}

} // namespace

Result<Vec<char>> path_of_new(Str parent, CStr name)
{
    const Str text = name.as_str();
    if (text.len() > bindings::NAME_MAX)
        return ENAMETOOLONG;
    if (text.is_empty() || text == Str(".") || text == Str("..") || text.find('/').is_some())
        return EINVAL;
    if (parent == Str("/proc") && is_number(text))
        return EINVAL;
    Vec<char> path;
    TRY(path.append_with(parent.len() + text.len() + 2, GFP_KERNEL, [&](Span<char> room) -> Result<usize> {
        return format::into<"{}/{}">(room, parent, name).len() + 1;
    }));
    if (is_taken(path.span()))
        return EEXIST;
    return path;
}

} // namespace keel::proc::detail
