# eval "$(pks completion bash)" in ~/.bashrc; needs bash 4.4 or later
_pks() {
    local words=() word line
    for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
        words+=("--word=$word")
    done
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("$(printf '%q' "${line%%$'\t'*}")")
    done < <("${COMP_WORDS[0]}" completion bash "${words[@]}" 2>/dev/null)
}
complete -o default -F _pks pks
