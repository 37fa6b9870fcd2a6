// The map without reloading the page: dragging and the wheel move it, sliders and boxes narrow it at once. Everything it does, the
// page's own links and form do too; this only asks for the same addresses and puts the answer into the page.

const form = /** @type {HTMLFormElement} */ (document.getElementById("filters"));
const quiet = 250; // ms without a further change until the server is asked

/** @type {AbortController | undefined} */
let asking;
/** @type {number | undefined} */
let waiting;

const results = () => /** @type {HTMLElement} */ (document.getElementById("map"));

/** Shows the map of that address; the address stays in the bar, so that it can be shared.
 * @param {string} address */
async function show(address) {
  asking?.abort();
  asking = new AbortController();
  const before = results();
  before.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const after = page.getElementById("map");
    if (!after) throw new Error("no map");
    const move = before.contains(document.activeElement) ? (document.activeElement?.getAttribute("data-move") ?? "home") : null;
    before.replaceWith(document.adoptNode(after));
    if (move) /** @type {HTMLElement | null} */ (after.querySelector(`[data-move="${move}"]`) ?? after.querySelector("[data-move]"))?.focus();
    for (const also of [".languages", "#filters fieldset"]) takeOver(also, page);
    said.textContent = after.querySelector("h2")?.textContent ?? "";
    history.replaceState(null, "", address);
    keepWindow(address);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    location.assign(address); // the page says what is wrong
  }
}

// Tells those who don't see it that the map is another one now.
const said = Object.assign(document.createElement("p"), { className: "unseen", role: "status" });
document.querySelector("main")?.append(said);

/** What changes with the map outside of it: the addresses of the other languages, and how many records each layer has.
 * @param {string} selector
 * @param {Document} page */
function takeOver(selector, page) {
  const here = document.querySelector(selector), there = page.querySelector(selector);
  const links = here?.querySelectorAll("a") ?? [], counts = here?.querySelectorAll(".count") ?? [];
  there?.querySelectorAll("a").forEach((link, at) => links[at]?.setAttribute("href", link.getAttribute("href") ?? ""));
  there?.querySelectorAll(".count").forEach((count, at) => counts[at]?.replaceChildren(...count.childNodes));
}

/** The form asks for the window that is shown.
 * @param {string} address */
function keepWindow(address) {
  const box = new URL(address, location.href).searchParams.get("bbox");
  let field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem("bbox"));
  if (!box) return field?.remove();
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name: "bbox" });
    form.append(field);
  }
  field.value = box;
}

/** The address of the form as it stands.
 * @param {string} [box] another window */
function asked(box) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string" && value !== "") query.append(name, value);
  if (box) query.set("bbox", box);
  return `${form.getAttribute("action")}?${query}`;
}

/** @param {() => void} what */
function soon(what) {
  clearTimeout(waiting);
  waiting = setTimeout(what, quiet);
}

form.addEventListener("input", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  const told = /** @type {HTMLOutputElement | null} */ (form.querySelector(`output[for="${field.id}"]`));
  if (told) told.value = field.value;
  soon(() => show(asked()));
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  show(asked());
});

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = /** @type {Element} */ (event.target).closest("#map a");
  const address = link?.getAttribute("href") ?? "";
  if (!link || !address.startsWith(`${form.getAttribute("action")}`) || link.closest(".formats")) return;
  if (new URL(address, location.href).pathname !== new URL(form.action).pathname) return;
  event.preventDefault();
  show(address);
});

/** The size of each drawing as it came: zooming changes its view box.
 * @type {WeakMap<SVGSVGElement, {width: number, height: number}>} */
const sizes = new WeakMap();

/** A drawing and the window that it was drawn for.
 * @param {EventTarget | null} target */
function drawingAt(target) {
  const drawing = /** @type {SVGSVGElement | null} */ (target instanceof Element ? target.closest("svg.map") : null);
  const box = drawing?.parentElement?.dataset.bbox?.split(",").map(Number);
  if (!drawing || !box || box.length !== 4) return null;
  const [west, south, east, north] = box;
  const view = drawing.viewBox.baseVal;
  const size = sizes.get(drawing) ?? { width: view.width, height: view.height };
  sizes.set(drawing, size);
  return { drawing, view, ...size, west, south, east: east < west ? east + 360 : east, north };
}

/** Asks for what a drawing's view box shows.
 * @param {NonNullable<ReturnType<typeof drawingAt>>} at */
function showView({ view, width, height, west, south, east, north }) {
  const longitude = (/** @type {number} */ x) => west + (x / width) * (east - west);
  const latitude = (/** @type {number} */ y) => Math.min(90, Math.max(-90, north - (y / height) * (north - south)));
  const meridian = (/** @type {number} */ degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;
  const left = longitude(view.x), right = longitude(view.x + view.width);
  const whole = right - left >= 360;
  const box = [whole ? -180 : meridian(left), latitude(view.y + view.height), whole ? 180 : meridian(right), latitude(view.y)];
  soon(() => show(asked(box.map((degrees) => degrees.toFixed(2)).join(","))));
}

/** @type {{at: NonNullable<ReturnType<typeof drawingAt>>, x: number, y: number, left: number, top: number, moved: boolean} | null} */
let drag = null;

// With a mouse: on a touch screen a finger scrolls the page, and the buttons move the map.
document.addEventListener("pointerdown", (event) => {
  const at = event.isPrimary && event.button === 0 && event.pointerType === "mouse" ? drawingAt(event.target) : null;
  if (at) drag = { at, x: event.clientX, y: event.clientY, left: at.view.x, top: at.view.y, moved: false };
});
document.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const x = event.clientX - drag.x, y = event.clientY - drag.y;
  if (!drag.moved && Math.hypot(x, y) < 5) return; // a click, so far
  drag.moved = true;
  const { drawing, view } = drag.at;
  const scale = view.width / drawing.clientWidth;
  view.x = drag.left - x * scale;
  view.y = drag.top - y * scale;
  getSelection()?.removeAllRanges();
});
document.addEventListener("pointerup", () => {
  if (drag?.moved) {
    showView(drag.at);
    // It was no click on a mark.
    const stop = (/** @type {Event} */ event) => event.preventDefault();
    addEventListener("click", stop, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", stop, { capture: true }));
  }
  drag = null;
});
document.addEventListener("dragstart", (event) => {
  if (drawingAt(event.target)) event.preventDefault();
});

// With Ctrl or Cmd, as on other maps in a page: the wheel alone scrolls the page.
document.addEventListener(
  "wheel",
  (event) => {
    const at = event.ctrlKey || event.metaKey ? drawingAt(event.target) : null;
    if (!at) return;
    event.preventDefault();
    const { drawing, view } = at, by = Math.exp(Math.sign(event.deltaY) * 0.25), edge = drawing.getBoundingClientRect();
    const x = view.x + ((event.clientX - edge.left) / edge.width) * view.width;
    const y = view.y + ((event.clientY - edge.top) / edge.height) * view.height;
    view.x = x + (view.x - x) * by;
    view.y = y + (view.y - y) * by;
    view.width *= by;
    view.height *= by;
    showView(at);
  },
  { passive: false },
);
