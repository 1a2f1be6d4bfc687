// A span of time: a number and its unit; whatever else ISO 8601 can say stays a text.

import { make, plainDigits, selectField, textField } from "../make.js";
import { say } from "../words.js";

const UNITS = {
  days: { write: (number) => `P${number}D`, read: /^P(\d+)D$/ },
  "working-days": { write: (number) => `P${number}D`, read: /^P(\d+)D$/, working: true },
  hours: { write: (number) => `PT${number}H`, read: /^PT(\d+)H$/ },
  minutes: { write: (number) => `PT${number}M`, read: /^PT(\d+)M$/ },
};
const OTHER = "other";

function told({ text, working }) {
  if (!text) return { unit: working ? "working-days" : "days", number: "" };
  for (const [unit, { read, working: counts = false }] of Object.entries(UNITS)) {
    const found = read.exec(text);
    if (found && counts === Boolean(working)) return { unit, number: found[1] };
  }
  return { unit: OTHER, number: text };
}

// `keep` takes `{text, working}`.
export function spanField({ name, label, text, working }, keep) {
  const now = told({ text, working });
  const write = (number, unit) => {
    const plain = plainDigits(number);
    if (unit === OTHER || !/^\d*$/.test(plain)) return keep({ text: plain, working: Boolean(working) });
    return keep({ text: plain && UNITS[unit].write(plain), working: Boolean(UNITS[unit].working) });
  };
  const options = [...Object.keys(UNITS), OTHER].map((unit) => ({ value: unit, label: say(`unit-${unit}`) }));
  return make(
    "div",
    { class: "diagram-span" },
    textField({ name, label, value: now.number, dir: "ltr", numeric: now.unit !== OTHER }, (number) =>
      write(number, now.unit)),
    selectField({ name: `${name}-unit`, label: say("unit"), value: now.unit, options }, (unit) =>
      write(unit === OTHER ? text : now.unit === OTHER ? "" : now.number, unit)),
  );
}
