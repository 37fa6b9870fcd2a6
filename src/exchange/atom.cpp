#include "exchange/atom.hpp"

#include "base/clock.hpp"
#include "exchange/xml.hpp"

namespace comity::exchange {

namespace {

void append_links(std::string& out, const std::vector<AtomLink>& links) {
    for (const AtomLink& link : links) {
        out += "<link";
        append_xml_attribute(out, "rel", link.rel);
        append_xml_attribute(out, "href", link.href);
        if (!link.type.empty()) append_xml_attribute(out, "type", link.type);
        if (!link.hreflang.empty()) append_xml_attribute(out, "hreflang", link.hreflang);
        out += "/>\n";
    }
}

void append_line(std::string& out, std::string_view name, std::string_view text) {
    append_xml_element(out, name, text);
    out += '\n';
}

void append_entry(std::string& out, const AtomEntry& entry, base::Language feed_language) {
    out += "<entry";
    if (entry.language != feed_language) append_xml_attribute(out, "xml:lang", base::code(entry.language));
    out += ">\n";
    append_line(out, "id", entry.id);
    append_line(out, "title", entry.title);
    append_line(out, "updated", base::to_string(entry.updated));
    if (entry.published) append_line(out, "published", base::to_string(*entry.published));
    append_links(out, entry.links);
    for (const AtomCategory& category : entry.categories) {
        out += "<category";
        append_xml_attribute(out, "term", category.term);
        if (!category.label.empty()) append_xml_attribute(out, "label", category.label);
        out += "/>\n";
    }
    if (!entry.summary.empty()) append_line(out, "summary", entry.summary);
    out += "</entry>\n";
}

}  // namespace

void append_atom(std::string& out, const AtomFeed& feed) {
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"";
    append_xml_attribute(out, "xml:lang", base::code(feed.language));
    out += ">\n";
    append_line(out, "id", feed.id);
    append_line(out, "title", feed.title);
    if (!feed.subtitle.empty()) append_line(out, "subtitle", feed.subtitle);
    append_line(out, "updated", base::to_string(feed.updated));
    out += "<author>";
    append_xml_element(out, "name", feed.author);
    if (!feed.author_address.empty()) append_xml_element(out, "uri", feed.author_address);
    out += "</author>\n";
    append_links(out, feed.links);
    for (const AtomEntry& entry : feed.entries) append_entry(out, entry, feed.language);
    out += "</feed>\n";
}

}  // namespace comity::exchange
