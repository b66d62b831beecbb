# Exported by Lossbook: quantile on rents, for Keras 3.
#
# KERAS_BACKEND=jax (or torch, tensorflow) chooses what Keras computes with.
#
# Lossbook's run with seed 1 had, after 2 epochs:
#
#                  train        test
#   loss           0.398      0.2119
#   mse            2.414       5.284
#
# The rows are the same. Initial weights and batches come from another generator, so
# the script ends where another seed might. It computes with 32-bit floats, as is
# usual, and Lossbook with 64: beside the seed that makes no difference.

import csv
from pathlib import Path

import keras
import numpy as np
from keras import ops
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

SEED = 1
EPOCHS = 2
BATCH_SIZE = 32

# Where each feature stands in a line; with a text, it is 1 where that text stands.
FEATURES = [
    (0, None),  # size
    (1, "north"),  # district
    (1, 'so"uth'),  # district
    (1, "south"),  # district
]
TARGET = 2  # rent
MISSING = {"", "na", "n/a", "nan", "null", "none", "?"}


def feature(cell, text):
    """A cell as a number: its own, or whether it holds the text."""
    if cell.lower() in MISSING:
        return np.nan
    return float(cell) if text is None else float(cell == text)


def load_data():
    """Features and labels: the training rows, and the test rows."""
    with open("rents.csv", newline="", encoding="utf-8-sig") as file:
        rows = [[cell.strip() for cell in row] for row in csv.reader(file) if row]
    del rows[0]  # the names of the columns
    rows = [row for row in rows if row[TARGET].lower() not in MISSING]
    x = np.array([[feature(row[i], text) for i, text in FEATURES] for row in rows])
    y = np.array([float(row[TARGET]) for row in rows])
    x[:, [1, 2, 3]] = np.nan_to_num(x[:, [1, 2, 3]])  # a missing text is none of them
    x_train, x_test, y_train, y_test = train_test_split(
        x, y, train_size=3, random_state=1
    )
    x, y = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])
    means = np.nanmean(x[:3], axis=0)  # what the training rows have
    x = np.where(np.isnan(x), means, x)
    # The test rows are scaled by what the training rows have.
    x = StandardScaler().fit(x[:3]).transform(x)
    y = y.reshape(-1, 1)
    y = StandardScaler().fit(y[:3]).transform(y).ravel()
    x, y = x.astype("float32"), y.astype("float32").reshape(-1, 1)
    return (x[:3], y[:3]), (x[3:], y[3:])


def build_model():
    layers = [
        keras.Input(shape=(4,)),
        keras.layers.Dense(50, activation="relu", kernel_initializer="he_uniform"),
        keras.layers.Dense(1),
    ]
    return keras.Sequential(layers)


def quantile(y_true, y_pred):
    # Keras has no such loss.
    error = y_true - y_pred
    return ops.maximum(0.9 * error, (0.9 - 1) * error)


class WholeHalves(keras.callbacks.Callback):
    """Measures the whole training half, as validation does the other."""

    def __init__(self, x, y):
        super().__init__()
        self.x, self.y = x, y

    def on_epoch_end(self, epoch, logs=None):
        results = self.model.evaluate(
            self.x, self.y, batch_size=len(self.x), return_dict=True, verbose=0
        )
        logs.update(results)


def main():
    keras.utils.set_random_seed(SEED)
    train, test = load_data()
    model = build_model()
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=0.01, momentum=0.9),
        loss=quantile,
        metrics=[keras.metrics.MeanSquaredError(name="mse")],
    )
    callbacks = [WholeHalves(*train)]
    history = model.fit(
        *train,
        batch_size=BATCH_SIZE,
        epochs=EPOCHS,
        validation_data=test,
        validation_batch_size=len(test[0]),
        callbacks=callbacks,
        verbose=0,
    ).history
    report(history)


def report(history):
    """Prints the numbers at the end, and draws the curves if it can."""
    print(f"{'':12}{'train':>12}{'test':>12}")
    last = -1
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
