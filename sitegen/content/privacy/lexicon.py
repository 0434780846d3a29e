"""The words by which a name is told from what is no name."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOBODY = _words(
    """
    desa kelurahan kecamatan kabupaten kota provinsi dusun lingkungan kampung handil sungai sei
    danau muara kuala tumbang teluk pulau gunung bukit tanjung pantai jalan gang jembatan pasar
    balai gedung kantor dermaga terminal lapangan hutan kebun sawah ladang tambak titian
    pelabuhan bandara kalimantan tengah barat timur utara selatan hilir hulu indonesia jawa
    sumatra sulawesi papua bali banjar dayak ngaju maanyan bakumpai melayu madura borneo
    palangka raya kapuas kahayan katingan seruyan sampit pangkalan bun lamandau sukamara barito
    murung mas pulang pisau buntok teweh tamiang layang kurun kasongan puruk cahu kotawaringin
    banjarmasin jakarta kim kelompok koperasi kud karang taruna pkk posyandu puskesmas pustu
    polindes poskesdes rsud rs rumah sakit klinik sekolah sd sdn smp smpn sma sman smk smkn mts
    ma mi tk paud taman universitas masjid musala langgar gereja pura pondok pesantren yayasan
    lembaga badan dinas dinkes diskominfo kementerian kemenkes kemensos pemerintah pemdes bumdes
    bumdesa bpd bpbd bri bni bca bsi bank pos pt cv ud perum perusahaan toko warung lapak pabrik
    gapoktan poktan kwt kub umkm tim satgas forum komunitas sanggar persatuan ikatan himpunan
    serikat partai organisasi program gerakan proyek dasawisma bina keluarga kelas kader-kader
    tani pemuda remaja mitra gerai unit tuan seksi bidang rukun warga masyarakat penduduk orang
    rt rw kk kpm blt bpnt pkh kks dtks dana bantuan bansos sembako beras premium medium minyak
    goreng gula pasir telur kopi teh susu mie tepung garam ikan ayam daging sapi sarden sabun
    sayur buah bubur nugget tempe tahu sup nasi roti biskuit vitamin obat masker jagung padi
    bibit benih pupuk perahu mesin pompa jaring traktor cangkul alat paket uang tunai buku
    tabungan kartu surat akta keterangan fotokopi ktp formulir berkas data daftar syarat jadwal
    tahap tahapan jumlah total rekening nomor alamat kode dokumen laporan berita pengumuman
    agenda potensi aspirasi undang-undang undang peraturan perda perdes perbup keputusan
    pancasila maulid nahdlatul ulama muhammadiyah nabi rasul tuhan allah yesus natal paskah idul
    adha ramadan tahun bulan senin selasa rabu kamis jumat sabtu minggu ahad januari februari
    maret april mei juni juli agustus september oktober november desember hari malam pagi siang
    sore wib wita wit musyawarah musrenbang rapat sosialisasi pelatihan penyuluhan kegiatan
    acara lomba festival pekan senam kerja bakti gotong royong penetapan verifikasi penyaluran
    pembagian pembangunan perpustakaan museum stadion kesepakatan ide gagasan usulan musim
    nasional internasional daerah negara negeri republik merah putih sehat bergizi gratis makan
    cek kesehatan gizi stunting balita bayi baduta anak ibu hamil lansia dewasa laki-laki ruang
    pemulihan imunisasi penimbangan pemeriksaan tidak mampu sesuai perayaan peringatan kelahiran
    tindak terima kasih ayo cegah tua asuh harapan bangsa titik sasaran mandiri sejahtera maju
    bersama jaya makmur sentosa karya usaha pembukaan sambutan doa penutup motor insang
    ketinting
    """
)
"""Words that make a phrase something else than a person: places, groups, things, the calendar."""

ROLES = _words(
    """
    kepala kades lurah camat bupati gubernur wakil wali walikota sekda sekretaris bendahara
    ketua anggota pengurus panitia petugas kader bidan perawat dokter guru pendamping penyuluh
    babinsa bhabinkamtibmas polisi tni polri menteri presiden direktur manajer pembina
    koordinator relawan operator staf pegawai pejabat aparat perangkat tokoh pemangku mantir
    damang ustazah pendeta gembala pastor kapten sersan kompol iptu ipda akp mayor letkol
    kolonel jenderal brigadir duta pengawas kasi kaur peserta penerima pelapor pengirim pemilik
    pedagang petani perajin pengrajin peternak pemuka juru hakim jaksa nelayan motoris penyair
    seniman penulis kontributor
    """
)
"""What a grown person is; a name may follow."""

STARTERS = _words(
    """
    sebuah seorang semua setiap para kami kita mereka ini itu ada dan atau yang di ke dari pada
    untuk dengan dalam oleh juga sementara setelah sebelum ketika saat kalau karena namun tetapi
    menurut selain seperti kata sebagian beberapa salah satu dua tiga empat lima enam tujuh
    delapan sembilan sepuluh sudah belum akan telah masih bila jika agar supaya hanya lalu
    kemudian sejak hingga sampai antara tentang usia umur kini bahkan meski walau padahal
    sedangkan begitu demikian perempuan pria lelaki wanita bernama nama kepada bagi milik
    akhirnya awalnya mulanya dulu dahulu menjadi almarhum selamat bocah siswa siswi murid
    pelajar santri adik
    """
)
"""Words that are capitalised only because a sentence begins with them; a name may follow."""

COMMON = _words(
    """
    abdul abdullah adi aditya agus agustina ahmad aisyah akhmad ali alif alisha alya amat amelia
    aminah ananda anang andi andreas andri anggara anggraini ani anindita anita aqila ardi ari
    arif aris arkan asmah asnah aspian astuti aulia ayu azizah azka badri bagas bahrani bambang
    basri basuki bayu bima budi cahya citra dafa daffa dambung daniel danu debora dedi dehen
    desi dewi dian dimas dina dodi dwi edi eka eko elsa endang erna ester fadhil fadil fahri
    faisal farhan farida fatimah fatmawati fauzan fauzi ferry fikri fitri fitriani galih gibran
    gina hadi hafiz hafizah hairil hairul halimah hamdan hamid hamidah hamsiah hana hanafi hanif
    hardi haris hartati hartini hasan hasanah hasbi hendra heri herlina hermansyah humaira husin
    husna idris ijah ika ilham ilyas imam imran indah indra intan iqbal irfan irma irwan isah
    ismail jainal jamal jamilah jannah jihad johan joko juhri juliana jumiati jumrah junaidi
    kaila kamariah kamarudin kameluh kamila kartini kaspul katarina kayla kevin keysha khadijah
    khairul khalid khansa kirana kristina laila lambung lamiang lastri lestari lilis lina linda
    lukas lusi lusia lutfi mahrita maimunah maria mariam mariana mariati markus marsha maryam
    masitah masnah masriah matius maulana mawardi maya mikail mira misran mohammad muhammad
    mulyadi mulyono murni murniati musa mustafa mutiara nabila nadia nadira naila najwa nana
    nani natalia natasya naufal nayla nia nisa nita noor nor norhasanah norhayati noryani novi
    nur nurdin nurhalimah nurhayati nurjanah nurul nyai pardi parman paulus permana petrus
    pratama putra putri qonita rafa rafi rahimah rahmad rahmadi rahmah rahman rahmat rahmawati
    raihan ramadhan ramadhani rambang ramlah ramli rara rasya ratna reni reza rian rifki rina
    rini riski risma rizal rizki rizky robi rohani rohaya roni rosita rudi rudiansyah rukiah
    rukmini rusdi rusli rusmini rut sabri safira sahrani saidah sakti salamah salasiah salmah
    salsabila salwa samsudin samsul samuel saniah santi saprudin sapto saputra sari sarmi
    sarmiati sarpani sarwono sawang shafa simon siti slamet sofyan sri stefanus subhan sudarmi
    sugeng sugianto sugiono suharti sukarni sulaiman sulastri suling sumarni sumiati sunarti
    supardi suparman supiani supriadi suriani suriansyah suryani suryanto susanti susi sutrisno
    suyanto syahrani syahrul syarifah syifa tarmiji tarmuji tasya taufik theresia tiara tingang
    titik titin tri tuti udin ulfa umar untung usman vina wahid wahyu wahyudi wardiah wartini
    wati wawan wayan widodo wiwik wulan yanti yanto yati yoga yohanes yosua yuli yuliana yuliani
    yusran yusuf zahra zainal zainuddin zaitun zaki zidan zubaidah zulfa zulkifli
    """
)
"""Given names that are common in Kalimantan, of no person in particular."""
