# Keeps one PostgreSQL server in a folder and does as it is told, a word a line on its input; answers `ok` or `failed`.
# When the input ends, because whoever started it is gone in whatever way, the server goes and the folder with it.
# $1 folder, $2 folder of the programs, $3 user to become where this is root (else empty), then settings.
set -u
folder=$1 programs=$2 user=$3
shift 3
as() {
    if [ -n "$user" ]; then setpriv --reuid="$user" --regid="$user" --clear-groups "$@"; else "$@"; fi
}
server=
log=$folder/log
start() {
    # Not through `as`: the number must be the server's own, not that of a shell around it.
    become=env
    [ -n "$user" ] && become="setpriv --reuid=$user --regid=$user --clear-groups"
    # shellcheck disable=SC2086 # words on purpose
    env ${SERVER_PRELOAD:+"LD_PRELOAD=$SERVER_PRELOAD" "POWERLOSS_DIR=$folder/${SERVER_WATCHED:-data}"} $become "$programs/postgres" -D "$folder/data" "$@" >>"$log" 2>&1 &
    server=$!
    for _ in $(seq 600); do
        as "$programs/pg_isready" -q -h "$folder" -U postgres && return 0
        kill -0 "$server" 2>/dev/null || return 1
        sleep 0.05
    done
    return 1
}
stop() {
    [ -z "$server" ] && return 0
    kill "-$1" "$server" 2>/dev/null
    kill -CONT "$server" 2>/dev/null
    wait "$server" 2>/dev/null
    server=
}
trap 'stop QUIT; rm -rf "$folder"' EXIT
[ -n "$user" ] && chown "$user" "$folder"
while read -r word rest; do
    case $word in
    create) as "$programs/initdb" -D "$folder/data" -U postgres --auth=trust --no-sync -E UTF8 --locale=C.UTF-8 >>"$log" 2>&1 ;;
    follow) as "$programs/pg_basebackup" -D "$folder/data" -h "$rest" -U postgres -R -X stream -c fast >>"$log" 2>&1 ;;
    start) start "$@" ;;
    kill) stop KILL ;;
    stop) stop INT ;;
    database) as "$programs/createdb" -h "$folder" -U postgres "$rest" >>"$log" 2>&1 ;;
    promote) as "$programs/pg_ctl" -D "$folder/data" -w promote >>"$log" 2>&1 ;;
    *) false ;;
    esac && echo ok || echo failed
done
