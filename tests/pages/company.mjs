// What an applicant does at the portal, the way a person does it: by what the page says.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { keepsItsSession } from "./browser.mjs";
import { look } from "./look.mjs";
import { pdf } from "./paper.mjs";

// A made-up company, typed as people type: Persian digits, spaces.
export const ANSWERS = {
  companyName: "شرکت آزمون زیبایی پارس",
  companyId: "۱۰۳۸۰۲۸۴۷۹۰",
  contactEmail: "desk@company.example",
  officerName: "مینا نمونه‌زاده",
  officerNationalCode: "۰۴۹۹۳۷۰۸۹۹",
  licenceNumber: "ب/۱۲۳",
  "licenceExpiresOn.day": "۳۰",
  "licenceExpiresOn.year": "۱۴۰۸",
  productName: "کرم مرطوب‌کنندهٔ روز با عصارهٔ گل محمدی",
  productNameLatin: "Moist Day Cream 50 ml",
  manufacturer: "Beispiel Kosmetik GmbH",
  quantity: "۱۲۰۰",
};
export const CHOICES = { "licenceExpiresOn.month": "12", productKind: "skin-care", country: "de" };
const SERVICE = "مجوز ورود";

const latin = (text) => text.replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit));
const named = (page, name) => page.locator(`main [name="${name}"]`);
const press = (page, name) => page.locator("main").getByRole("button", { name, exact: true }).click();

export class Company {
  constructor({ seat, portal, outbox, mobile, name }) {
    Object.assign(this, { seat, portal, outbox, mobile, name });
    this.page = seat.page;
    this.proforma = pdf(`Proforma invoice ${mobile}`);
  }

  look(what) {
    return look(this.seat, `${this.name}-${what}`);
  }

  // From the first page to the form: the session begins where it is needed.
  async begins() {
    await this.page.goto(this.portal);
    await this.look("catalogue");
    await this.page.getByRole("link", { name: SERVICE }).first().click();
    await this.look("sheet");
    await press(this.page, "شروع درخواست");
    await this.signsIn();
    await keepsItsSession(this.seat, this.portal);
  }

  async signsIn() {
    await this.look("sign-in");
    await named(this.page, "mobile").fill(this.mobile);
    await press(this.page, "فرستادن کد");
    const code = await this.outbox.code(this.mobile);
    await named(this.page, "code").fill(code === "111111" ? "222222" : "111111");
    await press(this.page, "ورود");
    await this.#isTold("code");
    await this.look("wrong-code");
    await named(this.page, "code").fill(code);
    await press(this.page, "ورود");
    if (this.page.url().includes("/services/")) await press(this.page, "شروع درخواست");
    await this.page.waitForURL(/\/drafts\//);
  }

  async fillsIn() {
    await this.look("answers");
    for (const [name, value] of Object.entries(ANSWERS)) await named(this.page, name).fill(value);
    for (const [name, value] of Object.entries(CHOICES)) await named(this.page, name).selectOption(value);
    await named(this.page, "contactMobile").fill(`${this.mobile.slice(0, 4)} ${this.mobile.slice(4)}`);
    await named(this.page, "consent").check();
  }

  // A wrong national code is told beside its field and in the summary; nothing typed is lost.
  async mistypes() {
    await named(this.page, "officerNationalCode").fill("۰۴۹۹۳۷۰۸۹۸");
    await press(this.page, "ذخیره و ادامه");
    await this.#isTold("officerNationalCode");
    assert.equal(await named(this.page, "officerNationalCode").inputValue(), "۰۴۹۹۳۷۰۸۹۸");
    assert.equal(await named(this.page, "productName").inputValue(), ANSWERS.productName);
    assert.ok(await named(this.page, "consent").isChecked());
    await this.look("answers-wrong");
    await this.page.locator(".error-summary a").first().click();
    const focused = await this.page.evaluate(() => document.activeElement.name);
    assert.equal(focused, "officerNationalCode", "the summary leads to the field");
    await named(this.page, "officerNationalCode").fill(ANSWERS.officerNationalCode);
  }

  // Shown two minutes before the session ends; one press and one goes on where one was.
  async isWarned() {
    if (!this.seat.script) return;
    await this.page.evaluate(() => document.querySelector("[data-session-warning]").showModal());
    await this.look("session-warning");
    await this.page.getByRole("dialog").getByRole("button").click();
    await this.page.getByRole("dialog").waitFor({ state: "hidden" });
  }

  async sendsAnswers() {
    await press(this.page, "ذخیره و ادامه");
    await this.page.waitForURL(/\/documents$/);
    await this.look("documents");
  }

  #field(key) {
    return this.page.locator(`form:has(input[name="field"][value="${key}"])`);
  }

  async attaches(key, file) {
    await this.#field(key).locator("input[type=file]").setInputFiles(file);
    await this.#field(key).getByRole("button", { name: "بارگذاری" }).click();
  }

  // A file that is no document, then the real one.
  async attachesProforma() {
    await this.attaches("proforma", {
      name: "پیش‌فاکتور.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("<html><script>alert(1)</script></html>"),
    });
    await this.#isTold("proforma");
    await this.look("documents-wrong");
    await this.attaches("proforma", this.file("پیش‌فاکتور.pdf"));
    await this.page.getByRole("link", { name: "پیش‌فاکتور.pdf" }).waitFor();
    await this.look("documents-one");
    await this.page.getByRole("link", { name: "ادامه", exact: true }).click();
    await this.page.waitForURL(/\/check$/);
  }

  file = (name) => ({ name, mimeType: "application/pdf", buffer: this.proforma });

  async submits() {
    await this.look("check");
    await press(this.page, "تأیید و ارسال درخواست");
    await this.page.waitForURL(/\/receipt$/);
    await this.look("receipt");
    await this.keepsReceipt();
  }

  // Keeps the tracking code and the address of the request, and is told both.
  async keepsReceipt() {
    const code = await this.page.locator(".panel-done .code").textContent();
    this.code = code.trim();
    assert.match(this.code.replaceAll(" ", ""), /^\d{16}$/, "a tracking code of sixteen digits");
    this.request = this.page.url().replace(/\/receipt$/, "");
    this.case = this.request.split("/").at(-1);
    await this.isTold("درخواست شما ثبت شد");
  }

  // Told by text message.
  async isTold(words) {
    const text = latin(await this.outbox.message(this.mobile, words));
    assert.ok(text.includes(this.code.replaceAll(" ", "")), `"${words}" names the request: ${text}`);
  }

  async shows(words) {
    await this.page.goto(this.request);
    const text = await this.page.locator("main").innerText();
    assert.ok(text.includes(words), `the request does not show "${words}":\n${text}`);
  }

  async listsIt() {
    await this.page.goto(`${this.portal}/requests`);
    await this.look("requests");
    await this.page.locator(`main a[href$="${this.case}"]`).waitFor();
  }

  async suppliesWhatIsMissing(note) {
    await this.shows(note);
    await this.look("asked");
    const keys = await this.page.locator('input[name="field"]').evaluateAll((all) => all.map((one) => one.value));
    assert.ok(keys.length > 0, "there is somewhere to put the missing documents");
    for (const key of keys) {
      await this.attaches(key, this.file(`گواهی ${key}.pdf`));
      await this.page.getByText(`گواهی ${key}.pdf`).first().waitFor();
    }
    await this.look("asked-filled");
    await press(this.page, "ارسال مدارک");
    await this.page.getByText("مدارک شما رسید").first().waitFor();
    await this.look("supplied");
  }

  async readsTheAnswer(words) {
    await this.shows(words);
    await this.look("answered");
    await this.#downloads();
    await this.page.goto(`${this.request}/receipt`);
    await this.page.locator(".panel-done").waitFor();
  }

  // The bytes that come back are the bytes that were sent, from the host of documents, without a cookie.
  async #downloads() {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("link", { name: "پیش‌فاکتور.pdf" }).first().click();
    const file = await download;
    assert.match(new URL(file.url()).hostname, /-files\./);
    // Chromium writes an underscore for the joiner, which file systems may not show.
    assert.equal(file.suggestedFilename(), "پیش_فاکتور.pdf");
    assert.deepEqual(await readFile(await file.path()), this.proforma);
    assert.deepEqual(await this.seat.context.cookies(new URL(file.url()).origin), []);
  }

  async withdraws() {
    await this.page.goto(this.request);
    await this.page.getByRole("link", { name: "انصراف از درخواست" }).click();
    await this.look("withdrawal");
    await press(this.page, "بله، انصراف می‌دهم");
    await this.page.getByText("درخواست شما پس گرفته شد").first().waitFor();
    await this.look("withdrawn");
    await this.page.getByRole("button", { name: "خروج" }).click();
    await this.page.getByRole("link", { name: "ورود", exact: true }).waitFor();
  }

  async #isTold(key) {
    await this.page.locator(".error-summary").waitFor();
    assert.match(await this.page.title(), /^خطا:/);
    assert.ok(await this.page.locator(`#f-${key}-problem`).isVisible(), `a message beside ${key}`);
    assert.ok(await this.page.locator(`.error-summary a[href="#f-${key}"]`).isVisible());
    const described = await this.page.locator(`#f-${key}`).getAttribute("aria-describedby");
    assert.ok(described.split(" ").includes(`f-${key}-problem`), `${key} is described by its problem`);
    if (!this.seat.script) return;
    const focused = await this.page.evaluate(() => document.activeElement.className);
    assert.equal(focused, "error-summary", "the summary has the focus");
  }
}

// Anybody, without signing in: code and second fact.
export async function tracks(seat, portal, { code, fact }) {
  await seat.page.goto(`${portal}/tracking`);
  await named(seat.page, "code").fill(code);
  await named(seat.page, "fact").fill(fact);
  await press(seat.page, "نمایش وضعیت");
  return seat.page.locator("main").innerText();
}
