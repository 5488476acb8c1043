"""The network: a BERT encoder with a shape embedding and the heads on it."""

import torch
import torch.nn.functional as F
from torch import nn

from .text import SHAPES

HIDDEN, LAYERS, HEADS, INTERMEDIATE, POSITIONS = 384, 6, 12, 1536, 256
ARC, REL = 256, 64
EPS = 1e-12
FLAT_HEADS = ("xpos", "upos", "feats", "lemma", "boundary", "name", "factuality")


def row_scale(x):
    """Returns the symmetric int8 scale of each row: the largest absolute value over 127."""
    return (x.abs().amax(-1, keepdim=True) / 127.0).clamp_min(1e-10)


def quantise_rows(x):
    """Returns whole numbers -127..127 (as floats) and the scale of each row."""
    scale = row_scale(x)
    return torch.round(x / scale).clamp_(-127, 127), scale


class _Int8Linear(torch.autograd.Function):
    """x W^T with both sides rounded to int8, gradients straight through."""

    @staticmethod
    def forward(ctx, x, weight, compute):
        xq, xs = quantise_rows(x.float())
        wq, ws = quantise_rows(weight)
        xq, wq = xq.to(compute), wq.to(compute)
        ctx.save_for_backward(xq, xs, wq, ws)
        return (xq @ wq.t()).float() * xs * ws.t()

    @staticmethod
    def backward(ctx, grad):
        xq, xs, wq, ws = ctx.saved_tensors
        g = grad.to(xq.dtype)
        dx = (g * ws.t().to(g.dtype)) @ wq
        dw = (g * xs.to(g.dtype)).reshape(-1, g.shape[-1]).t() @ xq.reshape(-1, xq.shape[-1])
        return dx.float(), dw.float(), None


class Dropout(nn.Module):
    """Dropout that draws eight decisions from one random number; p is rounded to 256ths."""

    def __init__(self, p):
        super().__init__()
        self.limit = round(p * 256)

    def forward(self, x):
        if not self.training or not self.limit:
            return x
        draws = torch.randint(-2 ** 63, 2 ** 63 - 1, ((x.numel() + 7) // 8,))
        keep = (draws.view(torch.uint8)[:x.numel()] >= self.limit).view(x.shape)
        return x * (keep.to(x.dtype) * (256 / (256 - self.limit)))


class Linear(nn.Linear):
    """A linear layer that can run as it will at run time, in int8."""

    quantised = False

    def forward(self, x):
        if not self.quantised:
            return super().forward(x)
        compute = torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32
        with torch.autocast("cpu", enabled=False):
            return _Int8Linear.apply(x, self.weight, compute) + self.bias


class Layer(nn.Module):
    """One transformer layer, normalised after each residual sum."""

    def __init__(self, dropout):
        super().__init__()
        self.q, self.k, self.v, self.o = (Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.attn_norm = nn.LayerNorm(HIDDEN, eps=EPS)
        self.ffn_in = Linear(HIDDEN, INTERMEDIATE)
        self.ffn_out = Linear(INTERMEDIATE, HIDDEN)
        self.ffn_norm = nn.LayerNorm(HIDDEN, eps=EPS)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        b, n, _ = x.shape

        def heads(t):
            return t.view(b, n, HEADS, HIDDEN // HEADS).transpose(1, 2)

        # Written out: for windows this short faster on a CPU, backward too, than the fused kernel.
        scores = heads(self.q(x) * (HIDDEN // HEADS) ** -0.5) @ heads(self.k(x)).transpose(2, 3)
        a = F.softmax((scores + mask).float(), -1).to(scores.dtype) @ heads(self.v(x))
        a = self.o(a.transpose(1, 2).reshape(b, n, HIDDEN))
        x = self.attn_norm(x + self.dropout(a))
        f = self.ffn_out(F.gelu(self.ffn_in(x)))
        return self.ffn_norm(x + self.dropout(f))


def attention_mask(mask):
    """Returns what is added to attention scores [B,1,1,N]; mask [B,N] is true where a piece stands."""
    kind = torch.bfloat16 if torch.is_autocast_enabled("cpu") else torch.float32
    return torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :].to(kind)


def pool(states, batch):
    """Returns word vectors [B,W,384], the means of their pieces' states, zero where a row has no word."""
    b, w = batch["word_mask"].shape
    sums = states.new_zeros(b * (w + 1), HIDDEN)
    sums.index_add_(0, batch["piece_word"].reshape(-1), states.reshape(-1, HIDDEN))
    return sums.view(b, w + 1, HIDDEN)[:, :w] / batch["piece_count"].clamp_min(1)[..., None]


class Encoder(nn.Module):
    """Pieces and shapes to hidden states."""

    quantised = False

    def __init__(self, vocabulary, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(POSITIONS, HIDDEN)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=EPS)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)

    def forward(self, pieces, shapes, mask, layers=LAYERS):
        """pieces, shapes [B,N]; mask [B,N] true where a piece stands; layers: how many of them to run."""
        word = self.word(pieces)
        if self.quantised:
            with torch.no_grad():
                q, scale = quantise_rows(word)
                rounding = q * scale - word
            word = word + rounding
        positions = self.position.weight[:pieces.shape[1]]
        x = self.dropout(self.norm(word + positions + self.shape(shapes)))
        attend = attention_mask(mask)
        for layer in self.layers[:layers]:
            x = layer(x, attend)
        return x


class Model(nn.Module):
    """Encoder and all heads. Word vectors are the means of their pieces' states."""

    def __init__(self, vocabulary, labels, dropout=0.1, head_dropout=0.2):
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        sizes = {n: len(labels[n]) for n in ("xpos", "upos", "feats", "lemma", "name")}
        sizes.update(boundary=2, factuality=1)
        self.flat = nn.ModuleDict({n: nn.Linear(HIDDEN, sizes[n]) for n in FLAT_HEADS})
        self.arc_dep, self.arc_head = nn.Linear(HIDDEN, ARC), nn.Linear(HIDDEN, ARC)
        self.arc_u = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_head_bias = nn.Parameter(torch.zeros(ARC))
        self.root = nn.Parameter(torch.randn(HIDDEN) * 0.5)
        self.rel_dep, self.rel_head = nn.Linear(HIDDEN, REL), nn.Linear(HIDDEN, REL)
        relations = len(labels["rel"])
        self.rel_u = nn.Parameter(torch.zeros(relations, REL, REL))
        self.rel_w = nn.Parameter(torch.zeros(relations, 2 * REL))
        self.rel_bias = nn.Parameter(torch.zeros(relations))
        nn.init.normal_(self.arc_u, std=ARC ** -0.75)
        nn.init.normal_(self.rel_u, std=REL ** -1.0)
        nn.init.normal_(self.rel_w, std=(2 * REL) ** -0.5)
        self.dropout = Dropout(dropout)
        self.head_dropout = Dropout(head_dropout)

    def quantise(self, on=True):
        """Switches the int8 rounding of the encoder's matrices and embeddings."""
        self.encoder.quantised = on
        for m in self.modules():
            if isinstance(m, Linear):
                m.quantised = on

    def words(self, batch):
        """Returns the word vectors of a batch, see pool."""
        states = self.encoder(batch["pieces"], batch["shapes"], batch["piece_mask"])
        return pool(states.float(), batch)

    def arcs(self, x, batch):
        """Returns arc scores [B,W,W+1]: head 0 is the root, other sentences are -inf."""
        root = self.root.expand(x.shape[0], 1, HIDDEN)
        heads = torch.cat([root, x], 1)
        dep = self.head_dropout(F.relu(self.arc_dep(x)))
        head = self.head_dropout(F.relu(self.arc_head(heads)))
        scores = (dep @ self.arc_u) @ head.transpose(1, 2) + (head @ self.arc_head_bias)[:, None, :]
        sentence = batch["sentence"]
        same = (sentence[:, :, None] == sentence[:, None, :]) & batch["word_mask"][:, None, :]
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        return scores.float().masked_fill(~allowed, -1e9)

    def relations(self, dep_vectors, head_vectors):
        """Returns relation scores [M,R] for M pairs of word vectors."""
        dep = self.head_dropout(F.relu(self.rel_dep(dep_vectors)))
        head = self.head_dropout(F.relu(self.rel_head(head_vectors)))
        r = self.rel_u.shape[0]
        left = (dep @ self.rel_u.transpose(0, 1).reshape(REL, r * REL)).view(-1, r, REL)
        bilinear = (left @ head[:, :, None]).squeeze(-1)
        return (bilinear + torch.cat([dep, head], 1) @ self.rel_w.t() + self.rel_bias).float()

    def head_vectors(self, x, heads):
        """Gathers the vectors of heads [B,W] (0 the root) from x [B,W,384]."""
        b, w, _ = x.shape
        table = torch.cat([self.root.expand(b, 1, HIDDEN), x], 1)
        return table.gather(1, heads[..., None].expand(b, w, HIDDEN))


def load_base(model, path):
    """Loads MiniLM's weights into the encoder; the type row is folded into the positions."""
    from safetensors.torch import load_file
    state = load_file(path)
    state = {k.removeprefix("bert."): v.float() for k, v in state.items()}
    e = model.encoder
    with torch.no_grad():
        e.word.weight.copy_(state["embeddings.word_embeddings.weight"])
        e.position.weight.copy_(state["embeddings.position_embeddings.weight"][:POSITIONS]
                                + state["embeddings.token_type_embeddings.weight"][0])
        _copy(e.norm, state, "embeddings.LayerNorm")
        for i, layer in enumerate(e.layers):
            p = f"encoder.layer.{i}."
            _copy(layer.q, state, p + "attention.self.query")
            _copy(layer.k, state, p + "attention.self.key")
            _copy(layer.v, state, p + "attention.self.value")
            _copy(layer.o, state, p + "attention.output.dense")
            _copy(layer.attn_norm, state, p + "attention.output.LayerNorm")
            _copy(layer.ffn_in, state, p + "intermediate.dense")
            _copy(layer.ffn_out, state, p + "output.dense")
            _copy(layer.ffn_norm, state, p + "output.LayerNorm")


def _copy(module, state, name):
    module.weight.copy_(state[name + ".weight"])
    module.bias.copy_(state[name + ".bias"])
