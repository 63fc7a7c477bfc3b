"""The port between the house and every messenger: events in, messages out, what a chat can show.

Plain values and protocols only. No messenger library, no SQL and no rule of the house ever enters here.
"""
