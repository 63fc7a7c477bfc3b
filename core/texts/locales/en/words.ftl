# Words a person may type before a colon instead of the argument's name, with commas between them.
word-what = what, title, idea, task, question
word-need = need, needs, needed, seats, looking for, wanted
word-people = people, size, how many, members
word-by = by, until, deadline, when, due
word-topics = topics, topic, tags, about
word-language = language, lang
word-zone = zone, time zone, timezone, city
# Other names of languages.
word-choice-en = english, eng
word-choice-ru = russian, rus
word-choice-uk = ukrainian, ukr
word-choice-de = german
word-choice-es = spanish
