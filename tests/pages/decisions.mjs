// The agency's decision tables: one that is published, with the next version begun.

import assert from "node:assert/strict";
import { form, sends } from "./forms.mjs";

const PATH = "/decisions/who_decides";
export const DECISIONS = [PATH, `${PATH}/versions/1`, `${PATH}/draft`];

const TABLE = {
  policy: "first",
  "in.1.label": "کشور سازنده",
  "in.1.expression": "country",
  "in.1.kind": "string",
  "out.1.label": "رسیدگی‌کننده",
  "out.1.kind": "string",
  "r.1.a.1": "expert",
  step: "add-rule",
};

// Writes the table, publishes it and begins the next version.
export async function decides({ page, origin }) {
  await page.goto(`${origin}/decisions`);
  await sends(form(page, "/decisions"), { name: "چه کسی رسیدگی می‌کند", key: "who_decides" });
  await sends(form(page, "/draft"), TABLE);
  await sends(form(page, "/draft"), { "r.1.t.1.op": "eq", "r.1.t.1": "de", "r.2.a.1": "manager", step: "publish" });
  assert.equal(new URL(page.url()).pathname, PATH, await page.locator("main").innerText());
  await sends(form(page, "/opening"));
}

// What comes of trying it and of publishing it with mistakes.
export async function triesDecisions(walk) {
  await walk.goes(`${PATH}/draft`);
  await sends(form(walk.page, "/draft"), { "try.1": "de", step: "try" });
  await walk.judge("decision-tried");
  await sends(form(walk.page, "/draft"), { "r.1.a.1": "", "in.1.expression": "country >", step: "publish" });
  await walk.judge("decision-flaws");
  await sends(form(walk.page, "/draft"), { rev: "0", name: "نام دیگر", step: "save" });
  await walk.judge("decision-conflict");
}
