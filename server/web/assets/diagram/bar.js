// The bar above the picture: what can be drawn, undoing, the view. Ordinary buttons, so that the
// keyboard and screen readers reach all of it; a pointer can drag from them.

import { addsBehind, addsInView, addsWithPointer, canLead } from "./adding.js";
import { OFFERED } from "./kinds.js";
import { make } from "./make.js";
import { fit } from "./editor.js";
import { say } from "./words.js";

// A click of the keyboard counts no presses.
const byKeyboard = (event) => event.detail === 0;

function iconButton(icon, label, click) {
  return make("button", {
    type: "button", class: `diagram-tool bpmn-icon-${icon}`, "aria-label": label, title: label, onclick: click,
  });
}

function wordButton(label, click) {
  return make("button", { type: "button", class: "diagram-tool diagram-tool-word", onclick: click }, label);
}

function adding(editor, wanted) {
  const press = (event) => {
    const [only, ...others] = editor.get("selection").get();
    if (!byKeyboard(event)) return addsWithPointer(editor, event, wanted);
    if (only && !others.length && canLead(only)) return addsBehind(editor, only, wanted);
    return addsInView(editor, wanted);
  };
  const button = iconButton(wanted.icon, say("add", { kind: say(`kind-${wanted.key}`) }), press);
  button.draggable = true;
  button.addEventListener("dragstart", (event) => {
    event.preventDefault();
    addsWithPointer(editor, event, wanted);
  });
  return button;
}

function group(label, ...buttons) {
  return make("div", { class: "diagram-tools", role: "group", "aria-label": say(label) }, ...buttons);
}

function zoomed(editor, by) {
  const canvas = editor.get("canvas");
  canvas.zoom(Math.min(Math.max(canvas.zoom() * by, 0.2), 4), "auto");
}

export function fillBar(bar, editor) {
  const stack = editor.get("commandStack");
  const undo = wordButton(say("undo"), () => stack.undo());
  const redo = wordButton(say("redo"), () => stack.redo());
  const look = () => {
    undo.setAttribute("aria-disabled", String(!stack.canUndo()));
    redo.setAttribute("aria-disabled", String(!stack.canRedo()));
  };
  editor.on("commandStack.changed", look);
  look();
  bar.replaceChildren(
    group("bar-add", ...OFFERED.map((wanted) => adding(editor, wanted))),
    group(
      "bar-tools",
      iconButton("lasso-tool", say("lasso"), (event) => editor.get("lassoTool").activateSelection(event)),
      iconButton("space-tool", say("space"), (event) => editor.get("spaceTool").activateSelection(event)),
      undo,
      redo,
    ),
    group(
      "bar-view",
      wordButton(say("zoom-in"), () => zoomed(editor, 1.25)),
      wordButton(say("zoom-out"), () => zoomed(editor, 0.8)),
      wordButton(say("zoom-fit"), () => fit(editor)),
    ),
  );
}
