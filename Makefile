# Builds, checks and installs Lossbook. `make install PREFIX=/usr/local DESTDIR=` copies what `make` has built, so that
# root compiles nothing; `make uninstall` with the same PREFIX and DESTDIR takes it away again.

PREFIX = /usr/local
DESTDIR =
LOSSBOOK = .build/release/lossbook

BINDIR = $(DESTDIR)$(PREFIX)/bin
SHAREDIR = $(DESTDIR)$(PREFIX)/share
LESSONDIR = $(SHAREDIR)/lossbook
DOCDIR = $(SHAREDIR)/doc/lossbook
MANDIR = $(SHAREDIR)/man/man1
BASHDIR = $(SHAREDIR)/bash-completion/completions
ZSHDIR = $(SHAREDIR)/zsh/site-functions
FISHDIR = $(SHAREDIR)/fish/vendor_completions.d

PAGES = README.md CHANGELOG.md LICENSE ARCHITECTURE.md CONTRIBUTING.md

.PHONY: all check install uninstall deb clean

all:
	scripts/setup
	swift build -c release --product lossbook

check:
	.ci/run

# What the program knows of itself goes where a shell and `man` look for it.
install:
	@test -x "$(LOSSBOOK)" || { echo "$(LOSSBOOK) is not there: run make first"; exit 1; }
	install -d "$(BINDIR)" "$(LESSONDIR)/lessons/data" "$(DOCDIR)/docs" "$(MANDIR)" "$(BASHDIR)" "$(ZSHDIR)" "$(FISHDIR)"
	install -m 755 "$(LOSSBOOK)" "$(BINDIR)/lossbook"
	install -m 644 lessons/*.md "$(LESSONDIR)/lessons"
	install -m 644 lessons/data/* "$(LESSONDIR)/lessons/data"
	install -m 644 $(PAGES) "$(DOCDIR)"
	install -m 644 docs/*.md "$(DOCDIR)/docs"
	"$(LOSSBOOK)" manual > "$(MANDIR)/lossbook.1"
	"$(LOSSBOOK)" --generate-completion-script bash > "$(BASHDIR)/lossbook"
	"$(LOSSBOOK)" --generate-completion-script zsh > "$(ZSHDIR)/_lossbook"
	"$(LOSSBOOK)" --generate-completion-script fish > "$(FISHDIR)/lossbook.fish"
	chmod 644 "$(MANDIR)/lossbook.1" "$(BASHDIR)/lossbook" "$(ZSHDIR)/_lossbook" "$(FISHDIR)/lossbook.fish"

uninstall:
	rm -rf "$(LESSONDIR)" "$(DOCDIR)"
	rm -f "$(BINDIR)/lossbook" "$(MANDIR)/lossbook.1" "$(BASHDIR)/lossbook" "$(ZSHDIR)/_lossbook" "$(FISHDIR)/lossbook.fish"

deb:
	scripts/package-debian "$(LOSSBOOK)"

clean:
	swift package clean
