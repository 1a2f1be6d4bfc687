// What every page must be, whoever looks at it: accessible at both widths, and never wider than a phone.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { DESKTOP, PHONE } from "./browser.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const shots = process.env.PAGES_SHOTS;
const seen = new Set();
const met = new Set();

// Looks at the page as it stands, at a desk and on a phone; the window keeps its width. A page is looked
// at once under a name, however often the story comes by.
export async function look(seat, name) {
  if (seen.has(name)) return;
  seen.add(name);
  if (!seat.script) return lookWithoutScript(seat, name);
  const { page } = seat;
  const kept = page.viewportSize();
  for (const [width, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
    await page.setViewportSize(viewport);
    await lookOnce(page, `${name}-${width}`);
  }
  await page.setViewportSize(kept);
  seat.calm();
}

// Axe is a script itself: it reads the same page in a window that has script, but loads none of ours.
async function lookWithoutScript(seat, name) {
  seat.reader ??= await seat.context.browser().newPage({ viewport: PHONE });
  const { page, reader } = seat;
  const body = await page.content();
  await reader.route("**/*", (route) => {
    if (route.request().isNavigationRequest()) return route.fulfill({ body, contentType: "text/html; charset=utf-8" });
    return route.request().resourceType() === "script" ? route.abort() : route.continue();
  });
  await reader.goto(page.url());
  await lookOnce(reader, `${name}-phone`);
  await reader.unroute("**/*");
  seat.calm();
}

async function lookOnce(page, at) {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  if (shots) await page.screenshot({ path: join(shots, `${at}.png`), fullPage: true });
  met.add(await stateOf(page));
  await fits(page, at);
  // From its top: axe takes the title of a shape for text that is seen where the page was scrolled so
  // that the picture lies behind the window's corner.
  await page.evaluate(() => scrollTo(0, 0));
  await isAccessible(page, at);
}

// The template that a page is from, whether it tells of problems, and its language.
async function stateOf(page) {
  return page.evaluate(() => {
    const problems = document.querySelector("main .error-summary") ? " with problems" : "";
    return `${document.body.dataset.page}${problems} in ${document.documentElement.lang}`;
  });
}

export function looks() {
  return seen.size;
}

// Every state of a page that was looked at.
export function states() {
  return met;
}

async function fits(page, at) {
  const wide = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const beyond = ({ left, right, width }) => width > 1 && (left < -1 || right > edge + 1);
    return [...document.querySelectorAll("body *")]
      .filter((element) => beyond(element.getBoundingClientRect()))
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`);
  });
  assert.deepEqual(wide, [], `${at} is wider than its window`);
}

async function isAccessible(page, at) {
  // Evaluated rather than added as an element: the content security policy lets no other script in.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  const flaws = await page.evaluate(async (rules) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: "tag", values: rules },
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  }, RULES);
  assert.deepEqual(flaws, [], `${at} has flaws of accessibility`);
}
