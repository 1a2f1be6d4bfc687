// The pad beside a selected element: what may follow it, connecting, removing. The bar and the panel
// offer the same to the keyboard.

import ContextPadModule from "diagram-js/lib/features/context-pad";
import { is } from "bpmn-js/lib/util/ModelUtil";

import { addsBehind, addsDeadline, canHaveDeadline, canLead } from "./adding.js";
import { kind } from "./kinds.js";
import { say } from "./words.js";

const FOLLOWING = ["user", "exclusive", "timer", "end"];
const BEHIND_FIRST = ["receive", "message", "timer"];

class Pad {
  constructor(contextPad, connect, modeling, rules, injector) {
    Object.assign(this, { connect, modeling, rules, injector });
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element) {
    const entries = {};
    if (canLead(element)) {
      const following = is(element, "bpmn:EventBasedGateway") ? BEHIND_FIRST : FOLLOWING;
      for (const key of following) entries[`append-${key}`] = this.following(kind(key));
      entries.connect = this.connecting();
    }
    if (canHaveDeadline(element)) {
      entries.deadline = this.entry("model", "intermediate-event-catch-timer", say("deadline"), () =>
        addsDeadline(this.injector, element));
    }
    if (this.allows([element])) entries.delete = this.removing();
    return entries;
  }

  getMultiElementContextPadEntries(elements) {
    return this.allows(elements) ? { delete: this.removing() } : {};
  }

  entry(group, icon, title, click, dragstart = undefined) {
    return { group, className: `bpmn-icon-${icon}`, title, action: { click, ...(dragstart && { dragstart }) } };
  }

  following(wanted) {
    const title = say("add-behind", { kind: say(`kind-${wanted.key}`) });
    return this.entry("model", wanted.icon, title, (_, element) => addsBehind(this.injector, element, wanted));
  }

  connecting() {
    const start = (event, element) => this.connect.start(event, element);
    return this.entry("connect", "connection-multi", say("connect"), start, start);
  }

  removing() {
    const remove = (_, target) => this.modeling.removeElements([target].flat());
    return this.entry("edit", "trash", say("remove"), remove);
  }

  allows(elements) {
    const allowed = this.rules.allowed("elements.delete", { elements });
    return Array.isArray(allowed) ? elements.every((element) => allowed.includes(element)) : allowed;
  }
}
Pad.$inject = ["contextPad", "connect", "modeling", "rules", "injector"];

export default { __depends__: [ContextPadModule], __init__: ["pad"], pad: ["type", Pad] };
