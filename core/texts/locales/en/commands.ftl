# What each command does, in a messenger's menu: at most 100 characters each.
command-propose = Propose something to do together and find the people for it
command-group = See who brings what in your group, what is open and which dates come next
command-promise = Promise your group to do something by a date
command-decide = Ask your group to decide something, so that everyone can live with it
command-contract = Read what your group has agreed on
command-review = Go through your group's contract line by line: keep, change or drop
command-leave = Leave your group; no reason is needed
command-lang = Choose the language in which I speak to you
command-zone = Set your time zone, so that hours and reminders are yours
command-constitution = Read what no group, operator or message can switch off
command-help = See what you can do here
command-cancel = Stop what I am asking you and forget the answers
command-start = Begin talking with me

# What each option is, likewise.
argument-propose-what = What you want to do together, like: Repair café on Saturdays
argument-propose-need = Who or what is needed, like: electronics, sewing, tea
argument-propose-people = How many people, from 3 to 7, like: 3-7
argument-propose-by = Until when people can join, like: 20 May, in two weeks
argument-propose-topics = Topics by which others find it, like: repair, sewing
argument-promise-what = What you will do, like: order sockets
argument-promise-by = By when, like: Friday, tomorrow 18:00
argument-decide-what = What is to be decided, like: Meet at the library until August
argument-lang-language = Your language
argument-zone-zone = Your nearest big city or time zone, like: Europe/Berlin

# What is asked when an answer is missing.
ask-propose-what = What would you like to do together? For example: Repair café on Saturdays
ask-propose-need = Who or what do you need for it? For example: electronics, sewing, tea. Write “-” if anything is welcome.
ask-propose-people = How many of you should there be, from 3 to 7? For example: 3-7, or 5
ask-propose-by = Until when can people join? For example: 20 May, or in two weeks
ask-propose-topics = Which topics is it about? For example: repair, sewing. Write “-” to leave them out.
ask-promise-what = What will you do? For example: order sockets
ask-promise-by = By when will you have done it? For example: Friday, or tomorrow 18:00
ask-decide-what = What would you like your group to decide? For example: Meet at the library until August
ask-lang-language = Which language shall I speak with you? For example: English
ask-zone-zone = Which big city shares your time? For example: Europe/Berlin

# Each language by its own name.
choice-en = English
choice-ru = Русский
choice-uk = Українська
choice-de = Deutsch
choice-es = Español
