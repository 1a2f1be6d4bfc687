// Lets people call the API from the page that describes it. The key stays in its field: it is put into
// no address and no storage.

const key = document.querySelector("[data-api-key]");

function filled(operation, place) {
  const inputs = operation.querySelectorAll(`[data-api-parameter][data-place="${place}"]`);
  return [...inputs].filter((input) => input.value).map((input) => [input.dataset.apiParameter, input.value]);
}

function addressOf(operation) {
  let path = operation.dataset.path;
  for (const [name, value] of filled(operation, "path")) {
    path = path.replace(`{${name}}`, encodeURIComponent(value));
  }
  const query = new URLSearchParams(filled(operation, "query")).toString();
  return query ? `${path}?${query}` : path;
}

function callOf(operation) {
  const headers = new Headers(filled(operation, "header"));
  headers.set("Accept-Language", document.documentElement.lang);
  headers.set("Authorization", `Bearer ${key.querySelector("input").value.trim()}`);
  const json = operation.querySelector("[data-api-body]");
  const file = operation.querySelector("[data-api-file]");
  let body;
  if (json) {
    headers.set("Content-Type", "application/json");
    body = json.value;
  }
  if (file) {
    body = new FormData();
    if (file.files.length) body.append("file", file.files[0]);
  }
  return { method: operation.dataset.method, headers, body, credentials: "omit", redirect: "manual" };
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function call(operation) {
  const status = operation.querySelector("[data-api-status]");
  const answer = operation.querySelector("[data-api-answer]");
  status.textContent = status.dataset.calling;
  try {
    const response = await fetch(addressOf(operation), callOf(operation));
    answer.textContent = pretty(await response.text());
    status.textContent = `${response.status} ${response.statusText}`;
    answer.hidden = !answer.textContent;
  } catch {
    status.textContent = status.dataset.failed;
    answer.hidden = true;
  }
}

if (key) {
  key.hidden = false;
  document.querySelector("[data-api-unscripted]").hidden = true;
  for (const operation of document.querySelectorAll("[data-api-operation]")) {
    operation.querySelector("[data-api-try]").hidden = false;
    operation.querySelector("[data-api-call]").addEventListener("click", () => call(operation));
  }
}
