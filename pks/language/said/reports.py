"""The tables of reports: which are missing, and what was reported on a period."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

REPORTS: Final[dict[str, Sentence]] = {
    "column.report-period": Sentence("Periode", "Period"),
    "column.report-to": Sentence("Kepada", "To"),
    "column.report-lead": Sentence("PD pengampu", "Unit in charge"),
    "column.report-state": Sentence("Keadaan", "State"),
    "column.report-no": Sentence("No", "No"),
    "column.report-numbers": Sentence("Nomor para pihak", "Numbers"),
    "column.report-signed": Sentence("Tanggal tanda tangan", "Signed"),
    "column.report-sectors": Sentence("Urusan", "Sectors"),
    "column.report-scope": Sentence("Ruang lingkup", "Scope"),
    "column.report-activities": Sentence("Realisasi kegiatan", "What was done"),
    "column.report-results": Sentence("Capaian", "What came of it"),
    "column.report-beneficiaries": Sentence("Penerima manfaat", "Beneficiaries"),
    "column.report-funding": Sentence("Sumber anggaran", "Funding"),
    "column.report-budget": Sentence("Pagu", "Budget"),
    "column.report-spent": Sentence("Realisasi anggaran", "Spent"),
    "column.report-obstacles": Sentence("Hambatan", "Obstacles"),
    "column.report-follow-up": Sentence("Tindak lanjut", "Follow-up"),
    "column.report-status": Sentence("Keterangan", "Remarks"),
    "reporting.group": Sentence(
        "{period} → {to}: {count} perjanjian, paling lambat {date} ({when})",
        "{period} → {to}: {count:agreement|agreements}, by {date} ({when})",
    ),
    "reporting.no-unit": Sentence("(pengampu belum diisi)", "(no unit in charge)"),
    "reporting.state.unwritten": Sentence("laporan belum ditulis", "report not written"),
    "reporting.state.unsent": Sentence("sudah ditulis, belum dikirim", "written, not sent"),
    "reporting.state.both": Sentence(
        "{unwritten} belum ditulis, {unsent} tinggal dikirim", "{unwritten} not written, {unsent} only to be sent"
    ),
    "reporting.none-missing": Sentence(
        "Tidak ada laporan yang kurang dalam waktu itu.", "No report is missing within that time."
    ),
    "reporting.none-in-force": Sentence(
        "Tidak ada perjanjian yang berlaku dalam {period}.", "No agreement was in force in {period}."
    ),
    "reporting.number": Sentence("{party}: {numbers}", "{party}: {numbers}"),
    "reporting.part": Sentence("{period}: {text}", "{period}: {text}"),
    "reporting.progress": Sentence("{name}: {before} → {value} {unit}", "{name}: {before} → {value} {unit}"),
    "reporting.progress.bare": Sentence("{name}: {before} → {value}", "{name}: {before} → {value}"),
    "reporting.value": Sentence("{name}: {value} {unit}", "{name}: {value} {unit}"),
    "reporting.value.bare": Sentence("{name}: {value}", "{name}: {value}"),
    "reporting.closed": Sentence("ditutup pada {date}: {reason}", "closed on {date}: {reason}"),
}
