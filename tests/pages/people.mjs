// Everybody who has pages of their own, signed in, each in a window of theirs.

import { randomInt } from "node:crypto";
import { window } from "./browser.mjs";
import { form, sends } from "./forms.mjs";
import { Outbox } from "./outbox.mjs";

// A number of one's own each time: a code is not sent twice within minutes.
export const mobile = () => `0912${randomInt(1_000_000, 9_999_999)}`;

export class People {
  constructor(browser, directory) {
    Object.assign(this, { browser, directory });
  }

  at(host) {
    return this.directory.replace("//localhost", `//${host}.localhost`);
  }

  async visitor() {
    return window(this.browser);
  }

  async #outbox() {
    this.outbox ??= new Outbox(await window(this.browser), this.directory);
    return this.outbox;
  }

  // A member of staff, at the desk or at the console.
  async staff(agency, username, door = "desk") {
    const seat = await window(this.browser);
    const origin = this.at(`${agency}-${door}`);
    await seat.page.goto(`${origin}/sign-in`);
    const secrets = await (await this.#outbox()).signIn(agency, username);
    await sends(form(seat.page, "/sign-in"), secrets);
    if (seat.page.url().includes("/sign-in")) throw new Error(`${username} cannot sign in at ${origin}`);
    return { ...seat, origin, ...secrets };
  }

  async applicant(agency, mobile) {
    const seat = await window(this.browser);
    const origin = this.at(agency);
    await seat.page.goto(`${origin}/sign-in`);
    await sends(form(seat.page, "/sign-in"), { mobile });
    const code = await (await this.#outbox()).code(mobile);
    await sends(form(seat.page, "/sign-in/code"), { code });
    return { ...seat, origin, mobile };
  }
}
