// Warns before a session ends for lack of activity, at least two minutes ahead, and extends it with one
// press (WCAG 2.2.1). Other tabs of the same session are told, so that none of them warns in vain.

const dialog = document.querySelector("[data-session-warning]");
if (dialog) {
  const form = dialog.querySelector("form");
  const failed = dialog.querySelector("[data-failed]");
  const warnAfter = Number(dialog.dataset.warnAfter) * 1000;
  const endsAfter = Number(dialog.dataset.endsAfter) * 1000;
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("session") : null;
  let began = Date.now();

  const begin = () => {
    began = Date.now();
    failed.hidden = true;
    if (dialog.open) dialog.close();
  };

  const look = () => {
    const idle = Date.now() - began;
    if (idle >= endsAfter) {
      if (dialog.open) failed.hidden = false;
    } else if (idle >= warnAfter && !dialog.open) {
      dialog.showModal();
    }
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        redirect: "manual",
      });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      begin();
      if (tabs) tabs.postMessage("extended");
    } catch {
      // Not sent the usual way instead: that would leave the page and what is typed on it.
      failed.hidden = false;
    }
  });
  if (tabs) tabs.addEventListener("message", begin);
  // Every saved draft extends the session too.
  document.addEventListener("draft-saved", begin);
  setInterval(look, 5000);
}
