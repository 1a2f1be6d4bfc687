// Elements of the page, made without markup from text: the content security policy of the console and
// good sense both forbid it.

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

let made = 0;

// A label, an optional hint and an input, tied together.
function field({ label, hint }, input) {
  made += 1;
  const id = `diagram-field-${made}`;
  input.id = id;
  if (hint) input.setAttribute("aria-describedby", `${id}-hint`);
  return make(
    "div",
    { class: "field" },
    make("label", { for: id }, label),
    hint && make("div", { class: "hint", id: `${id}-hint` }, hint),
    input,
  );
}

// `options` are `{name, label, value, hint, dir, lang, rows, numeric, list}`; `keep` takes what was typed.
export function textField({ name, value, dir = "auto", lang, rows, numeric, list, ...about }, keep) {
  const change = (event) => keep(event.target.value.trim());
  const common = { class: "form-control", name, dir, lang, onchange: change, autocomplete: "off" };
  if (rows) {
    const area = make("textarea", { ...common, rows });
    area.value = value ?? "";
    return field(about, area);
  }
  const input = make("input", { ...common, type: "text", inputmode: numeric && "numeric" });
  input.value = value ?? "";
  const box = field(about, input);
  if (list?.length) {
    const known = make("datalist", { id: `${input.id}-list` }, list.map((one) => make("option", { value: one })));
    input.setAttribute("list", known.id);
    box.append(known);
  }
  return box;
}

// A value that is not among the options stays one: nothing changes by being looked at.
export function selectField({ name, value, options, none, ...about }, keep) {
  const all = [...(none ? [{ value: "", label: none }] : []), ...options];
  if (value && !all.some((option) => option.value === value)) all.push({ value, label: value });
  const select = make(
    "select",
    { class: "form-select", name, onchange: (event) => keep(event.target.value) },
    all.map((option) => make("option", { value: option.value }, option.label)),
  );
  select.value = value ?? "";
  return field(about, select);
}

export function checkField({ name, label, value }, keep) {
  made += 1;
  const id = `diagram-field-${made}`;
  const input = make("input", {
    type: "checkbox", class: "form-check-input", id, name, onchange: (event) => keep(event.target.checked),
  });
  input.checked = value;
  return make("div", { class: "form-check" }, input, make("label", { class: "form-check-label", for: id }, label));
}

export function group(title, ...children) {
  const inside = children.flat().filter(Boolean);
  if (!inside.length) return undefined;
  return make("fieldset", { class: "diagram-group" }, make("legend", {}, title), ...inside);
}

export function button(label, name, click) {
  return make("button", { type: "button", class: "btn btn-outline-primary btn-sm", name, onclick: click }, label);
}

// Digits as formats want them, whichever keyboard they were typed on.
export function plainDigits(text) {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.codePointAt(0) & 15));
}
