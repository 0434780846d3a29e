// Serves a folder over HTTP/2 with TLS, compressed, as the hosts of static sites do.
// Arguments: folder, certificate, key, a file for the address "/.kosong/". Prints its port.
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const [root, cert, key, blank] = process.argv.slice(2);
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
  ".json": "application/json", ".xml": "application/xml", ".webmanifest": "application/manifest+json",
  ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png", ".ics": "text/calendar",
};
const TEXT = new Set([".html", ".js", ".svg", ".json", ".xml", ".webmanifest", ".ics"]);
const ready = new Map();

const server = createSecureServer({ cert: readFileSync(cert), key: readFileSync(key), allowHTTP1: true });
server.on("request", (asked, answer) => {
  const path = normalize(decodeURIComponent(asked.url.split("?")[0]));
  let file = path === "/.kosong/" ? blank : join(root, path.endsWith("/") ? path + "index.html" : path);
  let status = 200;
  try {
    if (!statSync(file).isFile()) throw new Error();
  } catch {
    [file, status] = [join(root, "404.html"), 404];
  }
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  if (!TEXT.has(extname(file))) {
    answer.writeHead(status, { "content-type": type, "content-length": statSync(file).size });
    createReadStream(file).pipe(answer);
    return;
  }
  if (!ready.has(file)) ready.set(file, gzipSync(readFileSync(file), { level: 9 }));
  answer.writeHead(status, { "content-type": type, "content-encoding": "gzip", "content-length": ready.get(file).length });
  answer.end(ready.get(file));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
