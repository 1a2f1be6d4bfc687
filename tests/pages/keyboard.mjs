// A whole request without a mouse: Tab, typing, arrows, Space and Enter; one always sees where one is.

import assert from "node:assert/strict";
import { ANSWERS, CHOICES } from "./company.mjs";

const FAR = 60; // no control of a page is further away than so many presses of Tab

export class Hands {
  constructor(page) {
    this.page = page;
    // Asked for from the start: a dialog that opens before the browser knows of our wish is lost.
    page.on("filechooser", () => {});
  }

  async press(key) {
    await this.page.keyboard.press(key);
  }

  // Goes on to the next control that fits, seeing each one on the way.
  async reach(selector) {
    for (let presses = 0; presses < FAR; presses += 1) {
      await this.press("Tab");
      await this.#seesWhere();
      if (await this.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail(`${selector} cannot be reached with the keyboard`);
  }

  // Reaches a link or a button and presses it; waits for the page it leads to.
  async go(selector) {
    await this.reach(selector);
    await Promise.all([this.page.waitForEvent("domcontentloaded"), this.press("Enter")]);
  }

  async type(selector, text) {
    await this.reach(selector);
    await this.page.keyboard.type(text);
  }

  // Fills in every control as it comes, up to the one that fits.
  async fill(values, end) {
    const left = new Set(Object.keys(values));
    for (let presses = 0; presses < FAR; presses += 1) {
      await this.press("Tab");
      await this.#seesWhere();
      const at = await this.page.evaluate((wanted) => {
        const { name, tagName, type } = document.activeElement;
        return { name, tagName, type, end: document.activeElement.matches(wanted) };
      }, end);
      if (at.end) return assert.deepEqual([...left], [], "every control was reached");
      if (left.delete(at.name)) await this.#give(at, values[at.name]);
    }
    return assert.fail(`${end} cannot be reached with the keyboard`);
  }

  async #give({ tagName, type }, value) {
    if (type === "checkbox") return this.press("Space");
    if (tagName !== "SELECT") return this.page.keyboard.type(value);
    for (let presses = 0; presses < FAR; presses += 1) {
      if ((await this.page.evaluate(() => document.activeElement.value)) === value) return undefined;
      await this.press("ArrowDown");
    }
    return assert.fail(`${value} cannot be chosen with the keyboard`);
  }

  // The focus has a thick outline, on itself or on what is drawn for it, inside the window.
  async #seesWhere() {
    const seen = await this.page.evaluate(() => {
      const focused = document.activeElement;
      const drawn = focused.closest(".file-field-live .file-drop") ?? focused;
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
      const { top, bottom } = drawn.getBoundingClientRect();
      return {
        what: `${focused.tagName} ${focused.name ?? ""} ${focused.textContent.trim().slice(0, 30)}`,
        outlined: outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2,
        inside: bottom > 0 && top < innerHeight,
      };
    });
    assert.ok(seen.outlined, `the focus cannot be seen on ${seen.what}`);
    assert.ok(seen.inside, `the focus is outside the window on ${seen.what}`);
  }
}

// From the first page to the receipt.
export async function submitsByKeyboard(company) {
  const { page, mobile, outbox } = company;
  const hands = new Hands(page);
  await page.goto(company.portal);
  await hands.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.className), /skip-link/);
  await hands.press("Enter");
  await hands.go('a[href="/services/cosmetics-import"]');
  await hands.go('form[action$="/drafts"] button');
  await hands.type('[name="mobile"]', mobile);
  await Promise.all([page.waitForEvent("domcontentloaded"), hands.press("Enter")]);
  await hands.type('[name="code"]', await outbox.code(mobile));
  await hands.press("Enter");
  await page.waitForURL(/\/drafts\//);
  await hands.fill({ ...ANSWERS, ...CHOICES, contactMobile: mobile, consent: "on" }, '[value="continue"]');
  await hands.press("Enter");
  await page.waitForURL(/\/documents$/);
  await attachesByKeyboard(company, hands);
  await hands.go('a[href$="/check"]');
  await hands.reach('form[action$="/submission"] button');
  await hands.press("Enter");
  await page.waitForURL(/\/receipt$/);
  await company.keepsReceipt();
}

async function attachesByKeyboard({ page, file }, hands) {
  await hands.reach('form:has([name="field"][value="proforma"]) input[type="file"]');
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), hands.press("Enter")]);
  await chooser.setFiles(file("پیش‌فاکتور.pdf"));
  await hands.go('form:has([name="field"][value="proforma"]) button');
  await page.getByRole("link", { name: "پیش‌فاکتور.pdf" }).waitFor();
}
