// What the panel reads from and writes to an element, always through the command stack so that it can
// be undone.

import { getBusinessObject, is } from "bpmn-js/lib/util/ModelUtil";

const own = (type) => `desk:${type}`;

export class Model {
  constructor(editor, element) {
    this.editor = editor;
    this.element = element;
    this.it = getBusinessObject(element);
  }

  is(type) {
    return is(this.element, type);
  }

  desk(name) {
    return this.it.get(own(name));
  }

  setDesk(name, value) {
    this.set({ [own(name)]: value || undefined });
  }

  set(properties) {
    this.editor.get("modeling").updateProperties(this.element, properties);
  }

  // The same of something inside the element, such as its event definition.
  setIn(inner, properties) {
    this.editor.get("modeling").updateModdleProperties(this.element, inner, properties);
  }

  create(type, properties, parent = this.it) {
    const made = this.editor.get("bpmnFactory").create(type, properties);
    made.$parent = parent;
    return made;
  }

  extensions(type) {
    const values = this.it.extensionElements?.values ?? [];
    return values.filter((value) => value.$type === own(type));
  }

  // Replaces the extensions of a type; those of others stay, in their order.
  setExtensions(type, those) {
    const values = this.it.extensionElements?.values ?? [];
    const at = values.findIndex((value) => value.$type === own(type));
    const others = values.filter((value) => value.$type !== own(type));
    const all = at < 0 ? [...others, ...those] : [...others.slice(0, at), ...those, ...others.slice(at)];
    if (this.it.extensionElements) {
      for (const one of those) one.$parent = this.it.extensionElements;
      return this.setIn(this.it.extensionElements, { values: all });
    }
    const extensionElements = this.create("bpmn:ExtensionElements", { values: all });
    for (const one of those) one.$parent = extensionElements;
    return this.set({ extensionElements });
  }

  text(lang) {
    return textIn(this.extensions("I18n"), lang);
  }

  setText(lang, text) {
    this.setExtensions("I18n", withText(this, this.extensions("I18n"), lang, text));
  }

  // The definition of an event, if it has one.
  get event() {
    return this.it.eventDefinitions?.[0];
  }

  get definitions() {
    let at = this.it;
    while (at.$parent) at = at.$parent;
    return at;
  }

  // The names of the messages, errors or escalations that the file knows.
  roots(type, name) {
    const all = this.definitions.rootElements.filter((root) => root.$type === type);
    return all.map((root) => root[name]).filter(Boolean);
  }

  // A message, error or escalation by its name, made where there is none.
  root(type, name, value) {
    if (!value) return undefined;
    const { definitions } = this;
    const known = definitions.rootElements.find((root) => root.$type === type && root[name] === value);
    if (known) return known;
    const made = this.create(type, { [name]: value, ...(name !== "name" && { name: value }) }, definitions);
    this.setIn(definitions, { rootElements: [...definitions.rootElements, made] });
    return made;
  }

  formal(text) {
    return text ? this.create("bpmn:FormalExpression", { body: text }) : undefined;
  }
}

export function textIn(texts, lang) {
  return texts.find((text) => text.lang === lang)?.text ?? "";
}

// The texts of an element with one of them changed.
export function withText(model, texts, lang, text) {
  const others = texts.filter((known) => known.lang !== lang);
  return text ? [...others, model.create("desk:I18n", { lang, text })] : others;
}
