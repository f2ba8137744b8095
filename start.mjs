// `npm start`: makes the checkout ready, then opens the sample case, or the article given: npm start -- my-article.txt
import path from "path";
import { pathToFileURL } from "url";
import { prepare, root } from "./bin/prepare.mjs";

prepare();
if (!process.argv.includes("--only-prepare")) {
  process.argv.splice(2, 0, "start");
  import(pathToFileURL(path.join(root, "dist", "desk", "cli", "main.js")).href).catch((error) => {
    console.error(error);
    process.exit(1);
  });
}
