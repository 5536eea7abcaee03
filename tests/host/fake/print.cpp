// SPDX-License-Identifier: GPL-2.0
// The kernel's printing on top of the C library's, with the two conversions of its own that Keel uses.
#include "fake.hpp"

#include <bindings/core.hpp>
#include <bindings/fs.hpp>

#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

bool shown = true;

/// The name of an errno that %pe prints; the tests print just this one.
const char* error_name(long code) { return code == -bindings::ENOMEM ? "-ENOMEM" : "-E?"; }

/// Copies one conversion to `spec` and returns where the format goes on.
const char* read_conversion(const char* at, char* spec)
{
    *spec++ = *at++;
    while (*at && !strchr("cdiouxXsp%", *at))
        *spec++ = *at++;
    if (*at)
        *spec++ = *at++;
    *spec = '\0';
    return at;
}

int convert(char* out, size_t room, const char* spec, const char*& at, va_list& args)
{
    const char kind = spec[strlen(spec) - 1];
    if (kind == '%')
        return snprintf(out, room, "%%");
    if (kind == 'p') {
        const void* pointer = va_arg(args, const void*);
        if (*at == 'e')
            return at++, snprintf(out, room, "%s", error_name(reinterpret_cast<long>(pointer)));
        return snprintf(out, room, "%016lx", reinterpret_cast<unsigned long>(pointer) * 0x9e3779b97f4a7c15); // hashed
    }
    if (strstr(spec, ".*")) {
        const int length = va_arg(args, int);
        return snprintf(out, room, "%.*s", length, va_arg(args, const char*));
    }
    if (kind == 's')
        return snprintf(out, room, spec, va_arg(args, const char*));
    if (strchr(spec, 'l'))
        return snprintf(out, room, spec, va_arg(args, long));
    return snprintf(out, room, spec, va_arg(args, int));
}

/// As the kernel's vscnprintf: cut to `room` with its NUL, returns what was written.
int vformat(char* out, size_t room, const char* format, va_list& args)
{
    size_t used = 0;
    char spec[16];
    for (const char* at = format; *at && used + 1 < room;) {
        if (*at != '%') {
            out[used++] = *at++;
            continue;
        }
        at = read_conversion(at, spec);
        const size_t wanted = static_cast<size_t>(convert(out + used, room - used, spec, at, args));
        used = used + wanted < room ? used + wanted : room - 1;
    }
    out[used] = '\0';
    return static_cast<int>(used);
}

} // namespace

namespace bindings {
extern "C" {

int scnprintf(char* out, size_t room, const char* format, ...)
{
    va_list args;
    va_start(args, format);
    const int n = vformat(out, room, format, args);
    va_end(args);
    return n;
}

void seq_printf(seq_file* seq, const char* format, ...)
{
    va_list args;
    va_start(args, format);
    const size_t room = seq->size - seq->count;
    const auto n = static_cast<size_t>(room ? vformat(seq->buf + seq->count, room, format, args) : 0);
    va_end(args);
    // What fills the room may have been cut.
    seq->count = n + 1 < room ? seq->count + n : seq->size;
}

int _printk(const char* format, ...)
{
    char line[1024];
    va_list args;
    va_start(args, format);
    const int n = vformat(line, sizeof(line), format, args);
    va_end(args);
    if (shown)
        fputs(line[0] == '\001' ? line + 2 : line, stdout);
    // The program may be about to end.
    if (line[0] == '\001' && line[1] == '0')
        fflush(stdout);
    return n;
}

void __warn_printk(const char* format, ...)
{
    char line[1024];
    va_list args;
    va_start(args, format);
    vformat(line, sizeof(line), format, args);
    va_end(args);
    if (shown)
        fputs(line, stdout);
}

// A limit of a clock that stands still: the burst, and no more.
void ratelimit_state_init(ratelimit_state* limit, int, int burst) { limit->burst = burst; }
int ___ratelimit(ratelimit_state* limit, const char*) { return limit->burst > 0 ? limit->burst-- : 0; }

} // extern "C"
} // namespace bindings

namespace fake {

void show_log(bool show) { shown = show; }

void die(const char* why, const char* what, const char* then, const char* other, const char* rest)
{
    printf("Bail out! %s%s%s%s%s\n", why, what, then, other, rest);
    fflush(stdout);
    abort();
}

} // namespace fake
