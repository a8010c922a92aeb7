// node scripts/lockfile.mjs [--check]: sees to it that package-lock.json names the optional packages of every platform.
// npm leaves out those that the registry at hand does not have (a mirror may lack other platforms'), and then `npm ci`
// refuses the whole file, everywhere. Their versions are exact in the package that asks for them, and their names say
// the platform; without a checksum, since it can't be had here.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/paths.mjs";

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64"];

/** The place in the lockfile where Node would find `name` from the package at `from`; undefined where there is none. */
function resolve(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    const candidate = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
    if (lock.packages[candidate] !== undefined) return candidate;
    if (folder === "") return undefined;
  }
}

/** What the lockfile says of a platform's package, as far as its name tells. */
function entryOf(name, version, owner) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.some((word) => word === processor || word === `${processor}eabi`));
  if (os.length !== 1 || cpu.length > 1 || !/^\d+\.\d+\.\d+/.test(version)) return undefined;
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : os[0] === "linux" ? ["glibc"] : undefined;
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(owner.dev && { dev: true }),
    ...(libc && { libc }),
    ...(owner.license && { license: owner.license }),
    optional: true,
    os,
  };
}

const missing = Object.entries(lock.packages).flatMap(([from, owner]) =>
  Object.entries(owner.optionalDependencies ?? {})
    .filter(([name]) => resolve(from, name) === undefined)
    .map(([name, version]) => ({ name, version, owner })),
);
const unknown = missing.filter(({ name, version, owner }) => entryOf(name, version, owner) === undefined);

if (missing.length > 0 && process.argv.includes("--check")) {
  console.error(
    `package-lock.json lacks ${missing.map(({ name }) => name).join(", ")}. Run: node scripts/lockfile.mjs`,
  );
  process.exitCode = 1;
} else if (unknown.length > 0) {
  console.error(`No platform can be told from: ${unknown.map(({ name }) => name).join(", ")}`);
  process.exitCode = 1;
} else if (missing.length > 0) {
  for (const { name, version, owner } of missing) lock.packages[`node_modules/${name}`] = entryOf(name, version, owner);
  // npm keeps its entries in this order.
  const order = (a, b) => a.localeCompare(b, "en");
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => order(a, b)));
  writeFileSync(path, `${JSON.stringify(lock, undefined, 2)}\n`);
  console.log(`Added to package-lock.json: ${missing.map(({ name }) => name).join(", ")}`);
}
