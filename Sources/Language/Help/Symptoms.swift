/// What a learner sees on the screen and asks about in words of their own. They are found by `help WORDS` and stand on
/// no page.
extension Confusion {
  static let symptoms: [Confusion] = [
    Confusion(
      trouble: "The loss does not fall.",
      remedy:
        "Try steps ten times as long and ten times as short. Then see whether labels, output layer and loss "
        + "belong together, and whether a gradient arrives: `why` says where it stops.",
      code: ["sweep lr in [0.001, 0.01, 0.1] on circles loss=bce epochs=20 n=100"],
      words: "stuck flat stays plateau constant not decreasing learning improving converging training stalls"),
    Confusion(
      trouble: "The loss explodes.",
      remedy:
        "The steps are too long: each goes beyond the minimum and lands higher up. Divide lr by 10, standardise "
        + "inputs and targets, or take a loss with a bounded gradient, such as huber.",
      code: ["f(w) = (w - 3)^2; w = 0", "for i in 1..20 { w = w - 1.1 * grad(f(w), w) }", "w"],
      words: "diverges grows huge rises blows up nan infinite unstable goes up increasing"),
    Confusion(
      trouble: "Accuracy stays low although the loss falls.",
      remedy:
        "`confusion` shows which class is missed. Without a hidden layer a network cannot bend; classes that overlap "
        + "set a limit; labels in another form than the loss wants look like learning and are none.",
      code: ["run1 = train circles loss=bce hidden=[] n=200 epochs=20", "confusion run1"],
      words: "poor bad small 50 percent half chance guessing wrong predictions"),
    Confusion(
      trouble: "The loss is negative.",
      remedy:
        "A mean of squares or of -log(p) cannot be. The negative logarithm of a density can, since densities go above "
        + "1; so can cosine_similarity, kl of rows that do not sum to 1, and a formula that lacks a sign.",
      code: ["gaussian_nll([1], [1], [0.001])", "cosine_similarity([[1, 2]], [[2, 4]])"],
      words: "below zero less than 0 minus sign"),
    Confusion(
      trouble: "The test loss rises while the training loss falls.",
      remedy:
        "The network learns its rows by heart. Stop in time with patience=, take fewer units or more rows, and compare "
        + "runs at the epoch where the test loss is lowest.",
      code: ["run1 = train circles loss=bce n=60 patience=10"],
      words:
        "overfit overfitting generalise generalize memorise memorize gap validation too many epochs early stopping"
    ),
    Confusion(
      trouble: "The gradient is 0.",
      remedy:
        "Something is flat there: hinge beyond its margin, relu below 0, a saturated sigmoid under mse, a clipped "
        + "probability, a comparison. `why` names it. A loss from logits does not saturate.",
      code: ["z = -20", "grad(mse(1, sigmoid(z)), z)", "grad(bce(1, z, from_logits=true), z)"],
      words: "zero vanishing vanish dead neuron relu saturated no gradient flat small"),
    Confusion(
      trouble: "The shapes do not fit.",
      remedy:
        "Each prediction meets one label. shape(x) says what there is, flatten makes a vector of a column, and "
        + "cce wants one-hot rows where sparse_cce wants an index for each.",
      code: ["y = [1, 0]; p = [[0.2], [0.7]]", "shape(p)", "bce(y, flatten(p))"],
      words: "shape mismatch dimension size broadcast incompatible error column"),
    Confusion(
      trouble: "One class has many more rows than the others.",
      remedy:
        "Who always says the frequent class looks accurate. Give the rare one more weight, or take a focal loss, and "
        + "look at `confusion` and not at accuracy alone.",
      code: [
        "bce([1, 0, 0, 0], [0.3, 0.2, 0.1, 0.2], class_weights=[1, 3])",
        "binary_focal([1, 0, 0, 0], [0.3, 0.2, 0.1, 0.2])",
      ], words: "imbalance imbalanced unbalanced skewed rare frequent minority majority class weights"),
    Confusion(
      trouble: "A few outliers rule the loss.",
      remedy:
        "Squared, an error of 10 counts as much as a hundred errors of 1. mae and huber let it count 10; msle is for "
        + "targets that differ by orders of magnitude.",
      code: ["y = [1, 2, 3, 100]; p = [1, 2, 3, 4]", "mse(y, p)", "mae(y, p)", "huber(y, p)"],
      words: "outlier robust extreme large errors dominate spike"),
    Confusion(
      trouble: "The loss jumps up and down from epoch to epoch.",
      remedy:
        "Few rows in a batch make each step a guess, and long steps overshoot. Take a larger batch= or a smaller lr=, "
        + "and judge by the mean of several epochs or seeds.",
      code: ["train circles loss=bce n=200 batch=4 lr=0.1 epochs=30"],
      words: "noisy noise zigzag oscillates fluctuates unstable jitter wobbles spiky"),
    Confusion(
      trouble: "All predictions are the same.",
      remedy:
        "Only the output's bias has learned anything: it sits at the mean of the targets under mse, at their median "
        + "under mae. Standardise the inputs, shorten the steps, give hidden units.",
      code: ["f(c) = mse([1, 2, 9], [c, c, c]); c = 0", "m = minimize f(c) over c", "m.c"],
      words: "constant identical always predicts one class collapse mean baseline"),
    Confusion(
      trouble: "The loss is exactly 0.",
      remedy:
        "Under hinge that is no wonder: beyond the margin nothing costs. Elsewhere see whether the labels themselves "
        + "went in as predictions, or the target is among the features.",
      code: ["p = [2, -3]", "hinge([1, -1], p)", "grad(hinge([1, -1], p), p)"],
      words: "zero perfect suspicious leak too good accuracy 1"),
  ]
}
