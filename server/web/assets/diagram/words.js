// The words of the page's language, and what can be chosen from; both come with the page.

let words = {};
let choices = {};

export function learn(island) {
  words = JSON.parse(island.dataset.words);
  choices = JSON.parse(island.dataset.choices);
}

// A key without its text shows, as on the pages of the server. What BPMN names as in timeDate goes by
// time-date there.
export function say(name, values = {}) {
  const key = name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  const text = words[key] ?? `⟨${key}⟩`;
  return Object.entries(values).reduce((all, [name, value]) => all.replaceAll(`{$${name}}`, value), text);
}

// `[{value, label}]` of roles, stages, notices and the like.
export function choicesOf(what) {
  return choices[what] ?? [];
}
