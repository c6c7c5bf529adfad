"""What the configuration and the choice of baselines say, in each language; joined to the others in `messages.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

CONFIG_HELP: Mapping[str, Message] = {
    "init": Message("写一份带说明的配置文件 .duibiao.yaml", "Write a commented .duibiao.yaml"),
    "config": Message(
        "显示在这里起作用的配置，以及每个值由谁规定", "Show the settings that hold here, and who said each of them"
    ),
    "config.baselines": Message("基线清单（文件或编号），可重复", "Baseline (a file or an id); may be repeated"),
    "config.level": Message("方案的层级", "Level of the plans"),
    "config.region": Message("方案的地区，如 四川省雅安市", "Region of the plans, such as 四川省雅安市"),
    "config.issued": Message("方案的印发日期，如 2022-09-30", "Issue date of the plans, such as 2022-09-30"),
    "config.fail_on": Message(
        "有这个级别以上的问题时退出码为 1", "Exit with 1 where something is at least this severe"
    ),
    "config.strict": Message(
        "需要人工复核的结果和读不了的方案也算不通过", "Findings to look at and unreadable plans fail as well"
    ),
    "config.decisions": Message("复核意见文件", "What reviewers ruled"),
    "config.schema": Message(
        "打印 .duibiao.yaml 的 JSON Schema，供编辑器使用", "Print the JSON Schema of .duibiao.yaml, for editors"
    ),
}

CONFIG_WORDS: Mapping[str, Message] = {
    "no-baseline": Message("没有指定基线清单", "no baseline was given"),
    "no-baseline-advice": Message("请用 -b 指定，例如 -b 基线.yaml", "name one with -b, such as -b baseline.yaml"),
    "bad-date": Message("“{value}”不是日期", "'{value}' is not a date"),
    "bad-date-advice": Message("请写成 2022-09-30 的样子", "write it like 2022-09-30"),
    "variables": Message(
        "每个选项也可以用环境变量给出：--fail-on 即 {name}FAIL_ON。先看命令行，再看环境变量，再看 .duibiao.yaml。",
        "Each option can be an environment variable: --fail-on is {name}FAIL_ON. The command line wins over these, and "
        "these over .duibiao.yaml.",
    ),
    "configured": Message("这里已经有 {file}，没有改动它", "there is a {file} here already; it was left as it is"),
    "configured-advice": Message(
        "请直接修改它；要重新生成，先把它移走", "edit it; to have a new one, move it away first"
    ),
    "configured-above": Message(
        "上级文件夹里有 {file}；从这里往下，新文件会代替它", "{file} held here until now; the new file takes its place"
    ),
    "started": Message("找到基线清单 {baselines} 份，方案 {plans} 份", "found {baselines} baselines and {plans} plans"),
    "start-next": Message(
        "接下来：看一遍 {file}，再运行 duibiao check", "next: look through {file}, then run duibiao check"
    ),
    "start-fill": Message(
        "接下来：在 {file} 的 plans 里写明方案在哪里，再运行 duibiao check",
        "next: say under plans in {file} where the plans lie, then run duibiao check",
    ),
    "no-config": Message("没有 .duibiao.yaml（duibiao init 可生成一份）", "no .duibiao.yaml (duibiao init writes one)"),
    "from-command": Message("命令行", "the command line"),
    "from-environment": Message("环境变量 {name}", "{name} in the environment"),
    "from-file": Message("{place}", "{place}"),
    "from-default": Message("默认", "the default"),
    "entry": Message("第 {line} 行，{n} 份方案", "line {line}, {n} plans"),
    "no-plans": Message(
        "缺少 PLAN…，配置文件 .duibiao.yaml 里也没有写方案", "PLAN… is missing, and no .duibiao.yaml names plans"
    ),
    "no-plans-advice": Message(
        "请写方案文件或文件夹；duibiao init 可生成一份配置",
        "name a plan or a folder; duibiao init writes a configuration",
    ),
    "no-plan-matches": Message("{file} 里写的路径下没有方案", "what {file} names holds no plan"),
    "no-plan-matches-advice": Message("请检查 plans 里的 path", "look at the paths under plans"),
    "barren": Message("{file}:{line}：没有与 {paths} 相符的方案", "{file}:{line}: no plan matches {paths}"),
    "no-such-baseline": Message(
        "没有文件 {name}，在 {folders} 里也没有编号为 {name} 的基线清单",
        "there is no file {name}, and no baseline of that id in {folders}",
    ),
    "no-such-baseline-advice": Message("有这些：{names}", "there are: {names}"),
    "same-id": Message("几个文件的清单编号都是 {id}：{files}", "several files hold the baseline {id}: {files}"),
    "same-id-advice": Message("请写文件路径", "name the file instead"),
    "no-baselines-in": Message(
        "{folders} 里没有基线清单；请用 -b 指定", "there is none in {folders}; name one with -b"
    ),
    "chosen": Message("{plan}：用基线清单 {id}（{why}）", "{plan}: held against {id} ({why})"),
    "and-more": Message("{name} 等 {n} 份方案", "{name} and others ({n} plans)"),
    "list-comma": Message("，", ", "),
    "no-fit": Message("没有适合 {name} 的基线清单", "no baseline fits {name}"),
    "no-fit-more": Message("{n} 份方案没有适合的基线清单", "no baseline fits these {n} plans"),
    "rivals": Message(
        "适合 {name} 的基线清单不止一份，相互冲突", "several baselines that contradict each other fit {name}"
    ),
    "rivals-more": Message("{n} 份方案定不下用哪份基线清单", "it cannot be told which baselines fit these {n} plans"),
    "choose-advice": Message(
        "请用 -b 指定（文件或编号），或在 .duibiao.yaml 的 plans 里写 baseline；"
        "地区、层级没读对时可用 --region、--level",
        "name one with -b (a file or an id), or write baseline under plans in .duibiao.yaml; where region or level "
        "were read wrong, say them with --region and --level",
    ),
    "and-others": Message("……另有 {n} 份也不适合", "… and {n} more that do not fit"),
    "no-decisions-yet": Message("还没有复核意见文件 {path}", "there is no decisions file {path} yet"),
}
