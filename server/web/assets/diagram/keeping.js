// An element that becomes one of another kind keeps what others wrote into it: the libraries copy only
// what their vocabularies name.

class Keeping {
  constructor(eventBus) {
    eventBus.on("moddleCopy.canCopyProperty", 2_000, ({ parent, property }) => {
      const isForeign = property?.$descriptor?.isGeneric && parent?.$type === "bpmn:ExtensionElements";
      return isForeign ? property : undefined;
    });
    eventBus.on("commandStack.shape.replace.postExecuted", ({ context }) => {
      const { $attrs: before } = context.oldShape.businessObject;
      const after = context.newShape.businessObject;
      for (const [name, value] of Object.entries(before)) {
        if (name.includes(":") && !name.startsWith("xmlns")) after.$attrs[name] ??= value;
      }
    });
  }
}
Keeping.$inject = ["eventBus"];

export default { __init__: ["keeping"], keeping: ["type", Keeping] };
