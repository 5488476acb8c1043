"""The model file: writing, reading back, reference outputs."""

import hashlib
import json
import struct
from dataclasses import dataclass

import numpy as np
import torch

from . import claims, reader
from .lexicon import Lexicon
from .model import ARC, EPS, FLAT_HEADS, HEADS, HIDDEN, INTERMEDIATE, LAYERS, POSITIONS, REL, Model
from .text import SHAPES

MAGIC = b"KGBMODEL"
VERSION = 1
ALIGN = 64
LIMIT = 30_000_000  # bytes that the file may have
_TYPES = {"i8": "i1", "f32": "<f4", "u8": "u1"}
_LINEAR_HEADS = [f"head.{n}" for n in FLAT_HEADS] + ["arc.dep", "arc.head", "rel.dep", "rel.head"]
_HEAD_WEIGHTS = {n + ".weight" for n in _LINEAR_HEADS}


@dataclass
class Stored:
    """A tensor as it stands in the file; an i8 one has a scale for each row."""

    name: str
    kind: str
    numbers: np.ndarray
    scale: np.ndarray = None

    def values(self):
        """Returns what the numbers mean."""
        return self.numbers if self.scale is None else self.numbers.astype(np.float32) * self.scale[..., None]


def tensors(model, vocabulary, lexicon):
    """Returns the (name, kind, array) list of a model; kind i8 means one scale a row."""
    out = []
    add, linear, layers = _adders(out)
    e = model.encoder
    entries, lemmas = lexicon.blob()
    add("vocab", np.frombuffer("\n".join(vocabulary).encode(), np.uint8), "u8")
    add("lexicon.entries", np.frombuffer(entries, np.uint8), "u8")
    add("lexicon.lemmas", np.frombuffer(lemmas, np.uint8), "u8")
    add("emb.word", e.word.weight, "i8")
    add("emb.position", e.position.weight)
    add("emb.shape", e.shape.weight)
    linear("emb.norm", e.norm)
    layers("layer.", e.layers)
    for name in FLAT_HEADS:
        linear("head." + name, model.flat[name], "i8")
    linear("arc.dep", model.arc_dep, "i8")
    linear("arc.head", model.arc_head, "i8")
    add("arc.u", model.arc_u)
    add("arc.head_bias", model.arc_head_bias)
    add("arc.root", model.root)
    linear("rel.dep", model.rel_dep, "i8")
    linear("rel.head", model.rel_head, "i8")
    add("rel.u", model.rel_u)
    add("rel.w", model.rel_w)
    add("rel.bias", model.rel_bias)
    return out


def reader_tensors(net):
    """Returns the (name, kind, array) list of a reader."""
    out = []
    add, linear, layers = _adders(out)
    layers("reader.layer.", net.layers)
    add("reader.speaker", net.speaker)
    linear("reader.proj", net.proj, "i8")
    for name in ("rel1", "rel2", "dist"):
        add("reader." + name, getattr(net, name).weight)
    linear("reader.mid", net.mid)
    linear("reader.out", net.out)
    return out


def _adders(out):
    """Returns functions that append a tensor, a linear layer and transformer layers to a list."""

    def add(name, value, kind="f32"):
        out.append((name, kind, value.detach().float().numpy() if torch.is_tensor(value) else value))

    def linear(name, module, kind="f32"):
        add(name + ".weight", module.weight, kind)
        add(name + ".bias", module.bias)

    def layers(prefix, modules):
        for i, layer in enumerate(modules):
            p = f"{prefix}{i}."
            for part in "qkvo":
                linear(p + "attn." + part, getattr(layer, part), "i8")
            linear(p + "attn.norm", layer.attn_norm)
            linear(p + "ffn.in", layer.ffn_in, "i8")
            linear(p + "ffn.out", layer.ffn_out, "i8")
            linear(p + "ffn.norm", layer.ffn_norm)

    return add, linear, layers


def stored(name, kind, a):
    """Returns a tensor as the file holds it.

    The largest number of an i8 row becomes 127 or -127; halves are rounded to even.
    """
    if kind != "i8":
        return Stored(name, kind, a)
    top = np.abs(a).max(-1, keepdims=True)
    numbers = np.rint(a.astype(np.float64) * 127 / np.where(top == 0, 1, top)).astype(np.int8)
    return Stored(name, kind, numbers, (top / np.float32(127))[..., 0])


def write(path, model, vocabulary, lexicon, labels, about):
    """Writes the model file of a language model without a reader; about holds name, version, created, scores, data."""
    config = {"layers": LAYERS, "hidden": HIDDEN, "heads": HEADS, "intermediate": INTERMEDIATE,
              "positions": POSITIONS, "shapes": SHAPES, "arc": ARC, "rel": REL, "layer_norm_eps": EPS}
    header = dict(about, config=config, labels=labels)
    return write_stored(path, header, [stored(*t) for t in tensors(model, vocabulary, lexicon)])


def add_reader(source, path, net, relations, about):
    """Writes the model file at source anew, with a reader in the place of any that it has.

    Everything else stays as it is, but for the heads of files that have them as
    f32; about holds what changes in the header. Returns the size in bytes.
    """
    header, tensor_list = read_stored(source)
    kept = [t for t in tensor_list if not t.name.startswith("reader.")]
    kept = [stored(t.name, "i8", t.numbers) if t.kind == "f32" and t.name in _HEAD_WEIGHTS else t for t in kept]
    header.update(about)
    header["config"]["reader"] = {"from": reader.FROM, "layers": len(net.layers), "hidden": reader.WIDTH,
                                  "mid": reader.MID, "least": reader.LEAST}
    header["labels"].update(predicate=claims.PREDICATES, symmetric=sorted(claims.SYMMETRIC), reader_rel=relations)
    size = write_stored(path, header, kept + [stored(*t) for t in reader_tensors(net)])
    if size > LIMIT:
        raise ValueError(f"{path}: {size} bytes are more than {LIMIT}")
    return size


def write_stored(path, header, tensor_list):
    """Writes a model file of a header and its tensors; returns the size in bytes."""
    data, entries = bytearray(), []

    def put(raw):
        data.extend(b"\0" * (-len(data) % ALIGN))
        at = len(data)
        data.extend(raw)
        return at

    for t in tensor_list:
        entry = {"name": t.name, "dtype": t.kind, "shape": list(t.numbers.shape),
                 "offset": put(np.ascontiguousarray(t.numbers, _TYPES[t.kind]).tobytes())}
        if t.scale is not None:
            entry["scale_offset"] = put(np.ascontiguousarray(t.scale, "<f4").tobytes())
        entries.append(entry)
    text = json.dumps(dict(header, tensors=entries), ensure_ascii=False, separators=(",", ":")).encode()
    head = MAGIC + struct.pack("<II", VERSION, len(text)) + text
    head += b"\0" * (-len(head) % ALIGN)
    blob = head + bytes(data)
    blob += b"\0" * (-len(blob) % ALIGN)
    with open(path, "wb") as f:
        f.write(blob)
        f.write(hashlib.sha256(blob).digest())
    return len(blob) + 32


def read_stored(path):
    """Reads a model file back: header and tensors as they stand in it. Raises ValueError when it is damaged."""
    with open(path, "rb") as f:
        blob = f.read()
    if blob[:8] != MAGIC or hashlib.sha256(blob[:-32]).digest() != blob[-32:]:
        raise ValueError(f"{path}: not an intact model file")
    version, length = struct.unpack_from("<II", blob, 8)
    if version != VERSION:
        raise ValueError(f"{path}: format version {version}, want {VERSION}")
    header = json.loads(blob[16:16 + length])
    base = 16 + length + (-(16 + length) % ALIGN)
    out = []
    for t in header["tensors"]:
        count, shape = int(np.prod(t["shape"])), t["shape"]
        numbers = np.frombuffer(blob, _TYPES[t["dtype"]], count, base + t["offset"]).reshape(shape)
        scale = None
        if t["dtype"] == "i8":
            scale = np.frombuffer(blob, "<f4", count // shape[-1], base + t["scale_offset"]).reshape(shape[:-1])
        out.append(Stored(t["name"], t["dtype"], numbers, scale))
    return header, out


def read(path):
    """Reads a model file back: header and a dict of arrays. Raises ValueError when it is damaged."""
    header, tensor_list = read_stored(path)
    return header, {t.name: t.values() for t in tensor_list}


def _fill(tensor_list, arrays):
    """Copies arrays into the tensors of a network, which the list shares its memory with."""
    with torch.no_grad():
        for name, kind, a in tensor_list:
            if kind != "u8":
                torch.from_numpy(a).copy_(torch.from_numpy(np.array(arrays[name])))


def load(path):
    """Returns header, model (switched to int8), vocabulary and lexicon of a model file."""
    header, arrays = read(path)
    vocabulary = bytes(arrays["vocab"]).decode().split("\n")
    lexicon = Lexicon.parse(bytes(arrays["lexicon.entries"]), bytes(arrays["lexicon.lemmas"]))
    model = Model(len(vocabulary), header["labels"])
    _fill(tensors(model, vocabulary, lexicon), arrays)
    model.quantise(True)
    return header, model, vocabulary, lexicon


def load_reader(path, encoder):
    """Returns the reader (switched to int8) of a model file, which must have one, on the file's encoder."""
    header, arrays = read(path)
    net = reader.Reader.on(encoder, len(header["labels"]["reader_rel"]))
    _fill(reader_tensors(net), arrays)
    net.quantise(True)
    return net.eval()
