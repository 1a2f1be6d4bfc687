// Saves a draft while it is written: when a field is left and twice a minute. The form says where with
// `data-autosave`, and an element inside it with `data-autosave-status` carries the words.
// Files are not sent: they have a form or a request of their own.

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  let changed = false;
  let saving = false;

  const say = (word) => {
    if (status) status.textContent = status.dataset[word] ?? "";
  };

  const typed = () => {
    const pairs = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") pairs.append(name, value);
    }
    return pairs;
  };

  const save = async () => {
    if (!changed || saving || form.dataset.sent) return;
    changed = false;
    saving = true;
    say("saving");
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: "POST",
        body: typed(),
        redirect: "manual",
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      say("saved");
      document.dispatchEvent(new Event("draft-saved"));
    } catch {
      changed = true;
      say("unsaved");
    } finally {
      saving = false;
    }
  };

  form.addEventListener("input", () => {
    changed = true;
  });
  form.addEventListener("focusout", save);
  setInterval(save, 30000);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") save();
  });
}
