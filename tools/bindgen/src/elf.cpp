// SPDX-License-Identifier: GPL-2.0
#include "elf.hpp"

#include "failure.hpp"

#include <cstring>
#include <elf.h>

namespace bindgen {

namespace {

// A T at `offset` of `data`.
template <class T> T at(const std::string& data, size_t offset)
{
    T value;
    if (offset > data.size() || data.size() - offset < sizeof value)
        throw Failure("its ELF headers are cut off");
    std::memcpy(&value, data.data() + offset, sizeof value);
    return value;
}

} // namespace

bool is_elf(const std::string& data) { return data.compare(0, SELFMAG, ELFMAG) == 0; }

std::string elf_section(const std::string& data, const std::string& name)
{
    const auto header = at<Elf64_Ehdr>(data, 0);
    auto section = [&](size_t i) { return at<Elf64_Shdr>(data, header.e_shoff + i * header.e_shentsize); };
    const Elf64_Shdr names = section(header.e_shstrndx);
    for (size_t i = 0; i < header.e_shnum; i++) {
        const Elf64_Shdr found = section(i);
        if (names.sh_offset + found.sh_name < data.size() && name == data.c_str() + names.sh_offset + found.sh_name)
            return data.substr(found.sh_offset, found.sh_size);
    }
    throw Failure("no section " + name + " in it");
}

} // namespace bindgen
