#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "body/registry/docket.hpp"
#include "body/registry/explained.hpp"
#include "body/registry/listing.hpp"
#include "body/registry/standings.hpp"
#include "collections/featured.hpp"
#include "collections/shelf.hpp"
#include "exchange/profile.hpp"
#include "law/mechanism.hpp"
#include "store/store.hpp"
#include "web/server/request.hpp"
#include "web/server/response.hpp"
#include "web/server/route.hpp"
#include "web/site/public_copy.hpp"
#include "web/site/routes.hpp"

namespace comity::insight {
struct Covered;
struct Retrospective;
}  // namespace comity::insight

// What every page and format of the site stands on, and what they have in common: the docket as everyone may see it.
namespace comity::site {

class Site {
  public:
    // `todays_day` gives the day on which pages are written. `public_origin` is the site's public address without a path,
    // "https://cec.example", for feeds, the site map and canonical links. All must outlive the Site.
    Site(const store::Store& store, const law::Mechanisms& law, const exchange::Profile& profile, base::Day (*todays)(),
         std::string origin);

    const law::Mechanisms& law() const { return law_; }
    const exchange::Profile& profile() const { return profile_; }
    const store::Store& store() const { return store_; }
    base::Day today() const { return today_(); }
    const std::string& origin() const { return origin_; }

    // The route table without the sections that the body does not have and the languages that it does not speak: what is not in
    // it is not found, and nothing links to it.
    const std::vector<Row>& rows() const { return rows_; }
    bool offers(Page page) const;
    Page page_of(const server::Route& route) const;  // which must be one of them, or a copy
    const std::vector<base::Language>& languages() const { return profile_.languages; }
    // The reader's language where the body speaks it, else the body's own.
    base::Language spoken(base::Language readers) const;

    // As everyone may see it, at the journal's head. When the head has moved, what the journal touched is read again.
    std::shared_ptr<const registry::Docket> docket() const;
    // As an entry of the journal left it, without what is hidden today. The last few that were asked for are kept.
    std::shared_ptr<const registry::Docket> docket_known(std::int64_t entry) const;
    // Worked out once for a docket and a day; the days asked for most recently are kept.
    std::shared_ptr<const registry::DocketOn> docket_on(base::Day day) const;
    std::shared_ptr<const registry::DocketOn> docket_on(base::Day day, std::shared_ptr<const registry::Docket> docket) const;
    // The collections as everyone may see them, at the journal's head and today.
    std::shared_ptr<const collections::Shelves> shelves() const;
    // What is featured of a record type that has a list; worked out once for these shelves while they are the ones asked about.
    std::vector<collections::Featured> featured(const std::shared_ptr<const collections::Shelves>& shelves,
                                                std::string_view type) const;
    // In which languages the record can be read, at the journal's head: brought up to date from the journal.
    std::shared_ptr<const insight::Covered> covered() const;
    // The docket of a day as a whole; the days asked for most recently are kept.
    std::shared_ptr<const insight::Retrospective> retrospective(base::Day day) const;
    // As PublicCopies::newest.
    std::shared_ptr<const PublicCopy> public_copy() const { return copies_.newest(*this); }

  private:
    std::shared_ptr<const registry::Docket> docket_at(std::int64_t head) const;  // or later

    const store::Store& store_;
    const law::Mechanisms& law_;
    const exchange::Profile& profile_;
    base::Day (*today_)();
    std::string origin_;
    std::vector<Row> rows_;
    mutable PublicCopies copies_;
    mutable std::mutex mutex_;
    mutable std::mutex shelves_mutex_;  // of its own: what reads them anew holds nobody else up
    mutable std::shared_ptr<const collections::Shelves> shelves_;
    mutable std::shared_ptr<const registry::Docket> docket_;
    mutable std::list<std::shared_ptr<const registry::Docket>> pasts_;   // newest first
    mutable std::list<std::shared_ptr<const registry::DocketOn>> days_;  // newest first
    mutable registry::Standings standings_;
    mutable std::mutex featured_mutex_;
    mutable std::shared_ptr<const collections::Shelves> featured_of_;
    mutable std::map<std::string, std::vector<collections::Featured>, std::less<>> featured_;  // by record type
    mutable std::mutex covered_mutex_;
    mutable std::shared_ptr<const insight::Covered> covered_;
    mutable std::mutex retrospectives_mutex_;
    mutable std::list<std::shared_ptr<const insight::Retrospective>> retrospectives_;  // newest first
};

// The day of the parameter "on", or today. Throws HttpError 400 "bad_parameter.on".
base::Day day_of(const Site& site, const server::Request& request);
// Whether the request names a day of its own.
bool names_a_day(const server::Request& request);

// The day of the parameter "known", on whose evening the answer is to rest, and the journal's last entry by then (0: none).
struct Known {
    base::Day day;
    std::int64_t entry = 0;
};
// nullopt: as it is known now. Throws HttpError 400 "bad_parameter.known".
std::optional<Known> known_asked(const Site& site, const server::Request& request);
// "on" and "known", as far as the request names them: what links to the same view of the record carry.
server::Parameters days_asked(const server::Request& request);

// The list that a request asks for; `page_size` is its limit where it names none (0: all). Throws HttpError 400
// "bad_parameter.…".
struct Asked {
    registry::Filter filter;
    std::shared_ptr<const registry::DocketOn> docket;  // holds what listing points to
    registry::Listing listing;
    std::size_t words_ignored = 0;
    std::size_t only_best = 0;  // so many of the best, where the words are in more records than a search ranks
    std::optional<Known> known = {};
};
Asked submissions_asked(const Site& site, const server::Request& request, std::size_t page_size);
// The parameters of a filter as a query, with the days that the request names.
server::Parameters query_of(const registry::Filter& filter, const server::Request& request);

// One case on the day that the request asks for. Throws HttpError 404 "no_submission"; 404 "not_yet_filed" where it was filed
// later; 404 "not_yet_recorded" where it was not on the record on the day of "known"; 410 "gone" where everyone could see it
// until it was removed.
struct CaseAsked {
    std::shared_ptr<const registry::Docket> docket;
    registry::CaseOn on;
    std::optional<Known> known = {};
};
CaseAsked case_asked(const Site& site, const server::Request& request, std::string_view id);

// The clocks of a step of the case, as registry::clocks_named finds them. Throws HttpError 404 "no_clock" where there are none.
std::vector<const law::Clock*> clocks_asked(const registry::CaseOn& on, std::string_view name);

// Throws HttpError 404 "no_mechanism".
const law::Mechanism& mechanism_asked(const Site& site, std::string_view id);

// Throws HttpError 400 for a parameter that the page does not know, so that a misspelt filter isn't taken for none. Where a page
// has parameters of any name, it looks at those itself.
void refuse_unknown_parameters(const server::Request& request, const server::Route& route);

// The Party's name, "Mexico"; its code where the profile does not know it.
std::string_view party_name(const Site& site, std::string_view code, base::Language language);
// An actor of a case by name: "party" becomes its Party or Parties.
std::string actor_name(const Site& site, const registry::Case& of, const law::Mechanism& mechanism, std::string_view actor,
                       base::Language language);
// The same as a function of the actor and of the Party where it is one alone. The case must outlive it.
registry::ActorName actor_names(const Site& site, const registry::CaseOn& on, base::Language language);
// The label of a code in a list of data/codes; the code where there is none.
std::string_view label(std::string_view list, std::string_view code, base::Language language);

}  // namespace comity::site
