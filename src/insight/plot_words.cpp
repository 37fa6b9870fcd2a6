#include <cmath>

#include "base/format.hpp"
#include "insight/plots.hpp"

namespace comity::insight {

std::string days_text(const base::Words& words, double days) {
    const auto whole = static_cast<std::int64_t>(std::floor(days));
    // A quantile lies on a day or halfway between two.
    if (days - std::floor(days) < 0.25) return words.plural("performance.days", whole);
    return words("performance.days_and_a_half", {{"n", base::format_number(words.language(), whole)}});
}

std::string percent_text(const base::Words& words, double share) {
    return words("performance.percent", {{"n", std::to_string(std::lround(share * 100))}});
}

std::string share_text(const base::Words& words, const Share& share) {
    const std::string met = std::to_string(share.met), of = std::to_string(share.of);
    if (!share.share) return std::string(words("performance.none_judged"));
    const std::string lower = std::to_string(std::lround(share.lower * 100)),
                      upper = std::to_string(std::lround(share.upper * 100));
    return words("performance.met_of",
                 {{"met", met}, {"of", of}, {"share", percent_text(words, *share.share)}, {"lower", lower}, {"upper", upper}});
}

std::string group_name(const Naming& naming, const Group& group) {
    const base::Words words(naming.language);
    if (group.by == "all") return std::string(words("performance.by.all"));
    if (group.value == "before") return std::string(words("performance.before"));
    if (group.value == "after") return std::string(words("performance.after"));
    return naming.name(group.by, group.value);
}

std::string time_note(const base::Words& words, const TimeRow& row) {
    const std::string n = std::to_string(row.done.size() + row.running.size());
    if (!row.median) return words("performance.no_median", {{"n", n}});
    return words("performance.median_n", {{"median", days_text(words, *row.median)}, {"n", n}});
}

std::string step_name(const Naming& naming, std::string_view step) {
    return step.empty() ? std::string(base::Words(naming.language)("performance.filing_to_end")) : naming.name("step", step);
}

}  // namespace comity::insight
