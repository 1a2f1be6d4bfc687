// What the desk adds to BPMN (`urn:mizban:bpmn:1`), as the editor's reader and writer need to know it.
// Anything of the vocabulary that is not named here is kept as it is.

const attribute = (name) => ({ name, isAttr: true, type: "String" });
const attributes = (...names) => names.map(attribute);

export const DESK = {
  name: "Desk",
  uri: "urn:mizban:bpmn:1",
  prefix: "desk",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Step",
      extends: ["bpmn:FlowNode"],
      properties: attributes(
        "role", "stage", "within", "calendar", "clock", "legal", "kind", "notice", "wait", "form",
        "decision", "result", "effective",
      ),
    },
    {
      name: "Loop",
      extends: ["bpmn:MultiInstanceLoopCharacteristics"],
      properties: attributes("collection", "item", "gather", "each"),
    },
    {
      name: "I18n",
      superClass: ["Element"],
      properties: [attribute("lang"), { name: "text", isBody: true, type: "String" }],
    },
    {
      name: "Outcome",
      superClass: ["Element"],
      properties: [
        ...attributes("id", "name", "asks", "register"),
        { name: "texts", isMany: true, type: "I18n" },
      ],
    },
    { name: "In", superClass: ["Element"], properties: attributes("source", "target") },
    { name: "Out", superClass: ["Element"], properties: attributes("source", "target") },
  ],
};
