# pks completion fish | source    in ~/.config/fish/config.fish
function __pks_complete
    set -l asked
    for word in (commandline -opc)[2..] (commandline -ct)
        set -a asked "--word=$word"
    end
    pks completion fish $asked 2>/dev/null
end
complete -c pks -f -a '(__pks_complete)'
complete -c pks -n 'test -z "$(__pks_complete)"' -F
