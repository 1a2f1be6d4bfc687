// What lies before people at an agency that has been open for a while: drafts, requests at every step,
// visitors at the counter, and a service that is being changed.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { ANSWERS, CHOICES } from "./company.mjs";
import { form, posts, sends } from "./forms.mjs";
import { pdf } from "./paper.mjs";
import { mobile } from "./people.mjs";

const SERVICE = "cosmetics-import";
const PATIENCE = 120_000;
const VISITOR = {
  channel: "in-person",
  check: "passport",
  kind: "foreign-id",
  id: "123456789012",
  name: "مراجع نمونه‌ای",
  authority: "oneself",
};
const last = (url) => new URL(url).pathname.split("/").at(-1);
const outcome = (page, id) => page.locator(`form:has(input[name="outcome"][value="${id}"])`).first();

// Everybody whose pages are looked at, and what lies before them.
export async function furnish(people) {
  const applicant = await people.applicant("fda", mobile());
  const requests = [];
  while (requests.length < 4) requests.push(await submitted(applicant));
  const [asked, referred, undecided, answered] = requests;
  const draft = await drafted(applicant);
  const staff = await staffOf(people);
  for (const request of requests) await finishes(staff.clerk, request, "registered");
  await finishes(staff.expert, asked, "missing", { "item.gazette": "on", note: "برگ دوم خوانا نیست." });
  await refers(staff.expert, referred, "آزمایشگاه");
  for (const request of [undecided, answered]) await finishes(staff.expert, request, "complete");
  const stale = await approves(staff.manager, answered);
  await finishes(staff.clerk, answered, "closed");
  const registered = await registers(staff.counter);
  const draftAtCounter = await received(staff.counter);
  await changes(staff.admin);
  await relieves(staff.admin, "بازرس فنی دارو");
  return { ...staff, applicant, asked, referred, undecided, answered, draft, stale, registered, draftAtCounter };
}

async function staffOf(people) {
  const staff = { clerk: "n.sepidar", expert: "k.rudbarak", laboratory: "s.abgineh", manager: "m.golriz", counter: "g.barani", relieved: "p.sabalan" };
  for (const [role, username] of Object.entries(staff)) staff[role] = await people.staff("fda", username);
  return { ...staff, admin: await people.staff("fda", "r.mizban", "admin") };
}

// A draft with its document; returns its id.
async function drafted({ page, origin, mobile }) {
  await page.goto(`${origin}/services/${SERVICE}`);
  await sends(form(page, "/drafts"));
  const draft = last(page.url());
  await fillsIn(page, mobile);
  return draft;
}

async function fillsIn(page, mobile) {
  const answers = { ...ANSWERS, ...CHOICES, contactMobile: mobile, consent: "on", step: "continue" };
  await sends(page.locator("main form[data-autosave]"), answers);
  const upload = page.locator('form:has(input[name="field"][value="proforma"])');
  const file = { name: "پیش‌فاکتور.pdf", mimeType: "application/pdf", buffer: pdf("Proforma invoice") };
  await upload.locator("input[type=file]").setInputFiles(file);
  await sends(upload);
}

// A request that was handed in; returns its id and its tracking code.
export async function submitted(applicant) {
  const { page, origin } = applicant;
  const id = await drafted(applicant);
  await page.goto(`${origin}/drafts/${id}/check`);
  await sends(form(page, "/submission"));
  assert.match(page.url(), /\/receipt$/);
  return { id, code: await page.locator(".panel-done .code").textContent() };
}

// Opens a case at the desk, as soon as the step is there.
export async function opens({ page, origin }, { id }, there) {
  for (const started = Date.now(); Date.now() - started < PATIENCE; await sleep(200)) {
    await page.goto(`${origin}/cases/${id}`);
    if ((await page.locator(there).count()) > 0) return;
  }
  assert.fail(`${id} does not come to ${there}`);
}

export async function finishes(clerk, request, id, values = {}) {
  await opens(clerk, request, `input[name="outcome"][value="${id}"]`);
  await sends(outcome(clerk.page, id), values);
}

async function refers(expert, request, position) {
  await opens(expert, request, 'select[name="to"]');
  const to = await expert.page.locator('select[name="to"] option', { hasText: position }).getAttribute("value");
  await sends(form(expert.page, "/referrals"), { to, action: "opinion", order: "لطفاً نظر دهید.", tells: "on" });
}

// Approves, and keeps the form as somebody has it who opened it before.
async function approves(manager, request) {
  await opens(manager, request, 'input[name="outcome"][value="approve"]');
  const stale = await outcome(manager.page, "approve").evaluate((form) => ({
    path: form.getAttribute("action"),
    values: { outcome: "approve", back: "/", _command: crypto.randomUUID(), text: "با درخواست موافقت شد." },
  }));
  const reason = await manager.page.locator('select[name="reason"] option').nth(1).getAttribute("value");
  await sends(outcome(manager.page, "approve"), { reason, text: "با ورود این فرآورده موافقت شد." });
  return { ...stale, values: { ...stale.values, reason } };
}

// A visitor's draft at the counter with its document; returns its id.
async function received({ page, origin }) {
  await page.goto(`${origin}/counter/services/${SERVICE}`);
  await sends(form(page, `/counter/services/${SERVICE}`), VISITOR);
  const draft = last(page.url());
  await fillsIn(page, "09121110000");
  return draft;
}

async function registers(clerk) {
  const draft = await received(clerk);
  await clerk.page.goto(`${clerk.origin}/counter/drafts/${draft}/check`);
  await sends(form(clerk.page, "/registration"));
  assert.match(clerk.page.url(), /\/receipt/);
  return draft;
}

// A service whose next version is under way, with another title.
async function changes({ page, origin }) {
  await page.goto(`${origin}/services/${SERVICE}`);
  await posts(page, `/services/${SERVICE}/draft`);
  await page.goto(`${origin}/services/${SERVICE}/draft/sheet`);
  const title = page.locator('[name="title.fa"]');
  await sends(form(page, "/draft/sheet"), { "title.fa": `${await title.inputValue()} (تازه)` });
}

// Takes a position from the one who holds it, if anybody still does.
export async function relieves({ page, origin }, position) {
  await page.goto(`${origin}/organisation`);
  await page.getByRole("link", { name: position }).click();
  const end = form(page, "/appointment-end");
  if ((await end.count()) > 0) await sends(end);
}
