// Every page of every surface, in both languages and at both widths, as it is and with its forms sent
// empty: accessible and no wider than its window. Called with the address of the directory of a server
// that runs with its demo agencies: `node surfaces.mjs http://localhost:8080`.

import assert from "node:assert/strict";
import { launch } from "./browser.mjs";
import { furnish } from "./furniture.mjs";
import { looks, states } from "./look.mjs";
import { People } from "./people.mjs";
import { routes } from "./routes.mjs";
import { wanted } from "./templates.mjs";
import { Walk } from "./walk.mjs";

const LANGS = ["fa", "en"];
const started = Date.now();
const tells = (what) => console.log(`${what} after ${Math.round((Date.now() - started) / 1_000)} s`);
const browser = await launch();
const flaws = [];

// First everything as it is: what is sent empty afterwards is not whole any more.
async function walks({ seat, extra = async () => {}, ...route }) {
  const walk = new Walk(seat, route);
  for (const lang of LANGS) await walk.through(lang);
  for (const lang of LANGS) {
    await walk.mistakes(lang);
    await extra(walk);
  }
  flaws.push(...walk.flaws);
  tells(`${route.name} walked`);
  await seat.context.close();
}

// Two at a time: a walk waits for the server half of its time.
async function inTwos(all, does) {
  const left = [...all];
  const one = async () => {
    for (let next = left.shift(); next; next = left.shift()) await does(next);
  };
  await Promise.all([one(), one()]);
}

try {
  const people = new People(browser, new URL(process.argv[2]).origin);
  const furniture = await furnish(people);
  tells("furnished");
  await inTwos(await routes(people, furniture), walks);
  const unseen = (await wanted()).filter((state) => !states().has(state));
  assert.deepEqual({ flaws, unseen }, { flaws: [], unseen: [] });
  tells(`${looks()} pages looked at`);
} finally {
  await browser.close();
}
