// Which pages there are, read from their templates, and which of them have not been seen yet.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EDGES = { web: "server/web", staff: "server/staff", portal: "server/portal", desk: "server/desk", api: "server/api", admin: "admin" };

// A page is a template that fills the main part of a layout; layouts and parts are not.
const isPage = (source) => source.includes("{% extends") && /block main %}\s*\S/.test(source.replace("{% block main %}{% endblock main %}", ""));
const tellsProblems = (source) => /<form\.errors|error-summary|services\.conflict/.test(source);

// What nobody can bring about by using the product, each with the reason.
const OUT_OF_REACH = {
  "admin/audit/log with problems": "the chain of the audit log would have to be broken behind the product's back",
};

// Every page as it is and, where it can tell of problems, with problems, in both languages.
export async function wanted() {
  const wanted = [];
  for (const [edge, folder] of Object.entries(EDGES)) {
    const templates = `${ROOT}/${folder}/templates`;
    for (const file of await readdir(templates, { recursive: true })) {
      if (!file.endsWith(".html")) continue;
      const source = await readFile(`${templates}/${file}`, "utf8");
      if (!isPage(source)) continue;
      const name = `${edge}/${file.replace(/\.html$/, "")}`;
      wanted.push(name, ...(tellsProblems(source) ? [`${name} with problems`] : []));
    }
  }
  return wanted.filter((state) => !(state in OUT_OF_REACH)).flatMap((state) => [`${state} in fa`, `${state} in en`]);
}
