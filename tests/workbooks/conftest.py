"""Tests on other projects' workbooks are collected only where the corpus is at hand."""

from workbooks.corpus_files import corpus_files

collect_ignore = [] if corpus_files() else ["test_corpus_files.py"]
