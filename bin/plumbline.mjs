#!/usr/bin/env node
import path from "path";
import { pathToFileURL } from "url";
import { prepare, root } from "./prepare.mjs";

prepare();
import(pathToFileURL(path.join(root, "dist", "desk", "cli", "main.js")).href).catch((error) => {
  console.error(error);
  process.exit(1);
});
