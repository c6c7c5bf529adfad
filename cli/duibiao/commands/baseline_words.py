"""What the verbs of `duibiao baseline` say, in each language; joined to the other words in `messages.py`."""

from collections.abc import Mapping

from duibiao.commands.baseline_draft_words import DRAFT_HELP, DRAFT_WORDS
from duibiao.model.message import Message

BASELINE_HELP: Mapping[str, Message] = {
    **DRAFT_HELP,
    "baseline": Message("维护基线清单", "Keep baselines"),
    "schema": Message("打印基线清单的 JSON Schema，供编辑器使用", "Print the JSON Schema of baselines, for editors"),
    "schema.output": Message(
        "写到这个文件，清单第一行用 # yaml-language-server: $schema= 指向它",
        "Write this file, which the first line of a baseline points to: # yaml-language-server: $schema=",
    ),
    "lint": Message("检查基线清单，列出全部错误", "Check baselines and list every fault"),
    "lint.files": Message("基线清单（YAML），可以给多个", "Baselines (YAML)"),
    "lint.form": Message(
        "输出格式：text, json, sarif, github，默认 text", "Format: text, json, sarif, github; text unless said"
    ),
    "lint.fail_on": Message(
        "有这个级别以上的问题时退出码为 1，默认 error；文件无法使用时为 2",
        "Exit with 1 where a fault is at least this severe, error unless said; with 2 where a file cannot be used",
    ),
    "baseline-diff": Message(
        "比较清单的两个版本，或两份上级文件的清单：增加、删去、收紧、放宽、改写",
        "Compare two baselines, such as those of an old and a new document: added, removed, tightened, loosened, "
        "reworded",
    ),
    "baseline-diff.old": Message("旧清单（YAML）", "The older baseline (YAML)"),
    "baseline-diff.new": Message("新清单（YAML）", "The newer baseline (YAML)"),
    "baseline-diff.plans": Message(
        "方案文件或文件夹，可重复：这些变化影响哪些方案",
        "Plans or folders of plans; may be repeated: which of them it touches",
    ),
    "baseline-diff.level": Message("方案的层级，不写则从方案中识别", "Level of the plans, instead of what they say"),
    "baseline-diff.region": Message("方案的地区，如 四川省雅安市", "Region of the plans, such as 四川省雅安市"),
    "baseline-diff.fail_on": Message(
        "有方案因此弱化或缺失，且达到这个级别时退出码为 1，默认 error",
        "Exit with 1 where a plan comes to weaken or omit something at least this severe; error unless said",
    ),
    "baseline-diff.form": Message("输出格式：text 或 json，默认 text", "Format: text or json; text unless said"),
    "verify": Message(
        "用清单里的检验语句（examples）试验清单本身：该算落实、弱化、缺失的是否如此",
        "Try a baseline on its own fixture sentences (examples): whether they cover, weaken and omit as they should",
    ),
    "verify.files": Message("基线清单（YAML），可以给多个", "Baselines (YAML)"),
    "verify.form": Message("输出格式：text 或 json，默认 text", "Format: text or json; text unless said"),
    "export": Message("把清单导出为 Excel，改后可导入", "Write a baseline as an Excel file, to edit and bring back"),
    "export.file": Message("基线清单（YAML）", "Baseline (YAML)"),
    "export.output": Message("写到这个文件（.xlsx）", "Write this file (.xlsx)"),
    "import": Message(
        "把改过的 Excel 并入清单：只改动变了的地方，注释和编号保留；清单不存在时新建",
        "Lay an edited Excel file into a baseline: only what was changed changes, comments and ids stay; a file that "
        "is not there is made",
    ),
    "import.book": Message("Excel 文件（.xlsx）", "The Excel file (.xlsx)"),
    "import.output": Message("并入这份清单（YAML）", "The baseline (YAML) to lay it into"),
    "show": Message(
        "列出清单的要求；连同上位清单一起，或某地须落实的要求，以及每个值由哪一层规定",
        "List a baseline's requirements: with its layers, or what a place must meet, and which layer said so",
    ),
    "show.file": Message("基线清单（YAML）", "Baseline (YAML)"),
    "show.resolved": Message("连同上位清单的要求一起列出", "Take in the layers that it extends"),
    "show.place": Message(
        "只列这个地区须落实的要求，如 四川省雅安市", "Only what this place must meet, such as 四川省雅安市"
    ),
    "show.level": Message("这个地区的层级，不写则由名称判断", "Level of that place, instead of what its name says"),
    "show.form": Message("输出格式：text 或 json，默认 text", "Format: text or json; text unless said"),
}

BASELINE_WORDS: Mapping[str, Message] = {
    **DRAFT_WORDS,
    "bad-form": Message("这里没有 {name} 格式，可用：{known}", "there is no format {name} here; it is one of {known}"),
    "comma": Message("，", ", "),
    # lint
    "lint-error": Message("错误", "error"),
    "lint-warning": Message("警告", "warning"),
    "lint-note": Message("提示", "note"),
    "lint-count": Message("{word} {n}", "{word} {n}"),
    "lint-sound": Message("没有错误", "no faults"),
    # diff
    "diff-added": Message("增加", "added"),
    "diff-removed": Message("删去", "removed"),
    "diff-tightened": Message("收紧", "tightened"),
    "diff-loosened": Message("放宽", "loosened"),
    "diff-mixed": Message("有收有放", "mixed"),
    "diff-reworded": Message("改写", "reworded"),
    "diff-same": Message("不变", "unchanged"),
    "diff-tighter": Message("收紧", "tighter"),
    "diff-looser": Message("放宽", "looser"),
    "diff-other": Message("改变", "other"),
    "affected": Message("受影响的方案 {n} 份，共 {total} 份", "{n} of {total} plans are affected"),
    "not-asked": Message("（未要求）", "(not asked)"),
    "verdict-covered": Message("落实", "covered"),
    "verdict-exceeded": Message("加码", "exceeded"),
    "verdict-weakened": Message("弱化", "weakened"),
    "verdict-omitted": Message("缺失", "omitted"),
    "verdict-not-applicable": Message("不适用", "not applicable"),
    # verify
    "example-covers": Message("落实", "cover it"),
    "example-weakens": Message("弱化", "weaken it"),
    "example-omits": Message("缺失", "omit it"),
    "tried": Message("{id} “{text}”应为{meant}，实为{found}", "{id} '{text}' should {meant}, and is {found}"),
    "verified": Message("{n} 句检验语句全部相符", "{n} sentences, all as meant"),
    "not-verified": Message("{n} 句检验语句中 {failed} 句不符", "{failed} of {n} sentences are not as meant"),
    "no-examples": Message("没有检验语句（examples）", "there are no fixture sentences (examples)"),
    # import
    "imported": Message(
        "已写入 {path}：修改 {changed} 项，新增 {added} 项", "{path}: {changed} changed, {added} added"
    ),
    "nothing-new": Message("{path} 没有变化", "{path}: nothing has changed"),
    "kept": Message(
        "Excel 中没有的 {n} 项保留未动：{ids}；不再检查的请填“被取代”",
        "{n} requirements that the Excel file does not hold are kept: {ids}; to retire one fill in 被取代",
    ),
    # show
    "layers": Message("层级", "Layers"),
    "shown-all": Message("{n} 项要求", "{n} requirements"),
    "shown-for": Message(
        "{place}（{level}）须落实 {n} 项，不适用 {rest} 项", "{place} ({level}) must meet {n}; {rest} do not apply"
    ),
    "unknown-level": Message("层级不明", "level unknown"),
    "outside": Message(
        "本清单是{region}的，{place}不在其中", "this baseline is for {region}, and {place} is not in it"
    ),
    "outside-advice": Message(
        "请换一份清单，或检查地区的写法", "take another baseline, or check how the place is written"
    ),
    "show.targets": Message("指标", "target"),
    "show.deadline": Message("时限", "by"),
    "show.strength": Message("约束力", "strength"),
    "show.departments": Message("部门", "departments"),
    "show.applies_to": Message("适用", "addressed"),
    "show.source": Message("来源", "source"),
    "show.refines": Message("细化", "refines"),
    "show.looser": Message("比 {above} 宽松：{why}", "looser than {above}: {why}"),
    "show.total": Message("（总数，没有这里的分解数）", " (a total, without a share for this place)"),
    "show.unverified": Message("尚未与原文核对", "not compared with its source"),
    "show.history": Message("已被 {id} 取代，不再检查", "superseded by {id}, not checked"),
    "looser": Message(
        "基线清单 {id} 有 {n} 项比所细化的上位要求宽松：{ids}（详见 duibiao baseline show）",
        "baseline {id}: {n} requirements ask less than those they refine: {ids} (see duibiao baseline show)",
    ),
}
