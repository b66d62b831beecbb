extension Confusion {
  static let all: [Confusion] = [
    Confusion(
      trouble: "Softmax is taken twice.",
      remedy:
        "If the network ends in softmax and the loss applies it too, the loss falls slowly and never "
        + "to 0. Take it once, in the network or in the loss.",
      code: ["z = [[2, 0, -1]]", "cce([[1, 0, 0]], softmax(z))", "cce([[1, 0, 0]], z, from_logits=true)"]),
    Confusion(
      trouble: "Does this loss want logits or probabilities?",
      remedy:
        "A logit is any number, a probability lies between 0 and 1. Losses here take probabilities "
        + "unless they are told otherwise.",
      code: ["bce([1, 0], sigmoid([2.5, -1]))", "bce([1, 0], [2.5, -1], from_logits=true)"]),
    Confusion(
      trouble: "Class indices and one-hot rows are mixed up, and the shapes do not fit.",
      remedy:
        "sparse_cce takes one index for each row, cce takes a row of 0s with a single 1.",
      code: ["sparse_cce([2], [[0.1, 0.2, 0.7]])", "cce(one_hot([2], 3), [[0.1, 0.2, 0.7]])"]),
    Confusion(
      trouble: "The wrong kind of labels gives a wrong number instead of an error.",
      remedy:
        "Some libraries stretch indices over the classes without a word. Lossbook refuses them; "
        + "argmax and one_hot lead from one kind to the other.",
      code: ["argmax([[0, 1, 0], [1, 0, 0]], axis=1)", "one_hot([1, 0], 3)"]),
    Confusion(
      trouble: "\"Sparse\" is taken to mean rare classes.",
      remedy:
        "It only says that labels are written as indices. Rare classes get a larger weight.",
      code: ["cce([[1, 0], [0, 1]], [[0.6, 0.4], [0.3, 0.7]], class_weights=[1, 5])"]),
    Confusion(
      trouble: "Labels that start at 1, letters, or -1 are taken for class indices.",
      remedy:
        "With 3 classes they are 0, 1 and 2.",
      code: ["labels = [1, 3]", "sparse_cce(labels - 1, [[0.7, 0.2, 0.1], [0.1, 0.2, 0.7]])"]),
    Confusion(
      trouble: "Are labels whole numbers or fractions?",
      remedy:
        "An index says which class it is; a row of probabilities says how much of each, and cce takes "
        + "it as it takes one-hot rows.",
      code: ["cce([[0.1, 0.9]], [[0.2, 0.8]])", "sparse_cce([1], [[0.2, 0.8]])"]),
    Confusion(
      trouble: "A vector meets a column, and n differences become n times n.",
      remedy:
        "The mean over all of them looks like a loss and is none. Look at the shapes, and make a "
        + "vector of the column.",
      code: ["y = [1, 2, 3]; p = [[1], [2], [4]]", "shape(y - p)", "mse(y, flatten(p))"]),
    Confusion(
      trouble: "Which argument of KL is the truth?",
      remedy:
        "The first one here, as in Keras; the two orders give different numbers. PyTorch takes the "
        + "prediction first, and its logarithm.",
      code: ["p = [0.1, 0.4, 0.5]; q = [0.8, 0.15, 0.05]", "kl(p, q)", "kl(q, p)"]),
    Confusion(
      trouble: "KL comes out too small by the number of classes.",
      remedy:
        "A mean over all elements is not the mean over rows that the formula means; PyTorch calls the "
        + "latter batchmean. Lossbook sums each row.",
      code: ["kl([[0.5, 0.5], [0.1, 0.9]], [[0.4, 0.6], [0.2, 0.8]], reduction=\"none\")"]),
    Confusion(
      trouble: "KL is negative.",
      remedy:
        "Then one of the rows does not sum to 1: with two distributions it cannot be.",
      code: ["q = [0.5, 0.4, 0.3]", "kl([0.2, 0.3, 0.5], q / sum(q))"]),
    Confusion(
      trouble: "Hinge gets labels 0 and 1.",
      remedy:
        "A label of 0 costs 1 whatever is predicted, so that nothing is learned from it. The two "
        + "classes are -1 and +1.",
      code: ["y = [0, 1]", "hinge(2 * y - 1, [-0.4, 0.8])"]),
    Confusion(
      trouble: "Keras's hinge differs from the one computed by hand.",
      remedy:
        "Keras quietly turns labels 0 and 1 into -1 and +1; the formula does not.",
      code: ["y = [0, 1]; p = [0.3, 0.6]", "mean(max(0, 1 - y * p))", "hinge(2 * y - 1, p)"]),
    Confusion(
      trouble: "Accuracy is wrong with hinge and labels -1 and +1.",
      remedy:
        "Such outputs are cut at 0 and not at 0.5: what counts is whether the signs agree.",
      code: ["y = [-1, 1, 1]; p = [-0.3, 0.2, -0.1]", "mean((p > 0) == (y > 0))"]),
    Confusion(
      trouble: "Is a loss a mean, a sum, or one number for each sample?",
      remedy:
        "reduction= says it; the mean is the default.",
      code: ["mse([1, 2], [1, 4], reduction=\"sum\")", "mse([1, 2], [1, 4], reduction=\"none\")"]),
    Confusion(
      trouble: "The loss changes with the batch size.",
      remedy:
        "A sum grows with the batch, and the mean of batch means counts a small last batch too much.",
      code: ["mean([mse([0, 0, 0], [1, 1, 1]), mse([0], [3])])", "mse([0, 0, 0, 0], [1, 1, 1, 3])"]),
    Confusion(
      trouble: "The loss is NaN or infinite.",
      remedy:
        "Somewhere the logarithm of 0 was taken, and `why` names the term. Give logits, or clip as "
        + "Keras does; an epsilon of 1e-10 does nothing in single precision, where 1 - 1e-10 is 1.",
      code: ["bce([1, 0], [-800, 3], from_logits=true)", "bce([1, 0], [0, 0.2], epsilon=1e-7)"]),
    Confusion(
      trouble: "Two libraries give different numbers for the same input.",
      remedy:
        "They clip, reduce or scale differently; `conventions` sets them side by side.",
      code: ["conventions bce([1, 0, 1], [0.9, 0.2, 0])"]),
    Confusion(
      trouble: "Clipping hides a missing sigmoid.",
      remedy:
        "Raw outputs are cut off at 0 and 1 and pass for probabilities, with no gradient beyond. "
        + "Without clipping, as here, they are an error.",
      code: ["z = [3.2, -1.5]", "bce([1, 0], sigmoid(z))"]),
    Confusion(
      trouble: "MSLE gets negative numbers.",
      remedy:
        "log(1 + x) has no value below -1 and little meaning below 0. MSLE is for targets such as "
        + "prices; standardised targets go to mse or huber.",
      code: ["msle([1, 300], [2, 250])", "huber([-1.2, 0.4], [-1, 0.1])"]),
    Confusion(
      trouble: "The test loss rises while accuracy rises too; should they not add up to 100?",
      remedy:
        "Accuracy asks which side of the threshold, the loss how sure: one confident mistake costs "
        + "more than several right answers earn.",
      code: ["bce([1, 1, 1], [0.6, 0.6, 0.4])", "bce([1, 1, 1], [0.6, 0.6, 0.001])"]),
    Confusion(
      trouble: "Binary cross-entropy on many classes shows too high an accuracy.",
      remedy:
        "Every 0 of a one-hot row counts as a right answer. Compare the largest elements.",
      code: [
        "y = [[1, 0, 0], [0, 1, 0]]; p = [[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]]",
        "mean((p > 0.5) == y)",
        "mean(argmax(p, axis=1) == argmax(y, axis=1))",
      ]),
    Confusion(
      trouble: "Is a loss of 0.69, 1.10 or 2.30 good?",
      remedy:
        "It is the logarithm of 2, 3 or 10: what guessing gives among so many classes, in nats. In "
        + "bits guessing between two costs 1.",
      code: ["log([2, 3, 10])", "bce([1, 0], [0.5, 0.5])", "entropy([0.5, 0.5], units=\"bits\")"]),
    Confusion(
      trouble: "A gradient check fails.",
      remedy:
        "In single precision differences are too coarse, and at a kink, such as abs at 0, the two "
        + "sides have two slopes. Check elsewhere, in double precision.",
      code: ["f(w) = abs(w)^3; w = 0.5; h = 1e-5", "grad(f(w), w)", "(f(w + h) - f(w - h)) / (2 * h)"]),
  ]
}
