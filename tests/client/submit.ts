// A program written against the types that were generated from the document, and nothing else: what the
// document does not promise does not compile. It submits a request with a document and follows it.
//
// Called with the origin of an agency's portal and a key; prints the id of the case.

import { randomUUID } from "node:crypto";
import dns from "node:dns";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/api.js";

// A browser leads every name under localhost to this machine; the system's resolver need not.
const lookup = dns.lookup as (...args: unknown[]) => void;
dns.lookup = ((name: string, ...rest: unknown[]) =>
  lookup(name.endsWith(".localhost") ? "127.0.0.1" : name, ...rest)) as typeof dns.lookup;

const [origin, token] = process.argv.slice(2);
const client = createClient<paths>({
  baseUrl: `${origin}/api/v1`,
  headers: { Authorization: `Bearer ${token}`, "Accept-Language": "en" },
});

type Problem = components["schemas"]["Problem"];

function found<T>(answer: { data?: T; error?: Problem }): T {
  if (answer.data !== undefined) return answer.data;
  throw new Error(JSON.stringify(answer.error));
}

function key() {
  return { header: { "Idempotency-Key": randomUUID() } };
}

const { services } = found(await client.GET("/services"));
const line = services.find((service) => service.key === "cosmetics-import");
if (!line) throw new Error("the service is not there");
const service = found(await client.GET("/services/{key}", { params: { path: { key: line.key } } }));
const rule = service.documents.find((document) => document.required);
if (!rule) throw new Error("no document is required");

const draft = found(
  await client.POST("/drafts", { params: key(), body: { service: service.key } }),
);
const pdf = [
  "%PDF-1.4",
  "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
  "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
  "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj",
  "trailer<</Root 1 0 R>>",
  "%%EOF",
  "",
].join("\n");
const document = found(
  await client.POST("/drafts/{id}/documents", {
    params: { path: { id: draft.id }, query: { field: rule.field } },
    body: { file: pdf },
    bodySerializer({ file }) {
      const form = new FormData();
      form.append("file", new Blob([file], { type: "application/pdf" }), "invoice.pdf");
      return form;
    },
  }),
);

const submitted = found(
  await client.POST("/requests", {
    params: key(),
    body: {
      service: service.key,
      draft: draft.id,
      answers: {
        companyName: "شرکت آزمون برنامه",
        companyId: "10380284790",
        contactMobile: "09123456789",
        officerName: "مینا نمونه‌زاده",
        officerNationalCode: "0499370899",
        licenceNumber: "ب/۱۲۳",
        licenceExpiresOn: "2030-03-20",
        productName: "کرم مرطوب‌کننده",
        productNameLatin: "Moist Cream",
        productKind: "skin-care",
        manufacturer: "Beispiel GmbH",
        country: "de",
        quantity: 1200,
        consent: true,
      },
    },
  }),
);
const path = { id: submitted.id };
const request = found(await client.GET("/requests/{id}", { params: { path } }));
if (request.documents[0]?.sha256 !== document.sha256) throw new Error("another document");
if (request.tracking_code !== submitted.tracking_code) throw new Error("another code");

const { error } = await client.POST("/tracking", {
  body: { code: submitted.tracking_code, fact: "0000" },
});
if (error?.status !== 404) throw new Error("a wrong fact opens it");
console.log(submitted.id);
