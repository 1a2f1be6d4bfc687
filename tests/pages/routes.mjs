// Where everybody walks: what links do not lead to stands here.

import assert from "node:assert/strict";
import { randomInt, randomUUID } from "node:crypto";
import { DECISIONS, decides, triesDecisions } from "./decisions.mjs";
import { asDiagram } from "./diagram.mjs";
import { form, posts, sends } from "./forms.mjs";
import { mobile } from "./people.mjs";
import { running, stranded } from "./running.mjs";
import { atTheSteps } from "./steps.mjs";
import { trials } from "./trials.mjs";

// Of these no two look alike: each is looked at, whoever saw others before.
const CASE = /^\/$|^\/(cases|requests)\/[0-9a-f-]{36}$/;
const RUNNING = /^\/(incidents|migrations)/;
const SHEET = /^\/$|^\/services\/[^/]+$/;

export async function routes(people, furniture) {
  const visitor = async (host, more) => ({ seat: await people.visitor(), origin: people.at(host), ...more });
  const [met, metByStaff] = [new Set(), new Set()];
  await decides(furniture.admin);
  return [
    { name: "console", seat: furniture.admin, met: metByStaff, apart: SHEET, also: [...CHANGES, ...DECISIONS], extra: atTheConsole },
    await visitor("fda", { name: "portal", met, also: ["/api/v1/"], extra: (walk) => atThePortal(walk, people, furniture) }),
    { name: "applicant", seat: furniture.applicant, apart: CASE, also: drafts(furniture), extra: (walk) => asApplicant(walk, furniture) },
    ...asStaff(furniture, metByStaff),
    { name: "directory", seat: await people.visitor(), origin: people.directory, also: ["/?q=مجوز"] },
    await visitor("abfa-mazandaran", { name: "water", met, apart: SHEET }),
    await visitor("ostandari-mazandaran", { name: "governorate", met, apart: SHEET }),
    await visitor("fda-desk", { name: "desk-door" }),
    await visitor("fda-admin", { name: "console-door" }),
    { name: "look-alike", met: metByStaff, apart: RUNNING, seat: await stranded(people), extra: running },
    { name: "operator", met: metByStaff, apart: /^\/$/, seat: await people.staff("central", "s.rahbar", "admin") },
    { name: "without-right", stays: true, seat: await people.staff("fda", "a.nikmehr", "admin") },
  ];
}

const drafts = ({ draft }) => [`/drafts/${draft}`, `/drafts/${draft}/documents`, `/drafts/${draft}/check`];
const CHANGES = ["sheet", "form", "preview", "publication"].map((part) => `/services/cosmetics-import/draft/${part}`);

// At the desk most pages look alike to everybody; a case does not.
function asStaff({ clerk, expert, laboratory, manager, relieved, counter, draftAtCounter, registered, stale, ...requests }, met) {
  const { asked, referred, undecided, answered } = requests;
  const sees = (...these) => ({ apart: CASE, met, also: these.map(({ id }) => `/cases/${id}`) });
  const atCounter = ["", "/visitor", "/documents", "/check"].map((page) => `/counter/drafts/${draftAtCounter}${page}`);
  return [
    { name: "expert", seat: expert, ...sees(asked, referred) },
    { name: "counter", seat: counter, also: atCounter, met, extra: (walk) => atTheCounter(walk, registered) },
    { name: "clerk", seat: clerk, ...sees(answered) },
    { name: "manager", seat: manager, ...sees(undecided), extra: (walk) => comesTooLate(walk, stale) },
    { name: "laboratory", seat: laboratory, ...sees(referred) },
    { name: "without-position", stays: true, seat: relieved },
  ];
}

async function atThePortal(walk, people, { answered }) {
  const { page } = walk;
  await walk.goes("/sign-in");
  await sends(form(page, "/sign-in"), { mobile: mobile() });
  await walk.judge("code");
  await sends(form(page, "/sign-in/code"), { code: "111111" });
  await walk.judge("code-wrong");
  await walk.goes("/tracking");
  await sends(form(page, "/tracking"), { code: answered.code, fact: "0899" });
  await walk.judge("tracked");
  await walk.goes("/nothing");
  await walk.judge("not-found");
  await walk.goes("/");
  await posts(page, "/language", { _token: "forged" });
  await walk.judge("forged");
  await walk.goes("/api/v1/");
  await page.locator("main details").first().evaluate((details) => (details.open = true));
  await page.locator("[data-api-call]").first().click();
  await page.locator("[data-api-answer]").first().waitFor();
  await walk.judge("api-tried", { unfolded: false });
}

async function asApplicant(walk, { answered, asked }) {
  await walk.goes(`/requests/${asked.id}`);
  await sends(form(walk.page, "/supply"));
  await walk.judge("supply-nothing");
  await walk.goes(`/requests/${answered.id}`);
  await walk.page.evaluate(() => document.querySelector("[data-session-warning]").showModal());
  await walk.judge("session-warning");
  await posts(walk.page, `/requests/${answered.id}/withdrawal`, { _command: randomUUID() });
  await walk.judge("refused");
}

async function comesTooLate(walk, { path, values }) {
  await walk.goes("/");
  await posts(walk.page, path, { ...values, _command: randomUUID() });
  await walk.judge("too-late");
}

// The papers of a receipt, width and height in millimetres.
const PAPERS = { a5: [148, 210], roll: [80, 280] };

async function atTheCounter(walk, request) {
  for (const [paper, size] of Object.entries(PAPERS)) {
    await walk.goes(`/counter/requests/${request}/receipt?paper=${paper}`);
    const printed = (await walk.page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sheets = [...printed.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    const sizes = sheets.map(([, ...points]) => points.map((point) => Math.round((point / 72) * 25.4)));
    assert.deepEqual(sizes, [size], `a receipt is one sheet of ${paper}`);
  }
  await walk.goes("/account/recovery-codes");
  await sends(form(walk.page, "/account/recovery-codes"), { password: walk.seat.password });
  await walk.judge("new-codes");
}

async function atTheConsole(walk) {
  const { page } = walk;
  await triesDecisions(walk);
  const sheet = "/services/cosmetics-import/draft/sheet";
  await walk.goes(sheet);
  await sends(form(page, sheet), { code: "12345" });
  await walk.goes(CHANGES.at(-1));
  await walk.judge("publication-incomplete");
  await walk.goes(sheet);
  await sends(form(page, sheet), { rev: "0" });
  await walk.judge("sheet-conflict");
  await walk.goes("/organisation/members/new");
  await sends(form(page, "/members/new"), { name: "نگار نمونه‌زاده", username: `n.nemune${randomInt(1_000, 9_999)}` });
  await walk.judge("secrets");
  await trials(walk);
  await atTheSteps(walk);
  await asDiagram(walk);
}
