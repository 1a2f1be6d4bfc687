// The editor: the parts of bpmn-js and diagram-js that drawing needs, with ours beside them. Parts
// that would offer what cannot be published, or speak no Persian, are left out.

import BaseModeler from "bpmn-js/lib/BaseModeler";
import Viewer from "bpmn-js/lib/Viewer";
import AutoPlace from "bpmn-js/lib/features/auto-place";
import AutoResize from "bpmn-js/lib/features/auto-resize";
import CopyPaste from "bpmn-js/lib/features/copy-paste";
import EditorActions from "bpmn-js/lib/features/editor-actions";
import GridSnapping from "bpmn-js/lib/features/grid-snapping";
import InteractionEvents from "bpmn-js/lib/features/interaction-events";
import Keyboard from "bpmn-js/lib/features/keyboard";
import LabelEditing from "bpmn-js/lib/features/label-editing";
import Modeling from "bpmn-js/lib/features/modeling";
import ModelingFeedback from "bpmn-js/lib/features/modeling-feedback";
import Outline from "bpmn-js/lib/features/outline";
import Replace from "bpmn-js/lib/features/replace";
import ReplacePreview from "bpmn-js/lib/features/replace-preview";
import Snapping from "bpmn-js/lib/features/snapping";
import SpaceTool from "bpmn-js/lib/features/space-tool";
import AutoScroll from "diagram-js/lib/features/auto-scroll";
import Bendpoints from "diagram-js/lib/features/bendpoints";
import Connect from "diagram-js/lib/features/connect";
import ConnectionPreview from "diagram-js/lib/features/connection-preview";
import Create from "diagram-js/lib/features/create";
import HandTool from "diagram-js/lib/features/hand-tool";
import KeyboardMoveSelection from "diagram-js/lib/features/keyboard-move-selection";
import LassoTool from "diagram-js/lib/features/lasso-tool";
import Move from "diagram-js/lib/features/move";
import Resize from "diagram-js/lib/features/resize";
import KeyboardMove from "diagram-js/lib/navigation/keyboard-move";
import MoveCanvas from "diagram-js/lib/navigation/movecanvas";
import ZoomScroll from "diagram-js/lib/navigation/zoomscroll";

import { DESK } from "./desk.js";
import Keeping from "./keeping.js";
import Pad from "./pad.js";
import Translations from "./translations.js";

// The font of the pages; words are measured with it.
const FONT = { fontFamily: "Vazirmatn, sans-serif", fontSize: 12, lineHeight: 1.4 };

class Editor extends BaseModeler {}

Editor.prototype._modules = [
  ...Viewer.prototype._modules,
  AutoPlace, AutoResize, AutoScroll, Bendpoints, Connect, ConnectionPreview, CopyPaste, Create,
  EditorActions, GridSnapping, HandTool, InteractionEvents, Keyboard, KeyboardMove, KeyboardMoveSelection,
  LabelEditing, LassoTool, Modeling, ModelingFeedback, Move, MoveCanvas, Outline, Replace, ReplacePreview,
  Resize, Snapping, SpaceTool, ZoomScroll,
  Keeping, Pad, Translations,
];

export function editorIn(container) {
  return new Editor({
    container,
    moddleExtensions: { desk: DESK },
    textRenderer: { defaultStyle: FONT, externalStyle: { ...FONT, fontSize: 11 } },
  });
}

// Opens a file. What the reader met and could not take in is handed back: it would be lost in writing.
export async function opens(editor, xml) {
  await Promise.all([document.fonts.load("400 12px Vazirmatn", "نمونه"), document.fonts.load("16px bpmn", "\ue800")]);
  const { warnings } = await editor.importXML(xml);
  // That a file says another encoding costs nothing: what is read here has been decoded.
  return warnings.map(({ message }) => message).filter((message) => !message.startsWith("unsupported document encoding"));
}

// The names of what the file has and its diagram does not show.
export function undrawn(editor) {
  const registry = editor.get("elementRegistry");
  const ahead = editor.getDefinitions().rootElements.filter(({ $type }) => $type === "bpmn:Process");
  const names = [];
  while (ahead.length) {
    for (const element of ahead.pop().flowElements ?? []) {
      if (element.flowElements) ahead.push(element);
      const isSeen = registry.get(element.id) || !element.$instanceOf("bpmn:FlowNode");
      if (!isSeen) names.push(element.name || element.id);
    }
  }
  return names;
}

// Everything in view, but never so small that nothing can be read.
export function fit(editor) {
  const canvas = editor.get("canvas");
  canvas.zoom("fit-viewport");
  const scale = Math.min(Math.max(canvas.zoom(), 0.7), 1);
  const { inner, outer } = canvas.viewbox();
  const width = outer.width / scale;
  const height = outer.height / scale;
  const x = inner.width < width ? inner.x - (width - inner.width) / 2 : inner.x - 20;
  canvas.viewbox({ x, y: inner.y - (height - inner.height) / 2, width, height });
}
