// SPDX-License-Identifier: GPL-2.0
// The fake kernel's /proc and debugfs: what a process sees of them. Paths are as in a kernel.
#pragma once

namespace fake {

struct OpenFile;

/// Whether there is a file or directory.
bool exists(const char* path);

/// The file at `path`, open; null, with a negative errno in `error`, if that failed.
OpenFile* open_file(const char* path, int& error);
void close_file(OpenFile* file);

/// As pread and pwrite: how many bytes, or a negative errno. The memory is a process's.
long read_file(OpenFile* file, char* into, unsigned long size, long long pos);
long write_file(OpenFile* file, const char* from, unsigned long size, long long pos);

/// Whether debugfs makes nothing, as with `debugfs=off` or without CONFIG_DEBUG_FS.
inline bool debugfs_is_off = false;

/// How large the first buffer of a file that prints is; a kernel's is a page.
inline unsigned long first_buffer = 64;

} // namespace fake
