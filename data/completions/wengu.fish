# fish completion for wengu
function __wengu_complete
    set -l words (commandline -opc) (commandline -ct)
    wengu complete -- $words[2..-1] 2>/dev/null
end
complete -c wengu -f -a '(__wengu_complete)'
complete -c wengu -n 'test -z "$(__wengu_complete)"' -F
