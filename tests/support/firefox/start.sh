#!/bin/sh
# Starts Firefox as Playwright asks for it, and names the bridge to Playwright in place of Firefox's own address.
"$FACTMARK_FIREFOX" "$@" 2>&1 >/dev/null | sed -u "s#listening on ws://#listening on $FACTMARK_BRIDGE#" >&2
