// A table of 100 rows as the list of submissions has them: the builder against appends written by hand.

#include <benchmark/benchmark.h>

#include <string>
#include <string_view>
#include <vector>

#include "web/html/html.hpp"

namespace {

struct Row {
    std::string id, title, party, filed;
    int documents;
    bool late;
};

std::vector<Row> rows() {
    std::vector<Row> out;
    for (int i = 0; i < 100; ++i)
        out.push_back({"SEM-21-" + std::to_string(100 + i), "Vaquita & totoaba: l'application du droit no " + std::to_string(i),
                       "MEX", "2021-08-" + std::to_string(10 + i % 20), i % 7, i % 5 == 0});
    return out;
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
}

void by_hand(benchmark::State& state) {
    const auto data = rows();
    for (auto _ : state) {
        std::string out;
        out.reserve(64 * 1024);
        out += "<table class=\"list\">";
        for (const Row& row : data) {
            out += "<tr class=\"";
            out += row.late ? "late" : "open";
            out += "\"><td><a href=\"/en/submissions/";
            append_escaped(out, row.id);
            out += "\">";
            append_escaped(out, row.id);
            out += "</a></td><td>";
            append_escaped(out, row.title);
            out += "</td><td>";
            append_escaped(out, row.party);
            out += "</td><td>";
            append_escaped(out, row.filed);
            out += "</td><td class=\"number\">";
            out += std::to_string(row.documents);
            out += "</td></tr>";
        }
        out += "</table>";
        benchmark::DoNotOptimize(out.data());
    }
}
BENCHMARK(by_hand);

void by_builder(benchmark::State& state) {
    using namespace comity::html;
    const auto data = rows();
    for (auto _ : state) {
        Html h(64 * 1024);
        h.table(cls("list"), [&] {
            for (const Row& row : data)
                h.tr(cls(row.late ? "late" : "open"), [&] {
                    h.td([&] { h.a(href("/en/submissions/", row.id), row.id); });
                    h.td(row.title);
                    h.td(row.party);
                    h.td(row.filed);
                    h.td(cls("number"), row.documents);
                });
        });
        benchmark::DoNotOptimize(h.str().data());
    }
}
BENCHMARK(by_builder);

}  // namespace
