"""The network of the reader: a branch of the encoder that finds the claims of pairs of words."""

import copy

import torch
import torch.nn.functional as F
from torch import nn

from .claims import NONE
from .model import HIDDEN, Dropout, Linear, attention_mask, pool
from .pairs import DISTANCES

FROM = 4  # layers of the encoder below the branch
WIDTH, MID = 256, 96
LEAST = 0.2  # the probability from which the program gives a reading


class Reader(nn.Module):
    """Layers of its own on the encoder's states, then scores of pairs of words."""

    def __init__(self, layers, relations, dropout=0.25):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.speaker = nn.Parameter(torch.randn(HIDDEN) * 0.5)
        self.proj = Linear(HIDDEN, 4 * WIDTH)
        self.rel1, self.rel2 = nn.Embedding(relations + 1, WIDTH), nn.Embedding(relations + 1, WIDTH)
        self.dist = nn.Embedding(DISTANCES, WIDTH)
        for e in (self.rel1, self.rel2, self.dist):
            nn.init.normal_(e.weight, std=0.1)
        self.mid = nn.Linear(WIDTH, MID)
        self.out = nn.Linear(WIDTH + MID, NONE + 1)
        self.drop = nn.Dropout(dropout)

    @classmethod
    def on(cls, encoder, relations, dropout=0.25, layer_dropout=0.1):
        """Returns a reader whose layers start as copies of the encoder's upper ones."""
        layers = [copy.deepcopy(layer) for layer in encoder.layers[FROM:]]
        for layer in layers:
            layer.dropout = Dropout(layer_dropout)
        reader = cls(layers, relations, dropout)
        for p in reader.parameters():
            p.requires_grad_(True)
        return reader

    def quantise(self, on=True):
        """Switches the int8 rounding of the layers and the projection."""
        for m in self.modules():
            if isinstance(m, Linear):
                m.quantised = on

    def words(self, states, batch):
        """Returns word vectors [B,W+1,384] from the encoder's states; the first of a row is the speaker's."""
        attend = attention_mask(batch["piece_mask"])
        for layer in self.layers:
            states = layer(states, attend)
        vectors = pool(states.float(), batch)
        return torch.cat([self.speaker.expand(len(vectors), 1, HIDDEN), vectors], 1)

    def forward(self, vectors, pairs):
        """Returns the scores [P,predicates and none] of the pairs of a batch, see reader_windows.join."""
        sections = self.proj(self.drop(vectors)).float().reshape(-1, 4 * WIDTH).split(WIDTH, 1)
        subject, target, meet, path = sections
        x = subject[pairs["subject"]] + target[pairs["object"]] + meet[pairs["meet"]]
        x = x + self.rel1(pairs["relation1"]) + self.rel2(pairs["relation2"]) + self.dist(pairs["distance"])
        x = x.index_add(0, pairs["path_pair"], path[pairs["path_word"]] * pairs["path_share"][:, None])
        x = self.drop(F.relu(x))
        return self.out(torch.cat([x, F.relu(self.mid(x))], 1))


@torch.no_grad()
def states(encoder, batch):
    """Returns the encoder's states that the reader starts from."""
    return encoder(batch["pieces"], batch["shapes"], batch["piece_mask"], layers=FROM)


def loss(scores, pairs, words):
    """Minus the log of the summed probability of what is right, over all pairs, by the number of words."""
    log = torch.log_softmax(scores, -1)
    right = log[pairs["claimed"]].masked_fill(~pairs["right"], -1e9)
    return -(log[pairs["empty"], NONE].sum() + torch.logsumexp(right, -1).sum()) / max(1, words)
