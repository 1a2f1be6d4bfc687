// The diagram of a process draft, as it stands in the walk through all pages: with its editor, and after
// somebody else saved meanwhile.

import { form, posts } from "./forms.mjs";

const KEY = "cosmetics-import";

// Begins the next version of a process, or goes on with it; returns the address of its page.
export async function begins({ page, origin }, key = KEY) {
  await page.goto(`${origin}/processes`);
  await posts(page, "/processes/drafts", { key });
  return page.url();
}

export async function opens(page, draft) {
  await page.goto(`${draft}/diagram`);
  await page.locator("[data-diagram][data-ready]").waitFor();
}

// Sends what is drawn as if it had been begun before somebody else saved.
export async function comesSecond(page) {
  const name = page.locator('[data-diagram-panel] [name="name"]');
  await name.fill(`${await name.inputValue()} ۲`);
  await name.press("Tab");
  const sent = form(page, "/diagram");
  await sent.locator('[name="rev"]').evaluate((input) => (input.value = "0"));
  await Promise.all([page.waitForNavigation(), sent.locator("button").click()]);
  await page.locator("[data-diagram][data-ready]").waitFor();
}

export async function asDiagram(walk) {
  const { page } = walk;
  await opens(page, await begins(walk));
  await walk.judge("diagram");
  await page.locator('[data-element-id="review"]').first().click();
  await walk.judge("diagram-of-a-step");
  await comesSecond(page);
  await walk.judge("diagram-conflict");
  // What was drawn is given up.
  page.once("dialog", (dialog) => dialog.accept());
  await walk.goes("/processes");
}
