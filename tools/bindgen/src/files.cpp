// SPDX-License-Identifier: GPL-2.0
#include "files.hpp"

#include "failure.hpp"

#include <fstream>
#include <iterator>
#include <unistd.h>

namespace bindgen {

namespace fs = std::filesystem;

namespace {

void write_file(const fs::path& path, const std::string& text)
{
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file)
        throw Failure("cannot write " + path.string() + ": is there space on the disk?");
}

} // namespace

std::string read_file(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(file), {});
    if (!file)
        throw Failure("cannot read " + path.string());
    return text;
}

void write_folder(const fs::path& out, const Files& files)
{
    const fs::path fresh = out.string() + ".new" + std::to_string(getpid());
    try {
        for (const auto& [name, text] : files)
            write_file(fresh / name, text);
        fs::remove_all(out);
        fs::rename(fresh, out);
    } catch (const fs::filesystem_error& error) {
        std::error_code ignored;
        fs::remove_all(fresh, ignored);
        throw Failure(error.what());
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(fresh, ignored);
        throw;
    }
}

} // namespace bindgen
