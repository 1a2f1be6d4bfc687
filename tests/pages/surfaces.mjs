// Every page that can be reached by links, on every surface, in both languages and at both widths, as it
// is and with an empty form sent: accessible and no wider than its window.

import assert from "node:assert/strict";
import { launch, window } from "./browser.mjs";
import { look, looks } from "./look.mjs";
import { Outbox } from "./outbox.mjs";

const directory = process.argv[2];
const at = (host) => directory.replace("//localhost", `//${host}.localhost`);
// A page of each kind is enough: two cases differ in what they say, not in how they are built.
const MOST_PAGES = 60;
const flaws = [];

// The kind of a page: its path with ids, numbers and the names of services left out.
function kindOf(url) {
  const { pathname, searchParams } = new URL(url);
  const part = (piece) => (/^[0-9a-f-]{36}$|^[0-9.]+$/.test(piece) ? ":id" : piece);
  const path = pathname.split("/").map(part).join("/");
  const services = path.replace(/(\/services\/)[^/]+/, "$1:key").replace(/(\/notices\/).+/, "$1:notice");
  return [services, ...searchParams.keys()].join("?");
}

// Follows links from a surface's front page until there is nothing new.
async function walk(seat, { name, origin, also = [] }) {
  const [ahead, kinds] = [["/", ...also].map((path) => origin + path), new Set()];
  while (ahead.length > 0 && kinds.size < MOST_PAGES) {
    const url = ahead.shift();
    if (kinds.has(kindOf(url))) continue;
    kinds.add(kindOf(url));
    const answer = await seat.page.goto(url);
    if (!/html/.test(answer.headers()["content-type"])) continue;
    assert.ok(answer.status() < 500, `${url}: ${answer.status()}`);
    const what = `${name}${kindOf(url).replaceAll(/[/?:]+/g, "-")}`;
    await judge(seat, what);
    ahead.push(...(await links(seat.page, origin)));
    await sendsNothing(seat, `${what}-empty`);
  }
  return kinds.size;
}

async function links(page, origin) {
  const found = await page.locator("a[href]").evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href"), document.baseURI).href));
  const leads = (url) => url.startsWith(`${origin}/`) && !/#|\/sign-out|\/assets\/|openapi\.json|paper=/.test(url);
  return found.filter(leads);
}

// A form that wants something typed is sent without it: the same page comes back and says so.
async function sendsNothing(seat, what) {
  const { page } = seat;
  const form = page.locator('main form[method="post"]:has([required], [aria-required="true"])').first();
  if ((await form.count()) === 0) return;
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    form.evaluate((form) => {
      form.noValidate = true;
      for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) field.value = "";
      form.requestSubmit();
    }),
  ]);
  assert.ok(answer.status() < 500, `${page.url()}: ${answer.status()}`);
  await judge(seat, what);
}

// All flaws are told at once, not the first alone.
async function judge(seat, what) {
  await look(seat, what).catch((flaw) => flaws.push(flaw.message));
}

async function inEnglish({ page }, origin) {
  await page.goto(`${origin}/`);
  await page.locator('button[name="lang"][value="en"]').first().click();
  await page.locator("html[lang=en]").waitFor();
}

async function signsIn({ page }, origin, [agency, username], outbox) {
  await page.goto(`${origin}/sign-in`);
  await page.locator('[name="username"]').fill(username);
  const { password, second } = await outbox.signIn(agency, username);
  await page.locator('[name="password"]').fill(password);
  await page.locator('[name="second"]').fill(second);
  await page.locator("main form button").last().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

const SURFACES = [
  { name: "directory", origin: directory, least: 2 },
  { name: "portal", origin: at("fda"), also: ["/api/v1/", "/requests/link"], least: 6 },
  { name: "water", origin: at("abfa-mazandaran"), least: 4 },
  { name: "governorate", origin: at("ostandari-mazandaran"), least: 4 },
  { name: "counter", origin: at("fda-desk"), as: ["fda", "g.barani"], least: 4 },
  { name: "console", origin: at("fda-admin"), as: ["fda", "r.mizban"], least: 15 },
  { name: "operator", origin: at("central-admin"), as: ["central", "s.rahbar"], least: 4 },
];

const browser = await launch();
try {
  const outbox = new Outbox(await window(browser), directory);
  for (const { name, origin, also, as, least } of SURFACES) {
    const seat = await window(browser);
    // An authenticator's code opens once: one signing in serves both languages.
    if (as) await signsIn(seat, origin, as, outbox);
    for (const lang of ["fa", "en"]) {
      if (lang === "en") await inEnglish(seat, origin);
      const pages = await walk(seat, { name: `${name}-${lang}`, origin, also });
      assert.ok(pages >= least, `${name} in ${lang}: only ${pages} pages`);
    }
    await seat.context.close();
  }
  assert.deepEqual(flaws, [], `${looks()} pages looked at`);
  console.log(`${looks()} pages looked at`);
} finally {
  await browser.close();
}
