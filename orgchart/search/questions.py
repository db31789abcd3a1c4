"""Questions in words, and what they ask about: no database, only grammar."""

import re
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, pairwise

from orgchart.search.plain import HAN, plain

LONGEST = 100
# A comparison has no more sides than three; more joints than this are no names.
MOST_SIDES = 3
MOST_JOINTS = 3


class Kind(Enum):
    """What a question wants to know."""

    WHO = "who"
    DIFFERENCE = "difference"
    PARTNERS = "partners"
    DUTIES = "duties"


@dataclass(frozen=True)
class Question:
    """What is asked about: a subject, perhaps in other words, or groups of names.

    One of the groups is meant.

    "市场和销售部和营销部" may be cut at either 和; who knows the names decides.
    """

    kind: Kind
    subjects: tuple[str, ...] = ()
    named: tuple[tuple[str, ...], ...] = ()


WHO = "(?:谁|哪个部门|哪些部门|什么部门|哪个岗位|哪些岗位|什么岗位|哪个中心|什么人|哪个人)"
LEADS = "(?:负责|主管|分管|主责|牵头|承担|管理|管|做)"
HELPS = "(?:配合|协作|合作|对接|沟通|协调)"
MUST = "(?:需要|应该|应当|时|要|该|应|得)*"
DIFFERENT = "(?:区别|不同|差别|差异|不一样)"
DOES = "(?:做|干|负责|管)"
WHAT = "(?:什么|啥|嘛|哪些)"
DUTY = "(?:职责|职能|工作内容)"
CHINESE = (
    (Kind.PARTNERS, f"(.+?){MUST}(?:找|跟|和|与|同){WHO}(?:来|去)?{HELPS}"),
    (Kind.PARTNERS, f"{MUST}(?:找|跟|和|与|同){WHO}{HELPS}(.+)"),
    (Kind.PARTNERS, f"{WHO}(?:来|要|该)?(?:配合|协助|支持)(.+)"),
    (Kind.PARTNERS, f"(.+?)(?:需要|要|由)?{WHO}(?:来)?(?:配合|协助|支持)"),
    (Kind.DIFFERENCE, f"(.+?)(?:之间)?的?(?:有|是)?(?:什么|啥|哪些|何)?的?{DIFFERENT}"),
    (Kind.DIFFERENCE, f"(.+?)(?:之间)?的?{DIFFERENT}(?:是什么|有哪些|在哪里|在哪儿|在哪)"),
    (Kind.DIFFERENCE, "(.+?)(?:怎么|如何)区分"),
    (Kind.DIFFERENCE, "(?:对比|比较)(?:一下)?(.+)"),
    (Kind.DIFFERENCE, f"(.*[{HAN}]vs[{HAN}].*)"),
    (Kind.WHO, f"(?:由|是|该|应该)?{WHO}(?:来|在|去|该|应该)?{LEADS}(.+)"),
    (Kind.WHO, f"负责(.+?)的?(?:人|部门|岗位)?是{WHO}"),
    (Kind.WHO, f"(.+?)的?(?:负责人|责任人|主责部门|责任部门)是{WHO}"),
    (Kind.WHO, f"{WHO}是(.+?)的?(?:负责人|责任人|主责部门)"),
    (Kind.WHO, f"(.+?)(?:是|由|归|该|应该|应|要|找)*{WHO}(?:来|在)?{LEADS}"),
    (Kind.WHO, f"(.+?){MUST}找{WHO}"),
    (
        Kind.DUTIES,
        f"(.+?)(?:主要|具体|都)*(?:是|要|应该)?(?:主要|具体)?{DOES}{WHAT}(?:工作|事情|事)?",
    ),
    (Kind.DUTIES, f"(.+?)(?:有|的)?(?:主要)?(?:有)?{WHAT}的?{DUTY}"),
    (Kind.DUTIES, f"(.+?)的?(?:主要)?{DUTY}(?:是|有|包括){WHAT}"),
    (Kind.DUTIES, f"(.+?)的(?:主要)?{DUTY}"),
    (Kind.DUTIES, "(.+?)是(?:一个)?什么样?的?(?:部门|岗位)"),
)
ENGLISH = (
    (
        Kind.PARTNERS,
        r"whom? (?:works|to work|cooperates|collaborates)(?: with| whom| together)* on (.+)",
    ),
    (Kind.PARTNERS, r"who (?:supports|helps with|helps) (.+)"),
    (Kind.DIFFERENCE, r"(?:what is |what's |whats )?(?:the )?differences? between (.+)"),
    (Kind.DIFFERENCE, r"how (?:does|do|is|are) (.+? (?:differ|different) from .+)"),
    (Kind.DIFFERENCE, r"compare (.+)"),
    (Kind.DIFFERENCE, r"(.+? (?:vs|versus)\.? .+)"),
    (Kind.WHO, r"who (?:is|are) (?:responsible for|in charge of|accountable for) (.+)"),
    (Kind.WHO, r"who (?:leads|owns|does|handles|manages|runs) (.+)"),
    (Kind.DUTIES, r"what (?:does|do|should) (.+?)(?: actually)? do"),
    (Kind.DUTIES, r"what (?:is|are) (.+?) (?:responsible for|in charge of)"),
    (Kind.DUTIES, r"what are the (?:duties|responsibilities|tasks) of (.+)"),
)
JOINED = re.compile("和|与|跟|同|及|[、，,]|vs")
JOINED_IN_ENGLISH = re.compile(r",? (?:and|with|to|vs\.?|versus|(?:differ|different) from) |, ")
QUOTES = "“”‘’\"'「」『』"
OPENING = re.compile(f"^[{QUOTES}]*(?:请问|我想知道|想知道|想问)?[，,]?")
CLOSING = re.compile(rf"[?？。.!！\s呢呀啊吗{QUOTES}]+$")
ARTICLE = re.compile(r"\b(?:the|a) ")
WORK = re.compile("(?:的)?(?:工作|事情|事|的)$")
# Records often leave this out.
ACTIVITY = re.compile("(?:的)?活动$")


def read_question(text: str) -> Question | None:
    """Return what the text asks, or None where it is no question that can be read."""
    english = CLOSING.sub("", " ".join(text.casefold().split())).lstrip(QUOTES)
    chinese = OPENING.sub("", CLOSING.sub("", plain(text))).removesuffix("的")
    if len(english) > LONGEST:
        return None
    for kind, pattern in CHINESE:
        found = re.fullmatch(pattern, chinese)
        if found and (question := asked(kind, found[1], JOINED)):
            return question
    for kind, pattern in ENGLISH:
        found = re.fullmatch(pattern, english)
        if found and (question := asked(kind, ARTICLE.sub("", found[1]), JOINED_IN_ENGLISH)):
            return question
    return None


def asked(kind: Kind, about: str, joined: re.Pattern[str]) -> Question | None:
    if kind is Kind.DIFFERENCE:
        named = groups(about, joined)
        return Question(kind, named=named) if named else None
    subject = WORK.sub("", about).strip()
    if not subject:
        return None
    if kind is Kind.DUTIES:
        return Question(kind, subjects=(subject,), named=((subject,),))
    subjects = dict.fromkeys((subject, ACTIVITY.sub("", subject)))
    return Question(kind, subjects=tuple(filter(None, subjects)))


def groups(about: str, joined: re.Pattern[str]) -> tuple[tuple[str, ...], ...]:
    """Return every way to cut the text into two or three names."""
    joints = list(joined.finditer(about))
    if len(joints) > MOST_JOINTS:
        return ()
    cuts = [cut for number in range(1, MOST_SIDES) for cut in combinations(joints, number)]
    found = (names_between(about, cut) for cut in cuts)
    return tuple(names for names in found if all(names))


def names_between(about: str, cut: tuple[re.Match[str], ...]) -> tuple[str, ...]:
    edges = [0, *(edge for joint in cut for edge in joint.span()), len(about)]
    return tuple(about[start:end].strip() for start, end in list(pairwise(edges))[::2])
