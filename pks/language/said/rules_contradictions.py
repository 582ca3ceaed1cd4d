"""What findings about facts say that cannot all be true, and how to settle it."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

CONTRADICTION_SENTENCES: Final[dict[str, Sentence]] = {
    "rule.went-on-after-closing": Sentence(
        "ditutup {closed}, tetapi catatan {date} melanjutkannya ke tahap berikutnya",
        "closed on {closed}, but the entry of {date} takes it on to a later stage",
    ),
    "rule.went-on-after-closing.fix": Sentence(
        "pastikan apakah perjanjian ini ditutup atau dilanjutkan, lalu betulkan riwayatnya: `pks edit {id}`",
        "settle whether it was closed or went on, then correct the history: `pks edit {id}`",
    ),
    "rule.went-on-after-closing.twice": Sentence(
        "sudah ditutup {closed}, dan ditutup lagi {date}", "closed on {closed} already, and closed again on {date}"
    ),
    "rule.went-on-after-closing.twice.fix": Sentence(
        "pastikan penutupan mana yang benar, dan hapus yang lain: `pks edit {id}`",
        "settle which closing is right, and remove the other: `pks edit {id}`",
    ),
    "rule.signed-though-closed": Sentence(
        "ditutup {closed} sebelum ditandatangani, padahal semua pihak tercatat menandatangani",
        "closed on {closed} before it was signed, yet every party is on record as having signed",
    ),
    "rule.signed-though-closed.fix": Sentence(
        "pastikan mana yang benar, lalu betulkan penandatanganan atau penutupannya: `pks edit {id}`",
        "settle which is right, then correct the signing or the closing: `pks edit {id}`",
    ),
    "rule.signed-though-closed.later": Sentence(
        "{party} tercatat menandatangani {signed}, sesudah perjanjian ditutup {closed}",
        "{party} is on record as having signed on {signed}, after the closing on {closed}",
    ),
    "rule.signed-though-closed.later.fix": Sentence(
        "betulkan tanggalnya: `pks edit {id}`", "correct the day: `pks edit {id}`"
    ),
    "rule.signed-though-closed.registered": Sentence(
        "ditutup {closed} sebelum ditandatangani, padahal mempunyai nomor registrasi {number}",
        "closed on {closed} before it was signed, yet it has the register number {number}",
    ),
    "rule.signed-though-closed.registered.fix": Sentence(
        "pastikan mana yang benar, lalu betulkan registrasi atau penutupannya: `pks edit {id}`",
        "settle which is right, then correct the registration or the closing: `pks edit {id}`",
    ),
    "rule.signing-day-of-nobody": Sentence(
        "tanggal penandatanganan {date} bukan tanggal pihak mana pun: tercatat {days}",
        "the day of signing, {date}, is that of no party: on record are {days}",
    ),
    "rule.signing-day-of-nobody.fix": Sentence(
        "`pks set {id} signing.date=TANGGAL`, atau kosongkan bila tanggal tiap pihak benar",
        "`pks set {id} signing.date=DATE`, or empty it where the day of each party is right",
    ),
    "rule.answered-though-withdrawn": Sentence(
        "koreksi {no} diterima semua pihak, tetapi juga ditarik",
        "correction {no} was accepted by every party, but also withdrawn",
    ),
    "rule.answered-though-withdrawn.fix": Sentence(
        "bila koreksi itu jadi dipakai: `pks set {id} corrections.{no}.withdrawn=`",
        "where the correction was made after all: `pks set {id} corrections.{no}.withdrawn=`",
    ),
    "rule.answered-though-withdrawn.later": Sentence(
        "{party} menjawab koreksi {no} pada {answered}, sesudah ditarik {withdrawn}",
        "{party} answered correction {no} on {answered}, after it was withdrawn on {withdrawn}",
    ),
    "rule.answered-though-withdrawn.later.fix": Sentence(
        "pastikan mana yang benar; bila tidak jadi ditarik: `pks set {id} corrections.{no}.withdrawn=`",
        "settle which is right; where it was not withdrawn: `pks set {id} corrections.{no}.withdrawn=`",
    ),
    "rule.meeting-held-in-future": Sentence(
        "rapat fasilitasi ke-{position} tercatat sudah ada hasilnya, padahal tanggalnya {date} belum tiba",
        "facilitation meeting {position} has an outcome, though its day, {date}, is still to come",
    ),
    "rule.meeting-held-in-future.fix": Sentence(
        "`pks set {id} facilitation.{position}.date=TANGGAL`, atau `outcome=planned` bila belum diadakan",
        "`pks set {id} facilitation.{position}.date=DATE`, or `outcome=planned` where it was not held yet",
    ),
    "rule.cluster-unknown": Sentence(
        "klaster {cluster} tidak ada pada payungnya, {umbrella}, yang mempunyai {clusters}",
        "there is no cluster {cluster} in its umbrella, {umbrella}, which has {clusters}",
    ),
    "rule.cluster-unknown.fix": Sentence(
        "`pks set {id} cluster=KLASTER`, atau tambahkan pada payungnya: `pks edit {umbrella}`",
        "`pks set {id} cluster=CLUSTER`, or add it to the umbrella: `pks edit {umbrella}`",
    ),
}
