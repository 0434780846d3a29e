// Keeps pages that were read, for when there is no signal. With a signal the network always
// answers first, so nobody is shown an old page while a new one can be had.
const SIMPANAN = "halaman-1";
const BATAS = 300;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (e) => e.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (e) => {
  const alamat = new URL(e.request.url);
  if (e.request.method !== "GET" || alamat.origin !== location.origin) return;
  e.respondWith(jawab(e.request));
});

async function jawab(permintaan) {
  const simpanan = await caches.open(SIMPANAN);
  const tetap = /\/(aset|foto|bagikan)\//.test(permintaan.url);
  // These carry a hash of their content in their name: what was kept is what is there.
  const lama = tetap && (await simpanan.match(permintaan));
  if (lama) return lama;
  try {
    const baru = await fetch(permintaan);
    if (baru.ok) {
      await simpanan.put(permintaan, baru.clone());
      rapikan(simpanan);
    }
    return baru;
  } catch (galat) {
    const kunci = await simpanan.match(permintaan, { ignoreSearch: true });
    if (kunci) return kunci;
    if (permintaan.mode === "navigate") {
      const rumah = await simpanan.match(new URL("./", self.registration.scope).href);
      if (rumah) return rumah;
    }
    throw galat;
  }
}

async function rapikan(simpanan) {
  const kunci = await simpanan.keys();
  for (const lama of kunci.slice(0, Math.max(0, kunci.length - BATAS))) simpanan.delete(lama);
}
