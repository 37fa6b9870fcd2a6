// Results while one types: the same page for the words so far, its results put in place of those that are shown. Without script
// the form does it.
const field = document.querySelector("#q");
let waiting = 0;
let asked = "";

async function show() {
  const words = field.value.trim();
  if (words === asked) return;
  asked = words;
  const address = new URL(field.form.action);
  if (words) address.searchParams.set("q", words);
  const kind = field.form.elements.namedItem("type");
  if (kind) address.searchParams.set("type", kind.value);
  address.searchParams.set("unfinished", "yes");
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || words !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const results = page.querySelector("#results");
  if (results) document.querySelector("#results").replaceWith(results);
}

field?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 150);
});
