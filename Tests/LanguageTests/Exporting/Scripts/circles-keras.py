# Exported by Lossbook: bce on circles, for Keras 3.
#
# KERAS_BACKEND=jax (or torch, tensorflow) chooses what Keras computes with.
#
# Lossbook's run with seed 1 had, after 5 epochs:
#
#                  train        test
#   loss          0.6556      0.6684
#   accuracy       0.632       0.572
#
# The rows are the same. Initial weights and batches come from another generator, so
# the script ends where another seed might. It computes with 32-bit floats, as is
# usual, and Lossbook with 64: beside the seed that makes no difference.

from pathlib import Path

import keras
from keras import ops
from sklearn.datasets import make_circles

SEED = 1
EPOCHS = 5
BATCH_SIZE = 32


def load_data():
    """Features and labels: the training rows, and the test rows."""
    x, y = make_circles(n_samples=1000, noise=0.1, random_state=1, factor=0.8)
    x, y = x.astype("float32"), y.astype("float32").reshape(-1, 1)
    return (x[:500], y[:500]), (x[500:], y[500:])


def build_model():
    layers = [
        keras.Input(shape=(2,)),
        keras.layers.Dense(50, activation="relu", kernel_initializer="he_uniform"),
        keras.layers.Dense(1),  # logits
    ]
    return keras.Sequential(layers)


def accuracy(y_true, y_pred):
    """The share of rows on the right side of 0."""
    return ops.cast(ops.equal(y_pred > 0, y_true > 0.5), "float32")


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
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=[accuracy],
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
    for name in ["loss", "accuracy"]:
        train, test = history[name][last], history["val_" + name][last]
        print(f"{name:12}{train:12.4g}{test:12.4g}")
    try:
        import matplotlib.pyplot as plt
    except ImportError:
        return
    figure, panels = plt.subplots(1, 2, figsize=(10, 4), squeeze=False)
    for panel, name in zip(panels[0], ["loss", "accuracy"]):
        panel.plot(history[name], label="train")
        panel.plot(history["val_" + name], label="test", linestyle="--")
        panel.set(title=name, xlabel="epoch")
        panel.legend()
    figure.savefig(Path(__file__).with_suffix(".png"))


if __name__ == "__main__":
    main()
