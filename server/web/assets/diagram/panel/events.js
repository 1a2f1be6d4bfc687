// What events wait for and throw, and what a receive task waits for.

import { checkField, group, make, plainDigits, selectField, textField } from "../make.js";
import { say } from "../words.js";
import { spanField } from "./span.js";

const TIMES = ["timeDuration", "timeDate", "timeCycle"];
const ROOTS = {
  "bpmn:MessageEventDefinition": ["messageRef", "bpmn:Message", "name", "message-name"],
  "bpmn:ErrorEventDefinition": ["errorRef", "bpmn:Error", "errorCode", "error-code"],
  "bpmn:EscalationEventDefinition": ["escalationRef", "bpmn:Escalation", "escalationCode", "escalation-code"],
};

// The name of a message and the like, kept as a root element that the event refers to.
function rootField(model, owner, [reference, type, name, label]) {
  const value = owner.get(reference)?.get(name) ?? owner.get(reference)?.id;
  const keep = (typed) => model.setIn(owner, { [reference]: model.root(type, name, typed) });
  const list = [...new Set(model.roots(type, name))];
  return textField({ name: label, label: say(label), value, dir: "ltr", list, hint: say(`${label}-hint`) }, keep);
}

function timerFields(model) {
  const timer = model.event;
  const which = TIMES.find((name) => timer.get(name)) ?? TIMES[0];
  const text = timer.get(which)?.body ?? "";
  const write = (name, body) => {
    const none = Object.fromEntries(TIMES.map((each) => [each, undefined]));
    model.setIn(timer, { ...none, [name]: body ? model.formal(body) : undefined });
  };
  const working = model.desk("calendar") === "working";
  const span = (now) => {
    if (now.working !== working) model.setDesk("calendar", now.working ? "working" : "");
    write("timeDuration", now.text);
  };
  const typed = (value) => write(which, plainDigits(value));
  return [
    selectField(
      { name: "timer", label: say("timer"), value: which, options: TIMES.map((value) => ({ value, label: say(`timer-${value}`) })) },
      (name) => write(name, name === "timeCycle" && text ? `R/${text.replace(/^R\d*\//, "")}` : text.replace(/^R\d*\//, "")),
    ),
    which === "timeDuration"
      ? spanField({ name: "timer-value", label: say("timer-value"), text, working }, span)
      : textField({ name: "timer-value", label: say("timer-value"), value: text, dir: "ltr", hint: say(`${which}-hint`) }, typed),
    checkField({ name: "legal", label: say("legal"), value: model.desk("legal") === "true" }, (is) => model.setDesk("legal", is ? "true" : "")),
  ];
}

function interrupts(model) {
  const inHandler = Boolean(model.it.$parent?.triggeredByEvent);
  const onBorder = model.is("bpmn:BoundaryEvent");
  if (model.event?.$type === "bpmn:ErrorEventDefinition" || !(onBorder || (inHandler && model.is("bpmn:StartEvent")))) return undefined;
  const property = onBorder ? "cancelActivity" : "isInterrupting";
  return checkField(
    { name: "interrupts", label: say(onBorder ? "interrupts" : "interrupts-scope"), value: model.it.get(property) !== false },
    (is) => model.set({ [property]: is }),
  );
}

export function events(model) {
  if (model.is("bpmn:ReceiveTask")) {
    return group(say("group-message"), rootField(model, model.it, ROOTS["bpmn:MessageEventDefinition"]));
  }
  if (!model.is("bpmn:Event") || !model.event) return undefined;
  const root = ROOTS[model.event.$type];
  return group(
    say("group-event"),
    model.event.$type === "bpmn:TimerEventDefinition" && timerFields(model),
    root && rootField(model, model.event, root),
    interrupts(model),
    model.it.eventDefinitions.length > 1 && make("p", { class: "problem" }, say("several-events")),
  );
}
