#include "body/registry/standings.hpp"

#include "bench/generated_body.hpp"
#include "exchange/catalog.hpp"
#include "law/mechanism.hpp"
#include "portal/records.hpp"
#include "store/databases.hpp"

// Cases are evaluated again only where something can have changed. That must not be seen.
namespace comity::portal {

namespace {

using registry::DocketOn;

void expect_equal(const DocketOn& quick, const DocketOn& whole) {
    ASSERT_EQ(quick.standings.size(), whole.standings.size());
    for (std::size_t i = 0; i < whole.standings.size(); ++i) {
        const registry::Standing &a = quick.standings[i], &b = whole.standings[i];
        ASSERT_EQ(a.of->submission.id, b.of->submission.id);
        ASSERT_EQ(std::tie(a.mechanism, a.status, a.filed, a.ended, a.stage, a.outcome, a.turn_step, a.turn_actor, a.due,
                           a.overdue, a.steps),
                  std::tie(b.mechanism, b.status, b.filed, b.ended, b.stage, b.outcome, b.turn_step, b.turn_actor, b.due,
                           b.overdue, b.steps))
            << a.of->submission.id << " on " << base::to_string(quick.on);
    }
}

base::Day any_day(bench::Random& random) {
    return base::Day(std::chrono::year{1994} / 1 / 1) + std::chrono::days(random.below(34 * 365));
}

}  // namespace

TEST(Standings, are_those_of_cases_evaluated_one_by_one) {
    auto store = *store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
    bench::load(*store, {SOURCE_FOLDER "/data/bodies/cec", exchange::catalog(), {.records = 15'000}}, store::tests::noon);
    constexpr auto audience = record::Audience::everyone;
    bench::Random random(11);
    registry::Standings standings;
    auto docket = std::make_shared<registry::Docket>(registry::read_docket(store->snapshot(), audience));
    const base::Day today = std::chrono::year{2026} / 11 / 22;
    auto of_today = standings.on(docket, *law::shipped(), today, nullptr);
    for (int round = 0; round < 60; ++round) {
        const base::Day day = any_day(random);
        expect_equal(standings.on(docket, *law::shipped(), day, nullptr), registry::docket_on(docket, *law::shipped(), day));
        const std::string id = docket->cases[random.below(docket->cases.size())].submission.id;
        const Kind& submissions = kinds().back();
        if (round % 3 == 0) commit(*store, put(*store, submissions, id, random));
        if (round % 7 == 0) commit(*store, put(*store, submissions, "SEM-NEW-" + std::to_string(round), random));
        if (round % 7 == 3) commit(*store, removal(*store, submissions, "SEM-NEW-" + std::to_string(round - 3)));
        docket = std::make_shared<registry::Docket>(registry::read_docket(store->snapshot(), audience, *docket));
        of_today = standings.on(docket, *law::shipped(), today, &of_today);
        const auto read_anew = std::make_shared<registry::Docket>(registry::read_docket(store->snapshot(), audience));
        expect_equal(of_today, registry::docket_on(read_anew, *law::shipped(), today));
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace comity::portal
