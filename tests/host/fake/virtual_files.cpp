// SPDX-License-Identifier: GPL-2.0
// /proc and debugfs: a tree of names with the tables and objects they were made with, and files that print.
#include "virtual_files.hpp"

#include "context.hpp"
#include "fake.hpp"

#include <bindings/core.hpp>
#include <bindings/debugfs.hpp>
#include <bindings/fs.hpp>
#include <bindings/proc.hpp>
#include <bindings/uaccess.hpp>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

// Those of bindings are meant.
#undef EACCES
#undef EAGAIN
#undef EEXIST
#undef EFAULT
#undef EINVAL
#undef EIO
#undef ENAMETOOLONG
#undef ENOENT
#undef ENOMEM
#undef EPERM

namespace {

using Table = bindings::file_operations;

/// A name, and what is there: a directory, if it has no table.
struct Node {
    Node* parent = nullptr;
    std::map<std::string, Node*> children;
    std::string name;
    void* memory = nullptr; // what the kernel would allocate, so that it is counted and can fail
    void* data = nullptr;
    Table table {};
    bool is_dir = false;
    unsigned users = 0; // open files; it is kept for them when it is removed
    bool is_removed = false;
};

Node debugfs_top;
Node proc_top;

template <class C> C* handle(Node* node) { return reinterpret_cast<C*>(node); }
template <class C> C* error(int code) { return reinterpret_cast<C*>(static_cast<long>(code)); }
bool is_error(const void* pointer) { return reinterpret_cast<unsigned long>(pointer) >= -4'095UL; }

/// A new name in `parent`; its errno in `code` if there can be none.
Node* make(Node* parent, const char* name, int& code)
{
    fake::may_sleep("making a file");
    if (!*name || strchr(name, '/') || !strcmp(name, ".") || !strcmp(name, ".."))
        code = -bindings::EACCES;
    else if (strlen(name) > bindings::NAME_MAX)
        code = -bindings::ENAMETOOLONG;
    else if (parent->children.count(name))
        code = -bindings::EEXIST;
    else if (void* memory = bindings::kmalloc(1, bindings::GFP_KERNEL)) {
        Node* node = new Node;
        node->parent = parent;
        node->name = name;
        node->memory = memory;
        parent->children[name] = node;
        return node;
    } else
        code = -bindings::ENOMEM;
    return nullptr;
}

void drop(Node* node)
{
    if (node->is_removed && !node->users)
        delete node;
}

void remove(Node* node)
{
    fake::may_sleep("removing a file");
    if (node->is_removed)
        fake::die("a file is removed twice: ", node->name.c_str());
    while (!node->children.empty())
        remove(node->children.begin()->second);
    node->parent->children.erase(node->name);
    node->is_removed = true;
    bindings::kfree(node->memory);
    drop(node);
}

Node* find(const char* path)
{
    static constexpr const char debugfs[] = "/sys/kernel/debug";
    static constexpr const char proc[] = "/proc";
    Node* at = nullptr;
    std::string rest = path;
    if (rest.rfind(debugfs, 0) == 0)
        at = &debugfs_top, rest.erase(0, sizeof(debugfs) - 1);
    else if (rest.rfind(proc, 0) == 0)
        at = &proc_top, rest.erase(0, sizeof(proc) - 1);
    while (at && !rest.empty()) {
        rest.erase(0, 1);
        const std::string name = rest.substr(0, rest.find('/'));
        rest.erase(0, name.size());
        const auto found = at->children.find(name);
        at = found == at->children.end() ? nullptr : found->second;
    }
    return at;
}

/// The same functions, in the other table.
Table from_proc_ops(const bindings::proc_ops& ops)
{
    Table table {};
    table.open = ops.proc_open;
    table.read = ops.proc_read;
    table.write = ops.proc_write;
    table.llseek = ops.proc_lseek;
    table.release = ops.proc_release;
    return table;
}

// Files that print.

bindings::seq_file& seq_of(bindings::file* file) { return *static_cast<bindings::seq_file*>(file->private_data); }

bool overflowed(const bindings::seq_file& seq) { return seq.count == seq.size; }

/// A buffer twice as large, empty.
bool grow(bindings::seq_file& seq)
{
    seq.size = seq.buf ? seq.size * 2 : fake::first_buffer;
    bindings::kfree(seq.buf);
    seq.count = seq.from = 0;
    seq.buf = static_cast<char*>(bindings::kmalloc(seq.size, bindings::GFP_KERNEL));
    return seq.buf != nullptr;
}

/// What a pass over the records is told to do after each.
enum class After { GoOn, Stop, Again };

/// Shows records from seq.index on until `after(record_begin)` says to stop, or a record fails; again from the same
/// place, by `restart`, with a larger buffer. Returns an errno, or whether a record was shown last.
template <class Shown> int pass(bindings::seq_file& seq, Shown shown)
{
    void* at = seq.op->start(&seq, &seq.index);
    int code = 0;
    while (at && !is_error(at)) {
        const unsigned long begin = seq.count;
        code = seq.op->show(&seq, at);
        if (code < 0)
            break;
        if (code > 0)
            seq.count = begin;
        const After after = shown(begin);
        if (after == After::Again) {
            seq.op->stop(&seq, at);
            return -bindings::EAGAIN;
        }
        if (after == After::Stop) {
            code = 0;
            break;
        }
        at = seq.op->next(&seq, at, &seq.index);
        code = 0;
        if (shown.is_done())
            break;
    }
    if (is_error(at))
        code = static_cast<int>(reinterpret_cast<long>(at));
    seq.op->stop(&seq, at);
    return code;
}

/// Looks for byte `wanted`, from the first record on.
struct Seek {
    bindings::seq_file& seq;
    long long wanted;
    long long skipped = 0;
    bool done = false;

    After operator()(unsigned long) { return overflowed(seq) ? After::Again : After::GoOn; }
    /// Called with one record in the buffer, and the index of the next one known.
    bool is_done()
    {
        if (skipped + static_cast<long long>(seq.count) > wanted) {
            seq.from = static_cast<unsigned long>(wanted - skipped);
            seq.count -= seq.from;
            return true;
        }
        skipped += static_cast<long long>(seq.count);
        seq.count = 0;
        return skipped == wanted;
    }
};

/// Collects records until a reader who wants `wanted` bytes has enough, or the buffer is full.
struct Fill {
    bindings::seq_file& seq;
    unsigned long wanted;

    After operator()(unsigned long begin)
    {
        if (!overflowed(seq))
            return After::GoOn;
        if (begin == 0)
            return After::Again;
        seq.count = begin;
        return After::Stop;
    }
    bool is_done() const { return seq.count >= wanted; }
};

/// A pass of `Kind` with buffers as large as it takes.
template <class Kind, class Wanted> int repeat(bindings::seq_file& seq, Wanted wanted, bool from_start)
{
    for (;;) {
        if (from_start)
            seq.index = 0;
        const int code = pass(seq, Kind {seq, wanted});
        if (code != -bindings::EAGAIN)
            return code;
        if (!grow(seq))
            return -bindings::ENOMEM;
    }
}

} // namespace

struct fake::OpenFile {
    Node* node;
    bindings::inode inode;
    bindings::file file;
};

namespace fake {

bool exists(const char* path) { return find(path) != nullptr; }

OpenFile* open_file(const char* path, int& error)
{
    Node* node = find(path);
    if (!node || node->is_dir) {
        error = node ? -bindings::EACCES : -bindings::ENOENT;
        return nullptr;
    }
    auto* opened = static_cast<OpenFile*>(calloc(1, sizeof(OpenFile)));
    opened->node = node;
    opened->inode.i_private = node->data;
    error = node->table.open(&opened->inode, &opened->file);
    if (error) {
        free(opened);
        return nullptr;
    }
    node->users++;
    return opened;
}

void close_file(OpenFile* opened)
{
    if (opened->node->table.release)
        opened->node->table.release(&opened->inode, &opened->file);
    opened->node->users--;
    drop(opened->node);
    free(opened);
}

long read_file(OpenFile* opened, char* into, unsigned long size, long long pos)
{
    if (opened->node->is_removed)
        return -bindings::EIO;
    return opened->node->table.read ? opened->node->table.read(&opened->file, {into}, size, &pos) : -bindings::EINVAL;
}

long write_file(OpenFile* opened, const char* from, unsigned long size, long long pos)
{
    if (opened->node->is_removed)
        return -bindings::EIO;
    return opened->node->table.write ? opened->node->table.write(&opened->file, {from}, size, &pos) : -bindings::EINVAL;
}

} // namespace fake

namespace bindings {
extern "C" {

// The module of the tables: only its address counts.
char this_module asm("__this_module");

// The memory of a process is memory here; the first page is none.
unsigned long copy_to_user(user_ptr<void> to, const void* from, unsigned long n)
{
    fake::may_sleep("copy_to_user");
    if (n && reinterpret_cast<unsigned long>(to.raw) < 4'096)
        return n;
    memcpy(to.raw, from, n);
    return 0;
}
unsigned long copy_from_user(void* to, user_ptr<const void> from, unsigned long n)
{
    fake::may_sleep("copy_from_user");
    if (n && reinterpret_cast<unsigned long>(from.raw) < 4'096)
        return n;
    memcpy(to, from.raw, n);
    return 0;
}

// debugfs

dentry* debugfs_create_dir(const char* name, dentry* parent)
{
    if (fake::debugfs_is_off)
        return error<dentry>(-EPERM);
    if (is_error(parent))
        return parent;
    int code = 0;
    Node* node = make(parent ? reinterpret_cast<Node*>(parent) : &debugfs_top, name, code);
    if (!node)
        return error<dentry>(code);
    node->is_dir = true;
    return handle<dentry>(node);
}
dentry* debugfs_create_file(const char* name, umode_t, dentry* parent, void* data, const file_operations* table)
{
    dentry* made = debugfs_create_dir(name, parent);
    if (is_error(made))
        return made;
    auto* node = reinterpret_cast<Node*>(made);
    node->is_dir = false;
    node->data = data;
    node->table = *table;
    return made;
}
dentry* debugfs_create_file_unsafe(const char* name, umode_t mode, dentry* parent, void* data,
                                   const file_operations* table)
{
    return debugfs_create_file(name, mode, parent, data, table);
}
void debugfs_remove(dentry* entry)
{
    if (entry && !is_error(entry))
        remove(reinterpret_cast<Node*>(entry));
}

/// What an open file for a number has.
struct SimpleAttribute {
    int (*get)(void*, unsigned long long*);
    int (*set)(void*, unsigned long long);
    const char* format;
    void* data;
};

int simple_attr_open(inode* node, file* opened, int (*get)(void*, unsigned long long*),
                     int (*set)(void*, unsigned long long), const char* format)
{
    void* memory = kmalloc(sizeof(SimpleAttribute), GFP_KERNEL);
    if (!memory)
        return -ENOMEM;
    opened->private_data = new (memory) SimpleAttribute {get, set, format, node->i_private};
    return 0;
}
int simple_attr_release(inode*, file* opened)
{
    kfree(opened->private_data);
    return 0;
}
ssize_t debugfs_attr_read(file* opened, user_ptr<char> to, size_t len, loff_t* pos)
{
    auto& attribute = *static_cast<SimpleAttribute*>(opened->private_data);
    unsigned long long value = 0;
    if (const int code = attribute.get(attribute.data, &value); code)
        return code;
    char text[32];
    const int all = snprintf(text, sizeof(text), attribute.format, value);
    const long left = *pos >= all ? 0 : all - static_cast<long>(*pos);
    const long n = left < static_cast<long>(len) ? left : static_cast<long>(len);
    memcpy(to.raw, text + *pos, static_cast<unsigned long>(n));
    *pos += n;
    return n;
}
static ssize_t attribute_write(file* opened, user_ptr<const char> from, size_t len, bool is_signed)
{
    auto& attribute = *static_cast<SimpleAttribute*>(opened->private_data);
    const std::string text(from.raw, len);
    char* end = nullptr;
    const bool has_sign = text[0] == '-';
    const unsigned long long value =
        is_signed ? static_cast<unsigned long long>(strtoll(text.c_str(), &end, 0)) : strtoull(text.c_str(), &end, 0);
    if (text.empty() || (has_sign && !is_signed) || (*end && *end != '\n'))
        return -EINVAL;
    const int code = attribute.set(attribute.data, value);
    return code ? code : static_cast<ssize_t>(len);
}
ssize_t debugfs_attr_write(file* opened, user_ptr<const char> from, size_t len, loff_t*)
{
    return attribute_write(opened, from, len, false);
}
ssize_t debugfs_attr_write_signed(file* opened, user_ptr<const char> from, size_t len, loff_t*)
{
    return attribute_write(opened, from, len, true);
}

int simple_open(inode* node, file* opened)
{
    opened->private_data = node->i_private;
    return 0;
}
loff_t fixed_size_llseek(file*, loff_t offset, int, loff_t size)
{
    return offset < 0 || offset > size ? -EINVAL : offset;
}

// /proc

proc_dir_entry* proc_mkdir_mode(const char* name, umode_t, proc_dir_entry* parent)
{
    int code = 0;
    Node* node = make(parent ? reinterpret_cast<Node*>(parent) : &proc_top, name, code);
    if (!node) {
        if (code != -ENOMEM)
            fake::die("/proc warns of the name: ", name);
        return nullptr;
    }
    node->is_dir = true;
    return handle<proc_dir_entry>(node);
}
proc_dir_entry* proc_create_data(const char* name, umode_t mode, proc_dir_entry* parent, const proc_ops* ops,
                                 void* data)
{
    proc_dir_entry* made = proc_mkdir_mode(name, mode, parent);
    if (!made)
        return nullptr;
    auto* node = reinterpret_cast<Node*>(made);
    node->is_dir = false;
    node->data = data;
    node->table = from_proc_ops(*ops);
    return made;
}
void proc_set_user(proc_dir_entry*, kuid_t, kgid_t) {}
void proc_remove(proc_dir_entry* entry)
{
    if (entry)
        remove(reinterpret_cast<Node*>(entry));
}
void* pde_data(const inode* node) { return node->i_private; }
int kern_path(const char* name, unsigned, path* found)
{
    found->dentry = nullptr;
    return find(name) ? 0 : -ENOENT;
}
void path_put(const path*) {}

// Files that print

int seq_open(file* opened, const seq_operations* ops)
{
    auto* seq = static_cast<seq_file*>(kmalloc(sizeof(seq_file), GFP_KERNEL | __GFP_ZERO));
    if (!seq)
        return -ENOMEM;
    seq->op = ops;
    opened->private_data = seq;
    return 0;
}
int seq_release(inode*, file* opened)
{
    kfree(seq_of(opened).buf);
    kfree(&seq_of(opened));
    return 0;
}
ssize_t seq_read(file* opened, user_ptr<char> to, size_t len, loff_t* pos)
{
    seq_file& seq = seq_of(opened);
    int code = 0;
    if (!seq.buf && !grow(seq))
        return -ENOMEM;
    if (*pos == 0 || *pos != seq.read_pos) {
        seq.count = seq.from = 0;
        seq.index = 0;
        seq.read_pos = *pos;
        if (*pos != 0)
            code = repeat<Seek>(seq, *pos, true);
    }
    if (code == 0 && seq.count == 0) {
        seq.from = 0;
        code = repeat<Fill>(seq, len, false);
    }
    if (code != 0) {
        seq.count = 0;
        return code;
    }
    const size_t n = seq.count < len ? seq.count : len;
    if (copy_to_user({to.raw}, seq.buf + seq.from, n))
        return -EFAULT;
    seq.from += n;
    seq.count -= n;
    seq.read_pos += static_cast<loff_t>(n);
    *pos += static_cast<loff_t>(n);
    return static_cast<ssize_t>(n);
}
ssize_t seq_read_iter(kiocb*, iov_iter*) { fake::die("the fake kernel reads by seq_read"); }
loff_t seq_lseek(file*, loff_t, int) { fake::die("the fake kernel reads at positions"); }

int seq_write(seq_file* seq, const void* data, size_t len)
{
    if (seq->count + len >= seq->size) {
        seq->count = seq->size;
        return -1;
    }
    memcpy(seq->buf + seq->count, data, len);
    seq->count += len;
    return 0;
}

} // extern "C"
} // namespace bindings
