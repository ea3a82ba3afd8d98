"""The kinds of books: files on disk, new files and books in memory."""
