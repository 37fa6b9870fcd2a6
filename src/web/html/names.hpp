#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

// The names that pages may use. A name that is not here does not compile; a missing one is added here.
// Left out on purpose: style (element and attribute) and on…, which our Content-Security-Policy refuses anyway.

// The formatter makes a staircase of such lists.
// clang-format off

// Elements with content: (member function, tag).
#define COMITY_HTML_ELEMENTS(X)                                                                                        \
    X(html, "html") X(head, "head") X(title, "title") X(body, "body") X(header, "header") X(footer, "footer")          \
    X(main, "main") X(nav, "nav") X(section, "section") X(article, "article") X(aside, "aside") X(search, "search")    \
    X(h1, "h1") X(h2, "h2") X(h3, "h3") X(h4, "h4") X(h5, "h5") X(h6, "h6") X(hgroup, "hgroup") X(address, "address")  \
    X(div, "div") X(p, "p") X(pre, "pre") X(blockquote, "blockquote") X(figure, "figure") X(figcaption, "figcaption")  \
    X(ul, "ul") X(ol, "ol") X(li, "li") X(menu, "menu") X(dl, "dl") X(dt, "dt") X(dd, "dd") X(a, "a") X(abbr, "abbr")  \
    X(b, "b") X(bdi, "bdi") X(cite, "cite") X(code, "code") X(data, "data") X(del, "del") X(dfn, "dfn") X(em, "em")    \
    X(i, "i") X(ins, "ins") X(kbd, "kbd") X(mark, "mark") X(q, "q") X(s, "s") X(samp, "samp") X(small, "small")        \
    X(span, "span") X(strong, "strong") X(sub, "sub") X(sup, "sup") X(time, "time") X(var, "var") X(table, "table")    \
    X(caption, "caption") X(colgroup, "colgroup") X(thead, "thead") X(tbody, "tbody") X(tfoot, "tfoot") X(tr, "tr")    \
    X(th, "th") X(td, "td") X(form, "form") X(fieldset, "fieldset") X(legend, "legend") X(label, "label")              \
    X(button, "button") X(select, "select") X(optgroup, "optgroup") X(option, "option") X(datalist, "datalist")        \
    X(textarea, "textarea") X(output, "output") X(progress, "progress") X(meter, "meter") X(details, "details")        \
    X(summary, "summary") X(dialog, "dialog") X(picture, "picture") X(noscript, "noscript") X(object, "object")        \
    X(audio, "audio") X(video, "video") X(svg, "svg") X(g, "g") X(defs, "defs") X(symbol, "symbol") X(desc, "desc")    \
    X(pattern, "pattern") X(marker, "marker") X(mask, "mask") X(clip_path, "clipPath")                                 \
    X(linear_gradient, "linearGradient") X(svg_text, "text") X(tspan, "tspan")

// SVG shapes: written <path …/> where they have no content, <path …><title>…</title></path> where they have.
#define COMITY_HTML_SHAPES(X)                                                                                          \
    X(path, "path") X(rect, "rect") X(circle, "circle") X(ellipse, "ellipse") X(line, "line") X(polyline, "polyline")  \
    X(polygon, "polygon") X(use, "use") X(stop, "stop") X(image, "image")

// Elements without content and without an end tag.
#define COMITY_HTML_VOIDS(X)                                                                                           \
    X(meta, "meta") X(link, "link") X(base, "base") X(br, "br") X(wbr, "wbr") X(hr, "hr") X(img, "img")                \
    X(input, "input") X(col, "col") X(source, "source") X(track, "track")

// clang-format on

namespace comity::html {

namespace names {
inline constexpr std::string_view flags[] = {"async",    "autofocus", "checked",  "controls",  "defer",    "disabled",
                                             "download", "hidden",    "inert",    "itemscope", "multiple", "novalidate",
                                             "open",     "popover",   "readonly", "required",  "reversed", "selected"};
inline constexpr std::string_view urls[] = {"action", "cite", "formaction", "href", "poster", "src", "xlink:href"};
inline constexpr std::string_view others[] = {
    "accept", "accept-charset", "accesskey", "allow", "alt", "as", "autocapitalize", "autocomplete", "charset", "class", "color",
    "cols", "colspan", "content", "coords", "crossorigin", "data", "datetime", "decoding", "dir", "dirname", "enctype",
    "enterkeyhint", "fetchpriority", "for", "form", "formmethod", "headers", "height", "high", "hreflang", "id", "inputmode",
    "integrity", "itemid", "itemprop", "itemtype", "kind", "label", "lang", "list", "loading", "low", "max", "maxlength", "media",
    "method", "min", "minlength", "name", "optimum", "pattern", "placeholder", "popovertarget", "popovertargetaction", "preload",
    "property", "rel", "role", "rows", "rowspan", "scope", "shape", "size", "sizes", "span", "spellcheck", "start", "step",
    "tabindex", "target", "title", "translate", "type", "usemap", "value", "width", "wrap", "xml:lang", "xmlns",
    // SVG
    "clip-path", "clip-rule", "clipPathUnits", "cx", "cy", "d", "dominant-baseline", "dx", "dy", "fill", "fill-opacity",
    "fill-rule", "focusable", "font-family", "font-size", "font-weight", "gradientTransform", "gradientUnits", "lengthAdjust",
    "marker-end", "marker-mid", "marker-start", "markerHeight", "markerUnits", "markerWidth", "mask", "offset", "opacity",
    "orient", "paint-order", "patternTransform", "patternUnits", "points", "preserveAspectRatio", "r", "refX", "refY", "rotate",
    "rx", "ry", "shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
    "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor", "textLength", "transform",
    "transform-origin", "vector-effect", "version", "viewBox", "x", "x1", "x2", "y", "y1", "y2"};
inline constexpr std::string_view aria[] = {"activedescendant",
                                            "atomic",
                                            "autocomplete",
                                            "busy",
                                            "checked",
                                            "colcount",
                                            "colindex",
                                            "colspan",
                                            "controls",
                                            "current",
                                            "describedby",
                                            "description",
                                            "details",
                                            "disabled",
                                            "errormessage",
                                            "expanded",
                                            "flowto",
                                            "haspopup",
                                            "hidden",
                                            "invalid",
                                            "keyshortcuts",
                                            "label",
                                            "labelledby",
                                            "level",
                                            "live",
                                            "modal",
                                            "multiline",
                                            "multiselectable",
                                            "orientation",
                                            "owns",
                                            "placeholder",
                                            "posinset",
                                            "pressed",
                                            "readonly",
                                            "relevant",
                                            "required",
                                            "roledescription",
                                            "rowcount",
                                            "rowindex",
                                            "rowspan",
                                            "selected",
                                            "setsize",
                                            "sort",
                                            "valuemax",
                                            "valuemin",
                                            "valuenow",
                                            "valuetext"};
}  // namespace names

constexpr bool is_flag(std::string_view name) { return std::ranges::find(names::flags, name) != std::end(names::flags); }
constexpr bool is_url(std::string_view name) { return std::ranges::find(names::urls, name) != std::end(names::urls); }

constexpr bool is_attribute(std::string_view name) {
    if (name.starts_with("aria-")) return std::ranges::find(names::aria, name.substr(5)) != std::end(names::aria);
    if (name.starts_with("data-"))
        return name.size() > 5 && std::ranges::all_of(name.substr(5), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
               });
    return is_flag(name) || is_url(name) || std::ranges::find(names::others, name) != std::end(names::others);
}

}  // namespace comity::html
