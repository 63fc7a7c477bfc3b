# The pages of /help.
help-title-together = What I can do
help-title-between = Between chats and groups
help-title-yours = What is yours
argument-help-part = Which page: your group, others, or what is yours
ask-help-part = Which page would you like?
word-part = page
choice-together = Our group
choice-between = Other groups
choice-yours = What is mine
