#!/usr/bin/env python3
"""Writes synthetic reports for the benchmarks, composed from the project's own paragraphs.

  make_reports.py FOLDER [--count 1000] [--bytes 15000] [--seed 1] [--docx]

The same arguments write the same bytes. Standard library only.
"""
import argparse
import os
import random
import sys

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'e2e'))
from make_docx import make_docx  # noqa: E402

DATA = os.path.join(HERE, '..', 'accuracy', 'paragraphs.tsv')
SECTIONS = [
    ('measures', '一、{Y}年推进法治政府建设的主要举措和成效'),
    ('first_responsible', '二、党政主要负责人履行推进法治建设第一责任人职责情况'),
    ('shortfalls', '三、存在的不足和原因'),
    ('next_plan', '四、{Y+1}年推进法治政府建设的主要安排'),
]
COUNTING = '一二三四五六七八九十'


def paragraphs():
    by_slot = {}
    with open(DATA, encoding='utf8') as file:
        for line in file:
            if line.startswith('#') or '\t' not in line:
                continue
            slot, text = line.rstrip('\n').split('\t', 1)
            by_slot.setdefault(slot, []).append(text)
    return by_slot


def compose(rng, texts, size, town, year):
    fill = lambda s: (s.replace('{Y+1}', str(year + 1)).replace('{Y}', str(year)).replace('{town}', town)
                      .replace('{county}', '望岑县'))
    lines = [f'{town}人民政府{year}年法治政府建设年度报告', '']
    share = {'measures': 0.6, 'first_responsible': 0.14, 'shortfalls': 0.12, 'next_plan': 0.14}
    for slot, heading in SECTIONS:
        lines.append(fill(heading))
        written = number = 0
        while written < size * share[slot]:
            text = fill(rng.choice(texts[slot]))
            if slot == 'measures' and number < 10:
                text = f'（{COUNTING[number]}）' + text
            number += 1
            written += len(text.encode())
            lines.append(text)
    lines += [f'{town}人民政府', f'{year + 1}年1月{rng.randint(5, 28)}日', '']
    return '\n'.join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('folder')
    parser.add_argument('--count', type=int, default=1000)
    parser.add_argument('--bytes', type=int, default=15000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--docx', action='store_true', help='as .docx with styles and numbers counted by Word')
    args = parser.parse_args()
    rng = random.Random(args.seed)
    texts = paragraphs()
    os.makedirs(args.folder, exist_ok=True)
    for i in range(args.count):
        town = rng.choice('云柳石枫荻竹苇鹿松梧') + rng.choice('陂栎湾墩渡坳坝榉鸣岸') + rng.choice(['镇', '乡'])
        text = compose(rng, texts, args.bytes, town, rng.randint(2021, 2025))
        name, content = f'{i:05}.txt', text.encode('utf-8')
        if args.docx:
            name, content = f'{i:05}.docx', make_docx(text.rstrip('\n').split('\n'), 'numbered_styles')
        with open(os.path.join(args.folder, name), 'wb') as file:
            file.write(content)


if __name__ == '__main__':
    main()
