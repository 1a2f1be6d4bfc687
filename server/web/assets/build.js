// Builds `dist/` from what stands here and in the packages of the lock file: a style sheet for each
// direction, a subset of the font, one script, the diagram editor and the icons, each with its brotli
// twin.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import subsetFont from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
const root = join(here, "../../..");

// Templates of every surface decide which rules of Bootstrap stay.
const templates = [
  join(root, "server/*/templates/**/*.html"),
  join(root, "admin/templates/**/*.html"),
  join(here, "js/*.js"),
  join(here, "diagram/**/*.js"),
];

// Persian and Latin letters, digits and the marks of running text; the zero-width joiners decide how
// letters meet and must stay.
const ranges = [
  [0x20, 0x7e], [0xa0, 0xff], [0x600, 0x6ff], [0xfb8a, 0xfb95], [0xfefb, 0xfefc],
  [0x200c, 0x200f], [0x2010, 0x2015], [0x2018, 0x201e], [0x2020, 0x2026], [0x2030, 0x203a],
  [0x2190, 0x2193], [0x2212, 0x2212], [0xfdfc, 0xfdfc],
];

function characters() {
  let text = "";
  for (const [first, last] of ranges) {
    for (let code = first; code <= last; code += 1) text += String.fromCodePoint(code);
  }
  return text;
}

async function write(name, content) {
  const bytes = Buffer.from(content);
  await writeFile(join(dist, name), bytes);
  if (/\.(css|js|svg|txt)$/.test(name)) {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    await writeFile(join(dist, `${name}.br`), brotliCompressSync(bytes, options));
  }
  console.log(`${name.padEnd(20)} ${bytes.length} bytes`);
}

async function joined(folder, ending) {
  const names = (await readdir(join(here, folder))).filter((name) => name.endsWith(ending)).sort();
  return Promise.all(names.map((name) => readFile(join(here, folder, name), "utf8")));
}

async function style(direction, file) {
  const bootstrap = await readFile(join(here, "node_modules/bootstrap/dist/css", file), "utf8");
  const [purged] = await new PurgeCSS().purge({
    content: templates,
    css: [{ raw: bootstrap.replace(/\/\*# sourceMappingURL=.*?\*\//, "") }],
    variables: false,
    safelist: { standard: ["html", "body"], deep: [/^btn-/, /^is-invalid/] },
  });
  const own = (await joined("css", ".css")).join("\n");
  await write(`app.${direction}.css`, `${purged.css}\n${own}`);
}

// Each script is a block of its own, so that none sees the names of another.
async function script() {
  const parts = await joined("js", ".js");
  await write("app.js", parts.map((part) => `{\n${part}}\n`).join(""));
}

async function font() {
  const whole = await readFile(
    join(here, "node_modules/vazirmatn/fonts/variable/Vazirmatn[wght].ttf"),
  );
  const subset = await subsetFont(whole, characters(), {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  await write("vazirmatn.woff2", subset);
  const licence = await readFile(join(here, "node_modules/vazirmatn/OFL.txt"), "utf8");
  await write("vazirmatn.txt", licence);
}

// The diagram editor, which only its own page loads: `diagram/` with the libraries it is made of, their
// style sheets and icons, and the licences of all of them.
async function diagram() {
  const packages = join(here, "node_modules");
  const bundle = await build({
    entryPoints: [join(here, "diagram/index.js")],
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    metafile: true,
    write: false,
    absWorkingDir: here,
  });
  await write("diagram.js", bundle.outputFiles[0].contents);
  await write("diagram.txt", await licences(packages, Object.keys(bundle.metafile.inputs)));
  const drawn = join(packages, "bpmn-js/dist/assets");
  await write("bpmn.woff2", await readFile(join(drawn, "bpmn-font/font/bpmn.woff2")));
  const sheets = ["diagram-js.css", "bpmn-js.css", "bpmn-font/css/bpmn.css"].map((name) => join(drawn, name));
  const texts = await Promise.all([...sheets, join(here, "diagram/diagram.css")].map((path) => readFile(path, "utf8")));
  // The icons' own sheet names files in formats that no browser of ours needs.
  const sheet = texts.join("\n").replace(/@font-face \{[^}]*\.eot[^}]*\}/, "");
  await write("diagram.css", (await transform(sheet, { loader: "css", minify: true })).code);
}

async function licences(packages, inputs) {
  const names = inputs.map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  const texts = [...new Set(names)].sort().map(async (name) => {
    const file = (await readdir(join(packages, name))).find((each) => /^licen[cs]e/i.test(each));
    const { version, license } = JSON.parse(await readFile(join(packages, name, "package.json"), "utf8"));
    const text = file ? await readFile(join(packages, name, file), "utf8") : license;
    return `${name} ${version}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join("\n\n");
}

async function icons() {
  for (const name of await readdir(join(here, "icons"))) {
    await write(name, await readFile(join(here, "icons", name)));
  }
}

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });
await Promise.all([
  style("rtl", "bootstrap.rtl.min.css"),
  style("ltr", "bootstrap.min.css"),
  script(),
  font(),
  diagram(),
  icons(),
]);
