// The diagram editor of a draft. Without it the page shows the server's own picture, and the file to
// take away and bring back.

import { fillBar } from "./bar.js";
import { editorIn, fit, opens } from "./editor.js";
import { make } from "./make.js";
import { fillPanel } from "./panel/index.js";
import { Saving } from "./saving.js";
import { learn, say } from "./words.js";

// What the editor would lose stays out of it: the file itself can still be changed.
function refuses(island, losses) {
  island.hidden = true;
  const told = losses.slice(0, 5).map((loss) => make("li", {}, make("bdi", { dir: "ltr" }, loss)));
  island.before(make("div", { class: "inset", role: "alert" }, make("p", {}, say("unreadable")), make("ul", {}, told)));
}

async function starts(island) {
  learn(island);
  const form = document.querySelector("[data-diagram-form]");
  const part = (name) => island.querySelector(`[data-diagram-${name}]`);
  island.hidden = false;
  const editor = editorIn(part("canvas"));
  try {
    const losses = await opens(editor, form.elements.xml.value);
    if (losses.length) return refuses(island, losses);
  } catch (fault) {
    return refuses(island, [fault.message]);
  }
  for (const plain of document.querySelectorAll("[data-diagram-plain]")) plain.hidden = true;
  fit(editor);
  fillBar(part("bar"), editor);
  fillPanel(part("panel"), editor);
  new Saving(form, editor);
  for (const link of document.querySelectorAll("[data-diagram-goto]")) {
    link.addEventListener("click", () => {
      const element = editor.get("elementRegistry").get(link.dataset.diagramGoto);
      if (element) editor.get("selection").select(element);
    });
  }
  island.dataset.ready = "yes";
}

const island = document.querySelector("[data-diagram]");
if (island) starts(island);
