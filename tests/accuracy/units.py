"""Units that report: towns, streets, bureaus and counties, of real places and of invented ones.

The real chains are public names of divisions; what the composed reports say of them is invented. A
checker that knows the division codes can tell with them what is foreign, with the others it cannot.
"""

import datetime

REAL = [
    ("浙江省", "湖州市", "安吉县", ["孝丰镇", "天荒坪镇", "梅溪镇"], ["灵峰街道"]),
    ("安徽省", "黄山市", "歙县", ["深渡镇", "岔口镇"], []),
    ("江西省", "上饶市", "婺源县", ["江湾镇", "赋春镇"], []),
    ("湖南省", "岳阳市", "平江县", ["加义镇", "南江镇"], []),
    ("四川省", "成都市", "大邑县", ["安仁镇", "花水湾镇"], ["晋原街道"]),
    ("四川省", "乐山市", "井研县", ["马踏镇"], ["研城街道"]),
    ("河南省", "洛阳市", "栾川县", ["潭头镇", "冷水镇"], []),
    ("福建省", "泉州市", "安溪县", ["感德镇", "西坪镇"], []),
    ("福建省", "漳州市", "南靖县", ["书洋镇", "船场镇"], []),
    ("山东省", "临沂市", "沂水县", ["马站镇", "诸葛镇"], []),
    ("湖北省", "宜昌市", "秭归县", ["茅坪镇", "九畹溪镇"], []),
    ("贵州省", "遵义市", "湄潭县", ["永兴镇", "洗马镇"], []),
    ("江苏省", "徐州市", "沛县", ["敬安镇", "栖山镇"], []),
    ("甘肃省", "定西市", "陇西县", ["首阳镇"], []),
    ("陕西省", "汉中市", "洋县", ["华阳镇", "槐树关镇"], []),
    ("河北省", "保定市", "易县", ["西陵镇", "紫荆关镇"], []),
    ("山西省", "晋城市", "沁水县", ["端氏镇", "郑庄镇"], []),
    ("浙江省", "杭州市", "余杭区", ["径山镇", "黄湖镇"], ["良渚街道", "仓前街道"]),
    ("江苏省", "南京市", "江宁区", [], ["谷里街道", "湖熟街道"]),
    ("湖南省", "长沙市", "望城区", ["靖港镇", "乔口镇"], []),
]
INVENTED = [
    ("东江省", "云州市", "青岚县", ["桐溪镇", "雁滩乡", "松岭镇"], ["望湖街道"]),
    ("东江省", "云州市", "禾丰县", ["石桥镇", "柳林镇"], ["澄湖街道"]),
    ("东江省", "岚海市", "松坪区", ["清河镇", "白沙乡"], ["北苑街道"]),
]
BUREAUS = ["司法局", "水利局", "农业农村局", "市场监督管理局", "交通运输局", "民政局"]
WEEK = "一二三四五六日"
CJK = "〇一二三四五六七八九"


class Unit:
    """kind: town street bureau county. name: as the title has it; full: as it signs."""

    def __init__(self, rng, kind, real):
        chains = [c for c in (REAL if real else INVENTED) if {"town": c[3], "street": c[4]}.get(kind, True)]
        self.kind, self.real = kind, real
        chain = rng.choice(chains)
        self.province, self.city, self.county = chain[:3]
        self.villages = rng.randint(7, 16)
        seat = self.county[-1]
        up = "市委、市政府" if kind == "county" else f"{seat}委、{seat}政府"
        if kind == "town":
            self.name = rng.choice(chain[3])
            self.word, self.full = self.name[-1], self.name + "人民政府"
        elif kind == "street":
            self.name = rng.choice(chain[4])
            self.word, self.full = "街道", self.name + "办事处"
        elif kind == "bureau":
            self.name = self.county + rng.choice(BUREAUS)
            self.word, self.full = "局", self.name
        else:
            self.name, self.word, self.full = self.county, seat, self.county + "人民政府"
        self.words = {"town": self.name, "gov": self.full, "unit": self.word, "county": self.county,
                      "city": self.city, "province": self.province, "seat": seat, "up": up,
                      "V": str(self.villages), **OFFICES[kind]}
        self.words = {k: v.replace("@", self.word) for k, v in self.words.items()}


OFFICES = {
    "town": {"party": "@党委", "body": "@政府", "head": "@长", "secretary": "党委书记", "parts": "各站所"},
    "street": {"party": "街道党工委", "body": "街道办事处", "head": "办事处主任", "secretary": "党工委书记",
               "parts": "各科室"},
    "bureau": {"party": "局党组", "body": "局机关", "head": "局长", "secretary": "党组书记", "parts": "各股室"},
    "county": {"party": "@委", "body": "@政府", "head": "@长", "secretary": "@委书记", "parts": "各部门"},
}
WRONG_WORDS = {"town": ["局", "街道"], "street": ["镇", "局", "乡"], "bureau": ["镇", "街道", "乡"],
               "county": ["镇", "局", "街道"]}
ALIKE = dict("孝考 天夫 梅海 灵另 深探 岔盆 江红 赋武 加架 南楠 安按 花化 马骂 研妍 潭谭 冷令 感咸 西酉 书舒 船般 诸渚 茅矛 九几 永水 "
             "洗先 敬警 栖西 首守 华化 槐愧 紫此 端瑞 郑邓 径经 黄簧 良粮 仓苍 谷各 湖糊 靖靓 乔侨 桐同 雁燕 松宋 望忘 石右 柳抑 "
             "澄登 清青 白百 北比".split())


def misspelled(unit, rng):
    """The unit's full name, one character or its kind wrong."""
    if unit.kind == "bureau":
        bureau = unit.name[len(unit.county):]
        other = {"司法局": "司法厅", "水利局": "水务局", "农业农村局": "农业局", "市场监督管理局": "市场监管总局",
                 "交通运输局": "交通局", "民政局": "名政局"}[bureau]
        return unit.county + other
    stem = unit.name[:-len(unit.word)]
    if rng.random() < 0.4:
        word = {"镇": "乡", "乡": "镇", "街道": "镇"}[unit.word]
        return stem + word + "人民政府"
    return ALIKE.get(stem[0], "大") + stem[1:] + unit.word + unit.full[len(unit.name):]


GUIDANCE = {2018: "党的十九大和十九届二中、三中全会", 2019: "党的十九大和十九届四中全会", 2020: "党的十九届五中全会", 2021: "党的十九届六中全会",
            2022: "党的二十大", 2023: "党的二十大和二十届二中全会", 2024: "党的二十大和二十届二中、三中全会",
            2025: "党的二十大和二十届历次全会"}


def day(date):
    return f"{date.year}年{date.month}月{date.day}日"


def spelled(date):
    """二〇二五年一月十二日"""
    def small(n):
        tens, ones = divmod(n, 10)
        head = {0: "", 1: "十"}.get(tens, CJK[tens] + "十")
        return head + (CJK[ones] if ones else "")
    return "".join(CJK[int(c)] for c in str(date.year)) + f"年{small(date.month)}月{small(date.day)}日"


def weekday(year, month, of_month, shift=0):
    return WEEK[(datetime.date(year, month, of_month).weekday() + shift) % 7]


def foreign(rng, unit):
    """Places of another county, another province: none of them the unit's own."""
    others = [c for c in REAL if c[0] != unit.province and c[3]]
    chain = rng.choice(others)
    return {"far_province": chain[0], "far_city": chain[1], "far_county": chain[2], "far_town": rng.choice(chain[3])}


# ---- numbers of persons that exist by their form only --------------------------------------------
def identity(rng):
    """A citizen's number with a right check digit; those born then are no longer among us."""
    areas = ["330523", "341021", "350524", "410324", "420527", "510129"]
    body = rng.choice(areas) + f"{rng.randint(1900, 1908)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    body += f"{rng.randint(1, 999):03}"
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights)) % 11]


def mobile(rng):
    return rng.choice(["138", "139", "150", "159", "177", "186", "199"]) + "0000" + f"{rng.randint(1000, 9899)}"


def card(rng):
    body = rng.choice(["622202", "621700", "622848", "621661"]) + "000000" + f"{rng.randint(10 ** 5, 10 ** 6 - 1)}"
    total = 0
    for i, c in enumerate(reversed(body)):
        n = int(c) * (2 if i % 2 == 0 else 1)
        total += n - 9 if n > 9 else n
    return body + str(-total % 10)
