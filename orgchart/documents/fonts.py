"""The fonts of pictures and paper; they come as packages, so that every machine draws the same."""

from pathlib import Path

import manimgx_fonts
import manimgx_fonts_cjk
import pylopdf_fonts_zh_cn

# The regular weight comes from a font of its own: inside pictures, typst takes the
# wrong weight of the variable one, except for this bold.
REGULAR = "Noto Sans SC"
BOLD = "Noto Sans CJK SC"
BOLD_WEIGHT = 700

_BOLD_FILE = Path(manimgx_fonts_cjk.__path__[0]) / "NotoSansCJK-VF.otf.ttc"
_REGULAR_FILE = pylopdf_fonts_zh_cn.sans_path()
# What the two lack, emoji and scripts that are neither Chinese nor Latin, is taken from these.
_OTHERS = Path(manimgx_fonts.__path__[0])
_OTHER_FILES = sorted(_OTHERS.glob("*.ttf"))
FILES = tuple(map(str, (_BOLD_FILE, _REGULAR_FILE, *_OTHER_FILES)))
FOLDERS = tuple(map(str, (_BOLD_FILE.parent, _REGULAR_FILE.parent, _OTHERS)))
