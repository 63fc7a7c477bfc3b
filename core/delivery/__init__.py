"""What is due becomes messages: waits, repeats, gives up.

It takes deeds out of the outbox and has messengers do them, and lets timers ring. No rule, no SQL and no
messenger library ever enters here.
"""
