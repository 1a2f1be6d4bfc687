// Names the chosen files beside a file input, in the language of the page, and says before sending
// which of them will not be taken.

function problemOf(input) {
  const { maxBytes, maxFiles, tooBig, tooMany } = input.dataset;
  const files = [...input.files];
  if (maxFiles && files.length > Number(maxFiles)) return tooMany;
  if (maxBytes && files.some((file) => file.size > Number(maxBytes))) return tooBig;
  return "";
}

for (const field of document.querySelectorAll("[data-file-field]")) {
  const input = field.querySelector("input[type=file]");
  const names = field.querySelector("output");
  field.classList.add("file-field-live");
  input.addEventListener("change", () => {
    const problem = problemOf(input);
    const chosen = [...input.files].map((file) => {
      const name = document.createElement("bdi");
      name.textContent = file.name;
      return name;
    });
    names.replaceChildren(...(chosen.length ? chosen : [names.dataset.none]));
    if (problem) {
      const line = document.createElement("strong");
      line.className = "problem";
      line.textContent = problem;
      names.append(line);
    }
    input.setCustomValidity(problem);
  });
}
