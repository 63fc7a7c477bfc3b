"""The platform-interface model: what one group, person or platform says to another, and what may follow what.

Groups inside one installation use exactly these values; their JSON form is what another installation will speak.
So nothing here knows a messenger, a database or a clock, and nothing assumes that both sides share one.
"""
