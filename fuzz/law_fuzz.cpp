// A rule file from outside: as a mechanism, as a version beside a small mechanism, and as the vocabulary. What can be read is
// checked and drawn.
#include "base/fault.hpp"
#include "law/check.hpp"
#include "law/draw.hpp"

namespace {

using namespace comity;

constexpr std::string_view small_mechanism = R"(id = "usmca"
code = "USMCA"
name = {en = "m", fr = "m", es = "m"}
filed.from = 2020-07-01
provision = "24.27"
source = "s"
confidence = "verified"
[[actor]]
id = "secretariat"
name = {en = "s", fr = "s", es = "s"}
[[stage]]
id = "review"
name = {en = "r", fr = "r", es = "r"}
[[outcome]]
id = "dismissed"
name = {en = "d", fr = "d", es = "d"}
provision = "24.27"
source = "s"
confidence = "verified"
[[event]]
id = "filed"
name = {en = "f", fr = "f", es = "f"}
[[event]]
id = "extension_notified"
name = {en = "e", fr = "e", es = "e"}
[[event]]
id = "criteria_not_met"
name = {en = "n", fr = "n", es = "n"}
ends = "dismissed"
[[step]]
id = "review"
name = {en = "r", fr = "r", es = "r"}
actor = "secretariat"
stage = "review"
opened_by = ["filed"]
closed_by = ["criteria_not_met"]
provision = "24.27"
source = "s"
confidence = "verified"
)";

void read(std::initializer_list<law::SourceFile> files) {
    const auto read = law::load(std::span(files.begin(), files.size()));
    if (!read) {
        COMITY_ASSERT(!read.error().empty());
        return;
    }
    for (const law::Mechanism& mechanism : read->list) {
        law::check(mechanism);
        for (const base::Language language : base::languages) law::draw(mechanism, language, law::DrawAs::file);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read({{"law/usmca/mechanism.toml", text}});
    read({{"law/usmca/mechanism.toml", small_mechanism}, {"law/usmca/treaty.toml", text}});
    read({{"law/usmca/mechanism.toml", small_mechanism}, {"law/vocabulary.toml", text}});
    return 0;
}
