// One configuration for all sites; each site's own data file gives its name and address.
import { readFileSync } from "node:fs";
import path from "node:path";

const PER_PAGE = 12;
const MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split(" ");

function newestFirst(api) {
  return api.getFilteredByTag("berita").reverse();
}

function byCategory(api) {
  const found = new Map();
  for (const item of newestFirst(api)) {
    const name = item.data.kategori;
    found.set(name, [...(found.get(name) ?? []), item]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function picture(inputPath, name) {
  const { default: Image } = await import("@11ty/eleventy-img");
  const source = path.join(path.dirname(inputPath), name);
  const common = { outputDir: process.env.FOTO, urlPath: "/foto/" };
  const made = (widths, formats, options) =>
    Image(source, { ...common, widths, formats, ...options });
  const [small, large] = await Promise.all([
    made([240, 480], ["webp"], { sharpWebpOptions: { quality: 60, effort: 6 } }),
    made([960, 1600], ["webp"], { sharpWebpOptions: { quality: 68, effort: 4 } }),
    made([960], ["jpeg"], { sharpJpegOptions: { quality: 76, progressive: true } }),
    made([1200], ["jpeg"], { sharpJpegOptions: { quality: 78 }, transform: fitted }),
  ]);
  const all = [...small.webp, ...large.webp];
  const { width, height } = all.at(-1);
  const sources = all.map((one) => one.srcset).join(", ");
  return `<figure><picture><source type="image/webp" sizes="100vw" srcset="${sources}">
<img src="${all[2].url}" width="${width}" height="${height}" alt=""></picture></figure>`;
}

function fitted(sharp) {
  sharp.resize(1200, 630, { fit: "cover" });
}

export default function (config) {
  config.addGlobalData("gaya", readFileSync("gaya.css", "utf-8"));
  config.addPassthroughCopy({ "ikon.svg": "ikon.svg" });
  config.addFilter("hari", (d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`);
  config.addFilter("head", (list, count) => list.slice(0, count));
  config.addNunjucksAsyncShortcode("foto", picture);
  config.addCollection("terbaru", newestFirst);
  config.addCollection("namaKategori", (api) =>
    byCategory(api).map(([nama, daftar]) => ({ nama, jumlah: daftar.length })),
  );
  config.addCollection("halamanKategori", (api) =>
    byCategory(api).flatMap(([nama, semua]) => {
      const dari = Math.ceil(semua.length / PER_PAGE);
      return Array.from({ length: dari }, (_, at) => ({
        nama,
        dari,
        nomor: at + 1,
        jumlah: semua.length,
        daftar: semua.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
      }));
    }),
  );
  // The texts hold no template language, so none is looked for in them.
  return { markdownTemplateEngine: false, dir: { includes: "../_includes", data: "_data" } };
}
