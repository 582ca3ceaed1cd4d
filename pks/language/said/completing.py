"""The help of the command that makes shells complete."""

from __future__ import annotations

from typing import Final

from pks.language.catalogue import Sentence

COMPLETING: Final[dict[str, Sentence]] = {
    "completing.tier": Sentence("paling lambat {within} sesudah periode", "within {within} of the period's end"),
    "help.completion.short": Sentence("pelengkapan perintah di shell", "let your shell complete commands and ids"),
    "help.completion": Sentence(
        "Mencetak skrip agar shell melengkapi perintah, pilihan, nilainya, id dan kunci pihak. Untuk bash, taruh baris "
        'eval "$(pks completion bash)" di ~/.bashrc; skripnya menyebut tempat untuk shell lain.',
        "Prints the script by which a shell completes commands, options, their values, ids and party keys. For bash, put "
        'the line eval "$(pks completion bash)" in ~/.bashrc; each script says where it goes.',
    ),
    "help.completion.examples": Sentence(
        "pks completion bash\npks completion zsh\npks completion fish\npks completion powershell",
        "pks completion bash\npks completion zsh\npks completion fish\npks completion powershell",
    ),
    "help.completion.shell": Sentence("bash, zsh, fish atau powershell", "bash, zsh, fish or powershell"),
    "help.completion.words": Sentence(
        "satu kata yang sudah diketik; dipakai skrip itu sendiri",
        "a word typed so far; what the script itself asks with",
    ),
}
