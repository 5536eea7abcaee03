// SPDX-License-Identifier: GPL-2.0
#include "json.hpp"

#include "failure.hpp"

#include <cctype>
#include <cstdlib>

namespace bindgen {

namespace {

class Parser {
public:
    explicit Parser(const std::string& text) : text_(text) {}

    Json document()
    {
        Json result = value();
        if (peek() != '\0')
            fail();
        return result;
    }

private:
    [[noreturn]] void fail() { throw Failure("not a layout file: unexpected text at byte " + std::to_string(at_)); }

    char peek()
    {
        while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])))
            at_++;
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    bool take(char wanted)
    {
        if (peek() != wanted)
            return false;
        at_++;
        return true;
    }

    void expect(char wanted)
    {
        if (!take(wanted))
            fail();
    }

    // Without escapes: C identifiers have none.
    std::string string()
    {
        expect('"');
        const size_t end = text_.find('"', at_);
        if (end == std::string::npos)
            fail();
        std::string result = text_.substr(at_, end - at_);
        at_ = end + 1;
        return result;
    }

    Json value()
    {
        Json result;
        if (peek() == '"') {
            result.text = string();
        } else if (take('[')) {
            while (!take(']')) {
                result.items.push_back(value());
                if (!take(',') && peek() != ']')
                    fail();
            }
        } else if (take('{')) {
            while (!take('}')) {
                std::string name = string();
                expect(':');
                result.members[name] = value();
                if (!take(',') && peek() != '}')
                    fail();
            }
        } else {
            while (std::isalnum(static_cast<unsigned char>(peek())) || peek() == '-')
                result.text += text_[at_++];
            if (result.text.empty())
                fail();
        }
        return result;
    }

    const std::string& text_;
    size_t at_ = 0;
};

} // namespace

Json Json::parse(const std::string& text) { return Parser(text).document(); }

const Json& Json::operator[](const std::string& member) const
{
    auto found = members.find(member);
    if (found == members.end())
        throw Failure("not a layout file: no \"" + member + "\"");
    return found->second;
}

long long Json::number() const { return std::strtoll(text.c_str(), nullptr, 10); }

} // namespace bindgen
