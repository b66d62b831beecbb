#ifndef LOSSBOOK_CEDITLINE_H
#define LOSSBOOK_CEDITLINE_H

// Swift cannot call variadic C functions, and `el_set`, `el_get` and `history` are variadic: each use of them
// has a wrapper here. The functions are `static inline` so that the module stays headers only.

#include <histedit.h>
#include <stdint.h>
#include <wchar.h>

// POSIX has it; glibc declares it for _XOPEN_SOURCE only, which a Swift import does not define.
extern int wcwidth(wchar_t character);

typedef char *(*lossbook_prompt_function)(EditLine *);
typedef unsigned char (*lossbook_key_function)(EditLine *, int);
typedef int (*lossbook_read_function)(EditLine *, wchar_t *);

static inline int lossbook_set_prompt(EditLine *el, lossbook_prompt_function prompt, char literal_mark) {
  return el_set(el, EL_PROMPT_ESC, prompt, (int)literal_mark);
}

static inline int lossbook_set_editor(EditLine *el, const char *mode) {
  return el_set(el, EL_EDITOR, mode);
}

static inline int lossbook_set_signals(EditLine *el, int handled_by_libedit) {
  return el_set(el, EL_SIGNAL, handled_by_libedit);
}

static inline int lossbook_set_client(EditLine *el, void *client) {
  return el_set(el, EL_CLIENTDATA, client);
}

static inline void *lossbook_client(EditLine *el) {
  void *client = NULL;
  return el_get(el, EL_CLIENTDATA, &client) == 0 ? client : NULL;
}

static inline int lossbook_set_reader(EditLine *el, lossbook_read_function reader) {
  return el_set(el, EL_GETCFN, reader);
}

static inline int lossbook_add_function(
    EditLine *el, const char *name, const char *help, lossbook_key_function function) {
  return el_set(el, EL_ADDFN, name, help, function);
}

static inline int lossbook_bind(EditLine *el, const char *key, const char *command) {
  return el_set(el, EL_BIND, key, command, NULL);
}

// The alternative key map is the command mode of vi.
static inline int lossbook_bind_alternative(EditLine *el, const char *key, const char *command) {
  return el_set(el, EL_BIND, "-a", key, command, NULL);
}

// `mode` is "-d" for the terminal while a line is edited, "-x" for the terminal between lines.
static inline int lossbook_set_terminal_flag(EditLine *el, const char *mode, const char *flag) {
  return el_set(el, EL_SETTY, mode, flag, NULL);
}

static inline int lossbook_prepare_terminal(EditLine *el, int editing) {
  return el_set(el, EL_PREP_TERM, editing);
}

static inline int lossbook_refresh(EditLine *el) {
  return el_set(el, EL_REFRESH);
}

static inline int lossbook_set_history(EditLine *el, History *h) {
  return el_set(el, EL_HIST, history, h);
}

static inline int lossbook_history_set_size(History *h, int size) {
  HistEvent event;
  return history(h, &event, H_SETSIZE, size);
}

static inline int lossbook_history_clear(History *h) {
  HistEvent event;
  return history(h, &event, H_CLEAR);
}

static inline int lossbook_history_enter(History *h, const char *entry) {
  HistEvent event;
  return history(h, &event, H_ENTER, entry);
}

#endif
