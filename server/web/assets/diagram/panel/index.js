// The panel beside the picture: all that an element says, in ordinary fields.

import { addsDeadline, canHaveDeadline, canLead } from "../adding.js";
import { button, group, make, selectField } from "../make.js";
import { say } from "../words.js";
import { titleOf } from "../titles.js";
import { called } from "./called.js";
import { atTheDesk } from "./desk.js";
import { events } from "./events.js";
import { flow } from "./flow.js";
import { general } from "./general.js";
import { Model } from "./model.js";
import { outcomes } from "./outcomes.js";
import { repeat } from "./repeat.js";

const SECTIONS = [general, atTheDesk, outcomes, flow, events, repeat, called];

// What the pad beside an element does, for the keyboard.
function actions({ editor, element }) {
  if (!element.parent) return undefined;
  const modeling = editor.get("modeling");
  const rules = editor.get("rules");
  const all = editor.get("elementRegistry").getAll();
  const targets = !canLead(element) ? [] : all.filter(
    (other) => other !== element && rules.allowed("connection.create", { source: element, target: other })?.type === "bpmn:SequenceFlow",
  );
  const connect = (id) => modeling.connect(element, editor.get("elementRegistry").get(id));
  return group(
    say("group-actions"),
    targets.length > 0 && selectField(
      { name: "connect", label: say("connect-to"), value: "", none: say("none"), options: targets.map((other) => ({ value: other.id, label: titleOf(other) })) },
      connect,
    ),
    canHaveDeadline(element) && button(say("deadline"), "deadline", () => addsDeadline(editor, element)),
    button(say("remove"), "remove", () => modeling.removeElements([element])),
  );
}

function chosen(editor) {
  const selected = editor.get("selection").get();
  if (selected.length > 1) return undefined;
  const [element = editor.get("canvas").getRootElement()] = selected;
  return element.labelTarget ?? element;
}

// Which elements there are, so that each can be reached without a pointer.
function chooser(editor, element) {
  const all = editor.get("elementRegistry").filter((one) => one.type !== "label" && one.type !== "bpmn:Process" && one.parent);
  const options = all.map((one) => ({ value: one.id, label: titleOf(one) }));
  const label = say("element");
  const value = element?.parent ? element.id : "";
  return selectField({ name: "element", label, value, none: say("whole-process"), options }, (id) => {
    const selection = editor.get("selection");
    const one = editor.get("elementRegistry").get(id);
    selection.select(one ?? null);
    if (one) editor.get("canvas").scrollToElement(one, 60);
  });
}

function draw(panel, editor) {
  const element = chosen(editor);
  const model = element && new Model(editor, element);
  const sections = model ? SECTIONS.map((section) => section(model)) : [make("p", {}, say("several"))];
  panel.replaceChildren(
    ...[chooser(editor, element), ...sections, model && actions(model)].filter(Boolean),
  );
}

// The field that has the focus, to find it again in what is drawn anew.
function focused(panel) {
  const { activeElement: at } = document;
  return at && panel.contains(at) ? at.getAttribute("name") : null;
}

export function fillPanel(panel, editor) {
  let waiting = false;
  const redraw = () => {
    waiting = false;
    const name = focused(panel);
    draw(panel, editor);
    if (name) panel.querySelector(`[name="${CSS.escape(name)}"]`)?.focus();
  };
  // Only after the browser has moved the focus on: drawing under its feet would lose it.
  const soon = () => {
    if (!waiting) setTimeout(redraw);
    waiting = true;
  };
  editor.on(["selection.changed", "commandStack.changed", "root.set", "import.done"], soon);
  draw(panel, editor);
}
