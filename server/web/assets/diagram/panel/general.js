// What every element has: its kind, its name in each language.

import { is } from "bpmn-js/lib/util/ModelUtil";

import { kindOf, shapeOf, siblings } from "../kinds.js";
import { group, make, selectField, textField } from "../make.js";
import { say } from "../words.js";

const NAMED = ["bpmn:FlowNode", "bpmn:Process", "bpmn:Participant", "bpmn:Lane"];

function kindField(model) {
  const { editor, element } = model;
  if (!is(element, "bpmn:FlowNode")) return undefined;
  const now = kindOf(element);
  if (!now) return make("p", { class: "problem" }, say("kind-foreign", { type: element.type.replace("bpmn:", "") }));
  const become = (key) => {
    const wanted = siblings(now).find((one) => one.key === key);
    const target = { ...shapeOf(wanted) };
    if (element.type === "bpmn:BoundaryEvent") target.cancelActivity = model.it.cancelActivity;
    editor.get("bpmnReplace").replaceElement(element, target);
  };
  const options = siblings(now).map(({ key }) => ({ value: key, label: say(`kind-${key}`) }));
  return selectField({ name: "kind", label: say("kind"), value: now.key, options }, become);
}

function nameFields(model) {
  const { editor, element } = model;
  if (model.is("bpmn:TextAnnotation")) {
    const keep = (text) => model.set({ text });
    return [textField({ name: "text", label: say("annotation"), value: model.it.text, rows: 3 }, keep)];
  }
  const rename = (name) =>
    model.is("bpmn:Process") ? model.set({ name }) : editor.get("modeling").updateLabel(element, name);
  const fields = [textField({ name: "name", label: say("name-fa"), value: model.it.name, lang: "fa", rows: 2 }, rename)];
  if (NAMED.some((type) => model.is(type))) {
    const keep = (text) => model.setText("en", text);
    fields.push(textField({ name: "name-en", label: say("name-en"), value: model.text("en"), dir: "ltr", lang: "en", rows: 2 }, keep));
  }
  return fields;
}

export function general(model) {
  const id = make("p", { class: "hint" }, `${say("id")}: `, make("bdi", { dir: "ltr", class: "code" }, model.it.id));
  return group(say("group-general"), kindField(model), ...nameFields(model), id);
}
