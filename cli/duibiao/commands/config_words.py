"""What the configuration and the choice of baselines say, in each language; joined to the others in `messages.py`."""

from collections.abc import Mapping

from duibiao.model.message import Message

CONFIG_HELP: Mapping[str, Message] = {}

CONFIG_WORDS: Mapping[str, Message] = {
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
