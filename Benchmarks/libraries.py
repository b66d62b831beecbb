"""What lossbench measures of other libraries, one thread each.

Prints a line a figure: library, what was done, seconds of processor time, separated by tabs; and for a library that is
missing, its name alone. The networks are those of the nine demos on random numbers of their shapes, since time does not
depend on the values, and an epoch is what the demo has in one: steps of 32 rows over 500, and losses over both halves.
"""

import importlib
import os
import statistics
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

ROWS, HALF, BATCH = 1000, 500, 32
STEPS = -(-HALF // BATCH)
LARGE = 10_000_000
# Data set, loss, features, hidden units, outputs.
DEMOS = [("regression", loss, 20, 25, 1) for loss in ("mse", "msle", "mae")]
DEMOS += [("circles", loss, 2, 50, 1) for loss in ("bce", "hinge", "squared_hinge")]
DEMOS += [("blobs", loss, 2, 50, 3) for loss in ("cce", "sparse_cce", "kl")]


def say(library, what, seconds):
    print(library, what, f"{seconds:.9g}", sep="\t", flush=True)


def median(body, rounds):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        body()
        times.append(time.process_time() - start)
    return statistics.median(times)


def rows_of(loss, features, outputs):
    """Features and labels in the form the loss wants."""
    import numpy as np

    random = np.random.RandomState(1)
    x = random.standard_normal((ROWS, features))
    label = random.randint(0, max(outputs, 2), ROWS)
    if loss in ("mse", "mae"):
        return x, random.standard_normal((ROWS, 1))
    if loss == "msle":
        return x, random.random_sample((ROWS, 1))
    if loss == "bce":
        return x, label[:, None].astype(float)
    if "hinge" in loss:
        return x, 2.0 * label[:, None] - 1
    return x, (label if loss == "sparse_cce" else np.eye(outputs)[label])


def numpy_demos():
    """A network as one writes it by hand: a few lines of NumPy in double precision."""
    import numpy as np

    def loss_and_slope(loss, y, z):
        if loss == "mse":
            return np.mean((z - y) ** 2), 2 * (z - y)
        if loss == "mae":
            return np.mean(np.abs(z - y)), np.sign(z - y)
        if loss == "msle":
            p = np.maximum(z, 1e-7)
            d = np.log1p(p) - np.log1p(y)
            return np.mean(d**2), np.where(z > 1e-7, 2 * d / (1 + p), 0)
        if loss == "bce":
            return np.mean(np.logaddexp(0, z) - y * z), 1 / (1 + np.exp(-z)) - y
        if "hinge" in loss:
            p = np.tanh(z)
            m = np.maximum(0, 1 - y * p)
            slope = -2 * y * m if loss == "squared_hinge" else -y * (m > 0)
            return np.mean(m**2 if loss == "squared_hinge" else m), slope * (1 - p**2)
        e = np.exp(z - z.max(axis=1, keepdims=True))
        p = e / e.sum(axis=1, keepdims=True)
        if loss == "sparse_cce":
            each = np.arange(len(y))
            slope = p.copy()
            slope[each, y] -= 1
            return -np.mean(np.log(p[each, y])), slope
        with np.errstate(divide="ignore", invalid="ignore"):
            terms = y * np.log(p) if loss == "cce" else np.where(y > 0, y * np.log(p / np.maximum(y, 1e-300)), 0)
        return -terms.sum() / len(y), p - y

    for data, loss, features, hidden, outputs in DEMOS:
        x, y = rows_of(loss, features, outputs)
        random = np.random.RandomState(2)
        weights = [
            random.uniform(-0.4, 0.4, (features, hidden)), np.zeros(hidden),
            random.uniform(-0.3, 0.3, (hidden, outputs)), np.zeros(outputs),
        ]
        speeds = [np.zeros_like(w) for w in weights]

        def forward(rows):
            h = np.maximum(rows @ weights[0] + weights[1], 0)
            return h, h @ weights[2] + weights[3]

        def epoch():
            order = random.permutation(HALF)
            for start in range(0, HALF, BATCH):
                batch = order[start : start + BATCH]
                h, z = forward(x[batch])
                slope = loss_and_slope(loss, y[batch], z)[1] / len(batch)
                back = (slope @ weights[2].T) * (h > 0)
                gradients = [x[batch].T @ back, back.sum(axis=0), h.T @ slope, slope.sum(axis=0)]
                for w, v, g in zip(weights, speeds, gradients):
                    v *= 0.9
                    v -= 0.001 * g
                    w += v
            for half in (slice(0, HALF), slice(HALF, ROWS)):
                loss_and_slope(loss, y[half], forward(x[half])[1])

        epoch()
        say("NumPy", f"{data} {loss}", median(epoch, 30) / STEPS)


def numpy_losses():
    import numpy as np

    y, p, gradient = np.zeros(LARGE), np.linspace(0.05, 0.95, LARGE), np.empty(LARGE)
    y[::2] = 1

    def mse():
        d = p - y
        np.multiply(d, 2 / LARGE, out=gradient)
        return np.mean(d * d)

    def mae():
        d = p - y
        np.multiply(np.sign(d), 1 / LARGE, out=gradient)
        return np.mean(np.abs(d))

    def bce():
        np.divide(p - y, p * (1 - p) * LARGE, out=gradient)
        return -np.mean(y * np.log(p) + (1 - y) * np.log1p(-p))

    for loss in (mse, mae, bce):
        loss()
        say("NumPy", f"{loss.__name__} of 10^7", median(loss, 5))

    def small():
        y, p = np.array([1.0, 0, 1]), np.array([0.9, 0.2, 0.6])
        return -np.mean(y * np.log(p) + (1 - y) * np.log1p(-p)), (p - y) / (p * (1 - p)) / 3

    say("NumPy", "bce of 3", median(lambda: [small() for _ in range(1000)], 7) / 1000)


def numpy_script():
    """The script that lossbench gives to lossbook, as Python would have it."""
    lines = ["import numpy as np", "a, log = np.array, np.log"]
    for i in range(100_000):
        lines.append(
            f"print(np.mean((a([{i}, 2, 3]) - a([1, {i % 7}, 3.5])) ** 2))"
            if i % 2 == 0
            else f"y, p = a([1, 0]), a([0.{i % 8 + 1}, 0.3]); print(-np.mean(y * log(p) + (1 - y) * log(1 - p)))"
        )
    text = "\n".join(lines)
    standard = sys.stdout
    with open(os.devnull, "w") as nowhere:
        sys.stdout = nowhere
        try:
            taken = median(lambda: exec(compile(text, "script", "exec"), {}), 1)
        finally:
            sys.stdout = standard
    say("NumPy", "script", taken)


def measure_numpy():
    numpy_demos()
    numpy_losses()
    numpy_script()


def measure_scikit_learn():
    import warnings

    from sklearn.neural_network import MLPClassifier, MLPRegressor

    warnings.filterwarnings("ignore")
    for data, loss, features, hidden, outputs in DEMOS:
        if loss not in ("mse", "bce", "sparse_cce"):
            continue
        x, y = rows_of(loss, features, outputs)
        kind = MLPRegressor if loss == "mse" else MLPClassifier

        def train(epochs):
            kind(
                hidden_layer_sizes=(hidden,), solver="sgd", learning_rate_init=0.001, momentum=0.9,
                nesterovs_momentum=False, batch_size=BATCH, alpha=0, max_iter=epochs, tol=0, n_iter_no_change=epochs + 1,
            ).fit(x[:HALF], y[:HALF].ravel())

        train(1)
        say("scikit-learn", f"{data} {loss}", (median(lambda: train(40), 3) - median(lambda: train(1), 3)) / 39 / STEPS)


def measure_pytorch():
    import torch
    from torch.nn import functional

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    losses = {
        "mse": functional.mse_loss, "mae": functional.l1_loss,
        "msle": lambda z, y: functional.mse_loss(torch.log1p(z.clamp(min=1e-7)), torch.log1p(y)),
        "bce": functional.binary_cross_entropy_with_logits,
        "hinge": lambda z, y: torch.relu(1 - y * torch.tanh(z)).mean(),
        "squared_hinge": lambda z, y: torch.relu(1 - y * torch.tanh(z)).square().mean(),
        "cce": functional.cross_entropy, "sparse_cce": functional.cross_entropy,
        "kl": lambda z, y: functional.kl_div(functional.log_softmax(z, 1), y, reduction="batchmean"),
    }
    for data, loss, features, hidden, outputs in DEMOS:
        x, y = map(torch.as_tensor, rows_of(loss, features, outputs))
        network = torch.nn.Sequential(
            torch.nn.Linear(features, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, outputs))
        optimizer = torch.optim.SGD(network.parameters(), lr=0.001, momentum=0.9)

        def epoch():
            for batch in torch.randperm(HALF).split(BATCH):
                optimizer.zero_grad()
                losses[loss](network(x[batch]), y[batch]).backward()
                optimizer.step()
            with torch.no_grad():
                for half in (slice(0, HALF), slice(HALF, ROWS)):
                    losses[loss](network(x[half]), y[half]).item()

        epoch()
        say("PyTorch", f"{data} {loss}", median(epoch, 20) / STEPS)

    y = (torch.arange(LARGE) % 2).double()
    p = torch.linspace(0.05, 0.95, LARGE).requires_grad_()
    for name, loss in (("mse", functional.mse_loss), ("mae", functional.l1_loss), ("bce", functional.binary_cross_entropy)):

        def both():
            p.grad = None
            loss(p, y).backward()

        both()
        say("PyTorch", f"{name} of 10^7", median(both, 5))

    def small():
        p = torch.tensor([0.9, 0.2, 0.6], requires_grad=True)
        functional.binary_cross_entropy(p, torch.tensor([1.0, 0, 1])).backward()

    say("PyTorch", "bce of 3", median(lambda: [small() for _ in range(300)], 7) / 300)


def measure_keras():
    import keras

    if keras.backend.backend() == "tensorflow":
        import tensorflow

        tensorflow.config.threading.set_intra_op_parallelism_threads(1)
        tensorflow.config.threading.set_inter_op_parallelism_threads(1)
    names = {"msle": "mean_squared_logarithmic_error", "bce": "binary_crossentropy", "cce": "categorical_crossentropy",
             "sparse_cce": "sparse_categorical_crossentropy", "kl": "kl_divergence"}
    for data, loss, features, hidden, outputs in DEMOS:
        x, y = rows_of(loss, features, outputs)
        last = {"bce": "sigmoid", "hinge": "tanh", "squared_hinge": "tanh"}.get(loss, "softmax" if outputs > 1 else "linear")
        model = keras.Sequential([
            keras.Input((features,)), keras.layers.Dense(hidden, activation="relu"),
            keras.layers.Dense(outputs, activation=last)])
        model.compile(loss=names.get(loss, loss), optimizer=keras.optimizers.SGD(0.001, momentum=0.9))

        def train(epochs):
            model.fit(
                x[:HALF], y[:HALF], validation_data=(x[HALF:], y[HALF:]), epochs=epochs, batch_size=BATCH, verbose=0)

        # The first epoch compiles, and does not count.
        train(1)
        say("Keras", f"{data} {loss}", (median(lambda: train(9), 3) - median(lambda: train(1), 3)) / 8 / STEPS)


LIBRARIES = [
    ("NumPy", "numpy", measure_numpy),
    ("scikit-learn", "sklearn", measure_scikit_learn),
    ("PyTorch", "torch", measure_pytorch),
    ("Keras", "keras", measure_keras),
]

for name, module, measure in LIBRARIES:
    try:
        importlib.import_module(module)
    except ImportError:
        print(name, flush=True)
        continue
    measure()
