"""Use cases: what one command, one tap, one answer or one timer does. One file each.

Rules come from the pure packages, words from the texts; SQL, sockets and messenger libraries never enter here.
"""
