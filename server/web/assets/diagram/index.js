// The diagram editor of a draft. Without it the page shows the server's own picture, and the file as
// a text.

import { fillBar } from "./bar.js";
import { editorIn, fit, opens, undrawn } from "./editor.js";
import { make } from "./make.js";
import { fillPanel } from "./panel/index.js";
import { Saving } from "./saving.js";
import { learn, say } from "./words.js";

const plain = document.querySelectorAll("[data-diagram-plain]");
const status = document.querySelector("[data-diagram-status]");
const form = document.querySelector("[data-diagram-form]");

class Page {
  constructor(island) {
    const part = (name) => island.querySelector(`[data-diagram-${name}]`);
    this.island = island;
    this.shows(true);
    this.editor = editorIn(part("canvas"));
    this.saving = new Saving(form, this.editor);
    fillBar(part("bar"), this.editor);
    this.panel = part("panel");
    this.filled = false;
  }

  // Either the editor or the plain page.
  shows(editor) {
    this.island.hidden = !editor;
    for (const one of plain) one.hidden = editor;
  }

  // What the editor would lose stays out of it: the file itself can still be changed.
  async open(xml) {
    this.saving.open = false;
    form.elements.xml.value = xml;
    // The picture takes its measures from a page that is shown.
    this.shows(true);
    const losses = await opens(this.editor, xml).catch(({ message }) => [message]);
    if (losses.length) return this.refuses(losses);
    this.saving.open = true;
    fit(this.editor);
    if (!this.filled) fillPanel(this.panel, this.editor);
    this.filled = true;
    this.island.dataset.ready = "yes";
    const names = undrawn(this.editor);
    return status.replaceChildren(names.length ? say("undrawn", { names: names.join("، ") }) : "");
  }

  refuses(losses) {
    this.shows(false);
    delete this.island.dataset.ready;
    const told = losses.slice(0, 5).map((loss) => make("li", {}, make("bdi", { dir: "ltr" }, loss)));
    status.replaceChildren(say("unreadable"), make("ul", {}, told));
  }

  goto(id) {
    const element = this.editor.get("elementRegistry").get(id);
    if (!element || this.island.hidden) return;
    this.editor.get("selection").select(element);
    this.editor.get("canvas").scrollToElement(element, 60);
    this.island.scrollIntoView({ block: "start" });
  }

  async takes(file) {
    const xml = file.size > 2 * 1024 * 1024 ? undefined : await file.text().catch(() => undefined);
    if (xml === undefined) return status.replaceChildren(say("file-unread"));
    await this.open(xml);
    this.saving.changed = true;
    return status.prepend(make("p", {}, say("file-read")));
  }
}

const island = document.querySelector("[data-diagram]");
if (island) {
  learn(island);
  const page = new Page(island);
  page.open(form.elements.xml.value);
  for (const link of document.querySelectorAll("[data-diagram-goto]")) {
    link.addEventListener("click", () => page.goto(link.dataset.diagramGoto));
  }
  const field = document.querySelector("[data-diagram-file]");
  field.hidden = false;
  field.querySelector("input").addEventListener("change", ({ target }) => {
    if (target.files.length) page.takes(target.files[0]);
  });
}
