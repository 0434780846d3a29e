// Only adds: every page can be read without it.
(function () {
  "use strict";
  var semua = function (pilih) { return [].slice.call(document.querySelectorAll(pilih)); };

  // Copy the page's address.
  semua("[data-salin]").forEach(function (tombol) {
    if (!navigator.clipboard) return;
    tombol.hidden = false;
    tombol.addEventListener("click", function () {
      navigator.clipboard.writeText(tombol.dataset.salin).then(function () {
        tombol.lastChild.textContent = tombol.dataset.selesai;
      });
    });
  });

  // A film is fetched only when it is asked for.
  semua("a[data-video]").forEach(function (tautan) {
    tautan.addEventListener("click", function (kejadian) {
      if (location.protocol === "file:") return;
      kejadian.preventDefault();
      var bingkai = document.createElement("iframe");
      bingkai.src = "https://www.youtube-nocookie.com/embed/" + tautan.dataset.video + "?autoplay=1";
      bingkai.title = tautan.textContent.trim();
      bingkai.allow = "autoplay";
      bingkai.allowFullscreen = true;
      tautan.replaceWith(bingkai);
      bingkai.focus();
    });
  });

  // Read without a signal.
  var pekerja = document.querySelector("link[rel=manifest]");
  if (!pekerja || !("serviceWorker" in navigator) || location.protocol === "file:") return;
  var akar = new URL("./", pekerja.href);
  if (!navigator.serviceWorker.controller) {
    // The first page came before there was anyone to keep it.
    navigator.serviceWorker.addEventListener("controllerchange", function () {
      var bagian = performance.getEntriesByType("resource").map(function (satu) { return satu.name; });
      [location.href].concat(bagian).forEach(function (satu) { fetch(satu).catch(function () {}); });
    }, { once: true });
  }
  navigator.serviceWorker.register(new URL("sw.js", akar), { scope: akar.pathname }).catch(function () {});
  semua("[data-luring]").forEach(function (tombol) {
    tombol.hidden = false;
    tombol.addEventListener("click", function () {
      tombol.disabled = true;
      navigator.serviceWorker.ready.then(function () {
        var alamat = semua("main a[href]").map(function (a) { return a.href; }).filter(function (a, i, daftar) {
          return a.indexOf(akar.href) === 0 && a.indexOf("#") < 0 && daftar.indexOf(a) === i;
        }).slice(0, 40);
        return Promise.all([location.href].concat(alamat).map(function (satu) {
          return fetch(satu).then(function (jawaban) { return jawaban.text(); }).then(function (isi) {
            var foto = /srcset="([^ "]+)/.exec(isi);
            return foto && fetch(new URL(foto[1], satu));
          });
        }));
      }).then(function () { tombol.textContent = tombol.dataset.selesai; }, function () { tombol.disabled = false; });
    });
  });
})();
