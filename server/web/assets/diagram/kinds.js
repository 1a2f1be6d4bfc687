// The elements that can be drawn: those which a process may have when it is published.
//
// `place` says which elements may become one another; `event` is the definition that an event carries.

const event = (name) => `bpmn:${name}EventDefinition`;

export const KINDS = [
  { key: "user", place: "activity", type: "bpmn:UserTask", icon: "user-task" },
  { key: "receive", place: "activity", type: "bpmn:ReceiveTask", icon: "receive-task" },
  { key: "send", place: "activity", type: "bpmn:SendTask", icon: "send-task" },
  { key: "service", place: "activity", type: "bpmn:ServiceTask", icon: "service-task" },
  { key: "rule", place: "activity", type: "bpmn:BusinessRuleTask", icon: "business-rule-task" },
  { key: "script", place: "activity", type: "bpmn:ScriptTask", icon: "script-task" },
  { key: "call", place: "activity", type: "bpmn:CallActivity", icon: "call-activity" },
  { key: "sub", place: "scope", type: "bpmn:SubProcess", icon: "subprocess-expanded", isExpanded: true },
  {
    key: "handler", place: "scope", type: "bpmn:SubProcess", icon: "event-subprocess-expanded",
    isExpanded: true, triggeredByEvent: true,
  },
  { key: "exclusive", place: "gateway", type: "bpmn:ExclusiveGateway", icon: "gateway-xor" },
  { key: "parallel", place: "gateway", type: "bpmn:ParallelGateway", icon: "gateway-parallel" },
  { key: "inclusive", place: "gateway", type: "bpmn:InclusiveGateway", icon: "gateway-or" },
  { key: "first", place: "gateway", type: "bpmn:EventBasedGateway", icon: "gateway-eventbased" },
  { key: "start", place: "start", type: "bpmn:StartEvent", icon: "start-event-none" },
  {
    key: "start-message", place: "start", type: "bpmn:StartEvent", event: event("Message"),
    icon: "start-event-message",
  },
  ...["Message", "Timer", "Error", "Escalation"].map((name) => ({
    key: `begin-${name.toLowerCase()}`, place: "begin", type: "bpmn:StartEvent", event: event(name),
    icon: `start-event-${name.toLowerCase()}`,
  })),
  {
    key: "timer", place: "middle", type: "bpmn:IntermediateCatchEvent", event: event("Timer"),
    icon: "intermediate-event-catch-timer",
  },
  {
    key: "message", place: "middle", type: "bpmn:IntermediateCatchEvent", event: event("Message"),
    icon: "intermediate-event-catch-message",
  },
  {
    key: "throw-message", place: "middle", type: "bpmn:IntermediateThrowEvent", event: event("Message"),
    icon: "intermediate-event-throw-message",
  },
  {
    key: "throw-escalation", place: "middle", type: "bpmn:IntermediateThrowEvent", event: event("Escalation"),
    icon: "intermediate-event-throw-escalation",
  },
  ...["Timer", "Message", "Error", "Escalation"].map((name) => ({
    key: `border-${name.toLowerCase()}`, place: "border", type: "bpmn:BoundaryEvent", event: event(name),
    icon: `intermediate-event-catch-${name.toLowerCase()}`,
  })),
  { key: "end", place: "end", type: "bpmn:EndEvent", icon: "end-event-none" },
  { key: "terminate", place: "end", type: "bpmn:EndEvent", event: event("Terminate"), icon: "end-event-terminate" },
  ...["Error", "Escalation", "Message"].map((name) => ({
    key: `end-${name.toLowerCase()}`, place: "end", type: "bpmn:EndEvent", event: event(name),
    icon: `end-event-${name.toLowerCase()}`,
  })),
];

// What the bar offers, in its order; the others an element can become.
export const OFFERED = [
  "user", "receive", "send", "service", "rule", "sub", "exclusive", "parallel", "inclusive", "first",
  "timer", "message", "end", "terminate",
].map(kind);

export function kind(key) {
  return KINDS.find((known) => known.key === key);
}

// The kind of an element; nothing for what cannot be published.
export function kindOf({ type, businessObject }) {
  const events = (businessObject.eventDefinitions ?? []).map((definition) => definition.$type);
  const inHandler = Boolean(businessObject.$parent?.triggeredByEvent);
  return KINDS.find(
    (known) =>
      known.type === type &&
      events.length === (known.event ? 1 : 0) &&
      events[0] === known.event &&
      Boolean(businessObject.triggeredByEvent) === Boolean(known.triggeredByEvent) &&
      (type !== "bpmn:StartEvent" || inHandler === (known.place === "begin")),
  );
}

// What an element may become, itself included.
export function siblings(known) {
  return KINDS.filter(({ place }) => place === known.place);
}

// The attributes with which the libraries make a shape of a kind.
export function shapeOf({ type, event: eventDefinitionType, isExpanded, triggeredByEvent }) {
  return {
    type,
    ...(eventDefinitionType && { eventDefinitionType }),
    ...(isExpanded && { isExpanded }),
    ...(triggeredByEvent && { triggeredByEvent }),
  };
}
