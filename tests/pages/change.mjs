// A service is changed while it runs, by keyboard and without script: its process gets an approval and a
// question to three units that lapses after ten working days, in the list of steps. Then a request runs on
// it. Called with the address of the directory: `node change.mjs http://localhost:8080`.

import assert from "node:assert/strict";
import { launch, window } from "./browser.mjs";
import { finishes, opens, submitted } from "./furniture.mjs";
import { look, looks } from "./look.mjs";
import { Outbox } from "./outbox.mjs";
import { People, mobile } from "./people.mjs";

const directory = new URL(process.argv[2]).origin;
const browser = await launch();
const people = new People(browser, directory);

// Everything is reached and pressed as somebody does who has no mouse.
const presses = async (locator) => {
  const { page } = seat;
  await locator.first().focus();
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
};
const unfolds = async (locator) => {
  await locator.first().focus();
  await seat.page.keyboard.press("Enter");
};
const field = (name) => seat.page.locator(`main [name="${name}"]`).first();
const saves = () => presses(seat.page.locator("main form[novalidate] button"));
const ticks = async (name) => {
  await field(name).focus();
  await seat.page.keyboard.press("Space");
  assert.ok(await field(name).isChecked(), name);
};

// Puts a step of a kind behind another.
async function inserts(behind, kind) {
  const line = seat.page.locator(`#step-${behind}`);
  await unfolds(line.locator("details:has(form[action$='/steps']) summary"));
  await presses(line.locator(`button[name="kind"][value="${kind}"]`));
}

const seat = await window(browser, { script: false });
try {
  const origin = people.at("fda-admin");
  const { page } = seat;
  await page.goto(`${origin}/sign-in`);
  const secrets = await new Outbox(await window(browser), directory).signIn("fda", "r.mizban");
  for (const [name, value] of Object.entries(secrets)) await field(name).fill(value);
  await presses(page.locator("main form[action$='/sign-in'] button"));

  await page.goto(`${origin}/processes`);
  await look(seat, "change-processes");
  await presses(page.locator('main form:has(input[value="cosmetics-import"]) button'));
  await look(seat, "change-steps");
  const draft = page.url();

  await inserts("review", "approval");
  await field("name.fa").fill("تأیید رئیس اداره");
  await field("role").selectOption("cosmetics-manager");
  await look(seat, "change-approval");
  await saves();

  await inserts("step", "ask");
  await field("name.fa").fill("");
  await saves();
  await look(seat, "change-ask-wrong");
  await field("name.fa").fill("نظر سه واحد");
  for (const role of ["cosmetics-expert", "drug-inspector", "drug-manager"]) await ticks(`unit.${role}`);
  await field("late.new.days").fill("۱۰");
  await field("late.new.then").selectOption("lapse");
  await field("late.new.to").selectOption("decide");
  await look(seat, "change-ask");
  await saves();
  assert.match(await page.locator("main").innerText(), /نظر سه واحد/);
  assert.match(await page.locator("#step-step-2").innerText(), /۱۰ روز کاری/);

  // One place up and back again: the course is as it was.
  await presses(page.locator("#step-step-2 button[value='up']"));
  await presses(page.locator("#step-step-2 button[value='down']"));
  await look(seat, "change-ready");
  await page.goto(draft);
  await presses(page.locator("main form[action$='/publication'] button"));
  assert.match(page.url(), /\/processes\/[0-9a-f-]{36}$/);
  await look(seat, "change-published");

  const request = await submitted(await people.applicant("fda", mobile()));
  await finishes(await people.staff("fda", "n.sepidar"), request, "registered");
  const expert = await people.staff("fda", "k.rudbarak");
  await finishes(expert, request, "complete");
  const manager = await people.staff("fda", "m.golriz");
  await finishes(manager, request, "agreed");
  await opens(expert, request, 'input[name="outcome"][value="opinion-given"]');
  await look(expert, "change-asked");
  console.log(`a changed service runs; ${looks()} pages looked at`);
} finally {
  await browser.close();
}
