"""What belongs to a person: their accounts on several messengers, and everything kept about them.

One person, one voice, on however many messengers; whoever wants to be forgotten is. No rule of groups stands here.
"""
