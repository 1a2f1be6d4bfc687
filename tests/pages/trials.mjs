// A draft of a process is tried out, kept as a test, and held back because something else comes of it.

import { begins } from "./diagram.mjs";
import { form, sends } from "./forms.mjs";

const KEY = "drug-registration";
// The words of the first message change, so that the test of a request handed in goes otherwise.
const WORDS = "/notices/opened/sms/";

export async function trials(walk) {
  const { page } = walk;
  // What forms that were sent empty left of the draft is given up.
  const left = await begins(walk, KEY);
  await sends(page.locator(`main form[action="${new URL(left).pathname}/removal"]`));
  const draft = new URL(await begins(walk, KEY)).pathname;
  const [trial, tests] = [`${draft}/trials`, `${draft}/tests`];
  await walk.goes(trial);
  if (await form(page, "/removal").count()) {
    await sends(form(page, "/removal"));
    await walk.goes(trial);
  }
  const plain = () => page.locator('main form[action$="/trials"]').last();
  await walk.judge("trial-begin");
  await sends(plain(), { _vars: "urgent" });
  await walk.judge("trial-begin-wrong");
  await sends(plain(), { _vars: "urgent = true" });
  await walk.judge("trial");
  await sends(form(page, "/trials/commands"));
  await walk.judge("trial-moved");
  await sends(form(page, "/tests"), { title: "" });
  await walk.judge("trial-nameless");
  await sends(form(page, "/tests"), { title: "Handed in" });
  await walk.judge("tests");
  const test = await page.locator('main a[href*="/tests/"]').last().getAttribute("href");
  await walk.goes(test);
  await walk.judge("test");
  const words = await changesWords(walk, (text) => `${text} .`);
  await walk.goes(test);
  await walk.judge("test-differs");
  await walk.goes(draft);
  await sends(form(page, "/publication"));
  await walk.judge("tests-refuse");
  await changesWords(walk, () => words);
  await walk.goes(test);
  await sends(form(page, "/removal"));
}

// Returns what they were.
async function changesWords(walk, change) {
  await walk.goes(WORDS + walk.lang);
  const words = await walk.page.locator('main [name="text"]').inputValue();
  await sends(form(walk.page, WORDS + walk.lang), { text: change(words) });
  return words;
}
