// What the libraries say by themselves, by the key of our words. Whatever else they could say belongs
// to parts that are not loaded.

import { say } from "./words.js";

const KEYS = {
  "Delete": "remove",
  "Connect to other element": "connect",
  "Connect using association": "connect",
  "Open {element}": "open",
  "flow elements must be children of pools/participants": "not-here",
  "<{element}> must be placed in": "not-here",
  "element required": "not-here",
  "no shape type specified": "not-here",
};

function translate(text, values = {}) {
  const key = KEYS[text];
  const known = key ? say(key) : text;
  return known.replace(/{([^}]+)}/g, (whole, name) => values[name] ?? whole);
}

export default { translate: ["value", translate] };
