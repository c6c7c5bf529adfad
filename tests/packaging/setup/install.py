"""Installs Duibiao from the files beside this one: no network, no rights beyond the user's own.

Run by install.bat or install.sh. It is read by whatever Python a machine has, so that one which is too old or too new
can say so; hence nothing newer than 3.8 in it. `DUIBIAO_HOME` puts the program elsewhere.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from typing import Iterable, Mapping  # noqa: UP035  as said above

HERE = Path(__file__).resolve().parent
SAMPLE = ("plans/lanxi.docx", "-b", "baselines/yl-elderly-2023.yaml")
DROP = "对标.bat"


def main() -> int:
    print_anything()
    served = versions(path.name for path in (HERE / "wheels").glob("*.whl"))
    if running() not in served or sys.maxsize < 2**32:
        return another(served)
    home = Path(os.environ.get("DUIBIAO_HOME") or place(os.environ))
    print(f"正在安装到 {home}，约需半分钟……", flush=True)
    try:
        venv.create(str(home), clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        return failed(
            f"建立不了运行环境：{error}", "Debian、Ubuntu 请先装 python3-venv，或改用不必安装的单文件版 duibiao.pyz"
        )
    inside = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(inside / "python"), "-m", "pip", "--isolated", "--disable-pip-version-check", "install", "--quiet"]
    here = [
        "--no-index",
        "--find-links",
        str(HERE / "wheels"),
        "--require-hashes",
        "-r",
        str(HERE / "requirements.txt"),
    ]
    if subprocess.run([*pip, *here], check=False).returncode:
        return failed("有文件装不上", "压缩包可能没有拷全：请重新拷贝，全部解压后再运行一次")
    program = inside / ("duibiao.exe" if os.name == "nt" else "duibiao")
    sample = [str(program), "check", *SAMPLE, "--quiet", "--fail-on", "never", "-f", "json"]
    if subprocess.run(sample, cwd=str(HERE), stdout=subprocess.DEVNULL, check=False).returncode:
        return failed("装好了，但是样例检查不了", "请把上面的文字发给提供压缩包的人")
    print("装好了，样例也检查过了。")
    for line in on_windows(program) if os.name == "nt" else elsewhere(program):
        print(line)
    return 0


def print_anything() -> None:
    """No console may be too poor for a message."""
    for stream in (sys.stdout, sys.stderr):
        change = getattr(stream, "reconfigure", None)
        if change:
            change(errors="replace")


def running() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def versions(wheels: Iterable[str]) -> list[str]:
    """The Pythons that the wheels are for, as the one that is made for each of them tells."""
    found = {match[1] for match in (re.match(r"msgspec-.*-cp3(\d+)-cp3\d+-", name) for name in wheels) if match}
    return [f"3.{minor}" for minor in sorted(found, key=int)]


def place(environment: Mapping[str, str]) -> Path:
    if "LOCALAPPDATA" in environment and os.name == "nt":
        return Path(environment["LOCALAPPDATA"], "Programs", "duibiao")
    return Path.home() / ".local" / "share" / "duibiao"


def another(served: list[str]) -> int:
    """Another Python does it, where there is one that fits."""
    for version in reversed(served) if not os.environ.get("DUIBIAO_TRIED") else ():
        call = ["py", f"-{version}"] if os.name == "nt" else [f"python{version}"]
        try:
            fits = subprocess.run([*call, "-c", ""], stderr=subprocess.DEVNULL, check=False).returncode == 0
        except OSError:
            continue
        if fits:
            again = dict(os.environ, DUIBIAO_TRIED="1")
            return subprocess.run([*call, str(HERE / "install.py")], env=again, check=False).returncode
    bits = " 32 位" if sys.maxsize < 2**32 else ""
    wanted = "、".join(served)
    return failed(
        f"这台电脑上的 Python 是 {running()}{bits}，用不了", f"需要 64 位的 Python {wanted} 之一，装好后再运行一次"
    )


def failed(what: str, advice: str) -> int:
    print(f"错误：{what}\n办法：{advice}", file=sys.stderr)
    return 1


def on_windows(program: Path) -> list[str]:
    """Lays what drafts are dragged onto on the desktop; what to say of it."""
    (desktop() / DROP).write_bytes(drop_file(str(program), os.environ))
    return [f"桌面上多了一个“{DROP}”。", "把方案（Word、WPS、PDF）拖到它上面，批注稿和报告就写在方案旁边。"]


def drop_file(program: str, environment: Mapping[str, str]) -> bytes:
    """The window stays until a key is pressed. ASCII wherever it can be: cmd reads it in the old code page."""
    local = environment.get("LOCALAPPDATA", "")
    if local and program.startswith(local):
        program = "%LOCALAPPDATA%" + program[len(local) :]
    return f'@"{program}" %*\r\n@pause\r\n'.encode("gbk")


def desktop() -> Path:
    """The user's desktop, wherever it was moved to."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  no other system has it

        key = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as folders:
            return Path(os.path.expandvars(winreg.QueryValueEx(folders, "Desktop")[0]))
    return Path.home() / "Desktop"


def elsewhere(program: Path) -> list[str]:
    """Makes the program known by its name; what to type."""
    link = Path.home() / ".local" / "bin" / "duibiao"
    if link.is_symlink() or not link.exists():
        link.parent.mkdir(parents=True, exist_ok=True)
        if link.is_symlink():
            link.unlink()
        link.symlink_to(program)
    known = str(link.parent) in os.environ.get("PATH", "").split(os.pathsep)
    call = "duibiao" if known else str(program)
    return [f"检查一份方案：{call} 方案.docx", f"先试试样例：cd '{HERE}' && {call} check {' '.join(SAMPLE)}"]


if __name__ == "__main__":
    sys.exit(main())
