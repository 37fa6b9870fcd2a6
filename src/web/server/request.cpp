#include "web/server/request.hpp"

#include <algorithm>
#include <array>

namespace comity::server {

namespace {
constexpr std::array<std::string_view, 8> method_names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", ""};
}

std::string_view name(Method method) { return method_names[static_cast<std::size_t>(method)]; }

Method method_from(std::string_view name) {
    const auto at = std::ranges::find(method_names, name);
    return at == method_names.end() ? Method::other : static_cast<Method>(at - method_names.begin());
}

std::optional<std::string_view> find(const Parameters& parameters, std::string_view name) {
    for (const Parameter& parameter : parameters)
        if (parameter.name == name) return parameter.value;
    return std::nullopt;
}

std::string Request::header(std::string_view wanted) const {
    std::string out;
    for (const auto& [key, value] : headers) {
        if (key != wanted) continue;
        if (!out.empty()) out += ", ";
        out += value;
    }
    return out;
}

}  // namespace comity::server
