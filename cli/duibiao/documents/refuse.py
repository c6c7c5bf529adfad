"""What is said of a file that cannot be read. The codes are stable API."""

from duibiao.model.errors import UnreadableError
from duibiao.model.message import Message

_AS_DOCX = Message(
    "请用 Word 或 WPS 打开后另存为 docx，再检查一次", "open it in Word or WPS, save it as docx, try again"
)


def empty() -> UnreadableError:
    return UnreadableError(
        "empty",
        Message("文件是空的", "the file is empty"),
        Message("请确认文件已保存或下载完整", "check that it was saved or downloaded completely"),
    )


def damaged() -> UnreadableError:
    return UnreadableError(
        "damaged",
        Message("文件已损坏或不完整，无法打开", "the file is damaged or incomplete"),
        Message(
            "请重新下载，或用 Word、WPS 修复后另存为 docx",
            "download it again, or repair it in Word or WPS and save it as docx",
        ),
    )


def encrypted() -> UnreadableError:
    return UnreadableError(
        "encrypted",
        Message("文件设有打开密码", "the file is protected by a password"),
        Message(
            "请输入密码打开，去掉密码后另存，再检查一次", "open it with the password, save it without one, try again"
        ),
    )


def ofd() -> UnreadableError:
    return UnreadableError(
        "ofd",
        Message("这是 OFD 版式文件，暂不支持", "this is an OFD file, which cannot be read yet"),
        Message(
            "请用 WPS 或数科、福昕 OFD 阅读器打开，导出为 docx 或带文字层的 pdf",
            "open it in WPS or an OFD reader and export it as docx or as pdf with a text layer",
        ),
    )


def picture(name: str) -> UnreadableError:
    return UnreadableError(
        "unsupported",
        Message(f"文件内容是 {name} 图片，不是文档", f"the file is a {name} picture, not a document"),
        Message(
            "请提供原文档；只有图片时先做文字识别（OCR）",
            "use the document itself, or run text recognition (OCR) first",
        ),
    )


def archive(name: str) -> UnreadableError:
    return UnreadableError(
        "unsupported",
        Message(f"文件是 {name} 压缩包，不是文档", f"the file is a {name} archive, not a document"),
        Message("请解压后检查其中的文档", "unpack it and check the documents inside"),
    )


def other(name: str) -> UnreadableError:
    kind = f"（{name}）" if name else ""
    return UnreadableError(
        "unsupported",
        Message(f"不支持这种文件{kind}", f"files of this kind cannot be read{f' ({name})' if name else ''}"),
        _AS_DOCX,
    )


def no_permission() -> UnreadableError:
    return UnreadableError(
        "permission",
        Message("没有读取这个文件的权限", "you may not read this file"),
        Message(
            "请检查文件权限，或复制到自己的文件夹后再试", "check its permissions, or copy it to a folder of your own"
        ),
    )


def in_use() -> UnreadableError:
    return UnreadableError(
        "in-use",
        Message("另一个程序正占用这个文件", "another program keeps this file to itself"),
        Message(
            "请先在 Word、WPS 或网盘程序中关闭它，或复制一份再检查",
            "close it in Word, WPS or the program that synchronises it, or check a copy",
        ),
    )


def no_clause() -> UnreadableError:
    return UnreadableError(
        "no-clause",
        Message("没有读到任何条款，无法检查", "no clause was found, so there is nothing to check"),
        Message(
            "请确认这是方案正文，而不是封面、目录或附图；用 duibiao text 可查看读到的内容",
            "check that this is the plan itself and not a cover, a list of contents or pictures; "
            "`duibiao text` shows what was read",
        ),
    )


_LIMITS = {
    "size": Message("文件超过 {limit} MB", "the file has over {limit} MB"),
    "unpacked": Message("文件解开后超过 {limit} MB", "unpacked, the file has over {limit} MB"),
    "ratio": Message(
        "文件压缩得不正常（缩小了 {limit} 倍以上），解开后会占满内存",
        "the file is packed abnormally, over {limit} times smaller: it would fill the memory",
    ),
    "depth": Message("文件内部嵌套超过 {limit} 层", "the file nests elements over {limit} deep"),
    "pages": Message("文件有 {found} 页，超过 {limit} 页", "the file has {found} pages, over {limit}"),
    "characters": Message("文件有 {found} 字，超过 {limit} 字", "the file has {found} characters, over {limit}"),
    "cells": Message("表格有 {found} 格，超过 {limit} 格", "its tables have {found} cells, over {limit}"),
    "clauses": Message("文件有 {found} 个条款，超过 {limit} 个", "the file has {found} clauses, over {limit}"),
}


def beyond(name: str, found: int, limit: int) -> UnreadableError:
    """`name` is that of the limit, `found` what the file has of it."""
    what = _LIMITS[name]
    # the parser itself goes no deeper; all other limits can be lifted
    more = "" if name == "depth" else f"--limit {name}={max(found, 2 * limit)}"
    return UnreadableError(
        "too-large",
        Message(what.zh.format(found=found, limit=limit), what.en.format(found=found, limit=limit)),
        Message(
            "请用 Word 或 WPS 打开后另存一份，或拆成几个文件" + (f"；确需检查时可加 {more}" if more else ""),
            "open and save it again in Word or WPS, or split it" + (f"; if it must be so, add {more}" if more else ""),
        ),
    )


def scan() -> UnreadableError:
    return UnreadableError(
        "scan",
        Message("文件里只有图片，没有文字（多半是扫描件）", "the file holds pictures and no text, most likely a scan"),
        Message(
            "请向制作者索取 Word 原稿；只有扫描件时先做文字识别（OCR）并校对，再检查一次",
            "ask its author for the Word file; if there is none, run text recognition (OCR), proofread, try again",
        ),
    )


def no_unicode_map() -> UnreadableError:
    return UnreadableError(
        "no-unicode-map",
        Message(
            "页面看得清，但文字层是乱码：字体没有 Unicode 对照表，复制出来的字都不对",
            "the page looks right but its text layer is gibberish: the fonts carry no map to Unicode",
        ),
        Message(
            "请改用同一文件的网页版或 Word 版；都没有时先做文字识别（OCR）并校对，再检查一次",
            "use the web page or Word file of the same document; failing that, run OCR and proofread the result",
        ),
    )
