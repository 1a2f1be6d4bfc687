// A draft is opened in the diagram editor, changed and saved, in both languages, and the server reads it
// back with nothing lost. Called with the address of the directory: `node drawing.mjs http://localhost:8080`.

import assert from "node:assert/strict";
import { launch } from "./browser.mjs";
import { begins, comesSecond, opens } from "./diagram.mjs";
import { form, posts } from "./forms.mjs";
import { People } from "./people.mjs";

const FOREIGN = 'xmlns:other="urn:other:1" other:colour="green"';
const WORDS = {
  fa: { name: "بررسی دوباره‌نام‌گذاری‌شده", added: "گام تازه", user: "افزودن: کار یک نفر", saved: "نمودار ذخیره شد." },
  en: { name: "بررسی با نام دیگر", added: "گامی دیگر", user: "Add: Task of a person", saved: "The diagram was saved." },
};
const panel = (page, name) => page.locator(`[data-diagram-panel] [name="${name}"]`);

const browser = await launch();

async function fileOf(page, draft) {
  return page.evaluate((path) => fetch(path).then((answer) => answer.text()), `${draft}/file`);
}

// Writes something of another maker into the draft, as a file would bring it.
async function bringsForeign(page, draft) {
  await page.goto(`${draft}/diagram`);
  const before = await fileOf(page, draft);
  const xml = before
    .replace('<bpmn:userTask id="review"', `<bpmn:userTask ${FOREIGN} id="review"`)
    .replace(/(<bpmn:userTask [^>]*id="review"[^>]*>\s*<bpmn:extensionElements>)/, '$1<other:note xmlns:other="urn:other:1">kept</other:note>');
  assert.match(xml, /other:note/);
  const rev = await page.locator('[data-diagram-form] [name="rev"]').inputValue();
  await posts(page, `${new URL(draft).pathname}/diagram`, { rev, xml });
  return fileOf(page, draft);
}

// Nothing stands over the mark of bpmn.io, which its licence wants to be seen.
async function showsTheMark(page) {
  const mark = page.locator(".bjs-powered-by");
  await mark.scrollIntoViewIfNeeded();
  assert.ok(await mark.isVisible(), "the mark of bpmn.io is seen");
  const above = await mark.evaluate((link) => {
    const { left, top, width, height } = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  assert.ok(above, "nothing covers the mark of bpmn.io");
}

async function draws(page, { name, added, user }) {
  await page.locator('[data-element-id="review"]').first().click();
  await panel(page, "name").fill(name);
  await panel(page, "name").press("Tab");
  await page.locator(`[data-element-id="review"] text`).first().waitFor();
  await page.getByRole("button", { name: user, exact: true }).focus();
  await page.keyboard.press("Enter");
  // The new task is chosen, and has no name yet.
  await page.waitForFunction(() => document.querySelector('[data-diagram-panel] [name="name"]')?.value === "");
  await panel(page, "name").fill(added);
  await panel(page, "name").press("Tab");
  await panel(page, "role").selectOption("cosmetics-expert");
  await panel(page, "outcome-add").click();
  await panel(page, "outcome-0-name").waitFor();
}

async function saves(page, { saved }) {
  await Promise.all([page.waitForNavigation(), form(page, "/diagram").locator("button").click()]);
  await page.getByText(saved).waitFor();
}

// Ids, outcomes and what others wrote are all there still.
function keeps(before, after) {
  const all = (text, what) => [...text.matchAll(what)].map(([, found]) => found).sort();
  const ids = new Set(all(after, /\sid="([^"]+)"/g));
  assert.deepEqual(all(before, /\sid="([^"]+)"/g).filter((id) => !ids.has(id)), [], "ids that were lost");
  const [was, is] = [before, after].map((text) => all(text, /<desk:i18n lang="en">([^<]+)</g));
  assert.deepEqual(is, was, "names in English");
  assert.match(after, /other:colour="green"/);
  assert.match(after, /<other:note[^>]*>kept<\/other:note>/);
}

async function asksBeforeLeaving(page, draft) {
  await opens(page, draft);
  await panel(page, "name").fill("نامی که نگه داشته نمی‌شود");
  await panel(page, "name").press("Tab");
  const asked = page.waitForEvent("dialog");
  const left = page.goto(draft).catch(() => {});
  const dialog = await asked;
  assert.equal(dialog.type(), "beforeunload");
  await dialog.accept();
  await left;
}

async function losesNothingToAConflict(page, draft) {
  await opens(page, draft);
  await comesSecond(page);
  assert.equal(await page.locator(".error-summary").count(), 1);
  assert.match(await panel(page, "name").inputValue(), /۲$/);
  await Promise.all([page.waitForNavigation(), form(page, "/diagram").locator("button").click()]);
  assert.equal(await page.locator(".error-summary").count(), 0, "saving again keeps it");
}

async function speaks(page, origin, lang) {
  await page.goto(`${origin}/`);
  const choice = page.locator(`button[name="lang"][value="${lang}"]`);
  if (await choice.count()) await Promise.all([page.waitForNavigation(), choice.first().click()]);
}

try {
  const people = new People(browser, new URL(process.argv[2]).origin);
  const admin = await people.staff("fda", "r.mizban", "admin");
  const { page, origin } = admin;
  const draft = await begins(admin);
  const before = await bringsForeign(page, draft);
  for (const [lang, words] of Object.entries(WORDS)) {
    await speaks(page, origin, lang);
    await opens(page, draft);
    await showsTheMark(page);
    await draws(page, words);
    await saves(page, words);
    const after = await fileOf(page, draft);
    keeps(before, after);
    for (const name of [words.name, words.added]) assert.ok(after.includes(`name="${name}"`), name);
    await page.locator("[data-diagram][data-ready]").waitFor();
  }
  await asksBeforeLeaving(page, draft);
  await losesNothingToAConflict(page, draft);
  admin.calm();
} finally {
  await browser.close();
}
