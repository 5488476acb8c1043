"""The model file: writing, reading back, reference outputs."""

import hashlib
import json
import struct

import numpy as np
import torch

from .lexicon import Lexicon
from .model import ARC, EPS, FLAT_HEADS, HEADS, HIDDEN, INTERMEDIATE, LAYERS, POSITIONS, REL, Model
from .text import SHAPES

MAGIC = b"KGBMODEL"
VERSION = 1
ALIGN = 64


def tensors(model, vocabulary, lexicon):
    """Returns the (name, kind, array) list of a model; kind i8 means one scale a row."""
    out = []

    def add(name, value, kind="f32"):
        out.append((name, kind, value.detach().float().numpy() if torch.is_tensor(value) else value))

    def linear(name, module, kind="f32"):
        add(name + ".weight", module.weight, kind)
        add(name + ".bias", module.bias)

    e = model.encoder
    entries, lemmas = lexicon.blob()
    add("vocab", np.frombuffer("\n".join(vocabulary).encode(), np.uint8), "u8")
    add("lexicon.entries", np.frombuffer(entries, np.uint8), "u8")
    add("lexicon.lemmas", np.frombuffer(lemmas, np.uint8), "u8")
    add("emb.word", e.word.weight, "i8")
    add("emb.position", e.position.weight)
    add("emb.shape", e.shape.weight)
    linear("emb.norm", e.norm)
    for i, layer in enumerate(e.layers):
        p = f"layer.{i}."
        for part in "qkvo":
            linear(p + "attn." + part, getattr(layer, part), "i8")
        linear(p + "attn.norm", layer.attn_norm)
        linear(p + "ffn.in", layer.ffn_in, "i8")
        linear(p + "ffn.out", layer.ffn_out, "i8")
        linear(p + "ffn.norm", layer.ffn_norm)
    for name in FLAT_HEADS:
        linear("head." + name, model.flat[name])
    linear("arc.dep", model.arc_dep)
    linear("arc.head", model.arc_head)
    add("arc.u", model.arc_u)
    add("arc.head_bias", model.arc_head_bias)
    add("arc.root", model.root)
    linear("rel.dep", model.rel_dep)
    linear("rel.head", model.rel_head)
    add("rel.u", model.rel_u)
    add("rel.w", model.rel_w)
    add("rel.bias", model.rel_bias)
    return out


def _rows_int8(a):
    scale = np.maximum(np.abs(a).max(-1, keepdims=True) / np.float32(127), np.float32(1e-10)).astype(np.float32)
    q = np.clip(np.rint(a / scale), -127, 127).astype(np.int8)
    return q, scale[..., 0]


def write(path, model, vocabulary, lexicon, labels, about):
    """Writes the model file; about holds name, version, created, scores, data."""
    data, entries = bytearray(), []

    def put(raw):
        data.extend(b"\0" * (-len(data) % ALIGN))
        at = len(data)
        data.extend(raw)
        return at

    for name, kind, a in tensors(model, vocabulary, lexicon):
        entry = {"name": name, "dtype": kind, "shape": list(a.shape)}
        if kind == "i8":
            q, scale = _rows_int8(a)
            entry["offset"], entry["scale_offset"] = put(q.tobytes()), put(scale.astype("<f4").tobytes())
        else:
            entry["offset"] = put(a.tobytes() if kind == "u8" else np.ascontiguousarray(a, "<f4").tobytes())
        entries.append(entry)
    config = {"layers": LAYERS, "hidden": HIDDEN, "heads": HEADS, "intermediate": INTERMEDIATE,
              "positions": POSITIONS, "shapes": SHAPES, "arc": ARC, "rel": REL, "layer_norm_eps": EPS}
    header = dict(about, config=config, labels=labels, tensors=entries)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    head = MAGIC + struct.pack("<II", VERSION, len(text)) + text
    head += b"\0" * (-len(head) % ALIGN)
    blob = head + bytes(data)
    blob += b"\0" * (-len(blob) % ALIGN)
    with open(path, "wb") as f:
        f.write(blob)
        f.write(hashlib.sha256(blob).digest())
    return len(blob) + 32


def read(path):
    """Reads a model file back: header and a dict of float32 arrays. Raises ValueError when it is damaged."""
    with open(path, "rb") as f:
        blob = f.read()
    if blob[:8] != MAGIC or hashlib.sha256(blob[:-32]).digest() != blob[-32:]:
        raise ValueError(f"{path}: not an intact model file")
    version, length = struct.unpack_from("<II", blob, 8)
    if version != VERSION:
        raise ValueError(f"{path}: format version {version}, want {VERSION}")
    header = json.loads(blob[16:16 + length])
    base = 16 + length + (-(16 + length) % ALIGN)
    arrays = {}
    for t in header["tensors"]:
        count = int(np.prod(t["shape"]))
        kind = {"i8": "i1", "f32": "<f4", "u8": "u1"}[t["dtype"]]
        a = np.frombuffer(blob, kind, count, base + t["offset"]).reshape(t["shape"])
        if t["dtype"] == "i8":
            scale = np.frombuffer(blob, "<f4", count // t["shape"][-1], base + t["scale_offset"])
            a = a.astype(np.float32) * scale.reshape(t["shape"][:-1] + [1])
        arrays[t["name"]] = a
    return header, arrays


def load(path):
    """Returns header, model (switched to int8), vocabulary and lexicon of a model file."""
    header, arrays = read(path)
    vocabulary = bytes(arrays["vocab"]).decode().split("\n")
    lexicon = Lexicon.parse(bytes(arrays["lexicon.entries"]), bytes(arrays["lexicon.lemmas"]))
    model = Model(len(vocabulary), header["labels"])
    with torch.no_grad():
        for name, kind, a in tensors(model, vocabulary, lexicon):
            if kind != "u8":
                torch.from_numpy(a).copy_(torch.from_numpy(np.array(arrays[name])))
    model.quantise(True)
    return header, model, vocabulary, lexicon
