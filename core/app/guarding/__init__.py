"""What keeps the service fit for people when someone misuses it: a chat takes a card away, a person reports it, and
whoever keeps the service running can stop it.

Nobody is judged here, and no group is: what is stopped is a card of the service, in the open, and it is written down.
"""
