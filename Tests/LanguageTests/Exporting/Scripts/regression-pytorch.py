# Exported by Lossbook: mine on regression, for PyTorch.
#
#   python regression-pytorch.py
#   torchrun --nproc_per_node=2 regression-pytorch.py  # two processes share every batch
#
# Lossbook's run with seed 1 had, in its best epoch, 5:
#
#                  train        test
#   loss          0.4347      0.2279
#   mse            5.044      0.6862
#
# The rows are the same. Initial weights and batches come from another generator, so
# the script ends where another seed might. It computes with 32-bit floats, as is
# usual, and Lossbook with 64: beside the seed that makes no difference.

import copy
import math
import os
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from sklearn.datasets import make_regression
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

SEED = 1
EPOCHS = 5
BATCH_SIZE = 32
PATIENCE = 2

# torchrun tells each process who it is; alone, a process is the first of one.
WORLD_SIZE = int(os.environ.get("WORLD_SIZE", 1))
RANK = int(os.environ.get("RANK", 0))
LOCAL_RANK = int(os.environ.get("LOCAL_RANK", 0))
DEVICE = torch.device(f"cuda:{LOCAL_RANK}" if torch.cuda.is_available() else "cpu")


def load_data():
    """Features and labels: the training rows, and the test rows."""
    x, y = make_regression(
        n_samples=1000, n_features=20, n_informative=10, noise=0.1, random_state=1
    )
    x = StandardScaler().fit_transform(x)
    y = StandardScaler().fit_transform(y.reshape(-1, 1)).ravel()
    # 25 training targets are moved by 10 standard deviations, up or down.
    random = np.random.RandomState(1)
    moved = random.permutation(500)[:25]
    direction = np.where(random.random_sample(25) < 0.5, -1, 1)
    y[moved] += direction * 10 * y[:500].std()
    x = torch.tensor(x, dtype=torch.float32, device=DEVICE)
    y = torch.tensor(y, dtype=torch.float32, device=DEVICE)
    return (x[:500], y[:500]), (x[500:], y[500:])


def build_model():
    model = nn.Sequential(
        nn.Linear(20, 25),
        nn.ReLU(),
        nn.Linear(25, 1),
        nn.Flatten(0),  # one number a row, without a second axis
    )
    *hidden, output = [layer for layer in model if isinstance(layer, nn.Linear)]
    for layer in hidden:
        std = math.sqrt(2 / layer.in_features) / 0.8796  # the cut takes the rest
        nn.init.trunc_normal_(layer.weight, std=std, a=-2 * std, b=2 * std)
    nn.init.xavier_uniform_(output.weight)
    for layer in [*hidden, output]:
        nn.init.zeros_(layer.bias)
    return model.to(DEVICE)


d = 0.5


def h(x, k):
    return torch.where(torch.abs(x) < k, x**2 / 2, k * (torch.abs(x) - k / 2))


def mine(y, p):
    return torch.mean(h(y - p, d))


def criterion(outputs, y):
    # Under torchrun a process has its share of a batch, and the gradients are averaged:
    # that is the gradient of the batch where the loss is a mean over rows.
    return mine(y, outputs)


def mse(outputs, y):
    return (outputs - y).square().mean()


@torch.no_grad()
def evaluate(model, x, y):
    """Over a whole half; every process has all rows and the same weights."""
    outputs = model(x)
    return criterion(outputs, y).item(), mse(outputs, y).item()


def main():
    if WORLD_SIZE > 1:
        dist.init_process_group("nccl" if DEVICE.type == "cuda" else "gloo")
    torch.manual_seed(SEED)
    train, test = load_data()
    model = build_model()
    # Each process takes every WORLD_SIZE-th row and its share of a batch: all shares
    # together are the batch that one process alone would take.
    rows = TensorDataset(*train)
    sampler = DistributedSampler(rows, WORLD_SIZE, RANK, shuffle=True, seed=SEED)
    loader = DataLoader(rows, max(BATCH_SIZE // WORLD_SIZE, 1), sampler=sampler)
    # Averages the gradients of all processes.
    parallel = DistributedDataParallel(model) if WORLD_SIZE > 1 else model
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, eps=1e-7)

    history = {name: [] for name in ["loss", "mse", "val_loss", "val_mse"]}
    best_epoch, best_loss, best_weights = 0, float("inf"), None
    for epoch in range(EPOCHS):
        sampler.set_epoch(epoch)
        for x, y in loader:
            optimizer.zero_grad()
            criterion(parallel(x), y).backward()
            optimizer.step()
        results = evaluate(model, *train) + evaluate(model, *test)
        for values, result in zip(history.values(), results):
            values.append(result)
        if history["val_loss"][-1] < best_loss:
            best_epoch, best_loss = epoch, history["val_loss"][-1]
            best_weights = copy.deepcopy(model.state_dict())
        # The first process decides, so that all stop together.
        stop = torch.tensor(float(epoch - best_epoch >= PATIENCE), device=DEVICE)
        if WORLD_SIZE > 1:
            dist.broadcast(stop, src=0)
        if stop:
            break
    if best_weights is not None:
        model.load_state_dict(best_weights)

    if RANK == 0:
        report(history)
    if WORLD_SIZE > 1:
        dist.destroy_process_group()


def report(history):
    """Prints the numbers at the end, and draws the curves if it can."""
    print(f"{'':12}{'train':>12}{'test':>12}")
    # The weights are those of the best epoch.
    last = int(np.argmin(history["val_loss"]))
    for name in ["loss", "mse"]:
        train, test = history[name][last], history["val_" + name][last]
        print(f"{name:12}{train:12.4g}{test:12.4g}")
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        return
    figure, panels = plt.subplots(1, 2, figsize=(10, 4), squeeze=False)
    for panel, name in zip(panels[0], ["loss", "mse"]):
        panel.plot(history[name], label="train")
        panel.plot(history["val_" + name], label="test", linestyle="--")
        panel.set(title=name, xlabel="epoch")
        panel.legend()
    figure.savefig(Path(__file__).with_suffix(".png"))


if __name__ == "__main__":
    main()
