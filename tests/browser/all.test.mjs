// Everything in one process: one site, one browser and one walk for all.
import "./crawl.test.mjs";
import "./formats.test.mjs";
import "./routes.test.mjs";
import "./pages.test.mjs";
import "./tasks.test.mjs";
import "./keyboard.test.mjs";
