// The pages on which a process is written as a list of steps: the gallery, the list and each kind of step.

import assert from "node:assert/strict";
import { form, sends } from "./forms.mjs";

const KINDS = ["task", "approval", "ask", "together", "wait", "notice", "service", "choice", "end"];

// Begins a process with a template; the path of its draft.
export async function begins(page, origin, template) {
  await page.goto(`${origin}/processes/templates`);
  await sends(page.locator(`main form:has(input[value="${template}"])`).first());
  const { pathname } = new URL(page.url());
  assert.match(pathname, /^\/processes\/drafts\/[0-9a-f-]{36}$/);
  return pathname;
}

export async function atTheSteps(walk) {
  const { page } = walk;
  await walk.goes("/processes/templates");
  await walk.judge("gallery");
  const draft = await begins(page, walk.origin, "one-step");
  await walk.judge("steps");
  for (const kind of KINDS) {
    await walk.goes(draft);
    await sends(page.locator("#step-handle form[action$='/steps']"), { kind });
    await walk.judge(`step-${kind}`);
    await sends(form(page, new URL(page.url()).pathname), { "name.fa": "" });
    await walk.judge(`step-${kind}-empty`);
  }
  // With everything that is wrong with it.
  await walk.goes(draft);
  await walk.judge("steps-wrong");
  await sends(form(page, "/handle/move"), { rev: "1", direction: "up" });
  await walk.judge("steps-conflict");
  await walk.goes(draft);
  await sends(form(page, "/removal"));
  await walk.goes("/processes");
  await walk.judge("processes");
}
