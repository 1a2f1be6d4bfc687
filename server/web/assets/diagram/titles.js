// What an element is called where it is named in a list.

import { kindOf } from "./kinds.js";
import { say } from "./words.js";

function what(element) {
  const known = kindOf(element);
  if (known) return say(`kind-${known.key}`);
  if (element.type === "bpmn:SequenceFlow") return say("kind-flow");
  return element.type.replace("bpmn:", "");
}

export function titleOf(element) {
  const { businessObject: it } = element;
  if (element.type === "bpmn:SequenceFlow") {
    const end = (node) => node?.name || node?.id || "";
    const name = it.name ? ` ${it.name}` : "";
    return `${what(element)}:${name} (${say("from-to", { from: end(it.sourceRef), to: end(it.targetRef) })})`;
  }
  const name = (it.name || it.text || it.id).replace(/\s+/g, " ");
  return `${what(element)}: ${name}`;
}
