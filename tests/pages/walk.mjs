// Walks through a surface: every page that links and searches reach, and every form with nothing in it.

import assert from "node:assert/strict";
import { asking, searches, sendsNothing } from "./forms.mjs";
import { look } from "./look.mjs";

// No surface has so many kinds of pages: beyond that something is taken for new that is not.
const TOO_MANY = 120;
const ID = /^[0-9a-f-]{36}$|^[0-9.]+$/;
// What ends the session, is no page, or is a page of another kind already.
const ELSEWHERE = /#|\/sign-out|\/assets\/|openapi\.json|\/drafts\/[^/]+\/file$|\/documents\/[0-9a-f-]{36}$/;

export class Walk {
  // `apart` are paths whose pages are looked at one by one although they are of a kind; `met` are kinds
  // that others looked at; with `stays` no link is followed.
  constructor(seat, { name, origin = seat.origin, also = [], apart = /^$/, met = new Set(), stays = false }) {
    Object.assign(this, { seat, name, origin, also, apart, met, stays });
    this.page = seat.page;
    this.flaws = [];
    this.asking = new Map();
  }

  // The kind of a page: its path with ids, numbers and the names of services left out.
  #kindOf(url) {
    const { pathname, searchParams } = new URL(url, this.origin);
    if (this.apart.test(pathname)) return this.name + pathname;
    const path = pathname.split("/").map((part) => (ID.test(part) ? ":id" : part)).join("/");
    const kind = path.replace(/(\/services\/)[^/]+/, "$1:key").replace(/(\/(notices|tenants|steps)\/).+/, "$1:name");
    const asked = [...searchParams].map(([name, value]) => (name === "paper" ? value : name));
    return [kind, ...asked].join("?");
  }

  async speaks(lang) {
    this.lang = lang;
    await this.page.goto(`${this.origin}/`);
    if ((await this.page.locator("html").getAttribute("lang")) === lang) return;
    await this.page.locator(`button[name="lang"][value="${lang}"]`).first().click();
    await this.page.locator(`html[lang=${lang}]`).waitFor();
  }

  // Follows links and searches until there is nothing new; remembers where forms are.
  async through(lang) {
    await this.speaks(lang);
    const [ahead, tried] = [["/", ...this.also].map((path) => this.origin + path), new Set()];
    for (let url = ahead.shift(); url; url = ahead.shift()) {
      if (this.#isMet(url) || tried.has(this.#kindOf(url))) continue;
      tried.add(this.#kindOf(url));
      assert.ok(tried.size < TOO_MANY, `${this.name} does not end: ${url}`);
      if ((await this.goes(url)).status() === 404) this.#notes(`${url} leads nowhere`);
      ahead.push(...(await this.#reads(this.page.url())));
    }
  }

  // Looks at the page that one has come to, perhaps by way of another; returns where it leads.
  async #reads(url) {
    if (this.#isMet(url)) return [];
    this.met.add(`${this.lang} ${this.#kindOf(url)}`);
    await this.judge(this.#kindOf(url));
    for (const { at, kind } of await asking(this.page)) this.asking.set(this.#kindOf(kind), { url, at });
    return this.stays ? [] : [...(await this.#links()), ...(await searches(this.page))];
  }

  #isMet(url) {
    return this.met.has(`${this.lang} ${this.#kindOf(url)}`);
  }

  async goes(path) {
    const answer = await this.page.goto(new URL(path, this.origin).href);
    assert.ok(answer.status() < 500, `${path}: ${answer.status()}`);
    return answer;
  }

  // Every form that was found is sent with nothing in it: the same page comes back and says so.
  async mistakes(lang) {
    await this.speaks(lang);
    for (const [kind, { url, at }] of this.asking) {
      await this.goes(url);
      const answer = await sendsNothing(this.page, at);
      assert.ok(answer.status() < 500, `${kind}: ${answer.status()}`);
      await this.judge(`${kind}-empty`);
    }
  }

  async #links() {
    const found = await this.page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href"), document.baseURI).href));
    return found.filter((url) => url.startsWith(`${this.origin}/`) && !ELSEWHERE.test(url));
  }

  // All flaws are collected, not the first alone; what is folded is looked at unfolded.
  async judge(what, { unfolded = true } = {}) {
    if (unfolded) await this.#unfolds();
    const name = `${this.name}-${this.lang}-${what}`.replaceAll(/[^\w.-]+/g, "-").slice(0, 120);
    await look(this.seat, name).catch((flaw) => this.#notes(flaw.message));
  }

  // Told at once, so that what was found is not lost when something else goes wrong.
  #notes(flaw) {
    console.log(flaw);
    this.flaws.push(flaw);
  }

  async #unfolds() {
    await this.page.evaluate(() => document.querySelectorAll("main details").forEach((details) => (details.open = true)));
  }
}
