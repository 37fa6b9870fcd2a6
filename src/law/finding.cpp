#include <fmt/format.h>

#include <array>

#include "base/format.hpp"
#include "law/evaluate.hpp"

namespace comity::law {

std::string_view code(ClockState state) {
    static constexpr std::array<std::string_view, 9> codes{"open",    "met",        "late",    "met-late", "past-target",
                                                           "elapsed", "superseded", "untimed", "suspended"};
    return codes[static_cast<std::size_t>(state)];
}

std::string_view code(Missing missing) {
    static constexpr std::array<std::string_view, 10> codes{"nothing",       "opening-event", "opening-date",      "rule",
                                                            "month-reading", "known-days",    "conflicting-rules", "in-abeyance",
                                                            "abeyance-day",  "no-upper-limit"};
    return codes[static_cast<std::size_t>(missing)];
}

namespace {

struct Wording {
    std::string_view code, en, fr, es;
};

// In the order of FindingCode. {0} the event, {1} its date, {2} the other event, {3} its date, {4} the step.
constexpr auto wordings = std::to_array<Wording>({
    {"missing_opener", "“{0}” ({1}) ends the step “{4}”, but nothing on the record opened it.",
     "« {0} » ({1}) met fin à l’étape « {4} », mais rien au dossier ne l’a ouverte.",
     "«{0}» ({1}) pone fin a la etapa «{4}», pero nada en el expediente la abrió."},
    {"out_of_order", "“{0}” ({1}) ends the step “{4}”, which “{2}” opens only later ({3}).",
     "« {0} » ({1}) met fin à l’étape « {4} », que « {2} » n’ouvre que plus tard ({3}).",
     "«{0}» ({1}) pone fin a la etapa «{4}», que «{2}» abre solo después ({3})."},
    {"vague_date", "The day of “{0}” is not on the record, only {1}.", "Le jour de « {0} » n’est pas au dossier, seulement {1}.",
     "El día de «{0}» no consta en el expediente, solo {1}."},
    {"unknown_date", "The date of “{0}” is not on the record.", "La date de « {0} » n’est pas au dossier.",
     "La fecha de «{0}» no consta en el expediente."},
    {"unexplained_date", "The date of “{0}” ({1}) fits no rule, and no explanation is on the record.",
     "La date de « {0} » ({1}) ne correspond à aucune règle, et aucune explication n’est au dossier.",
     "La fecha de «{0}» ({1}) no corresponde a ninguna regla y no consta explicación en el expediente."},
    {"extension_not_on_record",
     "“{0}” ({1}) came within the longer time that a notice would have given; no such notice is on the record.",
     "« {0} » ({1}) a eu lieu dans le délai prolongé qu’un avis aurait donné ; aucun avis n’est au dossier.",
     "«{0}» ({1}) ocurrió dentro del plazo ampliado que un aviso habría dado; no consta tal aviso en el expediente."},
    {"announced_due_differs", "The due date announced on {1} for the step “{4}” is not the one that the rule gives.",
     "L’échéance annoncée le {1} pour l’étape « {4} » n’est pas celle que donne la règle.",
     "La fecha límite anunciada el {1} para la etapa «{4}» no es la que da la regla."},
    {"late_extension", "“{0}” ({1}) came after the time had run out and prolongs nothing.",
     "« {0} » ({1}) a eu lieu après l’expiration du délai et ne prolonge rien.",
     "«{0}» ({1}) ocurrió después de vencido el plazo y no prorroga nada."},
    {"after_the_end", "“{0}” ({1}) is dated after “{2}” ({3}), which had ended the case.",
     "« {0} » ({1}) porte une date postérieure à « {2} » ({3}), qui avait mis fin au dossier.",
     "«{0}» ({1}) es posterior a «{2}» ({3}), que había puesto fin al caso."},
    {"went_on", "The process went on with “{0}” ({1}) after “{2}” ({3}).",
     "Le processus s’est poursuivi par « {0} » ({1}) après « {2} » ({3}).",
     "El proceso siguió con «{0}» ({1}) después de «{2}» ({3})."},
    {"partial_outcome", "“{0}” ({1}) settles only a part of the matter.", "« {0} » ({1}) ne règle qu’une partie de la question.",
     "«{0}» ({1}) resuelve solo una parte del asunto."},
    {"merged", "The case goes on together with another one ({1}).", "Le dossier se poursuit avec un autre ({1}).",
     "El caso continúa junto con otro ({1})."},
    {"silence", "The time for the step “{4}” ran out and no answer is on the record; the next step can begin.",
     "Le délai de l’étape « {4} » a expiré sans réponse au dossier ; l’étape suivante peut commencer.",
     "El plazo de la etapa «{4}» venció sin que conste respuesta; la etapa siguiente puede comenzar."},
    {"duplicate", "“{0}” ({1}) stands twice on the record.", "« {0} » ({1}) figure deux fois au dossier.",
     "«{0}» ({1}) consta dos veces en el expediente."},
    {"unknown_type", "“{0}” ({1}) is not an event that this mechanism knows.",
     "« {0} » ({1}) n’est pas un événement que ce mécanisme connaît.", "«{0}» ({1}) no es un acto que este mecanismo conozca."},
    {"outside_regime", "The filing ({1}) is outside the days that this mechanism governs.",
     "Le dépôt ({1}) est hors des dates que ce mécanisme régit.",
     "La presentación ({1}) está fuera de las fechas que rige este mecanismo."},
    {"not_filed", "The filing is not on the record.", "Le dépôt n’est pas au dossier.",
     "La presentación no consta en el expediente."},
    {"needs_missing", "“{0}” ({1}) has no effect before “{2}”, which is not on the record.",
     "« {0} » ({1}) n’a pas d’effet avant « {2} », qui n’est pas au dossier.",
     "«{0}» ({1}) no surte efecto antes de «{2}», que no consta en el expediente."},
    {"needs_all", "“{0}” ({1}) has no effect before all who stand there have done it.",
     "« {0} » ({1}) n’a pas d’effet tant que tous n’y ont pas pris part.",
     "«{0}» ({1}) no surte efecto mientras no lo hagan todos."},
    {"extension_not_by_officer",
     "“{0}” ({1}) does not come from the officer whose own notice alone prolongs the step “{4}”; it prolongs nothing.",
     "« {0} » ({1}) n’émane pas du titulaire dont seul l’avis personnel prolonge l’étape « {4} » ; rien n’est prolongé.",
     "«{0}» ({1}) no proviene del titular cuyo aviso personal es el único que prorroga la etapa «{4}»; no prorroga nada."},
    {"resumed_without_suspension", "“{0}” ({1}) resumes the step “{4}”, but nothing on the record had suspended it.",
     "« {0} » ({1}) reprend l’étape « {4} », mais rien au dossier ne l’avait suspendue.",
     "«{0}» ({1}) reanuda la etapa «{4}», pero nada en el expediente la había suspendido."},
    {"already_suspended", "“{0}” ({1}) suspends the step “{4}”, which was in abeyance already; it changes nothing.",
     "« {0} » ({1}) suspend l’étape « {4} », qui l’était déjà ; rien ne change.",
     "«{0}» ({1}) suspende la etapa «{4}», que ya lo estaba; no cambia nada."},
    {"conflicting_rules", "Several time limits hold for the step “{4}”, and none gives way to another; none is chosen.",
     "Plusieurs délais s’appliquent à l’étape « {4} » et aucun ne cède devant un autre ; aucun n’est choisi.",
     "Varios plazos rigen la etapa «{4}» y ninguno cede ante otro; no se elige ninguno."},
});
static_assert(wordings.size() == static_cast<std::size_t>(FindingCode::conflicting_rules) + 1);

std::string name_of(const Mechanism& mechanism, std::span<const Event> events, int event, base::Language language) {
    if (event == no_event) return "";
    const std::string_view type = events[static_cast<std::size_t>(event)].type;
    const int at = event_type(mechanism, type);
    return at < 0 ? std::string(type) : mechanism.event_types[static_cast<std::size_t>(at)].name[language];
}

std::string date_of(std::span<const Event> events, int event, base::Language language) {
    if (event == no_event || !events[static_cast<std::size_t>(event)].date) return "?";
    return base::date(language, *events[static_cast<std::size_t>(event)].date);
}

// Of the other event, or of the type of event that is missing.
std::string other_name(const Mechanism& mechanism, std::span<const Event> events, const Finding& finding,
                       base::Language language) {
    if (finding.code != FindingCode::needs_missing) return name_of(mechanism, events, finding.other_event, language);
    const int type = event_type(mechanism, events[static_cast<std::size_t>(finding.event)].type);
    const int needed = mechanism.event_types[static_cast<std::size_t>(type)].needs;
    return mechanism.event_types[static_cast<std::size_t>(needed)].name[language];
}

}  // namespace

std::string_view code(FindingCode code) { return wordings[static_cast<std::size_t>(code)].code; }

base::Text describe(const Mechanism& mechanism, std::span<const Event> events, const Finding& finding) {
    const Wording& wording = wordings[static_cast<std::size_t>(finding.code)];
    base::Text text;
    for (const base::Language language : base::languages) {
        const std::string_view form = language == base::Language::en   ? wording.en
                                      : language == base::Language::fr ? wording.fr
                                                                       : wording.es;
        text[language] =
            fmt::format(fmt::runtime(form), name_of(mechanism, events, finding.event, language),
                        date_of(events, finding.event, language), other_name(mechanism, events, finding, language),
                        date_of(events, finding.other_event, language), finding.step ? finding.step->name[language] : "");
    }
    return text;
}

}  // namespace comity::law
