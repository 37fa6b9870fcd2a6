#include "web/api/schemas.hpp"

#include <fmt/format.h>

#include <set>

#include "body/registry/docket_event.hpp"
#include "body/registry/submission.hpp"
#include "collections/collection.hpp"
#include "record/codes.hpp"
#include "web/api/parts.hpp"

namespace comity::api {

namespace {

using base::JsonWriter;
using record::Field;
using record::Kind;

// What records and answers are made of (record/codec.cpp and law/evaluation_json.cpp write it).
constexpr NamedSchema parts[] = {
    {"Date", R"json({"type":"string","pattern":"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
"description":"As precise as it is known (EDTF): a year, a month or a day"})json"},
    {"Day", R"json({"type":"string","format":"date"})json"},
    {"Text", R"json({"type":"object","description":"One text in the languages that it has",
"properties":{"en":{"type":"string"},"fr":{"type":"string"},"es":{"type":"string"},
"original":{"enum":["en","fr","es"],"description":"The language in which it was written"},
"stale":{"type":"array","items":{"enum":["en","fr","es"]},"description":"Translations older than the original"}},
"required":["original"],"additionalProperties":false})json"},
    {"Words", R"json({"type":"object","description":"One text in three languages; empty where there is none",
"properties":{"en":{"type":"string"},"fr":{"type":"string"},"es":{"type":"string"}},
"required":["en","fr","es"],"additionalProperties":false})json"},
    {"Money",
     R"json({"type":"object","properties":{"amount":{"type":"integer"},"currency":{"type":"string"},"basis":{"type":"string"},
"rate_date":{"$ref":"#/components/schemas/Date"}},"required":["amount"],"additionalProperties":false})json"},
    {"Place", R"json({"type":"object","properties":{"name":{"$ref":"#/components/schemas/Text"},"country":{"type":"string"},
"latitude":{"type":"number","minimum":-90,"maximum":90},"longitude":{"type":"number","minimum":-180,"maximum":180}},
"additionalProperties":false})json"},
    {"Provenance", R"json({"type":"object","properties":{"sources":{"type":"array","items":{"type":"string"}},
"confidence":{"enum":["verified","sourced","partial","inferred","recalled"]},
"claims":{"type":"array","description":"How sure single values are, and values that compete with them","items":{"type":"object"}},
"note":{"type":"string"}},"required":["confidence"],"additionalProperties":false})json"},
    {"Links",
     R"json({"type":"object","description":"The same in each format","additionalProperties":{"type":"string","format":"uri"}})json"},
    {"Languages", R"json({"type":"object","description":"The page in each language",
"additionalProperties":{"type":"string","format":"uri"}})json"},
    {"Span", R"json({"type":"object","properties":{"from":{"type":["string","null"]},"to":{"type":["string","null"]}},
"required":["from","to"],"additionalProperties":false})json"},
    {"Authority", R"json({"type":"object","description":"What stands behind a rule","properties":{"provision":{"type":"string"},
"source":{"type":"string"},"confidence":{"enum":["verified","derived","recalled"]},
"note":{"oneOf":[{"$ref":"#/components/schemas/Text"},{"type":"null"}]},"in_force":{"$ref":"#/components/schemas/Span"}},
"required":["provision","source","confidence"],"additionalProperties":false})json"},
    {"Moment", R"json({"type":["object","null"],"properties":{"type":{"type":"string"},"date":{"type":["string","null"]},
"event":{"type":["integer","null"],"description":"Place in the events of the case, from 0"}},"required":["type","date"]})json"},
    {"Clock", R"json({"type":"object","description":"A time limit with the proof of its due date","properties":{
"step":{"type":"string"},"actor":{"type":"string"},"opened_by":{"$ref":"#/components/schemas/Moment"},"provision":{"type":"string"},
"limit":{"type":["object","null"],"properties":{"number":{"type":["integer","null"]},
"unit":{"enum":["calendar","working","month","year","none"]},"strength":{"enum":["hard","target","normally","promptly","may","as-appropriate"]}},
"required":["number","unit","strength"]},
"skipped":{"type":"array","items":{"type":"object","properties":{"date":{"type":"string","format":"date"},
"id":{"type":"string"},"why":{"type":"string","description":"The day's name, in the language of the address"}},"required":["date","why"]}},
"due":{"type":["string","null"]},"met_by":{"$ref":"#/components/schemas/Moment"},
"state":{"enum":["open","met","late","met-late","past-target","elapsed","superseded","untimed","suspended"]},
"days_late":{"type":["integer","null"],"description":"Calendar days; negative where it was met early"},
"readings":{"type":"array","description":"What each of several rules gives that conflict; none is chosen","items":{"type":"object",
"properties":{"version":{"type":"string"},"provision":{"type":"string"},"due":{"type":["string","null"]}},
"required":["version","provision","due"]}},
"suspensions":{"type":"array","description":"Time in abeyance, from the day after by up to until; without until it lasts",
"items":{"type":"object","properties":{"by":{"$ref":"#/components/schemas/Moment"},"until":{"$ref":"#/components/schemas/Moment"},
"days":{"type":["integer","null"]}},"required":["by","until","days"]}},
"confidence":{"enum":["verified","derived","recalled"],"description":"The weakest link of the proof"},
"rule":{"type":["object","null"],"properties":{"version":{"type":"string"},"in_force_from":{"type":["string","null"]},
"confidence":{"enum":["verified","derived","recalled"]}},"required":["version","in_force_from","confidence"]}},
"required":["step","actor","opened_by","provision","limit","skipped","due","met_by","state","days_late","confidence",
"rule"]})json"},
    {"Evaluation", R"json({"type":"object","description":"What the law makes of the case on the day","properties":{
"mechanism":{"type":"string"},"on":{"$ref":"#/components/schemas/Day"},"stage":{"type":["string","null"]},
"turns":{"type":"array","items":{"type":"object","properties":{"actor":{"type":"string"},"step":{"type":"string"},
"clock":{"type":"integer"}},"required":["actor","step","clock"]}},
"ended":{"type":"boolean"},"outcome":{"type":["string","null"]},"ended_by":{"$ref":"#/components/schemas/Moment"},
"confidence":{"enum":["verified","derived","recalled"],"description":"The weakest of its clocks and its outcome"},
"clocks":{"type":"array","items":{"$ref":"#/components/schemas/Clock"}},
"findings":{"type":"array","items":{"type":"object","properties":{"code":{"type":"string"},
"events":{"type":"array","items":{"type":"integer"}},"step":{"type":["string","null"]},
"text":{"$ref":"#/components/schemas/Words"}},"required":["code","events","step","text"]}},
"positions":{"type":"array","description":"What someone holds the effect of another event to be: events by their place",
"items":{"type":"object","properties":{"event":{"type":"integer"},"on":{"type":["integer","null"]}},"required":["event","on"]}},
"publicity":{"type":"array","description":"Events whose papers become public later than they bind","items":{"type":"object",
"properties":{"event":{"type":"integer"},"public_from":{"type":["string","null"]},"provision":{"type":"string"}},
"required":["event","public_from","provision"]}}},
"required":["mechanism","on","stage","turns","ended","outcome","ended_by","confidence","clocks","findings"]})json"},
};

constexpr NamedSchema answers[] = {
    {"Counts", R"json({"type":"object","description":"How many submissions each value would give, with all other filters applied",
"additionalProperties":{"type":"integer"}})json"},
    {"SubmissionRow", R"json({"type":"object","properties":{"id":{"type":"string"},
"title":{"oneOf":[{"$ref":"#/components/schemas/Text"},{"type":"null"}]},
"parties":{"type":"array","items":{"type":"string"}},"agreement":{"type":"string"},"filed":{"type":["string","null"]},
"status":{"enum":["open","closed"]},"stage":{"type":["string","null"]},"outcome":{"type":["string","null"]},
"ended":{"type":["string","null"],"description":"null while open, or where the date is not known"},
"turn":{"type":["object","null"],"description":"Who must act, in which step, until when",
"properties":{"actor":{"type":"string"},"step":{"type":"string"},"due":{"type":["string","null"]}},"required":["actor","step","due"]},
"overdue":{"type":"boolean"},"matters":{"type":"array","items":{"type":"string"}},"links":{"$ref":"#/components/schemas/Links"}},
"required":["id","title","parties","agreement","filed","status","stage","outcome","ended","turn","overdue","matters","links"],
"additionalProperties":false})json"},
    {"SubmissionList", R"json({"type":"object","properties":{"on":{"$ref":"#/components/schemas/Day"},
"known":{"type":["string","null"],"description":"The day on whose evening it was known so; null: now"},
"count":{"type":"integer","description":"All that match"},"of":{"type":"integer","description":"All on that day"},
"before":{"type":"integer","description":"Matching ones before this page"},"words_ignored":{"type":"integer"},"only_best":{"type":"integer","description":"The words are in more records: so many that answer them best are listed and counted"},
"facets":{"type":"object","properties":{"party":{"$ref":"#/components/schemas/Counts"},
"agreement":{"$ref":"#/components/schemas/Counts"},"status":{"$ref":"#/components/schemas/Counts"},
"outcome":{"$ref":"#/components/schemas/Counts"},"stage":{"$ref":"#/components/schemas/Counts"},
"matter":{"$ref":"#/components/schemas/Counts"},"overdue":{"type":"integer"}},
"required":["party","agreement","status","outcome","stage","matter","overdue"],"additionalProperties":false},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"},
"next":{"type":["string","null"],"description":"The next page, null on the last"},
"submissions":{"type":"array","items":{"$ref":"#/components/schemas/SubmissionRow"}}},
"required":["on","known","count","of","before","facets","links","languages","next","submissions"],"additionalProperties":false})json"},
    {"Standing", R"json({"type":"object","description":"Where the case stands, in short; the evaluation proves it","properties":{
"status":{"enum":["open","closed"]},"filed":{"type":["string","null"]},"stage":{"type":["string","null"]},
"outcome":{"type":["string","null"]},"ended":{"type":["string","null"]},"turn_actor":{"type":["string","null"]},
"turn_step":{"type":["string","null"]},"due":{"type":["string","null"]},"overdue":{"type":"boolean"}},
"required":["status","filed","stage","outcome","ended","turn_actor","turn_step","due","overdue"],"additionalProperties":false})json"},
    {"Case", R"json({"type":"object","properties":{"on":{"$ref":"#/components/schemas/Day"},
"known":{"type":["string","null"],"description":"The day on whose evening it was known so; null: now"},
"version":{"type":"integer","description":"The journal entry that last touched the case"},
"submission":{"$ref":"#/components/schemas/Submission"},"standing":{"$ref":"#/components/schemas/Standing"},
"filers":{"type":"array","items":{"$ref":"#/components/schemas/Filer"}},
"events":{"type":"array","items":{"$ref":"#/components/schemas/DocketEvent"}},
"documents":{"type":"array","items":{"$ref":"#/components/schemas/Document"}},
"evaluation":{"$ref":"#/components/schemas/Evaluation"},
"assertions":{"type":"array","description":"Where each assertion stands, of a case in which they can be settled apart",
"items":{"type":"object","properties":{"assertion":{"type":"string"},"stage":{"type":["string","null"]},
"outcome":{"type":["string","null"]},"ended":{"type":["string","null"]},
"events":{"type":"array","items":{"type":"integer"},"description":"Those that concern it"}},
"required":["assertion","stage","outcome","ended","events"]}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"},"event_log":{"type":"string","format":"uri"}},
"required":["on","known","version","submission","standing","filers","events","documents","evaluation","links","languages","event_log"],
"additionalProperties":false})json"},
    {"EventLog", R"json({"type":"object","properties":{"submission":{"type":"string"},"version":{"type":"integer"},
"events":{"type":"array","items":{"$ref":"#/components/schemas/DocketEvent"}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"}},"required":["submission","version","events","links","languages"],
"additionalProperties":false})json"},
    {"ClockList", R"json({"type":"object","description":"The clocks of one step, each with its proof as data and in words",
"properties":{"submission":{"type":"string"},"step":{"type":"string"},"mechanism":{"type":"string"},
"on":{"$ref":"#/components/schemas/Day"},"clocks":{"type":"array","items":{"$ref":"#/components/schemas/Clock"}},
"explanations":{"type":"array","description":"In the language of the address, in the order of the clocks","items":{"type":"object",
"properties":{"step":{"type":"string"},"actor":{"type":"string"},"state":{"type":"string"},"entries":{"type":"array","items":{
"type":"object","properties":{"term":{"type":"string"},"says":{"type":"array","items":{"type":"string"}}},"required":["term","says"],
"additionalProperties":false}}},"required":["step","actor","state","entries"],"additionalProperties":false}},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["submission","step","mechanism","on","clocks","explanations","links","languages"],"additionalProperties":false})json"},
    {"ProofFiles", R"json({"type":"array","items":{"type":"object","properties":{"file":{"type":"string"},
"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"text":{"type":"string"}},"required":["file","sha256","text"],
"additionalProperties":false}})json"},
    {"Proof", R"json({"type":"object","description":"One clock with all it stands on; comity proof check works it out again",
"properties":{"format":{"const":"comity-proof"},"version":{"const":1},"about":{"type":"object"},
"question":{"type":"object","required":["mechanism","clock","on","language"]},
"events":{"type":"array","items":{"type":"object","required":["type"]}},"rules":{"$ref":"#/components/schemas/ProofFiles"},
"calendars":{"$ref":"#/components/schemas/ProofFiles"},"clock":{"$ref":"#/components/schemas/Clock"}},
"required":["format","version","about","question","events","rules","calendars","clock"],"additionalProperties":false})json"},
    {"ReplaySummary", R"json({"type":"object","properties":{"step":{"type":"string"},"name":{"type":"object",
"required":["en","fr","es"]},"clocks":{"type":"integer"},"compared":{"type":"integer","description":"Clocks with a due date on both sides"},
"median_shift":{"type":["number","null"],"description":"Days; positive is more time"},"least_shift":{"type":["integer","null"]},
"most_shift":{"type":["integer","null"]},"judged":{"type":"integer"},"as_was":{"type":"object","required":["late","past_target"]},
"would_be":{"type":"object","required":["late","past_target"]},"worse":{"type":"integer"},"better":{"type":"integer"},
"not_compared":{"type":"object","additionalProperties":{"type":"integer"}}},"required":["clocks","compared","median_shift","judged",
"as_was","would_be","worse","better","not_compared"]})json"},
    {"Replay", R"json({"type":"object","description":"Cases as they were, beside what other rules would have made of them",
"properties":{"under":{"type":"string"},"day":{"$ref":"#/components/schemas/Day"},"on":{"$ref":"#/components/schemas/Day"},
"cases":{"type":"integer"},"worse":{"type":"integer"},"better":{"type":"integer"},
"summary":{"type":"object","properties":{"all":{"$ref":"#/components/schemas/ReplaySummary"},
"steps":{"type":"array","items":{"$ref":"#/components/schemas/ReplaySummary"}}},"required":["all","steps"]},
"replayed":{"type":"array","items":{"type":"object","properties":{"case":{"type":"string"},"mechanism":{"type":"string"},
"worse":{"type":"boolean"},"better":{"type":"boolean"},"unknown_events":{"type":"array"},"clocks":{"type":"array","items":{
"type":"object","properties":{"comparison":{"enum":["compared","limit-added","limit-removed","no-limit","dates","opened-otherwise",
"not-opened","step-unknown","only-there"]},"change":{"enum":["none","worse","better","not-known"]},
"shift":{"type":["integer","null"]}},"required":["step","opened_by","met_by","as_was","would_be","comparison","shift","change"]}}},
"required":["case","mechanism","worse","better","unknown_events","clocks"]}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"}},"required":["under","day","on","cases","worse","better","summary","replayed",
"links","languages"],"additionalProperties":false})json"},
    {"Edition", R"json({"type":"object","description":"The rules of one mechanism as they stood on a day","properties":{
"edition":{"type":"string"},"mechanism":{"type":"string"},"day":{"$ref":"#/components/schemas/Day"},
"versions":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"name":{"$ref":"#/components/schemas/Words"},
"provision":{"type":"string"},"source":{"type":"string"},"confidence":{"enum":["verified","derived","recalled"]}},
"required":["id","name","provision","source","confidence"],"additionalProperties":false}}},
"required":["edition","mechanism","day","versions"],"additionalProperties":false})json"},
    {"Saying", R"json({"type":["object","null"],"description":"What one edition says; null where it says nothing","properties":{
"text":{"$ref":"#/components/schemas/Words"},"version":{"type":["string","null"]},"provision":{"type":"string"},
"source":{"type":"string"},"confidence":{"enum":["verified","derived","recalled"]},
"facts":{"type":"object","additionalProperties":{"type":"string"}}},
"required":["text","version","provision","source","confidence","facts"],"additionalProperties":false})json"},
    {"Difference", R"json({"type":"object","properties":{
"subject":{"enum":["course","limit","test","vote","rule","outcome","bar","reservation"]},"id":{"type":"string"},
"change":{"enum":["same","added","removed","changed"]},
"opened_by":{"type":"array","items":{"type":"string"},"description":"Where it differs by what opens the step"},
"changed":{"type":"array","items":{"type":"string"},"description":"The facts that differ"},
"before":{"$ref":"#/components/schemas/Saying"},"after":{"$ref":"#/components/schemas/Saying"}},
"required":["subject","id","change","opened_by","changed","before","after"],"additionalProperties":false})json"},
    {"Comparison", R"json({"type":"object","description":"Two editions of the rules, compared step by step","properties":{
"before":{"$ref":"#/components/schemas/Edition"},"after":{"$ref":"#/components/schemas/Edition"},
"counts":{"type":"object","properties":{"changed":{"type":"integer"},"added":{"type":"integer"},"removed":{"type":"integer"},
"same":{"type":"integer"}},"required":["changed","added","removed","same"],"additionalProperties":false},
"steps":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"name":{"$ref":"#/components/schemas/Words"},
"change":{"enum":["same","added","removed","changed"]},"parts":{"type":"array","items":{"$ref":"#/components/schemas/Difference"}}},
"required":["id","name","change","parts"],"additionalProperties":false}},
"rules":{"type":"array","items":{"$ref":"#/components/schemas/Difference"}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["before","after","counts","steps","rules","links","languages"],"additionalProperties":false})json"},
    {"MechanismList", R"json({"type":"object","properties":{"mechanisms":{"type":"array","items":{"type":"object","properties":{
"id":{"type":"string"},"code":{"type":"string"},"name":{"$ref":"#/components/schemas/Text"},
"filed":{"$ref":"#/components/schemas/Span"},"authority":{"$ref":"#/components/schemas/Authority"}},
"required":["id","code","name","filed","authority"]}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"}},"required":["mechanisms","links","languages"],"additionalProperties":false})json"},
    {"Rule", R"json({"type":"object","properties":{"id":{"type":"string"},"name":{"oneOf":[{"$ref":"#/components/schemas/Text"},
{"type":"null"}]},"authority":{"$ref":"#/components/schemas/Authority"}},"required":["id","name"]})json"},
    {"Mechanism", R"json({"type":"object","description":"A procedure as its files have it: each rule with its authority",
"properties":{"id":{"type":"string"},"code":{"type":"string"},"name":{"$ref":"#/components/schemas/Text"},
"filed":{"$ref":"#/components/schemas/Span"},"authority":{"$ref":"#/components/schemas/Authority"},
"versions":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"actors":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"stages":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"outcomes":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"event_types":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"steps":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"criteria":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"votes":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"rules":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"bars":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}},
"reservations":{"type":"array","items":{"type":"object","required":["party","revoked","authority"]}},
"cross_references":{"type":"array","items":{"type":"object","required":["id","found_in","says","state","annotation","authority"]}},
"calendars":{"type":"array","items":{"$ref":"#/components/schemas/Rule"}}},
"required":["id","code","name","filed","authority","versions","actors","stages","outcomes","event_types","steps","criteria","votes",
"rules","bars","reservations","cross_references","calendars"],"additionalProperties":false})json"},
    {"MechanismDocument", R"json({"type":"object","properties":{"mechanism":{"$ref":"#/components/schemas/Mechanism"},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["mechanism","links","languages"],"additionalProperties":false})json"},
    {"Calculation", R"json({"type":"object","description":"The clocks that a step leads to","properties":{
"mechanism":{"type":"string"},"step":{"type":"string"},"event":{"type":"string","description":"What opens the step"},
"date":{"$ref":"#/components/schemas/Day"},"filed":{"type":["string","null"]},"party":{"type":["string","null"]},
"assumption":{"type":"string"},"clocks":{"type":"array","items":{"type":"object","properties":{
"clock":{"$ref":"#/components/schemas/Clock"},
"ends":{"type":["string","null"],"description":"The day from which what follows is counted"},
"ends_by":{"enum":["given","due","unknown"]},
"ways":{"type":"array","description":"What leads here; the first was followed","items":{"type":"object","properties":{
"from":{"type":"string"},"event":{"type":"string"},"date":{"type":["string","null"]}},"required":["from","event","date"]}},
"onward":{"type":"array","description":"How the step can end","items":{"type":"object","properties":{"event":{"type":"string"},
"opens":{"type":"array","items":{"type":"string"}},"outcome":{"type":["string","null"]}},"required":["event","opens","outcome"]}}},
"required":["clock","ends","ends_by","ways","onward"],"additionalProperties":false}},
"events":{"type":"array","items":{"type":"object","properties":{"type":{"type":["string","null"]},"date":{"type":["string","null"]}},
"required":["type","date"]}},
"unused":{"type":"array","description":"Steps for which something was given that plays no part","items":{"type":"string"}},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["mechanism","step","event","date","filed","party","assumption","clocks","events","unused","links","languages"],
"additionalProperties":false})json"},
    {"LeftOut", R"json({"type":"array","items":{"type":"object","properties":{"reason":{"type":"string"},
"cases":{"type":"array","items":{"type":"string"}}},"required":["reason","cases"],"additionalProperties":false}})json"},
    {"Figure", R"json({"type":"object","description":"A table; what the columns of its rows are depends on the figure",
"properties":{"figure":{"enum":["submissions","outcomes","times","turns","clocks","survival","ends","open","changes"]},
"title":{"type":"string"},"rows":{"type":"array","items":{"type":"object"}},"left_out":{"$ref":"#/components/schemas/LeftOut"},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["figure","title","rows","left_out","links","languages"]})json"},
    {"FigureDocument", R"json({"allOf":[{"$ref":"#/components/schemas/Figure"},{"type":"object","properties":{
"on":{"$ref":"#/components/schemas/Day"},"cases":{"type":"integer"}},"required":["on","cases"]}]})json"},
    {"Retrospective", R"json({"type":"object","properties":{"on":{"$ref":"#/components/schemas/Day"},
"cases":{"type":"integer","description":"Submissions filed by that day"},
"figures":{"type":"array","items":{"$ref":"#/components/schemas/Figure"}},"links":{"$ref":"#/components/schemas/Links"},
"languages":{"$ref":"#/components/schemas/Languages"}},"required":["on","cases","figures","links","languages"],
"additionalProperties":false})json"},
    {"Vocabulary", R"json({"type":"object","description":"The code lists that all mechanisms share","properties":{
"lists":{"type":"array","items":{"type":"object","properties":{"id":{"enum":["stage","outcome","actor"]},
"name":{"$ref":"#/components/schemas/Text"},"concepts":{"type":"array","items":{"type":"object","properties":{
"id":{"type":"string"},"address":{"type":"string","format":"uri"},"name":{"$ref":"#/components/schemas/Text"},
"definition":{"$ref":"#/components/schemas/Text"},
"terms":{"type":"array","description":"What each mechanism calls it","items":{"type":"object","properties":{
"mechanism":{"type":"string"},"id":{"type":"string"},"name":{"$ref":"#/components/schemas/Text"}},
"required":["mechanism","id","name"]}}},"required":["id","address","name","definition","terms"],"additionalProperties":false}}},
"required":["id","name","concepts"],"additionalProperties":false}},
"code_lists":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},
"name":{"$ref":"#/components/schemas/Text"},"codes":{"type":"array","items":{"type":"object","properties":{
"code":{"type":"string"},"label":{"$ref":"#/components/schemas/Text"},"uri":{"type":["string","null"]}},
"required":["code","label","uri"],"additionalProperties":false}}},"required":["id","name","codes"],"additionalProperties":false}},
"links":{"$ref":"#/components/schemas/Links"},"languages":{"$ref":"#/components/schemas/Languages"}},
"required":["lists","code_lists","links","languages"],"additionalProperties":false})json"},
    {"SkosGraph", R"json({"type":"object","description":"SKOS in JSON-LD","properties":{
"@graph":{"type":"array","items":{"type":"object","required":["@id","@type","skos:prefLabel"]}}},
"required":["@context","@graph"]})json"},
    {"FeatureCollection",
     R"json({"type":"object","description":"GeoJSON (RFC 7946)","properties":{"type":{"const":"FeatureCollection"},
"features":{"type":"array","items":{"type":"object"}}},"required":["type","features"]})json"},
    {"LinkedData",
     R"json({"type":"object","description":"JSON-LD in the words of schema.org","required":["@context","@type","@id"]})json"},
    {"Problem", R"json({"type":"object","description":"RFC 9457","properties":{"type":{"type":"string"},"title":{"type":"string"},
"status":{"type":"integer"},"detail":{"type":"string"},"instance":{"type":"string"},
"code":{"type":"string","description":"The same in every language"},"parameter":{"type":"string"},
"choices":{"type":"array","items":{"type":"string"},"description":"What there is instead"}},
"required":["type","title","status","detail","instance","code"],"additionalProperties":false})json"},
};

// Of what the law decides: mechanisms for an agreement, what they know for an event.
std::set<std::string_view> codes_of_law(const law::Mechanisms& law, const Field& field) {
    std::set<std::string_view> codes;
    const bool events = &field == registry::DocketEvent::type().field("type");
    if (!events && &field != registry::Submission::type().field("agreement")) return codes;
    for (const law::Mechanism& mechanism : law.list) {
        if (!events) codes.insert(mechanism.id);
        for (const law::EventType& type : mechanism.event_types)
            if (events) codes.insert(type.id);
    }
    return codes;
}

void write_codes(JsonWriter& json, const Field& field, const law::Mechanisms& law) {
    json.member("type", "string");
    const std::set<std::string_view> lawful = codes_of_law(law, field);
    if (!field.of.codes && field.code_list.empty() && lawful.empty()) return;
    json.key("enum").begin_array();
    if (!lawful.empty())
        for (const std::string_view code : lawful) json.value(code);
    else if (field.of.codes)
        for (const std::string_view code : field.of.codes()) json.value(code);
    else
        for (const record::Code& code : record::code_list(field.code_list)) json.value(code.code);
    json.end_array();
}

void write_fields(JsonWriter& json, std::span<const Field> fields, const law::Mechanisms& law);

void write_kind(JsonWriter& json, const Field& field, const law::Mechanisms& law) {
    const auto part = [&](std::string_view name) { json.member("$ref", fmt::format("#/components/schemas/{}", name)); };
    switch (field.of.kind) {
        case Kind::string:
        case Kind::code: write_codes(json, field, law); break;
        case Kind::text: part("Text"); break;
        case Kind::integer: json.member("type", "integer"); break;
        case Kind::number: json.member("type", "number"); break;
        case Kind::boolean: json.member("type", "boolean"); break;
        case Kind::date: part("Date"); break;
        case Kind::money: part("Money"); break;
        case Kind::place: part("Place"); break;
        case Kind::reference:
            json.member("type", "string").member("description", fmt::format("The id of a record of type {}", field.refers));
            break;
        case Kind::provenance: part("Provenance"); break;
        case Kind::structure: write_fields(json, field.of.parts(), law); break;
    }
}

// The members of an object schema. Absent and empty values are left out of a record, so that only what is never empty is
// required.
void write_fields(JsonWriter& json, std::span<const Field> fields, const law::Mechanisms& law) {
    json.member("type", "object").key("properties").begin_object();
    for (const Field& field : fields) {
        json.key(field.name).begin_object();
        if (field.of.list) {
            json.member("type", "array").key("items").begin_object();
            write_kind(json, field, law);
            json.end_object();
        } else {
            write_kind(json, field, law);
        }
        if (!field.term.empty()) json.member("x-term", field.term);
        json.end_object();
    }
    json.end_object().key("required").begin_array();
    for (const Field& field : fields) {
        const bool can_be_empty = field.of.kind == Kind::boolean || (field.of.kind == Kind::string && field.name != "id");
        if (!field.of.optional && !can_be_empty && field.visibility == record::Visibility::everyone) json.value(field.name);
    }
    json.end_array().member("additionalProperties", false);
}

// The two answers of a collection: its list and one of its records.
void write_collection(JsonWriter& json, const collections::Collection& collection, const law::Mechanisms& law) {
    const std::string name = schema_name(*collection.type);
    json.key(name).begin_object();
    write_fields(json, collection.type->fields, law);
    json.end_object();
    json.key(name + "Records")
        .raw(fmt::format(R"json({{"type":"object","properties":{{"type":{{"const":"{0}"}},
"count":{{"type":"integer","description":"Records that fulfil the filter"}},"of":{{"type":"integer","description":"Records in all"}},
"before":{{"type":"integer","description":"Of those that fulfil it, how many stand before this page"}},
"words_ignored":{{"type":"integer"}},"only_best":{{"type":"integer","description":"The words are in more records: so many that answer them best are listed and counted"}},"facets":{{"type":"object","additionalProperties":{{"type":"object","additionalProperties":{{"type":"integer"}}}}}},
"links":{{"type":"object"}},"languages":{{"type":"object"}},"next":{{"type":["string","null"]}},
"records":{{"type":"array","items":{{"type":"object","description":"A {1}, or the fields of it that were asked for, with its links",
"properties":{{"id":{{"type":"string"}},"links":{{"type":"object"}}}},"required":["id","links"]}}}}}},
"required":["type","count","of","before","facets","links","languages","next","records"],"additionalProperties":false}})json",
                         collection.type->name, name));
    json.key(name + "Document")
        .raw(fmt::format(R"json({{"type":"object","properties":{{"type":{{"const":"{0}"}},
"title":{{"$ref":"#/components/schemas/Text"}},"version":{{"type":"integer","description":"The journal entry that wrote it"}},
"record":{{"$ref":"#/components/schemas/{1}"}},"named_by":{{"type":"array","items":{{"type":"object","properties":{{
"type":{{"type":"string"}},"field":{{"type":"string"}},"count":{{"type":"integer"}},"records":{{"type":"array","items":{{"type":"object"}}}}}},
"required":["type","field","count","records"]}}}},"links":{{"type":"object"}},"languages":{{"type":"object"}}}},
"required":["type","title","version","record","named_by","links","languages"],"additionalProperties":false}})json",
                         collection.type->name, name));
}

}  // namespace

void write_schemas(JsonWriter& json, const law::Mechanisms& law) {
    for (const NamedSchema& part : parts) json.key(part.name).raw(part.schema);
    const auto record = [&](std::string_view name, const record::RecordType& type) {
        json.key(name).begin_object();
        write_fields(json, type.fields, law);
        json.end_object();
    };
    record("Submission", registry::Submission::type());
    record("Filer", registry::Filer::type());
    record("DocketEvent", registry::DocketEvent::type());
    record("Document", registry::Document::type());
    for (const collections::Collection& collection : collections::all())
        if (collection.type != &registry::Submission::type()) write_collection(json, collection, law);
    for (const NamedSchema& answer : answers) json.key(answer.name).raw(answer.schema);
    write_map_schemas(json);
    write_portal_schemas(json);
    write_landing_schema(json);
}

}  // namespace comity::api
