"""What is said where an earlier state cannot be had."""

from pathlib import Path

from duibiao.model.errors import UsageError
from duibiao.model.message import Message


def no_git() -> UsageError:
    return UsageError(
        Message("没有找到 git", "git was not found"),
        Message("请安装 git，或改用 --against 已保存的 json 报告", "install git, or use --against with a saved report"),
    )


def no_repository(folder: Path) -> UsageError:
    name = folder.as_posix()
    return UsageError(
        Message(f"{name} 不在 git 仓库里，没有可比的版本", f"{name} is in no git repository to compare with"),
        Message(
            "请在仓库里运行，或改用 --against 已保存的 json 报告",
            "run it inside the repository, or use --against with a saved report",
        ),
    )


def no_revision(name: str, *, shallow: bool, unborn: bool) -> UsageError:
    if unborn:
        return UsageError(
            Message("这个 git 仓库还没有任何提交", "this git repository has no commit yet"),
            Message("请先提交一次，再作比较", "commit once, then compare"),
        )
    what = Message(f"git 仓库里没有版本“{name}”", f"the git repository has no revision '{name}'")
    if shallow:
        return UsageError(
            Message(what.zh + "：这是浅克隆，缺少历史", what.en + ": this is a shallow clone, its history is cut off"),
            Message(
                "请取回历史：git fetch --unshallow（流水线里：GitHub 设 fetch-depth: 0，GitLab 设 GIT_DEPTH: 0）",
                "fetch it with git fetch --unshallow (fetch-depth: 0 for GitHub's checkout, GIT_DEPTH: 0 on GitLab)",
            ),
        )
    return UsageError(
        what,
        Message(
            "请给出分支、标签或提交号，例如 origin/main；远程分支要先 git fetch",
            "name a branch, tag or commit, such as origin/main; fetch a remote branch first",
        ),
    )


def outside(plan: Path, root: Path) -> UsageError:
    return UsageError(
        Message(
            f"{plan.as_posix()} 不在 git 仓库 {root.name} 里",
            f"{plan.as_posix()} is not in the git repository {root.name}",
        ),
        Message("请分别检查不同仓库里的方案", "check plans of different repositories one after another"),
    )
