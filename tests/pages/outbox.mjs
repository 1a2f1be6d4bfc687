// The development outbox: the text messages that were sent, and how the demo staff sign in.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 30_000;

export class Outbox {
  constructor(seat, directory) {
    this.seat = seat;
    this.url = `${directory}/outbox`;
  }

  // The first text message to a number that says this and is not among those already read.
  async message(mobile, words) {
    const address = `+98${mobile.slice(1)}`;
    for (const started = Date.now(); Date.now() - started < PATIENCE; await sleep(100)) {
      const found = (await this.#messages()).find(
        (message) => message.address === address && message.text.includes(words),
      );
      if (found) return found.text;
    }
    assert.fail(`no text message says "${words}"`);
  }

  async count(mobile) {
    const address = `+98${mobile.slice(1)}`;
    return (await this.#messages()).filter((message) => message.address === address).length;
  }

  // The six digits of the last code that was sent to a number.
  async code(mobile) {
    const text = await this.message(mobile, "کد ورود");
    return /\d{6}/.exec(text)[0];
  }

  async #messages() {
    await this.seat.page.goto(this.url);
    return this.seat.page.locator("article").evaluateAll((articles) =>
      articles.map((article) => ({
        address: article.querySelector("h3 .code").textContent,
        text: article.querySelector(".typed").textContent,
      })),
    );
  }

  // User name, password and the code of this half minute.
  async signIn(agency, username) {
    await this.seat.page.goto(this.url);
    const rows = await this.seat.page.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll(".code")].map((code) => code.textContent)),
    );
    const found = rows.find(([at, name]) => at === agency && name === username);
    assert.ok(found, `nobody is called ${username} at ${agency}`);
    const [, , password, second] = found;
    return { username, password, second };
  }
}
