// Cases that run: one that nobody can go on with, and another version of its process that takes it over.
// All of it at the look-alike agency, where nobody else walks.

import { form, sends } from "./forms.mjs";
import { relieves, submitted } from "./furniture.mjs";
import { mobile } from "./people.mjs";

// A request comes in where nobody registers requests any more, and its process has a next version;
// returns the admin's seat.
export async function stranded(people) {
  const admin = await people.staff("fda2", "r.mizban", "admin");
  await relieves(admin, "مسئول ثبت دبیرخانه");
  await submitted(await people.applicant("fda2", mobile()));
  const { page, origin } = admin;
  await page.goto(`${origin}/processes`);
  await sends(page.locator('main form:has(input[value="cosmetics-import"])').first());
  await sends(form(page, "/publication"));
  return admin;
}

// To whichever version the case does not run by, once without its step and then with it.
export async function running(walk) {
  const { page } = walk;
  const plan = async () => {
    await walk.goes("/migrations");
    await page.locator('main a[href^="/migrations/plan"]').first().click();
  };
  await plan();
  const steps = await page.locator("main select").evaluateAll((all) => all.map(({ name }) => [name, ""]));
  await sends(form(page, "/migrations/plan"), { ...Object.fromEntries(steps), step: "start" });
  await walk.judge("plan-without-steps");
  await plan();
  await sends(form(page, "/migrations/plan"), { step: "try" });
  await walk.judge("plan-tried");
  await sends(form(page, "/migrations/plan"), { step: "start" });
  await walk.judge("migration");
  await page.waitForTimeout(3_000);
}
