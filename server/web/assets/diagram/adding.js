// How elements come into the picture: behind another, onto its border, in the middle of the view, or
// with the pointer.

import { is } from "bpmn-js/lib/util/ModelUtil";

import { kind, shapeOf } from "./kinds.js";

// Whether something may follow an element.
export function canLead(element) {
  return (
    is(element, "bpmn:FlowNode") &&
    element.type !== "label" &&
    !is(element, "bpmn:EndEvent") &&
    !element.businessObject.triggeredByEvent
  );
}

// Whether an element can have something on its border.
export function canHaveDeadline(element) {
  return is(element, "bpmn:Activity") && !element.businessObject.triggeredByEvent;
}

// The shapes of a kind: a sub-process comes with its beginning, since it needs one.
function shapesOf(injector, wanted) {
  const factory = injector.get("elementFactory");
  const shape = factory.createShape(shapeOf(wanted));
  if (wanted.place !== "scope") return [shape];
  const start = shapeOf(kind(wanted.triggeredByEvent ? "begin-message" : "start"));
  return [shape, factory.createShape({ ...start, x: 40, y: 82, parent: shape })];
}

export function addsBehind(injector, element, wanted) {
  if (wanted.place === "scope") return addsInView(injector, wanted);
  const [shape] = shapesOf(injector, wanted);
  injector.get("autoPlace").append(element, shape);
  return shape;
}

export function addsInView(injector, wanted) {
  const canvas = injector.get("canvas");
  const shapes = shapesOf(injector, wanted);
  const { x, y, width, height } = canvas.viewbox();
  const position = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  const [shape] = injector.get("modeling").createElements(shapes, position, canvas.getRootElement());
  injector.get("selection").select(shape);
  return shape;
}

export function addsWithPointer(injector, event, wanted) {
  const shapes = shapesOf(injector, wanted);
  injector.get("create").start(event, shapes, { hints: { autoSelect: [shapes[0]] } });
}

// A timer on the lower border of a step, beside those that it has.
export function addsDeadline(injector, element) {
  const timers = element.attachers.length;
  const position = { x: element.x + element.width - 20 - timers * 42, y: element.y + element.height };
  const shape = injector.get("elementFactory").createShape(shapeOf(kind("border-timer")));
  const made = injector.get("modeling").createShape(shape, position, element, { attach: true });
  injector.get("selection").select(made);
  return made;
}
