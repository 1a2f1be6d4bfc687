// The main job in a real browser: a company submits the cosmetics import permit, the desk registers,
// refers, asks, decides and answers, and the company reads the answer. Once at a desk with script,
// once on a phone without. Called with the address of the directory: `node journey.mjs http://localhost:8080`.

import assert from "node:assert/strict";
import { PHONE, launch, window } from "./browser.mjs";
import { Company, tracks } from "./company.mjs";
import { submitsByKeyboard } from "./keyboard.mjs";
import { look, looks } from "./look.mjs";
import { Outbox } from "./outbox.mjs";
import { Clerk } from "./staff.mjs";

const directory = new URL(process.argv[2]).origin;
const at = (name) => directory.replace("//localhost", `//${name}.localhost`);
const NOTE = "برگ دوم گواهی فروش آزاد خوانا نیست. لطفاً نسخهٔ روشن آن را بفرستید.";
const ORDER = "لطفاً نظر آزمایشگاه را دربارهٔ میزان مواد نگهدارنده بنویسید.";
const OPINION = "میزان مواد نگهدارنده در حد مجاز است.";
const ANSWER = "با ورود ۱۲۰۰ عدد از این فرآورده موافقت شد. مجوز تا یک سال اعتبار دارد.";

const browser = await launch();
const outbox = new Outbox(await window(browser), directory);
const desk = { browser, agency: "fda", desk: at("fda-desk"), outbox };

async function company(name, mobile, options) {
  const seat = await window(browser, options);
  const messages = new Outbox(await window(browser), directory);
  return new Company({ seat, portal: at("fda"), outbox: messages, mobile, name });
}

async function submitted(one) {
  await one.begins();
  await one.fillsIn();
  await one.mistypes();
  await one.sendsAnswers();
  await one.isWarned();
  await one.attachesProforma();
  await one.submits();
  await one.listsIt();
  return one;
}

async function registered(clerk, companies) {
  await clerk.page.goto(clerk.desk);
  await clerk.look("cartable");
  for (const one of companies) {
    await clerk.opens(one.case);
    await clerk.look("case");
    await clerk.finishes("registered");
    await one.isTold("در دبیرخانه ثبت شد");
  }
}

async function reviewed(expert, laboratory, companies) {
  for (const one of companies) {
    await expert.opens(one.case);
    await expert.refers("آزمایشگاه", ORDER);
    await one.isTold("ارجاع شد");
    await laboratory.opens(one.case);
    await laboratory.look("referral");
    await laboratory.answers(OPINION);
    await expert.page.goto(expert.desk);
    await expert.opens(one.case);
    await expert.look("answered");
    await expert.asksFor(["گواهی فروش آزاد"], NOTE);
    await one.isTold("کامل نیست");
    await one.suppliesWhatIsMissing(NOTE);
    await one.isTold("رسید");
    await expert.opens(one.case);
    await expert.look("supplied");
    await expert.finishes("complete");
  }
}

async function answered(manager, clerk, companies) {
  for (const one of companies) {
    await manager.opens(one.case);
    await manager.decides("approve", ANSWER);
    await one.isTold("پاسخ درخواست");
    await clerk.opens(one.case);
    await clerk.finishes("closed");
    await one.readsTheAnswer(ANSWER);
    const text = await one.page.locator("main").innerText();
    assert.ok(!text.includes(ORDER) && !text.includes(OPINION), "what staff write to each other stays inside");
  }
}

// The same service, the same people's names, another agency: nothing of it is there.
async function theLookAlikeSeesNothing(visitor, one) {
  const other = { ...desk, agency: "fda2", desk: at("fda2-desk") };
  for (const username of ["n.sepidar", "m.golriz"]) {
    const clerk = await Clerk.signsIn(other, username);
    await clerk.hasNothing();
    await clerk.look("empty");
    await clerk.cannotSee(one.case);
  }
  const text = await tracks(visitor, at("fda2"), { code: one.code, fact: "0899" });
  assert.match(text, /پیدا نشد/);
}

// Pages that anybody sees: where the agencies are, what is not there, the other language.
async function looksAround(visitor) {
  const places = { directory, "not-found": `${at("fda")}/nothing`, "no-agency": at("nobody"), staff: at("fda-desk") };
  for (const [name, url] of Object.entries(places)) {
    await visitor.page.goto(url);
    await look(visitor, name);
  }
  await visitor.page.goto(at("fda"));
  await visitor.page.getByRole("button", { name: "English" }).click();
  await visitor.page.getByRole("link", { name: "Import permit" }).first().click();
  assert.equal(await visitor.page.locator("html").getAttribute("dir"), "ltr");
  await look(visitor, "sheet-english");
  await visitor.page.getByRole("button", { name: "فارسی" }).click();
}

async function play() {
  const visitor = await window(browser);
  await looksAround(visitor);

  const companies = await Promise.all([
    company("desktop", "09121110001").then(submitted),
    company("phone", "09121110002", { viewport: PHONE, script: false }).then(submitted),
  ]);
  const [desktop] = companies;

  const clerk = await Clerk.signsIn(desk, "n.sepidar");
  await clerk.seesTheirAccount();
  await registered(clerk, companies);
  const expert = await Clerk.signsIn(desk, "k.rudbarak");
  await expert.look("cartable");
  const laboratory = await Clerk.signsIn(desk, "s.abgineh");
  await reviewed(expert, laboratory, companies);
  await laboratory.hasNothing();
  await answered(await Clerk.signsIn(desk, "m.golriz"), clerk, companies);
  for (const one of companies) assert.equal(await outbox.count(one.mobile), 7, "a code and six steps");

  assert.match(await tracks(visitor, at("fda"), { code: desktop.code, fact: "1111" }), /پیدا نشد/);
  await look(visitor, "tracking-unknown");
  const found = await tracks(visitor, at("fda"), { code: desktop.code, fact: "۰۸۹۹" });
  assert.ok(!found.includes("مینا") && !found.includes(ANSWER), "the public page names nobody");
  await look(visitor, "tracking-found");

  await theLookAlikeSeesNothing(visitor, desktop);

  const undecided = await company("keyboard", "09121110003");
  await submitsByKeyboard(undecided);
  await undecided.withdraws();

  await outbox.seat.page.goto(outbox.url);
  await look(outbox.seat, "outbox");
  console.log(`the journey was played; ${looks()} pages were looked at`);
}

try {
  await play();
} finally {
  await browser.close();
}
