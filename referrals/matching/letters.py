"""From any script to plain small letters, as far as names need it: accents, look-alikes and other alphabets.

Chinese, Korean and Japanese names are read as far as the commonest characters, Hangul and kana go. Whatever is not
known stays as it is, and then matches only itself.
"""

import re
import unicodedata
from functools import lru_cache

# Latin letters that no decomposition takes apart.
LATIN = dict(zip("łøđðħıəŋ", "lodd hian".replace(" ", ""), strict=True)) | {
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĸ": "k",
}  # fmt: skip
CYRILLIC = (
    "а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i і i ї yi й y ј y к k л l љ l м m н n њ n о o п p р r с s т "
    "t ћ c ђ d у u ў u ф f х kh ц ts ч ch џ dj ш sh щ sch ъ . ы y ь . э e ю yu я ya"
)
# Written without most vowels; "dz" is what is spoken as d or as z, depending on where.
ARABIC = (
    "ا a أ a إ i آ a ٱ a ب b پ p ت t ٹ t ث th ج j چ ch ح h خ kh د d ڈ d ذ dz ر r ڑ r ڕ r ز z ژ zh س s ش sh ص s ض "
    "dz ط t ظ z ع a غ gh ف f ڤ v ق q ك k ک k گ g ل l ڵ l م m ن n ں n ه h ہ h ھ h ە e و w ۆ o ؤ w ي y ی y ى a ێ e ے "
    "e ئ y ة a ء ."
)
HEBREW = (
    "א a ב b ג g ד d ה h ו v ז z ח h ט t י y כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t"
)
# The commonest of family and given names.
HAN = (
    "王 wang 李 li 张 zhang 張 zhang 刘 liu 劉 liu 陈 chen 陳 chen 杨 yang 楊 yang 黄 huang 黃 huang 赵 zhao 吴 wu "
    "周 zhou 徐 xu 孙 sun 马 ma 朱 zhu 胡 hu 郭 guo 何 he 林 lin 高 gao 罗 luo 郑 zheng 梁 liang 谢 xie 宋 song 唐 "
    "tang 许 xu 韩 han 冯 feng 邓 deng 曹 cao 彭 peng 曾 zeng 肖 xiao 田 tian 董 dong 潘 pan 袁 yuan 蔡 cai 蒋 "
    "jiang 余 yu 叶 ye 程 cheng 苏 su 魏 wei 丁 ding 任 ren 沈 shen 姚 yao 卢 lu 姜 jiang 崔 cui 钟 zhong 谭 tan "
    "陆 lu 汪 wang 范 fan 金 jin 石 shi 廖 liao 伟 wei 芳 fang 娜 na 敏 min 静 jing 丽 li 强 qiang 磊 lei 军 jun "
    "洋 yang 勇 yong 艳 yan 杰 jie 娟 juan 涛 tao 明 ming 超 chao 霞 xia 平 ping 刚 gang 桂 gui 英 ying 华 hua 文 "
    "wen 建 jian 国 guo 志 zhi 小 xiao 晓 xiao 红 hong 玉 yu 梅 mei 浩 hao 宇 yu 轩 xuan 子 zi 欣 xin 怡 yi 佳 jia "
    "俊 jun 雨 yu 思 si 嘉 jia 天 tian 龙 long 飞 fei 鹏 peng 云 yun 春 chun 兰 lan 琳 lin 雪 xue 婷 ting 慧 hui "
    "海 hai 波 bo 辉 hui 斌 bin 健 jian 凯 kai 毅 yi 晨 chen 阳 yang"
)
# Family names whose usual spelling is not that of their syllable.
HANGUL = "이 lee 박 park 최 choi 정 jung 임 lim 유 yoo 노 noh 오 oh 우 woo 조 cho 전 jeon 선 sun"
PAIRS = " ".join((CYRILLIC, ARABIC, HEBREW, HAN, HANGUL)).split()
TABLE = LATIN | {sign: letters.strip(".") for sign, letters in zip(PAIRS[::2], PAIRS[1::2], strict=True)}

BARE = re.compile("[\u0590-\u05ff\u0600-\u06ff]")
# A character of these is a word's worth by itself.
SYLLABLES = re.compile("([\u3400-\u9fff\uac00-\ud7af])")
APOSTROPHES = re.compile("['’‘ʻʼ`´ʹ׳]")
BY_NAME = re.compile(r"(?:LETTER|SYLLABLE|VOWEL SIGN) (?:SMALL )?(?P<sound>[A-Z]+)$")
NASAL = re.compile(r"ANUSVARA|CANDRABINDU|TIPPI|BINDI$")
INDIC = ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA")
# Whose letters are called by a word that begins with their sound.
ACROPHONIC = ("GREEK", "GEORGIAN", "ARMENIAN")


def words(text: str) -> list[str]:
    """The words of a name in plain small letters; "Al-Hasan" is two, "O’Neill" one, 王小明 three."""
    return [word for word, _ in words_and_bareness(text)]


def words_and_bareness(text: str) -> list[tuple[str, bool]]:
    """Each word with whether its script leaves most vowels out."""
    spaced = SYLLABLES.sub(r" \1 ", APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).lower()))
    found = [(plain(part), bool(BARE.search(part))) for part in re.split(r"[\s\-‐‑–.,;/()_]+", spaced)]
    return [(word, bare) for word, bare in found if word]


def plain(word: str) -> str:
    """One word in plain letters and figures; invisible signs and punctuation are gone."""
    if word.isascii():
        return "".join(filter(str.isalnum, word))
    out = ""
    for sign in unicodedata.normalize("NFC", word):
        if sign in TABLE:
            out += TABLE[sign]
            continue
        whole = unicodedata.name(sign, "").startswith(("HANGUL", *INDIC))
        for part in sign if whole else unicodedata.normalize("NFKD", sign):
            sounded = TABLE[part] if part in TABLE else sound_of(part)
            # An Indic consonant carries an "a", which a vowel sign replaces and a virama takes away.
            if sounded[:1] == "-":
                out = out.removesuffix("a")
            out += sounded.lstrip("-")
    return out


@lru_cache(maxsize=2048)
def sound_of(sign: str) -> str:
    """What Unicode's own name of a character says that it sounds like; "-" first takes the "a" before it away."""
    if sign.isascii():
        return sign if sign.isalnum() else ""
    name = unicodedata.name(sign, "")
    script, indic = name.split(" ")[0], name.startswith(INDIC)
    if indic and NASAL.search(name):
        return "n"
    if indic and ("VIRAMA" in name or "AL-LAKUNA" in name):
        return "-"
    found = BY_NAME.search(name.split(" WITH ")[0].replace("LETTER FINAL ", "LETTER "))
    if not found:
        return sign if sign.isalnum() else ""
    sounded = found["sound"].lower()
    if script in ACROPHONIC:
        return re.match(r"[^aeiou]+|[aeiou]", sounded)[0]
    return "-" + sounded if indic and "VOWEL SIGN" in name else sounded
