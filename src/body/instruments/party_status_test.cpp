#include "body/instruments/party_status.hpp"

#include <gtest/gtest.h>

namespace comity::instruments {
namespace {

StatusEvent told(std::string event, std::string party, const char* date = nullptr) {
    StatusEvent made;
    made.event = std::move(event);
    made.party = std::move(party);
    if (date) made.date = base::parse_date(date).value();
    return made;
}

TEST(PartyStatus, TheFurthestEventSaysWhereItStandsForAParty) {
    const std::vector<StatusEvent> events{told("ongoing", ""), told("in-force", "CAN", "1992-11-26"),
                                          told("signed", "CAN", "1989-03-22"), told("amended", "CAN", "1995")};
    const auto statuses = party_statuses(events);
    ASSERT_EQ(statuses.size(), 2U);
    EXPECT_EQ(statuses[0].party, "CAN");
    EXPECT_EQ(statuses[0].stands, "in-force");
    EXPECT_EQ(statuses[0].reached.size(), 3U);
    EXPECT_EQ(statuses[1].stands, "ongoing");
}

TEST(PartyStatus, EachTreatyOfAFactSheetStandsByItself) {
    StatusEvent of_protocol = told("signed", "CAN");
    of_protocol.concerns = "Protocol";
    const std::vector<StatusEvent> events{told("in-force", "CAN"), of_protocol};
    const auto statuses = party_statuses(events);
    ASSERT_EQ(statuses.size(), 2U);
    EXPECT_EQ(statuses[1].concerns, "Protocol");
    EXPECT_EQ(statuses[1].stands, "signed");
}

TEST(PartyStatus, ALineThatCouldNotBeReadTellsNothing) {
    const std::vector<StatusEvent> events{told("", "CAN")};
    EXPECT_TRUE(party_statuses(events).empty());
}

TEST(PartyStatus, OfTwoEventsOfAKindTheLaterIsTheLast) {
    const std::vector<StatusEvent> events{told("signed", "", "2012-09"), told("signed", "", "1978"), told("signed", "")};
    const auto statuses = party_statuses(events);
    ASSERT_EQ(statuses.size(), 1U);
    EXPECT_EQ(base::to_string(*statuses[0].last("signed")->date), "2012-09");
    EXPECT_EQ(statuses[0].last("ratified"), nullptr);
}

}  // namespace
}  // namespace comity::instruments
