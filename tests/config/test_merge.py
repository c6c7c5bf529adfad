"""The command line over the environment over the file; for a plan, the later entry over the earlier."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from duibiao.commands.options import FailOn
from duibiao.config.merge import for_plan, merge
from duibiao.config.settings import FAIL_ON, Config, Entry, ForPlan, Origin, Said, Settings
from duibiao.model.document import Level

FILE = Config(
    file=Path("../.duibiao.yaml"), fail_on="warning", strict=True, lines=(("fail_on", 4), ("strict", 5)), language="en"
)
ENTRIES = (
    Entry(paths=("plans/**",), baselines=("yl-care",), level=Level.COUNTY),
    Entry(paths=("plans/city/**", "!plans/city/old/**"), level=Level.CITY, region="云岭省青屏市"),
)

maybe = st.sampled_from([None, *FAIL_ON])
flag = st.sampled_from([None, True, False])


@given(said=maybe, strict=flag, config=st.builds(Config, file=st.just(Path("x")), fail_on=maybe, strict=flag))
def test_what_is_said_first_wins(said: str | None, strict: bool | None, config: Config) -> None:
    settings = merge(Said(fail_on=said, strict=strict), config)
    assert settings.fail_on == (said or config.fail_on or "error")
    wanted = strict if strict is not None else config.strict
    assert settings.strict is bool(wanted)


def test_nothing_said_is_the_default() -> None:
    assert merge(Said(), None) == Settings()


def test_every_value_knows_who_said_it() -> None:
    said = Said(fail_on="never", level=Level.CITY, origins=(("fail_on", Origin.COMMAND), ("level", Origin.ENVIRONMENT)))
    settings = merge(said, FILE)
    assert settings.folder == Path("..")
    assert [settings.source(name).origin for name in ("fail_on", "level", "strict", "region")] == [
        Origin.COMMAND,
        Origin.ENVIRONMENT,
        Origin.FILE,
        Origin.DEFAULT,
    ]
    assert settings.source("strict").line == 5


def test_later_entries_win_value_by_value() -> None:
    settings = Settings(plans=ENTRIES)
    assert for_plan(settings, "plans/a.docx") == ForPlan(baselines=("yl-care",), level=Level.COUNTY)
    assert for_plan(settings, "plans/city/a.docx") == ForPlan(
        baselines=("yl-care",), level=Level.CITY, region="云岭省青屏市"
    )
    assert for_plan(settings, "plans/city/old/a.docx").level is Level.COUNTY
    assert for_plan(settings, "elsewhere/a.docx") == ForPlan()


def test_what_is_said_outright_beats_every_entry() -> None:
    settings = Settings(plans=ENTRIES, level=Level.PROVINCE, baselines=("x.yaml",))
    assert for_plan(settings, "plans/city/a.docx") == ForPlan(
        baselines=("x.yaml",), level=Level.PROVINCE, region="云岭省青屏市"
    )


def test_the_words_of_fail_on_are_those_of_the_option() -> None:
    assert tuple(FailOn) == FAIL_ON
