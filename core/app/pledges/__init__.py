"""Pledges: "I do it if enough others do". Names stay hidden until then, and forever if it never comes."""
