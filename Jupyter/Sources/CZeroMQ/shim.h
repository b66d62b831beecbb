#ifndef LOSSBOOK_CZEROMQ_H
#define LOSSBOOK_CZEROMQ_H

#include <zmq.h>

#endif
