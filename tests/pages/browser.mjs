// Debian's Chromium, and pages in it that remember everything they complained of.

import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", // tests run as root on build machines
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// A phone of the smallest size that WCAG 2.2 asks for, and a desk's screen.
export const PHONE = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 800 };

export async function launch() {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
}

// One person's window: `open` gives its page, `calm` fails on what the browser complained of.
export async function window(browser, { viewport = DESKTOP, script = true } = {}) {
  const context = await browser.newContext({
    viewport,
    javaScriptEnabled: script,
    acceptDownloads: true,
    reducedMotion: "reduce",
  });
  // Builds and tests of others may hold the machine up for a while.
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // A page that says 422 or 404 on purpose is still named by the browser.
    if (message.text().startsWith("Failed to load resource") && isDocument(message)) return;
    complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  const calm = () => assert.deepEqual(complaints, [], "the browser complained");
  return { context, page, script, calm };
}

function isDocument(message) {
  return !/\/assets\/|autosave|extension/.test(new URL(message.location().url).pathname);
}

// The cookie of a session as this browser kept it.
export async function keepsItsSession({ context }, origin) {
  const cookies = await context.cookies(origin);
  assert.ok(cookies.length > 0, `no cookie was kept at ${origin}`);
  for (const { name, secure, httpOnly, path, sameSite, domain } of cookies) {
    assert.match(name, /^__Host-/, `${name} at ${origin}`);
    assert.ok(secure && httpOnly && path === "/" && sameSite !== "None", `${name} at ${origin}`);
    assert.equal(domain, new URL(origin).hostname, `${name} belongs to one host`);
  }
}
