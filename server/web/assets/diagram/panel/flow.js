// When a flow is taken: always, on an outcome of the step before it, on an expression, or else.

import { checkField, group, selectField, textField } from "../make.js";
import { say } from "../words.js";

const OUTCOME = /^=?\s*outcome\s*=\s*"([^"]*)"\s*$/;
const CHOOSING = ["bpmn:ExclusiveGateway", "bpmn:InclusiveGateway", "bpmn:Activity"];

// The steps whose outcome a flow can ask for: those before it, through gateways.
function stepsBefore(flow) {
  const [found, seen, ahead] = [[], new Set(), [flow.sourceRef]];
  while (ahead.length) {
    const node = ahead.pop();
    if (!node || seen.has(node)) continue;
    seen.add(node);
    if (node.$instanceOf("bpmn:Gateway")) ahead.push(...(node.incoming ?? []).map(({ sourceRef }) => sourceRef));
    else found.push(node);
  }
  return found;
}

function outcomesBefore(flow) {
  const values = stepsBefore(flow).flatMap((step) => step.extensionElements?.values ?? []);
  const all = values.filter((value) => value.$type === "desk:Outcome");
  return all.map(({ id, name }) => ({ value: id, label: name ?? id }));
}

function keepsCondition(model, text) {
  model.set({ conditionExpression: text ? model.formal(text) : undefined });
}

function elseField(model, source) {
  const value = source.default === model.it;
  const keep = (is) => {
    const flow = is ? model.it : undefined;
    const shape = model.element.source;
    model.editor.get("modeling").updateProperties(shape, { default: flow });
  };
  return checkField({ name: "else", label: say("else"), value }, keep);
}

export function flow(model) {
  const source = model.it.sourceRef;
  if (!model.is("bpmn:SequenceFlow") || !CHOOSING.some((type) => source.$instanceOf(type))) return undefined;
  const text = model.it.conditionExpression?.body ?? "";
  const [, outcome] = OUTCOME.exec(text) ?? [];
  const options = outcomesBefore(model.it);
  return group(
    say("group-condition"),
    options.length > 0 && selectField(
      { name: "outcome", label: say("on-outcome"), value: outcome ?? "", options, none: say("none") },
      (id) => keepsCondition(model, id && `outcome = "${id}"`),
    ),
    textField(
      { name: "condition", label: say("condition"), value: text, dir: "ltr", hint: say("condition-hint") },
      (typed) => keepsCondition(model, typed),
    ),
    elseField(model, source),
  );
}
