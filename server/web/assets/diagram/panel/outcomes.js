// The ways in which a person may finish a step.

import { button, group, make, selectField, textField } from "../make.js";
import { say } from "../words.js";
import { textIn, withText } from "./model.js";

const ASKS = ["number", "documents", "decision"];

// An outcome with some of it changed; a new one, so that the change can be undone.
function changed(model, outcome, properties) {
  const { id, name, asks, register, texts, $attrs } = outcome;
  const known = { id, name, asks, register, texts, ...properties };
  const set = Object.entries(known).filter(([, value]) => value !== undefined && value !== "");
  const made = model.create("desk:Outcome", Object.fromEntries(set));
  Object.assign(made.$attrs, $attrs);
  for (const text of made.texts ?? []) text.$parent = made;
  return made;
}

function one(model, outcome, at) {
  const all = model.extensions("Outcome");
  const keep = (properties) =>
    model.setExtensions("Outcome", all.map((known) => (known === outcome ? changed(model, known, properties) : known)));
  const asks = ASKS.map((value) => ({ value, label: say(`asks-${value}`) }));
  return make(
    "li",
    { class: "diagram-outcome" },
    textField({ name: `outcome-${at}-name`, label: say("outcome-name-fa"), value: outcome.name, lang: "fa" }, (name) => keep({ name })),
    textField(
      { name: `outcome-${at}-en`, label: say("outcome-name-en"), value: textIn(outcome.texts ?? [], "en"), dir: "ltr", lang: "en" },
      (text) => keep({ texts: withText(model, outcome.texts ?? [], "en", text) }),
    ),
    textField({ name: `outcome-${at}-id`, label: say("outcome-id"), value: outcome.id, dir: "ltr", hint: say("outcome-id-hint") }, (id) => keep({ id })),
    selectField({ name: `outcome-${at}-asks`, label: say("asks"), value: outcome.asks, options: asks, none: say("asks-nothing") }, (value) => keep({ asks: value })),
    outcome.asks === "number" ? textField({ name: `outcome-${at}-register`, label: say("register"), value: outcome.register, dir: "ltr" }, (register) => keep({ register })) : undefined,
    button(say("outcome-remove", { name: outcome.name ?? "" }), `outcome-${at}-remove`, () =>
      model.setExtensions("Outcome", all.filter((known) => known !== outcome))),
  );
}

function fresh(model) {
  const taken = new Set(model.extensions("Outcome").map(({ id }) => id));
  let number = 1;
  while (taken.has(`outcome-${number}`)) number += 1;
  return model.create("desk:Outcome", { id: `outcome-${number}`, name: say("outcome-new") });
}

export function outcomes(model) {
  if (!model.is("bpmn:UserTask")) return undefined;
  const all = model.extensions("Outcome");
  return group(
    say("group-outcomes"),
    make("p", { class: "hint" }, say("outcomes-hint")),
    all.length > 0 ? make("ol", { class: "plain-list" }, all.map((outcome, at) => one(model, outcome, at))) : undefined,
    button(say("outcome-add"), "outcome-add", () => model.setExtensions("Outcome", [...all, fresh(model)])),
  );
}
