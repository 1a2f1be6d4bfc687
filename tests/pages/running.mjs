// Cases that run: one that nobody can go on with, and another version of its process that takes it over.
// All of it at the look-alike agency, where nobody else walks.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { begins } from "./diagram.mjs";
import { form, posts, sends } from "./forms.mjs";
import { relieves, submitted } from "./furniture.mjs";
import { mobile } from "./people.mjs";

const PATIENCE = 120_000;

// A request comes in where nobody registers requests any more, and its process has a next version;
// returns the admin's seat.
export async function stranded(people) {
  const admin = await people.staff("fda2", "r.mizban", "admin");
  await relieves(admin, "مسئول ثبت دبیرخانه");
  await submitted(await people.applicant("fda2", mobile()));
  await begins(admin);
  await sends(form(admin.page, "/publication"));
  return admin;
}

// To whichever version the case does not run by: once by somebody who leaves out its step and starts
// without a trial, and then as it should be.
export async function running(walk) {
  const { page } = walk;
  const plan = async () => {
    await walk.goes("/migrations");
    await walk.goes(await page.locator('main a[href^="/migrations/plan"]').first().getAttribute("href"));
  };
  await plan();
  const between = Object.fromEntries(new URL(page.url()).searchParams);
  await posts(page, "/migrations/plan", { ...between, step: "start", _command: randomUUID() });
  await walk.judge("plan-without-steps");
  await plan();
  await sends(form(page, "/migrations/plan"), { step: "try" });
  await walk.judge("plan-tried");
  await sends(form(page, "/migrations/plan"), { step: "start" });
  await walk.judge("migration");
  // What can be stopped still goes on.
  const until = Date.now() + PATIENCE;
  for (const stop = form(page, "/stop"); (await stop.count()) > 0; await page.reload()) {
    assert.ok(Date.now() < until, "the case does not go on");
    await sleep(500);
  }
}
