// Finds pages in the index that stands beside this page.
(function () {
  "use strict";
  var borang = document.querySelector("form.cari");
  var kotak = borang.querySelector("input");
  var hasil = document.getElementById("hasil");
  var kabar = document.getElementById("kabar");
  var akar = borang.dataset.akar;
  borang.hidden = false;

  var polos = function (teks) {
    return teks.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
  };

  // Indonesian prefixes swallow the first letter of a stem: tulis, menulis; pakai, memakai.
  var luluh = { k: "ng", p: "m", t: "n", s: "ny" };
  var akarKata = function (kata) {
    var inti = kata.replace(/(?:nya|kah|lah)$/, "").replace(/kan$/, "");
    if (inti.length > 6) inti = inti.replace(/an$/, "");
    if (inti.length > 5) inti = inti.replace(/^(?:meng|meny|mem|men|me|peng|peny|pem|pen|di|ber|ter|ke|se)(?=[a-z]{3})/, "");
    return inti.length < 3 ? kata : inti;
  };
  var bentuk = function (kata) {
    var inti = akarKata(kata), bentuk = [kata, inti];
    if (luluh[inti[0]] && inti.length > 3) bentuk.push(luluh[inti[0]] + inti.slice(1));
    return bentuk;
  };

  var nilai = function (baris, daftar) {
    var jumlah = 0;
    for (var i = 0; i < daftar.length; i++) {
      var ini = 0;
      daftar[i].forEach(function (kata, j) {
        if (baris.judul.indexOf(kata) >= 0) ini = Math.max(ini, 9 - j);
        else if (baris.ringkas.indexOf(kata) >= 0) ini = Math.max(ini, 5 - j);
        else if (baris.isi.indexOf(kata) >= 0) ini = Math.max(ini, 3 - j);
      });
      if (!ini) return 0;
      jumlah += ini;
    }
    return jumlah;
  };

  var siapkan = function () {
    return (self.INDEKS || []).map(function (b) {
      return { b: b, judul: polos(b[1]), ringkas: polos(b[4] + " " + b[2]), isi: b[5] };
    });
  };
  var indeks = [];

  var tanggal = function (hari) {
    return new Date(hari + "T00:00").toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "short", year: "numeric" });
  };

  var cari = function () {
    if (indeks.length !== (self.INDEKS || []).length) indeks = siapkan();
    var kata = polos(kotak.value).match(/[a-z0-9]{2,}/g) || [];
    hasil.textContent = "";
    kabar.textContent = "";
    if (!kata.length) {
      if (kotak.value.trim().length > 1) kabar.textContent = kabar.dataset.kosong;
      return;
    }
    var daftar = kata.map(bentuk);
    var ketemu = indeks.map(function (baris) { return [nilai(baris, daftar), baris.b]; })
      .filter(function (p) { return p[0]; })
      .sort(function (a, b) { return b[0] - a[0] || (b[1][3] > a[1][3] ? 1 : -1); });
    kabar.textContent = ketemu.length ? kabar.dataset.ada.replace("{n}", ketemu.length) : kabar.dataset.kosong;
    ketemu.slice(0, 30).forEach(function (p) {
      var b = p[1], butir = document.createElement("li"), isi = document.createElement("div");
      butir.className = "baris";
      var kop = document.createElement("div");
      kop.className = "kop";
      kop.textContent = b[2] + (b[3] ? " · " + tanggal(b[3]) : "");
      var judul = document.createElement("h2"), tautan = document.createElement("a");
      tautan.href = /^https?:/.test(b[0]) ? b[0] : akar + b[0] + (location.protocol === "file:" ? "index.html" : "");
      tautan.textContent = b[1];
      judul.appendChild(tautan);
      var ringkas = document.createElement("p");
      ringkas.textContent = b[4];
      isi.append(kop, judul, ringkas);
      butir.appendChild(isi);
      hasil.appendChild(butir);
    });
  };

  borang.addEventListener("submit", function (kejadian) {
    kejadian.preventDefault();
    history.replaceState(null, "", kotak.value ? "?q=" + encodeURIComponent(kotak.value) : location.pathname);
    cari();
  });
  kotak.addEventListener("input", cari);
  kotak.value = new URLSearchParams(location.search).get("q") || "";
  addEventListener("load", cari);

  // Parts that are fetched only when asked for.
  [].forEach.call(document.querySelectorAll("[data-muat]"), function (tombol) {
    tombol.hidden = false;
    var laci = tombol.closest("details");
    if (laci) laci.hidden = false;
    tombol.addEventListener("click", function () {
      tombol.disabled = true;
      Promise.all(tombol.dataset.muat.split(" ").map(function (alamat) {
        return new Promise(function (selesai) {
          var skrip = document.createElement("script");
          skrip.src = akar + alamat;
          skrip.onload = skrip.onerror = selesai;
          document.head.appendChild(skrip);
        });
      })).then(function () { tombol.remove(); cari(); kotak.focus(); });
    });
  });
})();
