// What a member of staff does at the desk.

import assert from "node:assert/strict";
import { keepsItsSession, window } from "./browser.mjs";
import { look } from "./look.mjs";

export class Clerk {
  constructor({ seat, desk, name }) {
    Object.assign(this, { seat, desk, name });
    this.page = seat.page;
  }

  // A window of their own, signed in with password and second factor.
  static async signsIn({ browser, agency, desk, outbox }, username) {
    const seat = await window(browser);
    const clerk = new Clerk({ seat, desk, name: `${agency}-${username}` });
    const { page } = seat;
    await page.goto(desk);
    await page.locator('[name="username"]').fill(username);
    const { password, second } = await outbox.signIn(agency, username);
    await page.locator('[name="password"]').fill(password);
    await page.locator('[name="second"]').fill(second);
    await page.locator("main").getByRole("button", { name: "ورود" }).click();
    await page.getByRole("heading", { name: /^کارتابل/ }).waitFor();
    await keepsItsSession(seat, desk);
    return clerk;
  }

  look(what) {
    return look(this.seat, `${this.name}-${what}`);
  }

  // Through the cartable, as people get there: the case lies before this position.
  async opens(id) {
    await this.page.goto(this.desk);
    await this.page.locator(`main a[href*="${id}"]`).first().click();
    await this.page.waitForURL(new RegExp(id));
  }

  async seesTheirAccount() {
    await this.page.locator(".site-person a").click();
    await this.look("account");
  }

  async hasNothing() {
    await this.page.goto(this.desk);
    assert.equal(await this.page.locator('main a[href*="/cases/"]').count(), 0);
    assert.match(await this.page.locator("main").innerText(), /کاری در این کارتابل نیست/);
  }

  async cannotSee(id) {
    const answer = await this.page.goto(`${this.desk}/cases/${id}`);
    assert.equal(answer.status(), 404);
  }

  #outcome(id) {
    return this.page.locator(`form:has(input[name="outcome"][value="${id}"])`);
  }

  async #unfolds(form) {
    if (await form.isVisible()) return;
    await this.page.locator("details", { has: form }).locator("summary").first().click();
  }

  // Finishes the step of the case with an outcome; `fill` writes what it asks for.
  async finishes(outcome, fill = async () => {}) {
    const form = this.#outcome(outcome);
    await this.#unfolds(form);
    await fill(form);
    await form.getByRole("button").last().click();
    await this.page.locator(".notice").waitFor();
  }

  async refers(position, order) {
    const form = this.page.locator('form:has(select[name="to"])');
    await this.#unfolds(form);
    const to = form.locator('select[name="to"] option', { hasText: position });
    await form.locator('select[name="to"]').selectOption(await to.getAttribute("value"));
    await form.locator('select[name="action"]').selectOption("opinion");
    await form.locator('textarea[name="order"]').fill(order);
    await form.getByLabel("به متقاضی اطلاع داده شود").check();
    await this.look("referring");
    await form.getByRole("button", { name: "ارجاع" }).click();
    await this.page.locator(".notice").waitFor();
  }

  async answers(text) {
    const form = this.page.locator('form:has(textarea[name="answer"])');
    await form.locator("textarea").fill(text);
    await form.getByRole("button").click();
    await this.page.locator(".notice").waitFor();
  }

  async asksFor(documents, note) {
    await this.finishes("missing", async (form) => {
      for (const document of documents) await form.getByLabel(document).check();
      await form.locator('[name="note"]').fill(note);
      await this.look("asking");
    });
  }

  async decides(outcome, text) {
    await this.finishes(outcome, async (form) => {
      await form.locator('[name="reason"]').selectOption({ index: 1 });
      await form.locator('[name="text"]').fill(text);
      await this.look("deciding");
    });
  }
}
