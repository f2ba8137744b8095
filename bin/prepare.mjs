// Makes a checkout ready to run: installs packages when the lock file changed, builds when sources changed.
// Plain syntax on purpose: this file must parse on old versions of Node, to be able to say that they are too old.
import { spawnSync } from "child_process";
import { createHash } from "crypto";
import fs from "fs";
import path from "path";
import { fileURLToPath } from "url";

const NEEDS = [20, 19];
const BUILT_FROM = ["src", "tsconfig.json", "vite.config.ts", "package.json", "package-lock.json"];

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

export function nodeIsTooOld(version) {
  const parts = version.replace(/^v/, "").split(".").map(Number);
  return parts[0] < NEEDS[0] || (parts[0] === NEEDS[0] && parts[1] < NEEDS[1]);
}

function requireNode() {
  if (!nodeIsTooOld(process.versions.node)) return;
  console.error(
    `Plumbline needs Node ${NEEDS.join(".")} or newer, this is ${process.versions.node}. Get it from nodejs.org or your package manager.`,
  );
  process.exit(2);
}

function filesUnder(place) {
  if (!fs.existsSync(place)) return [];
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .reduce((all, name) => all.concat(filesUnder(path.join(place, name))), []);
}

function fingerprint(names) {
  const hash = createHash("sha256");
  names.forEach((name) => {
    filesUnder(path.join(root, name)).forEach((file) => {
      hash.update(path.relative(root, file).split(path.sep).join("/"));
      hash.update(fs.readFileSync(file));
    });
  });
  return hash.digest("hex");
}

const stampOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");

function isWritable(folder) {
  try {
    // access() answers yes to root on a read-only disk, so try the real thing.
    const probe = path.join(folder, `.plumbline-write-${process.pid}`);
    fs.writeFileSync(probe, "");
    fs.unlinkSync(probe);
    return true;
  } catch (error) {
    if (error.code === "EROFS" || error.code === "EACCES" || error.code === "EPERM") return false;
    throw error;
  }
}

function run(what, command, args) {
  // npm and the build write to our stderr, so that stdout stays what the command itself answers.
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  if (done.status === 0) return;
  const why = done.error ? done.error.message : `exit ${done.status === null ? done.signal : done.status}`;
  console.error(`${what} failed (${why}). What it printed stands above; mend that and run again.`);
  process.exit(1);
}

function installPackages() {
  const stamp = path.join(root, "node_modules", ".plumbline-lock");
  const wanted = `${fingerprint(["package-lock.json"])} ${process.platform}-${process.arch}`;
  if (stampOf(stamp) === wanted) return;
  if (!isWritable(root)) {
    console.error(
      `This checkout is read-only and its packages are not installed for it. Copy it to a folder you can write to (${root}).`,
    );
    process.exit(1);
  }
  console.error("Installing packages (once; needs the network) …");
  if (process.env.npm_execpath) {
    run("npm ci", process.execPath, [process.env.npm_execpath, "ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  } else {
    run("npm ci", "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  }
  fs.writeFileSync(stamp, wanted);
}

function build() {
  const stamp = path.join(root, "dist", ".plumbline-sources");
  const wanted = fingerprint(BUILT_FROM);
  if (stampOf(stamp) === wanted) return;
  if (!isWritable(root)) {
    if (fs.existsSync(path.join(root, "dist", "desk"))) {
      console.error("This checkout is read-only: running the build that is there, which is older than the sources.");
      return;
    }
    console.error(`This checkout is read-only and was never built. Copy it to a folder you can write to (${root}).`);
    process.exit(1);
  }
  console.error("Building …");
  // A file that went from the sources must go from the build too.
  fs.rmSync(path.join(root, "dist"), { recursive: true, force: true });
  run("The build", process.execPath, [path.join("node_modules", "typescript", "bin", "tsc"), "-p", "tsconfig.json"]);
  run("The build of the page", process.execPath, [
    path.join("node_modules", "vite", "bin", "vite.js"),
    "build",
    "--logLevel=error",
  ]);
  fs.writeFileSync(stamp, wanted);
}

/** Ready to run: from a checkout, installed and built; from an installed package, nothing to do. */
export function prepare() {
  requireNode();
  if (!fs.existsSync(path.join(root, "src"))) return;
  installPackages();
  build();
}
