#include "exchange/linkset.hpp"

#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "base/json_writer.hpp"
#include "exchange/citation.hpp"
#include "exchange/schema_org.hpp"

namespace comity::exchange {

namespace {

struct Link {
    std::string_view relation;
    std::string address;
    std::string_view media_type{};
};

// What can't stand in an address is written in its other form, so that none can end the header or the angle brackets around it.
std::string safe(std::string_view address) {
    std::string out;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || std::string_view("<>\"\\^`{|}").find(c) != std::string_view::npos)
            out += fmt::format("%{:02X}", static_cast<unsigned>(byte));
        else
            out += c;
    }
    return out;
}

// Where the thing itself is that the record tells of; of a publication or a document of a case.
std::string item(const PublicRecord& record) {
    if (record.type.name != "publication" && record.type.name != "document") return {};
    const std::string_view url = string_in(record.object, "url");
    return url.starts_with("http://") || url.starts_with("https://") ? safe(url) : std::string();
}

std::string author(const PublicRecord& record) {
    if (is_of_others(record)) return {};
    if (record.type.name == "decision")
        if (const std::string_view body = string_in(record.object, "body"); !body.empty())
            if (const auto to = record.linked("body", body)) return to->address;
    return record.publisher.address;
}

// Of one relation those that belong together stand together.
std::vector<Link> links_of_page(const Signposts& signposts) {
    const PublicRecord& record = signposts.record;
    std::vector<Link> links{{"cite-as", safe(record.address)},
                            {"type", "https://schema.org/AboutPage"},
                            {"type", "https://schema.org/" + std::string(schema_class(record))}};
    if (std::string who = author(record); !who.empty()) links.push_back({"author", safe(who)});
    if (!signposts.license.empty()) links.push_back({"license", safe(signposts.license)});
    if (std::string thing = item(record); !thing.empty()) links.push_back({"item", std::move(thing)});
    for (const Format& format : signposts.formats) links.push_back({"describedby", safe(format.address), format.media_type});
    return links;
}

void write_context(base::JsonWriter& json, const std::string& anchor, const std::vector<Link>& links) {
    json.begin_object().member("anchor", anchor);
    for (std::size_t i = 0; i < links.size();) {
        const std::string_view relation = links[i].relation;
        json.key(relation).begin_array();
        for (; i < links.size() && links[i].relation == relation; ++i) {
            json.begin_object().member("href", links[i].address);
            if (!links[i].media_type.empty()) json.member("type", links[i].media_type);
            json.end_object();
        }
        json.end_array();
    }
    json.end_object();
}

}  // namespace

std::string link_header(const Signposts& signposts) {
    std::vector<Link> links = links_of_page(signposts);
    if (!signposts.linkset.empty()) links.push_back({"linkset", safe(signposts.linkset), "application/linkset+json"});
    std::string header;
    for (const Link& link : links) {
        header += fmt::format("{}<{}>; rel=\"{}\"", header.empty() ? "" : ", ", link.address, link.relation);
        if (!link.media_type.empty()) header += fmt::format("; type=\"{}\"", link.media_type);
    }
    return header;
}

void append_linkset(std::string& out, const Signposts& signposts) {
    base::JsonWriter json(out);
    const std::string page = safe(signposts.page);
    json.begin_object().key("linkset").begin_array();
    write_context(json, page, links_of_page(signposts));
    if (const std::string thing = item(signposts.record); !thing.empty())
        write_context(json, thing, {{"collection", page, "text/html"}});
    for (const Format& format : signposts.formats) write_context(json, safe(format.address), {{"describes", page, "text/html"}});
    json.end_array().end_object();
}

}  // namespace comity::exchange
