#!/bin/sh
for p in python3.13 python3.12 python3.11 python3; do command -v $p >/dev/null && exec $p "$(dirname "$0")/install.py" "$@"; done; echo "没有找到 Python，请先安装 Python 3.11—3.13 / no Python here" >&2; exit 1
