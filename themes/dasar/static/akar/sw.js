// Keeps pages that were read, for when there is no signal. With a signal the network always
// answers first, so nobody is shown an old page while a new one can be had.
const SIMPANAN = "halaman-1";
const BATAS = 300;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (e) => {
  const alamat = new URL(e.request.url);
  if (e.request.method !== "GET" || alamat.origin !== location.origin) return;
  e.respondWith(jawab(e));
});

async function jawab(kejadian) {
  const permintaan = kejadian.request;
  const simpanan = await caches.open(SIMPANAN);
  const tetap = /\/(aset|foto|bagikan)\//.test(permintaan.url);
  // These carry a hash of their content in their name: what was kept is what is there.
  const lama = tetap && (await simpanan.match(permintaan));
  if (lama) return lama;
  try {
    // The browser's own store may call a page fresh that has changed since: ask the server.
    const baru = await fetch(permintaan, tetap ? {} : { cache: "no-cache" });
    if (baru.ok) kejadian.waitUntil(simpan(simpanan, permintaan, baru.clone()));
    return baru;
  } catch (galat) {
    const kunci = await simpanan.match(permintaan, { ignoreSearch: true });
    if (kunci) return kunci;
    if (permintaan.mode === "navigate") {
      const rumah = self.registration.scope;
      if (await simpanan.match(rumah)) return Response.redirect(rumah);
    }
    throw galat;
  }
}

// A full phone keeps nothing more, and still shows what came.
async function simpan(simpanan, permintaan, jawaban) {
  try {
    await simpanan.put(permintaan, jawaban);
    await rapikan(simpanan);
  } catch (galat) { /* read, but not kept */ }
}

async function rapikan(simpanan) {
  const kunci = await simpanan.keys();
  for (const lama of kunci.slice(0, Math.max(0, kunci.length - BATAS))) await simpanan.delete(lama);
}
