#ifndef CFLOOR_H
#define CFLOOR_H

// What the output layer and the loss of a run are.
enum cfloor_loss {
  CFLOOR_MSE, CFLOOR_MSLE, CFLOOR_MAE,               // linear output
  CFLOOR_BCE,                                        // from the logit
  CFLOOR_HINGE, CFLOOR_SQUARED_HINGE,                // tanh output, labels -1 and +1
  CFLOOR_SOFTMAX                                     // cross-entropy from logits, one-hot labels
};

// Trains inputs -> hidden (ReLU) -> outputs by momentum SGD in batches of 32, rows in order, on the first half of
// the rows; evaluates the loss over both halves after each epoch. Returns the last training loss.
double cfloor_train(const double *x, const double *y, int rows, int inputs, int hidden, int outputs,
                    enum cfloor_loss loss, int epochs);

// How often memory has been asked for since the program began; -1 where nobody counts.
long cfloor_allocations(void);

// Processor time that this process has taken, and that its children that have ended took.
double cfloor_seconds(void);
double cfloor_child_seconds(void);

// Copies n doubles.
void cfloor_copy(double *to, const double *from, long n);

#endif
