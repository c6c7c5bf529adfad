"""What a portal puts around a document: buttons, counters, the footer. No word of it is the plan's.

Text copied from a page has it on lines of its own, html inside the article's container. A line is left out only where
nothing but furniture stands in it: 「打印」 goes, 「推行证照联办打印」 stays.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from duibiao.language.late import late

_BUTTON = (
    r"扫一扫|扫码(?:分享|阅读|浏览)?|打印(?:本页|此页|文章|页面|正文)?|关闭(?:窗口|本页|此页|页面)?|收藏(?:本页|本文)?|取消收藏|分享(?:到|至)?|复制链接|"
    r"返回(?:顶部|首页|上一页|列表)?|回到顶部|顶部|"
    r"字体|字号|大[\s|｜]+中[\s|｜]+小|小[\s|｜]+中[\s|｜]+大|默认|超大|放大|缩小|繁体版?|简体版?|无障碍(?:浏览|阅读)?|适老版?|关怀版|长者(?:版|模式)|语音播报|朗读|听全文|"
    r"首页|网站首页|上一[篇页条]|下一[篇页条]|纠错|我要纠错|网站纠错|点赞|评论|下载|登录|注册|退出|保存|预览|"
    r"微信|微博|新浪微博|腾讯微博|朋友圈|QQ空间|QQ好友|QQ|人人网|豆瓣|更多|手机版|移动版|客户端|公众号|"
    r"下载(?:文字版|图片版|附件|PDF)?|PDF(?:格式)?下载|公报PDF|原文下载|文件下载|"
    r"相关(?:阅读|链接|文章|文件|解读|政策|信息|新闻|稿件|附件|文档|报道|内容|推荐)|政策解读|图解|一图读懂|推荐阅读|延伸阅读|猜你喜欢|"
    r"当前位置|您(?:现在)?(?:所在)?的?(?:当前)?位置(?:是)?|您的访问|智能问答|友情链接|网站地图|网站导航|联系我们|关于我们|网站声明|版权声明|隐私(?:保护|声明|政策)"
)
_BUTTONS = late(
    rf"[^\w]*(?:{_BUTTON})(?:(?:{_BUTTON})|[\s\[\]【】\[\]（）()<>《》〈〉|｜/：:、,，·.\-—+A×])*", re.IGNORECASE
)
_LINE = late(
    r".{0,12}(?:扫一扫|扫描二维码|微信扫码|用手机(?:浏览|打开)|手机打开当前页|在手机(?:上)?打开|分享到(?:微信|朋友圈)|点击(?:这里)?(?:下载|查看|关闭)).{0,24}"
    r"|(?:您|你)?(?:现在|当前)?(?:所在|访问)?的?位置(?:是|为)?\s*[：:].{0,80}"
    r"|(?:浏览|访问|阅读|点击|查看)(?:次数|量|数)?\s*[：:]?\s*[\[\(（]?\s*\d*\s*[\]\)）]?\s*次?"
    r"|(?:责任编辑|编辑|责编|审核|校对|录入|初审|复审|终审|值班编辑|撰稿|稿源|文章来源|信息来源|稿件来源|作者|来源)\s*[：:]\s*\S{0,30}"
    r"|.{0,120}(?:网站标识码?|ICP备|公网安备).{0,120}|版权所有.*|Copyright.*|(?:主办|承办|技术支持|维护|网站主办)(?:单位)?\s*[：:].{0,60}"
    r"|(?:上|下)一[篇条]\s*[：:].*|(?:政策|相关|文字|图文|专家)(?:解读|链接|文件|阅读|报道)\s*[：:].{0,80}"
    r"|(?:PDF|WORD|OFD|原文|全文|图片|文件|公报)?(?:版|格式)?(?:文件)?(?:查看|下载|预览)\s*[：:].{0,80}"
    r"|(?:建议|推荐)使用.{0,40}(?:浏览器|分辨率).*|.{0,40}浏览器.{0,20}不支持.*",
    re.IGNORECASE,
)
_INFO_LABEL = (
    r"(?:(?:(?:发布|发文|签发|生效|更新|上传|生成|创建|公开|来文|录入)(?:时间|日期)|时间|日期|(?:信息|文章|稿件|文件)?来源|作者|编辑|浏览|阅读|访问|点击|字体|字号|发布机构|发布单位|供稿)"
    r"(?:次数|量|数)?\s{0,9}[：:])"
)
_INFO = late(rf"(?:{_INFO_LABEL}(?:(?!{_INFO_LABEL}).){{0,60}}){{2,}}$")


_MENU_WIDTH = 14
_MARK = late(r"[，。；：！？、〔〕《》（）()\d,;:!?]")
_BULLET = late(r"[•·▪◦○●>»›]\s*\S")
_COLUMN = late(
    r"政府信息公开|政务公开|信息公开|政务服务|互动交流|政策文件|政策法规|规范性文件|政\s*策|规\s*章|走进.{2,6}|要闻动态|新闻中心"
)

_LABEL_NAME = (
    r"(?:索\s*引\s*号|主\s*题\s*(?:分类|词)|(?:信息|体裁|组配)分类|服务对象|发文(?:机构|机关|单位|字号|日期)|联合发文单位|"
    r"(?:签发|发布)(?:机构|机关|单位|日期|时间|文号)|公开(?:方式|责任部门|日期|目录)|有\s*效\s*性|效力(?:状态)?|"
    r"(?:公文)?(?:成文|生成|登记|印发|实施|生效|失效|废止|公布|施行)(?:日期|时间)|文件来源|信息来源|(?:备注/)?文\s*号|公文编号|"
    r"(?:统一|文件|登记)(?:编|登记)?号|内容概述)"
)
_VAGUE_NAME = r"(?:标\s*题|关键词|分\s*类|公文种类|(?:公文)?名\s*称)"  # heads the columns of other tables as well
_LABEL = late(rf"[\[【\s]*(?:{_LABEL_NAME}|{_VAGUE_NAME})(?:[\]】]|\s*[：:]).{{0,120}}")
_LABEL_CELL = late(rf"\s*(?:{_LABEL_NAME}\s*[：:]?|{_VAGUE_NAME}\s*[：:])\s*")


def is_label(line: str, cells: Sequence[str] = ()) -> bool:
    """「[成文日期] 2023-05-21」: what a portal says about a document above it, not the document itself.

    A row is one where labels and values take turns; a row of nothing but labels heads a table of the document.
    """
    if not cells:
        return _LABEL.fullmatch(line) is not None
    filled = [cell for cell in cells if cell]
    labels = [_LABEL_CELL.fullmatch(cell) is not None for cell in filled]
    return labels[:1] == [True] and (not all(labels) or len(filled) == 1 or filled[0].endswith(("：", ":")))


def is_furniture(line: str) -> bool:
    """Whether nothing but a portal's furniture stands in `line`."""
    line = line.strip(" \t\u3000\xa0")
    return bool(_BUTTONS.fullmatch(line) or _LINE.fullmatch(line) or _INFO.fullmatch(line))


def menu(openings: Sequence[str]) -> int:
    """How many of a text's first lines are a portal's menu.

    「发展改革委办公厅 文件」 above the title is short as well: only bullets and menu words make a menu of short lines.
    """
    run = list(takewhile(lambda line: len(line) <= _MENU_WIDTH and not _MARK.search(line), openings))
    signs = [at for at, line in enumerate(run) if _BULLET.match(line) or is_furniture(line) or _COLUMN.fullmatch(line)]
    return signs[-1] + 1 if len(signs) >= 2 else 0
