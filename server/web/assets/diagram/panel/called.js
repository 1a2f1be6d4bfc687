// Expressions that are written into a value, and processes that are called with values.

import { button, group, make, textField } from "../make.js";
import { say } from "../words.js";

function script(model) {
  const keep = (body) => model.set({ script: body || undefined, scriptFormat: body ? "feel" : undefined });
  return group(
    say("group-script"),
    textField({ name: "result", label: say("result"), value: model.desk("result"), dir: "ltr" }, (value) => model.setDesk("result", value)),
    textField({ name: "script", label: say("script"), value: model.it.script, dir: "ltr", rows: 3, hint: say("condition-hint") }, keep),
  );
}

// What is handed in or out.
function mappings(model, type) {
  const all = model.extensions(type);
  const name = type.toLowerCase();
  const write = (those) => model.setExtensions(type, those);
  const changed = (at, properties) =>
    all.map((known, here) =>
      here === at ? model.create(`desk:${type}`, { source: known.source, target: known.target, ...properties }) : known);
  const rows = all.map(({ source, target }, at) =>
    make(
      "li",
      { class: "diagram-outcome" },
      textField({ name: `${name}-${at}-source`, label: say("map-source"), value: source, dir: "ltr" }, (text) => write(changed(at, { source: text }))),
      textField({ name: `${name}-${at}-target`, label: say("map-target"), value: target, dir: "ltr" }, (text) => write(changed(at, { target: text }))),
      button(say("map-remove", { name: target ?? "" }), `${name}-${at}-remove`, () => write(all.filter((_, here) => here !== at))),
    ));
  return group(
    say(`map-${name}`),
    rows.length > 0 && make("ol", { class: "plain-list" }, rows),
    button(say(`map-${name}-add`), `${name}-add`, () => write([...all, model.create(`desk:${type}`, { source: "", target: "" })])),
  );
}

function call(model) {
  return group(
    say("group-call"),
    textField(
      { name: "called", label: say("called"), value: model.it.calledElement, dir: "ltr" },
      (calledElement) => model.set({ calledElement: calledElement || undefined }),
    ),
    mappings(model, "In"),
    mappings(model, "Out"),
  );
}

export function called(model) {
  if (model.is("bpmn:ScriptTask")) return script(model);
  return model.is("bpmn:CallActivity") ? call(model) : undefined;
}
