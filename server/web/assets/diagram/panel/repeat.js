// A step that is done several times: by several units at once, or one after the other.

import { group, selectField, textField } from "../make.js";
import { say } from "../words.js";

const LOOP = "bpmn:MultiInstanceLoopCharacteristics";

function modeOf(around) {
  if (!around) return "";
  if (around.$type !== LOOP) return "foreign";
  return around.isSequential ? "sequential" : "parallel";
}

function modeField(model, around) {
  const become = (mode) => {
    if (!mode) return model.set({ loopCharacteristics: undefined });
    if (mode === "foreign") return undefined;
    const isSequential = mode === "sequential";
    if (around?.$type === LOOP) return model.setIn(around, { isSequential });
    return model.set({ loopCharacteristics: model.create(LOOP, { isSequential }) });
  };
  const modes = ["parallel", "sequential", ...(modeOf(around) === "foreign" ? ["foreign"] : [])];
  const options = modes.map((value) => ({ value, label: say(`repeat-${value}`) }));
  return selectField({ name: "repeat", label: say("repeat"), value: modeOf(around), options, none: say("repeat-once") }, become);
}

function attribute(model, around, name) {
  const keep = (value) => model.setIn(around, { [`desk:${name}`]: value || undefined });
  return textField({ name, label: say(name), value: around.get(`desk:${name}`), dir: "ltr", hint: say(`${name}-hint`) }, keep);
}

function expression(model, around, name) {
  const keep = (text) => model.setIn(around, { [name]: model.formal(text) });
  return textField({ name, label: say(name), value: around.get(name)?.body, dir: "ltr", hint: say(`${name}-hint`) }, keep);
}

export function repeat(model) {
  if (!model.is("bpmn:Activity") || model.it.triggeredByEvent) return undefined;
  const around = model.it.loopCharacteristics;
  const fields = around?.$type === LOOP && [
    attribute(model, around, "collection"),
    attribute(model, around, "item"),
    expression(model, around, "loopCardinality"),
    expression(model, around, "completionCondition"),
    attribute(model, around, "gather"),
    attribute(model, around, "each"),
  ];
  return group(say("group-repeat"), modeField(model, around), fields);
}
