#compdef pks
# eval "$(pks completion zsh)" in ~/.zshrc, after compinit
_pks() {
    local -a asked found
    local word line
    for word in "${(@)words[2,CURRENT]}"; do
        asked+=("--word=${(Q)word}")
    done
    while IFS= read -r line; do
        found+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done < <(${words[1]} completion zsh "${asked[@]}" 2>/dev/null)
    if (( ${#found} )); then
        _describe 'pks' found
    else
        _files
    fi
}
compdef _pks pks
