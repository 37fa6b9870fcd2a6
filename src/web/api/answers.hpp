#pragma once

#include "web/api/api.hpp"

// Every machine format of every page; api.cpp says which is whose.
namespace comity::api {

server::Response landing_json(const site::Site&, const server::Request&, const server::Match&);

server::Response submissions_json(const site::Site&, const server::Request&, const server::Match&);
server::Response submissions_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response submissions_geojson(const site::Site&, const server::Request&, const server::Match&);
server::Response submissions_atom(const site::Site&, const server::Request&, const server::Match&);

server::Response how_to_file_json(const site::Site&, const server::Request&, const server::Match&);

server::Response submission_json(const site::Site&, const server::Request&, const server::Match&);
server::Response submission_jsonld(const site::Site&, const server::Request&, const server::Match&);
server::Response submission_ics(const site::Site&, const server::Request&, const server::Match&);
server::Response submission_atom(const site::Site&, const server::Request&, const server::Match&);

server::Response events_json(const site::Site&, const server::Request&, const server::Match&);
server::Response events_csv(const site::Site&, const server::Request&, const server::Match&);

server::Response clock_json(const site::Site&, const server::Request&, const server::Match&);
server::Response clock_txt(const site::Site&, const server::Request&, const server::Match&);
server::Response clock_md(const site::Site&, const server::Request&, const server::Match&);

server::Response proof_json(const site::Site&, const server::Request&, const server::Match&);
server::Response replay_json(const site::Site&, const server::Request&, const server::Match&);
server::Response replay_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response replay_svg(const site::Site&, const server::Request&, const server::Match&);

server::Response processes_json(const site::Site&, const server::Request&, const server::Match&);
server::Response process_json(const site::Site&, const server::Request&, const server::Match&);
server::Response process_svg(const site::Site&, const server::Request&, const server::Match&);

server::Response calculator_json(const site::Site&, const server::Request&, const server::Match&);
server::Response calculator_ics(const site::Site&, const server::Request&, const server::Match&);
server::Response translations_json(const site::Site&, const server::Request&, const server::Match&);
server::Response translations_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response performance_json(const site::Site&, const server::Request&, const server::Match&);
server::Response figure_json(const site::Site&, const server::Request&, const server::Match&);
server::Response figure_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response figure_svg(const site::Site&, const server::Request&, const server::Match&);

server::Response vocabulary_json(const site::Site&, const server::Request&, const server::Match&);
server::Response vocabulary_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response vocabulary_jsonld(const site::Site&, const server::Request&, const server::Match&);
server::Response compare_json(const site::Site&, const server::Request&, const server::Match&);
server::Response compare_txt(const site::Site&, const server::Request&, const server::Match&);

server::Response fact_sheets_json(const site::Site&, const server::Request&, const server::Match&);
server::Response dictionary_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response dictionary_csvm(const site::Site&, const server::Request&, const server::Match&);
server::Response public_copy(const site::Site&, const server::Request&, const server::Match&);
server::Response catalog(const site::Site&, const server::Request&, const server::Match&);
server::Response search_json(const site::Site&, const server::Request&, const server::Match&);

// Of the lists and records of collections; null for a format that they don't have.
Answer collection_list(std::string_view format);
Answer collection_record(std::string_view format);

// Their calendars.
server::Response list_ics(const site::Site&, const server::Request&, const server::Match&);
server::Response record_ics(const site::Site&, const server::Request&, const server::Match&);
server::Response consultations_ics(const site::Site&, const server::Request&, const server::Match&);

server::Response map_json(const site::Site&, const server::Request&, const server::Match&);
server::Response map_csv(const site::Site&, const server::Request&, const server::Match&);
server::Response map_geojson(const site::Site&, const server::Request&, const server::Match&);
// OGC API - Features, part 1.
server::Response ogc_landing(const site::Site&, const server::Request&, const server::Match&);
server::Response ogc_conformance(const site::Site&, const server::Request&, const server::Match&);
server::Response ogc_collections(const site::Site&, const server::Request&, const server::Match&);
server::Response ogc_collection(const site::Site&, const server::Request&, const server::Match&);
server::Response ogc_items(const site::Site&, const server::Request&, const server::Match&);
server::Response ogc_item(const site::Site&, const server::Request&, const server::Match&);

server::Response openapi(const site::Site&, const server::Request&, const server::Match&);
server::Response sitemap(const site::Site&, const server::Request&, const server::Match&);
server::Response robots(const site::Site&, const server::Request&, const server::Match&);

}  // namespace comity::api
