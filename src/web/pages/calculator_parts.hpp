#pragma once

#include "base/messages.hpp"
#include "web/html/html.hpp"
#include "web/site/calculation.hpp"
#include "web/site/site.hpp"

// The parts of the calculator's page.
namespace comity::pages {

struct CalculatorView {
    const site::Site& site;
    const site::Calculation& asked;
    base::Language language;
    base::Words words;
};

// The mechanisms to choose from and the form. What is wrong stands beside its field, which keeps what was typed.
void question_form(html::Html& h, const CalculatorView& view);

// What has to be known before the answer is read: that the mechanism governs other filings, what was not used.
void reservations(html::Html& h, const CalculatorView& view);
// Each step with the day on which it opens and is due, and a field for the day on which it really ended.
void clocks_ahead(html::Html& h, const CalculatorView& view);
// The proof of each, and how the course can go on from it.
void proofs_ahead(html::Html& h, const CalculatorView& view);

}  // namespace comity::pages
