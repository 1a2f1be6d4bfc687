// What the desk does at a step: who has it, by when, what the applicant sees meanwhile.

import { checkField, group, selectField, textField } from "../make.js";
import { choicesOf, say } from "../words.js";
import { spanField } from "./span.js";

function chosen(model, name) {
  return selectField(
    { name, label: say(name), value: model.desk(name), options: choicesOf(name), none: say("none") },
    (value) => model.setDesk(name, value),
  );
}

function typed(model, name, hint) {
  return textField({ name, label: say(name), value: model.desk(name), dir: "ltr", hint }, (value) =>
    model.setDesk(name, value));
}

function checked(model, name, value) {
  return checkField({ name, label: say(name), value: model.desk(name) === value }, (is) =>
    model.setDesk(name, is ? value : ""));
}

function within(model) {
  const now = { text: model.desk("within") ?? "", working: model.desk("calendar") === "working" };
  return spanField({ name: "within", label: say("within"), ...now }, ({ text, working }) =>
    model.set({ "desk:within": text || undefined, "desk:calendar": text && working ? "working" : undefined }));
}

const FIELDS = {
  "bpmn:UserTask": (model) => [
    chosen(model, "role"), within(model), chosen(model, "stage"), typed(model, "form"), checked(model, "clock", "stops"),
  ],
  "bpmn:ServiceTask": (model) => [chosen(model, "kind"), chosen(model, "stage")],
  "bpmn:SendTask": (model) => [chosen(model, "notice"), chosen(model, "stage"), checked(model, "wait", "delivered")],
  "bpmn:ReceiveTask": (model) => [chosen(model, "stage"), checked(model, "clock", "stops")],
  "bpmn:BusinessRuleTask": (model) => [
    choicesOf("decision").length ? chosen(model, "decision") : typed(model, "decision"),
    typed(model, "result", say("result-hint")),
  ],
};

export function atTheDesk(model) {
  const [, fields] = Object.entries(FIELDS).find(([type]) => model.is(type)) ?? [];
  return fields && group(say("group-desk"), ...fields(model));
}
