// Forms, sent as a browser sends them, whether or not a person would unfold them first.

// Where a form of this page is sent to ends so.
export const form = (page, ending) => page.locator(`main form[action$="${ending}"]`).first();

// Writes values into a form, each by its name, and sends it; a value of a button presses it.
export async function sends(form, values = {}) {
  const [answer] = await Promise.all([
    form.page().waitForNavigation(),
    form.evaluate((form, values) => {
      form.noValidate = true;
      let pressed = null;
      for (const [name, value] of Object.entries(values)) {
        for (const field of form.querySelectorAll(`[name="${name}"]`)) {
          if (field.type === "submit" && field.value === value) pressed = field;
          else if (field.type === "checkbox") field.checked = value === "on";
          else if (field.type === "radio") field.checked = field.value === value;
          else if (field.type !== "submit") field.value = value;
        }
      }
      form.requestSubmit(pressed);
    }, values),
  ]);
  return answer;
}

// Sends a form of one's own making from the page that is open, with the token of the page's forms.
export async function posts(page, path, values = {}) {
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      ([path, values]) => {
        const form = document.createElement("form");
        [form.method, form.action] = ["post", path];
        const token = document.querySelector('[name="_token"]').value;
        for (const [name, value] of Object.entries({ _token: token, ...values })) {
          form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
        }
        document.body.append(form);
        form.submit();
      },
      [path, values],
    ),
  ]);
  return answer;
}

// The forms of the page into which something is typed or chosen, by where they lead and what they ask.
export async function asking(page) {
  return page.locator('main form[method="post"]').evaluateAll((forms) =>
    forms.flatMap((form, at) => {
      const asked = [...form.elements].filter((field) => !/hidden|submit|button/.test(field.type) && field.name);
      const names = asked.map(({ name, type }) => (type === "file" ? type : name));
      return asked.length ? [{ at, kind: [form.getAttribute("action"), ...names].join(" ") }] : [];
    }),
  );
}

// Sends the form with this number on the page with nothing in it.
export async function sendsNothing(page, at) {
  const [answer] = await Promise.all([
    page.waitForNavigation(),
    page
      .locator('main form[method="post"]')
      .nth(at)
      .evaluate((form) => {
        form.noValidate = true;
        for (const field of form.elements) {
          if (field.type === "checkbox" || field.type === "radio") field.checked = false;
          else if (field.options && ![...field.options].some(({ value }) => value === "")) continue;
          else if (!/hidden|submit|button|file/.test(field.type)) field.value = "";
        }
        form.requestSubmit();
      }),
  ]);
  return answer;
}

// Where the forms that search lead when nothing fits.
export async function searches(page) {
  return page.locator('main form[method="get"]').evaluateAll((forms) =>
    forms.map((form) => {
      for (const field of form.querySelectorAll('[type="search"], [type="text"]')) field.value = "qqqq";
      const asked = new URLSearchParams(new FormData(form));
      return new URL(`${form.getAttribute("action") ?? location.pathname}?${asked}`, location.href).href;
    }),
  );
}
