#include "base/messages.hpp"

#include <boost/locale/gnu_gettext.hpp>

#include <memory>

#include "base/embedded.hpp"
#include "base/fault.hpp"
#include "base/format.hpp"

namespace comity::base {

namespace {

using Catalog = boost::locale::message_format<char>;

const Catalog* read_catalog(Language language) {
    boost::locale::gnu_gettext::messages_info info;
    info.language = code(language);
    info.encoding = "UTF-8";
    info.domains.emplace_back("comity");
    info.paths.emplace_back("embedded");
    info.callback = [language](const std::string&, const std::string&) {
        const auto file = embedded("messages/" + std::string(code(language)) + ".mo");
        COMITY_ASSERT(file);
        return std::vector<char>(file->begin(), file->end());
    };
    return boost::locale::gnu_gettext::create_messages_facet<char>(info);
}

const Catalog* catalog_of(Language language) {
    static const Catalog* const catalogs[] = {read_catalog(Language::en), read_catalog(Language::fr), read_catalog(Language::es)};
    return catalogs[static_cast<std::size_t>(language)];
}

}  // namespace

Words::Words(Language language) : language_(language), catalog_(catalog_of(language)) {}

std::string_view Words::operator()(const char* key) const {
    const char* message = static_cast<const Catalog*>(catalog_)->get(0, nullptr, key);
    return message ? message : key;
}

bool Words::has(const char* key) const { return static_cast<const Catalog*>(catalog_)->get(0, nullptr, key) != nullptr; }

std::string Words::operator()(const char* key, std::initializer_list<Argument> arguments) const {
    return filled((*this)(key), arguments);
}

std::string Words::plural(const char* key, std::int64_t n, std::initializer_list<Argument> arguments) const {
    const char* message = static_cast<const Catalog*>(catalog_)->get(0, nullptr, key, static_cast<int>(n));
    const std::string number = format_number(language_, n);
    return filled(filled(message ? message : key, {{"n", number}}), arguments);
}

std::string filled(std::string_view pattern, std::initializer_list<Argument> arguments) {
    std::string out;
    out.reserve(pattern.size() + 32);
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = pattern.find('}', open);
        const std::string_view name =
            close == std::string_view::npos ? std::string_view() : pattern.substr(open + 1, close - open - 1);
        const Argument* found = nullptr;
        for (const Argument& argument : arguments)
            if (!name.empty() && argument.name == name) found = &argument;
        out += found ? found->value : pattern.substr(open, 1);
        pattern.remove_prefix(found ? close + 1 : open + 1);
    }
    return out;
}

}  // namespace comity::base
