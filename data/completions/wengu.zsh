#compdef wengu
_wengu() {
    local word what
    local -a found
    while IFS=$'\t' read -r word what; do
        found+=("${word//:/\\:}:$what")
    done < <(wengu complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
    if (( ${#found} )); then
        _describe 'wengu' found
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _wengu ]]; then
    _wengu "$@"  # loaded from fpath at the first use
else
    compdef _wengu wengu  # sourced
fi
